from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.gold import GOLD_FOLDER, GoldError, GoldItem, load_gold, read_items

GOOD: dict[str, Any] = {
    "id": "a-1", "split": "dev", "kind": "lookup", "question": "75/45第13段",
    "groups": [["A/RES/75/45#OP13"]],
}  # fmt: skip


def line(**changes: Any) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


def read_item(text: str) -> GoldItem:
    (item,) = read_items(text)
    return item


def conversation(*turns: Any, **changes: Any) -> str:
    raw = {"id": "c-1", "split": "dev", "kind": "conversation", "turns": turns, **changes}
    return json.dumps(raw, ensure_ascii=False)


def test_a_plain_question_becomes_a_conversation_of_one_turn() -> None:
    item = read_item(line())
    assert item.turns == ("75/45第13段",)
    assert item.expects_answer


def test_one_status_or_several_may_be_named() -> None:
    refusal = {"kind": "refusal", "answerable": False, "groups": []}
    assert read_item(line(**refusal, status="not_found")).status == ("not_found",)
    two = read_item(line(**refusal, status=["not_found", "out_of_scope"]))
    assert two.status == ("not_found", "out_of_scope")
    assert not two.expects_answer


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"must_contian": ["x"]}, "unknown fields: must_contian"),
        ({"turns": ["a", "b"]}, "either question or turns"),
        ({"split": "train"}, "unknown split"),
        ({"kind": "riddle"}, "unknown kind"),
        ({"question": "  "}, "a question is empty"),
        ({"groups": [["75/45 OP13"]]}, "not paragraph keys"),
        ({"groups": [[]]}, "a group is empty"),
        ({"groups": []}, "an answerable item needs groups"),
        ({"kind": "refusal"}, "must say answerable: false"),
        ({"kind": "false_premise"}, "must say premise_ok: false"),
        ({"text_sha": {"A/RES/75/45#OP13": "12"}}, "not SHA-256"),
        ({"status": ["maybe"]}, "unknown status maybe"),
        ({"standalone": "75/45第13段"}, "standalone belongs to a conversation"),
        ({"library": "attic"}, "unknown library 'attic'"),
        ({"query": {"verb": "请"}}, "only over the generated library"),
    ],
)
def test_a_malformed_item_is_refused_with_its_reason(
    changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(GoldError, match=complaint):
        read_item(line(**changes))


def test_every_judged_turn_of_a_conversation_is_an_item_asked_after_the_turns_before_it() -> None:
    sha = dict.fromkeys(("A/RES/75/45#OP1", "A/RES/75/45#OP2"), "0" * 64)
    first, last = read_items(
        conversation(
            "你好",
            {"ask": "75/45第1段", "groups": [["A/RES/75/45#OP1"]]},
            "谢谢",
            {"ask": "下一段", "groups": [["A/RES/75/45#OP2"]], "standalone": "75/45第2段"},
            text_sha=sha,
        )
    )
    assert (first.id, first.turns) == ("c-1.2", ("你好", "75/45第1段"))
    assert (last.id, last.turns) == ("c-1.4", ("你好", "75/45第1段", "谢谢", "下一段"))
    assert list(first.text_sha) == ["A/RES/75/45#OP1"]
    assert last.standalone == "75/45第2段"
    assert (first.reword, last.reword) == (False, True), "reworded once, as a whole"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (conversation({"ask": "75/45第1段"}), "no turn of the conversation is judged"),
        (conversation({"say": "75/45第1段"}), "a text or an object with ask"),
        (conversation({"ask": "第1段", "gruops": []}), "unknown fields: gruops"),
        (conversation({"ask": "第1段", "answerable": True}), "an answerable item needs groups"),
    ],
)
def test_a_malformed_conversation_is_refused_with_its_reason(text: str, complaint: str) -> None:
    with pytest.raises(GoldError, match=complaint):
        read_items(text)


def test_gold_may_be_one_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(line() + "\n", encoding="utf-8")
    assert [item.id for item in load_gold(path)] == ["a-1"]
    with pytest.raises(GoldError, match=r"other\.jsonl does not exist"):
        load_gold(tmp_path / "other.jsonl")


def test_a_broken_line_is_named_by_file_and_number(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(f"{line()}\n{{\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.jsonl:2: not JSON"):
        load_gold(tmp_path)


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(f"{line()}\n{line()}\n", encoding="utf-8")
    with pytest.raises(GoldError, match="ids used twice: a-1"):
        load_gold(tmp_path)


def test_a_folder_without_questions_is_refused_instead_of_passing(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold questions"):
        load_gold(tmp_path)


def test_the_shipped_gold_has_the_numbers_the_issue_asks_for() -> None:
    items = load_gold(GOLD_FOLDER)
    assert sum(item.expects_answer for item in items) >= 300
    assert sum(not item.expects_answer and item.premise_ok for item in items) >= 100
    assert sum(not item.premise_ok for item in items) >= 60
    long = {item.id.partition(".")[0] for item in items if len(item.turns) >= 3}
    assert len(long) >= 40
    assert {item.library for item in items} == {"samples", "forms", "generated"}


def test_about_a_fifth_is_locked_and_a_conversation_is_so_as_a_whole() -> None:
    items = load_gold(GOLD_FOLDER)
    assert 0.15 < sum(item.split == "locked" for item in items) / len(items) < 0.3
    splits: dict[str, set[str]] = {}
    for item in items:
        splits.setdefault(item.id.partition(".")[0], set()).add(item.split)
    assert all(len(found) == 1 for found in splits.values())

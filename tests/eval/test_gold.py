from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.gold import GOLD_FOLDER, GoldError, load_gold, read_item

GOOD: dict[str, Any] = {
    "id": "a-1", "split": "dev", "kind": "lookup", "question": "75/45第13段",
    "groups": [["A/RES/75/45#OP13"]],
}  # fmt: skip


def line(**changes: Any) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


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
    ],
)
def test_a_malformed_item_is_refused_with_its_reason(
    changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(GoldError, match=complaint):
        read_item(line(**changes))


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
    assert len(items) >= 150
    assert sum(not item.answerable for item in items) >= 40
    assert sum(not item.premise_ok for item in items) >= 20
    assert sum(len(item.turns) > 1 for item in items) >= 15
    assert {item.split for item in items} == {"dev", "locked"}

"""Reading the sets."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eval.external.sets import read_sets
from eval.gold import GoldError
from tests.eval.external.tiny_sets import write_sets


def test_all_four_sets_are_read_with_their_tasks(tmp_path: Path) -> None:
    sets = {one.name: one for one in read_sets(write_sets(tmp_path / "sets"))}
    assert list(sets) == ["lecoqa", "xquad_zh", "un_zh_en", "nomiracl_zh"]
    assert [task.name for task in sets["xquad_zh"].tasks] == ["xquad_zh", "xquad_zh, English"]
    assert sets["un_zh_en"].tasks[0].questions[1].relevant == {"1"}
    asked = {q.id: q for q in sets["nomiracl_zh"].tasks[0].questions}
    assert not asked["no"].answerable
    assert asked["yes"].among == ("law1", "law4")


def test_a_passage_stands_below_its_title(tmp_path: Path) -> None:
    lecoqa = read_sets(write_sets(tmp_path / "sets"))[0]
    assert lecoqa.passages["law4"] == "集市法第一条\n集市于每年5月1日开放，日落时关闭。"


def _without_a_set(folder: Path) -> None:
    shutil.rmtree(folder / "un_zh_en")


def _with(name: str, line: str) -> Callable[[Path], None]:
    def add(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return add


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_without_a_set, "un_zh_en"),
        (lambda folder: (folder / "lecoqa/questions.jsonl").unlink(), "lecoqa/questions.jsonl"),
        (lambda folder: (folder / "lecoqa/passages.jsonl").write_text(""), "is empty"),
        (_with("lecoqa/questions.jsonl", '{"qid": '), "lecoqa/questions.jsonl:4: not JSON"),
        (_with("lecoqa/questions.jsonl", "[]"), "lecoqa/questions.jsonl:4"),
        (_with("un_zh_en/pairs.jsonl", '{"n": 2, "zh": "题"}'), "pairs.jsonl:3: lacks en"),
        (_with("un_zh_en/pairs.jsonl", '{"n": 1, "zh": "题", "en": "x"}'), "n 1 is there twice"),
        (
            _with(
                "lecoqa/questions.jsonl",
                '{"qid": "q9", "question": "何时", "positive_passage_ids": ["law9"]}',
            ),
            "question q9: positive_passage_ids names no passage that is there: law9",
        ),
    ],
)
def test_what_is_broken_is_named_with_its_line(
    tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    folder = write_sets(tmp_path / "sets")
    spoil(folder)
    with pytest.raises(GoldError, match=told.replace("[", r"\[")):
        read_sets(folder)

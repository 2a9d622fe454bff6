from __future__ import annotations

from pathlib import Path

import pytest

from assistant.library.index import Nearly
from assistant.library.lexical import LexicalIndex, build
from assistant.library.lookups import IndexedText


def _index(folder: Path, *texts: str) -> LexicalIndex:
    build(folder, [IndexedText(f"A#{n}", text, "") for n, text in enumerate(texts)])
    return LexicalIndex(folder)


def test_only_shared_tokens_count(tmp_path: Path) -> None:
    index = _index(tmp_path, "秘书长的报告", "核武器国家", "Conference on Disarmament")
    assert [key for key, _ in index.search("秘书", 10)] == ["A#0"]
    assert [key for key, _ in index.search("DISARMAMENT", 10)] == ["A#2"]
    assert index.search("经济", 10) == []


def test_rare_tokens_weigh_more(tmp_path: Path) -> None:
    index = _index(tmp_path, "大会决定纪念", "大会决定核查", "大会决定审议")
    assert index.search("大会核查", 3)[0][0] == "A#1"


def test_traditional_script_finds_simplified_text(tmp_path: Path) -> None:
    assert _index(tmp_path, "秘书长的报告", "会员国").search("秘書長報告", 5)[0][0] == "A#0"


def test_a_key_is_never_taken_apart(tmp_path: Path) -> None:
    build(
        tmp_path, [IndexedText("A/RES/75/45#OP1", "报告", ""), IndexedText("A/RES/75", "报告", "")]
    )
    hits = LexicalIndex(tmp_path).search("报告", 5, ["A/RES/75"])
    assert [key for key, _ in hits] == ["A/RES/75"]


def test_a_probe_notices_missing_paragraphs(tmp_path: Path) -> None:
    index = _index(tmp_path, "一", "二")
    index.probe(2)
    with pytest.raises(ValueError, match="2 paragraphs instead of 3"):
        index.probe(3)


def test_a_folder_without_an_index_does_not_open(tmp_path: Path) -> None:
    with pytest.raises((ValueError, OSError)):
        LexicalIndex(tmp_path)


def test_every_paragraph_that_has_all_tokens_of_a_group_is_given(tmp_path: Path) -> None:
    index = _index(tmp_path, *["秘书长的报告"] * 30, "秘书处的报告", "Conference on Disarmament")
    assert len(index.having([["秘书", "书长"]])) == 30
    assert len(index.having([["秘书"]])) == 31
    assert set(index.having([["书处"], ["disarmament"]])) == {"A#30", "A#31"}


def test_a_token_open_at_an_end_is_had_wherever_one_goes_on_there(tmp_path: Path) -> None:
    index = _index(tmp_path, "2063/102", "12063/1025", "20635/102", "UNESCO", "报告")
    assert sorted(index.having([["*2063", "102*"]])) == ["A#0", "A#1"]
    assert sorted(index.having([["*063*"]])) == ["A#0", "A#1", "A#2"]
    assert index.having([["*esc*"], ["报*"]]) == ["A#3", "A#4"]


def test_every_paragraph_that_nearly_has_the_tokens_is_given(tmp_path: Path) -> None:
    index = _index(tmp_path, "核裁军会议", "核裁军", "裁军会议", "会议")
    nearly = Nearly((("裁军",), ("会议",)), frozenset("核裁军会"), 3)
    assert sorted(index.having([], nearly=nearly)) == ["A#0", "A#1", "A#2"]
    assert sorted(index.having([("议",)], nearly=nearly)) == ["A#0", "A#1", "A#2", "A#3"]
    assert sorted(index.having([], nearly=Nearly((("会议",),), "核裁军会", 4))) == ["A#0"]
    assert sorted(index.having([], nearly=Nearly((("会议",),), "", 0))) == ["A#0", "A#2", "A#3"]
    assert index.having([], nearly=Nearly((), "核", 1)) == []


def test_no_group_proposes_nothing(tmp_path: Path) -> None:
    index = _index(tmp_path, "秘书长的报告")
    assert index.having([]) == []
    assert index.having([[]]) == []

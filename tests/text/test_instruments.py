"""Treaties and declarations by every name that they go by."""

from __future__ import annotations

import pytest

from assistant.text.instruments import (
    english_title,
    identity,
    is_short,
    named_instruments,
    printed_titles,
    short_titles,
    stands_for,
)
from assistant.text.normalise import fold

NPT = "不扩散核武器条约"
TPNW = "禁止核武器条约"


@pytest.mark.parametrize(
    "name",
    [
        "不扩散核武器条约", "不擴散核武器條約", "不扩散条约", "核不扩散条约", "NPT", "npt",
        "Treaty on the Non-Proliferation of Nuclear Weapons",
        "the Treaty on the Non-Proliferation of Nuclear Weapons", "Non-Proliferation Treaty",
        "Nuclear Non-Proliferation Treaty",
    ],
)  # fmt: skip
def test_one_instrument_has_one_identity_by_whatever_name(name: str) -> None:
    assert identity(name) == NPT


@pytest.mark.parametrize(
    ("one", "other"),
    [("NPT", "TPNW"), ("CTBT", "NPT"), ("全面禁止核试验条约", "部分禁止核试验条约")],
)
def test_instruments_of_like_names_are_different(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def test_a_title_that_no_table_knows_is_an_instrument_of_its_own() -> None:
    assert identity("月球基地公约") == "月球基地公约"
    assert "关于月球基地公约" in printed_titles("月球基地公约")
    assert english_title("月球基地公约") is None


def test_all_printed_titles_are_looked_for_in_both_languages() -> None:
    titles = printed_titles("NPT")
    assert {NPT, "Treaty on the Non-Proliferation of Nuclear Weapons", "不扩散条约"} <= set(titles)


@pytest.mark.parametrize("short", ["条约", "公约", "宣言", "Treaty", "Convention"])
def test_a_title_alone_is_short_for_another(short: str) -> None:
    assert is_short(short)


@pytest.mark.parametrize("title", [NPT, "最后文件", "巴黎协定", "Treaty on Trees"])
def test_a_title_with_more_in_it_is_not_short(title: str) -> None:
    assert not is_short(title)


def test_a_short_title_stands_for_those_that_end_or_head_so() -> None:
    assert stands_for("条约", NPT)
    assert not stands_for("公约", NPT)
    assert not stands_for("条约", "条约")
    assert stands_for("Treaty", "Treaty on the Prohibition of Nuclear Weapons")
    assert not stands_for("Treaty", "Convention on Treaties")
    assert short_titles(NPT) == ("条约", "Treaty")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("哪些决议提到不扩散条约", [(NPT, "不扩散条约")]),
        ("哪些决议提到《不扩散条约》", [(NPT, "《不扩散条约》")]),
        ("NPT在哪里提到", [(NPT, "NPT")]),
        ("谁提到宪章", [("联合国宪章", "宪章")]),
        ("Which resolutions mention the Charter?", [("联合国宪章", "Charter")]),
        ("禁核条约和NPT", [(TPNW, "禁核条约"), (NPT, "NPT")]),
        ("哪些决议提到《月球基地公约》", [("月球基地公约", "《月球基地公约》")]),
        ("哪些决议提到无核武器区", []),
        ("which resolutions mention conventions", []),
        ("concrete aspirations", []),
    ],
)
def test_a_question_names_instruments_by_any_name(
    question: str, named: list[tuple[str, str]]
) -> None:
    folded = fold(question).text
    assert [(one.title, one.span.of(folded)) for one in named_instruments(folded)] == named

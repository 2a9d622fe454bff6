from __future__ import annotations

import pytest

from assistant.answering.exporting.citing import as_footnote, by_symbol
from tests.answering.exporting.samples import citation


@pytest.mark.parametrize(
    ("symbol", "place", "zh", "en"),
    [
        (
            "A/RES/75/45",
            "OP13",
            "大会第75/45号决议，第13段。",
            "General Assembly resolution 75/45, para. 13.",
        ),
        (
            "A/RES/75/45",
            "PP2",
            "大会第75/45号决议，序言部分第2段。",
            "General Assembly resolution 75/45, preambular para. 2.",
        ),
        (
            "A/RES/75/45",
            "OP3(a)(ii)",
            "大会第75/45号决议，第3(a)(ii)段。",
            "General Assembly resolution 75/45, para. 3 (a) (ii).",
        ),
        (
            "A/RES/75/45",
            "OP~4",
            "大会第75/45号决议，第4段（推定）。",
            "General Assembly resolution 75/45, para. 4 (inferred).",
        ),
        (
            "A/RES/77/930",
            "ANNEX2/3(a)",
            "大会第77/930号决议，附件二，第3(a)段。",
            "General Assembly resolution 77/930, annex II, para. 3 (a).",
        ),
        (
            "A/RES/217A(III)",
            "ANNEX/ART1",
            "大会第217 A(III)号决议，附件，第1条。",
            "General Assembly resolution 217 A(III), annex, art. 1.",
        ),
        (
            "A/RES/60/1",
            "S2/OP1",
            "大会第60/1号决议，第二节，第1段。",
            "General Assembly resolution 60/1, sect. II, para. 1.",
        ),
        (
            "A/RES/60/1",
            "META",
            "大会第60/1号决议，题头。",
            "General Assembly resolution 60/1, masthead.",
        ),
        (
            "A/RES/60/1",
            "FN4",
            "大会第60/1号决议，脚注4。",
            "General Assembly resolution 60/1, footnote 4.",
        ),
        (
            "S/RES/1325(2000)",
            "OP1",
            "安全理事会第1325(2000)号决议，第1段。",
            "Security Council resolution 1325(2000), para. 1.",
        ),
        (
            "E/RES/2023/14",
            "OP1",
            "经济及社会理事会第2023/14号决议，第1段。",
            "Economic and Social Council resolution 2023/14, para. 1.",
        ),
    ],
)
def test_a_paragraph_is_cited_as_un_documents_cite_it(
    symbol: str, place: str, zh: str, en: str
) -> None:
    assert as_footnote(citation(symbol, place), "zh") == zh
    assert as_footnote(citation(symbol, place), "en") == en


def test_a_paragraph_is_cited_by_its_symbol_and_place() -> None:
    cited = citation("A/RES/75/45", "OP13")
    assert by_symbol(cited, "zh") == "A/RES/75/45, 执行部分第13段"
    assert by_symbol(cited, "en") == "A/RES/75/45, operative paragraph 13"


@pytest.mark.parametrize("place", ["OP4", "OP~4"])
def test_that_anything_of_a_paragraph_was_inferred_is_said_once(place: str) -> None:
    guessed = citation("A/RES/75/45", place, inferred=True)
    for said in (as_footnote(guessed, "zh"), by_symbol(guessed, "zh")):
        assert said.count("推定") == 1
    assert as_footnote(guessed, "en").count("inferred") == 1

"""How a resolution was voted on, and who proposed it: what the text prints and no more."""

from __future__ import annotations

import pytest

from assistant.questions import understand
from assistant.retrieval.masthead import masthead
from assistant.types import Vote
from tests.retrieval.conftest import gaps, quoted
from tests.retrieval.specimens import (
    convention,
    look_up,
    paragraph,
    resolution,
    summaries,
    voted,
)

SENTENCE = "经记录表决，以3票赞成，1票反对，2票弃权通过"
IN_FAVOUR = "赞成：几内亚比绍、俄罗斯联邦、丙国(共和国)"
AGAINST, ABSTAINING = "反对：几内亚", "弃权：戊国、己国"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("95/100的表决结果如何", [SENTENCE]),
        ("95/100有多少票赞成", [SENTENCE]),
        ("95/100有几票弃权", [SENTENCE]),
        ("95/100是协商一致通过的吗", [SENTENCE]),
        ("What was the vote on 95/100?", [SENTENCE]),
        ("95/100谁投了反对票", [AGAINST]),
        ("95/100哪些国家弃权", [ABSTAINING]),
        ("谁对95/100投了赞成票", [IN_FAVOUR]),
        ("95/100谁反对、谁弃权", [AGAINST, ABSTAINING]),
        ("Who abstained on 95/100?", [ABSTAINING]),
        ("Which countries voted against 95/100?", [AGAINST]),
        ("95/100戊国怎么投的票", [ABSTAINING]),
        ("95/100丙国投了什么票", [IN_FAVOUR]),
        ("俄罗斯对95/100怎么投的", [IN_FAVOUR]),
        ("How did Russia vote on 95/100?", [IN_FAVOUR]),
    ],
)
def test_a_vote_is_told_in_the_words_of_the_text(text: str, words: list[str]) -> None:
    found = look_up(masthead, text, voted())
    assert (quoted(found), gaps(found), found.refused) == (words, [], False)


def test_a_treaty_named_by_the_title_of_its_resolution_has_a_vote_too() -> None:
    text = "《制止样例行为的国际公约》的表决结果"
    question = understand(text, catalogue=summaries(convention()))
    assert (question.attribute, question.symbols) == ("votes", ("A/RES/92/164",))
    question = understand("95/100里《样例公约》的表决结果", catalogue=summaries(voted()))
    assert question.attribute is None, "of a treaty that it mentions"


def test_a_country_is_not_taken_for_another_whose_name_holds_its_own() -> None:
    assert quoted(look_up(masthead, "95/100几内亚比绍怎么投票", voted())) == [IN_FAVOUR]
    assert quoted(look_up(masthead, "95/100几内亚怎么投票", voted())) == [AGAINST]


def test_a_country_that_no_list_has_is_missing() -> None:
    found = look_up(masthead, "95/100法国怎么投的票", voted())
    assert (quoted(found), gaps(found), found.refused) == ([], [("term", "法国")], True)


def test_where_no_list_is_printed_the_counts_are_all_there_is() -> None:
    found = look_up(masthead, "95/100谁投了反对票", voted(lists=False))
    assert (quoted(found), gaps(found)) == ([SENTENCE], [("field", "voters")])
    assert not found.refused


def test_nobody_against_is_what_the_counts_say() -> None:
    vote = Vote(100, 0, 2)
    sentence = "以100票对0票、2票弃权通过"
    s = "A/RES/95/7"
    one = resolution(s, "样例", meta=f"经表决，{sentence}", vote=vote, facts={"vote": sentence})
    found = look_up(masthead, "95/7谁投了反对票", one)
    assert (quoted(found), gaps(found)) == ([sentence], [])


@pytest.mark.parametrize(
    "meta", ["[未经发交主要委员会而通过(A/95/L.27)]", "[根据第一委员会的报告(A/95/399)通过]"]
)
def test_no_vote_printed_is_never_no_vote_taken(meta: str) -> None:
    one = resolution("A/RES/95/8", "样例", meta=meta)
    found = look_up(masthead, "95/8的表决结果", one)
    assert (quoted(found), gaps(found), found.refused) == ([], [("attribute", "votes")], True)


@pytest.mark.parametrize(
    "words",
    ["未经表决通过", "以协商一致方式通过", "Adopted at the 37th plenary meeting, without a vote"],
)
def test_without_a_vote_is_said_where_the_text_says_it(words: str) -> None:
    one = resolution("A/RES/95/9", "样例", meta=f"大会在全体会议上{words} 95/9. 样例")
    assert quoted(look_up(masthead, "95/9是怎么表决的", one)) == [words]


def test_a_title_that_speaks_of_consensus_says_nothing_of_the_vote() -> None:
    title = "样例委员会以协商一致方式通过的准则"
    one = resolution("A/RES/95/6", title, meta=f"大会决议 95/6. {title}", facts={"title": title})
    assert gaps(look_up(masthead, "95/6的表决结果", one)) == [("attribute", "votes")]


@pytest.mark.parametrize(
    "text", ["95/100的提案国是谁", "95/100由哪些国家提出", "Who sponsored 95/100?"]
)
def test_sponsors_are_those_the_text_names(text: str) -> None:
    assert quoted(look_up(masthead, text, voted())) == ["甲国、乙国"]


def test_sponsors_that_are_not_printed_are_missing() -> None:
    one = resolution("A/RES/95/8", "样例", paragraph("A/RES/95/8", "OP1", "呼吁合作。"))
    assert gaps(look_up(masthead, "95/8的提案国是谁", one)) == [("attribute", "sponsors")]

"""A sentence about changed words is shown only where the cited words bear it out."""

from __future__ import annotations

import pytest

from assistant.answering.phrases import phrase
from assistant.answering.verify import faults
from assistant.types import Lang, Statement
from tests.answering.specimens import citation

OLD, NEW = citation(1, "注意到湿地的现状；"), citation(2, "欢迎湿地的现状；")


def said(name: str, before: str, after: str, *cites: int, lang: Lang = "zh") -> Statement:
    text = phrase(name, lang, before=before, after=after)
    return Statement(text, "computed", cites, (), "recounted")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_change_that_the_texts_bear_out_is_shown(lang: Lang) -> None:
    statement = said("compare_stronger_said", "注意到", "欢迎", 1, 2, lang=lang)
    assert faults(statement, [OLD, NEW]) == ()


@pytest.mark.parametrize(
    ("name", "before", "after", "cites"),
    [
        ("compare_weaker_said", "注意到", "欢迎", (1, 2)),
        ("compare_stronger_said", "欢迎", "注意到", (2, 1)),
        ("compare_stronger_said", "注意到", "欢迎", (2, 1)),
        ("compare_stronger_said", "注意到", "赞赏", (1, 2)),
        ("compare_stronger_said", "注意到", "欢迎", (1,)),
        ("compare_addressee_said", "秘书长", "会员国", (1, 2)),
        ("compare_deadline_said", "第七十六届会议", "第七十八届会议", (1, 2)),
    ],
)
def test_a_change_that_they_do_not_bear_out_is_refused(
    name: str, before: str, after: str, cites: tuple[int, ...]
) -> None:
    assert faults(said(name, before, after, *cites), [OLD, NEW])

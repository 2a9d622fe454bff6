"""The evaluator's own look at what a comparison says."""

from __future__ import annotations

from eval.changes import from_words_to_words, worded_as
from eval.subject import Truth
from tests.comparing.texts import english, resolution

OLD = resolution(75, ("回顾历史",), "注意到湿地的现状", "请秘书长：\n\n(a) 公布统计")
NEW = resolution(76, ("回顾历史",), "欢迎湿地的现状", "请秘书长：\n\n(a) 公布年度统计")
TRUTH = Truth({r.symbol: r for r in (OLD, NEW)})


def test_a_paragraph_is_worded_as_the_other_resolution_has_it_or_not() -> None:
    other = (OLD.symbol,)
    assert worded_as(["A/RES/76/9#PP1"], other, TRUTH, same=True) is None
    assert worded_as(["A/RES/76/9#PP1"], other, TRUTH, same=False) is not None
    assert worded_as(["A/RES/76/9#OP1"], other, TRUTH, same=False) is None
    assert worded_as(["A/RES/76/9#OP1"], other, TRUTH, same=True) is not None


def test_a_paragraph_of_which_an_item_changed_is_not_the_same() -> None:
    assert worded_as(["A/RES/76/9#OP2"], (OLD.symbol,), TRUTH, same=False) is None


def test_words_have_to_stand_in_two_paragraphs_cited() -> None:
    keys = ["A/RES/75/9#OP1", "A/RES/76/9#OP1"]
    assert from_words_to_words("注意到", "欢迎", keys, TRUTH) is None
    assert from_words_to_words("注意到", "赞赏", keys, TRUTH) is not None
    assert from_words_to_words("注意到", "欢迎", keys[:1], TRUTH) is not None


def test_texts_of_another_language_are_judged_in_it() -> None:
    old = english(75, "Takes note of the state of the wetlands")
    new = english(76, "Welcomes the state of the wetlands")
    held = Truth({r.symbol: r for r in (OLD, NEW)}, (old, new))
    keys = ["A/RES/75/9#OP1", "A/RES/76/9#OP1"]
    read = held.in_language("en")
    assert from_words_to_words("Takes note", "Welcomes", keys, held) is not None
    assert from_words_to_words("Takes note", "Welcomes", keys, read) is None
    assert worded_as(["A/RES/76/9#OP1"], (OLD.symbol,), read, same=False) is None
    assert held.in_language("zh") is held

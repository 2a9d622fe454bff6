from __future__ import annotations

from dataclasses import replace

from assistant.types import Status
from eval.dummies import refusing
from eval.gold import GoldItem
from eval.judge import judge
from eval.subject import Truth, text_sha
from tests.eval.library import OP13, quoted

KEY, OTHER = "A/RES/75/45#OP13", "A/RES/75/45#OP14"
ITEM = GoldItem("l-1", "dev", "lookup", ("75/45第13段",), groups=((KEY,),), exact=True)


def wrong(item: GoldItem, truth: Truth, *keys: str, status: Status = "not_found") -> str:
    answer = quoted(truth, *keys) if keys else refusing(truth, status=status)
    return "; ".join(judge(item, answer, truth).wrong)


def test_the_gold_paragraph_passes_and_another_does_not(truth: Truth) -> None:
    assert wrong(ITEM, truth, KEY) == ""
    assert wrong(ITEM, truth, OTHER) == f"does not cite {KEY}; cites beside the point {OTHER}"


def test_more_than_was_asked_fails_only_where_the_set_is_exact(truth: Truth) -> None:
    assert wrong(ITEM, truth, KEY, OTHER) == f"cites beside the point {OTHER}"
    assert wrong(replace(ITEM, exact=False), truth, KEY, OTHER) == ""


def test_words_are_compared_without_blanks(truth: Truth) -> None:
    item = replace(ITEM, must_contain=("第七十六届 会议",), forbidden=("安理会",))
    assert wrong(item, truth, KEY) == ""
    assert wrong(replace(ITEM, must_contain=("网播",)), truth, KEY) == "does not say 网播"
    assert wrong(replace(ITEM, forbidden=("秘书长",)), truth, KEY) == "says 秘书长"


def test_refusing_what_can_be_answered_is_wrong(truth: Truth) -> None:
    assert "refused: not_found" in wrong(ITEM, truth)


def test_answering_what_cannot_be_answered_is_wrong(truth: Truth) -> None:
    item = GoldItem("r-1", "dev", "refusal", ("76/54",), answerable=False)
    assert wrong(item, truth, status="needs_clarification") == ""
    assert wrong(item, truth, KEY) == "answered what cannot be answered"
    strict = replace(item, status=("not_found",))
    assert wrong(strict, truth, status="out_of_scope") == "status out_of_scope, not not_found"


def test_a_false_premise_may_be_refused_or_shown_to_be_wrong(truth: Truth) -> None:
    bare = GoldItem("f-1", "dev", "false_premise", ("为什么",), answerable=False, premise_ok=False)
    assert wrong(bare, truth) == ""
    assert wrong(bare, truth, status="out_of_scope") == ""
    assert "asked back" in wrong(bare, truth, status="needs_clarification")
    assert wrong(bare, truth, KEY) == "accepted a false premise"
    shown = replace(bare, groups=((KEY,),), status=("not_found",))
    assert wrong(shown, truth, KEY) == ""
    assert "does not cite" in wrong(shown, truth, OTHER)


def test_a_paragraph_that_changed_makes_its_item_stale(truth: Truth) -> None:
    fresh = replace(ITEM, text_sha={KEY: text_sha(OP13)})
    assert wrong(fresh, truth, KEY) == ""
    stale = replace(ITEM, text_sha={KEY: text_sha("别的")})
    assert wrong(stale, truth, KEY) == f"stale gold: {KEY}"


def test_a_gold_paragraph_that_is_gone_makes_its_item_stale(truth: Truth) -> None:
    gone = replace(ITEM, groups=((KEY, "A/RES/75/45#OP99"),))
    assert "stale gold: A/RES/75/45#OP99" in wrong(gone, truth, KEY)


def test_groups_that_are_ordered_have_to_be_quoted_in_their_order(truth: Truth) -> None:
    newer, older = "A/RES/75/45#OP14", "A/RES/72/31#OP14"
    item = GoldItem(
        "c-1",
        "dev",
        "contradiction",
        ("哪份说法在先？",),
        groups=((newer,), (older,)),
        ordered=True,
    )
    assert judge(item, quoted(truth, newer, older), truth).passed
    wrong = judge(item, quoted(truth, older, newer), truth).wrong
    assert wrong == (f"cites {older} too early or too late",)

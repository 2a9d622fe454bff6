from __future__ import annotations

from collections import Counter

from assistant.types import Answer
from eval.gold import GoldItem
from eval.judge import judge
from eval.mutations import mutants
from eval.subject import Truth
from tests.eval.library import quoted, with_computed, with_span

KEYS = tuple(f"A/RES/75/45#OP{n}" for n in (6, 13, 14))
LIST = GoldItem(
    "a-1", "dev", "actor", ("第75/45号决议请秘书长做什么？",), groups=tuple((k,) for k in KEYS),
    exact=True,
)  # fmt: skip
# One paragraph each, by any wording: nothing but the answer's own form can give a mutant away.
SINGLE = GoldItem("s-1", "dev", "fact", ("说说看",), groups=(("A/RES/75/45#OP6",),))


def synthetic(truth: Truth) -> list[tuple[GoldItem, Answer]]:
    act = "请秘书长将报告转递裁军谈判会议和裁军审议委员会，供其及早审议"
    loose = [
        (GoldItem("p", "dev", "fact", ("说说看",), groups=((key,),)), quoted(truth, key))
        for key in truth.paragraphs
    ]
    return [
        (LIST, with_computed(quoted(truth, *KEYS), "第75/45号决议中以秘书长为对象的段落共3段：")),
        (SINGLE, with_span(quoted(truth, KEYS[0]), act)),
        *loose,
    ]


def test_untouched_answers_are_not_blamed(truth: Truth) -> None:
    for item, answer in synthetic(truth):
        assert judge(item, answer, truth).passed


def test_every_mutation_is_caught(truth: Truth) -> None:
    escaped = [
        f"{item.groups}: {mutant.mutation}"
        for item, answer in synthetic(truth)
        for mutant in mutants(answer, truth, complete=item.exact)
        if judge(item, mutant.answer, truth).passed
    ]
    assert escaped == []


def test_every_kind_of_mutation_is_tried(truth: Truth) -> None:
    tried = Counter(
        m.mutation for _, a in synthetic(truth) for m in mutants(a, truth, complete=True)
    )
    for name in (
        "number", "date", "session", "symbol", "negation", "verb", "body", "citation swapped",
        "citation dropped", "citation added", "halves recombined", "verb cropped",
        "condition cropped", "paragraph invented", "words invented", "unsupported clause",
        "unsupported sentence", "list shortened",
    ):  # fmt: skip
        assert tried[name], name


def test_a_mutant_is_never_the_answer_itself(truth: Truth) -> None:
    for _, answer in synthetic(truth):
        assert all(mutant.answer != answer for mutant in mutants(answer, truth))


def test_a_list_is_shortened_without_leaving_a_trace(truth: Truth) -> None:
    """Only the gold can tell: the shorter answer agrees with itself."""
    _, answer = synthetic(truth)[0]
    (shorter,) = (
        m.answer for m in mutants(answer, truth, complete=True) if m.mutation == "list shortened"
    )
    assert shorter.statements[0].text == "第75/45号决议中以秘书长为对象的段落共2段："
    verdict = judge(LIST, shorter, truth)
    assert verdict.findings == ()
    assert verdict.wrong == ("does not cite A/RES/75/45#OP14",)

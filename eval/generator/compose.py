"""The plan of resolution ``index``: a pure function of the seed, the index and the forms wanted."""

from __future__ import annotations

from dataclasses import replace

from eval.generator.addresses import IN_PARTS, Address, Form, address_of, form_of, parts_of
from eval.generator.annexes import adopting, convention_of, declaration_of
from eval.generator.brief import Brief
from eval.generator.draw import draw
from eval.generator.offices import COMMITTEES
from eval.generator.operative import operative_of
from eval.generator.phrases import COUNTRIES
from eval.generator.plan import ActPlan, Masthead, ParagraphPlan, Plan, VotePlan
from eval.generator.preamble import preamble_of
from eval.generator.verbs import AGAIN
from eval.generator.vocabulary import topic


def plan_of(seed: int, index: int, forms: tuple[Form, ...]) -> Plan:
    """Everything that resolution ``index`` says, in no language yet."""
    form = form_of(seed, index, forms)
    address = address_of(seed, index, form)
    whole = Plan(index, form, address, _masthead(seed, index, address))
    if form not in IN_PARTS:
        return _written(whole, _brief(seed, whole, forms, "text"))
    parts = []
    for part in range(parts_of(seed, index, form)):
        plan = replace(whole, address=address_of(seed, index, form, part))
        parts.append(_written(plan, _brief(seed, plan, forms, part)))
    return replace(whole, parts=tuple(parts))


def _brief(seed: int, plan: Plan, forms: tuple[Form, ...], what: object) -> Brief:
    chance = draw(seed, plan.index, "text", what)
    return Brief(seed, plan.index, plan.form, forms, plan.address, chance)


def _masthead(seed: int, index: int, address: Address) -> Masthead:
    chance = draw(seed, index, "masthead")
    at = address.date.year - 1945 if address.organ == "A" else address.date.year
    letters = chance.choice(("", "", "(a)", "(bb)", "(d)"))
    title = address.topic.title
    return Masthead(
        agenda_item=f"{chance.randint(9, 139)}{letters}",
        agenda_title=title if chance.random() < 0.5 else topic(seed, index + 1).title,
        committee=chance.choice(COMMITTEES) if chance.random() < 0.75 else None,
        report=f"{address.organ}/{at}/{chance.randint(380, 900)}",
        report_paragraph=chance.randint(7, 120) if chance.random() < 0.6 else None,
        meeting=chance.randint(20, 99),
    )


def _written(plan: Plan, brief: Brief) -> Plan:
    if plan.form == "declaration":
        return replace(plan, annex=declaration_of(brief))
    annex = convention_of(brief) if plan.form == "convention" else None
    operative = adopting(annex) if annex else operative_of(brief)
    return replace(
        plan,
        preamble=again(preamble_of(brief)),
        operative=again(operative),
        annex=annex,
        vote=_vote(brief) if plan.form == "records" else None,
    )


def _vote(brief: Brief) -> VotePlan:
    present = sorted(brief.chance.sample(COUNTRIES, brief.chance.randint(12, len(COUNTRIES))))
    opinions = [brief.chance.choices("yna", (70, 12, 18))[0] for _ in present]
    of = {
        opinion: tuple(c for c, o in zip(present, opinions, strict=True) if o == opinion)
        for opinion in "yna"
    }
    return VotePlan(of["y"] or (present[0],), of["n"], of["a"])


def again(paragraphs: tuple[ParagraphPlan, ...]) -> tuple[ParagraphPlan, ...]:
    """又 and 还 before a verb that the paragraph above has too, as drafters write."""
    done: list[ParagraphPlan] = []
    for paragraph in paragraphs:
        before = done[-1].acts[:1] if done else ()
        done.append(_repeated(paragraph, before))
    return tuple(done)


def _repeated(paragraph: ParagraphPlan, before: tuple[ActPlan, ...]) -> ParagraphPlan:
    first, *others = paragraph.acts or (None,)
    if not first or not before or before[0].verb != first.verb or before[0].again >= len(AGAIN):
        return paragraph
    return replace(paragraph, acts=(replace(first, again=before[0].again + 1), *others))

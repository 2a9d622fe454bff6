"""Structural questions of generated resolutions, with exact answers taken from their truth.

They are gold items like the written ones and are judged alike, but their figures stand apart:
wordings repeat, and the generator shares the parser's vocabulary.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.text.bodies import english_name
from assistant.text.deliverables import deliverable_name
from assistant.text.labels import label, place_label
from assistant.text.numerals import chinese
from assistant.text.verbs import DIRECTIVES, verbs_by_name
from assistant.types import Lang
from eval.generator.draw import draw
from eval.generator.english import english_ordinal
from eval.generator.offices import OFFICES
from eval.generator.truth import TrueParagraph, Truth
from eval.generator.verbs import VERBS
from eval.gold import GoldItem

# Who is asked after in vain, where a resolution asks nothing of them.
_ABSENT = ("国际原子能机构", "国际法院", "托管理事会", "安全理事会", "欧洲联盟")

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Asker:
    """Makes the questions of one resolution. ``shas``: of its paragraphs' texts."""

    truth: Truth
    lang: Lang

    @property
    def name(self) -> str:
        return label(self.truth.symbol, self.lang)

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    def item(self, kind: str, what: str, question: str, groups: Groups, reason: str) -> GoldItem:
        texts = {self.truth.key(p): p.text for p in self.truth.paragraphs}
        keys = [key for group in groups for key in group]
        shas = {key: _sha(texts[key]) for key in keys if key in texts}
        return GoldItem(
            id=f"generated:{self.truth.symbol}:{self.lang}:{kind}:{what}",
            split="dev",
            kind=kind,
            turns=(question,),
            answerable=kind != "refusal",
            groups=groups,
            exact=bool(groups),
            reason=reason,
            text_sha=shas,
        )

    def each(self, paragraphs: Iterable[TrueParagraph]) -> Groups:
        return covering(self.truth, paragraphs)


def covering(truth: Truth, paragraphs: Iterable[TrueParagraph]) -> Groups:
    """A group for each paragraph and its sub-paragraphs, which it covers when it is cited."""
    groups: dict[str, tuple[str, ...]] = {}
    for paragraph in paragraphs:
        own = truth.key(paragraph)
        groups[own] = (own,)
        for below in truth.paragraphs:
            if below.place.startswith(f"{paragraph.place}("):
                groups.setdefault(truth.key(below), (truth.key(below), own))
    return tuple(groups.values())


def questions_of(truth: Truth, lang: Lang = "zh") -> tuple[GoldItem, ...]:
    """Every question of the core kinds about one resolution, in ``lang``.

    Who is asked what, each operative verb, what is due when, what is recalled, each operative
    paragraph, the day of adoption, and a body that is asked nothing.
    """
    asker = _Asker(truth, lang)
    return (
        *_actors(asker),
        *_verbs(asker),
        *_any_directive(asker),
        *_deadlines(asker),
        *_recalled(asker),
        *_places(asker),
        *_adoption(asker),
        _nobody(asker),
    )


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _actors(asker: _Asker) -> Iterator[GoldItem]:
    asked: dict[str, list[TrueParagraph]] = defaultdict(list)
    for paragraph in asker.truth.paragraphs:
        names = [n for act in paragraph.acts if act.verb in DIRECTIVES for n in act.addressees]
        for name in dict.fromkeys(names):
            asked[name].append(paragraph)
    for name, paragraphs in asked.items():
        question = asker.say(
            f"{asker.name}对{name}提出了哪些要求？",
            f"What does {asker.name} ask of {_english(name)}?",
        )
        reason = f"every directive addressed to {name}"
        yield asker.item("actor", name, question, asker.each(paragraphs), reason)


def _verbs(asker: _Asker) -> Iterator[GoldItem]:
    used: dict[str, list[TrueParagraph]] = defaultdict(list)
    for paragraph in asker.truth.paragraphs:
        if paragraph.kind == "operative":
            for verb in dict.fromkeys(act.verb for act in paragraph.acts):
                used[verb].append(paragraph)
    for verb, paragraphs in used.items():
        if asker.lang == "en" and not _is_one_verb_in_english(verb):
            continue
        stem = verbs_by_name()[verb].english[0]
        question = asker.say(
            f"{asker.name}执行部分{_asking_with(verb)}？",
            f"Which operative paragraphs of {asker.name} {stem} something?",
        )
        reason = f"{verb} in the operative part, with its adverbs"
        yield asker.item("verb", verb, question, asker.each(paragraphs), reason)


def _asking_with(verb: str) -> str:
    """请谁做什么 and 要求谁做什么 ask for every directive: those verbs are asked for by name."""
    if verb in ("请", "要求"):
        return f"用“{verb}”这个动词的段落有哪些"
    return f"{verb}谁做什么" if verb in DIRECTIVES else f"{verb}什么"


def _any_directive(asker: _Asker) -> Iterator[GoldItem]:
    directing = [
        paragraph
        for paragraph in asker.truth.paragraphs
        if paragraph.kind == "operative" and any(a.verb in DIRECTIVES for a in paragraph.acts)
    ]
    if directing and asker.lang == "zh":
        question = f"{asker.name}执行部分请谁做什么？"
        yield asker.item("verb", "any", question, asker.each(directing), "whatever the verb")


def _is_one_verb_in_english(verb: str) -> bool:
    """Whether what English prints for it stands for no other: calls upon is 呼吁 and 促请."""
    printed = {one.operative for one in VERBS.values() if one.name == verb}
    if any(one.operative in printed for one in VERBS.values() if one.name != verb):
        return False
    asked = verbs_by_name()[verb].english[0]
    return not any(asked in one.english for name, one in verbs_by_name().items() if name != verb)


def _deadlines(asker: _Asker) -> Iterator[GoldItem]:
    due: dict[int, list[TrueParagraph]] = defaultdict(list)
    for paragraph in asker.truth.paragraphs:
        sessions = [d.session for act in paragraph.acts for d in act.deadlines if d.session]
        for session in dict.fromkeys(sessions):
            due[session].append(paragraph)
    for session, paragraphs in due.items():
        question = asker.say(
            f"{asker.name}有哪些事要到大会第{chinese(session)}届会议去做？",
            f"What does {asker.name} set for the {english_ordinal(session)} session?",
        )
        reason = f"every act with session {session} as its deadline"
        yield asker.item("deadline", str(session), question, asker.each(paragraphs), reason)


def _recalled(asker: _Asker) -> Iterator[GoldItem]:
    recalling = [
        paragraph
        for paragraph in asker.truth.paragraphs
        if any(r.kind == "resolution" and r.invoked == "recalls" for r in paragraph.references)
    ]
    if recalling:
        question = asker.say(
            f"{asker.name}回顾了以前的哪些决议？",
            f"Which earlier resolutions does {asker.name} recall?",
        )
        reason = "every paragraph that recalls a resolution"
        yield asker.item("reference", "recalls", question, asker.each(recalling), reason)


def _places(asker: _Asker) -> Iterator[GoldItem]:
    for paragraph in asker.truth.paragraphs:
        if paragraph.kind == "operative" and "~" not in paragraph.place:
            place = place_label(paragraph.place, asker.lang)
            question = asker.say(
                f"{asker.name}{place}写了什么？", f"What does {place} of {asker.name} say?"
            )
            groups = asker.each([paragraph])
            yield asker.item("lookup", paragraph.place, question, groups, "the paragraph named")


def _adoption(asker: _Asker) -> Iterator[GoldItem]:
    dates = asker.truth.masthead
    stated = [
        f"{asker.truth.symbol}#{place}"
        for place, field in (("META", "date"), ("END", "meeting_date"))
        if field in dates and not (asker.truth.form == "records" and place == "END")
    ]
    if asker.truth.form == "records":
        stated = [f"{asker.truth.symbol}#META"]
    if stated:
        question = asker.say(f"{asker.name}是哪天通过的？", f"When was {asker.name} adopted?")
        groups = (tuple(stated),)
        yield asker.item("metadata", "date", question, groups, "masthead or closing lines")


def _nobody(asker: _Asker) -> GoldItem:
    body = draw(0, asker.truth.symbol, "absent").choice(_ABSENT)
    question = asker.say(
        f"{asker.name}请{body}做什么？", f"What does {asker.name} request of {_english(body)}?"
    )
    return asker.item("refusal", body, question, (), f"nothing is asked of {body}")


def _english(name: str) -> str:
    """The name as a sentence has it, with its article."""
    printed = next((office.en for office in OFFICES.values() if office.name == name), None)
    return printed or f"the {english_name(name).title()}"


# ── of the whole library ─────────────────────────────────────────────────────────────────────


def library_questions(truths: Iterable[Truth], most: int = 200) -> tuple[GoldItem, ...]:
    """Who names a resolution, for up to ``most`` of those named, the most named first.

    Only keys and targets are kept, so that ``truths`` may be a stream of any length. A note and
    the paragraph that marks it answer alike.
    """
    mentions: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for truth in truths:
        for target, group in _mentions(truth):
            if group not in mentions[target]:
                mentions[target].append(group)
    ranked = sorted(mentions.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_who_names(target, tuple(groups)) for target, groups in ranked[:most])


def _mentions(truth: Truth) -> Iterator[tuple[str, tuple[str, ...]]]:
    marking = {note: truth.key(p) for p in truth.paragraphs for _, note in p.marks if note}
    named: tuple[str, tuple[str, ...]] = ("", ())
    same: list[str] = []
    for paragraph in truth.paragraphs:
        for reference in paragraph.references:
            if reference.kind != "resolution":
                continue
            keys = [truth.key(paragraph)]
            keys += [marking[paragraph.place]] if paragraph.place in marking else []
            if reference.invoked == "same_as_before":
                same += keys  # 同上 does not print the symbol: it may be cited, and need not be
                continue
            if named[0]:
                yield named[0], tuple(dict.fromkeys((*named[1], *same)))
            named, same = (reference.target, tuple(keys)), []
    if named[0]:
        yield named[0], tuple(dict.fromkeys((*named[1], *same)))


def _who_names(target: str, groups: Groups) -> GoldItem:
    return GoldItem(
        id=f"generated:library:mentioned_by:{target}",
        split="dev",
        kind="reference",
        turns=(f"哪些段落提到{label(target)}？",),
        groups=groups,
        exact=True,
        reason="every paragraph that names it; a note or the paragraph that marks it",
    )


def reports_due(truths: Iterable[Truth]) -> tuple[GoldItem, ...]:
    """Which reports are due at a session, for each at which any is, over the whole library."""
    due: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for truth in truths:
        for paragraph in truth.paragraphs:
            for act in paragraph.acts:
                made = {deliverable_name(one) for one in act.deliverables}
                sessions = {one.session for one in act.deadlines if one.session}
                for session in sorted(sessions) if "报告" in made else ():
                    due[session].append((truth.key(paragraph),))
    return tuple(
        GoldItem(
            id=f"generated:library:deadline:{session}",
            split="dev",
            kind="deadline",
            turns=(f"应向大会第{chinese(session)}届会议提交的报告有哪些？",),
            groups=tuple(dict.fromkeys(groups)),
            exact=True,
            reason=f"every act that asks for a report to session {session}",
        )
        for session, groups in sorted(due.items())
    )

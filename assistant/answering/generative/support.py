"""Whether one act of a resolution says what a sentence says.

A sentence stands on one act: everything that it claims has to be in the same act, because a number
of one request beside the addressee of another is how summaries go wrong. What an act asks, hopes
or denies may not be told as what is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.answering.generative.binding import is_same, misbound
from assistant.answering.generative.claims import Claim, claims_of
from assistant.answering.generative.coverage import told_besides
from assistant.answering.generative.denial import (
    conditions_lost,
    denials_wrong,
    duties_wrong,
    owes,
)
from assistant.answering.generative.quoted import misquoted, titles
from assistant.answering.generative.retelling import foreign
from assistant.answering.generative.speaking import (
    Cited,
    names_the_source,
    other_speakers,
    others_asked,
    speaks,
)
from assistant.text.labels import adopter
from assistant.text.normalise import fold
from assistant.types import Paragraph, VerbFamily

FaultKind = Literal[
    "symbol", "instrument", "date", "session", "number", "body", "country", "verb", "negation",
    "addressee", "modality", "condition", "quote", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What of a sentence its evidence does not say. ``words`` are the sentence's."""

    kind: FaultKind
    words: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a paragraph as evidence: its folded words and what they claim."""

    symbol: str
    place: str
    text: str  # folded
    verb: str | None
    family: VerbFamily | None
    addressees: tuple[str, ...]
    claims: tuple[Claim, ...]


# What is asked for, hoped or feared is not so: a sentence without the verb would say it is.
_NOT_SO_YET: frozenset[str] = frozenset({"directive", "expectation", "resolve", "concern"})

_DONE = re.compile(
    r"(?P<done>[一-鿿]{2})了(?!解|这[一个项]?(?:决定|点|请求|呼吁|要求|立场))|已经?(?P<already>[一-鿿]{2})"
)
_SEVERAL = 2
# Never given back: 并且 could be two words too, and a row of it would be tried in 2ⁿ ways.
_BEFORE_ANOTHER = re.compile(
    r"[,;](?:\s|并且?|同时|还|又|也|且|而|但是?|就此|大会|and|also|further|but|it)*+\Z",
    re.IGNORECASE,
)
_BY_MEANS_OF = re.compile(r"通过[^,;。]{1,30}?(?:方式|手段|途径|办法|渠道)")
_DEEDS = frozenset({"设立"})  # verbs that are also what others do, and say with other words


def acts_of(paragraph: Paragraph, lead: str = "") -> tuple[Act, ...]:
    """The acts of a paragraph, or all of it where it has none.

    ``lead``: the words of the paragraph above an item, which its own continue.
    """
    if not paragraph.clauses:
        return (_act(paragraph, f"{lead}{paragraph.text}", None, None, ()),)
    return tuple(
        _act(
            paragraph,
            lead * (i == 0) + clause.span.of(paragraph.text),
            clause.verb,
            clause.family,
            tuple(entity.name for entity in clause.addressees),
        )
        for i, clause in enumerate(paragraph.clauses)
    )


def _act(
    paragraph: Paragraph,
    text: str,
    verb: str | None,
    family: VerbFamily | None,
    addressees: tuple[str, ...],
) -> Act:
    folded = fold(text).text
    place = paragraph.place
    return Act(paragraph.symbol, place, folded, verb, family, addressees, claims_of(folded))


def supporting(sentence: str, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The first act that says all that ``sentence`` says; where a sentence tells several acts one
    after the other, each with its verb, the act of each. Empty where there is none."""
    if found := next((act for act in acts if not faults(sentence, act)), None):
        return (found,)
    told = _told_apart(sentence, acts)
    if len(told) < _SEVERAL:
        return ()
    each = [next((act for act in acts if _tells(part, act)), None) for part in told]
    return tuple(act for act in each if act is not None) if all(each) else ()


def _tells(part: str, act: Act) -> bool:
    verbs = [claim.value for claim in claims_of(fold(part).text) if claim.kind == "verb"]
    return act.verb in verbs and not faults(part, act)


def _told_apart(sentence: str, acts: Sequence[Act]) -> list[str]:
    """A sentence cut before each further verb of another act: 大会欢迎甲, 并确认乙."""
    folded = fold(sentence).text
    verbs = {act.verb for act in acts}
    starts = [0]
    for claim in claims_of(folded):
        before = _BEFORE_ANOTHER.search(folded[: claim.at])
        if claim.kind == "verb" and claim.value in verbs and before:
            starts.append(before.start())
    return [folded[a:b].strip(" ,;") for a, b in pairwise([*starts, len(folded)])]


def nearest(sentence: str, acts: Sequence[Act]) -> tuple[Act, tuple[Fault, ...]]:
    """The act that comes nearest to saying it, with what it does not say.

    Raises ValueError without acts.
    """
    return min(((act, faults(sentence, act)) for act in acts), key=lambda pair: len(pair[1]))


def faults(sentence: str, act: Act) -> tuple[Fault, ...]:
    """What ``sentence`` says and ``act`` does not; empty where it is supported."""
    folded = fold(sentence).text
    claims = claims_of(folded)
    asks = act.family == "directive" and bool(_its_verbs(claims, act))
    return (
        *_foreign(folded, claims, act),
        *_misbound(folded, claims, act),
        *_other_verb(folded, claims, act),
        *_other_roles(folded, claims, act),
        *_told_as_fact(folded, claims, act),
        *(Fault("modality", words) for words in duties_wrong(folded, act.text, asks=asks)),
        *(Fault("condition", words) for words in conditions_lost(folded, act.text)),
        *(Fault("negation", w) for w in denials_wrong(folded, claims, act.text, act.claims)),
        *(Fault("quote", words) for words in misquoted(folded, act.text)),
        *_foreign_words(folded, claims, act),
    )


def _foreign(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """Claims that the act does not make. The resolution and paragraph cited may be named."""
    for claim in claims:
        if claim.kind == "number" and _is_counted_as_one(claim, folded, act):
            yield Fault("number", claim.text)
        if claim.kind in ("verb", "negation") or any(is_same(claim, own) for own in act.claims):
            continue
        if claim.kind == "article" and not _counts_otherwise(claim.value, act):
            continue
        if _is_source(claim, folded, claims, act):
            continue
        yield Fault(_kind(claim), claim.text)


def _misbound(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """Values in each other's place: whose number, of what date, of which item the title."""
    said = [claim for claim in claims if not _is_source(claim, folded, claims, act)]
    said += titles(folded)
    for claim in misbound((folded, said), (act.text, (*act.claims, *titles(act.text)))):
        yield Fault(_kind(claim), claim.text)


def _is_counted_as_one(claim: Claim, folded: str, act: Act) -> bool:
    """Whether a number counts what the act has one of: 提交两份 where it says 每两年提交一份."""
    counted = folded[claim.at + len(claim.text) :]
    ones = [one.value for one in act.claims if one.kind == "article"]
    return any(counted.startswith(one) and not _counts_otherwise(one, act) for one in ones)


def _is_source(claim: Claim, folded: str, claims: Sequence[Claim], act: Act) -> bool:
    verbs = _its_verbs(claims, act)
    return names_the_source(claim, folded, Cited(act.symbol, act.place, act.text), verbs)


def _kind(claim: Claim) -> FaultKind:
    if claim.kind == "article":
        return "number"
    return "quote" if claim.kind == "title" else claim.kind


def _its_verbs(claims: Sequence[Claim], act: Act) -> list[Claim]:
    return [claim for claim in claims if claim.kind == "verb" and claim.value == act.verb]


def _counts_otherwise(classifier: str, act: Act) -> bool:
    """Whether the act counts the same things, and not one of them."""
    ends = (act.text[c.at + len(c.text) :] for c in act.claims if c.kind == "number")
    return any(end.startswith(classifier) for end in ends)


def _other_verb(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """请 is not 敦促: every verb has to be printed in the act, and what the Assembly does is its
    first verb, not one that others use in it (注意到委员会建议… recommends nothing)."""
    said = [claim for claim in claims if claim.kind == "verb"]
    printed = {claim.value for claim in act.claims if claim.kind == "verb"}
    for claim in said:
        is_the_organs = act.verb is not None and speaks(folded[: claim.at])
        own = {act.verb} if is_the_organs else {act.verb, *printed}
        if not is_the_organs and _BY_MEANS_OF.match(folded, claim.at):
            continue
        if not is_the_organs and claim.value in _DEEDS and not foreign(claim.text, act.text):
            continue
        if claim.value not in own:
            yield Fault("verb", claim.text)


def _other_roles(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """Another who asks than the organ that adopted the act, another who is asked."""
    verb = next(iter(_its_verbs(claims, act)), None)
    if verb is None:
        return
    wrong = list(other_speakers(folded, claims, verb, adopter(act.symbol)))
    if act.addressees and act.family == "directive":
        wrong += others_asked(folded, claims, verb, act.addressees)
    for words in wrong:
        yield Fault("addressee", words)


def _told_as_fact(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """72/31 looks forward to the entry into force; that the treaty enters into force is no fact.
    Nor has been done what has to be done, or is asked for."""
    if act.family in _NOT_SO_YET and not _its_verbs(claims, act):
        yield Fault("modality", act.verb or "")
    for match in _DONE.finditer(folded):
        word = match["done"] or match["already"]
        if not any(
            claim.text.endswith(word) or word.startswith(claim.text)
            for claim in claims
            if claim.kind == "verb"
        ) and not _is_done(word, act):
            yield Fault("modality", match.group())


def _is_done(word: str, act: Act) -> bool:
    """Whether the act too says that it has happened: 违反了, 已举行, 作出的承诺, 于7月7日通过."""
    if re.search(rf"{re.escape(word)}(?:了|的)|已经?{re.escape(word)}", act.text):
        return True
    at = act.text.find(word)
    if at < 0 or act.family in _NOT_SO_YET:
        return False
    return not owes(act.text[:at])


def _foreign_words(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    if lacking := foreign(told_besides(folded, claims), act.text):
        yield Fault("words", "、".join(lacking))

"""Whether one act of a resolution says what a sentence says.

A sentence stands on one act: everything that it claims has to be in the same act, because a number
of one request beside the addressee of another is how summaries go wrong. What an act asks, hopes
or denies may not be told as what is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.generative.claims import Claim, claims_of
from assistant.answering.generative.coverage import foreign_words
from assistant.text.labels import adopter, place_label
from assistant.text.normalise import fold
from assistant.text.symbols import session_of
from assistant.types import Paragraph, VerbFamily

FaultKind = Literal[
    "symbol", "instrument", "date", "session", "number", "body", "country", "verb", "negation",
    "addressee", "modality", "quote", "words",
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

_ADOPTED = re.compile(
    r"(?:会议|大会|联大)*(?:所|上)?(?:通过)?的?(?:第?[0-9/]+号)?(?:那份|这份)?决议"
)
_DONE = re.compile(r"(?P<done>[一-鿿]{2})了(?!解)|已经?(?P<already>[一-鿿]{2})")
_DUTY = re.compile(r"必须|应[当该]|务必|需要|有必要|亟需|(?<![对适反相])应(?![急对用邀付有])")
_DUTY_WORDS = 3
_ITS = re.compile(r"其|\bits\b")
_SPEAKER = 8  # characters from 大会 to the verb it speaks with: 大会对此表示欢迎
# Each alternative begins otherwise than the others end, so that a long sentence is read once.
_OF_THE_ASSEMBLY = re.compile(
    r"(?:联合国|[该本]|这份|这一|上述|大会|联大|决议|安全理事会|安理会|人权理事会"
    r"|经济及社会理事会|经社理事会|理事会|第?(?<![0-9A-Z/])[0-9A-Z/()]*[0-9][0-9A-Z/()]*(?![0-9A-Z/])号?"
    r"|执行部分|序言部分|第[0-9]+段|[,:\s中的里并又还也]"
    r"|\b(?:in|the|general|assembly|security|economic|and|social|human|rights|council|resolution"
    r"|paragraph|operative|it|also|further|once|again)\b)*",
    re.IGNORECASE,
)
# Between quotation marks, four characters or more; a title of any length.
QUOTED = re.compile(
    r"“([^”]{4,})”|「([^」]{4,})」|\"([^\"]{4,})\"|(?:题为)[“\"]([^”\"]+)[”\"]|《([^》]+)》"
)
_SAME_OF_A_TITLE = 0.7  # of its characters, in their places
_BIGRAM = 2


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


def supporting(sentence: str, acts: Sequence[Act]) -> Act | None:
    """The first act that says all that ``sentence`` says; None where none does."""
    return next((act for act in acts if not faults(sentence, act)), None)


def nearest(sentence: str, acts: Sequence[Act]) -> tuple[Act, tuple[Fault, ...]]:
    """The act that comes nearest to saying it, with what it does not say.

    Raises ValueError without acts.
    """
    return min(((act, faults(sentence, act)) for act in acts), key=lambda pair: len(pair[1]))


def faults(sentence: str, act: Act) -> tuple[Fault, ...]:
    """What ``sentence`` says and ``act`` does not; empty where it is supported."""
    folded = fold(sentence).text
    claims = claims_of(folded)
    return (
        *_foreign(folded, claims, act),
        *_other_verb(folded, claims, act),
        *_other_addressee(claims, act),
        *_told_as_fact(folded, claims, act),
        *_denial_lost(folded, act),
        *_misquoted(folded, act),
        *_misnamed(folded, act),
        *_foreign_words(folded, act),
    )


def _foreign(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """Claims that the act does not make. The resolution and paragraph cited may be named."""
    mine = {(claim.kind, claim.value) for claim in act.claims}
    dates = [claim.value for claim in act.claims if claim.kind == "date"]
    verbs = [claim for claim in claims if claim.kind == "verb" and claim.value == act.verb]
    for claim in claims:
        if (claim.kind, claim.value) in mine or claim.kind == "verb":
            continue
        if claim.kind == "article" and not _counts_otherwise(claim.value, act):
            continue
        said = claim.kind == "date" and any(_same_day(claim.value, other) for other in dates)
        if said or (claim.kind == "negation" and _is_denied(claim, act)):
            continue
        if _names_the_source(claim, act, folded, verbs):
            continue
        yield Fault("number" if claim.kind == "article" else claim.kind, claim.text)


def _same_day(said: str, printed: str) -> bool:
    """Whether a date is the printed one, or less of it: 2014年9月, 9月26日 of 2014年9月26日."""
    return printed.startswith(said) or (said.startswith("-") and printed.endswith(said))


def _is_denied(claim: Claim, act: Act) -> bool:
    return any(
        other.kind == "negation" and other.value[:_BIGRAM] == claim.value[:_BIGRAM]
        for other in act.claims
    )


def _counts_otherwise(classifier: str, act: Act) -> bool:
    """Whether the act counts the same things, and not one of them."""
    ends = (act.text[c.at + len(c.text) :] for c in act.claims if c.kind == "number")
    return any(end.startswith(classifier) for end in ends)


def _names_the_source(claim: Claim, act: Act, folded: str, verbs: Sequence[Claim]) -> bool:
    """75/45, the session that adopted it, paragraph 13, and the organ that speaks: a Council
    where it adopted it, and nobody in an annex."""
    if claim.kind == "symbol":
        return claim.value == act.symbol
    if claim.kind == "session":
        adopted = _ADOPTED.match(folded, claim.at + len(claim.text))
        return claim.value == str(session_of(act.symbol)) and adopted is not None
    if claim.kind == "number":
        return claim.value in re.findall(r"[0-9]+", place_label(act.place, "zh"))
    if claim.kind != "body" or claim.value != adopter(act.symbol) or act.place.startswith("ANNEX"):
        return False
    begins = _OF_THE_ASSEMBLY.fullmatch(folded[: claim.at]) is not None
    speaks = any(0 < verb.at - claim.at <= _SPEAKER for verb in verbs)
    return begins or speaks or bool(_ITS.search(act.text))


def _other_verb(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """请 is not 敦促: every verb has to be printed in the act, and what the Assembly does is its
    first verb, not one that others use in it (注意到委员会建议… recommends nothing)."""
    said = [claim for claim in claims if claim.kind == "verb"]
    printed = {claim.value for claim in act.claims if claim.kind == "verb"}
    for claim in said:
        speaks = act.verb and _OF_THE_ASSEMBLY.fullmatch(folded[: claim.at])
        own = {act.verb} if speaks else {act.verb, *printed}
        if claim.value not in own:
            yield Fault("verb", claim.text)


def _other_addressee(claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """Whoever stands right behind the verb is asked: it has to be whom the act asks."""
    if not act.addressees or act.family != "directive":
        return
    verb = next((c for c in claims if c.kind == "verb" and c.value == act.verb), None)
    if verb is None:
        return
    end = verb.at + len(verb.text)
    asked = [c for c in claims if c.kind == "body" and 0 <= c.at - end <= _BIGRAM * 4]
    if asked and asked[0].value not in act.addressees:
        yield Fault("addressee", asked[0].text)


def _told_as_fact(folded: str, claims: Sequence[Claim], act: Act) -> Iterator[Fault]:
    """72/31 looks forward to the entry into force; that the treaty enters into force is no fact.
    Nor has been done what has to be done, or is asked for."""
    if act.family in _NOT_SO_YET and act.verb not in [c.value for c in claims if c.kind == "verb"]:
        yield Fault("modality", act.verb or "")
    for match in _DONE.finditer(folded):
        word = match["done"] or match["already"]
        if not any(
            claim.text.endswith(word) or word.startswith(claim.text)
            for claim in claims
            if claim.kind == "verb"
        ) and not _is_done(word, act):
            yield Fault("modality", match.group())
    if _DUTY.search(act.text) and not _DUTY.search(folded):
        for match in _DUTY.finditer(act.text):
            duty = act.text[match.end() : match.end() + _DUTY_WORDS]
            if len(duty) == _DUTY_WORDS and duty in folded:
                yield Fault("modality", match.group())
                return


def _is_done(word: str, act: Act) -> bool:
    """Whether the act too says that it has happened: 违反了, 已举行, 作出的承诺, 于7月7日通过."""
    if re.search(rf"{re.escape(word)}(?:了|的)|已经?{re.escape(word)}", act.text):
        return True
    at = act.text.find(word)
    if at < 0 or act.family in _NOT_SO_YET:
        return False
    return _DUTY.search(act.text[:at]) is None


def _denial_lost(folded: str, act: Act) -> Iterator[Fault]:
    """What the act denies may not be said without the denial."""
    denied = [c for c in claims_of(folded) if c.kind == "negation"]
    for claim in act.claims:
        words_denied = claim.value
        if claim.kind != "negation" or len(words_denied) < _BIGRAM:
            continue
        said = words_denied in folded.lower()
        if said and not any(c.value[:_BIGRAM] == words_denied[:_BIGRAM] for c in denied):
            yield Fault("negation", words_denied)


def _misquoted(folded: str, act: Act) -> Iterator[Fault]:
    """Words between quotation marks are the act's own, punctuation aside."""
    held = _bare(act.text)
    for match in QUOTED.finditer(folded):
        words_quoted = next(group for group in match.groups() if group)
        if _bare(words_quoted) not in held:
            yield Fault("quote", words_quoted)


def _misnamed(folded: str, act: Act) -> Iterator[Fault]:
    """A title of the act with a character changed: 全面彻底裁军 where it says 全部彻底裁军."""
    said, held = _bare(folded), _bare(act.text)
    for match in QUOTED.finditer(act.text):
        title = _bare(next(group for group in match.groups() if group))
        if title in said:
            continue
        for at in range(len(said) - len(title) + 1):
            window = said[at : at + len(title)]
            same = sum(a == b for a, b in zip(window, title, strict=True))
            if same >= _SAME_OF_A_TITLE * len(title) and window not in held:
                yield Fault("quote", window)
                return


def _bare(folded: str) -> str:
    return re.sub(r"[\W_]", "", folded).lower()


def _foreign_words(folded: str, act: Act) -> Iterator[Fault]:
    if (lacking := foreign_words(folded, act.text)) is not None:
        yield Fault("words", lacking)

"""What is denied, owed, allowed or asked on a condition, and may not be told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.generative.claims import Claim

# Kinds of denial that never stand for each other: what need not be may be, what may not be may not,
# and of what has not been neither is said.
_NEED_NOT = re.compile(
    r"不必|无须|无需|不需|毋须|没有必要|不用|need not|not need|not have to", re.IGNORECASE
)
_MAY_NOT = re.compile(r"不得|不应|不能|不可|不许|不准|切勿|勿|不会|无法")
_HAS_NOT = frozenset({"没有", "尚未", "未", "从未", "并未", "未能"})
_SCOPE = 8  # characters after a denial that say what is denied
_ENGLISH_SCOPE = 5  # words
_SAID = 0.5  # of what is denied: where so much is said, the denial has to be said too
_EMPTY = frozenset(
    "not never no yet been have has done so be is are to the a an of in may within".split()
)
_MODAL = re.compile(r"\A(?:要|得|应[当该]?|能够?|会|可以?|再|必须?|需要?|有|被)+")

_MUST = re.compile(r"必须|务必|务须|须(?!知)|\bmust\b|\bshall\b", re.IGNORECASE)
_MUST_PRINTED = re.compile(rf"{_MUST.pattern}|一定|不得|不可", re.IGNORECASE)
_OUGHT = re.compile(
    r"必须|应[当该]|务必|需要|有必要|亟需|须|(?<![对适反相响供])应(?![急对用邀付有])"
    r"|\b(?:must|shall|should|needs? to|ought)\b",
    re.IGNORECASE,
)
_OUGHT_PRINTED = re.compile(rf"{_OUGHT.pattern}|不得|\bmay not\b|\bno\b", re.IGNORECASE)
_MAY = re.compile(
    r"可以|可(?=[在由向将自就选不使作派])|(?<![不可尽功职只才])能(?![源力否见够])|能够|有权|允许|准许"
    r"|\b(?:may|can|could|might|be able)\b",
    re.IGNORECASE,
)
_MAY_PRINTED = re.compile(r"[可能得权许]|\b(?:may|can|could|might|able|right|if)\b", re.IGNORECASE)
_DUTY_WORDS = 3  # characters behind a duty that say what is owed
_CONDITION = re.compile(
    r"在[^,;]{2,40}的?情况下|除非[^,;]+|如果[^,;]+|倘若[^,;]+|一旦[^,;]+|只要[^,;]+"
    r"|除(?!其他)[^,;]{2,30}外|以[^,;]{2,20}为由"
    r"|\b(?:unless|except|provided that|subject to|if)\b[^,;]+|\bwithin existing resources\b",
    re.IGNORECASE,
)
_KEPT = 0.5  # of a condition's words: where so much is said, it has been said
_UNDER = 16  # characters behind a condition that say what stands under it
_PART = re.compile(r"[,;。:]")


@dataclass(frozen=True, slots=True)
class _Denial:
    kind: Literal["need", "may", "has", "other"]
    words: str  # what is denied
    text: str


def denials_wrong(
    said: str, claims: Sequence[Claim], held: str, printed: Sequence[Claim]
) -> Iterator[str]:
    """What a folded sentence denies and its act ``held`` does not, or tells and the act denies."""
    mine, theirs = _denials(said, claims), _denials(held, printed)
    for denial in mine:
        if not any(_is_same(denial, other) for other in theirs):
            yield denial.text
    if len(mine) > len(theirs):  # 不在没有…的情况下: one of the act's denied once more
        yield mine[0].text
    for other in theirs:
        if _is_told(other, said) and not any(_is_same(denial, other) for denial in mine):
            yield other.words or other.text


def _denials(text: str, claims: Sequence[Claim]) -> list[_Denial]:
    return [_denial(text, claim) for claim in claims if claim.kind == "negation"]


def _denial(text: str, claim: Claim) -> _Denial:
    end = claim.at + len(claim.text)
    rest = _PART.split(text[end:])[0]
    if claim.text.isascii():
        words = " ".join(rest.split()[:_ENGLISH_SCOPE])
    else:
        words = _MODAL.sub("", rest)[:_SCOPE]
    if _NEED_NOT.search(text[max(0, claim.at - 5) : end + 8].partition(",")[0]):
        return _Denial("need", words, claim.text)
    if _MAY_NOT.match(text, claim.at):
        return _Denial("may", words, claim.text)
    return _Denial("has" if claim.text in _HAS_NOT else "other", words, claim.text)


def _is_same(one: _Denial, other: _Denial) -> bool:
    if one.kind != other.kind and ("need" in (one.kind, other.kind) or "other" not in (
        one.kind, other.kind
    )):  # fmt: skip
        return False
    mine, theirs = _words(one.words), _words(other.words)
    return bool(mine & theirs) or (not mine and not theirs)


def _words(text: str) -> set[str]:
    """What of a stretch can be compared: character pairs, or the beginnings of English words."""
    if re.search("[A-Za-z]", text) and text.isascii():
        return {word[:4].lower() for word in text.split() if word.lower() not in _EMPTY}
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _is_told(denial: _Denial, said: str) -> bool:
    """Whether a sentence says what the act denies; ``not yet done so`` denies what was said."""
    deed = denial.words[:2] in said and not denial.words.isascii()
    return deed or _share(_words(denial.words), said) >= _SAID


def _share(words: set[str], said: str) -> float:
    lowered = said.lower()
    return sum(word in lowered for word in words) / len(words) if words else 1.0


def duties_wrong(said: str, held: str, *, asks: bool) -> Iterator[str]:
    """A duty or a leave that the act does not give, or a duty of the act told as what is.

    ``asks``: the sentence has the verb with which the act asks, which lays a duty itself.
    """
    for told, printed in ((_MUST, _MUST_PRINTED), (_MAY, _MAY_PRINTED)):
        if (match := told.search(said)) and not printed.search(held):
            yield match.group()
    ought = _OUGHT.search(said)
    if ought and not asks and not _OUGHT_PRINTED.search(held):
        yield ought.group()
    if asks or ought:
        return
    for match in _OUGHT.finditer(held):
        duty = held[match.end() : match.end() + _DUTY_WORDS]
        if len(duty) == _DUTY_WORDS and duty in said:
            yield match.group()
            return


def owes(text: str) -> bool:
    """Whether a folded text lays a duty."""
    return _OUGHT.search(text) is not None


def conditions_lost(said: str, held: str) -> Iterator[str]:
    """Conditions of the act left out of a sentence that says what stands under them."""
    for match in _CONDITION.finditer(held):
        if _share(_words(match.group()), said) >= _KEPT:
            continue
        under = _words(_PART.split(held[match.end() :])[0][:_UNDER])
        if under and _share(under, said) >= _KEPT:
            yield match.group()

"""Who speaks in a sentence about an act, and whom it says is asked.

A resolution speaks for the organ that adopted it. A sentence may name that organ, the resolution
and the paragraph, which the act's words do not; it may not have another speak, or ask another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.generative.claims import PASSIVE, Claim
from assistant.text.labels import adopter, place_label
from assistant.text.symbols import session_of

_ADOPTED = re.compile(
    r"(?:会议|大会|联大)*(?:所|上)?(?:通过)?的?(?:第?[0-9/]+号)?(?:那份|这份)?决议"
)
_THIS_RESOLUTION = re.compile(r"本决议|present resolution")
_UP_TO_A_VERB = re.compile(
    r"[^,;的、和与及]{0,8}|(?: (?:also|further|again|deeply|strongly|once))* "
)
_PART = re.compile(r"[,;。:]")
_TOWARDS = re.compile(r"(?:对|对于|向|给|为|同|与|让)[^,;]*\Z")
_ITS = re.compile(r"其(?![中他后余])|\bits\b")
_OWNS = re.compile(r"'s\b| at its\b")
# Each alternative begins otherwise than the others end, so that a long sentence is read once.
_OF_THE_ORGAN = re.compile(
    r"(?:联合国|[该本在按照依据根第]|序言|这份|这一|上述|大会|联大|决议|安全理事会|安理会|人权理事会"
    r"|经济及社会理事会|经社理事会|理事会"
    r"|第?(?<![0-9A-Z/])[0-9A-Z/()]*[0-9][0-9A-Z/()]*(?![0-9A-Z/])号?"
    r"|执行部分|序言部分|第[0-9]+段|[,:\s中的里并又还也]"
    r"|\b(?:in|the|general|assembly|security|economic|and|social|human|rights|council|resolution"
    r"|paragraph|operative|it|also|further|once|again)\b)*",
    re.IGNORECASE,
)
_ASKED_WITHIN = 8  # characters from the verb to whom it asks: 请所有有关的会员国
_STANDS_BEFORE = 2  # characters between who is asked and a passive verb
_LISTED = re.compile(r"\s*(?:、|,|和|与|及|以及|and|or|\s)+(?:所有|各)?")


def speaks(before: str) -> bool:
    """Whether a verb after these words of a sentence is the organ's: 大会在该决议中又."""
    return _OF_THE_ORGAN.fullmatch(before) is not None


@dataclass(frozen=True, slots=True)
class Cited:
    """What a sentence is about: a place of a resolution and the words of an act there."""

    symbol: str
    place: str
    text: str  # folded


def names_the_source(claim: Claim, said: str, cited: Cited, verbs: Sequence[Claim]) -> bool:
    """75/45, the session that adopted it, paragraph 13, and the organ that speaks: a Council where
    it adopted it, and nobody in an annex. ``verbs``: the sentence's that are the act's."""
    if claim.kind == "symbol":
        leads = speaks(_PART.split(said[: claim.at])[-1])
        return claim.value == cited.symbol and (leads or bool(_THIS_RESOLUTION.search(cited.text)))
    if claim.kind == "session":
        adopted = _ADOPTED.match(said, claim.at + len(claim.text))
        return claim.value == str(session_of(cited.symbol)) and adopted is not None
    if claim.kind == "number":
        return _is_of_the_place(claim, said, cited.place)
    if claim.kind != "body" or claim.value != adopter(cited.symbol):
        return False
    return not cited.place.startswith("ANNEX") and _is_the_organ(claim, said, cited, verbs)


def _is_of_the_place(claim: Claim, said: str, place: str) -> bool:
    """Whether a number is the cited paragraph's: 第75/45号决议执行部分第13段, not 上文第4段."""
    before = said[: claim.at]
    counts = re.search(r"第\Z|paragraphs?\s\Z", before, re.IGNORECASE)
    figures = re.findall(r"[0-9]+", place_label(place, "zh"))
    return counts is not None and claim.value in figures and speaks(_PART.split(before)[-1])


def _is_the_organ(claim: Claim, said: str, cited: Cited, verbs: Sequence[Claim]) -> bool:
    """Whether the organ is named because it speaks, or because the act says ``its``."""
    end = claim.at + len(claim.text)
    if speaks(said[: claim.at]):
        return True
    if any(_UP_TO_A_VERB.fullmatch(said[end : verb.at]) for verb in verbs if verb.at >= end):
        return True
    owns = not claim.text.isascii() or _OWNS.match(said, end)
    return bool(_ITS.search(cited.text) and owns)


def other_speakers(
    said: str, claims: Sequence[Claim], verb: Claim, speaker: str | None
) -> Iterator[str]:
    """Who does what the organ does, in the sentence: 秘书长请大会… turns a request round."""
    if PASSIVE.match(verb.text):
        return
    for claim in claims:
        end = claim.at + len(claim.text)
        if claim.kind not in ("body", "country") or end > verb.at:
            continue
        before = _PART.split(said[: claim.at])[-1]
        is_subject = _UP_TO_A_VERB.fullmatch(said[end : verb.at]) and not _TOWARDS.search(before)
        if is_subject and claim.value != speaker:
            yield claim.text


def others_asked(
    said: str, claims: Sequence[Claim], verb: Claim, addressees: Sequence[str]
) -> Iterator[str]:
    """Whoever stands beside the verb is asked, and whoever is listed with him: those that the act
    does not ask. ``addressees`` are whom it asks."""
    bodies = [claim for claim in claims if claim.kind == "body"]
    end = verb.at + len(verb.text)
    if PASSIVE.match(verb.text):
        asked = [c for c in bodies if 0 <= verb.at - c.at - len(c.text) <= _STANDS_BEFORE]
    else:
        asked = [c for c in bodies if 0 <= c.at - end <= _ASKED_WITHIN][:1]
    for claim in bodies:
        if asked and asked[-1].at < claim.at:
            between = said[asked[-1].at + len(asked[-1].text) : claim.at]
            asked += [claim] * bool(_LISTED.fullmatch(between))
    for claim in asked:
        if claim.value not in addressees:
            yield claim.text

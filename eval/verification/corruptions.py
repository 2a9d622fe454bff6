"""The rules by which a true sentence is made false: another value, verb, denial or place.

Values are found twice: as the judge finds them, and as bare figures, so that what the judge cannot
read is corrupted too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from assistant.answering.generative.claims import Claim, claims_of
from assistant.answering.generative.support import Act
from assistant.text.dates import parse_date
from assistant.text.normalise import fold
from assistant.text.numerals import chinese, parse_numeral
from assistant.types import Paragraph

# What one act does and another does not, though readers take them for the same: the nearest ones.
_OTHER_VERBS: Mapping[str, tuple[str, ...]] = {
    "请": ("敦促", "促请", "鼓励"),
    "促请": ("请", "敦促", "呼吁"),
    "呼吁": ("促请", "敦促", "请"),
    "吁请": ("敦促", "请"),
    "敦促": ("促请", "鼓励"),
    "邀请": ("请", "敦促"),
    "鼓励": ("促请", "请"),
    "欢迎": ("注意到", "赞同"),
    "注意到": ("欢迎", "赞同", "核准"),
    "决定": ("建议", "请"),
    "建议": ("决定", "请"),
    "重申": ("强调", "决定"),
    "强调": ("重申", "确认"),
    "确认": ("强调", "欢迎"),
    "回顾": ("重申", "欢迎"),
    "期待": ("欢迎", "决定"),
    "赞同": ("欢迎", "注意到"),
    "关切": ("遗憾",),
}
_OTHER_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "requests": ("urges", "encourages"),
    "urges": ("requests", "invites"),
    "calls upon": ("requests", "urges"),
    "encourages": ("requests", "calls upon"),
    "invites": ("requests", "urges"),
    "decides": ("recommends",),
    "welcomes": ("takes note of",),
    "notes": ("welcomes",),
    "reaffirms": ("decides",),
}
_DENIALS = (
    *"尚未 从未 没有 不再 不得 不应 不能 不会 不可 未".split(), "not yet ", "not ", "no ",
)  # fmt: skip
_NOT_DENIED = re.compile(r"不扩散|不可逆|不限成员|未来|不断|不同|没有核武器")
_ASKED = re.compile(
    r"(?P<verb>请|促请|敦促|邀请|鼓励|吁请|requests|urges|invites|encourages|calls upon)"
)
_STATED = re.compile(r"(?P<must>必须|应当?|需要|shall|should|must)")
_ITEM_AND_SUBITEM = re.compile(r"(题为)(“[^”]+”)(的项目.*?题为)(“[^”]+”)")
_TRIED = 3  # values of the library tried in the place of one

_FIGURES = re.compile(r"[0-9]+|[一二三四五六七八九十百零〇]+")


class Values:
    """What a library names, by kind of claim, in the words it is named with."""

    def __init__(self, held: Mapping[str, Paragraph], seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._words: dict[tuple[str, bool], dict[str, str]] = {}
        for paragraph in held.values():
            for claim in claims_of(fold(paragraph.text).text):
                pool = self._words.setdefault((claim.kind, claim.text.isascii()), {})
                pool.setdefault(claim.value, claim.text)

    def others(self, claim: Claim) -> tuple[str, ...]:
        """Words for other values of its kind, in its script."""
        pool = self._words.get((claim.kind, claim.text.isascii()), {})
        words = [
            text
            for value, text in pool.items()
            if value not in claim.value  # 2013年 of 9月26日 of that year is less, and not false
        ]
        return tuple(self._random.sample(words, min(_TRIED, len(words))))


def corrupted(text: str, acts: Sequence[Act], values: Values) -> Iterator[tuple[str, str]]:
    """Kinds of fault with the folded sentence ``text`` made false in that way."""
    claims = claims_of(text)
    for claim in claims:
        for other in _other_words(claim, values):
            yield claim.kind, text[: claim.at] + other + text[claim.at + len(claim.text) :]
    yield from _swapped(text, claims)
    yield from _other_verb(text, acts)
    yield from _denied(text)
    yield from _told_as_done(text)
    if match := _ITEM_AND_SUBITEM.search(text):
        lead_, one, between, other = match.groups()
        yield "title", text[: match.start()] + lead_ + other + between + one + text[match.end() :]
    for figures in _FIGURES.finditer(text):
        for other in _counted_on(figures.group()):
            yield "figure", text[: figures.start()] + other + text[figures.end() :]


def _other_words(claim: Claim, values: Values) -> Iterator[str]:
    if claim.kind in ("number", "session"):
        yield from _counted_on(claim.text)
    if claim.kind == "date":
        yield from _days_beside(claim.text)
    if claim.kind in ("number", "session", "date", "symbol", "body", "country", "instrument"):
        yield from values.others(claim)


def _counted_on(words: str) -> Iterator[str]:
    """One more and one less, written the same way."""
    if match := re.search(r"[0-9]+", words):
        for step in (1, -1):
            if (n := int(match.group()) + step) > 1:
                yield words[: match.start()] + str(n) + words[match.end() :]
    elif match := re.search(r"[一二三四五六七八九十百零]+", words):
        number = parse_numeral(match.group())
        for step in (1, -1):
            if number is not None and (n := number + step) > 1:
                yield words[: match.start()] + chinese(n) + words[match.end() :]


def _days_beside(words: str) -> Iterator[str]:
    day = parse_date(words)
    for step in (1, -1):
        if day is not None and "月" in words:
            other = day + timedelta(days=step)
            yield f"{other.year}年{other.month}月{other.day}日"
    if match := re.search(r"(?:19|20)[0-9]{2}", words):
        yield words[: match.start()] + str(int(match.group()) + 1) + words[match.end() :]


def _swapped(text: str, claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Two of one kind in each other's place: who asks whom, which date is of which resolution."""
    for kind in ("body", "date", "symbol", "number"):
        named = [claim for claim in claims if claim.kind == kind]
        for one, other in pairwise(named):
            if one.value == other.value or _lists(text[one.at + len(one.text) : other.at]):
                continue
            changed = (
                text[: one.at] + other.text + text[one.at + len(one.text) : other.at] + one.text
                + text[other.at + len(other.text) :]
            )  # fmt: skip
            yield "role" if kind == "body" else f"{kind} swapped", changed


def _lists(between: str) -> bool:
    """Whether two stand in one list, where their order says nothing."""
    return re.fullmatch(r"(?:\s|、|和|与|及|以及|或|,|第|号|年|and|or)*", between) is not None


def _other_verb(text: str, acts: Sequence[Act]) -> Iterator[tuple[str, str]]:
    said = [claim for claim in claims_of(text) if claim.kind == "verb"]
    for act in acts:
        own = next((claim for claim in said if claim.value == act.verb), None)
        if own is None:
            continue
        others = _OTHER_ENGLISH.get(own.text.lower(), ()) if own.text.isascii() else (
            _OTHER_VERBS.get(own.value, ())
        )  # fmt: skip
        for other in others:
            yield "verb", text[: own.at] + other + text[own.at + len(own.text) :]


def _denied(text: str) -> Iterator[tuple[str, str]]:
    """A denial left out, or one put in."""
    plain = _NOT_DENIED.sub(lambda match: "|" * len(match.group()), text)
    for denial in _DENIALS:
        at = plain.find(denial)
        if at >= 0:
            yield "negation", text[:at] + text[at + len(denial) :]
            break
    for asked in claims_of(text):
        verb = _ASKED.search(text[: asked.at])
        after = text[asked.at + len(asked.text) :]
        if asked.kind == "body" and verb and asked.at - verb.end() < len("所有") and (
            after[:1] not in "、和与,的及 或主"
        ):  # fmt: skip
            yield "negation", text[: asked.at] + asked.text + "不" + after
            break
    if match := _STATED.search(text):
        no = "不" if not match.group().isascii() else " not"
        at = match.start() if no == "不" else match.end()
        yield "negation", text[:at] + no + text[at:]


def _told_as_done(text: str) -> Iterator[tuple[str, str]]:
    """What is asked for, told as what is: 请秘书长提出报告 as 秘书长提出报告."""
    if match := re.match(r"大会(?:又|还|再次)?(?:请|促请|敦促|邀请|鼓励|呼吁)(?=.{8})", text):
        yield "modality", text[match.end() :]

"""A plan's pieces in Chinese, as the form prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type

from assistant.text.numerals import chinese
from eval.generator.languages import Segment, cited_fact
from eval.generator.offices import Office
from eval.generator.plan import (
    ActPlan,
    Cited,
    Due,
    Sentence,
)
from eval.generator.style import Style
from eval.generator.truth import TrueDeadline
from eval.generator.vocabulary import Words

_ORGANS = {
    "A": "大会", "E": "经济及社会理事会", "S": "安全理事会", "A/HRC": "人权理事会",
}  # fmt: skip
_HALF_WIDTH = str.maketrans("，；：（）", ",;:()")


@dataclass(frozen=True, slots=True)
class Chinese:
    """Chinese as the form prints it."""

    style: Style
    code: str = "zh"
    joint: str = "，并"
    gap: str = ""
    titles: tuple[str, str] = ("《", "》")
    same_as_before: str = "同上"

    def template(self, sentence: Sentence) -> str:
        """The template of this language."""
        return sentence.zh

    def words(self, words: Words) -> str:
        """The words of this language."""
        return words.zh

    def verb(self, act: ActPlan, *, preambular: bool, second: bool) -> tuple[str, tuple[str, ...]]:
        """The head of an act as printed, and its adverbs."""
        del preambular, second
        again = ("", "又", "还")[act.again]
        verb = act.verb.old if self.style.chinese_numerals and act.verb.old else act.verb.zh
        linked = "在这方面" if act.linked else ""
        adverbs = tuple(word for word in (linked, again) if word) + act.verb.adverbs
        return linked + again + verb, adverbs

    def addressees(self, offices: tuple[Office, ...]) -> str:
        """Several offices in a row."""
        *firsts, last = (office.zh for office in offices)
        joint = "以及" if any("和" in name for name in firsts) else "和"
        return f"{'、'.join(firsts)}{joint}{last}" if firsts else last

    def stops(self, text: str) -> str:
        """The text with this form's stops; its length stays."""
        return text.translate(_HALF_WIDTH) if self.style.half else text

    def number(self, value: int | str, before: str = "", after: str = "") -> str:
        """第 729 卷 or 第729卷: blanks only where the form spaces its numbers."""
        if not self.style.spaced:
            return f"{before}{value}{after}"
        return f"{before} {value}{'' if str(value).endswith(')') else ' '}{after}"

    def day(self, day: Date) -> str:
        """A date in running text."""
        if self.style.chinese_numerals:
            year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
            return f"{year}年{chinese(day.month)}月{old_day(day.day)}日"
        gap = " " if self.style.spaced else ""
        return f"{day.year}{gap}年{gap}{day.month}{gap}月{gap}{day.day}{gap}日"

    @property
    def blank(self) -> str:
        """What stands between Chinese and a date."""
        return " " if self.style.spaced else ""

    def session(self, session: int) -> str:
        """第一百零二届会议."""
        return f"第{chinese(session)}届会议"

    def due(self, due: Due) -> Iterator[Segment]:
        """A session, a day or 每年."""
        if due.session is not None:
            words = f"大会{self.session(due.session)}"
            yield words, TrueDeadline(0, len(words), session=due.session)
        elif due.date is not None:
            words = self.day(due.date)
            yield self.blank, None
            yield words, TrueDeadline(0, len(words), date=due.date)
        else:
            words = "每年" if due.years == 1 else f"每{'两三四'[due.years - 2]}年"
            yield words, TrueDeadline(0, len(words), recurring=True)

    def cited(self, piece: Cited) -> Iterator[Segment]:
        """其2012年12月3日第67/56号、…和…号决议."""
        organ = _ORGANS[piece.addresses[0].organ]
        if piece.dated:
            yield "其" if piece.own else organ, None
        elif organ != "大会":
            yield organ, None
        if piece.titled:
            yield f"题为“{piece.addresses[0].topic.title.zh}”的", None
        if self.style.chinese_numerals:
            yield from self._cited_of_old(piece)
            return
        for at, address in enumerate(piece.addresses):
            if at:
                yield ("和" if at == len(piece.addresses) - 1 else "、"), None
            day = self.day(address.date) if piece.dated else ""
            if self.style.spaced and day:
                day = " " + day
            before, after = self.number("#", "第", "号").split("#")
            if address.printed.endswith(")"):
                after = "号"
            yield f"{day}{before}", None
            yield address.printed, cited_fact(address, address.printed, piece)
            yield after, None
        yield ("决议" if piece.addresses[0].noun == "RES" else "决定"), None

    def _cited_of_old(self, piece: Cited) -> Iterator[Segment]:
        for at, address in enumerate(piece.addresses):
            if at:
                yield ("及" if at == len(piece.addresses) - 1 else "、"), None
            yield f"{self.day(address.date) if piece.dated else ''}决议案", None
            yield address.old, cited_fact(address, address.old, piece)


def old_day(day: int) -> str:
    """廿九 and 卅 for the days from 21 on, as texts of the 1960s print them."""
    for tens, short in ((20, "廿"), (30, "卅")):
        if tens < day < tens + 10:
            return short + chinese(day - tens)
    return chinese(day)

"""A plan's pieces in English: titles without 《》, dates after numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type

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


@dataclass(frozen=True, slots=True)
class English:
    """English: titles without 《》, dates after numbers."""

    style: Style
    code: str = "en"
    joint: str = ", and "
    gap: str = " "
    titles: tuple[str, str] = ("", "")
    same_as_before: str = "Ibid."

    def template(self, sentence: Sentence) -> str:
        """The template of this language."""
        return sentence.en

    def words(self, words: Words) -> str:
        """The words of this language."""
        return words.en

    def verb(self, act: ActPlan, *, preambular: bool, second: bool) -> tuple[str, tuple[str, ...]]:
        """The head of an act as printed, and its adverbs."""
        verb = act.verb.preambular if preambular else act.verb.operative
        again = ("", "also", "further")[act.again]
        if again:
            verb = f"{again.capitalize()} {verb[0].lower()}{verb[1:]}"
        if second:
            verb = verb[0].lower() + verb[1:]
        if act.linked:
            verb = f"in this regard {verb}"
        return verb, (("", "又", "还")[act.again],) if again else ()

    def addressees(self, offices: tuple[Office, ...]) -> str:
        """Several offices in a row."""
        *firsts, last = (office.en for office in offices)
        return f"{', '.join(firsts)} and {last}" if firsts else last

    @property
    def blank(self) -> str:
        """What the template has not before a date: nothing."""
        return ""

    def number(self, value: int | str, before: str = "", after: str = "") -> str:
        """A number with what stands around it."""
        return f"{before}{value}{after}"

    def stops(self, text: str) -> str:
        """The text with this form's stops; its length stays."""
        return text

    def day(self, day: Date) -> str:
        """A date in running text."""
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def due(self, due: Due) -> Iterator[Segment]:
        """A session, a day or every year."""
        if due.session is not None:
            words = f"{english_ordinal(due.session)} session"
            yield "its ", None
            yield words, TrueDeadline(0, len(words), session=due.session)
        elif due.date is not None:
            words = self.day(due.date)
            yield words, TrueDeadline(0, len(words), date=due.date)
        else:
            words = "every year" if due.years == 1 else f"every {_YEARS[due.years]} years"
            yield words, TrueDeadline(0, len(words), recurring=True)

    def cited(self, piece: Cited) -> Iterator[Segment]:
        """its resolutions 67/56 of 3 December 2012 and …."""
        noun = "resolution" if piece.addresses[0].noun == "RES" else "decision"
        noun += "s" if len(piece.addresses) > 1 else ""
        if piece.own and piece.dated:
            yield f"its {noun} ", None
        elif piece.dated or piece.addresses[0].organ != "A":
            yield f"{_ORGANS[piece.addresses[0].organ]} {noun} ", None
        else:
            yield f"{noun} ", None
        for at, address in enumerate(piece.addresses):
            if at:
                yield (" and " if at == len(piece.addresses) - 1 else ", "), None
            printed = address.printed.replace("(", " (")
            yield printed, cited_fact(address, printed, piece)
            if piece.dated:
                yield f" of {self.day(address.date)}", None
        if piece.titled:
            yield f", entitled “{piece.addresses[0].topic.title.en}”", None


_YEARS = {2: "two", 3: "three", 4: "four"}
_ORGANS = {
    "A": "General Assembly",
    "E": "Economic and Social Council",
    "S": "Security Council",
    "A/HRC": "Human Rights Council",
}
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def english_ordinal(number: int) -> str:
    """102 is one hundred and second."""
    if number >= 100:
        rest = number % 100
        return f"one hundred and {english_ordinal(rest)}" if rest else "one hundredth"
    if number < 20:
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_ONES[ones - 1]}" if ones else f"{_TENS[tens - 2][:-1]}ieth"

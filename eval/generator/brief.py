"""What the authors of a plan's paragraphs work from: the resolution, and its own chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a field of that name hides the type
from random import Random

from eval.generator.addresses import Address, Form, earlier
from eval.generator.draw import draw, some
from eval.generator.phrases import INSTRUMENTS
from eval.generator.plan import Cited, Document, Instrument, Noted, Number, SameAsBefore, sentence
from eval.generator.vocabulary import Words, headline, topic

FRAME = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Brief:
    """The resolution to be written. ``chance`` moves on with every choice."""

    seed: int
    index: int
    form: Form
    forms: tuple[Form, ...]
    address: Address
    chance: Random

    @property
    def topic(self) -> Words:
        """Its topic, as sentences name it."""
        return self.address.topic.name

    @property
    def has_notes(self) -> bool:
        """Whether texts of this form have footnotes."""
        return self.form not in {"sixties", "records"}

    def frame(self, *lists: tuple[FRAME, ...]) -> FRAME:
        """One phrase of each list, joined in both languages."""
        chosen = [self.chance.choice(phrases) for phrases in lists]
        return "".join(zh for zh, _ in chosen), "".join(en for _, en in chosen)

    def cited(self, invoked: str, *, most: int = 1) -> Cited:
        """One to ``most`` older resolutions of one organ, oldest first."""
        count = self.chance.randint(1, most)
        found = [
            earlier(
                self.seed, self.index, self.chance.randrange(10**6), self.address.date, self.forms
            )
            for _ in range(count)
        ]
        first = found[0]
        alike = {a.symbol: a for a in found if (a.organ, a.noun) == (first.organ, first.noun)}
        by_date = tuple(sorted(alike.values(), key=lambda a: (a.date, a.symbol)))
        return Cited(by_date, invoked, own=first.organ == self.address.organ)

    def instrument(self, invoked: str) -> Instrument:
        """An instrument on some topic of the library."""
        about = topic(self.seed, self.chance.randrange(max(1, self.index + 1))).name
        zh, en = self.chance.choice(INSTRUMENTS)
        return Instrument(
            Words(zh.format(topic=about.zh), en.format(topic=headline(about.en))), invoked
        )

    def main_instrument(self) -> tuple[Instrument, Noted]:
        """The instrument the resolution keeps coming back to, always with the same note."""
        chance = draw(self.seed, self.index, "main instrument", self.address.symbol)
        zh, en = chance.choice(INSTRUMENTS)
        title = Words(zh.format(topic=self.topic.zh), en.format(topic=headline(self.topic.en)))
        note = sentence(
            (
                "联合国，《条约汇编》，第{v}卷，第{n}号。",
                "United Nations, Treaty Series, vol. {v}, No. {n}.",
            ),
            v=Number(chance.randint(3_100, 4_900)),
            n=Number(chance.randint(60_000, 79_000)),
        )
        return Instrument(title, "cites"), Noted(note)

    def next_session(self) -> int:
        """A session at which something may be due."""
        if self.address.organ == "A" and not self.address.symbol.startswith("A/RES/ES"):
            return self.address.session + self.chance.choice((1, 1, 1, 2, 3))
        return self.address.date.year - 1945 + self.chance.randint(1, 2)

    def last_day(self) -> Date:
        """A last day for something, within two years."""
        month, day = self.chance.choice(((3, 1), (6, 30), (9, 1), (10, 15)))
        return Date(self.address.date.year + self.chance.randint(1, 2), month, day)

    def document(self) -> Document:
        """A document of the session, whose report it may be."""
        add = self.chance.choice(("", "", "", "/Add.1", "/Rev.1"))
        place = (
            self.address.date.year if self.address.organ == "E" else self.address.date.year - 1945
        )
        return Document(f"{self.address.organ}/{place}/{self.chance.randint(20, 980)}{add}")

    def report_note(self) -> Noted:
        """The note at a report's mention: its symbol."""
        return Noted(sentence(("{document}。", "{document}."), document=self.document()))

    def instrument_notes(self) -> tuple[Noted, Noted | None]:
        """The note at an instrument's mention, and sometimes one that says 同上."""
        if self.chance.random() < 0.4:
            volume, number = self.chance.randint(3_100, 4_900), self.chance.randint(60_000, 79_000)
            template = (
                "联合国，《条约汇编》，第{v}卷，第{n}号。",
                "United Nations, Treaty Series, vol. {v}, No. {n}.",
            )
            return Noted(sentence(template, v=Number(volume), n=Number(number))), None
        named = earlier(
            self.seed, self.index, self.chance.randrange(10**6), self.address.date, self.forms
        )
        bare = Cited((named,), "cites", dated=False)
        annexed = self.chance.random() < 0.7
        template = (
            ("{cited}，附件。", "{cited}, annex.") if annexed else ("见{cited}。", "See {cited}.")
        )
        first = Noted(sentence(template, cited=bare))
        again = Noted(
            sentence(("{same}，第二节。", "{same}, sect. II."), same=SameAsBefore(named.symbol))
        )
        return first, again if annexed and self.chance.random() < 0.5 else None

    def some_of(self, of: tuple[FRAME, ...], least: int, most: int) -> tuple[FRAME, ...]:
        """Different phrases of a list."""
        return some(self.chance, of, least, most)

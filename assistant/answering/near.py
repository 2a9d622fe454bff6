"""What is said of the nearest thing held, and what it is looked for in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.naming import JOINED
from assistant.answering.phrases import phrase
from assistant.text.numerals import chinese
from assistant.types import Clause, Lang, Missing, Question, Resolution

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence on what is held instead, and a question that it answers."""

    text: str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a gap is held against."""

    question: Question
    symbols: tuple[str, ...]  # of the library
    shown: Sequence[Resolution]

    @property
    def lang(self) -> Lang:
        """The answer's language."""
        return self.question.lang

    def resolution(self, gap: Missing) -> Resolution | None:
        """The resolution that something is missing from, where it is one."""
        symbol = (gap.where or "").partition("#")[0]
        return next((r for r in self.shown if r.symbol == symbol), None)

    def say(self, name: str, **values: object) -> str:
        """A sentence of the closed list."""
        return phrase(name, self.lang, **values)

    def ask(self, zh: str, en: str) -> str:
        """A question in the answer's language."""
        return zh if self.lang == "zh" else en

    def joined(self, names: Iterable[str]) -> str:
        """Names as one list."""
        return JOINED[self.lang == "en"].join(names)


def clauses(resolution: Resolution) -> list[Clause]:
    """Every act of a resolution, in document order."""
    return [clause for paragraph in resolution.paragraphs for clause in paragraph.clauses]


def session_name(session: int, lang: Lang) -> str:
    """第七十五届会议, session 75."""
    return f"第{chinese(session)}届会议" if lang == "zh" else f"session {session}"


def nth(session: int) -> str:
    """75th, 73rd, 111th."""
    teens = session % 100 in (11, 12, 13)
    return f"{session}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(session % 10, 'th')}"

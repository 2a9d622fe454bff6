"""Putting an answer together: statements in order, citations numbered as they are first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.listing_phrases import of_list
from assistant.answering.phrases import phrase
from assistant.text.labels import paragraph_label
from assistant.types import (
    Citation,
    CitedSource,
    Lang,
    Paragraph,
    Parallel,
    Passage,
    Quote,
    Source,
    Span,
    Statement,
    Whole,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a paragraph comes from, and what it says in its resolution's other language."""

    source: Source
    lang: Lang = "zh"
    parallel: Parallel | None = None


OriginOf = Callable[[Paragraph], Origin]


class Draft:
    """An answer while it is being written. ``origin_of`` gives the origin of what it cites;
    ``whole`` is the list that it shows a page of."""

    def __init__(self, lang: Lang, origin_of: OriginOf, whole: Whole | None = None) -> None:
        self.lang = lang
        self.whole = whole  # of the list that is written a page of
        self._origin_of = origin_of
        self.statements: list[Statement] = []
        self.citations: list[Citation] = []
        # By key and text: a paragraph may be cited in both languages.
        self._numbers: dict[tuple[str, str], int] = {}

    def cite(self, paragraph: Paragraph) -> int:
        """The number of a paragraph's citation, a new one if it has none yet."""
        which = (paragraph.key, paragraph.text)
        if which not in self._numbers:
            number = len(self.citations) + 1
            self._numbers[which] = number
            self.citations.append(self._citation(number, paragraph))
        return self._numbers[which]

    def say(self, name: str, **values: object) -> None:
        """Add a sentence that claims nothing."""
        self.statements.append(Statement(phrase(name, self.lang, **values), "connective"))

    def state(self, text: str) -> None:
        """Add a sentence of the closed list that stands filled already."""
        self.statements.append(Statement(text, "connective"))

    def count(self, name: str, paragraphs: Iterable[Paragraph], **values: object) -> None:
        """Add a sentence that counts what it cites; every ``n`` in it is their number."""
        cited = tuple(self.cite(paragraph) for paragraph in paragraphs)
        values.setdefault("n", len(cited))
        text = phrase(name, self.lang, **values)
        self.statements.append(Statement(text, "computed", cited, (), "recounted"))

    def lead(
        self,
        name: str,
        paragraphs: Sequence[Paragraph],
        *,
        across: bool,
        **values: object,
    ) -> None:
        """Add the sentence that counts a list, all of it, where a page is shown too. ``across``
        says of how many resolutions it is."""
        whole = self.whole
        of = len({p.symbol for p in paragraphs}) if whole is None else whole.resolutions
        values["n"] = len(paragraphs) if whole is None else whole.paragraphs
        values["of"] = of_list(name, self.lang, resolutions=of if across else 0, whole=whole)
        self.count(name, paragraphs, **values)

    def quote(self, passage: Passage, lead: str = "") -> None:
        """Add the passage's acts, words or whole text, verbatim, after ``lead``."""
        paragraph = passage.paragraph
        n = self.cite(paragraph)
        for spans in quoted_spans(passage):
            words = [span.of(paragraph.text) for span in spans]
            text = lead + phrase("joined", self.lang).join(words)
            quotes = tuple(Quote(n, span.start, span.end) for span in spans)
            answers = tuple(
                Quote(n, answer.start, answer.end)
                for answer in passage.answers
                if any(span.start <= answer.start and answer.end <= span.end for span in spans)
            )
            self.statements.append(
                Statement(text, "quote", (n,), quotes, "verbatim", answers=answers)
            )

    def _citation(self, number: int, paragraph: Paragraph) -> Citation:
        origin = self._origin_of(paragraph)
        source = origin.source
        return Citation(
            n=number,
            symbol=paragraph.symbol,
            paragraph=paragraph.place,
            inferred=bool(paragraph.inferred),
            inferred_parts=paragraph.inferred,
            label=paragraph_label(paragraph.symbol, paragraph.place, self.lang),
            text=paragraph.text,
            source=CitedSource(source.name, source.sha256, source.retrieved),
            href=f"/resolutions/{paragraph.symbol}#{paragraph.place}",
            lang=origin.lang,
            parallel=origin.parallel,
        )


def quoted_spans(passage: Passage) -> list[tuple[Span, ...]]:
    """The spans to quote, a tuple for each statement: exact words, or each act, or all."""
    if passage.spans:
        return [passage.spans]
    clauses = passage.paragraph.clauses
    if passage.clauses:
        return [(clauses[i].span,) for i in passage.clauses]
    return [(Span(0, len(passage.paragraph.text)),)]


def render(statements: Sequence[Statement]) -> str:
    """The statements as one text for people, a line each, with [n] markers."""
    return "\n".join(
        statement.text + "".join(f"[{n}]" for n in statement.citations) for statement in statements
    )

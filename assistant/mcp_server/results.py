"""What tools give that is no document of the API already."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.text.labels import paragraph_label
from assistant.types import Inferred, Lang, Paragraph, ParagraphKind, Resolution


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph, verbatim. ``inferred`` is what of it was guessed at reading."""

    paragraph: str
    kind: ParagraphKind
    label: str
    text: str
    inferred: tuple[Inferred, ...]
    href: str

    @classmethod
    def of(cls, paragraph: Paragraph, lang: Lang) -> ReadParagraph:
        """A paragraph as it is read, labelled in its language."""
        symbol, place = paragraph.symbol, paragraph.place
        return cls(
            paragraph=place,
            kind=paragraph.kind,
            label=paragraph_label(symbol, place, lang),
            text=paragraph.text,
            inferred=paragraph.inferred,
            href=f"/resolutions/{symbol}#{place}",
        )


@dataclass(frozen=True, slots=True)
class ReadResolution:
    """A resolution, or the paragraph of it that was asked for with its items, verbatim."""

    symbol: str
    title: str
    lang: Lang
    source: str  # the name of the file it was read from
    paragraphs: tuple[ReadParagraph, ...]

    @classmethod
    def of(cls, resolution: Resolution, paragraphs: tuple[Paragraph, ...]) -> ReadResolution:
        """These paragraphs of a resolution."""
        return cls(
            symbol=resolution.symbol,
            title=resolution.title,
            lang=resolution.lang,
            source=resolution.source.name,
            paragraphs=tuple(ReadParagraph.of(one, resolution.lang) for one in paragraphs),
        )

    def written(self) -> str:
        """As text: each paragraph below its label."""
        head = f"{self.symbol} {self.title}"
        return "\n\n".join((head, *(f"{one.label}\n{one.text}" for one in self.paragraphs)))

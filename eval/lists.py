"""Lists: which part of one a sentence says is shown, and the pages of one put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.compose import render
from assistant.text.deliverables import DELIVERABLES
from assistant.types import Answer, Citation, Paragraph, Quote, Statement
from eval.lexicon import plain, simplified

# Slots of ``sentences.txt``, without blanks.
LIST_SLOTS = {
    "of": r"(?:,出自\d+份决议)?(?:,以下为第\d+(?:至\d+)?[段份])?"
    r"(?:,in\d+resolutions)?(?:;shownhere:\d+(?:to\d+)?)?",
    "made": r"(?:、事项为“[^“”]{1,100}”(?:、提到“[^“”]{1,100}”)?"
    r"|,for“[^“”]{1,100}”(?:,with“[^“”]{1,100}”)?)?",
}
_SIZE = re.compile(r"出自(\d+)份|in(\d+)resolutions")
_RANGE = re.compile(r"第(\d+)(?:至(\d+))?[段份]|shownhere:(\d+)(?:to(\d+))?")
_MADE = re.compile(r"(?:事项为|for)“(?P<made>[^“”]+)”")
# As a page prints it, before its last stop.
_TAIL = re.compile(r"，以下为第\d+(?:至\d+)?[段份](?=：$)|; shown here: \d+(?: to \d+)?(?=\.$)")


@dataclass(frozen=True, slots=True)
class Part:
    """What ``{of}`` says; None where it does not."""

    resolutions: int | None
    first: int | None
    last: int | None


def part_of(words: str) -> Part:
    """What the words of ``{of}`` say, without blanks."""
    size, shown = _SIZE.search(words), _RANGE.search(words)
    numbers = [int(n) for n in shown.groups() if n] if shown else [None, None]
    return Part(int(size[1] or size[2]) if size else None, numbers[0], numbers[-1])


def miscounted(words: str, stated: int | None, cited: Sequence[str]) -> str | None:
    """What a lead says of its list that its citations contradict: ``stated`` is its {n}."""
    part = part_of(words)
    symbols = len({key.partition("#")[0] for key in cited})
    if part.first is None or part.last is None:
        if part.resolutions not in (None, symbols):
            return f"says {part.resolutions} resolutions, recounted {symbols}"
        return None if stated == len(cited) else f"counts {stated}, recounted {len(cited)}"
    if part.last - part.first + 1 != len(cited) or part.last > (stated or 0):
        return f"shows {part.first} to {part.last} of {stated}, and cites {len(cited)}"
    return None


def unmade(words: str, texts: Sequence[str]) -> str | None:
    """What ``{made}`` says is made and a paragraph cited (a text with its items) does not have."""
    made = _MADE.search(words)
    for name in re.split("[、,]", made["made"]) if made else ():
        spellings = [plain(word).lower() for word in _spellings(name)]
        for text in texts:
            said = simplified(plain(text)).lower()
            if not any(spelling in said for spelling in spellings):
                return f"cites a paragraph without {name}"
    return None


def _spellings(name: str) -> Iterator[str]:
    for one, others in DELIVERABLES.items():
        if plain(name).lower() in {plain(word).lower() for word in (one, *others)}:
            yield from (one, *others)


def with_items(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> str:
    """A paragraph's text with that of its items."""
    below = (p.text for p in paragraphs if p.place.startswith(f"{paragraph.place}("))
    return " ".join((paragraph.text, *below))


# ── pages ────────────────────────────────────────────────────────────────────────────────────


def joined(pages: Sequence[Answer]) -> Answer:
    """The answer that one page would have been: each sentence once, a lead citing all it counts.

    Nothing is mended: pages that contradict each other give an answer that its judges refuse.
    """
    first, *others = pages
    if not others:
        return first
    citations: list[Citation] = []
    numbers: dict[tuple[str, str], int] = {}
    statements: list[Statement] = []
    leads: dict[str, int] = {}
    for page in pages:
        renumbered = {c.n: _number(c, numbers, citations) for c in page.citations}
        for statement in page.statements:
            one = _renumbered(statement, renumbered)
            bare = _TAIL.sub("", one.text)
            if one.kind == "computed" and bare != one.text:
                if bare in leads:
                    lead = statements[leads[bare]]
                    statements[leads[bare]] = replace(
                        lead, citations=(*lead.citations, *one.citations)
                    )
                    continue
                leads[bare] = len(statements)
                one = replace(one, text=bare)
            elif one.kind == "connective" and one in statements:
                if one.text.endswith(("：", ":")):
                    continue  # a heading, said again on the page that goes on under it
                _take_out(one, statements, leads)  # what is said at the end of every page
            statements.append(one)
    return replace(
        first,
        statements=tuple(statements),
        citations=tuple(citations),
        answer=render(statements),
        page=None,
        timings_ms=others[-1].timings_ms,
    )


def _take_out(one: Statement, statements: list[Statement], leads: dict[str, int]) -> None:
    at = statements.index(one)
    del statements[at]
    for text, place in leads.items():
        leads[text] = place - (place > at)


def _number(citation: Citation, numbers: dict[tuple[str, str], int], kept: list[Citation]) -> int:
    which = (f"{citation.symbol}#{citation.paragraph}", citation.text)
    if which not in numbers:
        numbers[which] = len(kept) + 1
        kept.append(replace(citation, n=len(kept) + 1))
    return numbers[which]


def _renumbered(statement: Statement, numbers: dict[int, int]) -> Statement:
    def moved(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        return tuple(replace(quote, n=numbers[quote.n]) for quote in quotes)

    return replace(
        statement,
        citations=tuple(numbers[n] for n in statement.citations),
        quotes=moved(statement.quotes),
        answers=moved(statement.answers),
    )

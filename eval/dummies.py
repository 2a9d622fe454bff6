"""Answerers without any understanding, to see that the gates tell good from bad.

``Refuser`` refuses everything. ``TopParagraph`` quotes whatever shares most character pairs with
the question. ``Oracle`` has learnt the gold questions by heart, word for word, so that it is
perfect on them and lost on any other wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.types import (
    Answer,
    Citation,
    CitedSource,
    Coverage,
    Lang,
    Paragraph,
    Quote,
    SearchHit,
    SearchResult,
    Statement,
    Status,
    Understood,
)
from eval.gold import GoldItem
from eval.lexicon import plain
from eval.subject import Subject, Truth


def quoting(
    paragraphs: Sequence[Paragraph], truth: Truth, conversation: str | None = None
) -> Answer:
    """An answer that quotes these paragraphs whole, a sentence each."""
    citations = tuple(_citation(n, p, truth) for n, p in enumerate(paragraphs, 1))
    statements = tuple(
        Statement(c.text, "quote", (c.n,), (Quote(c.n, 0, len(c.text)),), "verbatim")
        for c in citations
    )
    return _answer("answered", statements, citations, truth, conversation)


def refusing(truth: Truth, conversation: str | None = None, status: Status = "not_found") -> Answer:
    """An answer that refuses without a word."""
    return _answer(status, (), (), truth, conversation)


def _citation(n: int, paragraph: Paragraph, truth: Truth) -> Citation:
    source = truth.resolutions[paragraph.symbol].source
    return Citation(
        n=n,
        symbol=paragraph.symbol,
        paragraph=paragraph.place,
        inferred=bool(paragraph.inferred),
        label=paragraph.key,
        text=paragraph.text,
        source=CitedSource(source.name, source.sha256, source.retrieved),
        href=f"/resolutions/{paragraph.key}",
    )


def _answer(
    status: Status,
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
    truth: Truth,
    conversation: str | None,
) -> Answer:
    return Answer(
        status=status,
        lang="zh",
        answer="\n".join(f"{s.text}[{s.citations[0]}]" for s in statements),
        statements=statements,
        citations=citations,
        understood=Understood("content"),
        coverage=Coverage(len(truth.resolutions), ()),
        settings_hash="dummy",
        answerer="dummy",
        conversation_id=conversation,
    )


class _Dummy:
    """What the dummies share: a library, and a search that ranks by shared character pairs."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self._pairs = {key: _pairs(p.text) for key, p in truth.paragraphs.items()}

    def rank(self, query: str) -> list[Paragraph]:
        """Paragraphs by share of the query's pairs they hold, best first."""
        asked = _pairs(query)
        keys = sorted(self._pairs, key=lambda key: (-len(asked & self._pairs[key]), key))
        return [self.truth.paragraphs[key] for key in keys]

    def search(self, query: str, *, limit: int = 10) -> SearchResult:
        """The first ``limit`` paragraphs of ``rank``."""
        hits = tuple(
            SearchHit(p.symbol, p.place, p.key, p.text, f"/resolutions/{p.key}", 1 / rank)
            for rank, p in enumerate(self.rank(query)[:limit], 1)
        )
        return SearchResult(query, hits)


def _pairs(text: str) -> frozenset[str]:
    words = plain(text)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


class Refuser(_Dummy):
    """Always refuses."""

    def ask(
        self,
        question: str,  # noqa: ARG002
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),  # noqa: ARG002
        lang: Lang | None = None,  # noqa: ARG002
        page: str | None = None,  # noqa: ARG002
    ) -> Answer:
        """``not_found``, whatever was asked."""
        return refusing(self.truth, conversation_id)


class TopParagraph(_Dummy):
    """Always quotes the paragraph that looks most like the question."""

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),  # noqa: ARG002
        lang: Lang | None = None,  # noqa: ARG002
        page: str | None = None,  # noqa: ARG002
    ) -> Answer:
        """One paragraph, whole, whether it answers or not."""
        return quoting(self.rank(question)[:1], self.truth, conversation_id)


class Oracle(_Dummy):
    """Knows the gold by heart and nothing else."""

    def __init__(self, truth: Truth, items: Iterable[GoldItem]) -> None:
        super().__init__(truth)
        self._known = {item.turns: item for item in items}
        self._known |= {(i.standalone,): i for i in self._known.values() if i.standalone}

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),  # noqa: ARG002
        lang: Lang | None = None,  # noqa: ARG002
        page: str | None = None,  # noqa: ARG002
    ) -> Answer:
        """The gold's own paragraphs; the conversation id carries the turns so far."""
        turns = (*(conversation_id.split("\x1f") if conversation_id else ()), question)
        carried = "\x1f".join(turns)
        item = self._known.get(turns)
        if item is None or not item.expects_answer:
            status = item.status[0] if item and item.status else "not_found"
            return refusing(self.truth, carried, status)
        return quoting(self._best(item), self.truth, carried)

    def _best(self, item: GoldItem) -> list[Paragraph]:
        """Of every group the member that says most of what must be said."""
        chosen = {
            max(group, key=lambda k: (self._says(k, item.must_contain), -group.index(k)))
            for group in item.groups
        }
        return [p for key, p in self.truth.paragraphs.items() if key in chosen]

    def _says(self, key: str, words: Sequence[str]) -> int:
        paragraph = self.truth.paragraphs.get(key)
        text = plain(paragraph.text) if paragraph else ""
        return sum(plain(word) in text for word in words)

    def search(self, query: str, *, limit: int = 10) -> SearchResult:
        """The gold's paragraphs first."""
        item = self._known.get((query,))
        hits = super().search(query, limit=len(self.truth.paragraphs)).hits
        gold = item.keys if item else frozenset()
        ranked = sorted(hits, key=lambda hit: f"{hit.symbol}#{hit.paragraph}" not in gold)
        return SearchResult(query, tuple(ranked[:limit]))


def dummies(truth: Truth, items: Sequence[GoldItem]) -> dict[str, Subject]:
    """The three, best first, by name."""
    return {
        "oracle": Oracle(truth, items),
        "top": TopParagraph(truth),
        "refuse": Refuser(truth),
    }

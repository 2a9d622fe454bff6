"""Paragraphs for free words, ranked and labelled, without a question to be answered."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.library.library import Library
from assistant.retrieval.hybrid import ranked_paragraphs
from assistant.retrieval.outage import Failing
from assistant.text.labels import paragraph_label
from assistant.types import Lang, Question, SearchHit, SearchResult, Summary


def found_freely(
    query: str,
    read: Question,
    library: Library,
    summaries: Iterable[Summary],
    *,
    limit: int,
    lang: Lang,
) -> SearchResult:
    """The paragraphs nearest to ``query``, which was ``read`` as a question would be; labels are in
    ``lang``. Where the dense index fails, those that have the words, and the result says so."""
    dense = Failing(library.dense)
    ranked = ranked_paragraphs(read, library.asked_through(dense), summaries, limit=limit)
    hits = tuple(
        SearchHit(
            symbol=paragraph.symbol,
            paragraph=paragraph.place,
            label=paragraph_label(paragraph.symbol, paragraph.place, lang),
            text=paragraph.text,
            href=f"/resolutions/{paragraph.symbol}#{paragraph.place}",
            score=score,
        )
        for paragraph, score in ranked
    )
    return SearchResult(query, hits, by_words_alone=dense.has_failed)

"""The lexical index: BM25 over index tokens, by Tantivy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import tantivy

from assistant.library.index import OPEN, TIES, Nearly, best, check_count
from assistant.library.lookups import IndexedText
from assistant.text.tokens import TOKENIZER_VERSION, index_tokens

_HEAP_BYTES = 50_000_000

Tokens = Callable[[str], Sequence[str]]  # of a text; no token has a blank in it


def made_with() -> dict[str, str | int]:
    """What an index depends on beside the records: part of its manifest."""
    return {"engine": "tantivy-1", "tokenizer": TOKENIZER_VERSION}


class LexicalIndex:
    """A Tantivy index in a folder of its own."""

    def __init__(self, folder: Path, tokens: Tokens = index_tokens) -> None:
        """Open what :func:`build` made of the same ``tokens``. Raises ValueError or OSError for
        what is not an index."""
        self._tokens = tokens
        self._index = tantivy.Index.open(str(folder))
        self._schema = _schema()
        self._index.reload()
        # Never changed while it is open: see ``_keys_of``.
        self._keys = defaultdict[int, list[str | None]](list)  # of each segment, by document

    def probe(self, count: int) -> None:
        """Count, find something and read it back. Raises whatever is wrong."""
        searcher = self._index.searcher()
        check_count(int(searcher.num_docs), count)
        for _, address in searcher.search(tantivy.Query.all_query(), 1).hits:
            searcher.doc(address)["key"]

    def search(
        self, query: str, limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """See Index. The score is BM25."""
        tokens = list(dict.fromkeys(self._tokens(query)))
        if not tokens or limit <= 0 or (keys is not None and not keys):
            return []
        searcher = self._index.searcher()
        hits = searcher.search(self._query(tokens, keys), limit + TIES, count=False).hits
        return best([(searcher.doc(at)["key"][0], float(score)) for score, at in hits], limit)

    def having(
        self,
        groups: Iterable[Collection[str]],
        most: int | None = None,
        nearly: Nearly | None = None,
    ) -> list[str]:
        """The keys of all paragraphs that have every token of any of ``groups``, or ``nearly`` do,
        in no order; or so many of them. A token may be ``OPEN`` at its ends."""
        queries = [self._having_all(group) for group in groups if group]
        if nearly is not None and any(nearly.groups):
            queries.append(self._having_nearly(nearly))
        if not queries:
            return []
        either = _any_of(queries)
        searcher = self._index.searcher()
        limit = max(1, int(searcher.num_docs) if most is None else most)
        hits = searcher.search(tantivy.Query.const_score_query(either, 0.0), limit, count=False)
        return self._keys_of(searcher, [address for _, address in hits.hits])

    def close(self) -> None:
        """Nothing to give back: the files are only mapped."""

    def _keys_of(self, searcher: Any, addresses: Sequence[Any]) -> list[str]:  # noqa: ANN401 - tantivy has no types
        """The keys of paragraphs, kept: reading a document takes 3 µs, and lists have thousands."""
        found: list[str] = []
        kept = self._keys
        for address in addresses:
            document = address.doc
            known = kept[address.segment_ord]
            if document >= len(known):
                known.extend([None] * (document + 1 - len(known)))
            key = known[document]
            if key is None:
                known[document] = key = str(searcher.doc(address)["key"][0])
            found.append(key)
        return found

    def _having_nearly(self, nearly: Nearly) -> Any:  # noqa: ANN401 - tantivy has no types
        groups = _any_of([self._having_all(group) for group in nearly.groups if group])
        tokens = [self._token(token) for token in sorted(nearly.tokens)]
        if not 0 < nearly.least <= len(tokens):
            return groups
        enough = _any_of(tokens, nearly.least)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, groups), (tantivy.Occur.Must, enough)]
        )

    def _having_all(self, tokens: Collection[str]) -> Any:  # noqa: ANN401 - tantivy has no types
        terms = [(tantivy.Occur.Must, self._token(token)) for token in dict.fromkeys(tokens)]
        return tantivy.Query.boolean_query(terms)

    def _token(self, token: str) -> Any:  # noqa: ANN401 - tantivy has no types
        if OPEN in token:  # tokens are letters and digits: nothing else means anything in a pattern
            pattern = ".*".join(map(re.escape, token.split(OPEN)))
            return tantivy.Query.regex_query(self._schema, "tokens", pattern)
        return tantivy.Query.term_query(self._schema, "tokens", token, "basic")

    def _query(self, tokens: list[str], keys: Collection[str] | None) -> Any:  # noqa: ANN401 - tantivy has no types
        # Built from terms: what a reader types never meets the query parser.
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "tokens", t, "freq"))
            for t in tokens
        ]
        words = tantivy.Query.boolean_query(terms)
        if keys is None:
            return words
        among = tantivy.Query.term_set_query(self._schema, "key", sorted(keys))
        unscored = tantivy.Query.const_score_query(among, 0.0)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, words), (tantivy.Occur.Must, unscored)]
        )


def _any_of(queries: Sequence[Any], least: int = 1) -> Any:  # noqa: ANN401 - tantivy has no types
    return tantivy.Query.boolean_query(
        [(tantivy.Occur.Should, query) for query in queries], minimum_number_should_match=least
    )


def build(folder: Path, texts: Iterable[IndexedText], tokens: Tokens = index_tokens) -> None:
    """Make an index of ``texts`` in the empty folder ``folder``."""
    index = tantivy.Index(_schema(), path=str(folder))
    # One thread makes one order of documents: the same records give the same index.
    with index.writer(heap_size=_HEAP_BYTES, num_threads=1) as writer:
        for text in texts:
            words = " ".join(tokens(text.text))
            writer.add_document(tantivy.Document(key=[text.key], tokens=[words]))


def _schema() -> Any:  # noqa: ANN401 - tantivy has no types
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    # The tokens are ours, joined by blanks; Tantivy only takes them apart again.
    builder.add_text_field("tokens", tokenizer_name="whitespace", index_option="freq")
    return builder.build()

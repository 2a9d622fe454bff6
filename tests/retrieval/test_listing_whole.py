"""Every list is complete: counted again by reading every text of an invented library."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

import pytest

from assistant.library.ingest import ingest
from assistant.library.library import Library
from assistant.reading import File
from assistant.retrieval.browsing import Browsing
from assistant.retrieval.typed import Typed
from assistant.settings import load_settings
from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.types import ListingQuery, Resolution
from eval.generator import resolutions

SEED = 11
FILES = 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("invented")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    files = [
        File(f"{n}-{one.name}", one.text.encode())
        for n, one in enumerate(islice(resolutions(SEED, FILES), FILES))
    ]
    with Library.open(settings) as library:
        ingest(library, files, jobs=0)
        yield library


@pytest.fixture(scope="module")
def held(library: Library) -> dict[str, tuple[str, ...]]:
    """Everything that may be searched, folded, by symbol."""
    read = (library.records.read(symbol) for symbol in library.records.symbols())
    return {one.symbol: tuple(fold(text).text.lower() for text in _searched(one)) for one in read}


def _searched(one: Resolution) -> Iterator[str]:
    yield from (one.symbol, one.title, label(one.symbol, "zh"), label(one.symbol, "en"))
    yield from (paragraph.text for paragraph in one.paragraphs)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_typed_finds_all_that_have_it_and_shows_where(
    library: Library, held: dict[str, tuple[str, ...]], seed: int
) -> None:
    drawn = random.Random(seed)  # noqa: S311 - of a test
    texts = [text for texts in held.values() for text in texts if len(text) > 8]
    words = []
    for _ in range(drawn.choice([1, 1, 2])):
        text = drawn.choice(texts)
        length = drawn.choice([1, 2, 3, 4, 6])
        at = drawn.randrange(len(text) - length)
        words.append(text[at : at + length])
    typed = Typed.of(" ".join(words))
    found = Browsing(library).listing(ListingQuery(text=" ".join(words)), limit=100)
    if not typed.symbols:  # a symbol is also found where it is written in another form
        expected = {
            symbol
            for symbol, texts_of in held.items()
            if all(any(word.stands_in(text) for text in texts_of) for word in typed.words)
        }
        assert {hit.summary.symbol for hit in found.hits} == expected
    for hit in found.hits:
        assert bool(hit.snippets) == (hit.match == "text")
        for snippet in hit.snippets:
            (paragraph,) = library.records.paragraphs([f"{hit.summary.symbol}#{snippet.place}"])
            begin, end = snippet.start, snippet.start + len(snippet.text)
            assert paragraph.text[begin:end] == snippet.text
            assert snippet.spans


def test_each_facets_count_is_what_choosing_it_finds(library: Library) -> None:
    browsing = Browsing(library)
    facets = browsing.listing(ListingQuery()).facets
    total = len(library.records.symbols())
    for group in (facets.sessions, facets.committees, facets.years):
        assert sum(one.count for one in group.values) + group.unstated == total
    for one in facets.sessions.values:
        chosen = ListingQuery(sessions=((int(one.value), int(one.value)),))
        assert browsing.listing(chosen).total == one.count
    for one in facets.committees.values:
        assert browsing.listing(ListingQuery(committees=(one.value,))).total == one.count
    for one in facets.years.values:
        assert browsing.listing(ListingQuery(years=(int(one.value),))).total == one.count
    for one in facets.subjects.values[:10]:
        assert browsing.listing(ListingQuery(subjects=(one.value,))).total == one.count

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import NotInLibrary
from assistant.library.library import Library
from assistant.retrieval.around import around
from assistant.retrieval.browsing import Browsing
from assistant.retrieval.graph import reference_graph
from assistant.retrieval.series import series_around
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Lang, Paragraph, Reference, Resolution, Source, Span
from tests.library.specimens import operative, resolution


def recalling(symbol: str, *targets: str, place: str = "PP1") -> Paragraph:
    text, references = "回顾其", []
    for target in targets:
        printed = f"第{target.removeprefix('A/RES/')}号"
        span = Span(len(text) + 1, len(text) + len(printed) - 1)
        references.append(Reference("resolution", target, span, "recalls"))
        text += printed + "、"
    return Paragraph(symbol, place, "preambular", text, references=tuple(references))


def titled(symbol: str, title: str, *paragraphs: Paragraph, lang: str = "zh") -> Resolution:
    session = int(symbol.split("/")[2])
    one = resolution(symbol, session, *paragraphs)
    source = Source(f"{symbol}.{lang}.txt", hashlib.sha256(f"{symbol}{lang}".encode()).hexdigest())
    return replace(one, title=title, lang=lang, source=source)  # type: ignore[arg-type]


ITEM = "核裁军"
HELD = (
    titled("A/RES/73/40", ITEM, operative("A/RES/73/40", 1, "请秘书长。")),
    titled("A/RES/74/54", ITEM, recalling("A/RES/74/54", "A/RES/73/40")),
    titled("A/RES/75/45", ITEM, recalling("A/RES/75/45", "A/RES/74/54", "A/RES/66/1")),
    titled(
        "A/RES/76/1A",
        "其他事项",
        recalling("A/RES/76/1A", "A/RES/74/54"),
        recalling("A/RES/76/1A", "A/RES/74/54", "A/RES/76/1B", place="PP2"),
    ),
    titled("A/RES/76/1B", "其他事项：乙", operative("A/RES/76/1B", 1, "请各国。")),
    titled("A/RES/77/3", "又一事项", recalling("A/RES/77/3", "A/RES/76/1")),
)
ENGLISH = titled(
    "A/RES/75/45",
    "Nuclear disarmament",
    replace(
        recalling("A/RES/75/45", "A/RES/74/54"),
        text="Recalling its resolution 74/54,",
        references=(Reference("resolution", "A/RES/74/54", Span(25, 30), "recalls"),),
    ),
    lang="en",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("around")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    with Library.open(settings) as library:
        for one in (*HELD, ENGLISH):
            library.records.put(one)
        library.refresh()
        yield library


def test_each_mention_says_what_of_it_is_held_and_where_it_stands(library: Library) -> None:
    found = around(library, library.records.read("A/RES/75/45"))
    assert [(one.place, one.text, one.target) for one in found.mentions] == [
        ("PP1", "74/54", "A/RES/74/54"),
        ("PP1", "66/1", "A/RES/66/1"),
    ]
    assert [[held.href for held in one.held] for one in found.mentions] == [
        ["/resolutions/A/RES/74/54"],
        [],
    ]


def test_a_resolution_in_parts_is_held_by_its_parts(library: Library) -> None:
    found = around(library, library.records.read("A/RES/77/3"))
    assert [held.symbol for held in found.mentions[0].held] == ["A/RES/76/1A", "A/RES/76/1B"]


def test_who_mentions_the_whole_mentions_its_parts_and_parts_do_not_count_each_other(
    library: Library,
) -> None:
    found = around(library, library.records.read("A/RES/76/1B"))
    assert [one.symbol for one in found.mentioned_by] == ["A/RES/77/3"]


def test_who_mentions_it_is_told_once_with_every_paragraph_the_newest_first(
    library: Library,
) -> None:
    found = around(library, library.records.read("A/RES/74/54"))
    assert [(one.symbol, one.places) for one in found.mentioned_by] == [
        ("A/RES/76/1A", ("PP1", "PP2")),
        ("A/RES/75/45", ("PP1",)),
    ]
    assert found.mentioned_by_total == 2
    assert found.mentioned_by[0].href == "/resolutions/A/RES/76/1A#PP1"


def test_its_neighbours_in_the_series_are_the_nearest_that_are_held(library: Library) -> None:
    found = around(library, library.records.read("A/RES/74/54"), lang="en")
    assert found.series is not None
    assert found.earlier is not None
    assert found.later is not None
    assert (found.earlier.symbol, found.later.symbol) == ("A/RES/73/40", "A/RES/75/45")
    assert found.later.label == "resolution 75/45"


def test_what_stands_alone_has_no_series(library: Library) -> None:
    found = around(library, library.records.read("A/RES/77/3"))
    assert (found.series, found.earlier, found.later) == (None, None, None)


def test_spans_are_of_the_language_that_is_read(library: Library) -> None:
    read = library.records.read("A/RES/75/45", "en")
    (mention,) = around(library, read).mentions
    text = next(one.text for one in read.paragraphs if one.place == mention.place)
    assert mention.span.of(text) == "74/54"
    assert (around(library, read).lang, around(library, read).langs) == ("en", ("zh", "en"))


def test_paragraphs_that_say_the_same_in_both_languages_are_named(library: Library) -> None:
    assert around(library, library.records.read("A/RES/75/45")).aligned == ("PP1",)
    assert around(library, library.records.read("A/RES/74/54")).aligned == ()


def test_of_a_sample_it_tells_mandates_and_the_file(assistant: Assistant) -> None:
    found = assistant.browsing.around("75/45")
    assert found.mandates_total == len(found.mandates) > 0
    assert {one.symbol for one in found.mandates} == {"A/RES/75/45"}
    assert found.source.name == "A_RES_75_45.txt"
    assert found.source.href == "/api/v1/resolutions/A/RES/75/45/source?version=zh"


def test_the_file_of_a_sample_has_a_name_of_its_symbol(assistant: Assistant) -> None:
    file = assistant.browsing.source("第75/45号决议")
    assert (file.name, file.media_type) == ("A_RES_75_45.zh.txt", "text/plain")
    assert "第七十五届会议" in file.data.decode()


def test_a_resolution_without_its_file_says_to_ingest_it_again(library: Library) -> None:
    with pytest.raises(NotInLibrary, match="Ingest the file again"):
        Browsing(library).source("A/RES/75/45")
    assert around(library, library.records.read("A/RES/75/45")).source.href is None


def test_what_is_not_held_has_nothing_around_it(library: Library) -> None:
    with pytest.raises(NotInLibrary):
        Browsing(library).around("A/RES/1/1")


def test_titles_are_the_readers_where_they_are_held_in_the_readers_language(
    library: Library,
) -> None:
    """Of the series 75/45 alone is held in English, as a companion of the Chinese text."""
    readers: tuple[tuple[Lang, str], ...] = (("en", "Nuclear disarmament"), ("zh", ITEM))
    for lang, title in readers:
        found = around(library, library.records.read("A/RES/74/54"), lang=lang)
        assert {one.symbol: one.title for one in found.mentioned_by} == {
            "A/RES/76/1A": "其他事项",
            "A/RES/75/45": title,
        }
        assert found.series is not None
        assert (found.series.title, found.series.members[-1].title) == (title, title)
        assert found.series.members[0].title == ITEM
        assert found.earlier is not None
        assert found.later is not None
        assert (found.earlier.title, found.later.title) == (ITEM, title)
        assert series_around(library.records, "75/45", lang=lang).title == title
        graph = reference_graph(library.records, "74/54", lang=lang)
        assert {node.title for node in graph.nodes if "A/RES/75/45" in node.held} == {title}


def test_what_a_mention_means_is_titled_in_the_readers_language(library: Library) -> None:
    records = library.records
    found = around(library, records.read("A/RES/75/45"), lang="en")
    assert [one.title for one in found.mentions[0].held] == [ITEM]  # 74/54: held in Chinese alone
    titles = records.mentions.titles(["A/RES/75/45", "A/RES/74/54", "A/RES/1/1"], "en")
    assert titles == {"A/RES/75/45": "Nuclear disarmament", "A/RES/74/54": ITEM}


def test_a_title_is_read_again_when_the_library_has_changed(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    with Library.open(settings) as opened:
        records = opened.records
        records.put(HELD[2])
        assert records.mentions.titles(["A/RES/75/45"], "en") == {"A/RES/75/45": ITEM}
        records.put(ENGLISH)
        assert records.mentions.titles(["A/RES/75/45"], "en") == {
            "A/RES/75/45": "Nuclear disarmament"
        }

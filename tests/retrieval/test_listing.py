from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.errors import InvalidFilter
from assistant.library.library import Library
from assistant.retrieval.listing import Listings
from assistant.settings import load_settings
from assistant.types import (
    Fact,
    Lang,
    Listing,
    ListingQuery,
    MastheadField,
    Paragraph,
    Resolution,
    Span,
)
from tests.library.specimens import operative, resolution


def made(
    symbol: str,
    title: str,
    *texts: str,
    lang: Lang = "zh",
    committee: str | None = "第一委员会",
    date: str | None = None,
    agenda: tuple[str, str] | None = None,
) -> Resolution:
    session = int(symbol.split("/")[2])
    paragraphs = [operative(symbol, n, text) for n, text in enumerate(texts, start=1)]
    one = resolution(symbol, session, *paragraphs or [Paragraph(symbol, "PP1", "preambular", "无")])
    facts: dict[MastheadField, Fact] = {"session": one.masthead["session"]}
    stated: tuple[tuple[MastheadField, str | None], ...] = (
        ("committee", committee),
        ("date", date or f"{session + 1945}-12-07"),
        ("agenda_item", agenda[0] if agenda else None),
        ("agenda_title", agenda[1] if agenda else None),
    )
    for name, value in stated:
        if value is not None:
            facts[name] = Fact(value, "META", Span(0, 1))
    return replace(one, lang=lang, title=title, masthead=facts)


HELD = (
    made("A/RES/72/31", "推进多边核裁军谈判", "请秘书长提交报告；", "促请各国；"),
    made(
        "A/RES/75/45",
        "2013年核裁军问题大会高级别会议的后续行动",
        "请秘书长向大会第七十六届会议提出报告；",
        "回顾第74/54号决议，请会员国参加；",
        agenda=("103(hh)", "全面彻底裁军：2013年核裁军问题大会高级别会议的后续行动"),
    ),
    made(
        "A/RES/76/9",
        "海洋和海洋法",
        "请联合国秘书长就渔业提出报告；",
        committee=None,
        agenda=("78", "海洋和海洋法"),
    ),
    made("A/RES/76/46", "禁止生产裂变材料", "又请各国；", agenda=("103(a)", "全面彻底裁军：裂变")),
)
ENGLISH = made("A/RES/76/9", "Oceans and the law of the sea", "Requests fisheries data;", lang="en")


@pytest.fixture(scope="module")
def listings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listings]:
    folder: Path = tmp_path_factory.mktemp("listed")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    with Library.open(settings) as library:
        for one in (*HELD, ENGLISH):
            library.records.put(one)
        library.refresh()
        yield Listings(library)


def find(listings: Listings, text: str = "", **filters: object) -> Listing:
    return listings.find(ListingQuery(text=text, **filters), limit=20)  # type: ignore[arg-type]


def symbols(found: Listing) -> list[str]:
    return [hit.summary.symbol.removeprefix("A/RES/") for hit in found.hits]


def test_nothing_typed_lists_everything_the_newest_first(listings: Listings) -> None:
    found = find(listings)
    assert symbols(found) == ["76/46", "76/9", "75/45", "72/31"]
    assert (found.total, found.sort, {hit.match for hit in found.hits}) == (4, "newest", {"all"})


@pytest.mark.parametrize(
    "written", ["75/45", "A/RES/75/45", "第七十五届第45号决议", "第75/45号决议", "a/res/75/45"]
)
def test_what_is_named_by_symbol_comes_first(listings: Listings, written: str) -> None:
    found = find(listings, written)
    assert symbols(found)[0] == "75/45"
    assert found.hits[0].match == "symbol"
    assert found.symbols == ("A/RES/75/45",)


def test_a_symbol_half_typed_finds_those_it_may_become(listings: Listings) -> None:
    assert symbols(find(listings, "76/4")) == ["76/46"]


def test_a_symbol_that_is_not_held_finds_who_mentions_it_with_the_place_marked(
    listings: Listings,
) -> None:
    found = find(listings, "74/54")
    (hit,) = found.hits
    (snippet,) = hit.snippets
    assert (hit.match, snippet.place) == ("text", "OP2")
    assert "74/54" in "".join(span.of(snippet.text) for span in snippet.spans)


def test_titles_come_before_texts(listings: Listings) -> None:
    found = find(listings, "裁军")
    assert [(hit.match, hit.snippets) for hit in found.hits] == [("title", ())] * 2
    assert symbols(find(listings, "海洋")) == ["76/9"]
    (title, _) = find(listings, "海洋").hits[0].titles
    assert [span.of(title.text) for span in title.spans] == ["海洋", "海洋"]


def test_every_word_has_to_stand_somewhere_in_it(listings: Listings) -> None:
    assert symbols(find(listings, "核裁军 秘书长")) == ["75/45", "72/31"]
    assert symbols(find(listings, "核裁军 渔业")) == []


def test_a_snippet_is_a_stretch_of_the_paragraph_as_printed(listings: Listings) -> None:
    (hit,) = find(listings, "漁業").hits
    (snippet,) = hit.snippets
    printed = "请联合国秘书长就渔业提出报告；"
    assert snippet.text == printed[snippet.start : snippet.start + len(snippet.text)]
    assert [span.of(snippet.text) for span in snippet.spans] == ["渔业"]
    assert (snippet.href, hit.paragraphs) == ("/resolutions/A/RES/76/9#OP1", 1)


def test_titles_and_texts_of_the_second_language_are_found_too(listings: Listings) -> None:
    assert symbols(find(listings, "law of the sea")) == ["76/9"]
    (hit,) = find(listings, "fish").hits
    assert [(one.lang, one.text) for one in hit.snippets] == [("en", "Requests fisheries data;")]
    assert [title.lang for title in hit.titles] == ["zh", "en"]


def test_each_facet_is_counted_under_the_other_filters(listings: Listings) -> None:
    facets = find(listings, sessions=((76, 76),)).facets
    assert [(one.value, one.count) for one in facets.sessions.values] == [
        ("76", 2),
        ("75", 1),
        ("72", 1),
    ]
    assert [(one.value, one.count) for one in facets.committees.values] == [("第一委员会", 1)]
    assert facets.committees.unstated == 1


def test_a_subject_is_the_agenda_item_and_else_the_title(listings: Listings) -> None:
    found = find(listings)
    assert next((one.label, one.count) for one in found.facets.subjects.values) == (
        "全面彻底裁军",
        2,
    )
    assert symbols(find(listings, subjects=("全面徹底裁軍",))) == ["76/46", "75/45"]
    assert symbols(find(listings, subjects=("推进多边核裁军谈判",))) == ["72/31"]


def test_filters_of_several_kinds_have_all_to_hold(listings: Listings) -> None:
    found = find(listings, sessions=((75, 76),), committees=("一委",), years=(2021,))
    assert symbols(found) == ["76/46"]
    assert symbols(find(listings, lang="en")) == ["76/9"]


def test_a_filter_that_nothing_meets_leaves_nothing_and_the_others_counts(
    listings: Listings,
) -> None:
    found = find(listings, years=(1999,))
    assert (found.total, found.hits) == (0, ())
    assert sum(one.count for one in found.facets.years.values) == 4


def test_sorted_by_age_or_title(listings: Listings) -> None:
    assert symbols(find(listings, sort="oldest")) == ["72/31", "75/45", "76/9", "76/46"]
    assert symbols(find(listings, sort="title")) == ["75/45", "76/9", "76/46", "72/31"]


def test_pages_follow_each_other_and_lose_nothing(listings: Listings) -> None:
    seen: list[str] = []
    cursor = None
    while True:
        page = listings.find(ListingQuery(), limit=3, cursor=cursor)
        seen += symbols(page)
        assert page.total == 4
        cursor = page.next
        if cursor is None:
            break
    assert seen == symbols(find(listings))


def test_a_cursor_of_another_list_is_refused(listings: Listings) -> None:
    cursor = listings.find(ListingQuery(), limit=1).next
    for other in (ListingQuery(text="裁军"), ListingQuery(sort="oldest")):
        with pytest.raises(InvalidFilter):
            listings.find(other, limit=1, cursor=cursor)
    with pytest.raises(InvalidFilter):
        listings.find(ListingQuery(), limit=1, cursor="1-2-3")


def test_more_than_anybody_types_is_refused_and_so_is_no_range(listings: Listings) -> None:
    with pytest.raises(InvalidFilter):
        find(listings, "词" * 201)
    with pytest.raises(InvalidFilter):
        find(listings, sessions=((76, 75),))


def test_what_changed_in_the_library_is_found_at_once(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    with Library.open(settings) as library:
        listings = Listings(library)
        assert find(listings, "渔业").total == 0
        library.records.put(HELD[2])
        library.refresh()
        assert symbols(find(listings, "渔业")) == ["76/9"]
        library.records.remove("A/RES/76/9")
        library.refresh()
        assert find(listings, "渔业").total == 0


@given(st.text(alphabet="核裁军秘书长报告海洋请各国 7/", max_size=8))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_the_index_loses_nothing_that_reading_every_text_finds(
    listings: Listings, text: str
) -> None:
    from assistant.retrieval.typed import Typed
    from assistant.text.normalise import fold

    typed = Typed.of(text)
    if typed.symbols:
        return
    expected = set()
    for one in (*HELD, ENGLISH):
        texts = [one.symbol, f"第{one.symbol[6:]}号决议", one.title]
        texts += [paragraph.text for paragraph in one.paragraphs]
        texts.append(f"resolution {one.symbol[6:]}")
        folded = [fold(text).text.lower() for text in texts]
        if all(any(word.stands_in(t) for t in folded) for word in typed.words):
            expected.add(one.symbol.removeprefix("A/RES/"))
    assert set(symbols(find(listings, text))) == expected

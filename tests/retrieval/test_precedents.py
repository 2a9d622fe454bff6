from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import InvalidFilter, InvalidQuestion
from assistant.library.library import Library
from assistant.retrieval.precedents import LONGEST_PHRASE, precedents
from assistant.text.normalise import fold
from assistant.types import Paragraph, PhraseTally, Precedents

PHRASES = ("深为关切", "在现有资源范围内", "秘书长", "bearing in mind", "必要的技术服务")


def every_paragraph(library: Library) -> list[Paragraph]:
    """Every text of the library, in every language it is held in."""
    found: list[Paragraph] = []
    for summary in library.records.summaries():
        for lang in summary.langs:
            found += library.records.read(summary.symbol, lang).paragraphs
    return found


def test_every_paragraph_that_uses_the_phrase_is_counted(bilingual: Library) -> None:
    for phrase in PHRASES:
        using = [
            p
            for p in every_paragraph(bilingual)
            if p.kind not in ("meta", "end", "heading")
            and phrase.lower() in fold(p.text).text.lower()
        ]
        assert precedents(phrase, bilingual).exact == len(using), phrase
    assert precedents("深为关切", bilingual).exact > 5
    assert precedents("bearing in mind", bilingual).exact > 5


@pytest.mark.parametrize("phrase", PHRASES)
def test_tallies_add_up(bilingual: Library, phrase: str) -> None:
    found = precedents(phrase, bilingual)
    for tallies in (found.by_session, found.by_kind, found.by_verb):
        assert sum(tally.exact for tally in tallies) == found.exact
        assert sum(tally.near for tally in tallies) == found.near


def test_pages_make_up_the_whole_list_exact_ones_first(bilingual: Library) -> None:
    whole = precedents("提供必要的服务和技术支持", bilingual, limit=100)
    assert whole.near
    cursor, pages = None, []
    while True:
        page = precedents("提供必要的服务和技术支持", bilingual, limit=3, cursor=cursor)
        assert (page.exact, page.near) == (whole.exact, whole.near)
        pages += page.hits
        cursor = page.next
        if cursor is None:
            break
    assert len(pages) == whole.exact + whole.near
    assert tuple(pages[:100]) == whole.hits
    assert [hit.match for hit in pages] == ["exact"] * whole.exact + ["near"] * whole.near


def test_the_earliest_use_is_of_the_first_session(bilingual: Library) -> None:
    found = precedents("深为关切", bilingual, limit=100)
    sessions = [hit.session for hit in found.hits if hit.session is not None]
    assert [hit.session for hit in (found.earliest, found.latest) if hit] == [
        min(sessions),
        max(sessions),
    ]
    assert found.by_session[-1].name == str(max(sessions))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_words_of_a_paragraph_find_it(bilingual: Library, data: st.DataObject) -> None:
    held = [p for p in every_paragraph(bilingual) if p.kind == "operative" and len(p.text) > 12]
    paragraph = data.draw(st.sampled_from(held[:200]))
    begin = data.draw(st.integers(0, len(paragraph.text) - 10))
    end = begin + data.draw(st.integers(4, 10))
    words = paragraph.text[begin:end]
    cuts_a_number = any(
        re.match("[A-Za-z0-9]{2}", paragraph.text[at - 1 : at + 1]) for at in (begin, end) if at
    )
    whole = len("".join(words.split())) == len(words) and not cuts_a_number
    if whole and not paragraph.text.isascii():
        found = precedents(words, bilingual, limit=10_000)
        hits = {(h.symbol, h.paragraph) for h in found.hits if h.match == "exact"}
        assert (paragraph.symbol, paragraph.place) in hits
        for hit in found.hits:
            assert hit.spans
            for span in hit.spans:
                same = fold(span.of(hit.text)).text.lower() == found.phrase.lower()
                assert same == (hit.match == "exact")


def test_what_nobody_uses_has_no_precedent(bilingual: Library) -> None:
    found = precedents("人道主义后果", bilingual)
    assert (found.exact, found.near, found.hits, found.next) == (0, 0, (), None)
    assert (found.earliest, found.latest, found.by_session) == (None, None, ())
    assert found.coverage == bilingual.records.coverage()


def test_the_sample_library_is_counted_by_session(sample_library: Library) -> None:
    found = precedents("核裁军", sample_library)
    both = {s: precedents_of(sample_library, s) for s in ("72", "75")}
    assert found.by_session == tuple(
        PhraseTally(s, n, found_near(found, s)) for s, n in both.items()
    )


def precedents_of(library: Library, session: str) -> int:
    resolution = library.records.read({"72": "A/RES/72/31", "75": "A/RES/75/45"}[session])
    return sum("核裁军" in p.text for p in resolution.paragraphs if p.kind not in ("meta", "end"))


def found_near(found: Precedents, session: str) -> int:
    return next(tally.near for tally in found.by_session if tally.name == session)


@pytest.mark.parametrize("phrase", ["", "核", "“”", "、。", "x" * (LONGEST_PHRASE + 1)])
def test_a_phrase_that_cannot_be_looked_for_is_refused(
    sample_library: Library, phrase: str
) -> None:
    with pytest.raises(InvalidQuestion):
        precedents(phrase, sample_library)


@pytest.mark.parametrize("cursor", ["0-2", "x", "", "-1", "1-１", "99999999-0"])
def test_a_cursor_of_another_state_of_the_library_is_refused(
    sample_library: Library, cursor: str
) -> None:
    with pytest.raises(InvalidFilter):
        precedents("核裁军", sample_library, cursor=cursor)

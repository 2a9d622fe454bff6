"""Two languages of one symbol, and files that give several resolutions, through the records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.errors import NotInLibrary
from assistant.library.lookups import ActQuery
from assistant.library.records import Records
from assistant.types import Lang, Paragraph, Resolution, Source, Vote
from tests.library.specimens import act, operative, resolution

SYMBOL = "A/RES/75/45"
ZH = resolution()
EN = replace(
    resolution(
        SYMBOL,
        75,
        operative(SYMBOL, 1, "Requests the Secretary-General to report;", act("请", "秘书长")),
        operative(SYMBOL, 9, "Decides.", act("决定", family="decision")),
    ),
    lang="en",
    title="In English",
    source=Source("english.txt", "e" * 64),
)


def _part(letter: str, sha256: str = "1" * 64, name: str = "parts.txt") -> Resolution:
    symbol = f"A/RES/51/942{letter}"
    return replace(resolution(symbol, 51), source=Source(name, sha256))


# ── two languages of one symbol ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("order", [(ZH, EN), (EN, ZH)])
def test_chinese_leads_whichever_came_first(
    records: Records, order: tuple[Resolution, Resolution]
) -> None:
    assert [records.put(one) for one in order] == ["added", "added"]
    assert records.read(SYMBOL) == ZH
    assert records.read(SYMBOL, "zh") == ZH
    assert records.read(SYMBOL, "en") == EN
    assert records.symbols() == (SYMBOL,)
    assert records.summaries()[0].langs == ("zh", "en")
    asked = ActQuery(addressees=frozenset({"秘书长"}))
    assert [p.place for p, _ in records.acts(asked)] == ["OP1", "OP2"]
    assert {text.text for text in records.texts()}.isdisjoint({"Decides."})


def test_english_alone_leads(records: Records) -> None:
    records.put(EN)
    assert records.read(SYMBOL) == EN
    assert records.summaries()[0].langs == ("en",)
    assert records.companion(SYMBOL) is None
    with pytest.raises(NotInLibrary, match="in Chinese"):
        records.read(SYMBOL, "zh")


@pytest.mark.parametrize("held", [(), (ZH,), (EN,), (ZH, EN)])
def test_putting_again_changes_nothing_in_either_language(
    records: Records, held: tuple[Resolution, ...]
) -> None:
    for one in held:
        records.put(one)
    before = records.generation
    assert [records.put(one) for one in held] == ["unchanged"] * len(held)
    assert records.generation == before


@pytest.mark.parametrize("changed", [replace(ZH, title="新"), replace(EN, title="new")])
def test_a_corrected_version_replaces_its_own_language_only(
    records: Records, changed: Resolution
) -> None:
    records.put(ZH)
    records.put(EN)
    assert records.put(changed) == "replaced"
    other: Lang = "en" if changed.lang == "zh" else "zh"
    assert records.read(SYMBOL, changed.lang) == changed
    assert records.read(SYMBOL, other) == {"zh": ZH, "en": EN}[other]


def test_removing_the_version_that_leads_promotes_the_other(records: Records) -> None:
    records.put(ZH, parser="p")
    records.put(EN, parser="p")
    records.remove(SYMBOL, lang="zh")
    assert records.read(SYMBOL) == EN
    assert records.summaries()[0].langs == ("en",)
    assert records.source_known("e" * 64)[0].parser == "p"
    assert [p.place for p, _ in records.acts(ActQuery(verbs=frozenset({"决定"})))] == ["OP9"]


def test_removing_the_companion_leaves_what_leads(records: Records) -> None:
    records.put(ZH)
    records.put(EN)
    records.remove(SYMBOL, lang="en")
    assert records.read(SYMBOL) == ZH
    assert records.companion(SYMBOL) is None
    with pytest.raises(NotInLibrary):
        records.remove(SYMBOL, lang="en")


def test_removing_a_symbol_removes_every_language_of_it(records: Records) -> None:
    records.put(ZH)
    records.put(EN)
    records.remove(SYMBOL)
    assert records.symbols() == ()
    assert records.source_known("e" * 64) == ()
    records.put(EN)
    assert records.read(SYMBOL) == EN


def test_a_companion_is_aligned_by_place_and_follows_its_changes(records: Records) -> None:
    records.put(ZH)
    records.put(EN)
    for english in (EN, replace(EN, paragraphs=EN.paragraphs[:2])):
        records.put(english)
        for _ in range(2):  # read, and remembered
            companion = records.companion(SYMBOL)
            assert companion is not None
            assert companion.lang == "en"
            assert companion.texts == {p.place: p.text for p in english.paragraphs}
    records.remove(SYMBOL, lang="zh")
    assert records.companion(SYMBOL) is None


def test_the_known_source_of_a_companion_is_its_own_file(records: Records) -> None:
    records.put(ZH, parser="p1")
    records.put(EN, parser="p1")
    records.put(EN, parser="p2")
    (english,) = records.source_known("e" * 64)
    assert (english.lang, english.name, english.parser) == ("en", "english.txt", "p2")
    assert records.source_of((SYMBOL, "en")) == english
    chinese = records.source_of((SYMBOL, "zh"))
    assert chinese is not None
    assert (chinese.lang, chinese.parser) == ("zh", "p1")
    assert records.source_of(("A/RES/1/1", "zh")) is None


def test_a_vote_is_kept_in_either_version(records: Records) -> None:
    voted = [replace(one, vote=Vote(106, 1, 67, ("安哥拉",))) for one in (ZH, EN)]
    for one in voted:
        records.put(one)
    assert [records.read(SYMBOL, lang) for lang in ("zh", "en")] == voted


# ── files that give several resolutions ──────────────────────────────────────────────────────


def test_a_file_in_parts_is_written_at_once(records: Records) -> None:
    stored = records.put_file([_part("A"), _part("B")])
    assert (stored.outcomes, stored.vanished) == (("added", "added"), ())
    assert records.generation == 1
    assert [known.of_file for known in records.source_known("1" * 64)] == [2, 2]


def test_a_file_of_which_one_part_cannot_be_written_changes_nothing(records: Records) -> None:
    twice = Paragraph("A/RES/51/942B", "OP1", "operative", "一")
    broken = resolution("A/RES/51/942B", 51, twice, twice)
    with pytest.raises(Exception, match=r"(?i)unique"):
        records.put_file([_part("A"), broken])
    assert records.symbols() == ()


def test_parts_that_vanished_from_a_corrected_file_go_with_its_old_text(records: Records) -> None:
    records.put_file([_part(letter) for letter in "ABC"])
    corrected = [_part(letter, "2" * 64) for letter in "AB"]
    gone = (("A/RES/51/942C", "zh"),)
    assert records.vanished(corrected) == gone
    stored = records.put_file(corrected)
    assert (stored.outcomes, stored.vanished) == (("replaced", "replaced"), gone)
    assert records.symbols() == ("A/RES/51/942A", "A/RES/51/942B")


def test_what_an_older_parser_took_for_one_gives_way_to_its_parts(records: Records) -> None:
    records.put_file([_part("")], parser="old")
    stored = records.put_file([_part("A"), _part("B")], parser="new")
    assert stored.vanished == (("A/RES/51/942", "zh"),)


def test_a_file_of_one_part_takes_nothing_from_the_others(records: Records) -> None:
    records.put_file([_part("A"), _part("B")])
    stored = records.put_file([_part("B", "2" * 64, "942B.txt")])
    assert (stored.outcomes, stored.vanished) == (("replaced",), ())
    assert records.symbols() == ("A/RES/51/942A", "A/RES/51/942B")


def test_the_other_language_of_a_vanished_part_stays(records: Records) -> None:
    english = [replace(_part(letter, "e" * 64), lang="en") for letter in "AB"]
    records.put_file([_part("A"), _part("B")])
    records.put_file(english)
    records.put_file([_part("A", "2" * 64)])
    assert records.read("A/RES/51/942B") == english[1]


def test_a_symbol_that_the_caller_gave_is_not_taken_for_a_vanished_part(records: Records) -> None:
    for symbol in ("A/RES/75/45", "A/RES/75/45B"):
        records.put(replace(resolution(symbol), inferred=("symbol",)))
    assert records.symbols() == ("A/RES/75/45", "A/RES/75/45B")

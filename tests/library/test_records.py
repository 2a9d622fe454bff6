from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import InvalidSettings, LibraryDamaged, NotInLibrary
from assistant.library.engine import sqlite_url
from assistant.library.kept_turns import NewTurn
from assistant.library.lookups import ActQuery
from assistant.library.records import Records
from assistant.types import Coverage, Paragraph, Resolution, Source
from tests.library.specimens import act, operative, resolution


def test_what_was_put_is_read_back_whole(records: Records) -> None:
    records.put(resolution())
    assert records.read("A/RES/75/45") == resolution()


def test_what_was_put_is_there_when_the_records_are_opened_again(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "records.sqlite3")
    first = Records(url)
    first.put(resolution())
    identity = first.identity
    first.close()
    again = Records(url)
    assert again.read("A/RES/75/45") == resolution()
    assert (again.identity, again.generation) == (identity, 1)
    again.close()


def test_two_libraries_have_different_identities(tmp_path: Path) -> None:
    one, other = Records(sqlite_url(tmp_path / "1")), Records(sqlite_url(tmp_path / "2"))
    assert one.identity != other.identity
    one.close()
    other.close()


def test_the_generation_moves_only_with_the_resolutions(records: Records) -> None:
    turn = NewTurn("1", "请秘书长做什么", b"{}", "", None)
    seen = [records.generation]
    for changed in (
        resolution(),
        resolution(),
        replace(resolution(), title="另一个标题"),
        resolution("A/RES/72/31", 72),
    ):
        records.put(changed)
        seen.append(records.generation)
    records.remove("A/RES/72/31")
    records.vectors.put({"h": np.ones(3, dtype=np.float32)}, "e")
    records.conversations.add(None, None, turn)
    assert [*seen, records.generation] == [0, 1, 1, 2, 3, 4]


def test_putting_says_what_became_of_it(records: Records) -> None:
    changed = replace(resolution(), unplaced=())
    outcomes = [records.put(r) for r in (resolution(), resolution(), changed, changed)]
    assert outcomes == ["added", "unchanged", "replaced", "unchanged"]


def test_a_replaced_resolution_leaves_nothing_behind(records: Records) -> None:
    records.put(resolution())
    records.paragraphs(["A/RES/75/45#OP2"])  # now it is in the cache
    short = resolution(
        "A/RES/75/45", 75, operative("A/RES/75/45", 2, "欢迎报告。", act("欢迎", family="welcome"))
    )
    records.put(short)
    assert records.read("A/RES/75/45") == short
    assert records.places("A/RES/75/45") == ("META", "OP2", "END")
    assert records.paragraphs(["A/RES/75/45#OP2"])[0].text == "欢迎报告。"
    assert records.acts(ActQuery(addressees=frozenset({"秘书长"}))) == ()
    assert records.mentions_of(["A/RES/74/54"]) == ()


def test_a_resolution_that_cannot_be_written_changes_nothing(records: Records) -> None:
    records.put(resolution())
    twice = Paragraph("A/RES/75/45", "OP1", "operative", "一")
    with pytest.raises(Exception, match=r"(?i)unique"):
        records.put(resolution("A/RES/75/45", 75, twice, twice))
    assert records.read("A/RES/75/45") == resolution()
    assert records.generation == 1


def test_a_removed_resolution_is_gone(records: Records) -> None:
    records.put(resolution())
    records.remove("A/RES/75/45")
    assert records.symbols() == ()
    assert list(records.texts()) == []
    with pytest.raises(NotInLibrary):
        records.remove("A/RES/75/45")


@pytest.mark.parametrize("ask", ["read", "masthead", "places", "remove"])
def test_a_resolution_that_is_not_there_is_named_in_both_languages(
    records: Records, ask: str
) -> None:
    with pytest.raises(NotInLibrary) as missing:
        getattr(records, ask)("A/RES/76/54")
    assert "A/RES/76/54" in missing.value.zh
    assert "A/RES/76/54" in missing.value.en


def test_resolutions_are_listed_by_session_and_number_and_not_as_text(records: Records) -> None:
    for symbol, session in (
        ("A/RES/75/45", 75),
        ("A/RES/75/9", 75),
        ("A/RES/9/100", 9),
        ("A/RES/75/45B", 75),
    ):
        source = Source(f"{symbol}.txt", symbol)
        records.put(replace(resolution(symbol, session), source=source))
    ordered = ("A/RES/9/100", "A/RES/75/9", "A/RES/75/45", "A/RES/75/45B")
    assert records.symbols() == ordered
    assert tuple(s.symbol for s in records.summaries()) == ordered
    assert records.coverage() == Coverage(4, (9, 75))


def test_a_summary_says_what_a_list_shows(records: Records) -> None:
    records.put(resolution())
    (summary,) = records.summaries()
    assert (summary.label, summary.session, summary.date) == ("第75/45号决议", 75, "2020-12-07")
    assert (summary.committee, summary.preambular, summary.operative) == ("第一委员会", 1, 3)


def test_an_empty_library_covers_nothing(records: Records) -> None:
    assert records.coverage() == Coverage(0, ())
    assert records.summaries() == ()
    assert list(records.texts()) == []


def test_paragraphs_come_in_the_order_asked_for_and_missing_ones_are_left_out(
    records: Records,
) -> None:
    records.put(resolution())
    keys = ["A/RES/75/45#OP3", "A/RES/75/45#OP9", "A/RES/75/45#PP1", "A/RES/75/45#OP3"]
    assert [p.place for p in records.paragraphs(keys)] == ["OP3", "PP1", "OP3"]


def test_all_texts_come_in_pages_without_loss(records: Records) -> None:
    put: list[Resolution] = [resolution(f"A/RES/75/{n}") for n in range(1, 200)]
    for one in put:
        records.put(one)
    everything = {p.key for one in put for p in one.paragraphs}
    assert len(everything) > 1_000  # more than one page
    assert [text.key for text in records.texts()] == sorted(everything)


def test_a_paragraph_without_words_is_read_but_not_indexed(records: Records) -> None:
    blank = Paragraph("A/RES/75/45", "OP1", "operative", " ")
    records.put(resolution("A/RES/75/45", 75, blank))
    assert "A/RES/75/45#OP1" not in {text.key for text in records.texts()}
    assert records.paragraphs(["A/RES/75/45#OP1"]) == (blank,)


def test_a_heading_is_read_but_not_indexed_and_an_annex_is_both(records: Records) -> None:
    heading = Paragraph("A/RES/75/45", "H1", "heading", "一、导言")
    article = Paragraph("A/RES/75/45", "ANNEX/ART1", "annex", "本公约的宗旨。")
    records.put(resolution("A/RES/75/45", 75, heading, article))
    indexed = {text.text for text in records.texts()}
    assert "本公约的宗旨。" in indexed
    assert "一、导言" not in indexed
    assert records.count_texts() == len(indexed)
    unembedded = {text.text for text in records.vectors.missing("e")}
    assert unembedded == indexed
    assert records.paragraphs(["A/RES/75/45#H1"]) == (heading,)


def test_references_are_found_from_both_ends(records: Records) -> None:
    records.put(resolution())
    ((made, which),) = records.references_of(["A/RES/75/45"])
    assert (made.place, [made.references[i].target for i in which]) == (
        "PP1",
        ["A/RES/74/54", "不扩散核武器条约"],
    )
    ((mentioning, which),) = records.mentions_of(["不扩散核武器条约"])
    assert (mentioning.key, which) == ("A/RES/75/45#PP1", (1,))
    assert records.mentions_of(["A/RES/1/1"]) == ()


def test_vectors_are_kept_bit_for_bit_by_text_and_embedder(records: Records) -> None:
    vector = np.random.default_rng(1).normal(size=384).astype(np.float32)
    records.vectors.put({"h": vector}, "one")
    records.vectors.put({"h": -vector}, "other")
    records.vectors.put({"h": vector}, "one")
    kept = records.vectors.load(["h", "unknown"], "one")
    assert list(kept) == ["h"]
    assert kept["h"].dtype == np.float32
    assert kept["h"].tobytes() == vector.tobytes()


def test_a_known_file_is_found_by_its_bytes(records: Records) -> None:
    records.put(replace(resolution(), inferred=("symbol",)), parser="p1")
    (known,) = records.source_known("0" * 64)
    assert (known.symbol, known.name, known.parser) == ("A/RES/75/45", "specimen.txt", "p1")
    assert known.symbol_inferred
    assert records.source_known("1" * 64) == ()


def test_a_newer_parser_that_reads_the_same_is_noted_without_a_change(records: Records) -> None:
    records.put(resolution(), parser="p1")
    assert records.put(resolution(), parser="p2") == "unchanged"
    assert records.source_known("0" * 64)[0].parser == "p2"


def test_readers_never_see_half_a_resolution(records: Records) -> None:
    versions = (resolution(), replace(resolution(), title="另一个标题", unplaced=()))
    records.put(versions[0])
    wrong: list[Resolution] = []
    done = threading.Event()

    def keep_reading() -> None:
        while not done.is_set():
            read = records.read("A/RES/75/45")
            if read not in versions:
                wrong.append(read)

    readers = [threading.Thread(target=keep_reading) for _ in range(4)]
    for reader in readers:
        reader.start()
    for n in range(20):
        records.put(versions[n % 2])
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_a_file_that_is_no_database_is_reported_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite3"
    path.write_bytes(b"this is not a database, however long it may be" * 100)
    with pytest.raises(LibraryDamaged) as damaged:
        Records(sqlite_url(path))
    assert "备份" in damaged.value.zh


@pytest.mark.parametrize("url", ["nonsense", "nonsense://user:secret@host/db"])
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(InvalidSettings) as refused:
        Records(url)
    assert "secret" not in refused.value.en + refused.value.zh

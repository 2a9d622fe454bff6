from __future__ import annotations

import hashlib
import json
from collections.abc import Generator
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from assistant import __version__
from assistant.errors import LibraryBusy
from assistant.fetching import InvalidSymbol, fetch
from assistant.settings import Settings, load_settings
from tests.fetching.conftest import START, Fetch, Hours
from tests.fetching.un_server import (
    UnServer,
    docx,
    pdf,
    status,
)

SYMBOL = "A/RES/75/45"
WORD = docx("".join(f"第{n}行\n" for n in range(2_000)))


# ── what comes ───────────────────────────────────────────────────────────────────────────────


def test_a_document_is_kept_with_where_and_when_it_was_got(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, WORD)
    (result,) = fetched(SYMBOL)
    assert result.outcome == "fetched"
    assert result.path is not None
    assert result.path.read_bytes() == WORD
    assert result.path.name == "A_RES_75_45.docx"
    assert result.origin is not None
    assert result.origin.address == f"{un.url}/doc/{SYMBOL}/zh/file.docx"
    assert result.origin.sha256 == hashlib.sha256(WORD).hexdigest()
    assert result.origin.retrieved == "2026-01-02T03:04:05+00:00"
    beside = json.loads(result.path.with_suffix(".json").read_text(encoding="utf-8"))
    assert beside["symbol"] == SYMBOL
    assert beside["sha256"] == result.origin.sha256


def test_its_file_says_when_it_was_retrieved_and_by_its_name_which_symbol(
    un: UnServer, fetched: Fetch
) -> None:
    un.holds("A/RES/217(III)A", WORD)
    (result,) = fetched("217A(III)")
    file = result.file()
    assert (file.name, file.retrieved) == ("A_RES_217A(III).docx", "2026-01-02T03:04:05+00:00")
    assert file.data == WORD


def test_every_request_says_who_asks(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, WORD)
    fetched(SYMBOL)
    agents = {one.headers["User-Agent"] for one in un.asked}
    assert len(un.asked) == 2
    assert all(agent.startswith(f"resolution-assistant/{__version__}") for agent in agents)


def test_word_is_preferred_and_pdf_taken_where_there_is_no_word(
    un: UnServer, fetched: Fetch
) -> None:
    un.holds(SYMBOL, WORD)
    un.holds(SYMBOL, pdf(), form="pdf")
    un.holds("A/RES/75/46", pdf(), form="pdf")
    paths = [result.path for result in fetched("75/45", "75/46")]
    assert [path and path.suffix for path in paths] == [".docx", ".pdf"]


def test_old_word_is_passed_over_for_pdf_and_refused_where_there_is_nothing_else(
    un: UnServer, fetched: Fetch
) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000
    un.holds(SYMBOL, old)
    un.holds(SYMBOL, pdf(), form="pdf")
    un.holds("A/RES/75/46", old)
    first, second = fetched("75/45", "75/46")
    assert first.path is not None
    assert first.path.suffix == ".pdf"
    assert (second.outcome, second.path) == ("failed", None)
    assert "DOC" in (second.reason_en or "")


def test_a_part_is_found_in_the_document_of_the_whole(un: UnServer, fetched: Fetch) -> None:
    un.holds("A/RES/48/226", WORD)
    (result,) = fetched("A/RES/48/226B")
    assert (result.symbol, result.outcome) == ("A/RES/48/226B", "fetched")
    assert un.symbols_asked == ["A/RES/48/226B"] * 2 + ["A/RES/48/226"]


def test_each_language_is_a_document_of_its_own(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, WORD, lang="zh")
    un.holds(SYMBOL, docx("english"), lang="en")
    chinese, english = fetched(SYMBOL, langs=("zh", "en"))
    assert (chinese.lang, english.lang) == ("zh", "en")
    assert chinese.file().data == WORD
    assert english.file().data == docx("english")


def test_saving_puts_a_copy_under_the_language(
    un: UnServer, fetched: Fetch, tmp_path: Path
) -> None:
    un.holds(SYMBOL, WORD)
    (result,) = fetched(SYMBOL)
    saved = result.save(tmp_path / "mine")
    assert saved == tmp_path / "mine" / "zh" / "A_RES_75_45.docx"
    assert saved.read_bytes() == WORD


# ── kept ─────────────────────────────────────────────────────────────────────────────────────


def test_what_is_kept_is_not_asked_for_again(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, WORD)
    (first,) = fetched(SYMBOL)
    un.asked.clear()
    (second,) = fetched(SYMBOL)
    assert (second.outcome, second.path, second.origin) == ("cached", first.path, first.origin)
    assert un.asked == []


def test_what_was_changed_on_the_disk_is_fetched_anew(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, WORD)
    (first,) = fetched(SYMBOL)
    assert first.path is not None
    first.path.write_bytes(WORD[:-1])
    (second,) = fetched(SYMBOL)
    assert second.outcome == "fetched"
    assert second.file().data == WORD


@pytest.mark.parametrize("record", [b"", b"{", b'{"symbol": "A/RES/75/45"}', b"\xff\xfe"])
def test_a_document_whose_origin_is_lost_is_fetched_anew(
    un: UnServer, fetched: Fetch, record: bytes
) -> None:
    un.holds(SYMBOL, WORD)
    (first,) = fetched(SYMBOL)
    assert first.path is not None
    first.path.with_suffix(".json").write_bytes(record)
    assert [result.outcome for result in fetched(SYMBOL)] == ["fetched"]


def test_refreshing_transfers_nothing_that_has_not_changed(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, WORD)
    fetched(SYMBOL)
    un.asked.clear()
    (result,) = fetched(SYMBOL, refresh=True)
    assert (result.outcome, result.received) == ("cached", 0)
    assert result.file().data == WORD
    assert un.files_asked[0].headers["If-None-Match"]
    assert un.files_asked[0].headers["If-Modified-Since"]


def test_refreshing_takes_what_has_changed(un: UnServer, fetched: Fetch, hours: Hours) -> None:
    un.holds(SYMBOL, WORD)
    fetched(SYMBOL)
    un.holds(SYMBOL, docx("corrected"))
    hours.passed += 60
    (result,) = fetched(SYMBOL, refresh=True)
    assert result.outcome == "fetched"
    assert result.file().data == docx("corrected")
    assert result.file().retrieved == (START + timedelta(seconds=hours.passed)).isoformat()
    assert hours.passed >= 60


def test_refreshing_in_another_format_leaves_one_document(un: UnServer, fetched: Fetch) -> None:
    un.holds(SYMBOL, pdf(), form="pdf")
    (first,) = fetched(SYMBOL)
    un.holds(SYMBOL, WORD)
    (second,) = fetched(SYMBOL, refresh=True)
    assert second.path is not None
    assert second.path.suffix == ".docx"
    assert first.path is not None
    assert not first.path.exists()


def test_a_refresh_that_fails_leaves_what_was_there(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    fetched(SYMBOL)
    un.at_access[key] = [status(403)]
    assert [result.outcome for result in fetched(SYMBOL, refresh=True)] == ["failed"]
    (again,) = fetched(SYMBOL)
    assert (again.outcome, again.file().data) == ("cached", WORD)


# ── patience ─────────────────────────────────────────────────────────────────────────────────


def test_between_documents_there_is_a_pause(un: UnServer, fetched: Fetch, hours: Hours) -> None:
    un.holds(SYMBOL, WORD)
    un.holds("A/RES/75/46", WORD)
    fetched("75/45", "75/46")
    assert hours.slept == [3]


def test_an_overloaded_server_is_asked_again_as_late_as_it_wishes(
    un: UnServer, fetched: Fetch, hours: Hours
) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_access[key] = [status(503, retry_after="17")]
    (result,) = fetched(SYMBOL)
    assert result.outcome == "fetched"
    assert hours.slept == [17]


def test_a_date_to_come_back_is_kept(un: UnServer, fetched: Fetch, hours: Hours) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_access[key] = [status(429, retry_after="Fri, 02 Jan 2026 03:05:05 GMT")]
    assert fetched(SYMBOL)[0].outcome == "fetched"
    assert hours.slept == [60]


def test_each_further_attempt_waits_longer(un: UnServer, fetched: Fetch, hours: Hours) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_access[key] = [status(502), status(500)]
    assert fetched(SYMBOL)[0].outcome == "fetched"
    assert hours.slept == [3, 6]


def test_after_the_last_attempt_the_batch_goes_on(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    un.holds("A/RES/75/46", WORD)
    un.at_access[key] = [status(503)] * 3
    first, second = fetched("75/45", "75/46")
    assert (first.outcome, second.outcome) == ("failed", "fetched")
    assert "503" in (first.reason_zh or "")
    assert "503" in (first.reason_en or "")


def test_a_server_that_wants_to_be_left_alone_for_an_hour_is_left_alone(
    un: UnServer, fetched: Fetch, hours: Hours
) -> None:
    un.holds("A/RES/75/44", WORD)
    fetched("75/44")
    key = un.holds(SYMBOL, WORD)
    un.holds("A/RES/75/46", WORD)
    un.at_access[key] = [status(503, retry_after="3600")]
    un.asked.clear()
    results = fetched("75/45", "75/46", "75/44")
    assert [result.outcome for result in results] == ["failed", "failed", "cached"]
    assert all("60" in (result.reason_zh or "") for result in results[:2])
    assert un.symbols_asked == [SYMBOL]
    assert hours.slept == []


def test_a_server_that_fails_three_documents_in_a_row_is_not_asked_for_the_rest(
    un: UnServer, fetched: Fetch
) -> None:
    for number in range(1, 6):
        key = un.holds(f"A/RES/75/{number}", WORD)
        un.at_access[key] = [status(403)]
    results = fetched("75/1..5")
    assert {result.outcome for result in results} == {"failed"}
    assert un.symbols_asked == ["A/RES/75/1", "A/RES/75/2", "A/RES/75/3"]
    assert "403" in (results[2].reason_zh or "")
    assert "3" in (results[3].reason_zh or "")


def test_failures_with_a_success_between_are_not_in_a_row(un: UnServer, fetched: Fetch) -> None:
    for number in range(1, 9):
        key = un.holds(f"A/RES/75/{number}", WORD)
        un.at_access[key] = [status(403)] if number % 3 else []
    outcomes = [result.outcome for result in fetched("75/1..8")]
    assert outcomes == ["failed", "failed", "fetched"] * 2 + ["failed", "failed"]


def test_missing_documents_say_nothing_against_the_server(un: UnServer, fetched: Fetch) -> None:
    un.holds("A/RES/75/9", WORD)
    assert fetched("75/1..9")[-1].outcome == "fetched"


def test_nobody_there_is_a_line_and_not_an_error(fetched: Fetch, settings: Settings) -> None:
    closed = load_settings(
        {}, data_dir=settings.data_dir, fetch_url="http://127.0.0.1:9", fetch_retries=0
    )
    (result,) = fetched(SYMBOL, settings=closed)
    assert result.outcome == "failed"
    assert "ASSISTANT_FETCH_URL" in (result.reason_zh or "")


def test_only_one_process_fetches_at_a_time(settings: Settings) -> None:
    folder = settings.data_dir / "fetched"
    folder.mkdir(parents=True)
    with FileLock(folder / ".lock"), pytest.raises(LibraryBusy):
        list(fetch([SYMBOL], ["zh"], settings=settings))


def test_what_is_no_symbol_is_refused_before_anything_is_asked(
    un: UnServer, settings: Settings
) -> None:
    with pytest.raises(InvalidSymbol):
        fetch([SYMBOL, "hello"], ["zh"], settings=settings)
    assert un.asked == []


def test_a_batch_that_was_interrupted_goes_on_where_it_stopped(
    un: UnServer, settings: Settings, hours: Hours
) -> None:
    for number in (1, 2, 3):
        un.holds(f"A/RES/75/{number}", WORD)
    results = fetch(["75/1..3"], ["zh"], settings=settings, clock=hours.clock())
    assert isinstance(results, Generator)
    assert next(results).outcome == "fetched"
    results.close()  # as Ctrl-C does
    again = [r.outcome for r in fetch(["75/1..3"], ["zh"], settings=settings, clock=hours.clock())]
    assert again == ["cached", "fetched", "fetched"]
    assert un.symbols_asked == ["A/RES/75/1", "A/RES/75/2", "A/RES/75/3"]


def test_what_nobody_foresaw_ends_one_document_and_not_the_batch(
    un: UnServer, fetched: Fetch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    un.holds("A/RES/75/1", WORD)
    un.holds("A/RES/75/2", WORD)
    arrivals = iter([RecursionError()])

    def broken(*_: object) -> None:
        for error in arrivals:
            raise error

    monkeypatch.setattr("assistant.fetching.batch.refuse_another", broken)
    first, second = fetched("75/1..2")
    assert (first.outcome, second.outcome) == ("failed", "fetched")
    assert "A/RES/75/1" in caplog.text

"""What servers answer, as :func:`assistant.fetching.fetch` meets it."""

from __future__ import annotations

import socket
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from assistant.settings import Settings
from tests.fetching.conftest import Fetch, Hours
from tests.fetching.un_server import (
    LOGIN,
    Fault,
    UnServer,
    body,
    cut,
    docx,
    page,
    pdf,
    redirect,
    stall,
    status,
    without_length,
)

SYMBOL = "A/RES/75/45"
WORD = docx("".join(f"第{n}行\n" for n in range(2_000)))


# ── what does not come ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fault", "outcome", "word"),
    [
        pytest.param(status(404), "missing", "核对文号", id="404"),
        pytest.param(status(410), "missing", "核对文号", id="410"),
        pytest.param(body(b""), "missing", "核对文号", id="an empty body with 200"),
        pytest.param(page(b"<html>Not found</html>"), "missing", "核对文号", id="a page with 200"),
        pytest.param(redirect("/error"), "missing", "出错页面", id="the error page"),
        pytest.param(page(LOGIN), "failed", "登录", id="a login page"),
        pytest.param(status(401), "failed", "401", id="401"),
        pytest.param(status(403), "failed", "403", id="403"),
        pytest.param(status(202), "failed", "202", id="a guard before the server"),
        pytest.param(status(304), "failed", "304", id="304 for what is not held"),
        pytest.param(status(206), "failed", "206", id="206 for what was not asked in part"),
        pytest.param(status(302), "failed", "302", id="a redirect to nowhere"),
        pytest.param(body(b"\x89PNG" * 999, "image/png"), "failed", "image/png", id="a picture"),
        pytest.param(body(b"PK\x03\x04" + b"x" * 999), "failed", "损坏", id="no Word file"),
        pytest.param(redirect("http://10.0.0.1/x"), "failed", "10.0.0.1", id="private address"),
        pytest.param(redirect("http://127.0.0.1:1/x"), "failed", "127.0.0.1", id="another port"),
        pytest.param(redirect("https://un.org.evil.example/"), "failed", "evil", id="another host"),
        pytest.param(redirect("http://documents.un.org/x"), "failed", "un.org", id="no TLS"),
        pytest.param(redirect("file:///etc/passwd"), "failed", "不受信任", id="a file"),
        pytest.param(redirect("http://[oops"), "failed", "不受信任", id="no address"),
    ],
)
def test_what_is_no_document_is_a_clear_line_and_the_batch_goes_on(
    un: UnServer, fetched: Fetch, fault: Fault, outcome: str, word: str
) -> None:
    for form in ("docx", "pdf"):
        un.at_access[un.holds(SYMBOL, WORD, form=form)] = [fault] * 3
    un.holds("A/RES/75/46", WORD)
    first, second = fetched("75/45", "75/46")
    assert (first.outcome, first.path) == (outcome, None)
    assert word in (first.reason_zh or "")
    assert first.reason_en
    assert "\n" not in first.reason_en
    assert second.outcome == "fetched"


def test_a_redirect_to_a_trusted_name_that_leads_inside_is_not_followed(
    un: UnServer, fetched: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = socket.getaddrinfo

    def tampered(host: str, *args: Any, **kwargs: Any) -> Any:
        return ask("127.0.0.1" if host == "docs.un.org" else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", tampered)
    for form in ("docx", "pdf"):
        key = un.holds(SYMBOL, WORD, form=form)
        un.at_access[key] = [redirect("https://docs.un.org/file.docx")] * 3
    (result,) = fetched(SYMBOL)
    assert result.outcome == "failed"
    assert "docs.un.org" in (result.reason_zh or "")
    assert "不受信任" in (result.reason_zh or "")


def test_redirects_in_a_circle_end(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_access[key] = [redirect(f"/doc/{SYMBOL}/zh/file.docx")]
    un.at_file[key] = [redirect(f"/doc/{SYMBOL}/zh/file.docx#again")] * 50
    (result,) = fetched(SYMBOL)
    assert result.outcome == "failed"
    assert "重定向" in (result.reason_zh or "")
    assert len(un.asked) < 10


def test_redirects_without_end_end(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    steps = [redirect(f"/doc/{SYMBOL}/zh/file.docx?{n}") for n in range(50)]
    un.at_file[key] = steps
    assert "重定向" in (fetched(SYMBOL)[0].reason_zh or "")
    assert len(un.asked) < 10


def test_too_large_is_refused_by_what_the_server_says_before_it_is_transferred(
    un: UnServer, fetched: Fetch, settings: Settings
) -> None:
    un.holds(SYMBOL, pdf(900_000))
    small = settings.model_copy(update={"max_upload_bytes": 100_000})
    (result,) = fetched(SYMBOL, settings=small)
    assert (result.outcome, result.path) == ("failed", None)
    assert "100000" in (result.reason_zh or "")


def test_too_large_is_refused_also_where_the_server_does_not_say_how_much_there_is(
    un: UnServer, fetched: Fetch, settings: Settings
) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [without_length(pdf(900_000))]
    small = settings.model_copy(update={"max_upload_bytes": 100_000})
    assert "100000" in (fetched(SYMBOL, settings=small)[0].reason_zh or "")
    assert list((settings.data_dir / "fetched").rglob("*.part")) == []


def test_a_server_that_says_nothing_more_is_given_up_in_time(
    un: UnServer, fetched: Fetch, settings: Settings
) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [stall(un, WORD, 1_000)]
    hasty = settings.model_copy(update={"fetch_timeout": 0.2, "fetch_retries": 0})
    (result,) = fetched(SYMBOL, settings=hasty)
    assert result.outcome == "failed"
    assert "ASSISTANT_FETCH_TIMEOUT" in (result.reason_zh or "")


def test_a_server_that_drips_is_given_up_in_time(
    un: UnServer, fetched: Fetch, hours: Hours, settings: Settings
) -> None:
    un.holds(SYMBOL, WORD)
    every_look_is_an_hour_later = count(0, 3600)
    clock = replace(hours.clock(), monotonic=lambda: float(next(every_look_is_an_hour_later)))
    once = settings.model_copy(update={"fetch_retries": 0})
    assert "太慢" in (fetched(SYMBOL, clock=clock, settings=once)[0].reason_zh or "")


# ── cut and gone on with ─────────────────────────────────────────────────────────────────────


def test_a_cut_document_is_gone_on_with_where_it_was_cut(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [cut(WORD, 2_000), cut(WORD, 1_000)]
    (result,) = fetched(SYMBOL)
    assert result.outcome == "fetched"
    assert result.file().data == WORD
    ranges = [one.headers["Range"] for one in un.files_asked]
    assert ranges == [None, "bytes=2000-", "bytes=3000-"]
    assert result.received == len(WORD) - 3_000


def test_a_cut_document_is_never_kept_as_whole_and_the_next_run_goes_on(
    un: UnServer, fetched: Fetch, settings: Settings
) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [cut(WORD, 2_000)]
    once = settings.model_copy(update={"fetch_retries": 0})
    (first,) = fetched(SYMBOL, settings=once)
    assert (first.outcome, first.path) == ("failed", None)
    assert f"2000/{len(WORD)}" in (first.reason_zh or "")
    un.asked.clear()
    (second,) = fetched(SYMBOL)
    assert second.file().data == WORD
    assert un.files_asked[0].headers["Range"] == "bytes=2000-"


def test_a_document_that_changed_since_the_cut_is_taken_from_its_beginning(
    un: UnServer, fetched: Fetch
) -> None:
    key = un.holds(SYMBOL, docx("corrected\n" * 1_000))
    un.at_file[key] = [cut(WORD, 2_000)]
    (result,) = fetched(SYMBOL)
    assert result.file().data == un.documents[key]


@pytest.mark.parametrize("lack", ["has_validators", "has_ranges"])
def test_without_validators_or_ranges_a_cut_document_is_taken_from_its_beginning(
    un: UnServer, fetched: Fetch, lack: str
) -> None:
    setattr(un, lack, False)
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [cut(WORD, 2_000)]
    (result,) = fetched(SYMBOL)
    assert result.file().data == WORD


@pytest.mark.parametrize("whole", [WORD, pdf()], ids=["docx", "pdf"])
def test_a_cut_is_seen_where_the_server_does_not_say_how_much_there_is(
    un: UnServer, fetched: Fetch, whole: bytes
) -> None:
    key = un.holds(SYMBOL, whole)
    un.at_file[key] = [without_length(whole[:-30])]
    (result,) = fetched(SYMBOL)
    assert result.file().data == whole
    assert len(un.files_asked) == 2


def test_a_range_that_is_another_than_the_one_asked_for_is_not_joined(
    un: UnServer, fetched: Fetch
) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [
        cut(WORD, 2_000),
        lambda handler: handler.send(206, WORD[1_000:], headers={"Content-Range": "bytes 1000-/*"}),
    ]
    assert fetched(SYMBOL)[0].file().data == WORD


def test_a_server_that_gives_less_than_the_rest_is_asked_for_the_rest_of_it(
    un: UnServer, fetched: Fetch
) -> None:
    key = un.holds(SYMBOL, WORD)
    span = f"bytes 2000-2999/{len(WORD)}"
    un.at_file[key] = [
        cut(WORD, 2_000),
        lambda handler: handler.send(206, WORD[2_000:3_000], headers={"Content-Range": span}),
    ]
    assert fetched(SYMBOL)[0].file().data == WORD
    assert un.files_asked[-1].headers["Range"] == "bytes=3000-"


def test_a_range_beyond_the_end_begins_anew(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [cut(WORD, 2_000), status(416)]
    assert fetched(SYMBOL)[0].file().data == WORD


def test_a_page_in_between_does_not_lose_what_came_before(un: UnServer, fetched: Fetch) -> None:
    key = un.holds(SYMBOL, WORD)
    un.at_file[key] = [cut(WORD, 2_000), page(b"<html>maintenance</html>")]
    assert fetched(SYMBOL)[0].outcome == "missing"
    un.asked.clear()
    assert fetched(SYMBOL)[0].file().data == WORD
    assert un.files_asked[0].headers["Range"] == "bytes=2000-"


@pytest.mark.parametrize("tag", ['"号"', '"a\tb"', 'W/"weak"', ""])
def test_a_validator_that_cannot_be_sent_back_is_not_used(
    un: UnServer, fetched: Fetch, tag: str
) -> None:
    un.has_validators = False
    key = un.holds(SYMBOL, WORD)
    sent = {"ETag": tag.encode().decode("latin-1")}
    un.at_file[key] = [
        lambda handler: handler.send(200, WORD, headers=sent, cut_after=2_000),
        lambda handler: handler.send(200, WORD, headers=sent),
    ]
    assert fetched(SYMBOL)[0].file().data == WORD
    assert un.files_asked[1].headers["Range"] is None
    assert fetched(SYMBOL, refresh=True)[0].file().data == WORD


def _damaged(data: bytes) -> bytes:
    return data[:300] + bytes(byte ^ 0xFF for byte in data[300:900]) + data[900:]


def test_a_file_that_is_damaged_on_the_server_is_not_kept(
    un: UnServer, fetched: Fetch, settings: Settings
) -> None:
    un.holds(SYMBOL, _damaged(WORD))
    (result,) = fetched(SYMBOL)
    assert (result.outcome, result.path) == ("failed", None)
    assert "损坏" in (result.reason_zh or "")
    left = [path.name for path in (settings.data_dir / "fetched" / "zh").iterdir()]
    assert left == []

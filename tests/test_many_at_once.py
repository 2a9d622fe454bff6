"""Questions wait for their turn with a real library, and only for as long as they have to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.answering.generative.models import Piece
from assistant.errors import TooManyAtOnce
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import ListingQuery, MandateQuery
from tests.server.over_sockets import eventually

QUESTION = "第75/45号决议请秘书长做什么？"
PATIENCE = 30.0  # seconds


class Pondering:
    """A model that writes when it is let."""

    name = "m"
    parameters = ""

    def __init__(self) -> None:
        self.is_asked = threading.Event()
        self.may_write = threading.Event()

    def stream(self, prompt: str) -> Iterator[Piece]:
        assert prompt
        self.is_asked.set()
        assert self.may_write.wait(PATIENCE)
        yield Piece("无话可说。", whole=True)


@pytest.fixture(scope="module")
def model() -> Pondering:
    return Pondering()


@pytest.fixture(scope="module")
def one_by_one(
    tmp_path_factory: pytest.TempPathFactory, model: Pondering, sample_files: tuple[Path, Path]
) -> Iterator[Assistant]:
    """One question at a time, one more may wait."""
    folder = tmp_path_factory.mktemp("one-by-one")
    settings = load_settings(
        {}, data_dir=folder, embedder="hashing", work_at_once=1, work_waiting=1
    )
    with Assistant.open(settings, model=model) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "asked",
    [
        lambda assistant: assistant.ask(QUESTION, answerer="extractive").status,
        lambda assistant: assistant.search("秘书长"),
        lambda assistant: assistant.browsing.listing(ListingQuery(text="秘书长")),
        lambda assistant: assistant.mandates(MandateQuery()),
        lambda assistant: assistant.precedents("秘书长"),
    ],
)
def test_what_is_asked_waits_for_its_turn(
    one_by_one: Assistant, asked: Callable[[Assistant], object]
) -> None:
    turns = one_by_one.library.turns
    busy = turns.errand()
    busy.work()
    with ThreadPoolExecutor(1) as reader:
        waiting = reader.submit(asked, one_by_one)
        try:
            assert eventually(lambda: turns.waiting == 1)
            with pytest.raises(TooManyAtOnce):
                one_by_one.ask(QUESTION)
        finally:
            busy.rest()
        assert waiting.result(PATIENCE)


def test_others_are_answered_while_a_stream_is_read_slowly(one_by_one: Assistant) -> None:
    events = one_by_one.stream(QUESTION, answerer="extractive")
    for _ in range(4):  # understood, passages, a citation, a sentence
        next(events)
        assert one_by_one.ask(QUESTION, answerer="extractive").status == "answered"
    assert [event.name for event in events][-1] == "answer"


def test_a_stream_that_nobody_reads_on_leaves_its_place(one_by_one: Assistant) -> None:
    events = one_by_one.stream(QUESTION, answerer="extractive")
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert one_by_one.ask(QUESTION, answerer="extractive").status == "answered"


def test_others_are_answered_while_a_model_is_waited_for(
    one_by_one: Assistant, model: Pondering
) -> None:
    with ThreadPoolExecutor(1) as reader:
        phrased = reader.submit(one_by_one.ask, QUESTION)
        try:
            assert model.is_asked.wait(PATIENCE)
            assert one_by_one.ask(QUESTION, answerer="extractive").status == "answered"
            assert not phrased.done()
        finally:
            model.may_write.set()
        assert phrased.result(PATIENCE).status == "answered"

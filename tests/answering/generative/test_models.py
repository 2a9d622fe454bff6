"""A model behind real HTTP: what it brings, and what is said when it fails."""

from __future__ import annotations

import pytest

from assistant.answering.generative.models import (
    Model,
    by_path,
    leaves_the_machine,
    openai_like,
)
from assistant.errors import InvalidSettings, ModelUnavailable
from tests.answering.generative.scripted import Reply, serving

KEY = "sk-secret-key"


def model(url: str, seconds: float = 5) -> Model:
    return openai_like(url=url, name="m", key=KEY, seconds=seconds, context=4096, most_tokens=200)


def test_text_comes_in_pieces_and_the_last_piece_says_that_it_is_whole() -> None:
    with serving(Reply(("请", "报告"))) as (url, script):
        pieces = list(model(url).stream("问"))
    assert [piece.text for piece in pieces] == ["请", "报告", ""]
    assert [piece.whole for piece in pieces] == [None, None, True]
    assert pieces[-1].tokens == (5, 7)
    (asked,) = script.asked
    assert asked["messages"][0]["content"] == "问"
    assert asked["temperature"] == 0
    assert script.keys == [f"Bearer {KEY}"]


@pytest.mark.parametrize("finish", [None, "length"])
def test_a_stream_that_was_cut_is_not_whole(finish: str | None) -> None:
    with serving(Reply(("请",), finish=finish)) as (url, _):
        assert list(model(url).stream("问"))[-1].whole is False


@pytest.mark.parametrize(
    ("status", "part"),
    [
        (401, "key"),
        (403, "may not use"),
        (404, "no such model"),
        (429, "quota"),
        (400, "refused"),
        (500, "failed"),
    ],
)
def test_an_error_says_what_to_do_is_asked_once_and_shows_no_key(status: int, part: str) -> None:
    with serving(Reply(status=status)) as (url, script), pytest.raises(ModelUnavailable) as raised:
        list(model(url).stream("问"))
    assert part in raised.value.en
    assert len(script.asked) == 1
    assert KEY not in raised.value.en + raised.value.zh


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    with serving() as (url, _):
        pass
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        list(model(url).stream("问"))


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with (
        serving(Reply(("请",), pause=3)) as (url, _),
        pytest.raises(ModelUnavailable, match="time"),
    ):
        list(model(url, seconds=0.3).stream("问"))


def test_a_server_that_drips_is_given_up_in_time() -> None:
    slow = Reply(("请",) * 50, pause=0.1)
    with serving(slow) as (url, _), pytest.raises(ModelUnavailable, match="within"):
        list(model(url, seconds=0.5).stream("问"))


def test_a_line_that_breaks_off_is_an_error_or_a_cut_never_a_whole_text() -> None:
    with serving(Reply(("请",), broken=True)) as (url, _):
        try:
            last = list(model(url).stream("问"))[-1]
        except ModelUnavailable:
            return
    assert last.whole is False


def test_another_integration_is_taken_by_its_path() -> None:
    mock = by_path("llama_index.core.llms.mock.MockLLM", {"max_tokens": 3}, 5)
    assert mock.name == "MockLLM"
    assert "".join(piece.text for piece in mock.stream("a b c d")).strip()


@pytest.mark.parametrize("path", ["nothing", "assistant.nothing.Model", "assistant.types.Nothing"])
def test_a_path_that_leads_nowhere_is_refused_with_what_to_install(path: str) -> None:
    with pytest.raises(InvalidSettings, match="llama-index-llms"):
        by_path(path, {}, 5)


def test_keys_among_the_options_are_no_part_of_the_parameters() -> None:
    mock = by_path("llama_index.core.llms.mock.MockLLM", {"max_tokens": 3}, 5)
    assert mock.parameters == "{'max_tokens': 3}"


def test_only_a_server_elsewhere_is_sent_the_questions() -> None:
    assert leaves_the_machine("http://127.0.0.1:11434/v1") is None
    assert leaves_the_machine("http://[::1]:8000/v1") is None
    assert leaves_the_machine(None) is None
    assert leaves_the_machine("https://api.deepseek.com/v1") == "api.deepseek.com"

"""What a model says of passages, and which questions it is asked of."""

from __future__ import annotations

import json

import httpx
import pytest

from eval.external.asked import likelihood


def _client(*told: tuple[str, float], seen: list[str] | None = None) -> httpx.Client:
    """A server whose model's first word is likely as told."""

    def reply(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(json.loads(request.content)["messages"][0]["content"])
        first = {"top_logprobs": [{"token": word, "logprob": p} for word, p in told]}
        return httpx.Response(200, json={"choices": [{"logprobs": {"content": [first]}}]})

    return httpx.Client(base_url="http://model/v1/", transport=httpx.MockTransport(reply))


def test_it_is_the_difference_between_yes_and_no() -> None:
    with _client(("有", -0.5), (" 没有", -1.5), ("没", -3.0)) as client:
        assert likelihood(client, "m", "几月？", ["七月"]) == pytest.approx(1.0)


def test_a_word_that_is_not_among_the_likely_ones_is_hardly_likely() -> None:
    with _client(("没有", -0.1)) as client:
        assert likelihood(client, "m", "几月？", ["七月"]) < -19


def test_passages_and_question_are_shown() -> None:
    seen: list[str] = []
    with _client(("有", 0.0), seen=seen) as client:
        likelihood(client, "m", "几月？", ["七月", "八月"])
    assert "- 七月\n- 八月\n" in seen[0]
    assert "问题：几月？" in seen[0]


def test_a_server_that_fails_is_an_error() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(503))
    with (
        httpx.Client(base_url="http://model/v1/", transport=transport) as client,
        pytest.raises(httpx.HTTPStatusError),
    ):
        likelihood(client, "m", "几月？", ["七月"])

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from assistant import __version__
from tests.server.fake_assistant import SYMBOL, TEXT, FakeAssistant


def test_an_answer_has_every_field_even_those_that_are_null(client: TestClient) -> None:
    answer = client.post("/api/v1/ask", json={"question": "第75/45号决议第14段"}).json()
    assert answer["version"] == 1
    assert answer["clarify"] is None
    assert answer["page"] is None
    assert answer["understood"]["session"] is None
    assert answer["citations"][0]["source"]["retrieved"] is None


def test_chinese_goes_over_the_wire_as_itself(client: TestClient) -> None:
    response = client.post("/api/v1/ask", json={"question": "第75/45号决议第14段"})
    assert response.headers["content-type"] == "application/json"
    assert TEXT.encode() in response.content


def test_the_same_question_gives_the_same_bytes(client: TestClient) -> None:
    first, second = (client.post("/api/v1/ask", json={"question": "同样的问题"}) for _ in range(2))
    assert first.content == second.content


def test_everything_that_was_asked_reaches_the_service(
    client: TestClient, assistant: FakeAssistant
) -> None:
    body = {
        "question": "那72/31呢",
        "conversation_id": "c7",
        "answerer": "extractive",
        "symbols": ["A/RES/72/31"],
        "lang": "en",
    }
    answer = client.post("/api/v1/ask", json=body).json()
    assert assistant.asked == [("那72/31呢", "c7", ("A/RES/72/31",), "en")]
    assert answer["conversation_id"] == "c7"
    assert answer["lang"] == "en"


def test_a_resolution_is_read_by_a_symbol_full_of_slashes(client: TestClient) -> None:
    resolution = client.get(f"/api/v1/resolutions/{SYMBOL}").json()
    assert resolution["symbol"] == SYMBOL
    assert resolution["paragraphs"][0]["place"] == "OP14"
    assert resolution["masthead"]["session"]["span"] == {"start": 0, "end": 8}


def test_a_symbol_may_come_with_its_slashes_escaped(client: TestClient) -> None:
    assert client.get("/api/v1/resolutions/A%2FRES%2F75%2F45").json()["symbol"] == SYMBOL


def test_a_resolution_is_read_in_the_language_asked_for_or_is_not_there(
    client: TestClient,
) -> None:
    path = f"/api/v1/resolutions/{SYMBOL}"
    assert client.get(path, params={"version": "zh"}).json()["lang"] == "zh"
    assert client.get(path, params={"version": "en"}).status_code == 404
    assert client.get(path, params={"version": "fr"}).status_code == 422


def test_the_list_of_resolutions_counts_their_paragraphs(client: TestClient) -> None:
    page = client.get("/api/v1/resolutions").json()
    assert (page["total"], page["next"]) == (1, None)
    (summary,) = page["resolutions"]
    assert (summary["preambular"], summary["operative"]) == (16, 15)
    assert summary["langs"] == ["zh"]


@pytest.mark.parametrize(("limit", "hits"), [(1, 1), (2, 2)])
def test_search_gives_no_more_hits_than_asked(client: TestClient, limit: int, hits: int) -> None:
    found = client.get("/api/v1/search", params={"q": "网播", "limit": limit}).json()
    assert found["query"] == "网播"
    assert len(found["hits"]) == hits


@pytest.mark.parametrize(
    ("query", "headers", "label"),
    [
        ("", {}, "第75/45号决议，执行部分第14段"),
        ("", {"accept-language": "en"}, "resolution 75/45, operative paragraph 14"),
        ("&lang=zh", {"accept-language": "en"}, "第75/45号决议，执行部分第14段"),
        ("&lang=en", {}, "resolution 75/45, operative paragraph 14"),
    ],
)
def test_what_is_found_is_called_by_names_in_the_readers_language(
    client: TestClient, query: str, headers: dict[str, str], label: str
) -> None:
    found = client.get(f"/api/v1/search?q=网播{query}", headers=headers).json()
    assert found["hits"][0]["label"] == label
    precedents = client.get(f"/api/v1/precedents?q=网播{query}", headers=headers).json()
    assert precedents["hits"][0]["label"] == label
    wording = client.get(f"/api/v1/wording?q=网播{query}", headers=headers).json()
    assert wording["renderings"][0]["examples"][0]["label"] == label


def test_a_search_by_words_alone_says_so(client: TestClient, assistant: FakeAssistant) -> None:
    assert client.get("/api/v1/search?q=网播").json()["by_words_alone"] is False
    assistant.sound = False
    assert client.get("/api/v1/search?q=网播").json()["by_words_alone"] is True


def test_health_says_only_that_the_process_answers(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.sound = False
    assert client.get("/api/health").json() == {"status": "ok", "version": __version__}


def test_a_sound_library_is_ready(client: TestClient) -> None:
    response = client.get("/api/ready")
    assert response.status_code == 200
    assert response.json()["status"] == "ready"


@pytest.mark.parametrize(
    ("lang", "detail"),
    [("zh-CN", "全文索引与记录不符。"), ("en-GB", "Tantivy does not match.")],
)
def test_a_library_that_does_not_match_is_not_ready_and_says_why(
    client: TestClient, assistant: FakeAssistant, lang: str, detail: str
) -> None:
    assistant.sound = False
    response = client.get("/api/ready", headers={"accept-language": lang})
    assert response.status_code == 503
    assert response.json()["code"] == "not_ready"
    assert response.json()["detail"] == detail


def test_the_stream_gives_its_events_in_order_and_the_whole_answer_last(
    client: TestClient,
) -> None:
    body = {"question": "第75/45号决议第14段"}
    response = client.post("/api/v1/ask/stream", json=body)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = [
        tuple(line.split(": ", 1)[1] for line in block.splitlines())
        for block in response.text.strip().split("\n\n")
    ]
    assert [name for name, _ in events] == [
        "understood",
        "passages",
        "citation",
        "delta",
        "answer",
    ]
    assert json.loads(events[-1][1]) == client.post("/api/v1/ask", json=body).json()


def test_a_model_that_is_not_set_cannot_answer(client: TestClient) -> None:
    answer = client.post("/api/v1/ask", json={"question": "问", "answerer": "llm"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "no_model"

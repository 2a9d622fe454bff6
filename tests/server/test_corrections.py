from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from assistant.types import Overrides, Selection
from tests.server.fake_assistant import FakeAssistant

QUESTION = "第75/45号决议请秘书长做什么？"


def test_what_is_put_right_reaches_the_service(
    client: TestClient, assistant: FakeAssistant
) -> None:
    corrected = {
        "intent": "acts",
        "symbols": ["72/31"],
        "addressees": [],
        "session": 75,
        "selection": {"committee": "一委", "since": "2018-01-01"},
        "emptied": ["target"],
    }
    body = {"question": QUESTION, "corrected": corrected}
    assert client.post("/api/v1/ask", json=body).status_code == 200
    assert client.post("/api/v1/ask/stream", json=body).status_code == 200
    meant = Overrides(
        intent="acts",
        symbols=("72/31",),
        addressees=(),
        session=75,
        selection=Selection(committee="一委", since=date(2018, 1, 1)),
        emptied=("target",),
    )
    assert assistant.corrected == [meant, meant]


def test_a_question_with_nothing_put_right_has_no_overrides(
    client: TestClient, assistant: FakeAssistant
) -> None:
    client.post("/api/v1/ask", json={"question": QUESTION})
    client.post("/api/v1/ask", json={"question": QUESTION, "corrected": None})
    client.post("/api/v1/ask", json={"question": QUESTION, "corrected": {}})
    assert assistant.corrected == [None, None, Overrides()]


@pytest.mark.parametrize(
    ("corrected", "pointer", "says"),
    [
        ({"intent": "opinion"}, "/corrected/intent", "paragraph"),
        ({"symbol": ["75/45"]}, "/corrected/symbol", "没有名为此的字段"),
        ({"symbols": "75/45"}, "/corrected/symbols", "应为数组"),
        ({"symbols": [""]}, "/corrected/symbols/0", "不能为空"),
        ({"session": 0}, "/corrected/session", "1"),
        ({"session": "75"}, "/corrected/session", "应为整数"),
        ({"verbs": ["请"] * 51}, "/corrected/verbs", "50"),
        ({"emptied": ["symbols"]}, "/corrected/emptied/0", "session"),
        ({"selection": {"since": "someday"}}, "/corrected/selection/since", "2026-09-01"),
        (["75/45"], "/corrected", "应为对象"),
    ],
)
def test_a_malformed_correction_is_a_problem_that_says_where_and_what_may_be_given(
    corrected: object, pointer: str, says: str, client: TestClient, assistant: FakeAssistant
) -> None:
    for route in ("/api/v1/ask", "/api/v1/ask/stream"):
        response = client.post(route, json={"question": QUESTION, "corrected": corrected})
        assert response.status_code == 422
        assert response.json()["code"] == "invalid_request"
        errors = {error["pointer"]: error["detail"] for error in response.json()["errors"]}
        assert says in errors[pointer]
    assert assistant.asked == []


def test_a_name_that_the_service_does_not_know_is_a_problem_too(client: TestClient) -> None:
    body = {"question": QUESTION, "corrected": {"places": ["乱写"]}}
    response = client.post("/api/v1/ask", json=body)
    assert (response.status_code, response.json()["code"]) == (422, "invalid_correction")
    assert "乱写" in response.json()["detail"]

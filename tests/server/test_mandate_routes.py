from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from assistant.types import MandateQuery
from tests.server.fake_assistant import TEXT, FakeAssistant


def test_a_page_has_its_mandates_how_many_there_are_and_what_the_library_covers(
    client: TestClient,
) -> None:
    page = client.get("/api/v1/mandates").json()
    (mandate,) = page["mandates"]
    assert mandate["text"] == TEXT.rstrip("；")
    assert mandate["due"] == [
        {
            "text": "大会第七十六届会议",
            "session": 76,
            "opens": "2021-09-14",
            "limit": None,
            "recurring": False,
        }
    ]
    assert (page["total"], page["resolutions"], page["next"]) == (2, 1, "1-1")
    assert page["coverage"] == {"resolutions": 2, "sessions": [72, 75]}


def test_every_filter_reaches_the_service(client: TestClient, assistant: FakeAssistant) -> None:
    response = client.get(
        "/api/v1/mandates?due_session=76-78&due_after=2021-01-01&due_before=2023-12-31"
        "&addressee=秘书长&addressee=SG&deliverable=报告&symbol=75/45&session=七十五"
        "&committee=一委&recurring=false&timed=true&limit=7&cursor=1-1"
    )
    assert response.status_code == 200
    expected = MandateQuery(
        symbols=("75/45",),
        sessions=(75, 75),
        committees=("一委",),
        due_sessions=(76, 78),
        due_after=date(2021, 1, 1),
        due_before=date(2023, 12, 31),
        addressees=("秘书长", "SG"),
        deliverables=("报告",),
        recurring=False,
        timed=True,
        sort="newest",
    )
    assert assistant.filtered == [(expected, 7, "1-1")]


def test_the_newest_come_first_unless_another_order_is_asked(
    client: TestClient, assistant: FakeAssistant
) -> None:
    for asked in ("", "?sort=due"):
        assert client.get(f"/api/mandates{asked}").status_code == 200
    assert client.get("/api/mandates?sort=nonsense").status_code == 422
    assert [query.sort for query, *_ in assistant.filtered] == ["newest", "due"]


def test_a_page_has_a_hundred_unless_another_number_is_asked(
    client: TestClient, assistant: FakeAssistant
) -> None:
    client.get("/api/v1/mandates")
    assert assistant.filtered[0][1] == 100


@pytest.mark.parametrize(
    ("query", "accept", "sent"),
    [
        ("?format=csv", "*/*", ("text/csv", "csv zh 1")),
        ("", "text/csv", ("text/csv", "csv zh 1")),
        ("?lang=en", "text/calendar;q=0.9", ("text/calendar", "ics en 1")),
        ("?format=ics", "text/csv", ("text/calendar", "ics zh 1")),
    ],
)
def test_tables_and_calendars_come_by_format_or_by_the_accept_header_and_whole(
    client: TestClient, assistant: FakeAssistant, query: str, accept: str, sent: tuple[str, str]
) -> None:
    response = client.get(f"/api/v1/mandates{query}", headers={"accept": accept})
    media_type, _, charset = response.headers["content-type"].partition("; charset=")
    assert (media_type, response.text) == sent
    assert charset == "utf-8"
    assert response.headers["content-disposition"].startswith("attachment; filename=")
    assert assistant.filtered[0][1] is None


@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/html, application/xml"])
def test_json_comes_where_neither_table_nor_calendar_is_named(
    client: TestClient, accept: str
) -> None:
    response = client.get("/api/v1/mandates", headers={"accept": accept})
    assert response.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("due_sesion=76", "invalid_request"),
        ("due_session=x", "invalid_filter"),
        ("session=76-", "invalid_filter"),
        ("due_after=someday", "invalid_request"),
        ("limit=0", "invalid_request"),
        ("limit=501", "invalid_request"),
        ("recurring=perhaps", "invalid_request"),
        ("format=xml", "invalid_request"),
        ("addressee=国际法院", "invalid_filter"),
        ("addressee=", "invalid_request"),
    ],
)
def test_a_filter_that_means_nothing_is_refused_and_not_left_out(
    client: TestClient, query: str, code: str
) -> None:
    response = client.get(f"/api/v1/mandates?{query}")
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == code


def test_a_date_that_is_none_is_told_how_to_write_one(client: TestClient) -> None:
    (problem,) = client.get("/api/v1/mandates?due_after=someday").json()["errors"]
    assert problem["parameter"] == "due_after"
    assert "2026-09-01" in problem["detail"]


def test_facets_take_the_same_filters_and_no_page(
    client: TestClient, assistant: FakeAssistant
) -> None:
    response = client.get("/api/v1/mandates/facets?addressee=秘书长&due_session=76&lang=en")
    assert response.json()["addressees"] == [{"value": "秘书长", "label": "秘书长", "count": 2}]
    query = MandateQuery(addressees=("秘书长",), due_sessions=(76, 76))
    assert assistant.faceted == [(query, "en")]
    assert client.get("/api/v1/mandates/facets?limit=5").status_code == 422

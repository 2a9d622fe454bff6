from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.server.app import create_app
from assistant.server.validators import VARY, known
from assistant.settings import load_settings
from tests.server.fake_assistant import FakeAssistant

OF_THE_LIBRARY = (
    "/api/v1/resolutions",
    "/api/v1/resolutions/A/RES/75/45",
    "/api/v1/resolutions/A/RES/75/45/around",
    "/api/v1/resolutions/A/RES/75/45/series",
    "/api/v1/resolutions/A/RES/75/45/references",
    "/api/v1/library",
    "/api/v1/mandates",
    "/api/v1/mandates?format=csv",
    "/api/v1/mandates/facets",
    "/api/v1/precedents?q=报告",
    "/api/v1/wording?q=报告",
    "/api/v1/compare?a=A/RES/75/45&b=75/45",
)
OF_ITS_BYTES = ("/api/v1/about", "/api/v1/openapi.json", "/api/v1/search?q=报告")


@pytest.mark.parametrize("path", [*OF_THE_LIBRARY, *OF_ITS_BYTES])
def test_what_a_client_has_already_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    again = client.get(path, headers={"if-none-match": f'"another", {tag}'})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    for name in ("etag", "cache-control", "content-security-policy"):
        assert again.headers[name] == first.headers[name]
    assert again.headers.get("vary") == first.headers.get("vary")
    assert "content-type" not in again.headers
    assert client.get(path, headers={"if-none-match": '"another"'}).content == first.content


@pytest.mark.parametrize("path", OF_THE_LIBRARY)
def test_a_change_of_the_library_is_seen_at_once(
    client: TestClient, assistant: FakeAssistant, path: str
) -> None:
    tag = client.get(path).headers["etag"]
    assistant.changes += 1
    changed = client.get(path, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_no_work_is_done_for_what_a_client_has(
    client: TestClient, assistant: FakeAssistant
) -> None:
    tag = client.get("/api/v1/resolutions").headers["etag"]
    assistant.sound = False  # reading would fail
    kept = client.get("/api/v1/resolutions", headers={"if-none-match": tag})
    assert kept.status_code == 304
    assert client.get("/api/v1/resolutions").status_code == 503


def test_each_language_form_and_page_has_a_validator_of_its_own(client: TestClient) -> None:
    tags = [
        client.get("/api/v1/mandates", headers={"accept-language": lang, "accept": form}).headers[
            "etag"
        ]
        for lang in ("zh", "en")
        for form in ("application/json", "text/csv")
    ]
    tags.append(client.get("/api/v1/mandates?limit=1").headers["etag"])
    assert len(set(tags)) == len(tags)
    assert client.get("/api/v1/mandates").headers["vary"] == VARY


def test_a_star_finds_what_is_there_and_nothing_else(client: TestClient) -> None:
    star = {"if-none-match": "*"}
    assert client.get("/api/v1/resolutions/A/RES/75/45", headers=star).status_code == 304
    assert client.get("/api/v1/resolutions/A/RES/1/1", headers=star).status_code == 404
    assert client.get("/api/v1/library?limit=0", headers=star).status_code == 422


def test_what_all_may_read_all_may_keep_and_what_needs_a_key_only_its_reader(
    client: TestClient, assistant: FakeAssistant, tmp_path: Path
) -> None:
    path = "/api/v1/resolutions"
    assert client.get(path).headers["cache-control"] == "public, no-cache"
    closed = load_settings({}, data_dir=tmp_path, reading="key", upload_key="k" * 20)
    with TestClient(create_app(assistant, closed)) as behind_key:
        key = {"authorization": "Bearer " + "k" * 20}
        first = behind_key.get(path, headers=key)
        assert first.headers["cache-control"] == "private, no-cache"
        refused = behind_key.get(path, headers={"if-none-match": first.headers["etag"]})
        assert refused.status_code == 401


def test_a_head_says_what_a_get_would_without_its_body(client: TestClient) -> None:
    for path in ("/api/v1/resolutions", "/api/v1/about", "/api/health"):
        get, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == str(len(get.content))
        assert head.headers.get("etag") == get.headers.get("etag")
    assert client.head("/api/v1/resolutions/A/RES/1/1").status_code == 404
    assert client.head("/api/v1/ask").status_code == 405


def test_the_files_of_a_resolution_keep_the_validator_of_their_bytes(client: TestClient) -> None:
    path = "/api/v1/resolutions/A/RES/75/45/source"
    tag = client.get(path).headers["etag"]
    assert not tag.startswith("W/")
    assert client.get(path, headers={"if-none-match": f"W/{tag}"}).status_code == 304


@pytest.mark.parametrize(
    ("sent", "tag", "is_known"),
    [
        ('"a"', '"a"', True),
        ('W/"a"', '"a"', True),
        ('"a"', 'W/"a"', True),
        ('"b" , W/"a"', '"a"', True),
        ("*", '"a"', True),
        ('"A"', '"a"', False),
        ("a", '"a"', False),
        ("", '"a"', False),
        ('"a', '"a"', False),
    ],
)
def test_validators_are_compared_as_the_standard_says(sent: str, tag: str, is_known: bool) -> None:
    assert known(sent, tag) is is_known

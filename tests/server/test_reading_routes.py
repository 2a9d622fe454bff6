from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.server.app import create_app
from assistant.service import Assistant, File
from assistant.settings import load_settings

HTML = """<html><body><p>第七十五届会议</p><p>2020 年 12 月 7 日大会决议</p>
<p>75/99. 样例事项</p><p>大会，</p><p>回顾第74/54号决议，</p>
<p>1. 请秘书长提出报告；<img src=x onerror=alert(1)></p></body></html>"""


def test_the_file_comes_as_it_was_to_be_saved_and_never_shown(client: TestClient) -> None:
    response = client.get("/api/v1/resolutions/A/RES/75/45/source?version=zh")
    assert response.content == b"<p>x</p>"
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["content-disposition"] == ('attachment; filename="A_RES_75_45.zh.html"')
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]


def test_around_comes_in_the_readers_language(client: TestClient) -> None:
    response = client.get(
        "/api/v1/resolutions/75/45/around", headers={"accept-language": "en"}
    ).json()
    assert response["label"] == "resolution 75/45"
    assert response["mandates_total"] == 1


@pytest.mark.parametrize("what", ["around", "source"])
def test_what_is_not_held_is_not_found(client: TestClient, what: str) -> None:
    response = client.get(f"/api/v1/resolutions/A/RES/1/1/{what}")
    assert (response.status_code, response.json()["code"]) == (404, "not_in_library")


def test_hostile_html_is_kept_as_it_is_and_leaves_as_an_attachment(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    with Assistant.open(settings) as assistant:
        name = 'a"; filename="evil.exe\r\nX-Bad: 1.html'
        (result,) = assistant.ingest([File(name, HTML.encode())], jobs=0)
        assert result.symbol == "A/RES/75/99"
        with TestClient(create_app(assistant, settings)) as client:
            response = client.get("/api/v1/resolutions/75/99/source")
            assert response.content == HTML.encode()
            assert response.headers["content-disposition"] == (
                'attachment; filename="A_RES_75_99.zh.html"'
            )
            assert "x-bad" not in response.headers
            around = client.get("/api/v1/resolutions/75/99/around").json()
            assert around["source"]["href"] == "/api/v1/resolutions/A/RES/75/99/source?version=zh"
            next((tmp_path / "sources").iterdir()).write_bytes(b"altered")
            assert client.get("/api/v1/resolutions/75/99/source").status_code == 503


def test_the_searched_library_is_the_one_that_was_ingested(tmp_path: Path) -> None:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing")
    with (
        Assistant.open(settings) as assistant,
        TestClient(create_app(assistant, settings)) as client,
    ):
        page = client.get("/api/v1/library?q=第七十五届45号").json()
        assert next(hit["summary"]["symbol"] for hit in page["hits"]) == "A/RES/75/45"
        page = client.get("/api/v1/library?q=彻底消除核武器国际日 秘書長").json()
        snippet = page["hits"][0]["snippets"][0]
        marked = [snippet["text"][s["start"] : s["end"]] for s in snippet["spans"]]
        assert set(marked) <= {"彻底消除核武器国际日", "秘书长"}
        assert marked

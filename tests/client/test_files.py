"""A file is saved under the name that the server gives it, and in no other folder."""

from __future__ import annotations

import httpx
import pytest

from assistant.client.files import media_type, saved_as


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("attachment; filename=\"a.md\"; filename*=UTF-8''%E4%BC%9A.md", "会.md"),
        ('attachment; filename="A_RES_75_45.txt"', "A_RES_75_45.txt"),
        ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"),
        ('attachment; filename="..\\\\x.txt"', "__x.txt"),
        ("attachment", ""),
    ],
)
def test_its_name_is_the_one_in_full_and_leads_nowhere(said: str, name: str) -> None:
    assert saved_as(httpx.Response(200, headers={"content-disposition": said})) == name


def test_its_media_type_stands_without_parameters() -> None:
    said = {"content-type": "text/plain; charset=utf-8"}
    assert media_type(httpx.Response(200, headers=said)) == "text/plain"

"""The longest texts that an address or a question may have, made of what patterns repeat."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest

from tests.server.abuse.conftest import Attacked

# Bytes of an address; beyond it a head is refused.
LONGEST = 30_000
# Many times what any of them takes on a quiet machine.
SECONDS = 15

PUMPS = ("1", "a", "A/", "75/45", "第1届联合国大会", "articles I-I", " ", "题为“", "请秘书长", "(")
ASKED = (
    "search?q=",
    "precedents?q=",
    "wording?q=",
    "library?q=",
    "conversations?q=",
    "resolutions/",
)


@pytest.mark.parametrize("path", ASKED)
def test_a_text_of_many_repeated_parts_is_answered_or_refused_soon(
    real: Attacked, path: str
) -> None:
    with httpx.Client(base_url=real.address, timeout=SECONDS) as api:
        for pump in PUMPS:
            sent = quote(pump, safe="")
            text = sent * (LONGEST // len(sent))
            response = api.get(f"/api/v1/{path}{text}")
            assert response.status_code in {200, 404, 422}, (pump, response.status_code)


def test_a_question_of_many_repeated_parts_is_answered_or_refused_soon(real: Attacked) -> None:
    with httpx.Client(base_url=real.address, timeout=SECONDS) as api:
        for pump in PUMPS:
            for length in (2_000, 100_000):
                body = {"question": (pump * length)[:length]}
                response = api.post("/api/v1/ask", json=body)
                assert response.status_code in {200, 422}, (pump, response.status_code)

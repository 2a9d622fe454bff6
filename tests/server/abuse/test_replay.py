"""What was once sent, sent again."""

from __future__ import annotations

import httpx

from tests.server.abuse.conftest import Attacked, bearer, problem
from tests.server.fake_assistant import FakeAssistant

REMOVAL = "/api/v1/resolutions/75/45"


def test_a_request_that_was_heard_is_worth_nothing_once_its_key_is_rotated_or_revoked(
    attacked: Attacked, fake: FakeAssistant
) -> None:
    for end in (attacked.access.keys.rotate, attacked.access.keys.revoke):
        issued = attacked.access.keys.create("", "write")
        heard = bearer(issued.secret)
        assert httpx.delete(f"{attacked.address}{REMOVAL}", headers=heard).status_code == 200
        end(issued.key.id)
        removed = len(fake.removed)
        again = httpx.delete(f"{attacked.address}{REMOVAL}", headers=heard)
        assert problem(again, 401) == "wrong_key"
        assert len(fake.removed) == removed


def test_every_request_has_a_name_of_its_own_that_its_sender_cannot_choose(
    attacked: Attacked,
) -> None:
    sent = {"x-request-id": "chosen"}
    named = [
        httpx.get(f"{attacked.address}/api/health", headers=sent).headers["x-request-id"]
        for _ in range(3)
    ]
    assert len({*named, "chosen"}) == 4


def test_what_was_answered_to_one_key_is_not_replayed_to_another(attacked: Attacked) -> None:
    """An idempotency key belongs to who sent it."""
    one, other = attacked.key("write"), attacked.key("write")
    files = {"files": ("a.txt", b"text")}
    once = {"idempotency-key": "0b6c1f4e-same-for-both"}
    address = f"{attacked.address}/api/v1/uploads"
    first = httpx.post(address, files=files, headers={**one, **once})
    second = httpx.post(address, files=files, headers={**other, **once})
    assert first.status_code == 202
    assert second.status_code == 202
    assert first.json()["id"] != second.json()["id"]

"""What one reader asked is nobody else's: every route against every other reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from assistant.server.app import create_app
from assistant.settings import load_settings
from tests.server.abuse.conftest import Attacked, bearer
from tests.server.abuse.routes import Operation, operations
from tests.server.fake_assistant import FakeAssistant

ALL = operations(create_app(FakeAssistant(), load_settings({})))
# What stands in an address and is somebody's own.
OWNED = {"conversation_id", "answer_id"}
OF_ONE = [one for one in ALL if one.names & OWNED]
PRIVATE = "秘书长核裁军报告的执行情况"
BODIES: dict[str, Any] = {
    "rename": {"title": "taken over"},
    "judge": {"verdict": "wrong", "comment": "taken over"},
}


@dataclass
class Reader:
    """Somebody who asks: a browser with its cookie, or a program with its key."""

    client: httpx.Client
    conversation: str = ""
    answer: str = ""

    def asks(self, question: str, **more: str) -> dict[str, Any]:
        body = {"question": question, **more}
        answer: dict[str, Any] = self.client.post("/api/v1/ask", json=body).json()
        return answer

    def begins(self) -> Reader:
        answer = self.asks(f"第75/45号决议第13段关于{PRIVATE}说了什么")
        self.conversation, self.answer = answer["conversation_id"], answer["id"]
        return self

    def whole(self) -> dict[str, Any]:
        read = self.client.get(f"/api/v1/conversations/{self.conversation}")
        found: dict[str, Any] = read.raise_for_status().json()
        return found

    def calls(self, one: Operation, names: dict[str, str]) -> httpx.Response:
        return self.client.request(one.method, one.named(names), json=BODIES.get(one.name))


@pytest.fixture(scope="module")
def reader(real: Attacked) -> Iterator[Callable[[str], Reader]]:
    clients = []

    def make(kind: str) -> Reader:
        client = httpx.Client(base_url=real.address, timeout=60)
        clients.append(client)
        if kind == "browser":
            client.put("/api/v1/owner").raise_for_status()
        if kind.startswith("key"):
            issued = real.access.keys.create("", "admin" if kind == "key of an admin" else "read")
            client.headers.update(bearer(issued.secret))
        return Reader(client)

    yield make
    for client in clients:
        client.close()


OWNERS = ("browser", "key")
OTHERS = ("browser", "key", "key of an admin", "nobody")


def test_every_name_in_an_address_is_known_to_be_somebodys_own_or_everybodys() -> None:
    assert {name for one in ALL for name in one.names} - OWNED == {"symbol", "id", "model"}
    assert len(OF_ONE) >= 9


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("owner", OWNERS)
def test_no_route_shows_or_changes_what_another_asked(
    reader: Callable[[str], Reader], owner: str, other: str
) -> None:
    mine, theirs = reader(owner).begins(), reader(other)
    before = mine.whole()
    names = {"conversation_id": mine.conversation, "answer_id": mine.answer}
    for one in OF_ONE:
        response = theirs.calls(one, names)
        assert response.status_code == 404, (str(one), response.status_code)
        assert PRIVATE not in response.text, str(one)
    assert mine.whole() == before


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("owner", OWNERS)
def test_no_list_and_no_question_leads_to_what_another_asked(
    reader: Callable[[str], Reader], owner: str, other: str
) -> None:
    mine, theirs = reader(owner).begins(), reader(other)
    before = mine.whole()
    for query in ({}, {"q": PRIVATE[:4]}):
        listed = theirs.client.get("/api/v1/conversations", params=query)
        assert mine.conversation not in listed.text
        assert PRIVATE not in listed.text
    followed = theirs.asks("下一段", conversation_id=mine.conversation)
    assert followed["conversation_id"] != mine.conversation
    assert followed["understood"]["places"] != ["OP14"]
    replaced = theirs.asks("75/45", conversation_id=mine.conversation, replaces=mine.answer)
    assert replaced.get("conversation_id") != mine.conversation
    theirs.client.delete("/api/v1/conversations")
    assert mine.whole() == before


@pytest.mark.parametrize("other", OTHERS)
def test_a_shared_answer_is_read_and_nothing_else_of_it(
    reader: Callable[[str], Reader], other: str
) -> None:
    mine, theirs = reader("browser").begins(), reader(other)
    second = mine.asks("下一段", conversation_id=mine.conversation)
    mine.client.post(f"/api/v1/answers/{mine.answer}/share").raise_for_status()
    seen = theirs.client.get(f"/api/v1/answers/{mine.answer}")
    assert seen.status_code == 200
    assert mine.conversation not in seen.text
    assert theirs.client.get(f"/api/v1/answers/{second['id']}").status_code == 404
    assert theirs.client.delete(f"/api/v1/answers/{mine.answer}/share").status_code == 404
    # Another's judgement is another's: the owner's own is untouched.
    mine.client.post(f"/api/v1/answers/{mine.answer}/feedback", json={"verdict": "right"})
    theirs.client.post(f"/api/v1/answers/{mine.answer}/feedback", json={"verdict": "wrong"})
    assert mine.whole()["turns"][0]["feedback"]["verdict"] == "right"
    mine.client.delete(f"/api/v1/answers/{mine.answer}/share").raise_for_status()
    assert theirs.client.get(f"/api/v1/answers/{mine.answer}").status_code == 404


def test_a_program_finds_its_conversations_again_after_its_key_was_rotated(
    real: Attacked, reader: Callable[[str], Reader]
) -> None:
    issued = real.access.keys.create("", "read")
    mine = reader("nobody")
    mine.client.headers.update(bearer(issued.secret))
    mine.begins()
    mine.client.headers.update(bearer(real.access.keys.rotate(issued.key.id).secret))
    assert [turn["question"] for turn in mine.whole()["turns"]]


def test_a_browser_that_sends_a_key_is_still_itself(
    real: Attacked, reader: Callable[[str], Reader]
) -> None:
    mine = reader("browser").begins()
    mine.client.headers.update(real.key("read"))
    assert mine.whole()["turns"]


@pytest.mark.parametrize(
    "cookie",
    ["key:{key}", "{key}", "{hash}", "../../x", "x" * 10_000, "%00", "' OR 1=1 --", "\x7f"],
)
def test_no_cookie_stands_for_another(
    real: Attacked, reader: Callable[[str], Reader], cookie: str
) -> None:
    import hashlib

    issued = real.access.keys.create("", "read")
    mine = reader("nobody")
    mine.client.headers.update(bearer(issued.secret))
    mine.begins()
    owner = hashlib.sha256(f"key:{issued.key.id}".encode()).hexdigest()
    sent = cookie.format(key=issued.key.id, hash=owner)
    theirs = httpx.get(
        f"{real.address}/api/v1/conversations/{mine.conversation}",
        headers={"cookie": f"resolution_owner={sent}"},
    )
    assert theirs.status_code in {400, 404}

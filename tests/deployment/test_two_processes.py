"""Two API processes over one PostgreSQL and one Chroma server, one of them killed under load.

No acknowledged write is lost, and no answer is wrong: each counts what its own generation holds.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import httpx
import pytest

from assistant.library.records import Records
from tests.deployment.nodes import Node, counted, nodes, until
from tests.deployment.texts import QUESTION, SYMBOL, made
from tests.servers import ChromaServer, Postgres, running_chroma, running_postgres

SAMPLES = {"A/RES/72/31", "A/RES/75/45"}
KNOWN = "第75/45号决议请秘书长做什么"
REFUSED = {429, 503}  # said in words, to be tried again


class Load:
    """What clients do until they are told to stop, and what they were told."""

    def __init__(self, running: list[Node], expected: list[str]) -> None:
        self._nodes = running
        self._expected = expected
        self._done = threading.Event()
        self.wrong: list[object] = []
        self.answered = 0
        self.refused = 0
        self.uploaded: list[str] = []
        self.turns: list[str] = []  # ids of answers, of one conversation

    def run(self, during: Callable[[], None]) -> None:
        """The load, while ``during`` is done."""
        work = (self._count, self._known, self._talk, self._upload)
        threads = [threading.Thread(target=self._keep, args=(one,)) for one in work]
        for thread in threads:
            thread.start()
        try:
            during()
        finally:
            self._done.set()
            for thread in threads:
                thread.join()

    def _keep(self, work: Callable[[Node, int], None]) -> None:
        for n in count():
            if self._done.wait(0.05):
                return
            try:
                work(self._nodes[n % len(self._nodes)], n)
            except httpx.HTTPError:  # it was killed: another is asked
                self.refused += 1
            except Exception as error:
                self.wrong.append(error)

    def _answer(self, response: httpx.Response) -> dict[str, object] | None:
        if response.status_code in REFUSED:
            assert response.json()["detail"]
            self.refused += 1
            return None
        assert response.status_code == 200, response.text
        self.answered += 1
        found: dict[str, object] = response.json()
        return found

    def _count(self, node: Node, _n: int) -> None:
        answer = self._answer(node.ask(QUESTION))
        if answer is not None:
            acts, held = counted(answer)
            if acts != held - len(SAMPLES):
                self.wrong.append((acts, held, answer["answer"]))

    def _known(self, node: Node, _n: int) -> None:
        answer = self._answer(node.ask(KNOWN))
        if answer is not None and _places(answer) != self._expected:
            self.wrong.append(answer["answer"])

    def _talk(self, node: Node, _n: int) -> None:
        answer = self._answer(node.ask(KNOWN, conversation_id="one-talk"))
        if answer is not None:
            self.turns.append(str(answer["id"]))

    def _upload(self, node: Node, n: int) -> None:
        if n >= 40:
            return
        name, data = made(500 + n)
        response = node.upload(name, data)
        if response.status_code in REFUSED:
            self.refused += 1
            return
        assert response.status_code == 202, response.text
        self.uploaded.append(SYMBOL.format(500 + n))


def _places(answer: dict[str, object]) -> list[str]:
    citations = answer["citations"]
    assert isinstance(citations, list)
    return [f"{one['symbol']}#{one['paragraph']}" for one in citations]


def test_a_process_killed_under_load_loses_nothing_and_nobody_is_told_anything_wrong(
    tmp_path: Path, postgres_database: str, chroma_server: ChromaServer
) -> None:
    with nodes(tmp_path, 2, postgres_database, chroma_server.url) as (one, other):
        expected = _places(one.ask(KNOWN).json())
        assert len(expected) == 4
        load = Load([one, other], expected)

        def killed() -> None:
            time.sleep(3)
            one.kill()
            time.sleep(1)  # the other one answers alone
            one.start()
            time.sleep(2)

        load.run(killed)
        assert load.wrong == []
        assert load.answered > 20
        assert len(load.uploaded) > 5
        wanted = SAMPLES | set(load.uploaded)
        for node in (one, other):
            until(lambda node=node: node.symbols() >= wanted, "an upload was lost")
            until(lambda node=node: node.ready().is_success, "a node is not ready")
        found = {counted(node.ask(QUESTION).json()) for node in (one, other)}
        assert found == {(len(one.symbols()) - 2, len(one.symbols()))}
        records = Records(postgres_database)
        kept = records.conversations.read("one-talk", None)
        records.close()
        assert kept is not None
        ids = [turn.id for turn in kept[1]]
        assert set(load.turns) <= set(ids)
        assert len(ids) == len(set(ids))


@pytest.fixture
def own_postgres() -> Postgres:
    with running_postgres() as cluster:
        yield cluster


def test_a_database_that_goes_away_is_said_refused_and_come_back_to(
    tmp_path: Path, own_postgres: Postgres, chroma_server: ChromaServer
) -> None:
    url = own_postgres.database()
    with nodes(tmp_path, 1, url, chroma_server.url) as (node,):
        expected = _places(node.ask(KNOWN).json())
        own_postgres.stop(mode="immediate")
        for response in (node.ask(KNOWN), node.ready()):
            assert response.status_code == 503
            assert response.headers["content-type"] == "application/problem+json"
            assert "ASSISTANT_RECORDS_URL" in response.json()["detail"]
            assert own_postgres.url() not in response.text
        assert httpx.get(f"{node.address}/api/health", timeout=60).is_success
        own_postgres.start()
        until(lambda: node.ready().is_success, "it did not heal")
        assert _places(node.ask(KNOWN).json()) == expected
        name, data = made(500)
        assert node.upload(name, data).status_code == 202
        until(lambda: SYMBOL.format(500) in node.symbols(), "nothing can be put in any more")
        until(lambda: counted(node.ask(QUESTION).json()) == (1, 3), "the indexes do not follow")


def test_a_chroma_server_that_goes_away_is_said_done_without_and_come_back_to(
    tmp_path: Path, postgres_database: str
) -> None:
    asked = "消除核武器国际日是哪一天？"
    with (
        running_chroma(tmp_path) as server,
        nodes(tmp_path, 1, postgres_database, server.url) as (node,),
    ):
        before = node.ask(asked).json()
        server.stop()
        without = node.ask(asked).json()
        assert without["status"] in {"answered", "not_found"}
        assert without["answer"] != before["answer"]  # it says that it looked by words alone
        assert _places(node.ask(KNOWN).json())
        until(lambda: not node.ready().is_success, "readiness does not say it")
        assert "ASSISTANT_CHROMA_URL" in node.ready().json()["detail"]
        server.start()
        until(lambda: node.ready().is_success, "it did not heal")
        after = node.ask(asked).json()
        assert (after["answer"], _places(after)) == (before["answer"], _places(before))

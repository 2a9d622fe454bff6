"""Conversations are their owner's: kept, found, judged, shared and forgotten through the client."""

from __future__ import annotations

from assistant.client import Client

ASKED = "75/45第13段"


def test_a_client_without_a_key_becomes_an_owner_and_stays_one(address: str) -> None:
    with Client(address) as client:
        assert client.conversations.search().total == 0
        token = client.conversations.keep()
        assert token is not None
        asked = client.ask(ASKED)
    with Client(address, owner=token) as again, Client(address) as other:
        page = again.conversations.search(words="13段")
        assert [one.id for one in page.conversations] == [asked.conversation_id]
        name = page.conversations[0].id
        found = again.conversations.read(name)
        assert found is not None
        assert found.turns[0].answer == asked
        assert other.conversations.read(name) is None
        assert not other.conversations.forget(name)
        assert again.conversations.forget(name)
        assert again.conversations.read(name) is None


def test_a_conversation_is_renamed_and_made_a_file(client: Client) -> None:
    name = client.ask(ASKED).conversation_id or ""
    renamed = client.conversations.rename(name, "会议 75/45")
    assert renamed is not None
    assert renamed.title == "会议 75/45"
    for form, begins in (("md", b"# "), ("json", b"{"), ("docx", b"PK")):
        file = client.conversations.export(name, form)  # type: ignore[arg-type]
        assert file is not None
        assert file.name.startswith("会议")
        assert file.name.endswith(form)
        assert file.data.startswith(begins)
    assert client.conversations.rename("never-was", "x") is None
    assert client.conversations.export("never-was", "md") is None


def test_an_answer_is_judged_shared_and_read_by_others(address: str) -> None:
    with Client(address) as mine, Client(address) as other:
        mine.conversations.keep()
        answer = mine.ask(ASKED).id or ""
        judged = mine.conversations.judge(answer, "wrong", "少了一段")
        assert judged is not None
        assert judged.feedback is not None
        assert (judged.feedback.verdict, judged.feedback.comment) == ("wrong", "少了一段")
        assert mine.conversations.take_back(answer)
        assert not mine.conversations.take_back(answer)
        assert other.conversations.answer(answer) is None
        shared = mine.conversations.share(answer, shared=True)
        assert shared is not None
        assert shared.shared
        seen = other.conversations.answer(answer)
        assert seen is not None
        assert not seen.own
        assert "执行部分第13段" in (other.conversations.text(answer, "text") or "")
        assert mine.conversations.share(answer, shared=False) is not None
        assert other.conversations.text(answer, "text") is None
        assert other.conversations.share(answer, shared=False) is None


def test_all_that_an_owner_began_is_forgotten(address: str) -> None:
    with Client(address) as mine:
        mine.conversations.keep()
        mine.ask(ASKED)
        mine.ask("72/31第1段")
        assert mine.conversations.search(limit=1).total == 2
        page = mine.conversations.search(limit=1)
        after = mine.conversations.search(limit=1, cursor=page.next)
        assert {one.id for one in (*page.conversations, *after.conversations)}
        assert mine.conversations.forget_all() == 2
        assert mine.conversations.search().total == 0

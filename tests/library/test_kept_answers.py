from __future__ import annotations

import pytest

from assistant.library.kept_turns import NewTurn
from assistant.library.records import Records
from assistant.types import Feedback

MINE, THEIRS = "a" * 64, "b" * 64


@pytest.fixture
def answers(records: Records) -> Records:
    """Two answers of mine in one conversation, and one that nobody owns."""
    for name, owner, answer in (
        ("c", MINE, "first"),
        ("c", MINE, "second"),
        ("d", None, "nobody's"),
    ):
        records.conversations.add(name, owner, NewTurn(answer, f"{answer}?", b"{}", "", None))
    return records


def said(records: Records, answer: str, owner: str | None) -> Feedback | None:
    found = records.answers.read(answer, owner)
    assert found is not None
    return found.feedback


def test_an_answer_is_its_owners_until_it_is_shared_and_again_when_that_is_taken_back(
    answers: Records,
) -> None:
    kept = answers.answers
    assert kept.read("first", THEIRS) is None
    assert kept.read("first", None) is None
    assert not kept.share("first", THEIRS, shared=True)
    assert kept.share("first", MINE, shared=True)
    for reader in (THEIRS, None):
        found = kept.read("first", reader)
        assert found is not None
        assert not found.own
        assert kept.read("second", reader) is None
        assert not kept.share("first", reader, shared=False)
    assert kept.share("first", MINE, shared=False)
    assert kept.read("first", THEIRS) is None
    assert kept.read("first", MINE) is not None


def test_sharing_again_changes_nothing(answers: Records) -> None:
    answers.answers.share("first", MINE, shared=True)
    before = answers.answers.read("first", MINE)
    answers.answers.share("first", MINE, shared=True)
    assert answers.answers.read("first", MINE) == before


def test_what_nobody_owns_is_the_own_of_who_knows_it(answers: Records) -> None:
    for reader in (None, MINE):
        found = answers.answers.read("nobody's", reader)
        assert found is not None
        assert found.own
    assert answers.answers.share("nobody's", None, shared=True)


def test_an_owner_says_one_thing_of_an_answer_the_last(answers: Records) -> None:
    kept = answers.answers
    assert kept.judge("first", MINE, "wrong", "第13段\n<script>")
    assert kept.judge("first", MINE, "incomplete", "")
    feedback = said(answers, "first", MINE)
    assert feedback is not None
    assert (feedback.verdict, feedback.comment) == ("incomplete", "")
    assert len(kept.judged()) == 1
    assert kept.take_back("first", MINE)
    assert not kept.take_back("first", MINE)
    assert said(answers, "first", MINE) is None


def test_what_one_says_another_does_not_see(answers: Records) -> None:
    kept = answers.answers
    assert not kept.judge("first", THEIRS, "wrong", "x")
    kept.share("first", MINE, shared=True)
    assert kept.judge("first", THEIRS, "wrong", "theirs")
    kept.judge("first", MINE, "right", "mine")
    for reader, comment in ((MINE, "mine"), (THEIRS, "theirs")):
        feedback = said(answers, "first", reader)
        assert feedback is not None
        assert feedback.comment == comment
    assert said(answers, "first", None) is None


def test_what_was_judged_comes_with_the_questions_before_it(answers: Records) -> None:
    answers.answers.judge("second", MINE, "wrong", "")
    answers.answers.judge("nobody's", THEIRS, "right", "")
    judged = [(turn.id, earlier) for turn, earlier in answers.answers.judged()]
    assert judged == [("second", ("first?",)), ("nobody's", ())]


def test_an_answer_that_is_not_there_can_be_neither_read_nor_shared_nor_judged(
    answers: Records,
) -> None:
    kept = answers.answers
    assert kept.read("none", MINE) is None
    assert not kept.share("none", MINE, shared=True)
    assert not kept.judge("none", MINE, "right", "")
    assert not kept.take_back("none", MINE)

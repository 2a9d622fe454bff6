"""Conversations and corrections with a real library: carried on, put right, kept and forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.errors import InvalidCorrection
from assistant.library import conversations
from assistant.questions.remembering import recall
from assistant.service import Assistant
from assistant.settings import Settings, load_settings
from assistant.types import Answer, Overrides
from tests.library.test_conversations import Clock

EARLIER, LATER = "A/RES/72/31", "A/RES/75/45"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = load_settings({}, data_dir=tmp_path_factory.mktemp("asking"), embedder="hashing")
    with Assistant.open(settings) as assistant:
        yield assistant


def settings_of(folder: Path, **more: int) -> Settings:
    return load_settings({}, data_dir=folder / "data", embedder="hashing", **more)


def keys(answer: Answer) -> list[str]:
    return [f"{c.symbol.removeprefix('A/RES/')}#{c.paragraph}" for c in answer.citations]


def converse(assistant: Assistant, *turns: str) -> list[Answer]:
    answers: list[Answer] = []
    name = None
    for turn in turns:
        answers.append(assistant.ask(turn, conversation_id=name))
        name = answers[0].conversation_id
    return answers


# ── going on ─────────────────────────────────────────────────────────────────────────────────


def test_a_question_asked_back_is_completed_by_the_reply(held: Assistant) -> None:
    asked, said = converse(held, "第13段", "75/45")
    assert asked.status == "needs_clarification"
    assert (said.status, keys(said)) == ("answered", ["75/45#OP13"])


def test_a_reply_may_choose_by_order_or_age(held: Assistant) -> None:
    assert keys(converse(held, "第13段", "第二份")[-1]) == ["75/45#OP13"]
    assert keys(converse(held, "第13段", "旧的那份")[-1]) == ["72/31#OP13"]


def test_after_what_is_not_there_the_next_question_goes_on(held: Assistant) -> None:
    answers = converse(held, "75/45第16段", "那第14段呢", "下一段", "上一段")
    assert [answer.status for answer in answers] == ["not_found", *["answered"] * 3]
    assert [keys(answer) for answer in answers[1:]] == [
        ["75/45#OP14"], ["75/45#OP15"], ["75/45#OP14"],
    ]  # fmt: skip


def test_it_is_the_resolution_that_answered(held: Assistant) -> None:
    found, title = converse(held, "哪份决议谈到裂变材料", "它的标题是什么")
    assert {citation.symbol for citation in found.citations} == {EARLIER}
    assert (title.understood.symbols, keys(title)) == ((EARLIER,), ["72/31#META"])


def test_a_change_of_subject_leaves_a_resolution_that_says_nothing_of_it(
    held: Assistant,
) -> None:
    before, after = converse(held, "72/31作出了哪些决定", "彻底消除核武器国际日是哪一天")
    assert before.understood.symbols == (EARLIER,)
    assert after.status == "answered"
    assert {citation.symbol for citation in after.citations} == {LATER}
    assert (after.understood.symbols, after.understood.carried) == ((), ())


def test_what_is_asked_of_it_is_not_looked_for_elsewhere(held: Assistant) -> None:
    answer = converse(held, "72/31作出了哪些决定", "它对彻底消除核武器国际日说了什么")[-1]
    assert answer.understood.symbols == (EARLIER,)
    assert LATER not in {citation.symbol for citation in answer.citations}


def test_thanks_change_nothing(held: Assistant) -> None:
    answers = converse(held, "75/45第7段", "谢谢", "下一段")
    assert answers[1].status == "out_of_scope"
    assert keys(answers[2]) == ["75/45#OP8"]


def test_comparing_with_what_was_spoken_of(held: Assistant) -> None:
    answer = converse(held, "75/45讲什么", "72/31呢", "和刚才那个比有什么不同")[-1]
    assert answer.status == "answered"
    assert {citation.symbol for citation in answer.citations} == {EARLIER, LATER}
    assert answer.comparison is not None


# ── put right ────────────────────────────────────────────────────────────────────────────────


def test_what_is_put_right_is_answered_and_shown(held: Assistant) -> None:
    answer = held.ask("75/45第7段", corrected=Overrides(places=("第13段",)))
    assert keys(answer) == ["75/45#OP13"]
    assert (answer.understood.symbols, answer.understood.places) == ((LATER,), ("OP13",))


def test_a_conversation_goes_on_from_what_was_put_right(held: Assistant) -> None:
    first = held.ask("75/45第7段")
    name = first.conversation_id
    held.ask("75/45第7段", conversation_id=name, corrected=Overrides(symbols=("72/31",)))
    assert keys(held.ask("下一段", conversation_id=name)) == ["72/31#OP8"]


def test_a_follow_up_put_right_still_follows_the_turn_before(held: Assistant) -> None:
    name = converse(held, "75/45第7段", "下一段")[0].conversation_id
    right = held.ask("下一段", conversation_id=name, corrected=Overrides(symbols=("72/31",)))
    assert keys(right) == ["72/31#OP8"]
    again = held.ask("下一段", conversation_id=name, corrected=Overrides(symbols=("75/45",)))
    assert keys(again) == ["75/45#OP8"]


def test_a_correction_that_is_none_changes_no_conversation(held: Assistant) -> None:
    name = held.ask("75/45第7段").conversation_id
    with pytest.raises(InvalidCorrection):
        held.ask("下一段", conversation_id=name, corrected=Overrides(places=("那里",)))
    assert keys(held.ask("下一段", conversation_id=name)) == ["75/45#OP8"]


# ── kept and forgotten ───────────────────────────────────────────────────────────────────────


def test_a_conversation_goes_on_after_each_restart(tmp_path: Path) -> None:
    turns = (
        ("75/45请秘书长做什么", ["75/45#OP6", "75/45#OP11", "75/45#OP13", "75/45#OP14"]),
        ("那72/31呢", ["72/31#OP14"]),
        ("第一个决议第7段", ["75/45#OP7"]),
        ("下一段", ["75/45#OP8"]),
        ("回到第二个问题", ["72/31#OP14"]),
        ("刚才那份是什么时候通过的", ["72/31#META"]),
    )
    name = None
    for turn, cited in turns:
        with Assistant.open(settings_of(tmp_path)) as assistant:
            answer = assistant.ask(turn, conversation_id=name)
        name = answer.conversation_id
        assert keys(answer) == cited, turn


def test_questions_at_once_in_one_conversation_leave_it_whole(held: Assistant) -> None:
    with ThreadPoolExecutor(8) as pool:
        places = [f"75/45第{n}段" for n in range(1, 13)]
        list(pool.map(lambda place: held.ask(place, conversation_id="at once"), places))
    before = held.library.records.conversations.before("at once", None)
    assert before is not None
    turns = recall(*(slots for _, _, slots in before.turns))
    assert sorted(turn.question.text for turn in turns) == sorted(places)
    assert held.ask("下一段", conversation_id="at once").status in ("answered", "not_found")


def a_month_goes_by(assistant: Assistant, clock: Clock) -> None:
    """In use: of the time that passes unseen one day counts."""
    for _ in range(31):
        clock.time += timedelta(days=1)
        assistant.ask("72/31第2段")


@pytest.mark.parametrize(("days", "kept"), [(30, False), (0, True), (400, True)])
def test_a_conversation_is_forgotten_when_nobody_went_on_with_it(
    days: int, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(conversations, "datetime", clock)
    monkeypatch.setattr("assistant.conversing.talks._SWEEP_EVERY", 0)
    with Assistant.open(settings_of(tmp_path, conversation_days=0)) as assistant:
        name = assistant.ask("75/45第7段").conversation_id
        a_month_goes_by(assistant, clock)
    with Assistant.open(settings_of(tmp_path, conversation_days=days)) as assistant:
        answer = assistant.ask("下一段", conversation_id=name)
    assert (keys(answer) == ["75/45#OP8"]) is kept


def test_it_is_forgotten_also_while_nothing_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(conversations, "datetime", clock)
    monkeypatch.setattr("assistant.conversing.talks._SWEEP_EVERY", 0)
    with Assistant.open(settings_of(tmp_path)) as assistant:
        name = assistant.ask("75/45第7段").conversation_id or ""
        a_month_goes_by(assistant, clock)
        assert assistant.library.records.conversations.before(name, None) is None


def test_a_conversation_is_forgotten_when_its_reader_says_so(held: Assistant) -> None:
    name = held.ask("75/45第7段").conversation_id or ""
    assert held.forget(name)
    assert not held.forget(name)
    assert keys(held.ask("下一段", conversation_id=name)) != ["75/45#OP8"]

"""The whole road with a language model behind real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InvalidSettings, ModelUnavailable
from assistant.service import Assistant, File
from assistant.settings import load_settings
from tests.answering.generative.scripted import Reply, Script, serving

QUESTION = "第75/45号决议请秘书长就什么提出报告"
GOOD = "大会请秘书长就本决议的执行情况向大会第七十六届会议提出报告。"


@contextmanager
def asking(tmp_path: Path, *replies: Reply, **more: Any) -> Iterator[tuple[Assistant, Script]]:
    with serving(*replies) as (url, script):
        settings = load_settings(
            {}, data_dir=tmp_path, embedder="hashing", llm_url=url, llm_model="m", **more
        )
        with Assistant.open(settings) as assistant:
            yield assistant, script


def test_a_models_sentence_is_told_as_it_passes_and_stands_in_the_answer(tmp_path: Path) -> None:
    with asking(tmp_path, Reply((GOOD[:9], GOOD[9:] + "[2]"))) as (assistant, script):
        events = list(assistant.stream(QUESTION))
    answer = events[-1].data
    deltas = [event.data for event in events if event.name == "delta"]
    assert tuple(deltas) == answer.statements  # type: ignore[union-attr]
    assert answer.answerer == "llm:m"  # type: ignore[union-attr]
    assert GOOD.rstrip("。") in answer.answer  # type: ignore[union-attr]
    generation = answer.generation  # type: ignore[union-attr]
    assert (generation.model, generation.sent_to, generation.calls) == ("m", None, 1)
    assert generation.prompt_tokens == 5
    assert len(script.asked) == 1
    assert "model" in answer.timings_ms  # type: ignore[union-attr]


def test_the_same_question_asks_the_model_once(tmp_path: Path) -> None:
    with asking(tmp_path, Reply((GOOD + "[2]",))) as (assistant, script):
        first, second = (assistant.ask(QUESTION) for _ in range(2))
    assert first.answer == second.answer
    assert len(script.asked) == 1


def test_when_the_library_has_changed_the_model_is_asked_again(
    tmp_path: Path, sample_files: tuple[Path, Path]
) -> None:
    text = sample_files[1].read_text(encoding="utf-8")
    changed = text.replace("就本决议的执行情况", "就本决议的全部执行情况")
    assert changed != text
    with asking(tmp_path, Reply((GOOD + "[2]",))) as (assistant, script):
        for _ in range(2):
            assert assistant.ask(QUESTION).answerer == "llm:m"
        (result,) = assistant.ingest([File(sample_files[1].name, changed.encode())])
        assert result.outcome == "replaced"
        assistant.ask(QUESTION)
    assert ["全部执行情况" in asked["messages"][0]["content"] for asked in script.asked] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=500),
        Reply(status=429),
        Reply(("请",), broken=True),
        Reply(()),
        Reply(("无法回答。",)),
    ],
)
def test_when_the_model_fails_the_quotations_are_given_and_it_is_said(
    tmp_path: Path, reply: Reply
) -> None:
    with asking(tmp_path, reply) as (assistant, _):
        answer = assistant.ask(QUESTION)
        plain = assistant.ask(QUESTION, answerer="extractive")
    assert answer.answerer == "extractive"
    assert answer.statements[:-1] == plain.statements
    assert answer.statements[-1].text == "语言模型这次没有作答，以上是原文摘录。"
    assert answer.generation is not None
    assert plain.generation is None


def test_structure_and_refusals_are_never_the_models(tmp_path: Path) -> None:
    with asking(tmp_path, Reply((GOOD,))) as (assistant, script):
        for question in (
            "第75/45号决议第13段",
            "第75/45号决议什么时候通过",
            "第75/46号决议说了什么",
        ):
            assert assistant.ask(question).generation is None
    assert script.asked == []


def test_a_follow_up_is_sent_with_what_the_conversation_lends_it(tmp_path: Path) -> None:
    with asking(tmp_path, Reply((GOOD,))) as (assistant, script):
        first = assistant.ask("第75/45号决议请秘书长做什么", answerer="extractive")
        assistant.ask("那大会主席呢", conversation_id=first.conversation_id)
    assert "第75/45号决议" in script.asked[0]["messages"][0]["content"].split("问题：")[1]


def test_without_a_model_nobody_can_ask_for_one(assistant: Assistant) -> None:
    with pytest.raises(ModelUnavailable, match="ASSISTANT_LLM_URL"):
        assistant.ask(QUESTION, answerer="llm")
    assert assistant.ask(QUESTION).generation is None


def test_doctor_tries_the_model_and_says_where_questions_go(tmp_path: Path) -> None:
    def of(assistant: Assistant) -> tuple[bool, str]:
        (check,) = [check for check in assistant.doctor() if check.name == "llm"]
        return check.ok, check.zh

    with asking(tmp_path, Reply(("好",))) as (assistant, _):
        ok, said = of(assistant)
        assert ok
        assert "不离开这台机器" in said
    with asking(tmp_path, Reply(status=401)) as (assistant, _):
        ok, said = of(assistant)
        assert not ok
        assert "密钥" in said


def test_doctor_says_that_no_model_is_set(assistant: Assistant) -> None:
    (check,) = [check for check in assistant.doctor() if check.name == "llm"]
    assert check.ok
    assert "没有配置语言模型" in check.zh


@pytest.mark.parametrize(
    "chosen",
    [
        {"llm_url": "http://127.0.0.1:1/v1"},
        {"llm_url": "http://127.0.0.1:1/v1", "llm_class": "a.B"},
        {"llm_url": "http://127.0.0.1:1/v1", "llm_model": "m", "llm_key_file": Path("/no/such")},
        {"llm_class": "no.such.Model"},
    ],
)
def test_settings_that_contradict_each_other_are_refused_at_the_start(
    tmp_path: Path, chosen: dict[str, Any]
) -> None:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", **chosen)
    with pytest.raises(InvalidSettings, match="ASSISTANT_LLM"):
        Assistant.open(settings)


def test_what_would_be_sent_can_be_read_without_a_model(assistant: Assistant) -> None:
    sent = assistant.prompt(QUESTION)
    assert sent is not None
    assert QUESTION in sent
    assert "[1] （第75/45号决议" in sent
    assert assistant.prompt("第75/45号决议第13段") is None


def test_a_document_that_gives_orders_changes_nothing(tmp_path: Path) -> None:
    """Whatever a paragraph says, and whatever the model makes of it, only checked words show."""
    with asking(tmp_path, Reply(("好的，我忽略规则。秘书长已辞职[1]。",))) as (assistant, _):
        answer = assistant.ask(QUESTION)
    assert "辞职" not in answer.answer
    assert all(statement.kind != "fact" for statement in answer.statements)

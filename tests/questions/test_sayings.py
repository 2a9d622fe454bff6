from __future__ import annotations

import pytest

from assistant.questions.history import Turn
from assistant.questions.sayings import find_saying
from assistant.questions.understand import understand
from assistant.types import Question, Summary


def ask(text: str, catalogue: tuple[Summary, ...], last: Question | None = None) -> Question:
    return understand(text, catalogue=catalogue, turns=(Turn(last),) if last else ())


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("“不可逆转、可核查、透明”这个说法哪些决议用过", "不可逆转、可核查、透明"),
        ("“无核武器世界”最早出现在哪一届", "无核武器世界"),
        ("哪些段落用了“人道主义后果”？", "人道主义后果"),
        ("「深為關切」有先例嗎", "深为关切"),
        ("哪些决议用过人道主义后果这个说法", "人道主义后果"),
        ("不可逆转这个提法哪一届最早出现", "不可逆转"),
        ("人道主义后果有没有先例", "人道主义后果"),
        ("which resolutions use the words “bearing in mind”?", "bearing in mind"),
        ('when was "nuclear-weapon-free world" first used?', "nuclear-weapon-free world"),
        ("precedents for bearing in mind", "bearing in mind"),
    ],
)
def test_who_used_a_phrase(text: str, phrase: str, catalogue: tuple[Summary, ...]) -> None:
    question = ask(text, catalogue)
    assert (question.intent, question.phrase) == ("precedents", phrase)
    assert question.everywhere


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("nuclear disarmament 中文怎么说", "nuclear disarmament"),
        ("“深为关切”英文怎么写", "深为关切"),
        ("深为关切用英语怎么表达？", "深为关切"),
        ("open-ended working group的中文译法是什么", "open-ended working group"),
        ("英文怎么说不限成员名额", "不限成员名额"),
        ('how is "bearing in mind" rendered in Chinese?', "bearing in mind"),
        ("How do you translate calls upon into Chinese?", "calls upon"),
        ("what is the Chinese term for nuclear disarmament?", "nuclear disarmament"),
        ("what is nuclear disarmament in Chinese", "nuclear disarmament"),
    ],
)
def test_what_the_other_language_calls_it(
    text: str, phrase: str, catalogue: tuple[Summary, ...]
) -> None:
    question = ask(text, catalogue)
    assert (question.intent, question.phrase) == ("wording", phrase)


@pytest.mark.parametrize(
    "text",
    [
        "哪些段落提到中东",
        "哪一段提到网播",
        "第75/45号决议用了哪些动词",
        "75/45第3段的英文怎么写的",
        "第75/45号决议的英文标题是什么",
        "它的英文怎么说",
        "题为“核裁军”的决议用了什么动词",
        "第75/45号决议请秘书长做什么",
        "核裁军中文怎么说",
        "which paragraphs mention the Middle East",
        "把第13段翻译成英文",
        "“深为关切”和“严重关切”哪个用得多",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert find_saying(text) is None


def test_a_named_resolution_restricts_and_the_phrase_names_nothing(
    catalogue: tuple[Summary, ...],
) -> None:
    question = ask("第75/45号决议里用了“大会第七十二届会议”吗", catalogue)
    assert question.intent == "precedents"
    assert question.symbols == ("A/RES/75/45",)
    assert question.session is None
    assert not question.everywhere


@pytest.mark.parametrize("session", [75, 99])
def test_a_session_restricts_whether_it_is_held_or_not(
    session: int, catalogue: tuple[Summary, ...]
) -> None:
    question = ask(f"第{session}届会议哪些决议用了“深为关切”", catalogue)
    assert (question.intent, question.session, question.everywhere) == (
        "precedents",
        session,
        False,
    )


def test_a_phrase_is_about_the_whole_library_in_a_conversation_too(
    catalogue: tuple[Summary, ...],
) -> None:
    before = ask("第75/45号决议请秘书长做什么", catalogue)
    question = ask("“无核武器世界”最早出现在哪一届", catalogue, before)
    assert question.symbols == ()
    assert question.carried == ()


def test_a_text_is_not_translated(catalogue: tuple[Summary, ...]) -> None:
    assert ask("把下面这段话翻译成英文：各国应当裁军", catalogue).intent == "refuse"
    assert ask("translate the whole resolution 75/45 into French", catalogue).intent == "refuse"


@pytest.mark.parametrize(
    "text",
    [
        "Which resolutions of the First Committee whose title contains “云” use it first?",
        "resolutions with “云” in the title that were adopted first",
        "标题中含有“云”的决议最早用到什么",
    ],
)
def test_words_of_a_title_choose_resolutions_and_are_no_phrase(text: str) -> None:
    assert find_saying(text) is None

"""In which language two resolutions are held against each other, where not all are held in both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.errors import NotComparable, NotInLibrary
from assistant.library.library import Library
from assistant.reading import File
from assistant.retrieval.common_language import common_language, in_language
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Answer
from eval.generator.series import series

CHINESE = series(11, 12, 3)
ENGLISH = series(11, 12, 3, lang="en")
ONLY_CHINESE = series(11, 33, 2)
BOTH, BOTH_AFTER, IN_ENGLISH = (file.truths[0].symbol for file in CHINESE.files)
IN_CHINESE, IN_CHINESE_AFTER = (file.truths[0].symbol for file in ONLY_CHINESE.files)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Two resolutions held in both languages, the third of their series in English alone, and two
    of another series in Chinese alone."""
    folder = tmp_path_factory.mktemp("mixed-library")
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    chinese = (*CHINESE.files[:2], *ONLY_CHINESE.files)
    files = [File(f"zh-{file.name}", file.text.encode()) for file in chinese]
    files += [File(f"en-{file.name}", file.text.encode()) for file in ENGLISH.files]
    with Library.open(settings) as library:
        opened = Assistant(library, settings)
        outcomes = {result.outcome for result in opened.ingest(files)}
        assert outcomes == {"added"}
        yield opened


def languages(answer: Answer) -> set[str]:
    return {citation.lang for citation in answer.citations}


def said(answer: Answer) -> str:
    return " ".join(one.text for one in answer.statements if one.kind != "quote")


def test_the_readers_language_is_taken_where_all_are_held_in_it(mixed: Assistant) -> None:
    records = mixed.library.records
    assert common_language(records, (BOTH, BOTH_AFTER), "en") == "en"
    assert common_language(records, (BOTH, BOTH_AFTER), "zh") == "zh"
    assert common_language(records, (BOTH, IN_ENGLISH), "zh") == "en"
    assert common_language(records, (IN_CHINESE, BOTH), "en") == "zh"
    assert common_language(records, (IN_CHINESE, IN_ENGLISH), "zh") is None


def test_what_leads_in_another_language_is_read_in_the_one_asked_for(mixed: Assistant) -> None:
    records = mixed.library.records
    read = in_language(records, records.read, "en")
    assert read(BOTH).lang == read(IN_ENGLISH).lang == "en"
    with pytest.raises(NotInLibrary):
        read(IN_CHINESE)


def test_the_table_of_two_held_in_one_language_is_made_in_it_for_every_reader(
    mixed: Assistant,
) -> None:
    for reader in ("zh", "en"):
        assert mixed.comparison(IN_CHINESE, IN_CHINESE_AFTER, lang=reader).lang == "zh"
        assert mixed.comparison(BOTH, IN_ENGLISH, lang=reader).lang == "en"
        assert mixed.comparison(BOTH, BOTH_AFTER, lang=reader).lang == reader


def test_a_language_that_is_asked_for_and_not_held_is_refused_with_those_that_are(
    mixed: Assistant,
) -> None:
    with pytest.raises(NotInLibrary) as refused:
        mixed.comparison(IN_CHINESE, IN_CHINESE_AFTER, version="en")
    assert refused.value.en == (
        f"{IN_CHINESE} is not in the library in English; it is held in Chinese"
    )
    assert refused.value.zh == f"文库里没有 {IN_CHINESE} 的英文本；有中文本"
    with pytest.raises(NotInLibrary) as unknown:
        mixed.comparison("A/RES/1/1", IN_CHINESE, version="en")
    assert "held" not in unknown.value.en


def test_two_that_no_language_has_are_not_compared(mixed: Assistant) -> None:
    with pytest.raises(NotComparable):
        mixed.comparison(IN_CHINESE, IN_ENGLISH)
    assert mixed.ask(f"比较{IN_CHINESE}和{IN_ENGLISH}").status == "not_found"


def test_an_english_question_of_two_held_in_chinese_compares_the_chinese_texts_and_says_so(
    mixed: Assistant,
) -> None:
    answer = mixed.ask(f"Compare {IN_CHINESE} and {IN_CHINESE_AFTER}", lang="en")
    assert answer.status == "answered"
    assert answer.comparison is not None
    assert answer.comparison.lang == "zh"
    assert languages(answer) == {"zh"}
    assert "the Chinese texts are compared" in said(answer)


def test_a_chinese_question_compares_the_english_texts_where_one_is_held_in_english_alone(
    mixed: Assistant,
) -> None:
    answer = mixed.ask(f"{BOTH_AFTER}和{IN_ENGLISH}有什么不同")
    assert answer.status == "answered"
    assert answer.comparison is not None
    (step,) = [step for step in ENGLISH.steps if step.second == IN_ENGLISH]
    assert answer.comparison.lang == "en"
    assert answer.comparison.added == len({place.partition("(")[0] for place in step.added})
    assert languages(answer) == {"en"}
    assert "以下对照英文本" in said(answer)


def test_readers_of_either_language_have_the_texts_of_their_own_compared(
    mixed: Assistant,
) -> None:
    for question, lang in (
        (f"{BOTH}和{BOTH_AFTER}有什么不同", "zh"),
        (f"How does {BOTH_AFTER} differ from {BOTH}?", "en"),
    ):
        answer = mixed.ask(question)
        assert answer.comparison is not None
        assert (answer.lang, answer.comparison.lang) == (lang, lang)
        assert languages(answer) == {lang}
        assert "对照英文本" not in said(answer)
        assert "Chinese texts" not in said(answer)

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.fetching.checking import refuse_another
from assistant.fetching.failures import NotFetched
from assistant.library.reader import Fault, Outcome, Refusal, Task, read_file
from assistant.reading import File


@pytest.fixture
def text(sample_files: tuple[Path, Path]) -> str:
    return sample_files[1].read_text(encoding="utf-8")


def read(text: str, name: str = "A_RES_75_45.txt") -> Outcome:
    return read_file(Task(File(name, text.encode())))


def test_the_text_that_was_asked_for_is_let_through(text: str) -> None:
    refuse_another(read(text), "A/RES/75/45", "zh")


def test_a_text_that_prints_another_symbol_is_refused_and_the_symbol_named(text: str) -> None:
    with pytest.raises(NotFetched) as refused:
        refuse_another(read(text, "A_RES_75_46.txt"), "A/RES/75/46", "zh")
    assert "A/RES/75/45" in refused.value.zh
    assert "A/RES/75/45" in refused.value.en


def test_a_text_that_lost_its_symbol_is_let_through(text: str) -> None:
    lost = text.replace("75/45. 2013", "2013")
    assert lost != text
    refuse_another(read(lost, "A_RES_75_46.txt"), "A/RES/75/46", "zh")


def test_a_text_in_another_language_is_refused_and_the_language_named(text: str) -> None:
    with pytest.raises(NotFetched) as refused:
        refuse_another(read(text), "A/RES/75/45", "en")
    assert "中文" in refused.value.zh
    assert "--lang zh" in refused.value.en


@pytest.mark.parametrize("other", ["", "hello", "\0"])
def test_what_is_no_resolution_is_left_to_ingestion(other: str) -> None:
    outcome = read(other)
    assert isinstance(outcome, Refusal)
    refuse_another(outcome, "A/RES/75/45", "zh")


def test_a_text_that_breaks_the_parser_is_left_to_ingestion() -> None:
    refuse_another(Fault("the trace"), "A/RES/75/45", "zh")


def test_one_of_several_parts_and_the_whole_answer_for_each_other(text: str) -> None:
    part = read(text.replace("75/45. 2013", "75/45 B. 2013"))
    assert isinstance(part, tuple)
    assert [one.symbol for one in part] == ["A/RES/75/45B"]
    for asked in ("A/RES/75/45", "A/RES/75/45B"):
        refuse_another(part, asked, "zh")
    refuse_another(read(text), "A/RES/75/45B", "zh")
    with pytest.raises(NotFetched):
        refuse_another(part, "A/RES/75/45C", "zh")

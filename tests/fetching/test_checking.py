from __future__ import annotations

from pathlib import Path

import pytest

from assistant.fetching.checking import refuse_another
from assistant.fetching.failures import NotFetched
from assistant.reading import File


@pytest.fixture
def text(sample_files: tuple[Path, Path]) -> str:
    return sample_files[1].read_text(encoding="utf-8")


def file(text: str, name: str = "A_RES_75_45.docx") -> File:
    return File(name, text.encode())


def test_the_text_that_was_asked_for_is_let_through(text: str) -> None:
    refuse_another(file(text), "A/RES/75/45", "zh")


def test_a_text_that_prints_another_symbol_is_refused_and_the_symbol_named(text: str) -> None:
    with pytest.raises(NotFetched) as refused:
        refuse_another(file(text, "A_RES_75_46.docx"), "A/RES/75/46", "zh")
    assert "A/RES/75/45" in refused.value.zh
    assert "A/RES/75/45" in refused.value.en


def test_a_text_that_lost_its_symbol_is_let_through(text: str) -> None:
    lost = text.replace("75/45. 2013", "2013")
    assert lost != text
    refuse_another(file(lost, "A_RES_75_46.docx"), "A/RES/75/46", "zh")


def test_a_text_in_another_language_is_refused_and_the_language_named(text: str) -> None:
    with pytest.raises(NotFetched) as refused:
        refuse_another(file(text), "A/RES/75/45", "en")
    assert "中文" in refused.value.zh
    assert "--lang zh" in refused.value.en


@pytest.mark.parametrize("text_of", ["", "hello", "{}", "\0"])
def test_what_is_no_resolution_is_left_to_ingestion(text_of: str) -> None:
    refuse_another(file(text_of), "A/RES/75/45", "zh")


def test_a_text_that_breaks_the_parser_is_left_to_ingestion(
    text: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_document: object) -> None:
        raise RecursionError

    monkeypatch.setattr("assistant.fetching.checking.parse", broken)
    refuse_another(file(text), "A/RES/75/45", "zh")
    assert "A_RES_75_45.docx" in caplog.text

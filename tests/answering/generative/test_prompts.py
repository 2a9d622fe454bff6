"""Prompt files say what they need; what is wrong with any is said at once, all of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.answering.generative.prompts import VARIABLES, load_prompts, shipped
from assistant.errors import InvalidPrompts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "prompts"
    shutil.copytree(str(shipped()), target)
    return target


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_prompt_is_there_in_both_languages_with_a_version_and_a_purpose() -> None:
    prompts = load_prompts()
    for name, variables in VARIABLES.items():
        for lang in ("zh", "en"):
            prompt = prompts.get(name, lang)  # type: ignore[arg-type]
            assert prompt.variables == variables
            assert prompt.version
            assert prompt.purpose


def test_what_is_filled_in_is_not_read_as_a_template() -> None:
    prompt = load_prompts().get("repair", "zh")
    filled = prompt.fill(sentence="${evidence} $$", reasons="", evidence="")
    assert "${evidence} $$" in filled


def test_another_word_in_a_prompt_is_another_hash(folder: Path) -> None:
    before = load_prompts(folder).hash
    assert before == load_prompts().hash
    change(folder / "answer.zh.md", "通顺的回答", "回答")
    assert load_prompts(folder).hash != before


def test_everything_wrong_with_all_of_the_files_is_named_at_once(folder: Path) -> None:
    (folder / "repair.en.md").unlink()
    change(folder / "answer.zh.md", "${question}", "${quesion}")
    change(folder / "repair.zh.md", "purpose:", "intent:")
    with pytest.raises(InvalidPrompts) as refused:
        load_prompts(folder)
    for part in ("repair.en.md", "quesion", "question", "repair.zh.md", "intent", "purpose"):
        assert part in refused.value.zh


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ("no front matter", "no front matter"),
        ("---\npurpose: [\n---\nx", "not YAML"),
        ("---\n- a\n---\nx", "missing: purpose"),
        (
            "---\npurpose: p\nversion: 1\nvariables: [question]\n---\n$ ${question}",
            "broken variable",
        ),
        ("---\npurpose: p\nversion: 1\nvariables: question\n---\n${question}", "undeclared"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_fault(
    folder: Path, raw: str, part: str
) -> None:
    (folder / "repair.zh.md").write_text(raw, encoding="utf-8")
    with pytest.raises(InvalidPrompts, match=r"repair\.zh\.md") as refused:
        load_prompts(folder)
    assert part in refused.value.en

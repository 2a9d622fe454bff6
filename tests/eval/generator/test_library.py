"""The generated library: the same bytes every time, distinct texts, memory that stays flat."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from eval.generator import ALL_FORMS, resolutions
from eval.generator.__main__ import write
from eval.generator.addresses import MOST


def digest(seed: int, count: int) -> str:
    texts = hashlib.sha256()
    for file in resolutions(seed, count, langs=("zh", "en")):
        texts.update(f"{file.name}\n{file.text}\n{file.truths}".encode())
    return texts.hexdigest()


def test_the_same_seed_gives_the_same_bytes_in_another_process() -> None:
    code = "from tests.eval.generator.test_library import digest; print(digest(7, 60))"
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout.strip() == digest(7, 60)


def test_another_seed_gives_another_library() -> None:
    assert digest(7, 20) != digest(8, 20)


def test_a_larger_library_begins_with_the_smaller_one() -> None:
    small = [file.text for file in resolutions(7, 40)]
    large = [file.text for file in resolutions(7, 60)]
    assert large[:40] == small


def test_every_form_comes_and_names_titles_and_texts_differ() -> None:
    files = list(resolutions(7, 600))
    assert {file.truths[0].form for file in files} == set(ALL_FORMS)
    assert len({file.name for file in files}) == len(files)
    assert len({file.text for file in files}) == len(files)
    whole = [file.truths[0].title for file in files if len(file.truths) == 1]
    titles = Counter(title for title in whole if title)
    assert max(titles.values()) == 1


def test_paragraphs_are_distinct_but_for_the_formulas_that_real_ones_share() -> None:
    paragraphs = Counter(
        paragraph.text
        for file in resolutions(7, 1_000)
        for truth in file.truths
        for paragraph in truth.paragraphs
        if paragraph.kind in {"preambular", "operative"} and "执行情况" not in paragraph.text
    )
    distinct = sum(1 for count in paragraphs.values() if count == 1)
    assert distinct / len(paragraphs) > 0.95
    assert len(paragraphs) > 10_000


def test_memory_stays_flat() -> None:
    def peak(seed: int, count: int) -> int:
        tracemalloc.start()
        for _ in resolutions(seed, count):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    for _ in resolutions(7, 600):  # fills the caches of templates, bounded by the phrases
        pass
    assert peak(8, 250) < 2 * peak(9, 40) + 100_000


def test_more_than_there_are_symbols_is_refused() -> None:
    with pytest.raises(ValueError, match=str(MOST)):
        next(resolutions(7, MOST + 1))


def test_an_unknown_form_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="baroque"):
        next(resolutions(7, 1, forms=("baroque",)))  # type: ignore[arg-type]


def test_writing_gives_each_text_and_a_truth_for_each_resolution(tmp_path: Path) -> None:
    files = write(tmp_path, 7, 40, ("modern", "parts"), ("zh", "en"))
    lines = (tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert {record["name"] for record in records} == {p.name for p in tmp_path.glob("*.txt")}
    assert len(list(tmp_path.glob("*.txt"))) == files == 80
    assert len(records) > files, "resolutions in parts have a truth for each part"


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder, 7, 12, ALL_FORMS, ("zh",))
    one = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    two = {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert one == two

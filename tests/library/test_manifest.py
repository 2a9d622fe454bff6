from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.library.manifest import Contents, Manifest, differences, read, write

CONTENTS = Contents(1, "some library", 7, {"embedder": "hashing-1", "dimension": 256})
MANIFEST = Manifest("dense-1f", 42, CONTENTS, {"header.bin": "100-0badcafe"})


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "dense.json", MANIFEST)
    assert read(tmp_path / "dense.json") == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["dense.json"]


def test_a_manifest_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read(tmp_path / "dense.json") is None


def test_a_manifest_cut_short_anywhere_is_none(tmp_path: Path) -> None:
    path = tmp_path / "dense.json"
    write(path, MANIFEST)
    whole = path.read_bytes().rstrip()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert read(path) is None


@pytest.mark.parametrize(
    "field",
    [
        "folder",
        "count",
        "contents",
        "seal",
        "contents.format",
        "contents.library",
        "contents.generation",
        "contents.made_with",
    ],
)
def test_a_manifest_that_lacks_a_field_is_none(tmp_path: Path, field: str) -> None:
    path = tmp_path / "dense.json"
    write(path, MANIFEST)
    stated = json.loads(path.read_bytes())
    *outer, last = field.split(".")
    inner = stated
    for name in outer:
        inner = inner[name]
    del inner[last]
    path.write_text(json.dumps(stated), encoding="utf-8")
    assert read(path) is None


@pytest.mark.parametrize("folder", ["..", "../elsewhere", "a/b", "", "/dense-1f", "dense-1f/.."])
def test_a_manifest_that_points_outside_is_none(tmp_path: Path, folder: str) -> None:
    write(tmp_path / "dense.json", replace(MANIFEST, folder=folder))
    assert read(tmp_path / "dense.json") is None


@pytest.mark.parametrize(
    ("found", "names"),
    [
        (CONTENTS, ()),
        (replace(CONTENTS, format=2), ("format",)),
        (replace(CONTENTS, library="another"), ("library",)),
        (replace(CONTENTS, generation=6), ("generation",)),
        (
            replace(CONTENTS, made_with={"embedder": "use-1", "dimension": 512}),
            ("dimension", "embedder"),
        ),
        (replace(CONTENTS, made_with={"embedder": "hashing-1"}), ("dimension",)),
        (replace(CONTENTS, made_with={**CONTENTS.made_with, "space": "l2"}), ("space",)),
    ],
)
def test_differences_are_named(found: Contents, names: tuple[str, ...]) -> None:
    assert differences(found, CONTENTS) == names

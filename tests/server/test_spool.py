from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.server.spool import Spool, Upload


def spooled(spool: Spool, *names: str, symbol: str | None = None) -> Upload:
    name, folder = spool.begin()
    paths = []
    for number, file in enumerate(names):
        (folder / str(number)).mkdir()
        path = folder / str(number) / file
        path.write_bytes(b"x")
        paths.append(path)
    return Upload(name, tuple(paths), symbol)


def test_what_was_accepted_is_found_by_the_next_process_in_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "uploads")
    uploads = [spooled(spool, "决议.txt", "b.txt", symbol=f"75/{n}") for n in range(5)]
    for upload in uploads:
        spool.accept(upload)
    assert list(Spool(tmp_path / "uploads").left_over()) == uploads


def test_the_order_goes_on_after_a_restart(tmp_path: Path) -> None:
    first = Spool(tmp_path)
    before = spooled(first, "a")
    first.accept(before)
    second = Spool(tmp_path)
    second.left_over()
    after = spooled(second, "b")
    second.accept(after)
    assert Spool(tmp_path).left_over() == (before, after)


def test_what_was_not_accepted_is_removed_at_the_next_start(tmp_path: Path) -> None:
    spooled(Spool(tmp_path), "half.txt")
    assert Spool(tmp_path).left_over() == ()
    assert list(tmp_path.iterdir()) == []


def test_an_upload_that_cannot_be_read_is_removed(tmp_path: Path) -> None:
    _, folder = Spool(tmp_path).begin()
    (folder / "upload.json").write_bytes(b'{"number": ')
    assert Spool(tmp_path).left_over() == ()
    assert not folder.exists()


def test_what_is_to_stand_in_its_lines_outlives_the_process(tmp_path: Path) -> None:
    upload = replace(spooled(Spool(tmp_path), "a.txt"), logged={"request_id": "f00d"})
    Spool(tmp_path).accept(upload)
    assert Spool(tmp_path).left_over() == (upload,)


@pytest.mark.parametrize(
    ("version", "fields"),
    [("the one before, without lines", {}), ("a later one", {"logged": {}, "later": [1]})],
)
def test_an_upload_that_another_version_accepted_is_taken_up(
    tmp_path: Path, version: str, fields: dict[str, object]
) -> None:
    upload = spooled(Spool(tmp_path), "a.txt")
    manifest = {"number": 1, "paths": ["0/a.txt"], "symbol": None, "dry_run": False, **fields}
    (tmp_path / upload.id / "upload.json").write_text(json.dumps(manifest))
    assert Spool(tmp_path).left_over() == (upload,)


def test_what_is_in_the_library_leaves_nothing_behind(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    upload = spooled(spool, "a")
    spool.accept(upload)
    spool.discard(upload.id)
    assert list(tmp_path.iterdir()) == []


def test_attempts_are_counted_over_restarts_except_those_that_were_interrupted(
    tmp_path: Path,
) -> None:
    upload = spooled(Spool(tmp_path), "a")
    for _ in range(2):
        Spool(tmp_path).attempt(upload.id)
    assert Spool(tmp_path).attempts(upload.id) == 2
    Spool(tmp_path).interrupted(upload.id)
    assert Spool(tmp_path).attempts(upload.id) == 0


def test_only_the_owner_may_look_into_the_folder(tmp_path: Path) -> None:
    _, folder = Spool(tmp_path / "uploads").begin()
    assert folder.stat().st_mode & 0o077 == 0
    assert folder.parent.stat().st_mode & 0o077 == 0


def test_a_folder_that_was_never_made_holds_nothing(tmp_path: Path) -> None:
    assert Spool(tmp_path / "uploads").left_over() == ()
    assert not (tmp_path / "uploads").exists()


def test_what_is_accepted_is_on_the_disk_before_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    wait = os.fsync

    def waiting(opened: int) -> None:
        waited.append(os.fstat(opened).st_ino)
        wait(opened)

    monkeypatch.setattr(os, "fsync", waiting)
    spool = Spool(tmp_path / "uploads")
    upload = spooled(spool, "a.txt", "b.txt")
    spool.accept(upload)
    folder = tmp_path / "uploads" / upload.id
    files = [*upload.paths, folder / "upload.json"]
    assert waited[:3] == [path.stat().st_ino for path in files]
    folders = {*(path.parent for path in upload.paths), folder, folder.parent}
    assert set(waited[3:]) == {path.stat().st_ino for path in folders}

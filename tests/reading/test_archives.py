"""ZIP archives: each entry by itself, and nothing that an archive says of itself is trusted."""

from __future__ import annotations

import struct
import time
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from assistant.errors import InvalidDocument
from assistant.reading import File, Member, members, read_document
from assistant.reading import archives as archives_module
from assistant.reading.files import LARGEST_FILE

TEXT = "大会，\n\n1. 请秘书长向大会提出报告。".encode()


def packed(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def all_members(data: bytes) -> list[Member]:
    return list(members(File("a.zip", data)))


def opened(data: bytes) -> tuple[list[File | str], str]:
    """What each entry gives, or why not, until the archive is read no further, and why that."""
    found: list[File | str] = []
    try:
        for member in members(File("a.zip", data)):
            try:
                found.append(member.open())
            except InvalidDocument as error:
                found.append(error.en)
    except InvalidDocument as error:
        return found, error.en
    return found, ""


def refusal_of(member: Member) -> str:
    with pytest.raises(InvalidDocument) as refusal:
        read_document(member.open())
    return refusal.value.en


def test_entries_come_one_by_one_under_the_archives_name() -> None:
    first, second = all_members(packed(("x/甲.txt", TEXT), ("乙.txt", TEXT)))
    assert (first.name, second.name) == ("a.zip/x/甲.txt", "a.zip/乙.txt")
    assert first.open() == File("甲.txt", TEXT)


def test_what_systems_leave_behind_and_folders_are_passed_over() -> None:
    data = packed(
        ("folder/", b""),
        ("__MACOSX/._a.txt", b"x"),
        ("folder/.DS_Store", b"x"),
        (".hidden/a.txt", b"x"),
        ("Thumbs.db", b"x"),
        ("folder/a.txt", TEXT),
    )
    assert [member.name for member in all_members(data)] == ["a.zip/folder/a.txt"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_not_marked_as_utf_8_are_read_as_gbk_or_utf_8(encoding: str) -> None:
    name = "决议.txt"
    raw = name.encode(encoding)
    data = packed(("x" * len(raw), TEXT)).replace(b"x" * len(raw), raw)
    assert [member.name for member in all_members(data)] == [f"a.zip/{name}"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/a.txt", "a.zip/etc/a.txt"),
        ("/etc/a.txt", "a.zip/etc/a.txt"),
        ("C:\\b\\..\\a.txt", "a.zip/b/a.txt"),
        ("a\nb.txt", "a.zip/ab.txt"),
    ],
)
def test_names_that_lead_out_of_the_archive_are_harmless(written: str, name: str) -> None:
    data = packed((written, TEXT))
    (member,) = all_members(data)
    assert member.name == name
    assert "/" not in member.open().name


def test_one_bad_entry_does_not_stop_the_rest() -> None:
    data = packed(
        ("a.txt", TEXT), ("empty.txt", b""), ("image.png", b"\x89PNG..."), ("b.txt", TEXT)
    )
    good, empty, image, last = all_members(data)
    assert read_document(good.open()).lines == read_document(last.open()).lines
    assert "empty" in refusal_of(empty)
    assert "picture" in refusal_of(image)


def test_an_archive_within_an_archive_is_refused_by_itself() -> None:
    inner, text = all_members(packed(("inner.zip", packed(("a.txt", TEXT))), ("b.txt", TEXT)))
    assert "archive within an archive" in refusal_of(inner)
    assert read_document(text.open()).lines[0] == "大会，"


def test_a_locked_entry_is_refused_by_itself() -> None:
    data = bytearray(packed(("a.txt", TEXT), ("b.txt", TEXT)))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    locked, open_ = all_members(bytes(data))
    assert "password" in refusal_of(locked)
    assert open_.open().data == TEXT


def test_an_entry_whose_bytes_were_changed_is_refused_by_itself() -> None:
    data = packed(("a.txt", TEXT), ("b.txt", TEXT), method=zipfile.ZIP_STORED)
    changed, whole = all_members(data.replace(TEXT, TEXT[:-1] + b"\x00", 1))
    assert "damaged" in refusal_of(changed)
    assert whole.open().data == TEXT


def test_a_bomb_is_stopped_by_its_ratio_while_unpacking() -> None:
    bomb, text = all_members(packed(("bomb.txt", bytes(30_000_000)), ("b.txt", TEXT)))
    assert "too large" in refusal_of(bomb)
    assert text.open().data == TEXT


def test_a_size_that_the_archive_lies_about_is_not_believed() -> None:
    data = bytearray(packed(("bomb.txt", bytes(LARGEST_FILE + 10))))
    for signature, field in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + field
        data[at : at + 4] = struct.pack("<I", 100)
    (member,) = all_members(bytes(data))
    with pytest.raises(InvalidDocument):
        member.open()


def test_all_entries_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives_module, "LARGEST_TOTAL", len(TEXT) + 1)
    first, second = all_members(packed(("a.txt", TEXT), ("b.txt", TEXT)))
    assert first.open().data == TEXT
    assert first.open().data == TEXT, "an entry that is opened again counts once"
    assert "too large" in refusal_of(second)


def test_an_archive_that_unpacks_to_too_much_is_read_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives_module, "LARGEST_TOTAL", 2 * len(TEXT) - 1)
    (first, second), reason = opened(packed(*((f"{n}.txt", TEXT) for n in range(50))))
    assert first == File("0.txt", TEXT)
    assert "too large" in str(second)
    assert "the rest of it was not read" in reason


def test_what_was_unpacked_for_nothing_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives_module, "LARGEST_TOTAL", 5_000_000)
    (bomb,), reason = opened(packed(*((f"{n}.txt", bytes(30_000_000)) for n in range(4))))
    assert "too large" in str(bomb)
    assert "not read" in reason


def test_a_small_archive_of_many_small_bombs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each entry is below what could do harm; all of them are a thousand times their archive."""
    monkeypatch.setattr(archives_module, "_HARMLESS_TOTAL", 3_000_000)
    data = packed(*((f"{n}.txt", bytes(900_000)) for n in range(60)))
    found, reason = opened(data)
    assert len(found) == 4
    assert "unpacks to over 3 MB" in reason


def test_entries_that_share_their_bytes_count_each() -> None:
    """Overlapping entries: one text of 40 MB, listed a hundred times at the same place."""
    noise = b"".join(sha256(b"%d" % n).digest() for n in range(8_000))
    data = packed(("a.txt", b"".join(noise[n : n + 1] * 150 for n in range(len(noise)))))
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    listed = data[at:end] * 100
    closing = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 100, 100, len(listed), at, 0)
    # From 3.11.8 on zipfile itself refuses all but one of them.
    found, _ = opened(data[:at] + listed + closing)
    assert 0 < sum(len(one.data) for one in found if isinstance(one, File)) <= 100_000_000


def test_reading_an_archive_takes_no_longer_for_each_entry_more() -> None:
    def seconds(entries: int) -> float:
        opening = all_members(packed(*((f"{n}.txt", b"x") for n in range(entries))))
        begun = time.process_time()
        for member in opening:
            member.open()
        return time.process_time() - begun

    few, many = (min(seconds(entries) for _ in range(3)) for entries in (500, 4_000))
    assert many < 20 * few, "eight times as many take eight times as long"


def test_an_archive_of_too_many_entries_is_refused_before_they_are_listed() -> None:
    many = b"PK\x03\x04" + b"PK\x01\x02" * (2 * archives_module.MOST_ENTRIES + 1)
    with pytest.raises(InvalidDocument, match="split it"):
        all_members(many)


@pytest.mark.parametrize("data", [packed(), packed(("folder/", b""))])
def test_an_archive_without_files_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidDocument, match="no files"):
        all_members(data)


def test_an_archive_that_is_cut_short_is_refused_as_a_whole() -> None:
    with pytest.raises(InvalidDocument, match="cut short"):
        all_members(packed(("a.txt", TEXT))[:-30])


def test_other_methods_of_packing_are_refused_by_entry() -> None:
    (member,) = all_members(packed(("a.txt", TEXT), method=zipfile.ZIP_LZMA))
    assert "damaged" in refusal_of(member)

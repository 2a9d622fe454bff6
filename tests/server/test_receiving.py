from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import ClientDisconnect

from assistant.server.receiving import Limits, Received, receive
from assistant.server.refusals import Refused
from tests.running import run

LIMITS = Limits(file_bytes=1_000, total_bytes=5_000, files=3)
KIND = "multipart/form-data; boundary=b"


def form(*files: tuple[str, bytes], **fields: str) -> bytes:
    request = httpx.Request(
        "POST",
        "http://x",
        files=[("files", file) for file in files],
        data=fields,
        headers={"content-type": KIND},
    )
    return request.read()


async def _chunks(parts: Iterable[bytes], pause: float = 0.0) -> AsyncIterator[bytes]:
    for part in parts:
        await asyncio.sleep(pause)
        yield part


def received(
    folder: Path, *parts: bytes, kind: str = KIND, pause: float = 0.0, patience: float = 5.0
) -> Received:
    return run(receive(kind, _chunks(parts, pause), folder, LIMITS, patience=patience))


def refused(folder: Path, *parts: bytes, kind: str = KIND) -> Refused:
    with pytest.raises(Refused) as refusal:
        received(folder, *parts, kind=kind)
    return refusal.value


def test_files_keep_their_bytes_their_order_and_their_shown_names(tmp_path: Path) -> None:
    body = form(("b.txt", b"one\r\n--"), ("../a.txt", b"two"), ("b.txt", b""), symbol="75/45")
    came = received(tmp_path, body)
    assert [(path.name, path.read_bytes()) for path in came.files] == [
        ("b.txt", b"one\r\n--"),
        ("a.txt", b"two"),
        ("b.txt", b""),
    ]
    assert came.fields == {"symbol": "75/45"}
    assert all(path.parent.parent == tmp_path for path in came.files)


@settings(max_examples=60)
@given(cuts=st.lists(st.integers(0, 400), max_size=12))
def test_a_body_reads_the_same_wherever_its_chunks_are_cut(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int]
) -> None:
    body = form(("决议.txt", "第１段\r\n-".encode()), ("b", b"--b--\r\n--"), dry_run="true")
    ends = [*sorted(cuts), len(body)]
    parts = [body[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    came = received(tmp_path_factory.mktemp("form"), *parts)
    assert [(path.name, path.read_bytes()) for path in came.files] == [
        ("决议.txt", "第１段\r\n-".encode()),
        ("b", b"--b--\r\n--"),
    ]
    assert came.fields == {"dry_run": "true"}


def test_a_name_in_an_old_chinese_encoding_is_read(tmp_path: Path) -> None:
    body = form(("NAME", b"x")).replace(b"NAME", "决议.txt".encode("gb18030"))
    assert received(tmp_path, body).files[0].name == "决议.txt"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    assert len(received(tmp_path, form(("a", b"x" * 1_000))).files) == 1
    refusal = refused(tmp_path, form(("b", b"x"), ("大.txt", b"x" * 1_001)))
    assert (refusal.status_code, refusal.code) == (413, "file_too_large")
    for said in refusal.said:
        assert "大.txt" in said
        assert "1000" in said


def test_files_that_are_small_may_still_be_too_much_together(tmp_path: Path) -> None:
    # Three files of 1,000 bytes are allowed; what a form says between them counts too.
    refusal = refused(tmp_path, form(("a", b"x" * 900)), b"y" * 4_900)
    assert (refusal.status_code, refusal.code) == (413, "upload_too_large")
    assert all("5000" in said for said in refusal.said)


def test_more_files_than_allowed_are_refused_at_the_first_of_them(tmp_path: Path) -> None:
    assert len(received(tmp_path, form(*[("a", b"x")] * 3)).files) == 3
    refusal = refused(tmp_path, form(*[("a", b"x")] * 4))
    assert (refusal.status_code, refusal.code) == (413, "too_many_files")
    assert all(" 3 " in said for said in refusal.said)


def test_what_is_over_the_limit_is_never_written(tmp_path: Path) -> None:
    parts = [form(("a", b""))[:-10], *[b"x" * 500] * 8]
    refused(tmp_path, *parts)
    assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) <= 1_000


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "nothing came"),
        (form(("a", b"x"))[:-4], "the last boundary is cut"),
        (form(("a", b"x" * 100))[:-60], "a file is cut"),
        (b"hello", "no boundary"),
        (b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n", "a part without a disposition"),
        (b"--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--\r\n", "no form-data"),
        (b"--b\r\n: x\r\n\r\nx\r\n--b--\r\n", "a header without a name"),
        (b"--b\r\n" + b"A: x\r\n" * 500, "headers without end"),
        (form(("a", b"x"), symbol="x" * 2_000), "a field without end"),
        (
            b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' * 20 + b"--b--\r\n",
            "fields without end",
        ),
    ],
)
def test_a_broken_form_is_refused(tmp_path: Path, body: bytes, why: str) -> None:
    assert refused(tmp_path, body).code == "malformed_body", why


def test_a_header_without_an_end_is_refused_long_before_the_limit_of_an_upload(
    tmp_path: Path,
) -> None:
    large = Limits(file_bytes=10**9, total_bytes=10**9, files=3)
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        yield b"--b\r\nA: "
        while True:
            taken += 10_000
            yield b"x" * 10_000

    with pytest.raises(Refused) as refusal:
        run(receive(KIND, endless(), tmp_path, large))
    assert refusal.value.code == "malformed_body"
    assert taken < 100_000


@pytest.mark.parametrize(
    "kind",
    ["application/json", "text/plain; boundary=b", "application/x-www-form-urlencoded", ""],
)
def test_something_else_than_a_form_is_refused_before_it_is_read(tmp_path: Path, kind: str) -> None:
    assert refused(tmp_path, form(("a", b"x")), kind=kind).status_code == 415


@pytest.mark.parametrize("kind", ["multipart/form-data", KIND + "b" * 300])
def test_a_boundary_that_is_missing_or_endless_is_refused(tmp_path: Path, kind: str) -> None:
    assert refused(tmp_path, form(("a", b"x")), kind=kind).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b"--b--\r\n",
        b'--b\r\nContent-Disposition: form-data; name="symbol"\r\n\r\n75/45\r\n--b--\r\n',
    ],
)
def test_a_form_without_files_is_refused(tmp_path: Path, body: bytes) -> None:
    assert refused(tmp_path, body).code == "no_files"


def test_a_file_input_in_which_nothing_was_chosen_is_no_file(tmp_path: Path) -> None:
    nothing = b'--b\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--b--'
    assert refused(tmp_path, nothing).code == "no_files"
    chosen = nothing.removesuffix(b"--b--") + form(("a.txt", b"x"))
    assert [path.name for path in received(tmp_path, chosen).files] == ["a.txt"]


def test_a_sender_who_says_nothing_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        received(tmp_path, form(("a", b"x")), pause=1.0, patience=0.05)
    assert (refusal.value.status_code, refusal.value.code) == (408, "upload_too_slow")


def test_a_slow_sender_is_waited_for_as_long_as_something_comes(tmp_path: Path) -> None:
    body = form(("a.txt", b"x" * 20))
    parts = [body[at : at + 20] for at in range(0, len(body), 20)]
    assert received(tmp_path, *parts, pause=0.02, patience=5.0).files[0].read_bytes() == b"x" * 20


def test_a_sender_who_hangs_up_leaves_a_broken_form(tmp_path: Path) -> None:
    async def cut() -> AsyncIterator[bytes]:
        yield form(("a", b"x"))[:40]
        raise ClientDisconnect

    with pytest.raises(Refused) as refusal:
        run(receive(KIND, cut(), tmp_path, LIMITS))
    assert refusal.value.code == "malformed_body"

"""An upload's body (multipart/form-data, RFC 7578) to files on disk, within limits.

The limits are counted as the bytes come, whatever the headers claim, and no more of a body is
in memory than one chunk.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from assistant.server import upload_refusals
from assistant.server.names import shown_name

# A sender that says nothing for so long has gone, or means harm.
PATIENCE_SECONDS: Final = 30.0
# symbol and dry_run, and room for the mistakes that deserve a better message.
_MOST_FIELDS: Final = 10
_LONGEST_FIELD: Final = 1_000  # bytes
# A name of 10,000 Chinese characters is shortened, not refused; a header without end is.
_LONGEST_HEADER: Final = 65_536  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one upload may bring."""

    file_bytes: int
    total_bytes: int
    files: int


@dataclass(frozen=True, slots=True)
class Received:
    """What came: files in the order of the form, and the text of its other fields."""

    files: tuple[Path, ...]
    fields: dict[str, str]


async def receive(
    content_type: str,
    chunks: AsyncIterator[bytes],
    folder: Path,
    limits: Limits,
    *,
    patience: float = PATIENCE_SECONDS,
) -> Received:
    """Reads a form, each file into a folder of its own below ``folder``.

    Raises ``Refused``: not a form, broken or cut short, stalled, over a limit, without files.
    """
    form = _Form(folder, limits)
    parser = _parser(content_type, form)
    taken = 0
    try:
        async for chunk in _patiently(chunks, patience):
            taken += len(chunk)
            if taken > limits.total_bytes:
                raise upload_refusals.upload_too_large(limits.total_bytes)
            await run_in_threadpool(parser.write, chunk)
    except (FormParserError, ClientDisconnect):
        raise upload_refusals.broken_form() from None
    finally:
        form.close()
    # The parser does not mind a form that simply stops.
    if not form.complete:
        raise upload_refusals.broken_form()
    if not form.files:
        raise upload_refusals.no_files()
    return Received(tuple(form.files), form.fields)


async def _patiently(chunks: AsyncIterator[bytes], patience: float) -> AsyncIterator[bytes]:
    try:
        while True:
            async with asyncio.timeout(patience):
                chunk = await anext(chunks)
            yield chunk
    except StopAsyncIteration:
        return
    except TimeoutError:
        raise upload_refusals.too_slow(patience) from None


def _parser(content_type: str, form: _Form) -> MultipartParser:
    kind, options = parse_options_header(content_type)
    if kind != b"multipart/form-data":
        raise upload_refusals.not_a_form()
    try:
        return MultipartParser(
            options[b"boundary"],
            {
                "on_part_begin": form.part_begins,
                "on_header_field": form.header_name,
                "on_header_value": form.header_value,
                "on_header_end": form.header_ends,
                "on_headers_finished": form.headers_end,
                "on_part_data": form.part_data,
                "on_part_end": form.part_ends,
                "on_end": form.ends,
            },
            max_header_size=_LONGEST_HEADER,
        )
    except (KeyError, FormParserError):
        raise upload_refusals.broken_form() from None


@dataclass
class _Part:
    """The part that is being read: a file that is open, or a field."""

    disposition: bytes = b""
    header: tuple[bytearray, bytearray] = field(default_factory=lambda: (bytearray(), bytearray()))
    name: str = ""
    text: bytearray = field(default_factory=bytearray)
    path: Path | None = None
    size: int = 0
    named: bool = True


class _Form:
    """What the parser calls back, in the order of the body."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.files: list[Path] = []
        self.fields: dict[str, str] = {}
        self.complete = False
        self._folder = folder
        self._limits = limits
        self._part = _Part()
        self._parts_of_text = 0
        self._open: BinaryIO | None = None

    def part_begins(self) -> None:
        self._part = _Part()

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._part.header[0].extend(data[start:end])

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._part.header[1].extend(data[start:end])

    def header_ends(self) -> None:
        name, value = self._part.header
        if name.lower() == b"content-disposition":
            self._part.disposition = bytes(value)
        self._part.header = (bytearray(), bytearray())

    def headers_end(self) -> None:
        kind, options = parse_options_header(self._part.disposition)
        if kind != b"form-data" or b"name" not in options:
            raise upload_refusals.broken_form()
        self._part.name = _decoded(options[b"name"])
        if b"filename" in options:
            self._begin_file(_decoded(options[b"filename"]))
            return
        self._parts_of_text += 1
        if self._parts_of_text > _MOST_FIELDS:
            raise upload_refusals.broken_form()

    def part_data(self, data: bytes, start: int, end: int) -> None:
        part = self._part
        if self._open is None or part.path is None:
            part.text.extend(data[start:end])
            if len(part.text) > _LONGEST_FIELD:
                raise upload_refusals.broken_form()
            return
        part.size += end - start
        if part.size > self._limits.file_bytes:
            raise upload_refusals.file_too_large(part.path.name, self._limits.file_bytes)
        self._open.write(memoryview(data)[start:end])

    def part_ends(self) -> None:
        part = self._part
        if part.path is None:
            self.fields[part.name] = _decoded(bytes(part.text))
            return
        self.close()
        # A browser sends this for a file input in which nothing was chosen.
        if part.named or part.size:
            self.files.append(part.path)

    def ends(self) -> None:
        self.complete = True

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def _begin_file(self, sent: str) -> None:
        if len(self.files) >= self._limits.files:
            raise upload_refusals.too_many_files(self._limits.files)
        self._part.named = bool(sent)
        # Two files may have one name, so each has a folder.
        inside = self._folder / f"{len(self.files) + 1:04d}"
        inside.mkdir(exist_ok=True)
        self._part.path = inside / shown_name(sent)
        self._open = self._part.path.open("wb")


def _decoded(sent: bytes) -> str:
    # RFC 7578, 5.1: names are UTF-8; pages of another encoding send theirs in that one.
    try:
        return sent.decode()
    except UnicodeDecodeError:
        return sent.decode("gb18030", errors="replace")

"""A server on loopback that answers as the UN document system does, and as badly as is told.

The access address redirects to the file, a document that is not there is an HTML page with
status 200, files have validators and can be had in ranges.
"""

from __future__ import annotations

import hashlib
import io
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

SHELL = b"<!DOCTYPE html><html><head><title>ODS</title></head><body><app-root/></body></html>"
LOGIN = b"<html><body><form><input name=u><input type='password' name=p></form></body></html>"
LAST_MODIFIED = "Mon, 07 Dec 2020 10:00:00 GMT"

_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/\
officeDocument/2006/relationships/officeDocument"/></Relationships>"""
_BODY = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body>{}</w:body></w:document>"""

Fault = Callable[["Handler"], None]
Key = tuple[str, str, str]  # symbol, language, format


def docx(text: str) -> bytes:
    """A Word file with one paragraph for each line of ``text``."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.splitlines()
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", _BODY.format(paragraphs)),
        ):
            # Without the time of today: the same text is the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def pdf(size: int = 5_000) -> bytes:
    """Something that begins and ends as a PDF does."""
    return b"%PDF-1.4\n" + b"% filling\n" * (size // 10) + b"startxref\n0\n%%EOF\n"


@dataclass
class Asked:
    """A request that was made."""

    path: str
    headers: Message

    @property
    def symbol(self) -> str:
        return parse_qs(urlsplit(self.path).query).get("s", [""])[0]

    @property
    def is_access(self) -> bool:
        return self.path.startswith("/api/symbol/access?")


@dataclass
class UnServer:
    """What the server holds and how it misbehaves; ``asked`` is what was asked of it."""

    url: str = ""
    documents: dict[Key, bytes] = field(default_factory=dict)
    # Each fault is used up by one request for the document at the access address or for its file.
    at_access: dict[Key, list[Fault]] = field(default_factory=dict)
    at_file: dict[Key, list[Fault]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    has_validators: bool = True
    has_ranges: bool = True
    stopped: threading.Event = field(default_factory=threading.Event)  # ends what stalls

    def holds(self, symbol: str, data: bytes, *, lang: str = "zh", form: str = "docx") -> Key:
        self.documents[symbol, lang, form] = data
        return (symbol, lang, form)

    @property
    def symbols_asked(self) -> list[str]:
        return [one.symbol for one in self.asked if one.is_access]

    @property
    def files_asked(self) -> list[Asked]:
        return [one for one in self.asked if not one.is_access]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    un: ClassVar[UnServer]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client may leave before the end
            super().handle()

    def do_GET(self) -> None:
        self.un.asked.append(Asked(self.path, self.headers))
        parts = urlsplit(self.path)
        if parts.path == "/api/symbol/access":
            query = parse_qs(parts.query)
            self._access((query["s"][0], query["l"][0], query["t"][0]))
            return
        found = re.fullmatch(r"/doc/(?P<name>.+)/(?P<lang>\w\w)/file\.(?P<form>\w+)", parts.path)
        if found:
            self._file((found["name"], found["lang"], found["form"]))
        else:
            self.send(200, SHELL, "text/html")

    def _access(self, key: Key) -> None:
        faults = self.un.at_access.get(key)
        if faults:
            faults.pop(0)(self)
        elif key in self.un.documents:
            symbol, lang, form = key
            self.send(302, headers={"Location": f"/doc/{symbol}/{lang}/file.{form}"})
        else:
            self.send(200, SHELL, "text/html; charset=utf-8")

    def _file(self, key: Key) -> None:
        faults = self.un.at_file.get(key)
        if faults:
            faults.pop(0)(self)
        else:
            self.send_file(self.un.documents[key])

    def send_file(self, data: bytes, *, cut_after: int | None = None) -> None:
        """A file with its validators; whole, or from where the client has it."""
        etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        known = {"ETag": etag, "Last-Modified": LAST_MODIFIED} if self.un.has_validators else {}
        if self.headers.get("If-None-Match") == etag:
            self.send(304, headers=known)
            return
        start = self._start_of_range(etag, len(data))
        if start:
            span = f"bytes {start}-{len(data) - 1}/{len(data)}"
            self.send(
                206, data[start:], cut_after=cut_after, headers={"Content-Range": span, **known}
            )
        else:
            self.send(200, data, cut_after=cut_after, headers=known)

    def _start_of_range(self, etag: str, size: int) -> int:
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if not wanted or not self.un.has_ranges or self.headers.get("If-Range") != etag:
            return 0
        return int(wanted[1]) if int(wanted[1]) < size else 0

    def send(
        self,
        status: int,
        body: bytes = b"",
        content_type: str = "application/octet-stream",
        *,
        headers: dict[str, str] | None = None,
        cut_after: int | None = None,
    ) -> None:
        """An answer; ``cut_after`` bytes of its body the connection ends."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if cut_after is None else body[:cut_after])
        if cut_after is not None:
            self.close_connection = True


@contextmanager
def un_server() -> Iterator[UnServer]:
    un = UnServer()
    handler = type("HandlerOfOneServer", (Handler,), {"un": un})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    un.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield un
    finally:
        un.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


# ── faults ───────────────────────────────────────────────────────────────────────────────────


def status(code: int, *, retry_after: str | None = None) -> Fault:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return lambda handler: handler.send(code, b"no", "text/plain", headers=headers)


def page(html: bytes) -> Fault:
    return lambda handler: handler.send(200, html, "text/html; charset=utf-8")


def body(data: bytes, content_type: str = "application/octet-stream") -> Fault:
    return lambda handler: handler.send(200, data, content_type)


def redirect(to: str) -> Fault:
    return lambda handler: handler.send(302, headers={"Location": to})


def cut(data: bytes, after: int) -> Fault:
    """The file, as far as ``after`` bytes of what is asked for."""
    return lambda handler: handler.send_file(data, cut_after=after)


def without_length(data: bytes) -> Fault:
    """The bytes as an old server sends them: the end of the connection is the end of the body."""

    def send(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(data)
        handler.close_connection = True

    return send


def stall(un: UnServer, data: bytes, after: int) -> Fault:
    """As ``cut``, only that the connection stays open until the server is stopped."""

    def send(handler: Handler) -> None:
        handler.send_file(data, cut_after=after)
        handler.wfile.flush()
        un.stopped.wait(30)

    return send

"""Web pages to lines: what a browser shows, in reading order, without scripts and navigation.

selectolax (lexbor) and not lxml: both parse the sample page in 0.4 ms, but libxml2 loses without
a word what is nested deeper than its limit, and old pages nest deep because they close nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.errors import InvalidDocument
from assistant.reading.document import Document
from assistant.reading.files import File
from assistant.reading.page_flow import PageFlow
from assistant.reading.text_files import cut_short, text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|center|font|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_HEAD = 4_096  # bytes: where a page says how it is encoded

# Lexbor looks through all that is open for every block it opens: 10,000 open blocks take 0.3 s,
# 300,000 took 283 s. Old pages leave a few hundred open.
_MOST_OPEN = 10_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# What opens a block or may stand open without one: the rest closes itself.
_CLOSED_BY_NEXT = frozenset(
    "p li td tr th dt dd option br hr img input meta link col area base tbody thead tfoot".split()
)


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin as a web page does."""
    beginning = data[:_HEAD]
    if beginning[:2] in (b"\xff\xfe", b"\xfe\xff"):
        beginning = beginning[2:].replace(b"\0", b"")
    return _START.match(beginning) is not None


def read_html(file: File) -> Document:
    """The lines of a web page. Raises InvalidDocument: not text, without text, nested absurdly."""
    from selectolax.lexbor import LexborHTMLParser

    declared = _CHARSET.search(file.data[:_HEAD])
    text = text_of(file, declared[1].decode("ascii") if declared else None)
    if text.rfind("<") > text.rfind(">"):  # within a tag
        raise cut_short(file.name)
    _refuse_absurd_nesting(file.name, text)
    page = LexborHTMLParser(text)
    flow = PageFlow()
    if page.body is not None:
        _walk(page.body, flow)
    lines, asides = flow.finish()
    return Document.of(file, lines, asides)


def _walk(body: LexborNode, flow: PageFlow) -> None:
    """Enter and leave every element in order, without recursion: pages nest without end."""
    node: LexborNode | None = body
    depth = 0  # and not a comparison with body, which lexbor makes by writing both out
    while node is not None:
        inner = node.child if flow.enter(node) else None
        if inner is not None:
            node, depth = inner, depth + 1
            continue
        while node is not None:
            flow.leave(node)
            following = node.next if depth else None
            if following is not None:
                node = following
                break
            node, depth = (node.parent, depth - 1) if depth else (None, 0)


def _refuse_absurd_nesting(name: str, text: str) -> None:
    depth = 0
    for closing, tag in _TAG.findall(text):
        if tag.lower() not in _CLOSED_BY_NEXT:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > _MOST_OPEN:
            raise InvalidDocument(
                f"{name} 不是正常的网页（标签嵌套过深），请另存为纯文本或 PDF。",
                f"{name} is no sound web page (tags nested without end); save it as text or PDF.",
            )

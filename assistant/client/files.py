"""What a server says of a file that it sends."""

from __future__ import annotations

import re
from urllib.parse import unquote

import httpx

_IN_FULL = re.compile(r"filename\*=UTF-8''(?P<name>[^;]+)", re.IGNORECASE)
_PLAIN = re.compile(r'filename="(?P<name>[^"]*)"', re.IGNORECASE)


def saved_as(file: httpx.Response) -> str:
    """The name to save it under (RFC 6266), the one in full before the plain one; empty where
    there is none. It names no folder."""
    said = file.headers.get("content-disposition", "")
    found = _IN_FULL.search(said) or _PLAIN.search(said)
    name = unquote(found["name"]) if found else ""
    return re.sub(r"[/\\\0]", "_", name).lstrip(".")


def media_type(file: httpx.Response) -> str:
    """Its media type, without parameters."""
    said: str = file.headers.get("content-type", "application/octet-stream")
    return said.partition(";")[0].strip()

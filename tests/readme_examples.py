"""The fenced examples of a README, and curl's few options as a request to a real server."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from os.path import expandvars
from pathlib import Path
from urllib.parse import urlencode

import httpx

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.en.md")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One fenced block: where it stands, its language and its text."""

    readme: str
    number: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.readme}-{self.number}-{self.language}"

    @property
    def program(self) -> str:
        """What the block runs: make, curl, eval (and bench) or assistant; or python."""
        if self.language != "sh":
            return self.language
        first = self.text.split(maxsplit=2)
        return first[1] if first[1] in {"eval", "bench"} else first[0].partition("=")[0]


def examples() -> list[Example]:
    return [
        Example(name, number, match[1], match[2])
        for name in READMES
        for number, match in enumerate(_FENCE.finditer((ROOT / name).read_text("utf-8")), 1)
    ]


def commands(text: str) -> list[str]:
    """The lines of a block without their comments."""
    return [re.sub(r"\s+#\s.*$", "", line) for line in text.splitlines() if line.strip()]


def request_of(command: str, address: str) -> httpx.Request:
    """The request that a curl command sends, to ``address`` instead of the documented one, with
    the shell's variables of this environment in it.

    Like curl: data makes it a form by POST unless a header or ``-G`` says otherwise.
    """
    words = shlex.split(expandvars(command))
    assert words.pop(0) == "curl"
    headers, url, data, query = httpx.Headers(), "", "", False
    files: list[tuple[str, tuple[str, bytes]]] = []
    while words:
        word = words.pop(0)
        if word == "-H":
            name, _, value = words.pop(0).partition(": ")
            headers[name] = value
        elif word == "-d":
            data = words.pop(0)
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        elif word == "--data-urlencode":
            name, _, value = words.pop(0).partition("=")
            data = urlencode({name: value})
        elif word == "-F":
            name, _, path = words.pop(0).partition("=@")
            files.append((name, (Path(path).name, (ROOT / path).read_bytes())))
        elif word == "-G":
            query = True
        elif word != "-N":
            assert word.startswith("http://127.0.0.1:8000"), f"unknown to this test: {word}"
            url = word.replace("http://127.0.0.1:8000", address)
    if files:
        return httpx.Request("POST", url, headers=headers, files=files)
    if query:
        return httpx.Request("GET", f"{url}?{data}", headers=headers)
    return httpx.Request("POST" if data else "GET", url, headers=headers, content=data or None)

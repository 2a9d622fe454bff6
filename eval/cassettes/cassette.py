"""The file that keeps a model's replies: one JSON object a line, in the order they came.

The first line says which model wrote them, with which parameters. A reply stands under its key
(``access.request_key``: model, parameters and prompt, in which question and paragraphs stand); the
prompt itself is left out, which anybody can make again. A line with ``item`` says that everything a
gold question asks of the model has been recorded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


class CassetteError(ValueError):
    """A cassette that is missing, broken, of another model, or lacks what is asked of it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote for one request. ``whole``: it said that it had finished."""

    key: str
    item: str  # the gold question that first asked for it
    text: str
    whole: bool
    tokens: tuple[int, int] | None  # prompt and completion, where the server counts them
    seconds: float  # from the request to the end of the reply


@dataclass(frozen=True, slots=True)
class Cassette:
    """A model's replies by key, and the gold questions that were recorded to their end."""

    model: str
    parameters: str
    replies: Mapping[str, Reply]
    items: tuple[str, ...]


def read_cassette(path: Path) -> Cassette:
    """Raises CassetteError, naming file and line. Half a last line, of a recording that was broken
    off, is left out."""
    if not path.is_file():
        raise CassetteError(f"{path.name} does not exist; {how_to_record()}")
    *lines, _half = path.read_text(encoding="utf-8").split("\n")
    objects = [_object(line, f"{path.name}:{n}") for n, line in enumerate(lines, 1)]
    try:
        head, *rest = objects
        replies = [_reply(one) for one in rest if "key" in one]
        return Cassette(
            model=head["model"],
            parameters=head["parameters"],
            replies={reply.key: reply for reply in replies},
            items=tuple(dict.fromkeys(one["item"] for one in rest if "key" not in one)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CassetteError(f"{path.name} is no cassette ({error!r})") from None


def the_cassette(folder: Path = FOLDER) -> Path:
    """The one that is shipped. Raises CassetteError where there is none, or more than one."""
    found = sorted(folder.glob("*.jsonl"))
    if not found:
        raise CassetteError(f"nothing has been recorded; {how_to_record()}")
    if len(found) > 1:
        raise CassetteError(f"name one with --cassette: {', '.join(one.name for one in found)}")
    return found[0]


def begin(path: Path, model: str, parameters: str) -> Cassette:
    """The cassette to go on with: a new one, or the one there, which has to be of this model.

    Raises CassetteError for another's.
    """
    if not path.exists() or not path.stat().st_size:
        path.parent.mkdir(parents=True, exist_ok=True)
        append(path, {"cassette": 1, "model": model, "parameters": parameters})
    _drop_half_a_line(path)
    found = read_cassette(path)
    if (found.model, found.parameters) != (model, parameters):
        raise CassetteError(
            f"{path.name} is of {found.model} with {found.parameters}, "
            f"not of {model} with {parameters}; name another file with --cassette"
        )
    return found


def append(path: Path, line: Mapping[str, Any]) -> None:
    """Add a line, at once on the disk: what a slow model wrote is not lost again."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def reply_line(reply: Reply) -> dict[str, Any]:
    """A reply as it is kept."""
    return {
        "key": reply.key,
        "item": reply.item,
        "whole": reply.whole,
        "tokens": reply.tokens,
        "seconds": round(reply.seconds, 1),
        "text": reply.text,
    }


def rewrite(path: Path, cassette: Cassette, keys: Iterable[str], items: Iterable[str]) -> None:
    """Keep only these replies and questions, in their order; whole or not at all."""
    kept_keys, kept_items = set(keys), set(items)
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    append(new, {"cassette": 1, "model": cassette.model, "parameters": cassette.parameters})
    for reply in cassette.replies.values():
        if reply.key in kept_keys:
            append(new, reply_line(reply))
    for item in cassette.items:
        if item in kept_items:
            append(new, {"item": item})
    new.replace(path)


def how_to_record() -> str:
    """What to do where a reply is missing."""
    return "record it: python -m eval.cassettes record --url URL --model NAME"


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise CassetteError(f"{where} is not JSON ({error.msg})") from None
    if not isinstance(found, dict):
        raise CassetteError(f"{where} is not an object")
    return found


def _reply(line: dict[str, Any]) -> Reply:
    tokens = line["tokens"]
    return Reply(
        key=line["key"],
        item=line["item"],
        text=line["text"],
        whole=line["whole"],
        tokens=(tokens[0], tokens[1]) if tokens else None,
        seconds=line["seconds"],
    )


def _drop_half_a_line(path: Path) -> None:
    raw = path.read_bytes()
    if not raw.endswith(b"\n"):
        path.write_bytes(raw[: raw.rfind(b"\n") + 1])

"""From what a model streams to finished sentences with their evidence keys.

Nothing is read before it is finished: a sentence ends where the next one begins, so that half a
marker, half a word or half a quotation is never seen by anybody. Models do not keep to the form
they are asked for; the forms that they fall into are read here: 【1】, (1), [1, 2], [^1], ①,
thinking tags, fences, JSON around the text, lists and headings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_THINKING = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_OPENING = re.compile(r"<[a-z/]{0,10}\Z", re.IGNORECASE)  # may become a tag
_WRAPPED = re.compile(r"\s*(?:```|\{|\[\s*[{\"])")
_FENCE = re.compile(r"```[a-z]*\n?|```", re.IGNORECASE)
_NUMBERS = r"[Pp]?\s?[0-9]{1,3}(?:\s*[,，、;]\s*[Pp]?[0-9]{1,3})*"
_SOURCE = r"(?:证据|来源|段落|参考|source|ref\.?)?\s*"
_MARKER = (
    rf"(?:\[\^?{_SOURCE}{_NUMBERS}\]|【{_SOURCE}{_NUMBERS}(?:†[^】]*)?】|［{_NUMBERS}］|[①-⑳])"
)
# In round brackets a number may be the source's own, (1) of a list: a marker only at the very end.
_ROUND = rf"[(（]{_SOURCE}{_NUMBERS}[)）]"
_MARKERS = re.compile(rf"\s*(?:{_MARKER}\s*)+")
_CLOSING = "”’」』）)\"'》"
_STOP = re.compile(
    rf"(?P<zh>[。！？])[{_CLOSING}]*|(?P<en>(?<![A-Z])(?<!\bNo)(?<!\bpara)(?<!\bparas)(?<!\bArt)(?<!\bart)(?<!\bvol)"
    rf"(?<!\be\.g)(?<!\bi\.e)[.!?])(?=[\s\[【(（①-⑳{_CLOSING}]|\Z)[{_CLOSING}]*|(?P<line>\n)"
)
_AFTER = re.compile(rf"\s*(?:(?:{_MARKER}|{_ROUND})\s*)*")
_HALF_MARKER = re.compile(r"\s*[\[【［(（][^\]】］)）\n]{0,24}\Z")
_ROUND_AT_END = re.compile(rf"{_ROUND}(?=\s*[。.!?！？]?\s*\Z)")
_LIST_MARK = re.compile(r"^\s*(?:[-*•·]\s+|#{1,6}\s*|>\s*|[0-9]{1,2}[.、)]\s*(?![0-9]))")
_HEADING = re.compile(r"^\s*(?:答案|回答|答|answer)\s*[:：]\s*", re.IGNORECASE)
_BOLD = re.compile(r"\*\*|__|`")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a sentence and the keys of the evidence named behind it, in order."""

    text: str
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A finished sentence without its markers."""

    text: str
    units: tuple[Unit, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        """Every key of the sentence, in order, each once."""
        return tuple(dict.fromkeys(key for unit in self.units for key in unit.keys))


class SentenceReader:
    """Reads a stream piece by piece. The same text gives the same sentences however it is cut."""

    def __init__(self) -> None:
        self._raw = ""
        self._given = 0

    @property
    def raw(self) -> str:
        """All that was streamed, as it came."""
        return self._raw

    def feed(self, piece: str) -> tuple[Said, ...]:
        """The sentences that ``piece`` finishes."""
        self._raw += piece
        if _WRAPPED.match(_THINKING.sub("", self._raw)):
            return ()
        return self._new(_OPENING.sub("", _THINKING.sub("", self._raw)), ended=False)

    def end(self, *, whole: bool) -> tuple[Said, ...]:
        """The sentences left when the stream has ended.

        ``whole``: the model said that it had finished, so that a last sentence without a stop is
        one; of a stream that was cut it is half a sentence.
        """
        text = _THINKING.sub("", self._raw)
        text = _unwrapped(text) if _WRAPPED.match(text) else text
        return self._new(text + "\n" * whole, ended=True)

    def _new(self, text: str, *, ended: bool) -> tuple[Said, ...]:
        finished = tuple(_sentences(text, ended=ended))
        new = finished[self._given :]
        self._given = len(finished)
        return new


def _sentences(text: str, *, ended: bool) -> Iterator[Said]:
    start = 0
    for stop in _STOP.finditer(text):
        if stop.start() < start:
            continue
        after = _AFTER.match(text, stop.end())
        end = after.end() if after and not stop["line"] else stop.end()
        if not ended and _is_open(text, end, stop):
            return
        if said := _read(text[start:end]):
            yield said
        start = end


def _is_open(text: str, end: int, stop: re.Match[str]) -> bool:
    """Whether more of this sentence may come: a marker, a closing quotation mark, a figure."""
    return end >= len(text) or (not stop["line"] and bool(_HALF_MARKER.match(text, end)))


def _read(raw: str) -> Said | None:
    text = _HEADING.sub("", _LIST_MARK.sub("", _BOLD.sub("", raw)))
    text = _ROUND_AT_END.sub(lambda m: "[" + m.group()[1:-1] + "]", text)
    units: list[Unit] = []
    at = 0
    for match in _MARKERS.finditer(text):
        before = text[at : match.start()]
        keys = _keys(match.group())
        if before.strip(" 。.") or not units:
            units.append(Unit(before.strip(), keys))
        else:  # 。[1] after a stop, or [1] [2]
            units[-1] = Unit(units[-1].text, (*units[-1].keys, *keys))
        at = match.end()
    if rest := text[at:].strip():
        units.append(Unit(rest, ())) if rest.strip("。.!?！？;；,， ") else None
    whole = _MARKERS.sub("", text).strip()
    return Said(whole, tuple(units)) if re.search(r"\w", whole) else None


def _keys(markers: str) -> tuple[int, ...]:
    found = [int(number) for number in re.findall(r"[0-9]{1,3}", markers)]
    found += [ord(mark) - ord("①") + 1 for mark in markers if "①" <= mark <= "⑳"]
    return tuple(dict.fromkeys(found))


def _unwrapped(text: str) -> str:
    """The strings of a JSON answer, a line each; without its fence where it is none."""
    bare = _FENCE.sub("", text).strip()
    try:
        return "\n".join(_strings(json.loads(bare))) + "\n"
    except ValueError:
        if bare.startswith(("{", "[")):  # cut off: the strings that are whole
            found = re.findall(r":\s*(\"(?:[^\"\\]|\\.)*\")", bare)
            return "\n".join(json.loads(one) for one in found) + "\n"
        return bare


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)

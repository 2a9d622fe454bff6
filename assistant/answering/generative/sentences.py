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

_TAG = re.compile(r"<(?P<close>/?)(?P<name>think|thinking|reasoning)>", re.IGNORECASE)
_LONGEST_TAG = len("</reasoning>")
_HALF_TAG = re.compile(r"<[a-z/]{0,10}\Z", re.IGNORECASE)
_WRAPPED = re.compile(r"\s*(?:```|\{|\[\s*[{\"])")
_MAY_BE_WRAPPED = re.compile(r"\s*(?:`{0,2}|\[\s*)\Z")
_FENCE = re.compile(r"```[a-z]*\n?|```", re.IGNORECASE)
_NUMBERS = r"[Pp]?\s?[0-9]{1,3}(?:\s*[,，、;]\s*[Pp]?[0-9]{1,3})*"
_SOURCE = r"(?:证据|来源|段落|参考|source|ref\.?)?\s*"
_MARKER = (
    rf"(?:\[\^?{_SOURCE}{_NUMBERS}\]|【{_SOURCE}{_NUMBERS}(?:†[^】]*)?】|［{_NUMBERS}］|[①-⑳])"
)
# In round brackets a number may be the source's own, (1) of a list: a marker only at the very end.
_ROUND = rf"[(（]{_SOURCE}{_NUMBERS}[)）]"
_MARKERS = re.compile(rf"(?<!\s)\s*(?:{_MARKER}\s*)+")  # a run of blanks is tried once
_CLOSING = "”’」』）)\"'》"
# Behind these a stop ends no sentence: A/68/514, vol. I, para. 7.
_ABBREVIATED = "".join(
    rf"(?<!\b{word})" for word in (
        "No", "Nos", "para", "paras", "Para", "Art", "art", "vol", "Vol", "vols", "chap", "Chap",
        "sect", "Sect", "Add", "Corr", "Rev", "Suppl", "p", "pp", "e\\.g", "i\\.e",
    )
)  # fmt: skip
_STOP = re.compile(
    rf"(?P<zh>[。！？])[{_CLOSING}]*|(?P<en>(?<![A-Z]){_ABBREVIATED}[.!?])"
    rf"(?=[\s\[【(（①-⑳{_CLOSING}]|\Z)[{_CLOSING}]*|(?P<line>\n)"
    # A list in one line: 改善条件；[1] 划拨资源；[2]. Whether a key follows may not be known yet.
    rf"|(?P<item>[；;])(?=\s*(?:{_MARKER}|(?:[\[【［][^\]】］\n]{{0,24}})?\Z))"
    r"|(?<=[\]】］])(?P<behind>\s?[；;])"
)
_ITEM_END = re.compile(rf"[；;](?P<keys>(?:\s*{_MARKER})*\s*)\Z")
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


class _Thoughts:
    """Takes a model's thoughts out of what it streams, however that is cut."""

    def __init__(self) -> None:
        self._held = ""  # may be the beginning of a tag, or a thought's end has not come
        self._thought = ""  # the tag of the thought that goes on

    def feed(self, piece: str) -> str:
        """What is certainly no thought. A lone closing tag ends the line: some servers leave out
        the opening one, and what stood before it is judged like every other sentence."""
        self._held += piece
        told: list[str] = []
        while tag := _TAG.search(self._held):
            name = tag["name"].lower()
            if not self._thought:
                told.append(self._held[: tag.start()])
                told.append("\n" * bool(tag["close"]))
                self._thought = "" if tag["close"] else name
            elif tag["close"] and name == self._thought:
                self._thought = ""
            self._held = self._held[tag.end() :]
        if self._thought:
            self._held = self._held[-_LONGEST_TAG:]
            return "".join(told)
        half = _HALF_TAG.search(self._held, max(0, len(self._held) - _LONGEST_TAG))
        at = half.start() if half else len(self._held)
        told.append(self._held[:at])
        self._held = self._held[at:]
        return "".join(told)

    def end(self) -> str:
        """What was held back and has become no tag."""
        return "" if self._thought else self._held


class SentenceReader:
    """Reads a stream piece by piece. The same text gives the same sentences however it is cut.

    The time it takes grows with the length of the stream, and no faster.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._thoughts = _Thoughts()
        self._text = ""  # not given yet
        self._looked = 0  # no sentence of ``_text`` ends before here
        self._begun = False  # a sentence was given, so that the whole is not wrapped in anything

    @property
    def raw(self) -> str:
        """All that was streamed, as it came."""
        return "".join(self._pieces)

    def feed(self, piece: str) -> tuple[Said, ...]:
        """The sentences that ``piece`` finishes."""
        self._pieces.append(piece)
        self._text += self._thoughts.feed(piece)
        if not self._begun:
            self._text = self._text.lstrip()
        if not self._begun and (_WRAPPED.match(self._text) or _MAY_BE_WRAPPED.match(self._text)):
            return ()
        return tuple(self._finished(ended=False))

    def end(self, *, whole: bool) -> tuple[Said, ...]:
        """The sentences left when the stream has ended.

        ``whole``: the model said that it had finished, so that a last sentence without a stop is
        one; of a stream that was cut it is half a sentence.
        """
        self._text += self._thoughts.end()
        if not self._begun and _WRAPPED.match(self._text):
            self._text, self._looked = _unwrapped(self._text), 0
        self._text += "\n" * whole
        return tuple(self._finished(ended=True))

    def _finished(self, *, ended: bool) -> Iterator[Said]:
        start = 0
        look = self._looked
        for stop in _STOP.finditer(self._text, look):
            if stop.start() < start:
                continue
            look = stop.start()
            after = _AFTER.match(self._text, stop.end())
            end = after.end() if after and not stop["line"] else stop.end()
            if not ended and _is_open(self._text, end, stop):
                break
            if stop["item"] and not _MARKERS.search(self._text, stop.end(), end):
                continue
            self._begun |= not self._text[start:end].isspace()
            if said := _read(self._text[start:end]):
                yield said
            start = look = end
        else:
            look = len(self._text)
        self._text = self._text[start:]
        self._looked = look - start


def _is_open(text: str, end: int, stop: re.Match[str]) -> bool:
    """Whether more of this sentence may come: a marker, a closing quotation mark, a figure."""
    return end >= len(text) or (not stop["line"] and bool(_HALF_MARKER.match(text, end)))


def _read(raw: str) -> Said | None:
    text = _HEADING.sub("", _LIST_MARK.sub("", _BOLD.sub("", raw)))
    text = _ITEM_END.sub(_with_a_stop, text)
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


def _with_a_stop(item: re.Match[str]) -> str:
    """An item of a list in one line stands by itself: its semicolon is a stop."""
    return ("。" if item.group()[0] == "；" else ".") + item["keys"]


def _keys(markers: str) -> tuple[int, ...]:
    found = [int(number) for number in re.findall(r"[0-9]{1,3}", markers)]
    found += [ord(mark) - ord("①") + 1 for mark in markers if "①" <= mark <= "⑳"]
    return tuple(dict.fromkeys(found))


def _unwrapped(text: str) -> str:
    """The strings of a JSON answer, a line each; without its fence where it is none."""
    bare = _FENCE.sub("", text).strip()
    try:
        return "\n".join(_strings(json.loads(bare, strict=False))) + "\n"
    except (ValueError, RecursionError):  # cut off, or nested without end
        if not bare.startswith(("{", "[")):
            return bare
    found = (_string(one) for one in re.findall(r":\s*(\"(?:[^\"\\]|\\.)*\")", bare))
    return "\n".join(one for one in found if one) + "\n"


def _string(quoted: str) -> str | None:
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return None


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)

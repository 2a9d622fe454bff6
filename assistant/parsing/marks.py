"""Footnote marks in every form they are printed in, and the lines that are notes.

Marks: ``¹``, ``1/``, ``[1]``, ``(1)``, ``(注)``, or bare figures where type size said what plain
text cannot. Notes begin with the same mark. The superscript is never anything else; the other
forms are marks only where a note carries them, or where nothing else can be meant (``[1]``; a
figure after a stop at the end of a line with the sentence going on).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.parsing.lifting import SUPERSCRIPTS
from assistant.parsing.lines import MARK_BEGIN, MARK_END, Line
from assistant.parsing.wording import Wording
from assistant.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its marks between MARK_BEGIN and MARK_END, or the beginning of a note."""

    text: str  # without the mark that begins a note
    number: int
    cut: bool = False
    note: str | None = None  # the mark, as printed, of the note that begins here
    in_notes: bool = False  # below a rule, or the heading 注: what begins nothing goes on here


_RULE = re.compile(r"[_＿‗─━]{5,}|-{8,}")
_SUPERSCRIPT_NOTE = re.compile(rf"([{SUPERSCRIPTS}]+)\s*(?=\S)")
_SLASH_NOTE = re.compile(r"(\d{1,3}[/／])\s+(?=\S)")
_BRACKET_NOTE = re.compile(r"(\[\d{1,3}\])\s*(?=\S)")
_WORD_NOTE = re.compile(r"([(（]注\d{0,2}[)）])\s*(?=\S)")
_PAREN_NOTE = re.compile(r"([(（]\d{1,3}[)）])\s*(?=\S)")
_FIGURE_NOTE = re.compile(r"(\d{1,3}|\*{1,3})(?:\s+(?=\S)|(?=[见同《第联大安A-Z]))")
_ANYWHERE = (_SUPERSCRIPT_NOTE, _SLASH_NOTE, _BRACKET_NOTE, _WORD_NOTE)
_BELOW_A_RULE = (*_ANYWHERE, _PAREN_NOTE, _FIGURE_NOTE)
_NUMBERED = re.compile(r"\d{1,3}\s*[.．]\s*\S")
_FINISHED = re.compile(r"[。.；;]\W*$")


def marked(lines: Sequence[Line], wording: Wording) -> tuple[Marked, ...]:
    """The lines with their marks made known, and their notes."""
    found = _with_notes(lines, wording)
    noted = frozenset(line.note for line in found if line.note)
    texts = [line.text for line in found]
    read = [
        # Notes have no notes: figures in them are words.
        line.text if line.note or line.in_notes else _with_marks(line.text, following, noted)
        for line, following in zip(found, (*texts[1:], ""), strict=True)
    ]
    if not noted:
        read = _with_marks_between_words(read)
    return tuple(
        Marked(text, line.number, line.cut, line.note, line.in_notes)
        for text, line in zip(read, found, strict=True)
    )


def _with_notes(lines: Sequence[Line], wording: Wording) -> list[Marked]:
    found: list[Marked] = []
    below_rule = False
    for line in lines:
        if _RULE.fullmatch(line.text) or wording.notes.fullmatch(fold(line.text).text):
            below_rule = True
            found.append(Marked(line.text, line.number, line.cut))
            continue
        if below_rule and _NUMBERED.match(line.text):
            below_rule = False
        forms = _BELOW_A_RULE if below_rule else _ANYWHERE
        begun = next(filter(None, (form.match(line.text) for form in forms)), None)
        if begun is not None:
            text = line.text[begun.end() :]
            found.append(Marked(text, line.number, line.cut, begun[1], in_notes=below_rule))
            continue
        goes_on = below_rule and bool(found) and not _FINISHED.search(found[-1].text)
        below_rule = below_rule and goes_on
        found.append(Marked(line.text, line.number, line.cut, in_notes=goes_on))
    return found


# What a figure counts or belongs to is no mark: 12个国家, 5月, 第2段.
_COUNTED = "年月日个名届段条款次号项种份票%％周天时分部章节卷页级倍人国点万亿百千美至/.．,，、)"
_BRACKETED = re.compile(r"\[\d{1,3}\]")
_SLASHED = re.compile(r"(?<![\d/A-Za-z])\d{1,3}[/／](?![\dA-Za-z])")
_WORD = re.compile(r"[(（]注\d{0,2}[)）]")
_PAREN = re.compile(r"(?<=[，,；;。.])[(（]\d{1,3}[)）]")
_FIGURE_AT_END = re.compile(r"(?<=[\u4e00-\u9fff])(?P<mark>[1-9]\d{0,2})$")
# Three figures behind a figure and a comma are its thousands: 1,900 persons.
_FIGURE = re.compile(
    r"(?<=[》”」）)，,；;。])(?!(?<=\d[,，])\d{3}(?!\d))\s?(?P<mark>[1-9]\d{0,2})(?=\s|$)"
)


def _with_marks(text: str, following: str, noted: frozenset[str]) -> str:
    text = _BRACKETED.sub(_marked, text)
    if noted:
        for form in (_SLASHED, _WORD, _PAREN):
            text = form.sub(lambda m: _marked(m) if m.group() in noted else m.group(), text)
    text = _FIGURE.sub(lambda m: _figure(m, text, following), text)
    return _FIGURE_AT_END.sub(
        lambda m: _figure(m, text, following) if m["mark"] in noted else m.group(), text
    )


# 报告13 所载: a blank behind, none before. 第13 段 and 附件2 所载 count what they belong to.
_BETWEEN_WORDS = re.compile(
    rf"{MARK_BEGIN}\D*(?P<known>\d+)\D*?{MARK_END}"
    r"|(?<=[\u4e00-\u9fff])(?<![第目件案表图录约共近达于至到])(?P<bare>[1-9]\d{0,2})"
    r"(?= [\u4e00-\u9fff])"
)


def _with_marks_between_words(texts: Sequence[str]) -> list[str]:
    """The marks that no stop precedes, of a text that lost its notes: each is one more than the
    mark before it, and nothing else would be."""
    last = 0

    def read(found: re.Match[str]) -> str:
        nonlocal last
        if found["known"]:
            last = int(found["known"])
        elif int(found["bare"]) == last + 1:
            last += 1
            return _marked(found)
        return found.group()

    return [_BETWEEN_WORDS.sub(read, text) for text in texts]


def _marked(found: re.Match[str]) -> str:
    return MARK_BEGIN + found.group() + MARK_END


def _figure(found: re.Match[str], text: str, following: str) -> str:
    """A figure after a stop or a title is a mark if the sentence goes on without counting it."""
    after = text[found.end() :].lstrip()
    if not after and not _NUMBERED.match(following):
        after = following
    if found.group()[0].isspace() or (after and (after[0] in _COUNTED or after[0].isdigit())):
        return found.group()
    return MARK_BEGIN + found["mark"] + MARK_END

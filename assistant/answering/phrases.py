"""The closed list of an answer's own words, Chinese and English in one table.

Outside quotations an answer says nothing that is not here, so that everything else is a quotation
and can be compared with its source. Variables are filled with labels, counts and names only.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from string import Formatter

from assistant.answering.comparison_phrases import COMPARISON_PHRASES
from assistant.answering.deadline_phrases import DEADLINE_PHRASES, DEADLINE_VARIABLES
from assistant.answering.listing_phrases import LISTING_PHRASES, LISTING_VARIABLES, UNSAID
from assistant.answering.missing_phrases import missing_text
from assistant.answering.naming import (
    INFERRED,
    JOINED,
    attribute_name,
    body_name,
    inferred_parts,
    verb_name,
    where,
)
from assistant.answering.nearest_phrases import NEAREST_PHRASES, NEAREST_VARIABLES
from assistant.answering.reading_phrases import READING_PHRASES, READING_VARIABLES
from assistant.answering.reference_phrases import REFERENCE_PHRASES
from assistant.answering.refusal_phrases import REFUSAL_PHRASES
from assistant.answering.version_phrases import VERSION_PHRASES
from assistant.answering.wording_phrases import WORDING_PHRASES, WORDING_VARIABLES
from assistant.types import Lang

__all__ = [
    "attribute_name",
    "body_name",
    "inferred_parts",
    "missing_text",
    "own_words",
    "phrase",
    "verb_name",
    "where",
]

_PHRASES: dict[str, tuple[str, str]] = {
    **REFERENCE_PHRASES,
    **DEADLINE_PHRASES,
    **LISTING_PHRASES,
    **WORDING_PHRASES,
    **COMPARISON_PHRASES,
    **REFUSAL_PHRASES,
    **READING_PHRASES,
    **VERSION_PHRASES,
    **NEAREST_PHRASES,
    # leads of lists; n is recounted from the citations
    "mentions": ("{where}中提到{target}的段落共{n}段{of}：", "Paragraphs of {where} that mention {target}: {n}{of}."),
    "references_resolutions": ("{where}中提到其他决议的段落共{n}段：", "Paragraphs of {where} that mention other resolutions: {n}."),
    "references_documents": ("{where}中提到文件的段落共{n}段：", "Paragraphs of {where} that mention documents: {n}."),
    "references_instruments": ("{where}中提到条约、宣言等文书的段落共{n}段：", "Paragraphs of {where} that mention treaties or declarations: {n}."),
    "deadlines": ("{where}中写明时限或届会的段落共{n}段{of}：", "Paragraphs of {where} that state a time or a session: {n}{of}."),
    "footnotes": ("{where}共有{n}个脚注：", "Footnotes of {where}: {n}."),
    "footnotes_of": ("{where}的这些段落共有{n}个脚注：", "Footnotes of these paragraphs of {where}: {n}."),
    "overview": ("{where}执行部分共有{n}段：", "Operative paragraphs of {where}: {n}."),
    # counts
    "count_operative": ("{where}执行部分共有{n}段。", "Operative paragraphs of {where}: {n}."),
    "count_preambular": ("{where}序言部分共有{n}段。", "Preambular paragraphs of {where}: {n}."),
    "count_footnote": ("{where}共有{n}个脚注。", "Footnotes of {where}: {n}."),
    # comparisons
    "earlier": ("{first}先于{second}通过。", "{first} was adopted before {second}."),
    "same_day": ("{first}与{second}同日通过。", "{first} and {second} were adopted on the same day."),
    "more": ("{first}比{second}多{n}段。", "{first} has more of them than {second}, by {n}."),
    "more_notes": ("{first}比{second}多{n}个脚注。", "{first} has more of them than {second}, by {n}."),
    "as_many": ("{first}与{second}段数相同。", "{first} and {second} have as many of them."),
    # leads of single quotations
    "heading": ("{where}：", "{where}:"),
    "title": ("标题：", "Title: "),
    "date": ("通过日期：", "Adopted: "),
    "meeting": ("会议：", "Meeting: "),
    "meeting_date": ("日期：", "Date: "),
    "session": ("届会：", "Session: "),
    "agenda_item": ("议程项目：", "Agenda item: "),
    "agenda_title": ("议程项目标题：", "Title of the agenda item: "),
    "committee": ("委员会：", "Committee: "),
    "report": ("报告：", "Report: "),
    "report_paragraph": ("报告段次：", "Paragraph of the report: "),
    "number": ("编号：", "Number: "),
    "votes": ("表决：", "Vote: "),
    "sponsors": ("提案国：", "Sponsors: "),
    # what of the citations was inferred
    "inferred": ("所引段落有推定之处，原文未印明：{parts}。", "Inferred in the paragraphs cited, and not printed: {parts}."),
    "source_says": ("原文是：", "The text says:"),
    # between names
    "joined": JOINED,
}  # fmt: skip


def phrase(name: str, lang: Lang, **values: object) -> str:
    """The phrase ``name`` in ``lang``, its variables filled. Raises KeyError for an unknown one."""
    chinese_form, english_form = _PHRASES[name]
    form = chinese_form if lang == "zh" else english_form
    filled = form.format(**{**UNSAID, **values})
    return filled if lang == "zh" else filled[:1].upper() + filled[1:]


# What a variable may be filled with: labels and names, never a sentence.
_PARTS = f"(?:{'|'.join(name for names in INFERRED.values() for name in names)})"
_RESOLUTION = (
    r"(?:[一-鿿]{2,9}?第[0-9A-Z/() -]{1,24}号决[议定]|第[0-9A-Z/() -]{1,24}号决[议定]"
    r"|(?:[A-Z][a-z]+(?: [a-zA-Z]+){0,4} )?(?:resolution|decision) [0-9A-Z/() -]{1,24}?"
    r"|[A-Z]{1,4}/[0-9A-Za-z/().-]{1,30})"
)
_NAME = r"(?:[一-鿿]{1,20}|[A-Za-z' -]{1,60}(?: \([一-鿿]{1,12}\))?)"
_VARIABLE = {
    "where": rf"(?:{_RESOLUTION}(?:(?:、|和|, | and ){_RESOLUTION})*|库中决议|所问的决议|the resolutions (?:held|asked about))",
    "first": _RESOLUTION,
    "second": _RESOLUTION,
    "body": rf"{_NAME}(?:(?:、|, ){_NAME})*",
    "verb": rf"{_NAME}(?:(?:、|, ){_NAME})*",
    "n": r"(?P<n>[0-9]+)",
    "target": rf"(?:{_RESOLUTION}|《[^《》\n]{{1,300}}》|the [A-Z0-9][A-Za-z0-9 ,()'-]{{1,300}})",
    "size": r"[0-9]+",
    "sessions": r"[0-9]+(?:[-、]|, )?(?:[0-9]+(?:[-、]|, )?)*",
    "other": _RESOLUTION,
    "before": r"[^“”\n]{1,200}",
    "after": r"[^“”\n]{1,200}",
    **WORDING_VARIABLES,
    **DEADLINE_VARIABLES,
    **LISTING_VARIABLES,
    **READING_VARIABLES,
    **NEAREST_VARIABLES,
    "missing": r".+",
    "held": r"[^。\n]+",
    "parts": rf"{_PARTS}(?:(?:、|, ){_PARTS})*",
}
_LABEL = r"[^，,。；;！!？?：:\n]{1,80}?"


class _Form:
    """One form of a phrase. Its pattern is made when a text first has its ``word``: all 280 of
    them take .6 s, which the first answer would wait for."""

    def __init__(self, name: str, form: str) -> None:
        self.name = name
        self._parts = tuple(Formatter().parse(form.strip()))
        self.word = max((part[0].casefold() for part in self._parts), key=len)

    def match(self, text: str) -> re.Match[str] | None:
        """``text`` as this form, its variables filled: None unless ``word``, the longest of what
        is always said, stands in it."""
        return self._pattern.fullmatch(text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        filled = "".join(
            re.escape(literal) + (_VARIABLE.get(field, _LABEL) if field else "")
            for literal, field, _, _ in self._parts
        )
        return re.compile(filled, re.IGNORECASE)


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_Form(name, form) for name, forms in _PHRASES.items() for form in forms)


@lru_cache(maxsize=4096)  # held against a hundred forms, for each line of a long list
def own_words(text: str) -> tuple[str, int | None] | None:
    """The phrase that ``text`` is, and the number it states; None if it is none of the list.

    A heading may stand before another lead: 第75/45号决议：通过日期：.
    """
    bare = text.strip()
    folded = bare.casefold()
    for form in _forms():
        if form.word in folded and (match := form.match(bare)):
            stated = match.groupdict().get("n")
            return form.name, int(stated) if stated else None
    heading = re.match(r"[^：:]+[：:]", text)
    lead = text[heading.end() :] if heading else ""
    if heading and lead and own_words(heading.group()):
        return own_words(lead)
    return None

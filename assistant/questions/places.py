"""Paragraph places in every written form: 第13段, 执行部分第十三段, OP13, 序言最后一段, 第7至9段.

Places come out as ``OP13``, ``PP2``, ``FN4``, ``META``; counted from the end as ``OP-1`` (the last
one), which only a resolution can turn into a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.questions import annexes
from assistant.questions.place_lists import (
    LABEL,
    LABELS,
    LONGEST_RANGE,
    MORE_ITEMS,
    NUM,
    items,
    with_labels,
)
from assistant.text.numerals import parse_numeral
from assistant.types import Span

_PREAMBLE = r"序言(?:部分)?|前言(?:部分)?|引言|序文|弁言"
_OPERATIVE = r"执行(?:部分|段)?|正文(?:部分)?|主文"
_PART = rf"(?:(?P<pp>{_PREAMBLE})|(?P<op>{_OPERATIVE}))?的?"
_UNIT = (
    r"(?:个|条)?(?:(?P<unit_pp>序言段落?|前言段)|(?P<unit_op>执行段落?)"
    r"|(?P<unit>段落?|自然段|条款?|款|点|项))"
)
_SUB = (
    rf"(?P<sub>(?:的?第?{LABEL})+(?:(?:至|到|[-–—~～]|、|,|和|与|及|以及)第?{LABEL})*(?:分?[项段]|款|目)?"
    r"|的?第?[A-Za-z甲乙丙丁戊己庚辛壬癸](?:项|分段|款|目))?"
)

_CHINESE = re.compile(
    rf"(?:第(?P<section>{NUM})节[的,中里]?)?"
    rf"{_PART}第(?P<first>{NUM})(?P<label>{LABELS})(?P<rest>{MORE_ITEMS}){_UNIT}{_SUB}"
    r"(?P<tail>的?序言(?:部分)?)?"
)
_BARE = re.compile(
    rf"(?:(?P<pp>{_PREAMBLE}|序言段落?)|(?P<op>{_OPERATIVE}|执行段落))"
    rf"(?P<n>(?:{NUM}(?=段|[,。?!:写说讲的是]|$))|[0-9]{{1,3}}(?![0-9/届年月]))段?"
)
_FROM_END = re.compile(
    rf"{_PART}(?:的)?(?:(?P<last>最后|末尾|末)(?P<many>{NUM})?|倒数第(?P<nth>{NUM}))(?:的)?{_UNIT}"
)
_LAST_PLAIN = re.compile(
    r"(?P<part>序言|执行部分|正文)?(?:末段|尾段)|(?P<ended>序言|执行部分|正文)(?:的)?(?:收尾|结尾|末尾|最末)"
)
_FIRST_MANY = re.compile(rf"{_PART}(?:的)?(?:前|头|开头|最前)(?P<many>{NUM})(?:个)?{_UNIT}")
_FIRST_PLAIN = re.compile(
    r"(?P<part>序言|执行部分|正文)?(?:的)?首段|(?P<ended>序言|执行部分|正文)(?:的)?(?:开头|开篇|起首|一开始)"
)
_CODE = re.compile(
    rf"(?<![A-Za-z])(?P<code>OP|PP|FN)[\s.#~-]*第?(?P<n>[0-9]{{1,4}}|[一二三四五六七八九十百]{{1,4}})"
    rf"(?P<label>{LABELS})"
    rf"(?P<rest>(?:\s*(?:-|–|至|到|~|to|through|、|,|和|与|及|and|&)\s*(?:(?:(?P=code)\.?\s*)?[0-9]{{1,4}}"
    rf"(?![0-9/]){LABELS}|(?:{LABEL}){{1,3}}))*)段?",
    re.IGNORECASE,
)
_JOIN = r"(?:至|到|[-–—~～]|、|,|和|与|及|以及|跟)"
_FOOTNOTE = re.compile(
    rf"(?:脚注|注释|附注|注脚|(?<![备关附])注(?=[0-9]))(?:第)?(?P<after>{NUM})(?P<rest>(?:{_JOIN}{NUM}(?!(?:{_JOIN}|[0-9])*段))*)(?:条|号|个)?|第(?P<before>{NUM})(?:个|条|号)?(?:脚注|注释|注脚|附注)"
    r"|(?<![A-Za-z])(?:footnotes?|notes?|fn)\.?\s*(?P<en>[0-9]{1,3})\b",
    re.IGNORECASE,
)
_OF_NOTES = re.compile("脚注|注释|注脚|附注")
_MASTHEAD = re.compile(r"题头|抬头部分|报头|\bmasthead\b", re.IGNORECASE)
_LAST_FOOTNOTE = re.compile(
    rf"(?:最后|最末|末尾?|倒数第(?P<nth>{NUM}))的?(?:一)?(?:条|个)?(?:脚注|注释|附注|注脚)|\blast footnote\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?<!公约的)落款|结尾处|文末|\bclosing lines?\b", re.IGNORECASE)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ENGLISH_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<n>[0-9]{{1,3}})(?:st|nd|rd|th)|(?P<last>last|final)|(?P<penult>penultimate))\s+"
    r"(?:(?P<kind>preambular|operative|preamble)\s+)?(?:para(?:graph)?|clause)s?\b"
    r"(?:\s+of\s+the\s+(?P<of>preamble|operative))?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"(?:\bsection\s+(?P<section>[IVX]{{1,5}}|[0-9]{{1,2}})\b\s*,?\s*)?"
    rf"(?:\bsub-?(?:paragraph|para\.?)\s*(?P<below>{LABEL})\s+of\s+)?"
    r"(?<![A-Za-z])(?:(?P<kind>preambular|operative|preamble)\s+)?(?:sub-?)?(?:para(?:graph)?s?|clauses?|paras)\.?\s*(?P<n>[0-9]{1,4})"
    rf"(?P<label>{LABELS})(?P<rest>(?:\s*(?:-|–|to|through|,|and|&)\s*(?:[0-9]{{1,4}}{LABELS}|{LABEL}))*)"
    r"(?:\s+of\s+the\s+(?P<of>preamble|operative))?",
    re.IGNORECASE,
)
_ARTICLE_UNITS = frozenset({"条", "条款", "款", "点", "项"})
_AFTER_A_RESOLUTION = ("决议", "决议的", "号", "执行部分", "序言", "正文", " ", *"0123456789")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Places named in a question, and the words that name them."""

    span: Span
    places: tuple[str, ...]
    explicit: bool = True  # OP, 执行部分, 序言 were said; otherwise 第13段 means the operative part


def _chinese(text: str) -> list[PlaceMention]:
    found = []
    for match in _CHINESE.finditer(text):
        before = text[: match.start()]
        if before.endswith(("报告", "报告的", "条约", "条约的")):
            continue  # a paragraph of another document
        of_a_part = match["pp"] or match["op"]
        if (
            match["unit"] in _ARTICLE_UNITS
            and not of_a_part
            and not before.endswith(_AFTER_A_RESOLUTION)
        ):
            continue  # 《不扩散核武器条约》第六条 is an article, 议程第3项 an agenda item
        first = parse_numeral(match["first"])
        is_note = match["unit"] == "条" and _OF_NOTES.match(text, match.end())
        if first is None or is_note:  # 第二条脚注
            continue
        preamble = bool(match["pp"] or match["unit_pp"] or match["tail"])
        section = parse_numeral(match["section"]) if match["section"] else None
        code = "PP" if preamble else f"S{section}/OP" if section else "OP"
        *others, last = [f"{code}{item}" for item in items(first, match["label"], match["rest"])]
        places = (*others, *with_labels(last, match["sub"]))
        explicit = preamble or bool(match["op"] or match["unit_op"])
        found.append(PlaceMention(Span(match.start(), match.end()), places, explicit))
    return found


def _counted_from_ends(text: str) -> list[PlaceMention]:
    found = []
    for match in _FROM_END.finditer(text):
        code = "PP" if match["pp"] or match["unit_pp"] else "OP"
        if match["nth"]:
            places = [f"{code}-{parse_numeral(match['nth']) or 1}"]
        else:
            many = min(parse_numeral(match["many"] or "1") or 1, LONGEST_RANGE)
            places = [f"{code}-{n}" for n in range(many, 0, -1)]
        explicit = bool(match["pp"] or match["op"] or match["unit_pp"] or match["unit_op"])
        found.append(PlaceMention(Span(match.start(), match.end()), tuple(places), explicit))
    for match in _FIRST_MANY.finditer(text):
        code = "PP" if match["pp"] or match["unit_pp"] else "OP"
        many = min(parse_numeral(match["many"]) or 1, LONGEST_RANGE)
        places = [f"{code}{n}" for n in range(1, many + 1)]
        found.append(PlaceMention(Span(match.start(), match.end()), tuple(places)))
    for pattern, number in ((_LAST_PLAIN, "-1"), (_FIRST_PLAIN, "1")):
        for match in pattern.finditer(text):
            part = match["part"] or match["ended"]
            code = "PP" if part == "序言" else "OP"
            span = Span(match.start(), match.end())
            found.append(PlaceMention(span, (code + number,), part is not None))
    return found


def _codes(text: str) -> list[PlaceMention]:
    found = []
    for match in _CODE.finditer(text):
        code = match["code"].upper()
        number = parse_numeral(match["n"])
        if number is None:
            continue
        places = [f"{code}{item}" for item in items(number, match["label"], match["rest"])]
        found.append(PlaceMention(Span(match.start(), match.end()), tuple(places)))
    for match in _BARE.finditer(text):
        code = "PP" if match["pp"] else "OP"
        place = f"{code}{parse_numeral(match['n'])}"
        found.append(PlaceMention(Span(match.start(), match.end()), (place,)))
    for match in _LAST_FOOTNOTE.finditer(text):
        nth = parse_numeral(match["nth"]) if match["nth"] else 1
        found.append(PlaceMention(Span(*match.span()), (f"FN-{nth}",)))
    for pattern, place in ((_MASTHEAD, "META"), (_CLOSING, "END")):
        found.extend(PlaceMention(Span(*m.span()), (place,)) for m in pattern.finditer(text))
    for match in _FOOTNOTE.finditer(text):
        n = parse_numeral(match["after"] or match["before"] or match["en"])
        if n is not None:
            places = [f"FN{item}" for item in items(n, "", match["rest"] or "")]
            found.append(PlaceMention(Span(match.start(), match.end()), tuple(places)))
    return found


def _english(text: str) -> list[PlaceMention]:
    found = []
    for match in _ENGLISH.finditer(text):
        kind = (match["kind"] or match["of"] or "").lower()
        code = "PP" if kind.startswith("pream") else "OP"
        section = parse_numeral(match["section"]) if match["section"] else None
        code = f"S{section}/{code}" if section and code == "OP" else code
        labels = match["label"] + (match["below"] or "")
        places = [f"{code}{item}" for item in items(int(match["n"]), labels, match["rest"])]
        span = Span(match.start(), match.end())
        found.append(PlaceMention(span, tuple(places), bool(kind)))
    for match in _ENGLISH_ORDINAL.finditer(text):
        kind = (match["kind"] or match["of"] or "").lower()
        code = "PP" if kind.startswith("pream") else "OP"
        if match["last"]:
            number = "-1"
        elif match["penult"]:
            number = "-2"
        else:
            word = (match["word"] or "").lower()
            number = str(_ORDINALS.index(word) + 1 if word else int(match["n"]))
        span = Span(match.start(), match.end())
        found.append(PlaceMention(span, (code + number,), bool(kind)))
    return found


def find_places(text: str, *, annexed: bool = False) -> tuple[PlaceMention, ...]:
    """Every place named in a folded question, in text order, overlaps resolved to the longest.

    ``annexed`` says that the resolution asked about annexes a treaty: 公约第一条 and 第一条 are
    then articles of its annex. The annex is ``ANNEX``, the second ``ANNEX2``.

    >>> find_places("第75/45号决议执行部分第7至9段")[0].places
    ('OP7', 'OP8', 'OP9')
    """
    of_annexes = [
        PlaceMention(span, places) for span, places in annexes.find(text, annexed=annexed)
    ]
    found = [
        *of_annexes,
        *_codes(text),
        *_counted_from_ends(text),
        *_chinese(text),
        *_english(text),
    ]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    kept: list[PlaceMention] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)

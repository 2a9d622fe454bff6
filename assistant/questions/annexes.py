"""Places in annexes: 附件二第3(a)段, 附件第1条第2款(a)项, 公约第一条, article 1 of the annex."""

from __future__ import annotations

import re

from assistant.questions.place_lists import LABEL, LABELS, MORE_ITEMS, NUM, items, labels_in
from assistant.text.numerals import parse_numeral
from assistant.types import Span

_NTH = r"(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2}|[IVX]{1,5}(?![A-Za-z]))"
_TREATY = r"(?:公约|条约|议定书|规约|协定|宪章|宣言)"
_ANNEXED = (
    r"所附(?:的)?(?:[《“][^》”]{1,60}[》”]"
    rf"|[^,。;的第《]{{0,20}}(?:{_TREATY}|计划|纲领|方案|准则|原则|章程|附件))"
)
_HEAD = rf"(?:附件(?P<nth>{_NTH})?(?:所载|所附)?|{_ANNEXED})(?:的|中|里|,)?"
_PARAGRAPH = re.compile(
    rf"{_HEAD}(?:第(?P<section>{NUM})节的?)?(?P<pp>序言(?:部分)?|前言)?的?第(?P<first>{NUM})(?P<label>{LABELS})(?P<rest>{MORE_ITEMS})"
    rf"(?:段落?|款|项|点)(?P<sub>(?:第?{LABEL})*(?:分?[项段])?)"
)
_CLAUSE = (
    rf"第(?P<first>{NUM})(?P<rest>(?:条?(?:至|到|[-–—~～]|、|,|和|与|及)第?{NUM}(?=[条至到、,和与及–—~～-]))*)条"
    rf"(?:的?第(?P<clause>{NUM})款)?(?P<sub>(?:的?第?{LABEL})*(?:项|目)?)"
)
_ARTICLE = re.compile(rf"{_HEAD}(?:(?:该|本)?{_TREATY}的?)?{_CLAUSE}")
# Said of a resolution that annexes a treaty, whose title and symbol are blanked: 》第一条 of a
# treaty that is only mentioned stays a matter of content.
_OF_THE_TREATY = re.compile(
    rf"(?:(?<=\s)|(?<=\s》)|(?<=\s》的)|(?<![^\s,。?!;:])|(?:所附|该|本|此|这个|这份|的)(?={_TREATY}))"
    rf"(?P<nth>(?!))?(?:{_TREATY}的?)?{_CLAUSE}"
)
_WHOLE = re.compile(
    rf"附件(?P<nth>{_NTH})?(?!(?:的)?第)|\bannex(?:\s+(?P<en>{_NTH}))?\b", re.IGNORECASE
)

_EN_NTH = r"(?:\s+(?P<nth>[IVX]{1,5}|[0-9]{1,2})\b)?"
_EN_ITEM = (
    rf"(?:article\s+(?P<article>[0-9]{{1,3}})(?:\s*,?\s*(?:paragraph|para\.?)\s*(?P<clause>[0-9]{{1,3}}))?"
    rf"|(?P<pp>preambular\s+)?(?:paragraphs?|paras?\.?)\s*(?P<first>[0-9]{{1,3}}))(?P<label>{LABELS})"
)
_ENGLISH = (
    re.compile(rf"\bannex{_EN_NTH}\s*,?\s*{_EN_ITEM}", re.IGNORECASE),
    re.compile(rf"\b{_EN_ITEM}\s*,?\s+(?:of|in|to)\s+(?:the\s+)?annex{_EN_NTH}", re.IGNORECASE),
)
_ENGLISH_TREATY = re.compile(
    rf"\b{_EN_ITEM}\s*,?\s+of\s+(?:the|that|this)\s+(?:annexed\s+)?"
    r"(?P<nth>(?!))?(?:convention|treaty|protocol|statute|agreement|charter)\b(?!\s+(?:on|for|of)\b)",
    re.IGNORECASE,
)

Found = tuple[Span, tuple[str, ...]]


def find(text: str, *, annexed: bool) -> list[Found]:
    """The places of annexes that a folded question names, with the words that name them."""
    found = [_paragraphs(match) for match in _PARAGRAPH.finditer(text)]
    articles = [_ARTICLE, _OF_THE_TREATY] if annexed else [_ARTICLE]
    found += [_articles(match) for pattern in articles for match in pattern.finditer(text)]
    english = [*_ENGLISH, _ENGLISH_TREATY] if annexed else list(_ENGLISH)
    found += [_english(match) for pattern in english for match in pattern.finditer(text)]
    found += [
        (Span(*match.span()), (_annex(match["nth"] or match["en"]),))
        for match in _WHOLE.finditer(text)
    ]
    return [each for each in found if each[1]]


def _annex(nth: str | None) -> str:
    number = parse_numeral(nth) if nth else None
    return f"ANNEX{number}" if number else "ANNEX"


def _paragraphs(match: re.Match[str]) -> Found:
    first = parse_numeral(match["first"])
    section = parse_numeral(match["section"]) if match["section"] else None
    kind = "PP" if match["pp"] else f"S{section}/" if section else ""
    listed = items(first, match["label"], match["rest"]) if first is not None else []
    places = [f"{_annex(match['nth'])}/{kind}{item}" for item in listed]
    if places:
        places[-1] += "".join(labels_in(match["sub"]))
    return Span(*match.span()), tuple(places)


def _articles(match: re.Match[str]) -> Found:
    first = parse_numeral(match["first"])
    listed = items(first, "", match["rest"]) if first is not None else []
    places = [f"{_annex(match['nth'])}/ART{item}" for item in listed]
    if places:
        clause = parse_numeral(match["clause"]) if match["clause"] else None
        places[-1] += f"/{clause}" if clause is not None else ""
        places[-1] += "".join(labels_in(match["sub"]))
    return Span(*match.span()), tuple(places)


def _english(match: re.Match[str]) -> Found:
    labels = "".join(labels_in(match["label"]))
    if match["article"]:
        clause = f"/{int(match['clause'])}" if match["clause"] else ""
        place = f"ART{int(match['article'])}{clause}{labels}"
    else:
        place = f"{'PP' if match['pp'] else ''}{int(match['first'])}{labels}"
    return Span(*match.span()), (f"{_annex(match['nth'])}/{place}",)

"""Places named without a paragraph, of a resolution that the question names: 第二节, 乙项."""

from __future__ import annotations

import re

from assistant.questions.place_lists import LABEL, NUM
from assistant.questions.places import PlaceMention
from assistant.text.numerals import parse_numeral
from assistant.text.places import normal_label
from assistant.types import Span

_NTH = r"(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})"
_SECTION = re.compile(
    rf"(?:(?P<annex>附件(?P<nth>{_NTH})?)(?:的|中|里)?)?的?第(?P<n>{NUM})节(?![课届])"
    r"|\bsection\s+(?P<en>[IVX]{1,5}|[0-9]{1,2})\b(?!\s+(?:of|in)\s+(?!resolution))",
    re.IGNORECASE,
)
# Of another document: 报告第二节, 第S-10/2号决议第三节 said to be recalled has its own symbol.
_OF_ANOTHER = re.compile(r"(?:报告|文件|公约|条约|宣言|章程|议程)[》”]?的?$")
_ITEM = re.compile(
    rf"(?<![A-Za-z段条款])(?P<label>{LABEL}|(?<![\u4e00-\u9fff])[甲乙丙丁戊己庚辛壬癸]"
    rf"|(?<=的)[甲乙丙丁戊己庚辛壬癸])(?:分?项|分段|目)(?!目)"
)


def find_loose_places(text: str) -> tuple[PlaceMention, ...]:
    """Sections and items that a folded question names by themselves, in the order of its words.

    ``S2`` is a section with all its paragraphs, ``OP*(b)`` an item of whichever paragraph has it.

    >>> [mention.places for mention in find_loose_places("第二节有哪几段")]
    [('S2',)]
    """
    found = [
        PlaceMention(Span(*match.span()), (_section(match),))
        for match in _SECTION.finditer(text)
        if not _OF_ANOTHER.search(text[: match.start()])
    ]
    found += [
        PlaceMention(Span(*match.span()), (f"OP*{normal_label(match['label'])}",))
        for match in _ITEM.finditer(text)
    ]
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _section(match: re.Match[str]) -> str:
    number = parse_numeral(match["n"] or match["en"])
    nth = parse_numeral(match["nth"]) if match["nth"] else None
    return f"ANNEX{nth or ''}/S{number}" if match["annex"] else f"S{number}"

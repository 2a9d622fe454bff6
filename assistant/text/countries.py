"""States by their Chinese and English names, as people and texts call them.

Names are the Unicode Consortium's (CLDR, through Babel); the names that the United Nations prints
and CLDR does not are in a table here. The key of a country is its ISO 3166-1 code.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.text.normalise import fold

# As United Nations texts print them: the Terminology Database's short names.
_PRINTED: dict[str, tuple[str, ...]] = {
    "KP": ("朝鲜民主主义人民共和国", "Democratic People's Republic of Korea", "DPRK"),
    "KR": ("大韩民国", "Republic of Korea"),
    "GB": (
        "大不列颠及北爱尔兰联合王国",
        "联合王国",
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    "US": ("美利坚合众国", "United States of America"),
    "RU": ("俄罗斯联邦", "Russian Federation"),
    "IR": ("伊朗伊斯兰共和国", "Islamic Republic of Iran"),
    "SY": ("阿拉伯叙利亚共和国", "Syrian Arab Republic"),
    "CD": ("刚果民主共和国", "Democratic Republic of the Congo"),
    "CG": ("刚果", "Congo"),
    "LA": ("老挝人民民主共和国", "Lao People's Democratic Republic"),
    "VE": ("委内瑞拉玻利瓦尔共和国", "Bolivarian Republic of Venezuela"),
    "BO": ("多民族玻利维亚国", "Plurinational State of Bolivia"),
    "TZ": ("坦桑尼亚联合共和国", "United Republic of Tanzania"),
    "MD": ("摩尔多瓦共和国", "Republic of Moldova"),
    "PS": ("巴勒斯坦国", "巴勒斯坦", "State of Palestine", "Palestine"),
    "CN": ("中华人民共和国", "People's Republic of China"),
    "TR": ("土耳其共和国", "Türkiye"),
    "CI": ("科特迪瓦", "Côte d'Ivoire"),
    "MM": ("缅甸", "Myanmar"),
    "VA": ("教廷", "Holy See"),
}

# CLDR also names these, and they are no states: outlying areas, the union, the world.
_NO_STATE = frozenset("AC CP DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())


def find_countries(text: str) -> tuple[tuple[str, int, int], ...]:
    """The countries that a folded text names: code, start and end of each, in text order.

    >>> [code for code, _, _ in find_countries("日本和朝鲜民主主义人民共和国")]
    ['JP', 'KP']
    """
    pattern, codes = _names()
    return tuple((codes[match.group().lower()], *match.span()) for match in pattern.finditer(text))


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    from babel import Locale

    codes: dict[str, str] = {}
    for language in ("zh", "en"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code not in _NO_STATE:
                codes.setdefault(fold(name).text.lower(), code)
    for code, names in _PRINTED.items():
        for name in names:
            codes[fold(name).text.lower()] = code
    ordered = sorted(codes, key=lambda name: (-len(name), name))
    latin = "|".join(re.escape(name) for name in ordered if name.isascii())
    chinese = "|".join(re.escape(name) for name in ordered if not name.isascii())
    return re.compile(rf"(?<![A-Za-z])(?:{latin})(?![A-Za-z])|{chinese}", re.IGNORECASE), codes

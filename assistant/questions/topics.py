"""Resolutions meant by what they are about: 蜂群保育方面有哪些决议, 关于洞穴测绘的三份决议.

What a resolution is about is its title: only words that stand in a title held choose by it. Words
that no title has are left to be looked for in the texts.
"""

from __future__ import annotations

import re

from assistant.text.catalogue import Catalogue
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL
from assistant.types import Selection, Span

_SEVERAL = rf"(?:(?:这|那)?(?:{CHINESE_NUMERAL}|[0-9]{{1,3}}|几)(?:份|个|项)|各项|所有|全部|历次|一系列)"
_WHICH = r"(?:哪些|哪几(?:份|个|项)|哪一?(?:份|个|项)|几(?:份|个|项)|多少(?:份|个|项)?|什么)"
_RESOLUTION = r"(?:联大|大会)?决议"
_MATTER = r"(?:方面|领域|问题|主题|议题|这方面)?"
_TOPIC = r"[“\"「《]?(?P<topic>[^,。;:?!的“”\"「」《》0-9]{2,24}?)[”\"」》]?"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:关于|有关|涉及|针对|围绕){_TOPIC}{_MATTER}的(?:{_SEVERAL}|{_WHICH}){_RESOLUTION}",
        rf"(?:有|还有|是)?{_WHICH}{_RESOLUTION}(?:是|都)?(?:关于|有关|涉及|针对|谈|讲|讨论|谈论|处理)(?:到|的是|了|过)?"
        rf"{_TOPIC}{_MATTER}(?:的)?(?=[?!。,]|$)",
        rf"(?:关于|有关|涉及|针对|在)?{_TOPIC}(?:方面|领域|问题|主题|议题|这方面)的?(?:都|一共|总共)?有(?:过)?{_WHICH}{_RESOLUTION}",
        rf"(?:有{_WHICH}|{_WHICH})(?:关于|有关|涉及|针对){_TOPIC}{_MATTER}的{_RESOLUTION}",
        rf"(?:关于|有关|涉及|针对){_TOPIC}{_MATTER}的{_RESOLUTION}(?=有(?:{_WHICH}|几|多少)|一共|总共|都|分别|各自)",
        rf"{_TOPIC}{_MATTER}的{_SEVERAL}{_RESOLUTION}",
    )
)
_ENGLISH = (
    re.compile(
        r"\b(?:which|what|any|all|how many|list) (?:the )?(?:un )?resolutions? (?:(?:are|is|were|deal|deals|"
        r"there are|held) )?(?:about|on|concerning|regarding|with) (?:the )?(?P<topic>[^?.,;]{3,60}?)(?=[?.,;]|$)",
        re.IGNORECASE,
    ),
)


def find_topic(text: str, catalogue: Catalogue) -> tuple[Selection, Span] | None:
    """What a folded question says that the resolutions it means are about, and where; None where
    no title held has it."""
    for form in (*_FORMS, *_ENGLISH):
        for found in form.finditer(text):
            topic = _bare(found["topic"])
            if len(topic) >= _SHORTEST and any(topic in title.lower() for title in catalogue.titles):
                return Selection(title=topic), Span(*found.span())
    return None


_SHORTEST = 2


def _bare(words: str) -> str:
    """The words of the topic alone."""
    folded = fold(words).text.strip().lower()
    return re.sub(r"^(?:库(?:里|中)|请问|那么?|在)|(?:方面|领域|问题|主题|议题|这方面)$", "", folded)

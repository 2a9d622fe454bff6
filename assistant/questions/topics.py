"""Resolutions meant by what they are about: 蜂群保育方面有哪些决议, 关于洞穴测绘的三份决议.

What a resolution is about is its title: only words that stand in a title held choose by it. Words
that no title has are left to be looked for in the texts.
"""

from __future__ import annotations

import re

from assistant.text.catalogue import Catalogue
from assistant.text.numerals import CHINESE_NUMERAL
from assistant.types import Selection, Span

_SEVERAL = (
    rf"(?:(?:这|那)?(?:{CHINESE_NUMERAL}|[0-9]{{1,3}}|几)(?:份|个|项)|各项|所有|全部|历次|一系列)"
)
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
# A whole title too, where it is said to be one: 高山牧场管理这个题目.
_CALLED_ONE = re.compile(
    rf"(?:关于|有关|在|对|就)?{_TOPIC}(?:这|那|该|此)一?个(?:题目|主题|议题|课题|标题)(?:下面?|上|方面)?的?"
)
_ENGLISH = (
    re.compile(
        r"\b(?:which|what|any|all|how many|list) (?:the )?(?:un )?resolutions? (?:(?:are|is|were|deal|deals|"
        r"there are|held) )?(?:about|on|concerning|regarding|with) (?:the )?(?P<topic>[^?.,;]{3,60}?)(?=[?.,;]|$)",
        re.IGNORECASE,
    ),
)


# What stands before a topic and is read for itself.
_BEFORE_IT = re.compile(
    rf"(?:库(?:里|中)|请问|那么?|在|我想知道|第?(?:[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})届(?:会议|大会|联大)?"
    r"|[12][0-9]{3}年|以来|以后|之后|之前|以前|通过|里|上|中|的|[,、\s])+"
)
_AFTER_IT = re.compile(r"(?:方面|领域|问题|主题|议题|这方面)$")
_SHORTEST = 2


def find_topic(text: str, catalogue: Catalogue) -> tuple[Selection, Span] | None:
    """What a folded question says that the resolutions it means are about, and where; None where
    no title held has it, and where it is a whole title that nothing calls a topic: that names one
    resolution, or its series.
    """
    for form in (_CALLED_ONE, *_FORMS, *_ENGLISH):
        for found in form.finditer(text):
            words = found["topic"]
            before = _BEFORE_IT.match(words)
            skipped = before.end() if before else 0
            topic = _AFTER_IT.sub("", words[skipped:]).strip()
            whole = form is _CALLED_ONE
            if len(topic) >= _SHORTEST and _is_of_a_title(topic.lower(), catalogue, whole=whole):
                start = found.start("topic") + skipped if skipped else found.start()
                return Selection(title=topic), Span(start, found.end())
    return None


def _is_of_a_title(topic: str, catalogue: Catalogue, *, whole: bool) -> bool:
    titles = [title.lower() for title in catalogue.titles if topic in title.lower()]
    return bool(titles) and (whole or topic not in titles)

"""What happens to treaties, meetings and reports, in the words of questions and of texts.

条约是哪天通过的 asks for the day of its adoption, not for that of its signing: a date answers only
where the text says the same happening of it.
"""

from __future__ import annotations

import re
from functools import cache

# Words for one happening; a question's word asks for a text with any of its row.
_HAPPENINGS: dict[str, tuple[str, str]] = {
    "adopted": (r"通过|获得通过", r"\badopt\w*|\bpass(?:ed|es)?\b"),
    "held": (
        r"召开|举行|召集|举办|开会|安排|(?<=[天年月日里儿方市候时])开(?!放|始|展|发|通)|开(?=的会|个会|起来)",
        r"\b(?:held|hold|convened?|take place|took place|meets?|met)\b",
    ),
    "opened": (
        r"签署|签字|签约|开放|(?<=[日天候时里])签|可以签|供.{0,4}签",
        r"\bsign\w*|\bopen\w*",
    ),
    "in_force": (r"生效", r"\bforce\b"),
    "founded": (r"设立|成立|建立|创设", r"\b(?:established?|founded|set up|created)\b"),
    "reported": (r"报告|汇报|提交|具报", r"\breport\w*|\bsubmit\w*"),
    "marked": (r"纪念|庆祝|国际日|宣传", r"\bcommemorat\w*|\bobserv\w*|\bday\b"),
    "begun": (r"开始|启动", r"\b(?:begin|start|commence)\w*|\bbegan\b"),
}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(forms), re.IGNORECASE) for name, forms in _HAPPENINGS.items()}


def happenings(folded: str) -> frozenset[str]:
    """The happenings that a folded text speaks of."""
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(folded))

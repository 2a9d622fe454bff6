"""Questions whether the resolutions agree: 历次决议对国际日的日期有没有前后不一致.

What each says of the thing is what answers, so that is what is asked; versions that differ are then
shown beside each other (``retrieval.contradictions``).
"""

from __future__ import annotations

import re

_DISAGREEING = r"(?:前后)?(?:不一致|不统一|不一样|矛盾|冲突|出入|对不上|有(?:所)?(?:不同|差异))"
_WHETHER = r"(?:之间)?(?:究竟|到底)?(?:有没有|有无|是否(?:有|存在)?|是不是(?:有)?|存不存在|有)?"
_AGREED = re.compile(
    rf"^(?:(?:历次|历届|历年|各次|各份|不同|前后|库(?:里|中)的?)的?(?:联大|大会)?决议(?:之间|里|中)?)"
    rf"(?:对于?|关于|就|在|说的|写的|规定的|给出的)?(?P<thing>[^,。?]{{2,40}}?)"
    rf"(?:的)?(?P<what>日期|日子|时间|说法|规定|提法|表述)?(?:上|方面)?{_WHETHER}{_DISAGREEING}(?:之处|的地方)?(?:吗|呢|没有)?[?。]*$"
)
_WHEN = frozenset({"日期", "日子", "时间"})


def as_what_each_says(folded: str) -> str:
    """A folded question whether resolutions agree, as the question what they say; others unchanged.

    >>> as_what_each_says("历次决议对守塔人日的日期有没有前后不一致")
    '守塔人日是哪天'
    """
    asked = _AGREED.match(folded)
    if asked is None:
        return folded
    return asked["thing"] + ("是哪天" if asked["what"] in _WHEN else "是怎么规定的")

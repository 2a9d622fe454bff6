"""What a question says in passing of a resolution it names: 2017年通过的第72/31号决议请谁做什么.

Such words are no content to look for: they are held against the masthead
(``retrieval.scope.false_premises``), and the rest of the question is answered where they are true.
"""

from __future__ import annotations

import re

from assistant.types import Span

_DAY = r"[12][0-9]{3}年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号])?)?"
_COMMITTEE = r"第?[一二三四五六1-6](?:委员会|委)"
_ADOPTED = r"(?:由|经)?(?:联合国)?(?:大会|联大)?(?:所|获|获得|表决)?(?:通过|作出|出台)"
_SUBMITTED = r"(?:所)?(?:提交|提出|审议|推荐|报上来|交上来|建议通过|报告)"
_CLAIMS = (
    rf"{_DAY}{_ADOPTED}",
    rf"第?[0-9]{{1,4}}次(?:全体会议|全会)(?:上)?{_ADOPTED}",
    rf"(?:根据)?(?:由|经)?{_COMMITTEE}(?:的报告)?(?:{_SUBMITTED}|{_ADOPTED})",
    rf"(?:在)?议程(?:项目)?[0-9]{{1,3}}(?:\([a-z]{{1,3}}\))?(?:项?下)?(?:{_ADOPTED})?",
)
_COUNTED = (
    r"(?:一?共|总共)?(?:有|含|包含)(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})(?:个|条)?"
    r"(?:执行|序言|正文)?(?:部分)?(?:的)?段落?"
)
# Before the name of the resolution, which is blanked by now, or before another clause.
_BEFORE_ITS_NAME = r"的?(?=\s{2}|\s*(?:这|那|该)?(?:一)?(?:份|个|项)?(?:联大|大会)?决议)"
_BEFORE_MORE = r"的?(?:吧)?[,，;；。](?=[^?？]{4})"
_SAID = re.compile(
    rf"(?:既然|作为)?(?:是|在|于)?(?:{'|'.join(_CLAIMS)})(?:{_BEFORE_ITS_NAME}|{_BEFORE_MORE})"
    rf"|{_COUNTED}{_BEFORE_MORE}"
    r"|\b(?:adopted|passed) (?:in|on) (?:[0-9]{1,2} [a-z]+ )?[12][0-9]{3}\b,?(?=.{8})",
    re.IGNORECASE,
)


def said_in_passing(rest: str) -> tuple[Span, ...]:
    """Where ``rest``, a question with the resolutions it names blanked, claims something of them.

    A claim that is itself what is asked (75/45是2020年通过的吗) is left: nothing follows it.
    """
    return tuple(Span(*match.span()) for match in _SAID.finditer(rest))

"""Questions about the words themselves: who used a phrase, and what the other language calls it.

The phrase is cut out before the rest of the question is read: a session or a body that it names is
not what the question is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.questions.named import Reading
from assistant.text.symbols import find_symbols
from assistant.text.wording import Phrase
from assistant.types import Lang, Question


@dataclass(frozen=True, slots=True)
class Saying:
    """A phrase that a question is about, and the question without it."""

    intent: Literal["precedents", "wording"]
    phrase: str
    rest: str


_QUOTED = re.compile(r"[“\"「『‘](?P<phrase>[^“”\"「」『』‘’]{2,200})[”\"」』’]")
_A_TITLE = re.compile(
    r"(?:题为|标题|名为|题目|\b(?:entitled|titled|called))[^“\"「『‘]{0,3}$"
    r"|(?:标题|题目|题名|名称|\btitles?)[^“\"「『‘,。?;]{0,30}$",
    re.IGNORECASE,
)
_OF_A_TITLE = re.compile(r"\s*in (?:the|its|their) titles?\b", re.IGNORECASE)
_NAMED_AS = r"(?:说法|表述|措辞|用语|提法|短语|词语|词组|字眼|字样|字句|词|语)"
_USED = re.compile(
    rf"用(?:了|过|到|的|得)|说过|使用|采用|沿用|出现|见于|写(?:了|过|有|到)|含有|这(?:个|一|种){_NAMED_AS}|(?:一|的)(?:说法|表述|措辞|提法|词|语)"
    r"|先例|前例|原话|最早|最先|首次|第一次|最近一次|最后一次|几次|多少(?:次|段|份)"
    r"|\b(?:use[sd]?|using|appear(?:s|ed)?|occur(?:s|red)?|wording|phrase|expression|formulation"
    r"|precedents?|first|earliest|latest|how (?:often|many))\b",
    re.IGNORECASE,
)
_UNQUOTED = (
    re.compile(
        r"^(?:有)?(?:哪些|哪几|哪个|哪|什么|多少)(?:一)?(?:份|个|项|些)?(?:决议|段落|段|届会议|文件)(?:里|中)?(?:都|曾|也)?(?:曾)?"
        rf"(?:用|使用|采用|沿用|出现|写)(?:过|了|到)?(?P<phrase>.{{2,60}}?)(?:这(?:个|一|种)|的|一){_NAMED_AS}"
    ),
    re.compile(
        rf"^(?P<phrase>.{{2,60}}?)(?:这(?:个|一|种)){_NAMED_AS}.{{0,6}}(?:哪|最早|最先|首次|第一次|出现|用|多少|几|先例)"
    ),
    re.compile(r"^(?P<phrase>.{2,60}?)(?:的|有(?:没有|无)|有什么|有哪些)(?:先例|前例)"),
    re.compile(r"\bprecedents? (?:for|of) (?:the (?:phrase|wording|words) )?(?P<phrase>.{3,100}?)\??$", re.IGNORECASE),
)  # fmt: skip

_TONGUE = r"(?:中文|汉语|汉文|中译文?|英文|英语|英译文?|(?i:chinese|english))"
_THIS = rf"(?:这(?:个|一|种)?{_NAMED_AS}|一(?:词|语))?"
_SAY = r"(?:说|写|译|翻译|翻|表达|表述|讲|叫|措辞)"
_WORDING = (
    re.compile(
        rf"^(?P<phrase>.{{2,120}}?)(?:,)?{_THIS}(?:的|在|用|翻译?成|译成)?(?:联合国)?(?:决议)?(?:里|中)?(?:的)?{_TONGUE}(?:版|文本|本|决议)?(?:里|中|里面)?(?:一般|通常|固定|应该|应)?(?:是)?(?:怎么|如何|怎样){_SAY}"
    ),
    re.compile(
        rf"^(?P<phrase>.{{2,120}}?)(?:,)?{_THIS}(?:的|在|用)?(?:固定)?(?:的)?{_TONGUE}(?:版|文本|本)?(?:里|中)?(?:的)?(?:固定|对应|标准)?(?:的)?(?:译法|说法|写法|用语|表述|对应词|译文|译名|翻译)?(?:是|叫)(?:什么|啥|哪)"
    ),
    re.compile(rf"^(?:用)?{_TONGUE}(?:里|中)?(?:怎么|如何|怎样){_SAY}(?P<phrase>.{{2,120}}?)[??]?$"),
    re.compile(
        rf"\bhow (?:is|are|was|were|has|have) (?:the (?:phrase|wording|words|term) )?(?P<phrase>.{{2,120}}?) (?:been |usually |normally |officially )*(?:said|written|rendered|put|expressed|translated|called|phrased|worded) (?:in|into) {_TONGUE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bhow (?:do (?:you|we|i|they)|does one|to|can i|would you) (?:say|write|put|express|render|translate) (?P<phrase>.{{2,120}}?) (?:in|into) {_TONGUE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bwhat (?:is|are) the (?:\w+ ){{0,2}}{_TONGUE} (?:term|phrase|word|wording|equivalent|translation|rendering|expression|version)s? (?:of|for) (?P<phrase>.{{2,120}}?)\??$",
        re.IGNORECASE,
    ),
    re.compile(rf"\bwhat (?:is|are) (?P<phrase>.{{2,120}}?) (?:called )?in {_TONGUE}\??$", re.IGNORECASE),
    re.compile(rf"\b{_TONGUE} for (?P<phrase>.{{2,120}}?)\??$", re.IGNORECASE),
)  # fmt: skip
# What is asked in the other language is then a text, not a phrase: 第3段的英文怎么写.
_A_TEXT = re.compile(
    r"第.{1,8}[段条号届]|决议|标题|题目|全文|原文|这(?:句|段|些|个|份)|\b(?:paragraph|resolution|title|text|op|pp)\b|^(?:它|it\b|this\b|that\b)",
    re.IGNORECASE,
)
_SHORTEST = 2  # characters
_HAN = re.compile(r"[㐀-鿿]")


def find_saying(folded: str) -> Saying | None:
    """The phrase that a folded question is about; None where it is about something else, or about
    several."""
    if len(_QUOTED.findall(folded)) > 1:
        return None
    return _wording(folded) or _precedents(folded)


def _wording(folded: str) -> Saying | None:
    for pattern in _WORDING:
        match = pattern.search(folded)
        if match is None:
            continue
        quoted = _QUOTED.search(match["phrase"])
        phrase = quoted["phrase"] if quoted else match["phrase"]
        plain = not (_A_TEXT.search(phrase) or find_symbols(phrase))
        into_chinese = re.search(
            "中|汉|chinese", match.group()[match.group().rfind(phrase) :], re.I
        )
        if (quoted or plain) and not (into_chinese and _HAN.search(phrase)):
            return _saying("wording", phrase, folded)
    return None


def _precedents(folded: str) -> Saying | None:
    quoted = _QUOTED.search(folded)
    if quoted and not _titles(folded, quoted):
        saying = _saying("precedents", quoted["phrase"], folded)
        return saying if saying and _USED.search(saying.rest) else None
    for pattern in _UNQUOTED:
        match = pattern.search(folded)
        if match and not (_A_TEXT.search(match["phrase"]) or find_symbols(match["phrase"])):
            return _saying("precedents", match["phrase"], folded)
    return None


def _titles(folded: str, quoted: re.Match[str]) -> bool:
    """Whether the words quoted are those of titles: 标题里有“…”, with “…” in the title."""
    before, after = folded[: quoted.start()], folded[quoted.end() :]
    return bool(_A_TITLE.search(before) or _OF_A_TITLE.match(after))


def _saying(intent: Literal["precedents", "wording"], words: str, folded: str) -> Saying | None:
    phrase = Phrase.of(words)
    if len(phrase.folded) < _SHORTEST or not phrase.tokens or re.search("[“”\n]", phrase.folded):
        return None
    at = folded.find(words)
    # Its quotation marks go with it: nothing is left to be taken for a title.
    rest = (
        folded[:at].rstrip('“"「『‘')
        + " " * len(words)
        + folded[at + len(words) :].lstrip('”"」』’')
    )
    return Saying(intent, phrase.folded, rest)


def decide_saying(text: str, saying: Saying, reading: Reading) -> Question:
    """The question about ``saying``; ``reading`` is of its rest. It is about the whole library
    unless that names resolutions, and takes nothing over from the conversation."""
    scope = reading.scope
    scoped = saying.intent == "precedents"
    lang: Lang = reading.lang
    # Nothing is due in a question about words: a session that is not held is asked about too.
    session = scope.deadline_session if scope.session is None else scope.session
    named = scope.symbols or session is not None or scope.missing or reading.selection
    return Question(
        text=text,
        folded=saying.rest.strip(),
        lang=lang,
        intent=saying.intent,
        phrase=saying.phrase,
        symbols=scope.symbols if scoped else (),
        session=session if scoped else None,
        missing=scope.missing if scoped else (),
        selection=reading.selection if scoped else None,
        kinds=reading.kinds if scoped else (),
        everywhere=not (scoped and named),
    )

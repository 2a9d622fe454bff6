"""What became of one resolution in another, or of an item over the sessions."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.cues import find_cue
from assistant.questions.named import Reading
from assistant.questions.scope import blank
from assistant.questions.words import content_terms
from assistant.text.symbols import find_symbols, session_of
from assistant.types import Question, Span

_PARAGRAPH = r"(?:段落?|内容|条款|要求|规定|东西|措辞|文字|话)"
_WHAT = r"(?:了|出|出了|过)?(?:哪些|什么|哪几|哪一?(?:个)?|几|多少|啥)"
_TAKEN_OUT = r"(?:删|去|拿|减|省|砍|撤|划|抹)(?:去|除|掉|走|下|减|略)|删(?=了)"

# What of a comparison is asked for. The first that is found decides; ``changes`` is all of it.
_ASPECTS: tuple[tuple[str, str, str], ...] = (
    (
        "stronger",
        rf"(?:措辞|语气|动词|用语|用词|口气|表述)[^,。]{{0,24}}(?:加强|增强|变强|更强|强硬|加重|升级|更重)|(?:加强|增强|加重)(?:了)?[^,。]{{0,6}}(?:措辞|语气|动词|用语|用词|口气)|(?:更强|强硬|加强|加重)(?:了)?的(?:措辞|用词|动词|语气|{_PARAGRAPH})|(?:更|变|强)?硬(?:了|在|的)?(?:哪|什么|多少)|(?:哪些?|哪几|什么)[^,。]{{0,6}}(?:更硬|更强|强硬|变强|变硬)|[更变]强(?:了|在)?(?:哪|什么)",
        r"\b(?:stronger|strengthened|tougher|toughened|firmer)\b",
    ),
    (
        "weaker",
        rf"(?:措辞|语气|动词|用语|用词|口气|表述)[^,。]{{0,24}}(?:减弱|削弱|变弱|更弱|弱化|软化|缓和|减轻)|(?:减弱|削弱|弱化|软化|缓和)(?:了)?[^,。]{{0,6}}(?:措辞|语气|动词|用语|用词|口气)|(?:更弱|弱化|软化|缓和)(?:了)?的(?:措辞|用词|动词|语气|{_PARAGRAPH})|(?:更|变|减)?[软弱](?:了|在|的)?(?:哪|什么|多少)|(?:哪些?|哪几|什么)[^,。]{{0,6}}(?:更[软弱]|变[软弱])",
        r"\b(?:weaker|weakened|softer|softened|watered down)\b",
    ),
    (
        "dropped",
        rf"(?<!减)少(?:了){_WHAT}|(?<!减)少{_WHAT}{_PARAGRAPH}|(?:{_TAKEN_OUT})(?:了)?[^,。]{{0,14}}{_WHAT}|(?:{_TAKEN_OUT})(?:了)?的{_PARAGRAPH}|(?:哪些|什么|哪几)(?:个)?{_PARAGRAPH}?(?:被)?(?:{_TAKEN_OUT}|不见了|没有了|取消)|不再(?:有|出现|提){_WHAT}|没有保留",
        r"\b(?:dropped|deleted|removed|left out|omitted|omits?|lacks?|missing from)\b|\bno longer\b",
    ),
    (
        "added",
        rf"(?:多(?:出来|出)?|新增(?:加)?|增加|增添|添加|加入|增列|补充|(?<!参)加(?:上|进)?){_WHAT}|(?:新增|新加|增加|多出来|多出|添加)(?:了)?的{_PARAGRAPH}|(?:哪些|什么|哪几)(?:个)?{_PARAGRAPH}?(?:是)?(?:新的|新增|新加|增加|多出来)|有(?:什么|哪些|何|啥)新(?:增|加|的|内容|东西)",
        r"\b(?:added|adds?|new paragraphs?|additional paragraphs?|additions?)\b",
    ),
    (
        "changes",
        r"(?:变化|变动|改动|变更|演变|修改|修订|改变|改了|变了)",
        r"\b(?:chang(?:e|es|ed)|evol(?:ve|ved|ution)|revis(?:ed|ions?)|amend(?:ed|ments?))\b",
    ),
)  # fmt: skip
_OVER_SESSIONS = re.compile(
    r"系列|历届|历次|历年|各届|逐届|逐年|一届(?:一|比一)届|\bseries\b|\bover the (?:years|sessions)\b|\bfrom (?:session to session|year to year)\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"(?<![对相])比(?![较对照])|\bthan\b|\bcompared (?:with|to)\b")
_BETWEEN = re.compile(
    r"(?:两|二|这两|那两)(?:份|个|项|者)|前后|\bboth\b|\bthe two\b", re.IGNORECASE
)
_WHAT_CHANGED = re.compile(
    r"有(?:了|过)?(?:什么|哪些|何|啥)(?:变化|变动|改动|变更|修改)|(?:变|改)了(?:什么|哪些|啥)|what (?:has |was )?changed",
    re.IGNORECASE,
)
# 手语教学那两份, 124/902比123/902硬在哪: what they are about says nothing more of them.
_THOSE_TWO = re.compile(r"^[^,。?]{2,24}?(?:这|那)(?:两|二)(?:份|个|项)(?:决议)?[,:、]?")
# 多几段, 多几个脚注: a difference of counts, not what was added.
_HOW_MANY = re.compile(r"[多少](?:了|出)?(?:几|多少)(?:个|条)?(?:脚注|注|段)")
_SEVERAL = 2


def decide_comparison(base: Question, reading: Reading) -> Question | None:
    """A question about what changed, was added, dropped or said more strongly.

    It is about two resolutions, or about a series; ``attribute`` says what of the comparison is
    asked for, and ``symbols`` come with the one that is compared against first.
    """
    found = _aspect(reading.rest)
    if base.places or base.target is not None or _HOW_MANY.search(reading.rest):
        return None
    over_sessions = _OVER_SESSIONS.search(reading.folded)
    if found is None:
        return None
    aspect, cue = found
    several = len(base.symbols) >= _SEVERAL or over_sessions or _between(reading.folded)
    about_several = several or (len(base.symbols) == 1 and _WHAT_CHANGED.search(reading.rest))
    if not about_several:
        return None
    named_two = _THOSE_TWO.match(reading.rest) if len(base.symbols) == _SEVERAL else None
    left = blank(
        reading.rest,
        [Span(*m.span()) for m in (cue, over_sessions, named_two) if m is not None],
    )
    others = {term.word for term in content_terms(left, reading.lang)}
    terms = tuple(term for term in base.terms if term.word in others and _says_more(term.word))
    if any(term.naming or term.noun for term in terms):
        return None
    return replace(
        base,
        intent="compare",
        attribute="series" if over_sessions and aspect == "changes" else aspect,
        symbols=_ordered(base.symbols, reading.folded),
        terms=(),
    )


def _between(folded: str) -> bool:
    return bool(_BETWEEN.search(folded)) or bool(find_cue("compare", folded))


def _says_more(word: str) -> bool:
    return not re.fullmatch(
        rf"{_PARAGRAPH}|语气|动词|用词|用语|口气|表述|paragraphs?|wording", word
    )


def _aspect(text: str) -> tuple[str, re.Match[str]] | None:
    for name, *patterns in _ASPECTS:
        for pattern in patterns:
            if match := re.search(pattern, text, re.IGNORECASE):
                return name, match
    return None


def _ordered(symbols: tuple[str, ...], folded: str) -> tuple[str, ...]:
    """The older one first; in 甲比乙多了什么 it is 乙 that is compared against."""
    mentions = [m for m in find_symbols(folded) if m.symbol in symbols]
    if len(symbols) == _SEVERAL and len(mentions) == _SEVERAL:
        between = folded[mentions[0].span.end : mentions[1].span.start]
        if _THAN.search(between):
            return symbols[::-1] if symbols[0] == mentions[0].symbol else symbols
    return tuple(sorted(symbols, key=lambda symbol: session_of(symbol) or 0))

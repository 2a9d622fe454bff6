"""Which resolutions the words for earlier ones mean: 刚才那份, 第一个决议, 前一年那份, 它们."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from assistant.questions.turns import Turn, current, latest, mentioned, of_same_item
from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.kinship import part_of, same, with_part
from assistant.text.numerals import parse_numeral
from assistant.text.symbols import session_of
from assistant.types import Summary


class Told(NamedTuple):
    """What words for earlier resolutions are read by."""

    text: str  # the folded question
    turns: tuple[Turn, ...]  # one or more
    catalogue: tuple[Summary, ...]


_EARLIER = r"(?:刚才|刚刚|方才|之前|先前|前面|上面|早先|此前|以前|前|上)"
_SAID = (
    r"(?:(?:你|我|我们|咱们)?(?:所)?(?:已经?)?(?:说|提|问|讲|谈|看|聊|查|列)(?:到|及|过|的|起|出)*)"
)
_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_ONE = r"(?:个|份|项|篇)(?:联大|大会)?(?:决议|文件)"
# 刚才那个 names a resolution where nothing else follows that it could be one of.
_ONE_OR_BARE = (
    r"(?:个|份|项|篇)(?:联大|大会)?(?:决议|文件)?"
    r"(?=$|[\s,。?!比和跟与同呢吗的说讲写有是在请又还也里中决定规对什哪]|决定|要求)"
)
_PAST_SERIES = r"(?<![0-9A-Za-z议号它该份])"  # 75/45之前的那份 is of its series

_LATEST = re.compile(
    rf"{_PAST_SERIES}(?P<how>刚才|刚刚|方才|之前|先前|前面|上面|早先|此前|以前)"
    rf"(?:{_SAID}(?:那|这)?(?:一)?{_ONE_OR_BARE}|{_SAID}(?:的)?(?:决议|文件)"
    rf"|的?(?:那|这)(?:一)?{_ONE_OR_BARE}|的(?:决议|文件))"
    r"|(?<!第)(?P<before>上|前)一{one}"
    r"|\b(?:the |that )(?P<en>previous|earlier|former|last|prior) (?:one|resolution)\b"
    r"|\b(?:the|that) (?:one|resolution) (?P<en_how>before|earlier|above|(?:we |you |i )?(?:just |already )?"
    r"(?:mentioned|discussed|asked about|talked about|looked at))(?: that| this| it| earlier| before)?".replace(
        "{one}", _ONE_OR_BARE
    ),
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"(?<![是哪])第(?P<n>{_NUMBER}){_ONE_OR_BARE}"
    rf"|(?P<first>最(?:初|早|开始|先){_SAID}(?:那|这)?(?:一)?{_ONE_OR_BARE})"
    rf"|(?P<last>最后(?:那)?(?:一)?(?:个|份|项|篇)(?:决议|文件))"
    r"|\bthe (?P<word>first|second|third|fourth|fifth|last) (?:one|resolution)\b",
    re.IGNORECASE,
)
_WORDS = ("first", "second", "third", "fourth", "fifth")
_NEWER = re.compile(
    r"(?:更|较|最|比较)?(?P<age>新|旧|早|晚|老)(?:一点|一些|些)?的?(?:那|这)(?:一)?(?:个|份|项|篇)(?:决议|文件)?"
    r"|\bthe (?P<en>newer|later|latest|newest|older|earlier|oldest|earliest) (?:one|of the two)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"(?:{_EARLIER}{_SAID}?的?|上述)?(?:这|那)?(?<!第)(?:(?P<two>两|二|2)|(?P<some>几|些|三|四|五|[3-9]))"
    r"(?:个|份|项|篇)(?:联大|大会)?(?:决议|文件)|(?P<pronoun>它们|他们(?=有|的|之间)|(?:这|那)?(?:两者|二者|两个|两份)(?=$|[\s,。?有的之都哪谁呢吗在分]))"
    r"|\b(?:both|the two|these two|those two)(?: of them)?(?: resolutions| of those)?\b(?! paragraphs)|\b(?:they|them|these resolutions|those resolutions)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:(?:前|上)一(?:年|届)(?:会议)?|去年)的?(?:那|这)?(?:一)?(?:个|份|项|篇)(?:决议)?"
    r"|\b(?:the one|that|the resolution) (?:of|from) (?:the year before|the previous (?:year|session))\b",
    re.IGNORECASE,
)
# Parts of one resolution: B … A的呢, A部分.
_PART = re.compile(
    r"^(?:那么?|换成|and |what about )?(?:part )?(?P<part>[A-Z])(?:部分|(?=[的呢?]|$))"
)
_FORMER = re.compile(r"(?P<former>前者|\bthe former\b)|后者|\bthe latter\b", re.IGNORECASE)
_COMPARES = re.compile(
    r"比(?!如)|不同|区别|差别|差异|相同|一样|异同|多了|少了|\b(?:compar\w+|differ\w*|than|same)\b",
    re.IGNORECASE,
)
# After a paragraph was shown that is the paragraph before it.
_PARAGRAPH_BEFORE = re.compile(
    r"^[上前]一个$|\bprevious one$|\bone before(?: it| that| this)?$", re.IGNORECASE
)
_TWO = 2


def _unnamed(symbols: Iterable[str], text: str) -> tuple[str, ...]:
    spoken = {mention.symbol for mention in find_asked_symbols(text)}
    return tuple(s for s in symbols if not any(same(s, one) for one in spoken))


def _one_meant(match: re.Match[str], told: Told) -> tuple[str, ...]:
    """刚才那份, the previous one: another than the one that is spoken of, where there is one."""
    text, turns, _ = told
    of_paragraphs = turns[-1].question.intent == "paragraph" and not _COMPARES.search(text)
    if of_paragraphs and _PARAGRAPH_BEFORE.search(match.group()):
        return ()
    known = _unnamed(latest(turns), text)
    now = current(turns)
    just = match["how"] in ("刚才", "刚刚", "方才", "上面") or re.search(
        "mention|discuss|ask|talk|look|above", match["en_how"] or "", re.IGNORECASE
    )
    named = len(known) < len(latest(turns))
    if named or (just and not _COMPARES.search(text)):
        return known[:1]
    return tuple(s for s in known if s not in now)[:1] or known[:1]


def _choice(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """What 第二份 counts: the resolutions spoken of since a list was shown, else those of the list,
    where there are several."""
    after = 0
    for at, turn in enumerate(turns):
        if len(turn.listed) > 1 and (not turn.question.symbols or turn.question.intent == "series"):
            after = at + 1
    spoken = mentioned(turns[after:])
    return turns[after - 1].listed if after and len(spoken) < _TWO else spoken


def _nth_meant(match: re.Match[str], told: Told) -> tuple[str, ...]:
    """第一个决议: of those that were listed last, else of those spoken of."""
    known = _choice(told.turns)
    word = (match["word"] or "").lower()
    if match["last"] or word == "last":
        return known[-1:]
    n = 1 if match["first"] else _WORDS.index(word) + 1 if word else parse_numeral(match["n"])
    return known[n - 1 : n] if n else ()


def _newer_meant(match: re.Match[str], told: Told) -> tuple[str, ...]:
    known = _choice(told.turns)
    if len(known) < _TWO:  # of the one spoken of, those of other sessions
        known = tuple(s.symbol for s in of_same_item(known, told.catalogue))
    if len(known) < _TWO:
        return ()
    by_age = sorted(known, key=lambda symbol: session_of(symbol) or 0)
    is_new = match["age"] in ("新", "晚") or (match["en"] or "").lower().startswith(("new", "la"))
    return (by_age[-1] if is_new else by_age[0],)


def _several_meant(match: re.Match[str], told: Told) -> tuple[str, ...]:
    turns = told.turns
    if find_asked_symbols(told.text):
        return ()
    now = current(turns)
    if match["some"]:
        known = (now, turns[-1].listed, mentioned(turns))
        return next((several for several in known if len(several) > 1), ())
    pair = now if len(now) > 1 else tuple(reversed(latest(turns)[:_TWO]))
    return pair if len(pair) > 1 else ()


def _former_meant(match: re.Match[str], told: Told) -> tuple[str, ...]:
    now, turns = current(told.turns), told.turns
    pair = now if len(now) == _TWO else tuple(reversed(latest(turns)[:_TWO]))
    if len(pair) < _TWO:
        return ()
    return pair[:1] if match["former"] else pair[-1:]


def _of_the_year_before(_match: re.Match[str], told: Told) -> tuple[str, ...]:
    """前一年那份: of the item spoken of, the resolution of the session before."""
    now = current(told.turns)
    sessions = {session_of(symbol) for symbol in now}
    if len(sessions) != 1 or (session := sessions.pop()) is None:
        return ()
    return tuple(s.symbol for s in of_same_item(now, told.catalogue) if s.session == session - 1)


def _part_meant(match: re.Match[str], told: Told) -> tuple[str, ...]:
    """A的呢 after a part of a resolution: the other part."""
    wholes = {part_of(symbol) for symbol in current(told.turns)}
    whole = wholes.pop() if len(wholes) == 1 else None
    return () if whole is None else (with_part(whole, match["part"]),)


# What names earlier resolutions, and which those are.
MEANT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Told], tuple[str, ...]]], ...] = (
    (_SEVERAL, _several_meant),
    (_FORMER, _former_meant),
    (_YEAR_BEFORE, _of_the_year_before),
    (_LATEST, _one_meant),
    (_ORDINAL, _nth_meant),
    (_NEWER, _newer_meant),
    (_PART, _part_meant),
)

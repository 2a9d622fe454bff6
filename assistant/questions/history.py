"""The turns of a conversation, and what the words for earlier ones mean: 刚才那份, 第一个决议.

Such words are replaced by the symbol or place that they stand for, and the question is then read
like any other. What was asked is never repeated: only slots and what answers showed are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.questions.places import find_places
from assistant.text.kinship import same
from assistant.text.numerals import parse_numeral
from assistant.text.symbols import find_symbols, session_of
from assistant.types import Question

LONGEST = 20  # turns that are kept of a conversation


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation, and what its answer showed."""

    question: Question
    shown: tuple[str, ...] = ()  # keys of the paragraphs cited, in the answer's order
    listed: tuple[str, ...] = ()  # the resolutions they are of, or that it asked to choose from

    @property
    def focus(self) -> tuple[str, ...]:
        """The resolutions spoken of: those the question is about, else the one that answered."""
        if self.question.symbols:
            return self.question.symbols
        return self.listed if len(self.listed) == 1 else ()


@dataclass(frozen=True, slots=True)
class Said:
    """A folded question in which symbols and places stand for the words that meant them."""

    text: str
    named: tuple[str, ...] = ()  # slots that were filled so: symbols, places
    again: Turn | None = None  # the turn that the question goes back to
    returning: bool = False  # 回到75/45: what was asked about it is asked again


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
_FORMER = re.compile(r"(?P<former>前者|\bthe former\b)|后者|\bthe latter\b", re.IGNORECASE)
_THAT_PARAGRAPH = re.compile(
    r"(?<![0-9a-z])(?:刚才|上面)?(?:的)?(?:这|那|该|此)(?:一|几|些|两)?(?:个)?段(?:话|文字|落)?(?![时期])"
    r"|\b(?:this|that|these|those) (?:paragraphs?|passages?)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"(?:(?P<at>第{_NUMBER}|最初|最开始|最先|开头|{_EARLIER}(?:一)?)(?:的|那|这)*(?:个|一个)?(?:问题|提问))"
    r"|(?P<same>(?:用)?(?:同样|相同|同一个?)的?(?:问题|问法|段号))"
    r"|(?P<repeat>(?:再|重新)(?:说|答|讲|问|回答|来)一(?:遍|次)|重复一(?:遍|下|次)|\b(?:say|repeat) (?:that|it|this)(?: again)?\b|^repeat$|\bonce more\b)"
    r"|\bthe (?P<en>first|previous|last|earlier) question\b|\bthe same (?P<same_en>question|thing|for|of)\b",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"(?:再|还是|我们|咱们|现在)*(?:回到|回过头来?(?:再)?(?:看看?|说说?)?|绕?回去(?:看|说)|说回(?:到)?|接着(?:看|说)回?)|\b(?:(?:let'?s |let us )?(?:go(?:ing)? back|back|return(?:ing)?) to)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"比(?!如)|不同|区别|差别|差异|相同|一样|异同|多了|少了|\b(?:compar\w+|differ\w*|than|same)\b",
    re.IGNORECASE,
)
# After a paragraph was shown that is the paragraph before it.
_PARAGRAPH_BEFORE = re.compile(r"^[上前]一个$|\bprevious one$", re.IGNORECASE)
_TWO = 2
_PARAGRAPHS_MEANT = 10  # a longer list is no "that paragraph"


def refer(folded: str, turns: tuple[Turn, ...]) -> Said:
    """Replace the words of a folded question that speak of earlier turns by what they mean.

    Words that mean nothing here (第一个决议, with nothing said before) are left as they are.
    """
    if not turns:
        return Said(folded)
    again, text = _question_meant(folded, turns)
    text, returning = _cut(_RETURN, text)
    named: list[str] = []
    for pattern, meant in _MEANT:
        if (match := pattern.search(text)) and (symbols := meant(match, text, turns)):
            text = _put(text, match, " ".join((*_joined(symbols, text),)))
            named.append("symbols")
    if (match := _THAT_PARAGRAPH.search(text)) and (found := _paragraphs(text, turns)):
        symbol, places = found
        spoken = find_symbols(text)
        words = ("" if spoken else f"{symbol} ") + "、".join(places)
        text = _put(text, match, words)
        named.extend(("places",) if spoken else ("symbols", "places"))
    return Said(text.strip(), tuple(dict.fromkeys(named)), again, returning)


def mentioned(turns: Iterable[Turn]) -> tuple[str, ...]:
    """The resolutions that were spoken of, in the order of their first mention."""
    return tuple(dict.fromkeys(symbol for turn in turns for symbol in turn.focus))


def latest(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """The resolutions spoken of, the last one first."""
    return tuple(dict.fromkeys(s for turn in reversed(turns) for s in reversed(turn.focus)))


def current(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """The resolutions that the conversation is about now."""
    return next((turn.focus for turn in reversed(turns) if turn.focus), ())


def _put(text: str, match: re.Match[str], words: str) -> str:
    return f"{text[: match.start()]} {words} {text[match.end() :]}"


def _joined(symbols: tuple[str, ...], text: str) -> tuple[str, ...]:
    between = "和" if re.search("[㐀-鿿]", text) else "and"
    return tuple(w for symbol in symbols for w in (between, symbol))[1:]


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    match = pattern.search(text)
    return (text, False) if match is None else (_put(text, match, "").strip(), True)


def _question_meant(folded: str, turns: tuple[Turn, ...]) -> tuple[Turn | None, str]:
    """The turn that is asked again, 第一个问题, and what is left of the words."""
    match = _AGAIN.search(folded)
    if match is None:
        return None, folded
    at = match["at"] or match["en"] or ""
    number = re.search(_NUMBER, at) if at.startswith("第") else None
    n = parse_numeral(number.group()) if number else None
    if n is not None:
        turn = turns[n - 1] if 0 < n <= len(turns) else None
    elif at.startswith(("最", "开头")) or at == "first":
        turn = turns[0]
    else:
        turn = turns[-1]
    return (None, folded) if turn is None else (turn, _put(folded, match, "").strip())


def _unnamed(symbols: Iterable[str], text: str) -> tuple[str, ...]:
    spoken = {mention.symbol for mention in find_symbols(text)}
    return tuple(s for s in symbols if not any(same(s, one) for one in spoken))


def _one_meant(match: re.Match[str], text: str, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """刚才那份, the previous one: another than the one that is spoken of, where there is one."""
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
        if len(turn.listed) > 1 and not turn.question.symbols:
            after = at + 1
    spoken = mentioned(turns[after:])
    return turns[after - 1].listed if after and len(spoken) < _TWO else spoken


def _nth_meant(match: re.Match[str], _text: str, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """第一个决议: of those that were listed last, else of those spoken of."""
    known = _choice(turns)
    word = (match["word"] or "").lower()
    if match["last"] or word == "last":
        return known[-1:]
    n = 1 if match["first"] else _WORDS.index(word) + 1 if word else parse_numeral(match["n"])
    return known[n - 1 : n] if n else ()


def _newer_meant(match: re.Match[str], _text: str, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    known = _choice(turns)
    if len(known) < _TWO:
        return ()
    by_age = sorted(known, key=lambda symbol: session_of(symbol) or 0)
    is_new = match["age"] in ("新", "晚") or (match["en"] or "").lower().startswith(("new", "la"))
    return (by_age[-1] if is_new else by_age[0],)


def _several_meant(match: re.Match[str], text: str, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    if find_symbols(text):
        return ()
    now = current(turns)
    if match["some"]:
        known = (now, turns[-1].listed, mentioned(turns))
        return next((several for several in known if len(several) > 1), ())
    pair = now if len(now) > 1 else tuple(reversed(latest(turns)[:_TWO]))
    return pair if len(pair) > 1 else ()


def _former_meant(match: re.Match[str], _text: str, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    now = current(turns)
    pair = now if len(now) == _TWO else tuple(reversed(latest(turns)[:_TWO]))
    if len(pair) < _TWO:
        return ()
    return pair[:1] if match["former"] else pair[-1:]


# What names earlier resolutions, and which those are.
_MEANT = (
    (_SEVERAL, _several_meant),
    (_FORMER, _former_meant),
    (_LATEST, _one_meant),
    (_ORDINAL, _nth_meant),
    (_NEWER, _newer_meant),
)


def _paragraphs(text: str, turns: tuple[Turn, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The paragraphs of one resolution that the last answer showed, as readers write them."""
    keys = [key.partition("#") for key in turns[-1].shown]
    symbols = {symbol for symbol, _, _ in keys}
    if len(symbols) != 1 or len(keys) > _PARAGRAPHS_MEANT or find_places(text):
        return None
    places = tuple(dict.fromkeys(place.replace("~", "") for _, _, place in keys))
    readable = all(found.places == (p,) for p in places for found in find_places(p)[:1])
    return (symbols.pop(), places) if readable and all(map(find_places, places)) else None

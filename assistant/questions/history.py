"""Questions that speak of earlier turns of their conversation: 刚才那份, 那一段, 回到第一个问题.

Such words are replaced by the symbol or place that they stand for, and the question is then read
like any other. What was asked is never repeated: only slots and what answers showed are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.questions.earlier import MEANT, Told
from assistant.questions.places import find_places
from assistant.questions.selection import find_selection
from assistant.questions.turns import LONGEST, Turn, current, latest, mentioned
from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.numerals import parse_numeral
from assistant.types import Summary

__all__ = ["LONGEST", "Said", "Turn", "current", "latest", "mentioned", "refer"]


@dataclass(frozen=True, slots=True)
class Said:
    """A folded question in which symbols and places stand for the words that meant them."""

    text: str
    named: tuple[str, ...] = ()  # slots that were filled so: symbols, places
    again: Turn | None = None  # the turn that the question goes back to
    returning: bool = False  # 回到75/45: what was asked about it is asked again
    narrows: bool = False  # 只看第三委员会的: of the resolutions chosen before


_EARLIER = r"(?:刚才|刚刚|方才|之前|先前|前面|上面|早先|此前|以前|前|上)"
_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
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
_LEFT_OUT = re.compile(r"的(?:呢|有哪些)?[??。]*$")
_RETURN = re.compile(
    r"(?:再|还是|我们|咱们|现在)*(?:回到|回过头来?(?:再)?(?:看看?|说说?)?|绕?回去(?:看|说)|说回(?:到)?|接着(?:看|说)回?)|\b(?:(?:let'?s |let us )?(?:go(?:ing)? back|back|return(?:ing)?) to)\b",
    re.IGNORECASE,
)
_PARAGRAPHS_MEANT = 10  # a longer list is no "that paragraph"


def refer(folded: str, turns: tuple[Turn, ...], catalogue: tuple[Summary, ...] = ()) -> Said:
    """Replace the words of a folded question that speak of earlier turns by what they mean.

    ``catalogue`` is what is held, for resolutions of the same item. Words that mean nothing here (第一个决议, with nothing said before) are left as they are.
    """
    if not turns:
        return Said(folded)
    again, text = _question_meant(folded, turns)
    text, returning = _cut(_RETURN, text)
    text, narrows = _of_resolutions(text, turns)
    named: list[str] = []
    for pattern, meant in MEANT:
        match = pattern.search(text)
        if match and (symbols := meant(match, Told(text, turns, catalogue))):
            text = _put(text, match, " ".join((*_joined(symbols, text),)))
            named.append("symbols")
    match = _THAT_PARAGRAPH.search(text)
    if match and not _two_of_one(match, turns) and (found := _paragraphs(text, turns)):
        symbol, places = found
        spoken = find_asked_symbols(text)
        words = ("" if spoken else f"{symbol} ") + "、".join(places)
        text = _put(text, match, words)
        named.extend(("places",) if spoken else ("symbols", "places"))
    return Said(text.strip(), tuple(dict.fromkeys(named)), again, returning, narrows)


def _two_of_one(match: re.Match[str], turns: tuple[Turn, ...]) -> bool:
    """这两段 after one paragraph: with the one before, for ``paragraph_pairs`` to find."""
    return "两" in match.group() and len(turns[-1].shown) <= 1


def _of_resolutions(text: str, turns: tuple[Turn, ...]) -> tuple[str, bool]:
    """只看第三委员会的, 2060年以后的: where resolutions were chosen, resolutions are left out."""
    if turns[-1].question.symbols or not _LEFT_OUT.search(text):
        return text, False
    whole = _LEFT_OUT.sub("的决议", text)
    return (whole, True) if find_selection(whole) else (text, False)


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


def _paragraphs(text: str, turns: tuple[Turn, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The paragraphs of one resolution that the last answer showed, as readers write them."""
    keys = [key.partition("#") for key in turns[-1].shown]
    symbols = {symbol for symbol, _, _ in keys}
    if len(symbols) != 1 or len(keys) > _PARAGRAPHS_MEANT or find_places(text):
        return None
    places = tuple(dict.fromkeys(place.replace("~", "") for _, _, place in keys))
    readable = all(found.places == (p,) for p in places for found in find_places(p)[:1])
    return (symbols.pop(), places) if readable and all(map(find_places, places)) else None

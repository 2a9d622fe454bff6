"""Two paragraphs compared in a conversation: 和刚才那个比, 措辞一样吗, after each was shown."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.turns import Turn
from assistant.text.normalise import fold
from assistant.text.symbols import find_symbols
from assistant.types import Question

# 和刚才那份比: the resolutions are meant, not the paragraphs shown of them.
_OF_RESOLUTIONS = re.compile(
    r"决议|文件|[这那两]份|整[份个篇]|全文|\b(?:resolutions?|documents?)\b", re.IGNORECASE
)
_OF_COMPARING = re.compile(
    r"措辞|用词|用语|文字|内容|表述|一样|相同|不同|区别|差别|差异|变化|写法|说法|刚才|\bwording\b"
)


def pair_meant(question: Question, turns: tuple[Turn, ...]) -> Question | None:
    """``question`` about the two paragraphs shown last, where it compares and names nothing else.

    Its resolutions may only have been put for words like 刚才那个.
    """
    if question.intent != "compare" or question.attribute not in (None, "changes") or not turns:
        return None
    own = question.verbs or question.addressees or question.places or question.directive
    if own or find_symbols(fold(question.text).text) or _OF_RESOLUTIONS.search(question.text):
        return None
    if any(not _OF_COMPARING.search(term.word) for term in question.terms):
        return None
    last = _paragraph(turns[-1])
    known = (key for turn in reversed(turns[:-1]) if (key := _paragraph(turn)) and key != last)
    before = next(known, None)
    if last is None or before is None:
        return None
    return replace(
        question,
        symbols=tuple(dict.fromkeys((before[0], last[0]))),
        places=(before[1], last[1]),
        session=None,
        attribute=None,
        terms=(),
        dangling=False,
        carried=("symbols", "places"),
    )


def _paragraph(turn: Turn) -> tuple[str, str] | None:
    """The one paragraph that a turn was about, as symbol and place."""
    if turn.question.intent != "paragraph" or len(turn.focus) != 1:
        return None
    if len(turn.question.places) == 1 and "-" not in turn.question.places[0]:
        return turn.focus[0], turn.question.places[0]
    keys = [key.partition("#") for key in turn.shown]
    return (keys[0][0], keys[0][2]) if len(keys) == 1 else None

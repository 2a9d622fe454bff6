"""What the items of a list are asked: 请秘书长：(a)向大会第七十六届会议提出报告；.

An item has no verb of its own. The act that leads to it, the last one of the paragraph above,
lends it verb and addressees; what it sets and asks for is read of its own words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.parsing import deadlines
from assistant.parsing.english import deadlines as english_deadlines
from assistant.parsing.english.words import words_of
from assistant.text.normalise import fold
from assistant.types import Clause, Deadline, Lang, Span

_QUOTED = re.compile("“[^“”]*”|《[^《》]*》")
_BLOT = "\ufffc"
_ASKING = frozenset({"directive", "decision"})


def act_of_item(lead: Clause, text: str, lang: Lang) -> Clause | None:
    """The act that an item of the words ``text`` is, under the act ``lead``.

    Its span and object are of the item's text, its verb's span and its addressees' those of the
    paragraph above. None where the lead asks and decides nothing, or the item neither sets a time
    nor names what is to be made.
    """
    if lead.family not in _ASKING:
        return None
    due, made = _set_by(text, lang)
    if not due and not made:
        return None
    whole = Span(0, len(text.rstrip("；;。.，, ")))
    return replace(lead, span=whole, object=whole, mentioned=(), deliverables=made, deadlines=due)


def _set_by(text: str, lang: Lang) -> tuple[tuple[Deadline, ...], tuple[str, ...]]:
    if lang == "en":
        words = words_of(text)
        all_of_it = Span(0, len(words.masked))
        due = english_deadlines.deadlines_of(words, all_of_it, 0)
        return due, english_deadlines.deliverables_of(words.masked, all_of_it)
    folded = fold(text)
    masked = _QUOTED.sub(lambda quoted: _BLOT * len(quoted.group()), folded.text)
    all_of_it = Span(0, len(masked))
    due = deadlines.deadlines_of(text, folded, masked, all_of_it)
    return due, deadlines.deliverables_of(masked, all_of_it)

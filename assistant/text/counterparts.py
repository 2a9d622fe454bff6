"""What an English question is called in Chinese texts, as far as tables of ours know."""

from __future__ import annotations

import re

from assistant.text.bodies import find_english_bodies
from assistant.text.glossary import english_terms

# NPT, ECOSOC and numbers stand in Chinese texts as they do in English ones.
_SAME_IN_BOTH = re.compile(r"\b[A-Z][A-Za-z.]*[A-Z]\b|[0-9]+")


def counterparts(question: str) -> str:
    """The Chinese words for a folded English question's terms and bodies, its abbreviations and
    numbers, joined by blanks; empty where the tables know none.

    >>> counterparts("Which treaty bans nuclear weapons since 2017?")
    '条约 核武器 2017'
    """
    terms = (wordings[0] for _, wordings in english_terms(question))
    bodies = (body.name for body in find_english_bodies(question))
    return " ".join(dict.fromkeys((*terms, *bodies, *_SAME_IN_BOTH.findall(question))))

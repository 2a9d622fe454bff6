"""The titles of treaties, declarations and programmes in an English text.

English prints no 《》: a title is told by its capitals. It is headed by a word of ``_HEADS``; the
capitalised words before it belong to it (Comprehensive Nuclear-Test-Ban Treaty), and those after
it, joined by small words (Treaty on the Non-Proliferation of Nuclear Weapons).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.text.bodies import find_english_bodies
from assistant.types import Span


@dataclass(frozen=True, slots=True)
class Title:
    """An instrument named in a text."""

    title: str  # in full, where the text has named it so before
    span: Span
    is_possessive: bool = False  # the Treaty's …: the instrument itself is not what is spoken of


_HEADS = frozenset(
    """
    Treaty Treaties Convention Conventions Charter Declaration Declarations Covenant Covenants
    Protocol Protocols Statute Agenda Agreement Agreements Compact Framework Strategy
    """.split()
)
# Headed by two words and a small one between.
_PHRASES = (
    ("Programme", "of", "Action"), ("Plan", "of", "Action"), ("Platform", "for", "Action"),
    ("Plan", "of", "Implementation"), ("Framework", "for", "Action"), ("Final", "", "Document"),
    ("Outcome", "", "Document"), ("Global", "", "Compact"),
)  # fmt: skip
# Alone, these stand for the title named before; the Charter is the one of the United Nations.
_SHORT = frozenset(
    "Treaty Convention Charter Declaration Covenant Protocol Statute Agreement Compact".split()
)
_THE_CHARTER = "Charter of the United Nations"
# What follows makes another thing of it: Treaty Organization, Convention secretariat.
_INSTITUTIONS = frozenset(
    """
    Organization Organisation Secretariat Committee Council Commission Body Bodies Series Fund
    Programme Centre Office Unit Meeting Conference Parties Review Group Association Day Week
    """.split()
)
_SMALL = frozenset("of on for in to the against from relating concerning".split())
_JOINING = frozenset({"and", "or"})
_ARTICLES = frozenset({"the", "a", "an"})
_NEEDS_TO = frozenset({"relating"})
_NO_TITLE_WORD = frozenset("The This That These Those Its Their Such Article Chapter".split())
_MOST_WORDS = 60  # of a title

_ANY_HEAD = re.compile(
    "|".join((*sorted(_HEADS), *(" ".join(filter(None, words)) for words in _PHRASES)))
)
_FIRST_WORDS = frozenset(words[0] for words in _PHRASES)
_TOKEN = re.compile(r"[^\W_](?:[\w/-]|'(?!s\b)|\.(?=\w))*|'s\b|\S")
_YEAR = re.compile(r"\d{1,4}(?:-\d{4})?")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words and stops of a text."""

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    bodies: frozenset[int]  # where an organ or group of states is named

    def word(self, at: int) -> str:
        """The word at ``at``, nothing outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_beside(self, at: int) -> bool:
        """Whether one blank and nothing else stands between this word and the one before."""
        return 0 < at < len(self.words) and self.spans[at].start == self.spans[at - 1].end + 1

    def is_capital(self, at: int) -> bool:
        """Whether the word may stand in a title by its own: capitalised, a year, a number."""
        word = self.word(at)
        return bool(word) and (word[0].isupper() or bool(_YEAR.fullmatch(word)))


def titles_in(text: str, after: int = 0) -> tuple[Title, ...]:
    """Every instrument named in a text, in text order.

    ``text`` has plain hyphens and apostrophes; before ``after`` stands the verb, whose capital is
    none of a title's. A short title (the Treaty) stands for the long one named before it.
    """
    if not _ANY_HEAD.search(text):  # most paragraphs; cutting them into words takes the time
        return ()
    tokens = _tokens(text)
    titles: list[Title] = []
    full: dict[str, str] = {}
    at = 0
    while at < len(tokens.words):
        head = _head_at(tokens, at)
        if not head or tokens.spans[at].start < after:
            at += 1
            continue
        begin = _begin(tokens, at, max(after, titles[-1].span.end if titles else 0))
        end = _end(tokens, head)
        title = _title(tokens, begin, end, head, full)
        if title is not None:
            titles.append(title)
            full.setdefault(tokens.word(at).rstrip("s"), title.title)
        at = end
    return tuple(titles)


def _tokens(text: str) -> _Tokens:
    found = list(_TOKEN.finditer(text))
    bodies = frozenset(body.span.start for body in find_english_bodies(text))
    return _Tokens(
        text, tuple(t.group() for t in found), tuple(Span(*t.span()) for t in found), bodies
    )


def _head_at(tokens: _Tokens, at: int) -> int:
    """Past the head that begins at ``at``, or 0 where none does."""
    for first, small, last in _PHRASES if tokens.words[at] in _FIRST_WORDS else ():
        words = (first, small, last) if small else (first, last)
        if tokens.words[at : at + len(words)] == words:
            return at + len(words)
    return at + 1 if tokens.words[at] in _HEADS else 0


def _begin(tokens: _Tokens, at: int, after: int) -> int:
    """Where the capitalised words right before a head begin: United Nations Millennium …."""
    least = max(0, at - _MOST_WORDS)
    while (
        at > least
        and tokens.is_beside(at)
        and tokens.is_capital(at - 1)
        and tokens.spans[at - 1].start >= after
        and tokens.word(at - 1) not in _NO_TITLE_WORD
        and not (tokens.word(at - 1)[0].isdigit() and len(tokens.word(at - 1)) != len("2030"))
    ):
        at -= 1
    return at


def _end(tokens: _Tokens, at: int) -> int:
    """Past the words that go on a title from ``at``, small words only with a capital after."""
    most = min(len(tokens.words), at + _MOST_WORDS)
    while at < most:
        following = _next(tokens, at)
        if following == at:
            break
        at = following
    return at


def _next(tokens: _Tokens, at: int) -> int:
    """Past the next piece of a title: a capital, small words with a capital, a list."""
    if tokens.is_beside(at) and tokens.is_capital(at):
        return at if tokens.word(at)[0].isdigit() and "-" not in tokens.word(at) else at + 1
    if tokens.word(at) == "(" and tokens.word(at + 2) == ")" and tokens.is_capital(at + 1):
        is_inside = tokens.word(at + 3) == "and" and tokens.is_capital(at + 4)
        return at + 3 if is_inside else at  # Bacteriological (Biological) and Toxin Weapons
    if tokens.word(at) == ",":
        return _past_a_list(tokens, at)
    word = tokens.word(at)
    if word in _JOINING or word in _SMALL:
        return _past_small_words(tokens, at)
    return at


def _past_small_words(tokens: _Tokens, at: int) -> int:
    """Past ``of the Child``, ``and Programme``; ``at`` where something else begins."""
    word, to = tokens.word(at), at + 1
    if word == "and" and tokens.word(to) in {"on", "of"}:  # and on Their Destruction
        to += 1
    if word in _NEEDS_TO:
        if tokens.word(to) != "to":
            return at
        to += 1
    if tokens.word(to) in _ARTICLES and word not in _JOINING:
        to += 1
    if not tokens.is_capital(to) or not tokens.is_beside(to):
        return at
    if tokens.word(to)[0].isdigit():
        is_date = word == "of" and tokens.is_capital(to + 1) and tokens.is_capital(to + 2)
        return to + 3 if is_date else at
    names_a_body = tokens.spans[to].start in tokens.bodies
    if names_a_body and word in {"and", "or", "to", "the", "for", "from"}:
        return at
    if word in _JOINING and _is_another_title(tokens, to):
        return at
    return to + 1


def _is_another_title(tokens: _Tokens, at: int) -> bool:
    """Whether capitalised words that end in a head begin here: and Vienna Convention on …."""
    if tokens.word(at) in _HEADS:
        return tokens.word(at) in _SHORT - {"Declaration"} and tokens.word(at + 1) in _SMALL
    for to in range(at + 1, at + _LONGEST_RUN):
        if not (tokens.is_beside(to) and tokens.is_capital(to)):
            return False
        if tokens.word(to) in _HEADS:
            return True
    return False


_LONGEST_RUN = 8  # capitalised words before a head
_LONGEST_LIST = 6


def _past_a_list(tokens: _Tokens, at: int) -> int:
    """Past ``, Production, Stockpiling and Use``: single words, closed by ``and``, in a title."""
    to = at
    for _ in range(_LONGEST_LIST):
        if tokens.word(to) != "," or not tokens.is_capital(to + 1):
            break
        if tokens.spans[to + 1].start in tokens.bodies:
            return at
        to += 2
    is_closed = tokens.word(to) in _JOINING and tokens.is_capital(to + 1)
    goes_on = tokens.word(to + 2) in _SMALL or (
        tokens.is_beside(to + 2) and tokens.is_capital(to + 2)
    )
    return to + 2 if to > at and is_closed and goes_on else at


def _title(tokens: _Tokens, begin: int, end: int, head: int, full: dict[str, str]) -> Title | None:
    if tokens.word(end - 1) in _INSTITUTIONS or tokens.word(head) in _INSTITUTIONS:
        return None
    span = Span(tokens.spans[begin].start, tokens.spans[end - 1].end)
    words = span.of(tokens.text)
    is_possessive = tokens.word(end) == "'s"
    if begin + 1 < end:
        return Title(words, span, is_possessive)
    if words not in _SHORT or not tokens.is_beside(begin):
        return None
    fallback = _THE_CHARTER if words == "Charter" else words
    return Title(full.get(words, fallback), span, is_possessive)

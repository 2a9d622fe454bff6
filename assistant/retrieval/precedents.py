"""Who used a phrase before: every paragraph that does, and those that come near, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.errors import InvalidFilter, InvalidQuestion
from assistant.library.index import Nearly
from assistant.library.library import Library
from assistant.library.wordings import Wording
from assistant.text.labels import paragraph_label
from assistant.text.wording import Phrase
from assistant.types import (
    Coverage,
    Lang,
    ParagraphKind,
    PhraseTally,
    Precedent,
    Precedents,
    Span,
)

LONGEST_PHRASE = 200  # characters
_SHORTEST = 2
# A masthead or the closing lines use no wording that anybody would follow.
_NO_PRECEDENT: frozenset[ParagraphKind] = frozenset({"meta", "end"})


@dataclass(frozen=True, slots=True)
class Use:
    """A paragraph that uses a phrase (``near`` is None), or comes near to it."""

    wording: Wording
    near: tuple[Span, int] | None = None  # where, and by how many characters it differs


@dataclass(frozen=True, slots=True)
class Uses:
    """Every use of a phrase: exact ones in document order, near ones by nearness."""

    phrase: Phrase
    exact: tuple[Use, ...]
    near: tuple[Use, ...]


def phrase_of(text: str) -> Phrase:
    """The phrase that a reader typed. Raises InvalidQuestion for one that cannot be looked for."""
    phrase = Phrase.of(text[: LONGEST_PHRASE * 2])
    if len(phrase.folded) < _SHORTEST or not phrase.tokens:
        raise InvalidQuestion(
            "要查的说法太短，请输入至少两个字。",
            "The phrase is too short to look for; type two characters or more.",
        )
    if len(phrase.folded) > LONGEST_PHRASE:
        raise InvalidQuestion(
            f"要查的说法太长，最多{LONGEST_PHRASE}个字符；请只输入其中的关键部分。",
            f"The phrase is too long; {LONGEST_PHRASE} characters at most. Type its key part.",
        )
    return phrase


def uses(phrase: Phrase, library: Library, symbols: frozenset[str] | None = None) -> Uses:
    """Every paragraph that uses ``phrase`` or comes near, read in the records: the index only
    proposes. ``symbols`` restricts it to these resolutions."""
    records = library.records
    changed = Nearly(phrase.changed_tokens, *phrase.characters_left)
    keys = library.paragraphs_having([phrase.tokens, phrase.in_order_tokens], nearly=changed)
    if symbols is not None:
        keys = [key for key in keys if key.partition("#")[0] in symbols]
    wordings: Iterable[Wording] = records.wordings.of(keys)
    if not phrase.is_chinese:
        # Chinese leads where it is held: second texts are in other languages.
        second = [
            wording
            for wording in records.wordings.companions().texts
            if (symbols is None or wording.symbol in symbols) and phrase.may_be_in(wording.text)
        ]
        wordings = sorted((*wordings, *second), key=lambda wording: wording.order)
    used_in, near_in = cache(phrase.used_in), cache(phrase.near)  # formulas are repeated
    exact: list[Use] = []
    near: list[Use] = []
    for wording in wordings:
        if wording.kind in _NO_PRECEDENT:
            continue
        if used_in(wording.text):
            exact.append(Use(wording))
        elif found := near_in(wording.text):
            near.append(Use(wording, found))
    near.sort(key=lambda use: (use.near[1] if use.near else 0, use.wording.order))
    return Uses(phrase, tuple(exact), tuple(near))


def is_used(words: str, library: Library) -> bool:
    """Whether any paragraph held has these very words."""
    phrase = Phrase.of(words)
    if not phrase.tokens:
        return False
    keys = library.paragraphs_having([phrase.tokens])
    return any(phrase.used_in(wording.text) for wording in library.records.wordings.of(keys))


def precedents(
    text: str,
    library: Library,
    *,
    limit: int = 20,
    cursor: str | None = None,
    lang: Lang = "zh",
) -> Precedents:
    """The precedents of a phrase, ``limit`` of them from ``cursor`` on, labelled in ``lang``.

    Raises InvalidQuestion for a phrase that cannot be looked for, and InvalidFilter for a cursor of
    an older state of the library.
    """
    phrase = phrase_of(text)
    generation = library.records.generation
    begin = _offset(cursor, generation)
    found = uses(phrase, library)
    everything = (*found.exact, *found.near)
    after = begin + limit
    following = f"{generation}-{after}" if after < len(everything) else None
    coverage = library.records.coverage()
    return collected(found, everything[begin:after], coverage, following, lang=lang)


def collected(
    found: Uses,
    shown: Sequence[Use],
    coverage: Coverage,
    following: str | None = None,
    *,
    lang: Lang = "zh",
) -> Precedents:
    """All uses counted, and those ``shown``; ``following`` is the cursor after them."""
    return Precedents(
        phrase=found.phrase.folded,
        exact=len(found.exact),
        near=len(found.near),
        resolutions=len({use.wording.symbol for use in found.exact}),
        by_session=by_session(found),
        by_kind=_tallies(found, lambda wording: wording.kind),
        by_verb=_by_frequency(_tallies(found, lambda wording: wording.verb)),
        earliest=first_of(found, lang),
        latest=last_of(found, lang),
        hits=tuple(precedent(use, found.phrase, lang) for use in shown),
        next=following,
        coverage=coverage,
    )


def precedent(use: Use, phrase: Phrase, lang: Lang = "zh") -> Precedent:
    """A use as it is shown, with the phrase's places in it, labelled in ``lang``."""
    wording = use.wording
    return Precedent(
        symbol=wording.symbol,
        paragraph=wording.place,
        label=paragraph_label(wording.symbol, wording.place, lang),
        kind=wording.kind,
        session=wording.session,
        lang=wording.lang,
        verb=wording.verb,
        match="near" if use.near else "exact",
        changes=use.near[1] if use.near else 0,
        text=wording.text,
        spans=(use.near[0],) if use.near else phrase.spans(wording.text),
        href=f"/resolutions/{wording.symbol}#{wording.place}",
    )


def by_session(found: Uses) -> tuple[PhraseTally, ...]:
    """How many paragraphs of each session use the phrase or come near, the earliest first."""
    tallies = _tallies(found, lambda w: None if w.session is None else str(w.session))
    return tuple(sorted(tallies, key=lambda t: -1 if t.name is None else int(t.name)))


def first_of(found: Uses, lang: Lang = "zh") -> Precedent | None:
    """The earliest exact use whose session is known."""
    first = next((use for use in found.exact if use.wording.session is not None), None)
    return precedent(first, found.phrase, lang) if first else None


def last_of(found: Uses, lang: Lang = "zh") -> Precedent | None:
    """The latest exact use whose session is known."""
    last = next((use for use in reversed(found.exact) if use.wording.session is not None), None)
    return precedent(last, found.phrase, lang) if last else None


def _tallies(found: Uses, name_of: Callable[[Wording], str | None]) -> tuple[PhraseTally, ...]:
    exact, near = (
        Counter(name_of(use.wording) for use in uses) for uses in (found.exact, found.near)
    )
    return tuple(PhraseTally(name, exact[name], near[name]) for name in {**exact, **near})


def _by_frequency(tallies: Sequence[PhraseTally]) -> tuple[PhraseTally, ...]:
    return tuple(sorted(tallies, key=lambda t: (-t.exact, -t.near, t.name or "")))


def _offset(cursor: str | None, generation: int) -> int:
    """Where the page begins; a cursor of an older state of the library could skip hits."""
    if cursor is None:
        return 0
    made_of, _, offset = cursor.partition("-")
    if made_of == str(generation) and offset.isascii() and offset.isdecimal():
        return int(offset)
    raise InvalidFilter(
        "这个 cursor 不是当前文库给出的（文库可能已变更）；请去掉 cursor，从第一页读起。",
        "This cursor was not given by the library as it is now, which may have changed. "
        "Leave it out and begin with the first page.",
    )

"""The resolutions of one item over the sessions, from what the texts say.

The rule, and why. An item comes back under the same title, so held resolutions of the same title
(spelling, session and year aside) are one series: ``same_title``. Of what is not held no title is
known but what a member says of it: *its resolutions … on <the title>* names it (``named``). Mostly
drafters recall the item's earlier resolutions without their title, one a session up to the last;
such a list belongs to the series unless a resolution of it is held under quite another title, or
the list is said to be about something else (``recalled``, inferred). An item may be renamed: held
resolutions of a member's list whose titles share most of their words belong too (``renamed``,
inferred), and so does a later one that lists a member so. What a member recalls besides (the
Charter's, another item's) stays out.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.errors import NotInLibrary
from assistant.library.mentions import Entry, Held, Mention
from assistant.library.records import Records
from assistant.retrieval.graph import library_position
from assistant.retrieval.reader_titles import titled_series
from assistant.retrieval.recitals import Recital, recitals
from assistant.text import kinship
from assistant.text.labels import label
from assistant.text.symbols import parse_symbol, session_of
from assistant.text.titles import likeness, pairs, renewed_key
from assistant.types import Lang, Series, SeriesMember, SeriesReason

RENAMED = 0.5  # likeness from which a recalled resolution is the item under another title
# As ``questions.scope`` reads a title out of a question: share of its words, and ahead of others.
TITLED, TITLED_MARGIN = 0.75, 0.1
_FEWEST_PAIRS = 3  # of characters, to tell a title by
_SHORTEST_TITLE = 6  # characters from which a title within other words names the item
_REASONS: tuple[SeriesReason, ...] = ("same_title", "named", "renamed", "recalled")


def series_of(records: Records, symbols: Iterable[str], *, lang: Lang = "zh") -> Series | None:
    """The series that the resolutions ``symbols`` belong to; None where nothing tells of it."""
    held = records.mentions.held()
    starts = [entry for symbol in symbols for entry in held.meant_by(symbol)]
    starts = starts or _listing(records, symbols, held)
    if not starts:
        return None
    members = _Members(records, held, lang)
    members.add_title(starts[-1].title)
    return members.series()


def series_around(records: Records, asked: str, *, lang: Lang = "zh") -> Series:
    """The series of a symbol in any written form, or of a title; labels in ``lang``, and titles of
    what is held in it. Raises NotInLibrary."""
    symbol = parse_symbol(asked)
    symbols = (symbol,) if symbol else titled(records, asked)
    found = series_of(records, symbols, lang=lang) if symbols else None
    if found is None:
        raise NotInLibrary(
            f"库中没有 {asked}，也没有哪份决议把它列为以往的决议；库中所收见 assistant list。",
            f"{asked} is not in the library, and nothing held lists it as an earlier resolution; "
            "assistant list shows what is held.",
        )
    return titled_series(found, records, lang)


def part_of_series(
    series: Series, which: str | None, symbols: tuple[str, ...]
) -> tuple[SeriesMember, ...]:
    """The ``first`` or ``last`` member, those ``earlier`` or ``later`` than one, or all."""
    members = series.members
    if which == "first":
        return members[:1]
    if which == "last":
        return members[-1:]
    if which is None or not symbols:
        return members
    at = next((i for i, m in enumerate(members) if kinship.same(m.symbol, symbols[0])), None)
    if at is None:
        return members
    return members[:at] if which == "earlier" else members[at + 1 :]


def titled(records: Records, words: str) -> tuple[str, ...]:
    """The resolutions of the one title that has these words of a question, in any order; none
    where two titles are as near."""
    by_key = records.mentions.held().by_title
    asked = frozenset(pair for word in words.split() for pair in pairs(renewed_key(word)))
    if renewed_key(words) in by_key:
        return by_key[renewed_key(words)]
    if len(asked) < _FEWEST_PAIRS or not by_key:
        return ()
    scored = sorted(((len(asked & pairs(key)) / len(asked), key) for key in by_key), reverse=True)
    if scored[0][0] < TITLED or (scored[1:] and scored[0][0] - scored[1][0] < TITLED_MARGIN):
        return ()
    return by_key[scored[0][1]]


def _listing(records: Records, symbols: Iterable[str], held: Held) -> list[Entry]:
    """The held resolutions that list one that is not as an earlier one of their item."""
    found = []
    for symbol in symbols:
        for recital in _recitals_of(records, records.mentions.of(kinship.spellings(symbol))):
            entry = held.by_symbol[recital.paragraph.symbol]
            names = _is_about(recital.subject, entry.title) or recital.is_succession
            if names and any(kinship.same(one.target, symbol) for one in recital.references):
                found.append(entry)
    return found


class _Members:
    """The members found so far. Held ones are read for those that they recall."""

    def __init__(self, records: Records, held: Held, lang: Lang) -> None:
        self._records = records
        self._held = held
        self._lang: Lang = lang
        self._found: dict[str, SeriesMember] = {}
        self._title = ""

    def add_title(self, title: str) -> None:
        """Begin with all of a title, and follow what they recall and what recalls them."""
        self._title = title
        fresh = list(self._held.by_title.get(renewed_key(title), ()))
        for symbol in fresh:
            self._add(symbol, "same_title", (f"{symbol}#META",))
        while fresh:
            before = set(self._found)
            for recital in _recitals_of(self._records, self._records.mentions.made_by(fresh)):
                self._read(recital)
            self._look_ahead(fresh)
            fresh = [s for s in self._found if s not in before and s in self._held.by_symbol]

    def series(self) -> Series:
        """The members, the oldest first."""
        members = tuple(self._found[s] for s in sorted(self._found, key=library_position))
        newest = [member.title for member in members if member.held and member.title]
        return Series(newest[-1] if newest else self._title, members, self._records.coverage())

    def _read(self, recital: Recital) -> None:
        """Take what a member's recital says of its own item."""
        own = self._held.by_symbol[recital.paragraph.symbol].title
        is_named = _is_about(recital.subject, own)
        if not is_named and not recital.is_succession:
            return
        known = {one.target: self._entry(one.target) for one in recital.references}
        others = [e for e in known.values() if e and not self._is_same_item(e, own)]
        if others and not is_named:
            return
        for reference in recital.references:
            entry = known[reference.target]
            reason: SeriesReason = "named" if is_named else "recalled"
            if entry is not None:
                if entry in others:
                    continue
                reason = "renamed"
            printed = reference.date.isoformat() if reference.date else None
            self._add(reference.target, reason, (recital.paragraph.key,), printed)

    def _look_ahead(self, members: Iterable[str]) -> None:
        """Take later resolutions that list a member, under a title that is much like its."""
        wanted = {s for member in members for s in kinship.spellings(kinship.key(member))}
        for recital in _recitals_of(self._records, self._records.mentions.of(wanted)):
            entry = self._held.by_symbol[recital.paragraph.symbol]
            is_own = recital.is_succession or _is_about(recital.subject, self._title)
            if is_own and likeness(entry.title, self._title) >= RENAMED:
                self._add(entry.symbol, "renamed", (recital.paragraph.key,))

    def _is_same_item(self, entry: Entry, title: str) -> bool:
        # Titles in two languages cannot be compared: what the recital says stands.
        speaks = entry.title.isascii() != title.isascii()
        return speaks or likeness(entry.title, title) >= RENAMED

    def _entry(self, symbol: str) -> Entry | None:
        meant = self._held.meant_by(symbol)
        return meant[0] if len(meant) == 1 else None

    def _add(
        self, symbol: str, reason: SeriesReason, evidence: tuple[str, ...], date: str | None = None
    ) -> None:
        entry = self._entry(symbol)
        name = entry.symbol if entry else symbol
        known = self._found.get(name)
        if known is not None:
            better = min(known.reason, reason, key=_REASONS.index)
            evidence = tuple(dict.fromkeys((*known.evidence, *evidence)))
            reason, date = better, known.date or date
        self._found[name] = SeriesMember(
            symbol=name,
            label=label(name, self._lang),
            held=entry is not None,
            reason=reason,
            inferred=reason in ("renamed", "recalled"),
            evidence=evidence,
            title=entry.title if entry else None,
            session=entry.session if entry else session_of(name),
            date=(entry.date if entry else None) or date,
        )


def _is_about(subject: str | None, title: str) -> bool:
    if subject is None:
        return False
    named, own = renewed_key(subject), renewed_key(title)
    contains = len(own) >= _SHORTEST_TITLE and own in named
    return contains or likeness(subject, title) >= RENAMED


def _recitals_of(records: Records, rows: Iterable[Mention]) -> list[Recital]:
    keys = dict.fromkeys(
        row.key for row in rows if row.invoked == "recalls" and row.kind == "resolution"
    )
    return [found for one in records.paragraphs(list(keys)) for found in recitals(one)]

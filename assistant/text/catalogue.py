"""What a library holds, prepared for the questions that name it: by symbol, session, day and title.

Made once for a state of the library: reading and preparing 5,000 resolutions takes longer than
answering a question.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - as in ``types``
from functools import cached_property

from assistant.text import kinship
from assistant.text.normalise import fold
from assistant.types import Coverage, Summary

_STEM = 3  # characters of a title that it is looked up by


@dataclass(frozen=True, slots=True)
class AnnexTitle:
    """What an annex is called: 种子保存行动计划."""

    title: str  # folded
    symbol: str
    place: str  # ANNEX, ANNEX2 …


class Catalogue(tuple[Summary, ...]):
    """Every resolution held, by session and number; and what their annexes are called."""

    annexes: tuple[AnnexTitle, ...] = ()
    generation: int | None = None  # of the library that it is of, where it is of one

    @classmethod
    def holding(cls, summaries: Iterable[Summary], annexes: Iterable[AnnexTitle]) -> Catalogue:
        """The catalogue of these resolutions and annexes."""
        catalogue = cls(summaries)
        catalogue.annexes = tuple(annexes)
        return catalogue

    @classmethod
    def of(cls, summaries: Iterable[Summary]) -> Catalogue:
        """The catalogue of these; one that is prepared already is taken as it is."""
        return summaries if isinstance(summaries, Catalogue) else cls(summaries)

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """All symbols, in order."""
        return tuple(summary.symbol for summary in self)

    @cached_property
    def by_symbol(self) -> Mapping[str, Summary]:
        """Each resolution by its symbol."""
        return {summary.symbol: summary for summary in self}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Where each resolution stands, by its symbol."""
        return {symbol: at for at, symbol in enumerate(self.symbols)}

    def annexes_called(self, title: str) -> tuple[AnnexTitle, ...]:
        """The annexes of this title, folded as it is."""
        return self._by_annex.get(title, ())

    @cached_property
    def paragraphs(self) -> int:
        """How many preambular and operative paragraphs they have."""
        return sum(summary.preambular + summary.operative for summary in self)

    @cached_property
    def coverage(self) -> Coverage:
        """How many there are, and of which sessions."""
        return Coverage(len(self), tuple(sorted(self._by_session)))

    def meant_by(self, symbol: str) -> tuple[str, ...]:
        """The symbols held that ``symbol`` means, see ``kinship.meant_by``; empty if none is."""
        if symbol in self.by_symbol:
            return (symbol,)
        return kinship.meant_by(symbol, self._by_root.get(kinship.root(symbol), ()))

    def of_session(self, session: int) -> tuple[str, ...]:
        """The resolutions of a session, in order."""
        return self._at(self._by_session.get(session, ()))

    def adopted_in(self, day: str) -> tuple[str, ...]:
        """Those adopted on a day, or in a month or year, in ISO 8601, in order."""
        begin = bisect_left(self._days, (day, -1))
        end = bisect_left(self._days, (day + "~", -1))  # after every digit and hyphen
        return self._at(sorted(at for _, at in self._days[begin:end]))

    def chosen(
        self,
        *,
        sessions: tuple[int | None, int | None] = (None, None),
        days: tuple[Date | None, Date | None] = (None, None),
        committee: str | None = None,
    ) -> Iterator[Summary]:
        """Those whose mastheads state all of it, in order. Both ends are included, None is open;
        what is not stated lies between no bounds."""
        kept: set[int] | None = None
        if sessions != (None, None):
            kept = self._both(kept, self._in_sessions(*sessions))
        if days != (None, None):
            kept = self._both(kept, self._in_days(*days))
        if committee is not None:
            kept = self._both(kept, self._by_committee.get(committee, ()))
        return (self[at] for at in (range(len(self)) if kept is None else sorted(kept)))

    def titled_in(self, text: str) -> Iterator[tuple[Summary, str]]:
        """The resolutions whose whole title stands in a folded text, in order, with the title
        folded."""
        found: set[int] = set()
        for stem in {text[at : at + _STEM] for at in range(len(text))}:
            for part in {stem[:length] for length in range(1, len(stem) + 1)}:
                found.update(at for at in self._by_stem.get(part, ()) if self.titles[at] in text)
        return ((self[at], self.titles[at]) for at in sorted(found))

    def titles_sharing(self, pairs: frozenset[str], least: float) -> dict[str, float]:
        """The resolutions whose titles have at least the share ``least`` of ``pairs``, by symbol.

        A title with that share has at least one of any ``1 - least`` of the pairs and one more: the
        rarest of them are looked up, and only the titles that have one are looked at.
        """
        spared = int((1 - least) * len(pairs) + 1e-9)
        having = [self._by_pair[pair] for pair in pairs if pair in self._by_pair]
        having.sort(key=len)
        absent = len(pairs) - len(having)
        seen = {at for one in having[: max(0, spared + 1 - absent)] for at in one}
        shared: Counter[int] = Counter()
        for one in having:
            shared.update(seen.intersection(one))
        shares = ((self[at].symbol, count / len(pairs)) for at, count in shared.items())
        return {symbol: share for symbol, share in shares if share >= least}

    def any_titled(self, form: re.Pattern[str]) -> bool:
        """Whether ``form`` is found in any folded title; looked for once for each form."""
        if form not in self._forms:
            self._forms[form] = any(form.search(title) for title in self.titles)
        return self._forms[form]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """All titles, folded, in order."""
        return tuple(fold(summary.title).text for summary in self)

    def title_of(self, symbol: str) -> str:
        """The title of a resolution held, folded."""
        return self._titles_by_symbol[symbol]

    # ── inside ───────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _titles_by_symbol(self) -> dict[str, str]:
        return dict(zip(self.symbols, self.titles, strict=True))

    @cached_property
    def _forms(self) -> dict[re.Pattern[str], bool]:
        return {}

    def _at(self, positions: Iterable[int]) -> tuple[str, ...]:
        return tuple(self[at].symbol for at in positions)

    @staticmethod
    def _both(kept: set[int] | None, more: Collection[int]) -> set[int]:
        return set(more) if kept is None else kept.intersection(more)

    def _in_sessions(self, first: int | None, last: int | None) -> list[int]:
        return [
            at
            for session, positions in self._by_session.items()
            if (first is None or session >= first) and (last is None or session <= last)
            for at in positions
        ]

    def _in_days(self, first: Date | None, last: Date | None) -> list[int]:
        begin = bisect_left(self._days, (first.isoformat(), -1)) if first else 0
        end = bisect_right(self._days, (last.isoformat(), len(self))) if last else len(self._days)
        return [at for _, at in self._days[begin:end]]

    @cached_property
    def _by_root(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for symbol in self.symbols:
            found[kinship.root(symbol)].append(symbol)
        return dict(found)

    @cached_property
    def _by_session(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at, summary in enumerate(self):
            if summary.session is not None:
                found[summary.session].append(at)
        return dict(found)

    @cached_property
    def _by_annex(self) -> dict[str, tuple[AnnexTitle, ...]]:
        found: dict[str, list[AnnexTitle]] = defaultdict(list)
        for annex in self.annexes:
            found[annex.title].append(annex)
        return {title: tuple(called) for title, called in found.items()}

    @cached_property
    def _by_committee(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, summary in enumerate(self):
            if summary.committee is not None:
                found[summary.committee].append(at)
        return dict(found)

    @cached_property
    def _days(self) -> list[tuple[str, int]]:
        return sorted((summary.date, at) for at, summary in enumerate(self) if summary.date)

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, title in enumerate(self.titles):
            if title:  # a lost title names nothing
                found[title[:_STEM]].append(at)
        return dict(found)

    @cached_property
    def _by_pair(self) -> dict[str, array[int]]:
        found: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for at, title in enumerate(self.titles):
            for pair in pairs_of(title):
                found[pair].append(at)
        return dict(found)


_NO_WORD = re.compile(r"[^\w]")


def pairs_of(folded: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a folded text, without what is between words."""
    kept = _NO_WORD.sub("", folded)
    return frozenset(kept[i : i + 2] for i in range(len(kept) - 1))

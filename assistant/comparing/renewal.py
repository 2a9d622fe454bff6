"""What every session renews: told apart from what somebody negotiated.

A session, year or symbol that moved on by as many sessions as lie between the two resolutions is
renewed; one that moved further is a change (a report asked for every second year is not what was
asked before). A list of resolutions that grew by those adopted since is renewed too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.comparing.pieces import Piece
from assistant.text.symbols import kind_of, session_of
from assistant.types import Resolution

_JOINING = frozenset("、 和 与 及 以及 , ; 号 第 决议 and resolution resolutions of".split())
_ORDERING = frozenset("又 还 再 也 并 also further".split())
_INFLECTION = re.compile(r"(?:ing|e?s)$")
_LEAD = 3  # words at the head of a paragraph, where its verb stands
_CLOSING = frozenset("，。；：,.;:")
_DOCUMENT = re.compile(r"(?:[A-Z]+/)+(?P<at>[0-9]{2,4})/.+")
_YEAR_OF_A_SESSION = 1945


@dataclass(frozen=True, slots=True)
class Renewal:
    """Between two resolutions. ``gap``: sessions from the first to the second, 0 where unknown.

    ``renumbered``: pairs of operative numbers, old and new, of paragraphs that both have.
    """

    first_session: int | None = None
    second_session: int | None = None
    renumbered: Collection[tuple[str, str]] = ()

    @classmethod
    def between(
        cls, first: Resolution, second: Resolution, renumbered: Collection[tuple[str, str]] = ()
    ) -> Renewal:
        """What lies between two resolutions, told from their symbols."""
        return cls(_session(first), _session(second), renumbered)

    @property
    def gap(self) -> int:
        """Sessions from the first resolution to the second; 0 where there are none between."""
        if self.first_session is None or self.second_session is None:
            return 0
        return self.second_session - self.first_session

    def covers(
        self,
        left: Sequence[Piece],
        right: Sequence[Piece],
        first: tuple[int, int],
        second: tuple[int, int],
    ) -> bool:
        """Whether ``left[first]`` giving way to ``right[second]`` is renewal and nothing more."""
        old, new = left[slice(*first)], right[slice(*second)]
        if _is_closing(old, first[1] == len(left)) and _is_closing(new, second[1] == len(right)):
            return True
        if _rest(old) == _rest(new) or (second[1] <= _LEAD and _inflected(old, new)):
            return True
        if len(old) == len(new) == 1 and old[0].is_whole and old[0].kind == new[0].kind:
            return self._moved_on(old[0], new[0])
        if not old:
            return self._appended(new)
        joins = all(p.text.lower() in _JOINING for p in (*old, *new))
        return joins and self._lists_more(left, right)

    def _moved_on(self, old: Piece, new: Piece) -> bool:
        if old.kind == "number":
            return (old.text, new.text) in self.renumbered
        if not self.gap:
            return False
        if old.kind == "symbol":
            return self._steps(_place_in_time(old), _place_in_time(new))
        if isinstance(old.value, date) and isinstance(new.value, date):
            return new.value.year - old.value.year == self.gap
        if isinstance(old.value, int) and isinstance(new.value, int):
            return new.value - old.value == self.gap
        return False

    def _steps(self, old: int | None, new: int | None) -> bool:
        return old is not None and new is not None and new - old == self.gap

    def _appended(self, new: Sequence[Piece]) -> bool:
        """Resolutions adopted since the first one, that one included, joined to a list."""
        symbols = [p for p in new if p.kind == "symbol"]
        others = (p for p in new if p.kind not in ("symbol", "date"))
        return (
            bool(symbols)
            and all(self._is_since(p) for p in symbols)
            and all(p.text.lower() in _JOINING for p in others)
        )

    def _is_since(self, piece: Piece) -> bool:
        symbol = str(piece.value)
        session = session_of(symbol) if kind_of(symbol) == "resolution" else None
        if session is None or self.first_session is None or self.second_session is None:
            return False
        return self.first_session <= session < self.second_session

    def _lists_more(self, left: Sequence[Piece], right: Sequence[Piece]) -> bool:
        held = {p.value for p in left if p.kind == "symbol"}
        return any(p.kind == "symbol" and p.value not in held and self._is_since(p) for p in right)


def _session(resolution: Resolution) -> int | None:
    printed = resolution.masthead.get("session")
    if printed is not None and printed.value.isdecimal():
        return int(printed.value)
    return session_of(resolution.symbol)


def _place_in_time(piece: Piece) -> int | None:
    """The session of a symbol: of a resolution, or of a document A/75/96, E/2023/15."""
    symbol = str(piece.value)
    if kind_of(symbol) != "document":
        return session_of(symbol)
    found = _DOCUMENT.fullmatch(symbol)
    if found is None:
        return None
    at = int(found["at"])
    return at - _YEAR_OF_A_SESSION if at > _YEAR_OF_A_SESSION else at


def _rest(run: Sequence[Piece]) -> list[str]:
    """The words of a run without those that only say that there is another: 又, Also."""
    return [p.text.lower() for p in run if p.text.lower() not in _ORDERING]


def _inflected(old: Sequence[Piece], new: Sequence[Piece]) -> bool:
    """Whether an English verb only changed its form: Noting in a preamble, Notes below."""
    if len(old) != 1 or len(new) != 1 or not (old[0].text + new[0].text).isascii():
        return False
    stems = [_INFLECTION.sub("", piece.text.lower()) for piece in (old[0], new[0])]
    return stems[0] == stems[1] != ""


def _is_closing(run: Sequence[Piece], at_end: bool) -> bool:
    """Whether a run is the stop at the paragraph's end: which one depends on what comes next."""
    return at_end and all(piece.text in _CLOSING for piece in run)

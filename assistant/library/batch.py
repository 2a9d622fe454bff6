"""What becomes of each file of a batch, decided and written in the order of the files."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence

from assistant.errors import AssistantError
from assistant.library import structure
from assistant.library.lookups import KnownSource
from assistant.library.reader import Fault, Outcome, Refusal, Task, parser_version
from assistant.library.records import Records, Stored
from assistant.library.sources import PROGRAM_FAILED, Found, Survey
from assistant.library.storing import PutOutcome, Version
from assistant.types import IngestResult, Resolution

_log = logging.getLogger(__name__)


class Batch:
    """Writes what was read of a batch, or with ``dry_run`` only says what would be written.

    Of two files that give the same resolution the later one wins, however often the batch is
    run and wherever it was interrupted.
    """

    def __init__(
        self, records: Records, survey: Survey, *, symbol: str | None, dry_run: bool
    ) -> None:
        self._records = records
        self._survey = survey
        self._symbol = symbol
        self._dry_run = dry_run
        self._known_ahead: dict[int, Sequence[KnownSource]] = {}
        # What this batch has written: the file's name and the hash of what it says.
        self._written: dict[Version, tuple[str, str]] = {}

    def task_of(self, found: Found) -> Task | None:
        """What has to be read of a file; None where that is known, or there is nothing to read."""
        if isinstance(found.content, Refusal):
            return None
        known = self._known(found)
        if known:
            self._known_ahead[found.position] = known
            return None
        return Task(found.content, self._symbol)

    def settle(self, found: Found, outcome: Outcome | None) -> tuple[IngestResult, ...]:
        """Write the outcome of a file; one result for each of its resolutions."""
        if isinstance(found.content, Refusal):
            return (_refused(found, found.content),)
        # The same bytes may have been written since the file was sent to be read.
        known = self._known_ahead.pop(found.position, None) or self._known(found)
        if known:
            return tuple(_unchanged(found, source) for source in known)
        if isinstance(outcome, Refusal):
            return (_refused(found, outcome),)
        if outcome is None or isinstance(outcome, Fault):
            _log.error("%s could not be read\n%s", found.name, outcome and outcome.trace)
            return (_refused(found, PROGRAM_FAILED),)
        try:
            return self._put(found, outcome)
        except AssistantError:
            raise  # of the library, not of this file
        except Exception:
            _log.exception("%s could not be written", found.name)
            return (_refused(found, PROGRAM_FAILED),)

    def _known(self, found: Found) -> Sequence[KnownSource]:
        """The resolutions that reading the file would give again, if they are all known."""
        known = [k for k in self._records.source_known(found.sha256) if self._fits(k, found.name)]
        return known if known and len(known) >= known[0].of_file else ()

    def _fits(self, known: KnownSource, name: str) -> bool:
        # A symbol that came from the file's name or the caller may be another one this time.
        if known.symbol_inferred and (self._symbol or known.name != name):
            return False
        return known.parser == parser_version() and self._symbol in (None, known.symbol)

    def _put(self, found: Found, file: Sequence[Resolution]) -> tuple[IngestResult, ...]:
        later = {version for one in file if self._wins_later(found, version := _version(one))}
        wanted = [one for one in file if _version(one) not in later]
        stored = self._would_store(file, wanted) if self._dry_run else self._store(file, later)
        outcomes = iter(stored.outcomes)
        results = []
        for one in file:
            if _version(one) in later:
                results.append(_superseded(found, one))
                continue
            outcome = next(outcomes)
            notes = self._notes(found, one, outcome)
            if one is wanted[0] and stored.vanished:
                notes.append(_vanished(stored.vanished))
            results.append(_result(found, one, outcome, notes))
        for one in wanted:
            self._written[_version(one)] = (found.name, structure.content_hash(one))
        return tuple(results)

    def _wins_later(self, found: Found, version: Version) -> bool:
        """Whether the version that is held comes from a file that this batch has yet to come to."""
        held = self._records.source_of(version)
        return (
            held is not None
            and held.sha256 != found.sha256
            and held.parser == parser_version()
            and self._survey.last.get(held.sha256, -1) > found.position
        )

    def _store(self, file: Sequence[Resolution], later: Collection[Version]) -> Stored:
        return self._records.put_file(file, parser=parser_version(), without=later)

    def _would_store(self, file: Sequence[Resolution], wanted: Sequence[Resolution]) -> Stored:
        outcomes: list[PutOutcome] = []
        for one in wanted:
            held = self._written.get(_version(one), ("", self._records.version_of(*_version(one))))
            same = held[1] == structure.content_hash(one)
            outcomes.append("added" if held[1] is None else "unchanged" if same else "replaced")
        return Stored(tuple(outcomes), self._records.vanished(file))

    def _notes(self, found: Found, one: Resolution, outcome: PutOutcome) -> list[tuple[str, str]]:
        before = self._written.get(_version(one))
        if before is None or outcome != "replaced":
            return []
        return [
            (
                f"同一批中 {before[0]} 也是 {one.symbol}，以较后的 {found.name} 为准",
                f"{before[0]} of the same batch is {one.symbol} too; {found.name}, "
                "the later one, is kept",
            )
        ]


def _version(resolution: Resolution) -> Version:
    return resolution.symbol, resolution.lang


def _refused(found: Found, refusal: Refusal) -> IngestResult:
    return IngestResult(
        found.name,
        "refused",
        reason_zh=refusal.zh,
        reason_en=refusal.en,
        line=refusal.line,
    )


def _unchanged(found: Found, known: KnownSource) -> IngestResult:
    return IngestResult(found.name, "unchanged", known.symbol, lang=known.lang)


def _superseded(found: Found, one: Resolution) -> IngestResult:
    note = (
        f"同一批中较后的文件也是 {one.symbol}，以它为准",
        f"a later file of the same batch is {one.symbol} too, and is kept",
    )
    return _result(found, one, "unchanged", [note])


def _vanished(versions: Sequence[Version]) -> tuple[str, str]:
    symbols = [symbol for symbol, _ in versions]
    return (
        f"更正后的文件不再包含 {'、'.join(symbols)}，已一并移除",
        f"the corrected file no longer holds {', '.join(symbols)}: removed with its old text",
    )


def _result(
    found: Found, one: Resolution, outcome: PutOutcome, notes: Sequence[tuple[str, str]]
) -> IngestResult:
    return IngestResult(
        found.name,
        outcome,
        one.symbol,
        reason_zh="；".join(zh for zh, _ in notes) or None,
        reason_en="; ".join(en for _, en in notes) or None,
        lang=one.lang,
        inferred=sum(bool(paragraph.inferred) for paragraph in one.paragraphs),
        unplaced=len(one.unplaced),
    )

"""A library that takes its time: for calls that run side by side, or whose caller goes away."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from assistant.service import Assistant
from assistant.types import Event, Lang, PassageNote, SearchResult

PATIENCE = 20.0  # seconds; the machine may be busy


class SlowAssistant(Assistant):
    """The real one, but ``in_passing`` never ends by itself, and ``search`` waits for several
    calls to be there at once."""

    def prepare(self, together: int = 1) -> None:
        """Forget what was before."""
        self.asked = threading.Event()
        self.left = threading.Event()
        self.meeting = threading.Barrier(together)

    def in_passing(
        self,
        questions: Sequence[str],  # noqa: ARG002 - as the service has it
        *,
        lang: Lang | None = None,  # noqa: ARG002
    ) -> Iterator[Event]:
        """Steps without end, until somebody leaves."""
        tick = threading.Event()
        try:
            while True:
                self.asked.set()
                tick.wait(0.02)
                yield Event("passages", PassageNote(0, ()))
        finally:
            self.left.set()

    def search(
        self,
        query: str,
        *,
        limit: int = 10,  # noqa: ARG002 - as the service has it
        lang: Lang = "zh",  # noqa: ARG002
    ) -> SearchResult:
        """Nothing, once all have come; a fault of ours for ``fault``."""
        if query == "fault":
            raise RuntimeError("the secret of a fault")
        self.meeting.wait(PATIENCE)
        return SearchResult(query, ())

"""The assistant behind an address, asked as the one in process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Unpack

import httpx

from assistant.client import writing
from assistant.client.browsing import Browsing
from assistant.client.conversations import COOKIE, Conversations
from assistant.client.events import DATA
from assistant.client.failures import failure
from assistant.client.reading import read
from assistant.client.transport import Transport, once, path_of
from assistant.client.uploads import upload
from assistant.client.writing import mandate_parameters
from assistant.errors import NotInLibrary
from assistant.types import (
    About,
    Answer,
    Comparison,
    Event,
    IngestResult,
    Lang,
    MandateForm,
    MandatePage,
    MandateQuery,
    Paragraph,
    Precedents,
    ProblemDocument,
    Progress,
    QuestionOptions,
    ReferenceDirection,
    ReferenceGraph,
    Renderings,
    Resolution,
    ResolutionPage,
    SearchResult,
    Series,
    Summary,
)

# Not ASSISTANT_…: those are the settings of a server, and an unknown one of them is refused.
URL_VARIABLE: Final = "RESOLUTION_ASSISTANT_URL"
KEY_VARIABLE: Final = "RESOLUTION_ASSISTANT_KEY"
_DEFAULT_URL: Final = "http://127.0.0.1:8000"


class Client:
    """One server's assistant. Close it, or use it as a context manager.

    Its methods have the names, arguments and values of ``assistant.service.Assistant``, and raise
    the same errors; ``error.problem`` holds status and title as the server told them. Beside them
    there are only ``ServerUnreachable``, ``ServerFailed`` and ``RequestRefused`` with its kinds.
    """

    def __init__(
        self,
        url: str | None = None,
        *,
        key: str | None = None,
        owner: str | None = None,
        lang: Lang | None = None,
        timeout: float = 120,
        retries: int = 2,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """``url`` and ``key`` come from RESOLUTION_ASSISTANT_URL and RESOLUTION_ASSISTANT_KEY where
        they are not given. ``owner`` goes on as the owner of conversations begun earlier, see
        ``conversations``. ``lang`` is that of messages and labels. ``timeout`` is in seconds, from
        one byte to the next. ``retries``: how often a request that is safe to repeat is sent again.
        ``transport`` replaces how requests are sent (httpx: proxies, certificates, tests).
        """
        address = url or os.environ.get(URL_VARIABLE) or _DEFAULT_URL
        key = key or os.environ.get(KEY_VARIABLE)
        self._http = httpx.Client(
            base_url=address.rstrip("/"),
            headers={"authorization": f"Bearer {key}"} if key else {},
            cookies={COOKIE: owner} if owner else {},
            timeout=timeout,
            transport=transport,
        )
        self._transport = Transport(self._http, lang, retries)
        self.conversations = Conversations(self._transport)
        self.browsing = Browsing(self._transport)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ── questions ────────────────────────────────────────────────────────────────────────────

    def ask(self, question: str, **options: Unpack[QuestionOptions]) -> Answer:
        """The answer to a question, see ``Assistant.ask``."""
        asked = writing.question(question, options)
        return self._transport.read(
            Answer, self._transport.send("POST", "/ask", json=asked, headers=once())
        )

    def stream(self, question: str, **options: Unpack[QuestionOptions]) -> Iterator[Event]:
        """The same answer as it comes into being, the whole of it last. Closing the iterator stops
        the work there. Raises ServerUnreachable where the answer does not come to its end."""
        asked = writing.question(question, options)
        with self._transport.events("POST", "/ask/stream", json=asked, headers=once()) as events:
            for event in events:
                if event.name == "error":
                    raise failure(read(ProblemDocument, event.data))
                if kind := DATA.get(event.name):  # type: ignore[call-overload]
                    told = Event(event.name, read(kind, event.data))  # type: ignore[arg-type]
                    yield told
                    if told.name == "answer":
                        return
        raise self._transport.broken("the stream ended early")

    def search(self, query: str, *, limit: int = 10, lang: Lang = "zh") -> SearchResult:
        """Paragraphs for free words, best first, 50 at most, labelled in ``lang``."""
        asked = {"q": query, "limit": limit, "lang": lang}
        return self._transport.get("/search", SearchResult, asked)

    def comparison(
        self, a: str, b: str, *, version: Lang | None = None, lang: Lang = "zh"
    ) -> Comparison:
        """What became of ``a`` in ``b``, paragraph by paragraph: of the texts in ``version``, else
        in a language that both are held in, ``lang`` if it is one."""
        asked = {"a": a, "b": b, "version": version, "lang": lang}
        return self._transport.get("/compare", Comparison, asked)

    def mandates(
        self, query: MandateQuery, *, limit: int | None = None, cursor: str | None = None
    ) -> MandatePage:
        """Who is asked what by when, a page of it: 100 where ``limit`` says nothing, at most 500.
        ``cursor`` goes on after a page."""
        page = {"limit": limit, "cursor": cursor, "format": "json"}
        return self._transport.get("/mandates", MandatePage, mandate_parameters(query) | page)

    def export_mandates(
        self, query: MandateQuery, form: MandateForm, *, lang: Lang = "zh"
    ) -> bytes:
        """All of them as a table (CSV) or a calendar (iCalendar) in UTF-8."""
        params = mandate_parameters(query) | {"format": form, "lang": lang}
        return self._transport.send("GET", "/mandates", params=params).content

    def precedents(
        self, phrase: str, *, limit: int = 20, cursor: str | None = None, lang: Lang = "zh"
    ) -> Precedents:
        """Who used a phrase before, ``limit`` paragraphs of them, labelled in ``lang``."""
        params = {"q": phrase, "limit": limit, "cursor": cursor, "lang": lang}
        return self._transport.get("/precedents", Precedents, params)

    def wording(self, phrase: str, *, lang: Lang = "zh") -> Renderings:
        """A phrase in the other language, labels in ``lang``."""
        return self._transport.get("/wording", Renderings, {"q": phrase, "lang": lang})

    def references(
        self,
        symbol: str,
        *,
        depth: int = 1,
        direction: ReferenceDirection = "both",
        lang: Lang = "zh",
        most_nodes: int = 200,
        most_edges: int = 1_000,
    ) -> ReferenceGraph:
        """Who mentions whom around a symbol in any written form, or an instrument by any name."""
        params = {
            "depth": depth,
            "direction": direction,
            "lang": lang,
            "nodes": most_nodes,
            "edges": most_edges,
        }
        path = f"/resolutions/{path_of(symbol)}/references"
        return self._transport.get(path, ReferenceGraph, params)

    def series(self, symbol: str, *, lang: Lang = "zh") -> Series:
        """The resolutions of a symbol's item, or of a title's, over the sessions."""
        return self._transport.get(f"/resolutions/{path_of(symbol)}/series", Series, {"lang": lang})

    # ── the library ──────────────────────────────────────────────────────────────────────────

    def read(self, symbol: str, version: Lang | None = None) -> Resolution:
        """A whole resolution, as it leads or in its ``version``; ``symbol`` in any written form.
        Raises NotInLibrary, with its parts where it has several."""
        path = f"/resolutions/{path_of(symbol)}"
        return self._transport.get(path, Resolution, {"version": version})

    def paragraph(self, symbol: str, place: str, version: Lang | None = None) -> Paragraph:
        """One paragraph: ``OP13``, ``PP2``, ``ANNEX/3(a)`` … Raises NotInLibrary."""
        resolution = self.read(symbol, version)
        for paragraph in resolution.paragraphs:
            if paragraph.place == place:
                return paragraph
        raise NotInLibrary.at(resolution.symbol, place)

    def resolutions(self) -> tuple[Summary, ...]:
        """Every resolution of the library, by session and number."""
        pages = self._transport.pages("/resolutions", ResolutionPage)
        return tuple(summary for page in pages for summary in page.resolutions)

    def ingest(
        self,
        sources: Iterable[Path],
        *,
        symbol: str | None = None,
        progress: Progress | None = None,
        told: Callable[[IngestResult], None] | None = None,
        dry_run: bool = False,
    ) -> tuple[IngestResult, ...]:
        """Upload files and wait until they are in the library; what became of each. Needs a key
        that may write. ``progress`` hears how far it has come, ``told`` of each result. The upload
        goes on where nobody waits for it. Raises UploadCancelled where somebody cancels it.
        """
        return upload(
            self._transport,
            sources,
            symbol=symbol,
            progress=progress,
            told=told,
            dry_run=dry_run,
        )

    def remove(self, symbols: Iterable[str], *, version: Lang | None = None) -> tuple[str, ...]:
        """Take resolutions, or only their ``version``, out of the library; which they were. Needs
        a key that may write. Raises NotInLibrary for a symbol that means several, too."""
        removed: list[str] = []
        for symbol in symbols:
            path = f"/resolutions/{path_of(symbol)}"
            gone = self._transport.send("DELETE", path, params={"version": version})
            removed += self._transport.read(dict[str, tuple[str, ...]], gone)["symbols"]
        return tuple(removed)

    def about(self) -> About:
        """Who answers, who is sent what is asked, and how long it is kept."""
        return self._transport.get("/about", About)

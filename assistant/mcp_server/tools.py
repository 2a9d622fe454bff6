"""The tools: what each is for, what it takes and gives, and the call of the service behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Generic, TypeVar

from pydantic import TypeAdapter
from pydantic_core import to_json

from assistant.footnotes import footnoted
from assistant.mcp_server.arguments import (
    Arguments,
    AskArguments,
    CompareArguments,
    MandateArguments,
    ParagraphArguments,
    ReferenceArguments,
    SearchArguments,
)
from assistant.mcp_server.leaving import stop_if_left
from assistant.mcp_server.reading import read
from assistant.mcp_server.results import ReadResolution
from assistant.mcp_server.seam import Library
from assistant.types import Answer, Comparison, MandatePage, ReferenceGraph, SearchResult

A = TypeVar("A", bound=Arguments)


@dataclass(frozen=True, slots=True)
class Given:
    """What a tool gives: for programs, and as text for models that are shown nothing else."""

    data: Any
    text: str


@dataclass(frozen=True, slots=True)
class Tool(Generic[A]):
    """One tool. ``run`` works in a thread; ``address`` is where readers reach the page."""

    name: str
    title: str
    description: str
    arguments: type[A]
    gives: type
    run: Callable[[Library, A, str], Given]

    def input_schema(self) -> dict[str, Any]:
        """JSON Schema of what it takes."""
        return self.arguments.model_json_schema()

    def output_schema(self) -> dict[str, Any]:
        """JSON Schema of what it gives."""
        return _adapter(self.gives).json_schema(mode="serialization")

    def call(self, library: Library, arguments: A, address: str) -> tuple[dict[str, Any], str]:
        """The structured result and its text. Raises what the service raises."""
        given = self.run(library, arguments, address)
        structured: dict[str, Any] = _adapter(self.gives).dump_python(given.data, mode="json")
        return structured, given.text


_BY_WORDS: Final = (
    "按意思查找现在用不了，这次只按词语查找 · Searching by meaning does not work now; this was "
    "searched by words alone"
)


@cache
def _adapter(of: type) -> TypeAdapter[Any]:
    return TypeAdapter(of)


def _ask(library: Library, asked: AskArguments, address: str) -> Given:
    answer: Answer | None = None
    for event in library.in_passing((*asked.earlier, asked.question), lang=asked.lang):
        stop_if_left()
        if isinstance(event.data, Answer):
            answer = event.data
    assert answer is not None  # noqa: S101 - the last event of every stream
    text, _ = footnoted(answer, address)
    return Given(answer, text)


def _search(library: Library, asked: SearchArguments, address: str) -> Given:
    found = library.search(asked.query, limit=asked.limit, lang=asked.lang)
    lines = (f"{hit.label}\n{address}{hit.href}\n{hit.text}" for hit in found.hits)
    text = "\n\n".join(lines) or "没有找到 · Nothing was found"
    return Given(found, f"{text}\n\n{_BY_WORDS}" if found.by_words_alone else text)


def _read_paragraph(library: Library, asked: ParagraphArguments, _address: str) -> Given:
    found = read(library, asked.symbol, asked.paragraph, asked.version)
    return Given(found, found.written())


def _list_mandates(library: Library, asked: MandateArguments, _address: str) -> Given:
    return _as_json(library.mandates(asked.query(), limit=asked.limit, cursor=asked.cursor))


def _compare(library: Library, asked: CompareArguments, _address: str) -> Given:
    found = library.comparison(asked.a, asked.b, version=asked.version, lang=asked.lang)
    return _as_json(found)


def _references(library: Library, asked: ReferenceArguments, _address: str) -> Given:
    found = library.references(
        asked.symbol,
        depth=asked.depth,
        direction=asked.direction,
        lang=asked.lang,
        most_nodes=asked.nodes,
        most_edges=asked.edges,
    )
    return _as_json(found)


def _as_json(data: object) -> Given:
    return Given(data, to_json(data).decode())


TOOLS: Final[tuple[Tool[Any], ...]] = (
    Tool(
        "ask",
        "提问 · Ask about UN resolutions",
        "用中文或英文询问联合国大会决议的内容。Answers a question about what UN General Assembly "
        "resolutions say, in Chinese or English, out of the library's own texts: every sentence "
        "quotes a numbered paragraph word for word, and [n] marks lead to it. Lists are complete "
        "and counted. A question that the texts do not answer gets status not_found or "
        "out_of_scope and says what is missing: do not answer it from memory instead. Ask one "
        "thing at a time, naming the resolution (75/45) where you know it.",
        AskArguments,
        Answer,
        _ask,
    ),
    Tool(
        "search",
        "检索段落 · Search paragraphs",
        "按词语检索决议段落。Paragraphs near to some words, best first, verbatim. Near is not "
        "about: check that a paragraph says what you need, or use ask.",
        SearchArguments,
        SearchResult,
        _search,
    ),
    Tool(
        "read_paragraph",
        "读段落 · Read a paragraph",
        "逐字读出一份决议的一段及其各项。One paragraph of a resolution with its items, verbatim; "
        "without a paragraph the whole resolution, which may be long.",
        ParagraphArguments,
        ReadResolution,
        _read_paragraph,
    ),
    Tool(
        "list_mandates",
        "任务和时限 · List mandates",
        "列出谁须在何时做什么。Who is asked to do or deliver what by when: requests and decisions "
        "that set a time or ask for something to be made, each act verbatim, with how many there "
        "are in all. More pages by cursor.",
        MandateArguments,
        MandatePage,
        _list_mandates,
    ),
    Tool(
        "compare",
        "逐段对照 · Compare two resolutions",
        "逐段逐词对照两份决议。Two resolutions aligned paragraph by paragraph: which are the same, "
        "renewed, changed, added or dropped, every change of words, and verbs that grew stronger "
        "or weaker. Spans are code points into the paragraphs' texts, the end exclusive.",
        CompareArguments,
        Comparison,
        _compare,
    ),
    Tool(
        "references",
        "引用关系 · Who mentions whom",
        "一份决议或条约提到谁、被谁提到。The graph of references around a resolution or treaty: "
        "what it recalls or cites and what mentions it, with the words and the paragraph of each.",
        ReferenceArguments,
        ReferenceGraph,
        _references,
    ),
)

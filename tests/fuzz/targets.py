"""What is fuzzed: each target takes any bytes and raises nothing but the declared errors."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Final

from assistant.errors import AssistantError, InvalidDocument, InvalidQuestion
from assistant.parsing import parse
from assistant.questions import understand
from assistant.reading import File, members, read_document
from assistant.settings import load_settings
from assistant.text import normalise, numerals, symbols
from assistant.text.places import covers, parent
from assistant.types import Question, Resolution, Summary
from eval.generator.library import resolutions
from eval.gold import load_gold

if TYPE_CHECKING:
    from assistant.service import Assistant

_TESTS: Final = Path(__file__).parent.parent
_ROOT: Final = _TESTS.parent

# What a person could type or a file of one resolution holds; time is promised for such.
LONGEST: Final = {
    "questions": 2_000,
    "answers": 2_000,
    "symbols": 2_000,
    "parsing": 20_000,
    "reading": 200_000,
}


@dataclass(frozen=True)
class Target:
    """``run`` takes one input; ``seeds`` are real ones of the project's own."""

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]

    @property
    def longest(self) -> int:
        """Bytes of an input."""
        return LONGEST[self.name]


def as_text(data: bytes) -> str:
    """Any bytes as text; what is no UTF-8 gives lone surrogates, which clients do send."""
    return data.decode("utf-8", "surrogateescape")


# ── symbols and the text beneath all ─────────────────────────────────────────────────────────


def run_symbols(data: bytes) -> None:
    text = as_text(data)
    folded = normalise.fold(text).text
    assert normalise.fold(folded).text == folded
    for mention in symbols.find_symbols(folded):
        assert 0 <= mention.span.start < mention.span.end <= len(folded)
    symbol = symbols.parse_symbol(text)
    if symbol is not None:
        assert symbols.parse_symbol(symbol) == symbol
        symbols.label(symbol, "zh")
        symbols.session_of(symbol)
    numeral = numerals.parse_numeral(text)
    assert numeral is None or numeral >= 0
    parent(text)
    assert covers(text, text)


def symbol_seeds() -> Iterator[bytes]:
    for question in _questions():
        yield question.encode()
    for form in (
        "第2373(XXII)号、第1874(S-IV)号、第217 A(III)号决议",
        "A/RES/51/942B A/RES/ES-10/22 A/RES/217A(III)#ANNEX/ART1",
        "一九五〇年十二月十四日决议案三九六(五)",
        "二一五九(二十一)、第四十五届会议第７５／４５号",
        "OP3(a)(ii) ANNEX2/PP1 FN4 OP~4",
    ):
        yield form.encode()


# ── questions ────────────────────────────────────────────────────────────────────────────────


def run_questions(data: bytes) -> None:
    with suppress(InvalidQuestion):
        read = understand(as_text(data), catalogue=catalogue())
        assert isinstance(read, Question)


def question_seeds() -> Iterator[bytes]:
    for question in _questions():
        yield question.encode()


@cache
def _questions() -> tuple[str, ...]:
    return tuple(dict.fromkeys(turn for item in load_gold() for turn in item.turns))


@cache
def catalogue() -> tuple[Summary, ...]:
    """What a library of the generated resolutions says of itself."""
    from assistant.library.engine import sqlite_url
    from assistant.library.records import Records

    with TemporaryDirectory() as folder:
        records = Records(sqlite_url(Path(folder) / "fuzzed.sqlite3"))
        try:
            for made in resolutions(7, 12):
                for one in parse(read_document(File(made.name, made.text.encode()))):
                    records.put(one)
            return tuple(records.summaries())
        finally:
            records.close()


# ── answers ──────────────────────────────────────────────────────────────────────────────────


def run_answers(data: bytes) -> None:
    """The whole road of a question: looked up, written, verified, kept."""
    with suppress(AssistantError):
        answer = library().ask(as_text(data))
        assert answer.statements
        library().forget(answer.conversation_id or "")


@cache
def library() -> Assistant:
    """One of generated resolutions, for as long as the process runs, with all loaded that a first
    question of content waits for: no input is to be blamed for it."""
    from assistant.service import Assistant

    folder = Path(mkdtemp(prefix="fuzzed-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = load_settings({}, data_dir=folder, embedder="hashing", sample_library=False)
    opened = Assistant.open(settings)
    atexit.register(opened.close)  # before that
    files = [File(made.name, made.text.encode()) for made in resolutions(7, 12)]
    opened.ingest(files, jobs=0)
    opened.ask("哪一段提到国际合作")
    return opened


# ── files ────────────────────────────────────────────────────────────────────────────────────


def run_parsing(data: bytes) -> None:
    """A text file, to the end."""
    with suppress(InvalidDocument):
        document = read_document(File("fuzzed.txt", b"\xef\xbb\xbf" + data))
        for resolution in parse(document, symbol="A/RES/90/9"):
            check(resolution)


def run_reading(data: bytes) -> None:
    """A file of any format, or an archive of such."""
    with suppress(InvalidDocument):
        for member in members(File("fuzzed", data)):
            with suppress(InvalidDocument):
                read_document(member.open())


def check(resolution: Resolution) -> None:
    """What holds of every resolution, whatever it was read from."""
    places = [paragraph.place for paragraph in resolution.paragraphs]
    assert len(set(places)) == len(places), places
    for paragraph in resolution.paragraphs:
        for clause in paragraph.clauses:
            assert 0 <= clause.span.start <= clause.span.end <= len(paragraph.text)
        for reference in paragraph.references:
            assert 0 <= reference.span.start <= reference.span.end <= len(paragraph.text)


def document_seeds() -> Iterator[bytes]:
    for file in sorted(_TESTS.glob("golden/**/*.txt")) + sorted(_TESTS.glob("parsing/**/*.txt")):
        yield file.read_bytes()[: LONGEST["parsing"]]
    for file in sorted((_ROOT / "assistant" / "sample_library").glob("*.txt")):
        yield file.read_bytes()[: LONGEST["parsing"]]
    for made in resolutions(3, 20, langs=("zh", "en")):
        yield made.text.encode()[: LONGEST["parsing"]]


def file_seeds() -> Iterator[bytes]:
    for file in sorted((_TESTS / "reading" / "samples").rglob("*")):
        if file.is_file() and file.stat().st_size <= LONGEST["reading"]:
            yield file.read_bytes()
    yield from document_seeds()


TARGETS: Final = {
    target.name: target
    for target in (
        Target("symbols", run_symbols, symbol_seeds),
        Target("questions", run_questions, question_seeds),
        Target("answers", run_answers, question_seeds),
        Target("parsing", run_parsing, document_seeds),
        Target("reading", run_reading, file_seeds),
    )
}

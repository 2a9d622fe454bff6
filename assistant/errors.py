"""One small family of errors. Each says, in the reader's language, what is wrong and what to do.

Errors never become answer text: the server turns them into problem documents and the terminal
into one line. A question that is merely unanswerable is not an error but an ``Answer``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.types import Lang

if TYPE_CHECKING:
    from assistant.types import ProblemDocument


class AssistantError(Exception):
    """Base of the family. ``code`` is stable, for programs; the messages are for people."""

    code = "error"
    # As a server told it, where it comes from one: its status, its title, the fields at fault.
    problem: ProblemDocument | None = None

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en

    def message(self, lang: Lang = "zh") -> str:
        """The message in the reader's language."""
        return self.en if lang == "en" else self.zh


class InvalidQuestion(AssistantError):
    """A question that is empty, too long or not text."""

    code = "invalid_question"


class InvalidDocument(AssistantError):
    """A file that is not a resolution, or is broken. The batch goes on without it."""

    code = "invalid_document"

    def __init__(self, zh: str, en: str, *, line: int | None = None) -> None:
        super().__init__(zh, en)
        self.line = line


class NotInLibrary(AssistantError):
    """A symbol or place that the library does not hold."""

    code = "not_in_library"

    @classmethod
    def at(cls, symbol: str, place: str) -> NotInLibrary:
        """Of a resolution that is held and has no such paragraph."""
        return cls(
            f"{symbol} 没有 {place}；请读全文（read），看它有哪些段落。",
            f"{symbol} has no {place}; read shows which paragraphs there are.",
        )


class NotComparable(AssistantError):
    """Two texts that cannot be held against each other: one resolution, or two languages."""

    code = "not_comparable"


class InvalidSettings(AssistantError):
    """A setting that is unknown or has an impossible value."""

    code = "invalid_settings"


class InvalidPrompts(AssistantError):
    """Prompt files that are missing, broken, or use variables that nothing fills."""

    code = "invalid_prompts"


class ModelUnavailable(AssistantError):
    """A language model that cannot be reached, is over its quota, or answers with an error."""

    code = "model_unavailable"


class ModelNotSet(ModelUnavailable):
    """A language model is asked for, and none is set."""

    code = "no_model"


class LibraryDamaged(AssistantError):
    """The records cannot be read. Indexes are never damaged for long: they are rebuilt."""

    code = "library_damaged"


class LibraryBusy(AssistantError):
    """Another process holds the library."""

    code = "library_busy"


class TooManyAtOnce(AssistantError):
    """More questions wait for their turn than are let wait."""

    code = "too_many_at_once"


class LibraryUnwritable(AssistantError):
    """The disk of the library is full, or takes nothing. What was kept is whole."""

    code = "library_unwritable"


class LibraryUnavailable(AssistantError):
    """The database or the index server cannot be reached for now. It heals by itself."""

    code = "library_unavailable"


class InvalidArchive(AssistantError):
    """A backup that is none, is damaged, or was made by a newer program."""

    code = "invalid_archive"


class LibraryNotEmpty(AssistantError):
    """A library would be overwritten that nobody said may be."""

    code = "library_not_empty"


class AnswerUnverified(AssistantError):
    """An answer that did not pass its own checks. It is a fault of ours, and is not shown."""

    code = "answer_unverified"


class EmbedderUnavailable(AssistantError):
    """The configured embedder cannot run on this machine."""

    code = "embedder_unavailable"


class RerankerUnavailable(AssistantError):
    """The configured reranker gives no order. The ranking stays as it is."""

    code = "reranker_unavailable"


class InvalidFilter(AssistantError):
    """A filter whose value means nothing here: an unknown body, a cursor of an older library."""

    code = "invalid_filter"


class InvalidCorrection(AssistantError):
    """A correction of how a question was read that names nothing known, or leaves no question."""

    code = "invalid_correction"


class InvalidReplacement(AssistantError):
    """An answer to be replaced that does not stand in the conversation."""

    code = "invalid_replacement"

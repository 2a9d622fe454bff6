"""From the words of a question to a ``Question``: rules, with the conversation's carried slots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.errors import InvalidQuestion
from assistant.questions import followup, history
from assistant.questions.agreeing import as_what_each_says
from assistant.questions.annex_titles import with_symbols
from assistant.questions.asked import find_asked, read_as_asked
from assistant.questions.colloquial import plain
from assistant.questions.cues import POLITE
from assistant.questions.named import read
from assistant.questions.preparing import numbered, respelt
from assistant.questions.refusals import POINTED, detect_language, refusal_of, without_opinion
from assistant.questions.rules import decide
from assistant.questions.sayings import decide_saying, find_saying
from assistant.text.catalogue import Catalogue
from assistant.text.normalise import fold
from assistant.types import Correction, Lang, Question, Summary


def understand(
    text: str,
    *,
    catalogue: tuple[Summary, ...],
    lang: Lang | None = None,
    symbols: tuple[str, ...] = (),
    turns: tuple[history.Turn, ...] = (),
    longest: int = 2000,
    today: date | None = None,
    in_texts: Callable[[str], bool] = lambda _: False,
) -> Question:
    """Read a question. ``symbols`` restricts it; ``turns`` are the conversation's earlier ones, in
    their order. ``today`` is what 今年 is counted from; ``in_texts`` tells whether the
    library's texts have certain words, which are then no slip of the pen.

    Raises ``InvalidQuestion`` for what is no question: empty, longer than ``longest`` characters.
    """
    check_question(text, longest)
    folded = POLITE.sub(lambda m: " " * len(m.group()), fold(text).text).strip()
    folded = as_what_each_says(plain(folded))
    spoken = detect_language(folded)
    answer_lang: Lang = lang or spoken or "zh"
    saying = find_saying(folded)
    reason = "language" if spoken is None else refusal_of(fold(text).text)
    if saying and saying.intent == "wording" and reason == "task":
        reason = None  # a phrase looked up in the texts, nothing translated
    if reason is not None and reason not in POINTED:
        return Question(text, folded, answer_lang, "refuse", reason=reason)
    if reason == "opinion":
        folded = without_opinion(folded)
    spoken, today = spoken or "zh", today or date.today()
    corrections: tuple[Correction, ...] = ()
    if saying is None:  # a phrase asked after stays as it is
        folded = with_symbols(folded, Catalogue.of(catalogue))
        folded, corrections = respelt(folded, spoken, in_texts, today)
    meant = history.refer(folded, () if saying else turns, catalogue)
    focus = next((turn.focus for turn in reversed(turns) if turn.focus), ())
    session = turns[-1].question.session if turns else None
    asked = numbered(saying.rest if saying else meant.text, spoken, catalogue, focus, session)
    folded = folded if saying else asked.text
    reading = read(asked.text, spoken, catalogue, today, asked.said)
    question = decide_saying(text, saying, reading) if saying else decide(text, reading)
    question = replace(question, corrections=corrections, said_sessions=asked.said)
    if symbols:
        question = replace(question, symbols=symbols, missing=())
    question = replace(question, lang=answer_lang, asked=find_asked(folded, spoken))
    question = followup.carry(read_as_asked(question), meant, turns, catalogue)
    return question if reason is None else replace(question, intent="refuse", reason=reason)


def check_question(text: object, longest: int) -> None:
    """Raise ``InvalidQuestion`` unless ``text`` is a question that can be read."""
    if not isinstance(text, str):
        raise InvalidQuestion("问题必须是文字。", "The question has to be text.")
    if not text.strip():
        raise InvalidQuestion("问题是空的，请输入问题。", "The question is empty; please type one.")
    if len(text) > longest:
        raise InvalidQuestion(
            f"问题有{len(text)}个字符，最多{longest}个；请缩短后再问。",
            f"The question has {len(text)} characters, at most {longest} are read; shorten it.",
        )
    if any(ord(c) == 0 or 0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise InvalidQuestion(
            "问题含有不是文字的字符（NUL或残缺的代理项），请删去后再问。",
            "The question holds characters that are no text (NUL or lone surrogates); remove them.",
        )

"""A follow-up that the rules cannot read, written by a model as a question that stands alone.

Rules come first: a model is asked only where their reading finds nothing *and* the follow-up says
something that they put nothing in the place of, a pointing word or a subject left out. A gap that
they can name (a paragraph, a body, a verb that is not there) is an answer, and none is asked. The
model is shown earlier questions and the labels of what was shown, never a paragraph: no document's
words can steer it. What it writes is refused unless it is one question that keeps and adds nothing
(``slots``); the rules' reading stands then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answering.generative.claims import claims_of
from assistant.answering.generative.coverage import coverage, is_bare
from assistant.answering.generative.models import Model
from assistant.answering.generative.phrasing import Phrasing
from assistant.answering.generative.prompts import Prompts
from assistant.answering.generative.slots import (
    POINTING,
    Before,
    Difference,
    difference,
    own_words,
)
from assistant.errors import ModelUnavailable
from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.types import Answer, Found, Generation, Lang, MissingKind, Paragraph, Question

_TURNS = 3  # earlier questions that are sent; what is meant was named just before
_LABELS = 4  # of each, paragraphs that were shown
_LONGEST = 120  # characters of a rewriting; the longest gold question has 90
_READ = 4 * _LONGEST  # characters after which a model is broken off
_FEW_WORDS = 16  # characters: a longer question says itself what it is about
_OF_WORDS: frozenset[MissingKind] = frozenset({"term", "content"})
_OF_RESOLUTIONS = re.compile(r"决议|文件|库[里中]|\b(?:resolutions?|documents?|library)\b", re.I)
_AS_IT_IS = frozenset({"-", "—", "－", "–"})
_ECHO = 12  # characters in a row of the prompt's own words

Unfit = Literal[
    "empty", "cut", "several", "long", "wrapped", "refusal", "echo", "language", "no_question",
    "off_topic",
]  # fmt: skip

_MARKUP = re.compile(
    r"[<>{}`|*#_]|\[[^\]]*\]|【[^】]*】|\([0-9]{1,2}\)\s*[。.]?$|（[0-9]{1,2}）|[①-⑳]|^\s*(?:[-•]|[0-9]{1,2}[.、)])\s*\S"
    r"|^[^:：]{1,12}[:：](?!\s*$)",  # 改写：…, Question: …
)
_STOP = re.compile(r"[。！？!?;；]|(?<![A-Z])(?<!\bNo)\.(?=\s|$)")
_REFUSES = re.compile(
    r"无法|抱歉|对不起|不能(?:改写|回答|确定)|不清楚|没有足够|作为(?:一个|一名)?(?:人工智能|AI|语言模型|助手)"
    r"|\b(?:sorry|unable|cannot|can't|as an ai|i am|i'm|not sure|unclear)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^(?:是的?|不是|有|没有|对|好的?|yes|no|sure|certainly)[,，。. ]", re.IGNORECASE
)
_ASKS = re.compile(
    r"[??]$|[吗呢么]$|什么|哪|谁|多少|几|何|怎|多久|是否|有没有|\b(?:wh\w+|how)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What a model made of a follow-up.

    ``question`` is None where the rules' reading stands: the model said that nothing is to be
    completed, what it wrote is ``refused``, or there is a ``failure``, as it is to be told.
    """

    question: Question | None = None
    refused: Unfit | Difference | None = None
    tokens: tuple[int, int] = (0, 0)
    failure: ModelUnavailable | None = None


def is_wanted(read: Question, found: Found) -> bool:
    """Whether a model may be asked what a follow-up means: one for which the rules found nothing,
    and of which they left something unread. Which of several resolutions is meant is for the
    reader to say."""
    if read.intent == "refuse" or found.ambiguous or read.dangling:
        return False
    if found.passages and not found.refused:
        return False
    return bool(POINTING.search(read.folded)) or _leaves_out(read, found)


def is_answered(read: Question, found: Found) -> bool:
    """Whether what was found for a completed question answers the follow-up ``read``.

    With its subject named, paragraphs on the subject are found that may say nothing of what is
    asked: one has to have the follow-up's own words too, or words that answer it (a date for 何时).
    """
    if found.refused or found.ambiguous:
        return False
    own = own_words(read)
    if is_bare(own) and not claims_of(own):  # 他们呢: what is asked was asked before
        return any(each.found_by == "structure" or each.answers for each in found.passages)
    return any(each.answers or _says(own, each.paragraph) for each in found.passages)


def _says(own: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph has all the words of a follow-up."""
    text = fold(paragraph.text).text
    named = {(claim.kind, claim.value) for claim in claims_of(own)}
    held = {(claim.kind, claim.value) for claim in claims_of(text)}
    return named <= held and coverage(own, text) == 1


def _leaves_out(read: Question, found: Found) -> bool:
    """哪年结束, after a question of no resolution in particular: it does not say of what."""
    if _OF_RESOLUTIONS.search(read.folded):
        return False
    named = read.symbols or read.session is not None or read.missing or read.everywhere
    if named or read.carried or read.selection or read.target or len(read.folded) > _FEW_WORDS:
        return False
    return all(gap.kind in _OF_WORDS for gap in found.missing)


def request(prompts: Prompts, follow_up: str, before: Sequence[Before], lang: Lang) -> str:
    """The prompt: the last questions with the labels of what was shown, and the follow-up."""
    return prompts.get("rewrite", lang).fill(
        before="\n".join(_line(each, lang) for each in before),
        follow_up=_one_line(follow_up),
    )


def _line(each: Before, lang: Lang) -> str:
    shown = each.labels(lang, _LABELS)
    asked = _one_line(each.question.rewritten or each.question.text)
    if not shown:
        return f"- {asked}"
    return f"- {asked}（{'；'.join(shown)}）" if lang == "zh" else f"- {asked} ({'; '.join(shown)})"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def rewrite(
    model: Model,
    prompts: Prompts,
    read: Question,
    before: Sequence[Before],
    understand: Callable[[str], Question],
) -> Rewriting:
    """The follow-up as a question that stands alone, by one call.

    ``read`` is how the rules read it, ``understand`` reads a text without the conversation. A
    model that fails is told of in the result.
    """
    prompt = prompts.get("rewrite", read.lang)
    before = before[-_TURNS:]
    try:
        raw, whole, tokens = _said(model, request(prompts, read.text, before, read.lang))
    except ModelUnavailable as error:
        return Rewriting(failure=error)
    text = raw.strip()
    if whole and text in _AS_IT_IS:
        return Rewriting(tokens=tokens)
    refused: Unfit | Difference | None = unfit_for(text, prompt.text)
    if refused is None and not whole:
        refused = "cut"
    if refused is not None:
        return Rewriting(refused=refused, tokens=tokens)
    written = understand(text)
    refused = judged(understand(read.text), read, written, before)
    if refused is not None:
        return Rewriting(refused=refused, tokens=tokens)
    question = replace(written, text=read.text, lang=read.lang, rewritten=text)
    return Rewriting(question, tokens=tokens)


def _said(model: Model, prompt: str) -> tuple[str, bool, tuple[int, int]]:
    """What it wrote, whether it had finished, and the tokens; it is broken off when it goes on."""
    raw, whole, tokens = "", False, (0, 0)
    for piece in model.stream(prompt):
        raw += piece.text
        whole, tokens = bool(piece.whole), piece.tokens or tokens
        if len(raw) > _READ:
            break
    return raw, whole, tokens


def unfit_for(text: str, instructions: str = "") -> Unfit | None:
    """Why a reply is no question in one line, whatever it asks; None where it is one."""
    wrong: tuple[tuple[Unfit, object], ...] = (
        ("empty", not re.search(r"\w", text)),
        ("long", len(text) > _LONGEST),
        ("wrapped", _MARKUP.search(text)),
        ("several", "\n" in text or any(m.end() < len(text) for m in _STOP.finditer(text))),
        ("refusal", _REFUSES.search(text)),
        ("echo", _echoes(text, instructions)),
        ("no_question", text.endswith(("。", ".", ";", "；")) or _ANSWERS.search(text)),
    )
    return next((name for name, is_so in wrong if is_so), None)


def _echoes(text: str, instructions: str) -> bool:
    ours = fold(instructions).text
    folded = fold(text).text
    return any(folded[at : at + _ECHO] in ours for at in range(len(folded) - _ECHO + 1))


def judged(
    follow_up: Question, read: Question, rewriting: Question, before: Sequence[Before]
) -> Unfit | Difference | None:
    """What is wrong with a rewriting as a question; None where it may take the follow-up's place.

    All but ``read`` are as understood without the conversation, see ``slots.difference``.
    """
    if rewriting.lang != follow_up.lang:
        return "language"
    if rewriting.intent == "refuse":
        return "off_topic"
    if _ASKS.search(follow_up.folded) and not _ASKS.search(rewriting.folded):
        return "no_question"
    return difference(follow_up, read, rewriting, before) or None


def counted(answer: Answer, rewriting: Rewriting, phrasing: Phrasing) -> Answer:
    """The answer with the call that completed its question among those of the model."""
    own = answer.generation
    if own is None:
        own = Generation(phrasing.model.name, phrasing.prompts.hash, phrasing.sent_to)
    asked, said = rewriting.tokens
    failure = rewriting.failure.message(answer.lang) if rewriting.failure else own.failure
    whole = replace(
        own,
        calls=own.calls + 1,
        prompt_tokens=own.prompt_tokens + asked,
        completion_tokens=own.completion_tokens + said,
        failure=failure,
    )
    return replace(answer, generation=whole)


def in_words(read: Question) -> str:
    """The question as a model is to read it: what the conversation lent it is said."""
    if read.rewritten or not read.carried or not read.symbols:
        return read.rewritten or read.text
    named = "、".join(label(symbol, read.lang) for symbol in read.symbols)
    return f"{named}：{read.text}"

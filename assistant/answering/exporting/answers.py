"""One answer to be pasted elsewhere: as text, as Markdown, or with footnotes as the UN has them."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering.exporting.citing import as_footnote, by_symbol
from assistant.answering.exporting.markup import escaped, escaped_line
from assistant.types import Answer, AnswerForm, Citation, Lang

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PHRASED: dict[Lang, str] = {
    "zh": "部分句子由语言模型（{}）依原文改写，并已逐句核对。",
    "en": "Some sentences were phrased by a language model ({}) and checked against the text.",
}


def answer_text(answer: Answer, form: AnswerForm) -> str:
    """The answer's sentences with their marks, then what each mark stands for."""
    return {"text": _plain, "markdown": _markdown, "footnotes": _with_footnotes}[form](answer)


def phrased_by(answer: Answer) -> str | None:
    """What has to be said of an answer in which not all sentences are the resolutions' own."""
    if answer.generation is None or all(one.kind != "fact" for one in answer.statements):
        return None
    return _PHRASED[answer.lang].format(answer.generation.model)


def _plain(answer: Answer) -> str:
    return _written(
        answer,
        marks=lambda cited: "".join(f"[{n}]" for n in cited),
        note=lambda one: f"[{one.n}] {one.label} ({one.symbol}#{one.paragraph})",
    )


def _with_footnotes(answer: Answer) -> str:
    return _written(
        answer,
        marks=lambda cited: ", ".join(map(_raised, cited)),
        note=lambda one: f"{_raised(one.n)} {as_footnote(one, answer.lang)}",
    )


def _markdown(answer: Answer) -> str:
    return markdown(answer, {one.n: one.n for one in answer.citations})


def markdown(answer: Answer, numbers: dict[int, int]) -> str:
    """The answer as Markdown, its citations numbered as ``numbers`` say."""
    lines = [
        escaped(one.text) + "".join(f"[^{numbers[n]}]" for n in one.citations)
        for one in answer.statements
    ]
    said = phrased_by(answer)
    if said is not None:
        lines.append(f"*{escaped_line(said)}*")
    notes = [
        f"[^{numbers[one.n]}]: {escaped_line(by_symbol(one, answer.lang))}"
        for one in answer.citations
    ]
    return "\n\n".join([*lines, *(["\n".join(notes)] if notes else [])])


def _written(
    answer: Answer, *, marks: Callable[[tuple[int, ...]], str], note: Callable[[Citation], str]
) -> str:
    lines = [one.text + marks(one.citations) for one in answer.statements]
    if answer.citations:
        lines += ["", *map(note, answer.citations)]
    said = phrased_by(answer)
    return "\n".join([*lines, *(["", said] if said else [])])


def _raised(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)

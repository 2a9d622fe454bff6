"""What was wrong with a sentence, in words for the model that is to mend it."""

from __future__ import annotations

from assistant.answering.generative.checking import Refused, Rejected
from assistant.answering.generative.support import FaultKind
from assistant.types import Lang

_FAULTS: dict[FaultKind, tuple[str, str]] = {
    "symbol": ("段落里没有文号“{words}”", "the paragraph does not name {words}"),
    "instrument": ("段落的这件事里没有“{words}”", "this act does not name {words}"),
    "date": ("段落的这件事里没有日期“{words}”", "this act has no date {words}"),
    "session": ("段落的这件事里没有“{words}”会议", "this act does not name the session {words}"),
    "number": ("段落的这件事里没有数字“{words}”", "this act has no number {words}"),
    "body": ("段落的这件事里没有提到“{words}”", "this act does not name {words}"),
    "country": ("段落的这件事里没有提到“{words}”", "this act does not name {words}"),
    "verb": (
        "段落用的不是“{words}”，请用原文的动词",
        "the paragraph does not say “{words}”; use its own verb",
    ),
    "negation": (
        "否定“{words}”与段落不符",
        "the negation of “{words}” does not agree with the paragraph",
    ),
    "addressee": ("段落要求的对象不是“{words}”", "it is not {words} that the paragraph asks"),
    "modality": (
        "要写出段落的动词“{words}”，不能写成已经发生的事",
        "write the paragraph's verb “{words}”; it is not told as a fact",
    ),
    "condition": (
        "不能略去条件“{words}”",
        "the condition “{words}” may not be left out",
    ),
    "quote": ("“{words}”与原文不同", "“{words}” is not how the paragraph has it"),
    "words": ("段落里没有这些说法：{words}", "the paragraph does not say: {words}"),
}
_REFUSED: dict[Refused, tuple[str, str]] = {
    "key": ("没有写明所依据段落的编号", "the number of the paragraph is missing"),
    "language": ("应该用中文写", "write in English"),
    "bare": ("要写成完整的句子，说明是什么事", "write a whole sentence that says what it is of"),
    "markup": ("只写文字，不用标记、括号和网址", "write words only, no markup and no address"),
    "orders": ("这一段只能照引原文", "this paragraph can only be quoted"),
    "refusal": ("没有回答", "it does not answer"),
}


def reason(rejected: Rejected, lang: Lang) -> str:
    """Everything that was wrong with a sentence, in one line."""
    column = 0 if lang == "zh" else 1
    said = [_REFUSED[rejected.why][column]] if rejected.why else []
    said += [_FAULTS[fault.kind][column].format(words=fault.words) for fault in rejected.faults]
    return ("；" if lang == "zh" else "; ").join(said)

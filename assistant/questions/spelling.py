"""Slips of the pen and of the input method, put right where no doubt is left.

A slip is a word of the closed list (``vocabulary``) with one character of the same or a similar
sound in place of the right one (密书长), any one wrong character in a long name, two neighbours
changed about or one typed twice; or the word in letters (mishuzhang), a letter dropped or doubled.
What stands in quotation marks is somebody's wording and is left alone.

A false correction is worse than none. So a word is read as another only where jieba's dictionary
makes the question likelier by far with it, where the right reading is the only near one, and where
the library's texts have nothing of what was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from assistant.questions.latin_spelling import How, Slip, latin_slips
from assistant.questions.vocabulary import hide, vocabulary
from assistant.text.tokens import STOP_WORDS, dictionary_words, likelihood
from assistant.types import Correction, Lang, Span

_HAN_RUN = re.compile(r"[㐀-鿿]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’")
_LONGEST = 300  # characters of a question in which slips are looked for
_MOST = 3  # slips put right in one question; a text of more is not read by guessing

# By how much (natural logarithm) a question has to become likelier. With these, of 11,470 other
# questions and sentences (LeCoQA, NoMIRACL, XQuAD, United Nations) four are corrected, each of
# which is misspelt, and of 1,114 slips of ``eval.generator.slips`` 95 in 100, none wrongly.
_GAIN = 4.0
_GAIN_OF_TWO = 4.5  # for a word of two characters; at 3.5 日起 is read as 日期
# A character that stands in a word this common (occurrences in jieba's dictionary, which is of
# 60 million) is no slip: 主意 in 主意到. 150 and 400 differ in one slip of 694, and 密书 has 78.
_COMMON_WORD = 400
_Candidate = tuple[int, int, str, How]

_SHORT = 2  # characters: one has to sound the same, not only alike
_LONG = 5  # characters of a name that is known by the rest when an inner one is wrong


def correct(
    folded: str, lang: Lang, in_texts: Callable[[str], bool] = lambda _: False
) -> tuple[str, tuple[Correction, ...]]:
    """A folded question with its slips put right, and what was read as what.

    ``in_texts`` tells whether the library's texts have certain words: such words are no slip.
    """
    made: list[Correction] = []
    for _ in range(_MOST if len(folded) <= _LONGEST else 0):
        slip = _surest(folded, lang, in_texts)
        if slip is None:
            break
        typed = slip.span.of(folded)
        made.append(Correction(typed, slip.read, slip.how))
        folded = folded[: slip.span.start] + slip.read + folded[slip.span.end :]
    return folded, tuple(made)


def _surest(folded: str, lang: Lang, in_texts: Callable[[str], bool]) -> Slip | None:
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(folded)]
    found = [
        slip
        for slip in (*_chinese_slips(folded), *latin_slips(folded, lang))
        if not any(q.start < slip.span.end and slip.span.start < q.end for q in quoted)
    ]
    found.sort(key=lambda slip: (-slip.gain, slip.span.start, -len(slip.read)))
    for slip in found:
        if not _is_contested(slip, found, folded) and not in_texts(slip.span.of(folded)):
            return slip
    return None


_CLEARLY = 1.5  # by which the nearest reading has to be nearer than the next


def _is_contested(slip: Slip, found: list[Slip], folded: str) -> bool:
    """Whether another reading of the same words comes as near, and is not the same in the end."""
    result = _applied(slip, folded)
    return any(
        slip.span.start < other.span.end
        and other.span.start < slip.span.end
        and other.gain > slip.gain - _CLEARLY
        and _applied(other, folded) != result
        for other in found
    )


def _applied(slip: Slip, folded: str) -> str:
    return folded[: slip.span.start] + slip.read + folded[slip.span.end :]


def _chinese_slips(folded: str) -> Iterator[Slip]:
    for run in _HAN_RUN.finditer(folded):
        text = run.group()
        before: float | None = None
        for start, end, word, how in _candidates(text):
            if before is None:
                before = likelihood(text)
            gain = likelihood(text[:start] + word + text[end:]) - before
            if gain >= (_GAIN if len(word) > _SHORT else _GAIN_OF_TWO):
                yield Slip(Span(run.start() + start, run.start() + end), word, how, gain)


def _candidates(text: str) -> Iterator[_Candidate]:
    """(start, end, word it may be, how it was missed) of windows of a run of Chinese."""
    words = vocabulary()
    edges, doubtful = _doubtful(text)
    for nth, start in enumerate(edges):
        for end in edges[nth + 1 :]:
            if end - start > words.longest + 1:
                break
            inside = doubtful[bisect_left(doubtful, start) : bisect_left(doubtful, end)]
            window = text[start:end]
            if not inside or window in words.words:
                continue
            for word in words.spoilt.get(window, ()):
                yield start, end, word, "spelling"
            for at in inside:
                if hide(window, at - start) in words.masked and not _holds_a_word(window):
                    yield from _misheard(window, start, end, at - start)


def _holds_a_word(window: str) -> bool:
    """请核武器国家 is no 无核武器国家."""
    return bool({window[1:], window[:-1]} & vocabulary().words)


def _misheard(window: str, start: int, end: int, at: int) -> Iterator[_Candidate]:
    from assistant.text import pinyin

    for word in vocabulary().masked.get(hide(window, at), ()):
        alike = len(word) > _SHORT and pinyin.near_sound(window[at], word[at])
        if alike or pinyin.same_sound(window[at], word, at):
            yield start, end, word, "pinyin"
        elif (
            len(word) >= _LONG
            and 0 < at < len(word) - 1  # 缔约方 is no 缔约国, 法庭 no 法院
            and word in vocabulary().names
            and window[at] not in STOP_WORDS  # 的 in 核武的国家 is right
        ):
            yield start, end, word, "spelling"


def _doubtful(text: str) -> tuple[list[int], list[int]]:
    """Where words begin and end, and the characters that stand in no common word."""
    edges: list[int] = []
    doubtful: list[int] = []
    right = _in_words(text)
    at = 0
    for word, frequency in dictionary_words(text):
        common = len(word) > 1 and (frequency >= _COMMON_WORD or word in vocabulary().words)
        whole = range(at, at + len(word))
        edges.extend(whole[:1] if common else whole)
        doubtful.extend(() if common else (i for i in whole if i not in right))
        at += len(word)
    return [*edges, at], doubtful


def _in_words(text: str) -> frozenset[int]:
    """The characters that stand in a word of the closed list already: 核五国 is no 核武."""
    words = vocabulary()
    return frozenset(
        at
        for start in range(len(text) - _SHORT)
        for end in range(start + _SHORT + 1, min(start + words.longest, len(text)) + 1)
        if text[start:end] in words.words
        for at in range(start, end)
    )

"""Questions of one paragraph of a generated series, with what each of its resolutions says.

No resolution is named, so that all of the series are meant: the truth is every paragraph of the
line, from the newest resolution back to where the line begins, known from the edits.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.text.verbs import DIRECTIVES
from eval.generator.series import Series
from eval.generator.truth import TrueAct, TrueParagraph
from eval.gold import GoldItem

_REPORT = re.compile(r"(?P<verb>提出|编写)(?P<report>关于[^，；。]+报告)")
_DIGITS = re.compile(r"[0-9〇一二三四五六七八九十百]")
_TIMED = re.compile(rf"{_DIGITS.pattern}|每")  # what is due is asked by its time
_SHORTEST = 8  # characters of an object from which it says what is meant
_ATTITUDES = frozenset({"注意到", "欢迎", "赞赏", "表示赞赏", "关切", "遗憾"})


@dataclass(frozen=True, slots=True)
class Line:
    """A question, and the words that answer it in each resolution of the series, newest first."""

    question: str
    says: tuple[tuple[str, str], ...]  # key of the paragraph and the words

    @property
    def wordings(self) -> dict[str, list[str]]:
        """The keys of the paragraphs that say each thing, the newest first."""
        by_words: dict[str, list[str]] = {}
        for key, words in self.says:
            by_words.setdefault(words, []).append(key)
        return by_words


def lines_of(made: Series) -> Iterator[Line]:
    """Who is asked, by what day, and with what attitude, for the paragraphs of the newest.

    What two paragraphs of one resolution answer alike is not asked.
    """
    found = list(_asked_lines(made))
    times = Counter(line.question for line in found)
    yield from (line for line in found if times[line.question] == 1)


def _asked_lines(made: Series) -> Iterator[Line]:
    for line in _lines(made):
        _, newest = line[0]
        if len(newest.acts) != 1 or newest.kind not in ("preambular", "operative"):
            continue
        for ask in (_who, _when, _attitude):
            question, _ = ask(newest, newest.acts[0])
            said = [(key, ask(p, p.acts[0])[1]) for key, p in line if len(p.acts) == 1]
            told = [words for _, words in said if words and words not in question]
            if question and len(told) == len(line):
                yield Line(question, tuple(said))


def version_questions(made: Series) -> Iterator[GoldItem]:
    """The questions of :func:`lines_of`, each answered by every paragraph of its line."""
    texts = {t.key(p): p.text for f in made.files for t in f.truths for p in t.paragraphs}
    for line in lines_of(made):
        keys = [key for key, _ in line.says]
        yield GoldItem(
            id=f"generated:versions:{keys[0]}:{line.question}",
            split="dev",
            kind="fact",
            turns=(line.question,),
            groups=tuple((key,) for key in keys),
            exact=True,
            must_contain=(line.says[0][1],),
            reason="every resolution of the series that has this paragraph",
            text_sha={key: hashlib.sha256(texts[key].encode()).hexdigest() for key in keys},
        )


def _lines(made: Series) -> Iterator[list[tuple[str, TrueParagraph]]]:
    truths = [truth for file in made.files for truth in file.truths]
    at = [{paragraph.place: paragraph for paragraph in truth.paragraphs} for truth in truths]
    before = [{new: old for old, new, _ in step.pairs} for step in made.steps]
    for place in at[-1]:
        line, here = [], place
        for n in range(len(truths) - 1, -1, -1):
            line.append((truths[n].key(at[n][here]), at[n][here]))
            if n == 0 or here not in before[n - 1]:
                break
            here = before[n - 1][here]
        yield line


def _who(paragraph: TrueParagraph, act: TrueAct) -> tuple[str, str]:
    after = paragraph.text[act.verb_end : act.end]
    if act.verb not in DIRECTIVES or len(act.addressees) != 1:
        return "", ""
    name = act.addressees[0]
    asked = after.removeprefix(name).split("，")[0]
    is_plain = after.startswith(name) and not _TIMED.search(asked) and len(asked) >= _SHORTEST
    return (f"由谁{asked}？" if is_plain else "", name)


def _when(paragraph: TrueParagraph, act: TrueAct) -> tuple[str, str]:
    report = _REPORT.search(paragraph.text)
    days = [due for due in act.deadlines if due.date is not None]
    if report is None or len(days) != 1:
        return "", ""
    day = days[0].date
    words = f"{day.year} 年 {day.month} 月 {day.day} 日" if day else ""
    return f"{report['report']}哪天之前{report['verb']}？", words


def _attitude(paragraph: TrueParagraph, act: TrueAct) -> tuple[str, str]:
    said = paragraph.text[act.verb_end : act.end].split("，")[0]
    if act.verb not in _ATTITUDES or _DIGITS.search(said) or len(said) < _SHORTEST:
        return "", ""
    return f"对{said}持什么态度？", paragraph.text[act.start : act.verb_end]

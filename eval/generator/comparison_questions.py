"""Questions about what became of a generated resolution in the next one of its series, with exact
answers from the edits. Gold items like those of ``questions``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from assistant.text.labels import label
from assistant.types import Lang
from eval.generator.questions import Groups
from eval.generator.series import Series, TrueStep
from eval.gold import GoldItem

_ASKED: dict[str, tuple[str, str]] = {
    "added": (
        "{second}比{first}多了哪些段落？",
        "What was added in {second} compared with {first}?",
    ),
    "dropped": (
        "从{first}到{second}删去了哪些段落？",
        "What was dropped from {first} to {second}?",
    ),
    "stronger": (
        "{second}的哪些措辞比{first}加强了？",
        "Which wording of {second} is stronger than in {first}?",
    ),
    "weaker": (
        "{second}的哪些措辞比{first}减弱了？",
        "Which wording of {second} is weaker than in {first}?",
    ),
}


def comparison_questions(made: Series, lang: Lang = "zh") -> Iterator[GoldItem]:
    """For every step: what was added, what dropped, which verbs became stronger or weaker.

    A verb that changed is answered by both paragraphs. Where nothing became so, nothing is asked.
    """
    texts = {
        truth.key(p): p.text for f in made.files for truth in f.truths for p in truth.paragraphs
    }
    for step in made.steps:
        for what in _ASKED:
            if groups := edited(step, what, texts):
                yield _item(step, what, groups, texts, lang)


def edited(step: TrueStep, what: str, texts: Iterable[str]) -> Groups:
    """What answers a question after one sort of edit (``added``, ``dropped``, or an ``Edit``), or
    after ``any`` of them but moves. ``texts``: the keys there are."""
    if what == "any":
        edits = ("words", "stronger", "weaker", "addressee", "added", "dropped")
        return tuple(group for edit in edits for group in edited(step, edit, texts))
    if what == "added":
        return _covering(step.second, step.added, texts)
    if what == "dropped":
        return _covering(step.first, step.dropped, texts)
    return _pairs(step, what)


def _covering(symbol: str, places: tuple[str, ...], texts: Iterable[str]) -> Groups:
    """Each paragraph, and its items, for which it may be cited."""
    groups: list[tuple[str, ...]] = []
    for key in (f"{symbol}#{place}" for place in places):
        groups.append((key,))
        groups += [(below, key) for below in texts if below.startswith(f"{key}(")]
    return tuple(groups)


def _pairs(step: TrueStep, edit: str) -> Groups:
    return tuple(
        (key,)
        for old, new, made in step.pairs
        if made == edit
        for key in (f"{step.first}#{old}", f"{step.second}#{new}")
    )


def _item(
    step: TrueStep, what: str, groups: Groups, texts: Mapping[str, str], lang: Lang
) -> GoldItem:
    form = _ASKED[what][lang == "en"]
    question = form.format(first=label(step.first, lang), second=label(step.second, lang))
    keys = [key for group in groups for key in group]
    return GoldItem(
        id=f"generated:{step.first}:{step.second}:{lang}:compare:{what}",
        split="dev",
        kind="compare",
        turns=(question[:1].upper() + question[1:],),
        groups=groups,
        exact=True,
        reason=f"the edits: {what}",
        text_sha={key: hashlib.sha256(texts[key].encode()).hexdigest() for key in keys},
    )

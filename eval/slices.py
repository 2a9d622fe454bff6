"""How questions are grouped in the report: one function of a question for each grouping."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from eval.gold import GoldItem
from eval.libraries import generated_truths
from eval.subject import Truth

_CHINESE = re.compile(r"[一-鿿]")
_LATIN_WORDS = re.compile(r"[A-Za-z]{3,}")
NO_FORM, SEVERAL_FORMS = "none", "several"


def language_of(item: GoldItem) -> str:
    """Of the question that is judged: ``zh``, ``en``, or ``mixed`` where it has words of both."""
    text = item.question
    if not _CHINESE.search(text):
        return "en"
    return "mixed" if _LATIN_WORDS.search(re.sub(r"[A-Z]/[A-Z0-9/.()-]+", "", text)) else "zh"


def turn_of(item: GoldItem) -> str:
    """How the question stands: alone, or so many turns into a conversation."""
    turns = len(item.turns)
    return "1 turn" if turns == 1 else "2 turns" if turns == 2 else "3+ turns"


def expected_of(item: GoldItem) -> str:
    """What has to come of it."""
    if not item.premise_ok:
        return "false premise"
    return "answer" if item.expects_answer else "refusal"


# How questions are grouped in the report.
SLICES: Mapping[str, Callable[[GoldItem], str]] = {
    "library": lambda item: item.library,
    "kind": lambda item: item.kind,
    "language": language_of,
    "turns": turn_of,
    "expected": expected_of,
    "split": lambda item: item.split,
}


def form_of(truths: Mapping[str, Truth], item: GoldItem) -> str:
    """The form of the texts that answer: ``modern``, ``records`` …; ``none`` where nothing does."""
    truth = truths.get(item.library)
    symbols = {key.partition("#")[0] for key in item.keys}
    forms = {_form(symbol, item.library, truth) for symbol in symbols}
    if len(forms) > 1:
        return SEVERAL_FORMS
    return forms.pop() if forms else NO_FORM


def _form(symbol: str, library: str, truth: Truth | None) -> str:
    if library == "generated":
        return _generated_forms().get(symbol, NO_FORM)
    if library == "forms" and truth is not None and symbol in truth.resolutions:
        name = truth.resolutions[symbol].source.name
        return re.sub(r"^\d+_|\.txt$", "", name).replace("_", " ")
    return "modern" if library == "samples" else NO_FORM


@cache
def _generated_forms() -> Mapping[str, str]:
    return {truth.symbol: truth.form for truth in generated_truths()}

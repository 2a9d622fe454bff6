"""The generated library: files one after the other, never all in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eval.generator.addresses import FORMS, MOST, Form
from eval.generator.compose import plan_of
from eval.generator.layout import IN_ENGLISH, rendered
from eval.generator.plan import Plan
from eval.generator.truth import Truth

ALL_FORMS: tuple[Form, ...] = tuple(FORMS)


@dataclass(frozen=True, slots=True)
class Generated:
    """A file: its name, its text, and one truth for each resolution in it."""

    name: str
    text: str
    truths: tuple[Truth, ...]


def resolutions(
    seed: int,
    count: int,
    *,
    forms: tuple[Form, ...] = ALL_FORMS,
    langs: tuple[str, ...] = ("zh",),
) -> Iterator[Generated]:
    """``count`` resolutions, each in every language of ``langs`` that its form has.

    The same arguments give the same files, byte for byte; more of them only add files.

    Raises:
        ValueError: more than there are symbols, or an unknown form.
    """
    if not 0 <= count <= MOST:
        raise ValueError(f"between 0 and {MOST} resolutions can be made, not {count}")
    unknown = set(forms) - set(FORMS)
    if unknown or not forms:
        raise ValueError(f"unknown forms: {', '.join(sorted(unknown)) or 'none given'}")
    for index in range(count):
        plan = plan_of(seed, index, forms)
        for lang in langs:
            if lang == "zh" or plan.form in IN_ENGLISH:
                text = rendered(plan, lang)
                yield Generated(_name(plan, lang), text.text, text.truths)


def _name(plan: Plan, lang: str) -> str:
    stem = plan.address.symbol.replace("/", "_")
    return f"{stem}.txt" if lang == "zh" else f"{stem}_{lang}.txt"

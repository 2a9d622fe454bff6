"""Generated texts for the tests of this folder."""

from __future__ import annotations

from functools import cache

from eval.generator import Generated, resolutions
from eval.generator.addresses import Form


@cache
def _made(form: Form, lang: str, count: int) -> tuple[Generated, ...]:
    return tuple(resolutions(7, count, forms=(form,), langs=(lang,)))


def texts_of(form: Form, lang: str = "zh", count: int = 12) -> list[Generated]:
    """``count`` files of one form."""
    return list(_made(form, lang, count))


def first(form: Form) -> Generated:
    """One file of a form, not the library's very first, which has little to recall."""
    return _made(form, "zh", 12)[5]

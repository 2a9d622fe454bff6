from __future__ import annotations

from collections.abc import Mapping

from assistant.library.lookups import Found
from assistant.library.paragraph_cache import ParagraphCache
from assistant.types import Paragraph


class Shelf:
    """Where paragraphs are loaded from: says which were."""

    def __init__(self) -> None:
        self.text = "一"
        self.loaded: list[str] = []

    def load(self, keys: list[str]) -> Mapping[str, Paragraph]:
        self.loaded.extend(keys)
        return {key: Paragraph(*key.split("#"), "operative", self.text) for key in keys}  # type: ignore[arg-type]


def test_a_paragraph_is_loaded_once_while_its_version_stays() -> None:
    cache, shelf = ParagraphCache(), Shelf()
    found = [Found("A#OP1", "v1"), Found("A#OP2", "v1"), Found("A#OP1", "v1")]
    for _ in range(2):
        assert [p.place for p in cache.paragraphs(found, shelf.load)] == ["OP1", "OP2", "OP1"]
    assert shelf.loaded == ["A#OP1", "A#OP2"]


def test_another_version_is_loaded_again() -> None:
    cache, shelf = ParagraphCache(), Shelf()
    cache.paragraphs([Found("A#OP1", "v1")], shelf.load)
    shelf.text = "二"
    assert cache.paragraphs([Found("A#OP1", "v2")], shelf.load)[0].text == "二"


def test_the_least_recently_used_goes_first() -> None:
    cache, shelf = ParagraphCache(limit=2), Shelf()
    for key in ("A#OP1", "A#OP2", "A#OP1", "A#OP3", "A#OP1", "A#OP2"):
        cache.paragraphs([Found(key, "v")], shelf.load)
    assert shelf.loaded == ["A#OP1", "A#OP2", "A#OP3", "A#OP2"]


def test_more_paragraphs_than_are_kept_are_given_all_the_same() -> None:
    cache, shelf = ParagraphCache(limit=2), Shelf()
    found = [Found(f"A#OP{n}", "v") for n in range(5)]
    assert len(cache.paragraphs(found, shelf.load)) == 5

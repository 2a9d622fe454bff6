from __future__ import annotations

import pytest

from assistant.library.library import Library
from assistant.retrieval.wording import renderings
from assistant.types import Renderings


@pytest.mark.parametrize(
    ("phrase", "rendering"),
    [
        ("bearing in mind", "铭记"),
        ("铭记", "bearing in mind"),
        ("Requests the Secretary-General", "请秘书长"),
        ("calls upon", "促请"),
    ],
)
def test_the_established_wording_is_found_in_the_texts(
    bilingual: Library, phrase: str, rendering: str
) -> None:
    assert rendering in [r.text.lower() for r in renderings(phrase, bilingual).renderings]


@pytest.mark.parametrize(
    "phrase", ["bearing in mind", "深为关切", "秘书长", "within existing resources"]
)
def test_every_example_prints_both_where_it_says(bilingual: Library, phrase: str) -> None:
    found = renderings(phrase, bilingual)
    assert found.renderings
    assert all(one.paragraphs <= found.paragraphs for one in found.renderings)
    for rendering in found.renderings:
        assert rendering.texts <= rendering.paragraphs
        assert 0 < rendering.dice <= 1
        assert rendering.log_likelihood > 10.8
        for example in rendering.examples:
            for lang, text, span in (
                ("zh", example.zh, example.zh_span),
                ("en", example.en, example.en_span),
            ):
                held = bilingual.records.read(example.symbol, lang)  # type: ignore[arg-type]
                assert text in [p.text for p in held.paragraphs if p.place == example.paragraph]
                wanted = found.phrase if lang == found.lang else rendering.text
                assert span is not None
                assert span.of(text).lower() == wanted.lower()


def test_too_few_paragraphs_are_shown_as_they_are(bilingual: Library) -> None:
    found = sparse(bilingual)
    assert not found.enough
    assert found.renderings == ()
    assert len(found.examples) == found.texts
    assert all(found.phrase in example.en for example in found.examples)


def sparse(library: Library) -> Renderings:
    """The renderings of words that one English text alone has."""
    pairs = library.records.wordings.companions().pairs
    for pair in pairs:
        words = " ".join(pair.en.text.rstrip(".,;").split()[-6:])
        found = renderings(words, library)
        if found.texts == 1:
            return found
    raise AssertionError("every text is repeated")


def test_a_library_of_one_language_has_only_what_the_tables_say(sample_library: Library) -> None:
    found = renderings("nuclear disarmament", sample_library)
    assert (found.compared, found.paragraphs, found.renderings, found.examples) == (0, 0, (), ())
    assert [(term.text, term.table) for term in found.table] == [("核裁军", "lookup")]

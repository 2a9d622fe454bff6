"""Generated series: the truth is of the texts, and the same arguments give the same."""

from __future__ import annotations

import pytest

from eval.generator.series import series


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_arguments_give_the_same_texts(lang: str) -> None:
    assert series(5, 3, 3, lang=lang) == series(5, 3, 3, lang=lang)


def test_every_paragraph_of_both_is_in_the_truth_once() -> None:
    made = series(5, 3, 4)
    for step, first, second in zip(made.steps, made.files, made.files[1:], strict=False):
        old = [*(pair[0] for pair in step.pairs), *step.dropped]
        new = [*(pair[1] for pair in step.pairs), *step.added]
        for places, file in ((old, first), (new, second)):
            held = [p.place for p in file.truths[0].paragraphs if p.place[:2] in ("PP", "OP")]
            assert sorted(places) == sorted(place for place in held if "(" not in place)


def test_every_kind_of_edit_is_made() -> None:
    edits = {e for n in range(12) for s in series(5, n, 3).steps for _, _, e in s.pairs}
    assert edits == {"kept", "words", "stronger", "weaker", "addressee", "moved", "across"}


def test_what_is_kept_reads_the_same_but_for_what_a_session_renews() -> None:
    made = series(5, 3, 2)
    texts = [{p.place: p.text for p in f.truths[0].paragraphs} for f in made.files]
    kept = [(old, new) for old, new, edit in made.steps[0].pairs if edit == "kept"]
    same = [texts[0][old] == texts[1][new] for old, new in kept]
    assert sum(same) > len(same) / 3

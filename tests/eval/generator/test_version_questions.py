"""What each resolution of a generated series says of one thing is known from its edits."""

from __future__ import annotations

from eval.generator.series import series
from eval.generator.version_questions import lines_of, version_questions


def test_a_line_goes_back_from_the_newest_resolution_and_says_what_its_texts_say() -> None:
    made = series(21, 2, 4)
    texts = {t.key(p): p.text for f in made.files for t in f.truths for p in t.paragraphs}
    newest = made.files[-1].truths[0].symbol
    found = list(lines_of(made))
    assert found
    for line in found:
        assert line.says[0][0].startswith(newest)
        assert all(words in texts[key] for key, words in line.says)
        assert all(words not in line.question for _, words in line.says)


def test_some_lines_change_and_some_do_not() -> None:
    sizes = {len(line.wordings) > 1 for i in range(6) for line in lines_of(series(21, i, 4))}
    assert sizes == {True, False}


def test_every_question_is_asked_once_and_answered_by_its_whole_line() -> None:
    items = list(version_questions(series(21, 2, 4)))
    assert len({item.turns for item in items}) == len(items)
    for item in items:
        assert item.exact
        assert all(len(group) == 1 for group in item.groups)
        assert set(item.text_sha) == {key for (key,) in item.groups}

from __future__ import annotations

from assistant.text.pinyin import letters, syllables
from eval.generator.library import resolutions
from eval.generator.questions import questions_of
from eval.generator.slips import KINDS, MadeSlip, misspelt, slips_of, words_named

QUESTION = "第75/45号决议请联合国秘书长做什么"


def made() -> list[MadeSlip]:
    return list(slips_of(QUESTION, ("秘书长",), seed=1))


def test_each_kind_of_slip_is_made_once_for_a_word() -> None:
    assert [slip.kind for slip in made()] == list(KINDS)


def test_a_slip_stands_where_the_word_stood_and_the_rest_is_unchanged() -> None:
    assert all(s.question == QUESTION.replace("秘书长", s.typed) for s in made())
    assert all(slip.typed != slip.meant for slip in made())


def test_a_homophone_sounds_the_same_and_the_letters_are_its_own() -> None:
    by_kind = {slip.kind: slip.typed for slip in made()}
    assert syllables(by_kind["homophone"])[1] == "shu"
    assert by_kind["letters"] == letters("秘书长")
    assert len(by_kind["dropped"]) + 2 == len(by_kind["doubled"]) == len("mishuzhang") + 1


def test_the_same_seed_makes_the_same_slips_and_another_others() -> None:
    assert made() == made()
    assert made() != list(slips_of(QUESTION, ("秘书长",), seed=2))


def test_a_form_that_is_a_word_already_is_no_slip() -> None:
    forms = {s.typed for seed in range(60) for s in slips_of("75/45决定什么", ("决定",), seed)}
    assert forms
    assert not forms & {"决订", "绝顶"} - {"决订"}


def test_of_words_within_words_the_longest_is_named() -> None:
    assert words_named(QUESTION) == ("决议", "联合国秘书长")


def test_a_misspelt_question_has_the_answer_of_the_one_it_was_made_of() -> None:
    (file,) = resolutions(3, 1, forms=("modern",), langs=("zh",))
    asked = {item.id: item for truth in file.truths for item in questions_of(truth)}
    made = list(misspelt(asked.values()))
    assert made
    for item in made:
        original = asked[item.id.rpartition(":")[0]]
        assert (item.groups, item.exact, item.kind) == (
            original.groups,
            original.exact,
            "understanding",
        )
        assert item.turns != original.turns

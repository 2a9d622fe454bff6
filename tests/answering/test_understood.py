from __future__ import annotations

from assistant.answering import understood
from assistant.types import Lang, Question


def asked(lang: Lang) -> Question:
    return Question(
        "",
        "",
        lang,
        "acts",
        addressees=("秘书长", "会员国"),
        verbs=("请", "促请"),
        deliverables=("报告",),
    )


def test_an_english_reader_is_told_in_english_what_was_understood() -> None:
    read = understood(asked("en"))
    assert read.addressee_label == "Secretary-General, Member States"
    assert read.verb_labels == ("request (请)", "call upon (促请)")
    assert read.deliverable_labels == ("report",)


def test_a_chinese_reader_is_told_the_names_themselves() -> None:
    read = understood(asked("zh"))
    assert read.addressee_label == read.addressee == "秘书长、会员国"
    assert read.verb_labels == read.verbs
    assert read.deliverable_labels == read.deliverables


def test_what_is_not_named_has_no_label() -> None:
    read = understood(Question("", "", "en", "content"))
    assert (read.addressee_label, read.verb_labels, read.deliverable_labels) == (None, (), ())

from __future__ import annotations

import pytest

from assistant.text.deliverables import DELIVERABLES, deliverable_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("报告", "报告"),
        ("報告", "报告"),
        ("汇报", "报告"),
        ("Reports", "报告"),
        (" sub-item ", "分项"),
        ("蛋糕", None),
        ("", None),
    ],
)
def test_a_deliverable_has_one_name_in_every_form(printed: str, name: str | None) -> None:
    assert deliverable_name(printed) == name


def test_no_word_stands_for_two_deliverables() -> None:
    words = [word for name, others in DELIVERABLES.items() for word in (name, *others)]
    assert len(words) == len(set(words))

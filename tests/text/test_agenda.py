from __future__ import annotations

import pytest

from assistant.text.agenda import agenda_titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("决定在大会第七十六届会议临时议程题为“甲”的项目下列入题为“乙”的分项", ("甲", "乙")),
        ("决定将题为“乙”的项目列入大会第九十一届会议临时议程", ("乙", None)),
        ("请秘书长在题为“甲”的分项下提出报告", ("甲", None)),
        ("请秘书长在题为 “全面 裁军” 的议程项目下提出报告", ("全面 裁军", None)),
        ("Decides to include, under the item entitled “A”, the sub-item entitled “B”", ("A", "B")),
        ("Decides to include in the provisional agenda the item entitled “B”", ("B", None)),
        ("to report thereon under the agenda item entitled “A”", ("A", None)),
        ("回顾题为“甲”的决议", None),
        ("请秘书长提出报告", None),
    ],
)
def test_the_item_and_what_is_put_under_it_are_read_as_printed(
    text: str, titles: tuple[str, str | None] | None
) -> None:
    assert agenda_titles(text) == titles

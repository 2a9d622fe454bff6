"""What acts ask to be made, by one name: 报告 for report, reports and 报告.

The names are those that the parser reads as deliverables, in Chinese and in English.
"""

from __future__ import annotations

from functools import cache

from assistant.text.normalise import fold

# The Chinese name, and the other words that resolutions print for it.
DELIVERABLES: dict[str, tuple[str, ...]] = {
    "报告": ("汇报", "report", "reports"),
    "建议": ("recommendation", "recommendations", "proposal", "proposals"),
    "会议": ("meeting", "meetings", "conference", "conferences", "event", "events", "consultations",
            "seminar", "seminars", "workshop", "workshops", "dialogue"),
    "分项": ("sub-item", "sub-items", "subitem", "subitems"),
    "项目": ("item", "items"),
    "工作组": ("working group", "group", "panel"),
    "委员会": ("committee", "commission"),
    "基金": ("fund",),
    "机制": ("mechanism",),
    "机构": ("body", "unit", "secretariat"),
    "服务": ("services",),
    "资源": ("resources",),
    "支助": ("support",),
    "援助": ("assistance",),
    "意见": ("views", "comments"),
    "研究": ("study",),
    "摘要": ("summary",),
    "资料": ("information",),
    "转递": ("转交", "transmission", "transmit", "forward"),  # of a report that there is
    "方案预算": ("programme budget",),
}  # fmt: skip


@cache
def _names() -> dict[str, str]:
    return {spelling: name for name, others in DELIVERABLES.items() for spelling in (name, *others)}


def deliverable_name(printed: str) -> str | None:
    """The one name of a deliverable in any written form; None for what is none.

    >>> deliverable_name("Sub-item"), deliverable_name("報告")
    ('分项', '报告')
    """
    return _names().get(fold(printed).text.strip().lower())


def english_deliverable(name: str) -> str:
    """The English word for a deliverable's Chinese name, or the name where none is known.

    >>> english_deliverable("报告"), english_deliverable("转递")
    ('report', 'transmission')
    """
    return next((other for other in DELIVERABLES.get(name, ()) if other.isascii()), name)

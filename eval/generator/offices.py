"""Whom fictional resolutions address: offices and groups as they are printed, zh and en."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """An addressee. ``name`` is the canonical one of ``assistant.text.bodies``."""

    name: str
    zh: str
    en: str


_TABLE = """
秘书长|秘书长|the Secretary-General
大会主席|大会主席|the President of the General Assembly
会员国|会员国|Member States
会员国|所有会员国|all Member States
会员国|有能力这样做的会员国|Member States in a position to do so
各国|各国|States
各国|所有国家|all States
缔约国|缔约国|States parties
发达国家|发达国家|developed countries
发展中国家|发展中国家|developing countries
国际社会|国际社会|the international community
国际组织|国际组织|international organizations
区域组织|区域组织|regional organizations
民间社会|民间社会|civil society
非政府组织|非政府组织|non-governmental organizations
学术界|学术界|academia
私营部门|私营部门|the private sector
专门机构|专门机构|the specialized agencies
联合国系统|联合国系统|the United Nations system
联合国各基金和方案|联合国各基金和方案|the funds and programmes
经济及社会理事会|经济及社会理事会|the Economic and Social Council
国际法委员会|国际法委员会|the International Law Commission
建设和平委员会|建设和平委员会|the Peacebuilding Commission
世界卫生组织|世界卫生组织|the World Health Organization
行政和预算问题咨询委员会|行政和预算问题咨询委员会|the Advisory Committee on Administrative and Budgetary Questions
"""  # noqa: E501 - a table

OFFICES: dict[str, Office] = {
    row.split("|")[1]: Office(*row.split("|")) for row in _TABLE.strip().splitlines()
}
SECRETARY_GENERAL = OFFICES["秘书长"]
STATES: tuple[Office, ...] = tuple(
    OFFICES[name] for name in ("会员国", "所有会员国", "有能力这样做的会员国", "各国", "所有国家")
)
PARTNERS: tuple[Office, ...] = tuple(
    OFFICES[name]
    for name in (
        "国际组织 区域组织 民间社会 非政府组织 学术界 私营部门 专门机构 联合国系统 "
        "联合国各基金和方案"
    ).split()
)
COMMITTEES: tuple[Office, ...] = tuple(
    Office(f"第{zh}委员会", f"第{zh}委员会", f"{en} Committee")
    for zh, en in zip("一二三四五六", "First Second Third Fourth Fifth Sixth".split(), strict=True)
)

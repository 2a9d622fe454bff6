"""Established wording for what people say: abbreviations, everyday names, English terms.

Used to look for a question's words in Chinese texts. A row never changes what is quoted: it only
says which words of a source a word of a question may stand for. Keys are folded, lower case.
"""

from __future__ import annotations

import re
from functools import cache

# Everyday Chinese and abbreviations → wording of the texts, the most established first.
EVERYDAY: dict[str, tuple[str, ...]] = {
    "谢意": ("赞赏", "感谢"),
    "不安": ("关切",),
    "落实": ("执行", "履行"),
    "职权": ("职权", "权力", "职责"),
    "大众": ("公众",),
    "核威胁": ("核武器对人类的威胁",),
    "办法": ("手段", "办法", "措施"),
    "谈": ("谈判",),
    "法律手段": ("法律约束力",),
    "民间组织": ("民间社会",),
    "新闻界": ("大众媒体",),
    "利害关系": ("利益",),
    "成败": ("成功",),
    "形势": ("气氛", "形势"),
    "国际形势": ("国际气氛",),
    "眼下": ("当前",),
    "改良": ("改进",),
    "动用": ("使用",),
    "看法": ("看法", "意见"),
    "征集": ("征求",),
    "领导人": ("首脑", "元首"),
    "核弹": ("核武器",),
    "npt": ("不扩散核武器条约",),
    "不扩散条约": ("不扩散核武器条约",),
    "核不扩散条约": ("不扩散核武器条约",),
    "防扩散条约": ("不扩散核武器条约",),
    "tpnw": ("禁止核武器条约",),
    "禁核条约": ("禁止核武器条约",),
    "核禁条约": ("禁止核武器条约",),
    "禁核武条约": ("禁止核武器条约",),
    "禁核武器条约": ("禁止核武器条约",),
    "ctbt": ("全面禁止核试验条约",),
    "全面禁试条约": ("全面禁止核试验条约",),
    "禁试条约": ("全面禁止核试验条约",),
    "禁核试条约": ("全面禁止核试验条约",),
    "fmct": ("裂变材料",),
    "宪章": ("联合国宪章",),
    "千年宣言": ("联合国千年宣言",),
    "国际日": ("彻底消除核武器国际日", "国际日"),
    "纪念日": ("国际日",),
    "核武": ("核武器",),
    "原子弹": ("核武器",),
    "直播": ("网播",),
    "网络直播": ("网播",),
    "网上直播": ("网播",),
    "webcast": ("网播",),
    "裁谈会": ("裁军谈判会议",),
    "裁审会": ("裁军审议委员会",),
    "一委": ("第一委员会",),
    "安理会": ("安全理事会",),
    "ngo": ("非政府组织",),
    "媒体": ("大众媒体", "媒体"),
    "传媒": ("大众媒体",),
    "老百姓": ("公众", "个人"),
    "公众意识": ("公众认识",),
    "意识": ("认识",),
    "学校": ("教育",),
    "签字": ("签署",),
    "签约": ("签署",),
    "加入": ("签署", "批准"),
    "缔结": ("缔结", "订立", "通过"),
    "举办": ("举行", "召开", "安排", "举办"),
    "举行": ("举行", "召开", "安排"),
    "召开": ("召开", "举行"),
    "开会": ("召开", "举行", "会议"),
    "递交": ("提出", "转递", "提交"),
    "提交": ("提出", "提交", "转递"),
    "转交": ("转递",),
    "转发": ("转递",),
    "转给": ("转递",),
    "送交": ("转递",),
    "汇报": ("报告",),
    "具报": ("报告",),
    "目的": ("目标",),
    "作用": ("作用", "角色"),
    "职能": ("职能", "职责"),
    "职责": ("职责", "职能"),
    "危害": ("后果", "威胁"),
    "影响": ("后果",),
    "地区": ("区",),
    "无核区": ("无核武器区",),
    "无核世界": ("无核武器世界", "无核武器的世界"),
    "没有核武器": ("无核武器", "没有核武器"),
    "议题": ("项目", "分项"),
    "规格": ("级别",),
    "派谁": ("代表",),
    "参加": ("参加", "参与", "出席"),
    "参与": ("参与", "参加"),
    "学者": ("学术界",),
    "国会议员": ("议员",),
    "军备": ("军备", "军备竞赛"),
    "现代化": ("改进", "发展"),
    "更新": ("更新", "改进", "发展"),
    "升级": ("改进",),
    "研发": ("发展", "改进"),
    "开发": ("发展",),
    "学说": ("理论",),
    "军事学说": ("军事理论",),
    "担保": ("保证", "保障"),
    "安全保障": ("安全保证",),
    "磋商": ("谈判",),
    "透明性": ("透明度",),
    "公开": ("透明",),
    "降低": ("减少",),
    "误射": ("意外", "失误", "误"),
    "原料": ("材料",),
    "服务": ("服务", "支助"),
    "支援": ("支助",),
    "帮助": ("支助", "服务"),
    "协助": ("支助",),
    "支持": ("支持", "支助"),
    "办公室": ("办事处",),
    "推广": ("宣传",),
    "庆祝": ("纪念",),
    "网站": ("平台",),
    "人道法": ("国际人道主义法", "人道主义"),
    "国际人道法": ("国际人道主义法",),
    "人道": ("人道主义",),
    "诺言": ("承诺",),
    "兑现": ("履行",),
    "最优先": ("最高优先",),
    "保障": ("保障", "保证"),
}

# English → Chinese wording; longer phrases win.
ENGLISH: dict[str, tuple[str, ...]] = {
    "nuclear-weapon-free zone": ("无核武器区",), "nuclear weapon free zone": ("无核武器区",),
    "nuclear-weapon-free zones": ("无核武器区",), "nuclear weapon-free zone": ("无核武器区",),
    "nuclear-weapon-free world": ("无核武器世界",),
    "world free of nuclear weapons": ("无核武器世界", "无核武器的世界"),
    "world without nuclear weapons": ("无核武器世界", "无核武器的世界", "没有核武器"),
    "treaty on the non-proliferation of nuclear weapons": ("不扩散核武器条约",),
    "non-proliferation treaty": ("不扩散核武器条约",), "nonproliferation treaty": ("不扩散核武器条约",),
    "treaty on the prohibition of nuclear weapons": ("禁止核武器条约",),
    "comprehensive nuclear-test-ban treaty": ("全面禁止核试验条约",),
    "comprehensive test ban treaty": ("全面禁止核试验条约",),
    "test-ban treaty": ("全面禁止核试验条约",), "test ban treaty": ("全面禁止核试验条约",),
    "millennium declaration": ("联合国千年宣言",), "charter": ("联合国宪章",),
    "international day": ("国际日",), "total elimination": ("彻底消除",), "elimination": ("消除",),
    "conference on disarmament": ("裁军谈判会议",), "disarmament commission": ("裁军审议委员会",),
    "high-level meeting": ("高级别会议", "高级别全体会议"), "high-level": ("高级别",),
    "plenary meeting": ("全体会议",), "high-level conference": ("高级别国际会议",),
    "international conference": ("国际会议",), "conference": ("会议",), "meeting": ("会议",),
    "nuclear weapons": ("核武器",), "nuclear weapon": ("核武器",), "nuclear disarmament": ("核裁军",),
    "nuclear arms race": ("核军备竞赛",), "arms race": ("军备竞赛",), "disarmament": ("裁军",),
    "non-proliferation": ("不扩散",), "multilateral": ("多边",), "negotiations": ("谈判",),
    "negotiation": ("谈判",), "negotiate": ("谈判",), "treaty": ("条约",), "convention": ("公约",),
    "comprehensive convention": ("全面的核武器公约",), "instrument": ("文书",),
    "legally binding": ("法律约束力",), "report": ("报告",), "reports": ("报告",), "views": ("意见", "看法"),
    "webcast": ("网播",), "webcasting": ("网播",), "platform": ("平台",), "platforms": ("平台",),
    "civil society": ("民间社会",), "academia": ("学术界",), "parliamentarians": ("议员",),
    "mass media": ("大众媒体",), "media": ("媒体",), "non-governmental organizations": ("非政府组织",),
    "humanitarian consequences": ("人道主义后果",), "humanitarian": ("人道主义",),
    "humanitarian law": ("国际人道主义法",), "international law": ("国际法",), "consequences": ("后果",),
    "catastrophic": ("灾难",), "fissile material": ("裂变材料",), "fissile materials": ("裂变材料",),
    "fissile": ("裂变",), "open for signature": ("开放供签署",), "opened for signature": ("开放供签署",),
    "signature": ("签署",), "sign": ("签署",), "signed": ("签署",), "ratify": ("批准",),
    "ratification": ("批准",), "accept": ("接受",), "approve": ("核准",), "entry into force": ("生效",),
    "enter into force": ("生效",), "states parties": ("缔约国",), "agenda": ("议程",),
    "provisional agenda": ("临时议程",), "sub-item": ("分项",), "transparency": ("透明",),
    "transparent": ("透明",), "irreversible": ("不可逆",), "verifiable": ("可核查",), "risk": ("风险",),
    "risks": ("风险",), "accidental": ("意外",), "accident": ("意外",), "detonation": ("引爆",),
    "middle east": ("中东",), "geneva": ("日内瓦",), "vienna": ("维也纳",), "new york": ("纽约",),
    "working group": ("工作组",), "open-ended working group": ("工作组",), "pillars": ("支柱",),
    "pillar": ("支柱",), "article vi": ("第六条",), "article 6": ("第六条",), "article": ("条",),
    "military doctrines": ("军事理论",), "military doctrine": ("军事理论",), "doctrine": ("理论",),
    "security assurances": ("安全保证",), "assurances": ("保证",), "highest priority": ("最高优先",),
    "priority": ("优先",), "guarantee": ("保障", "保证"), "absolute": ("绝对",), "use": ("使用",),
    "threat": ("威胁",), "threat of use": ("威胁使用",), "regional centres": ("区域中心",),
    "public awareness": ("公众认识",), "awareness": ("认识",), "education": ("教育",),
    "educational": ("教育",), "five-point": ("五点",), "millennium": ("千年",), "bilateral": ("双边",),
    "diplomacy": ("外交",), "multilateralism": ("多边主义",), "special session": ("特别会议",),
    "final document": ("最后文件",), "outcome": ("成果",), "review conference": ("审议大会",),
    "commemorate": ("纪念",), "promote": ("宣传", "促进"), "observe": ("纪念",), "one-day": ("一天",),
    "level": ("级别",), "representation": ("代表",), "representatives": ("代表",), "attend": ("出席",),
    "universal": ("普遍",), "objective": ("目标",), "goal": ("目标",), "transmit": ("转递",),
    "forward": ("转递",), "support": ("支助", "支持"), "services": ("服务",), "service": ("服务",),
    "resources": ("资源",), "implementation": ("执行",), "measures": ("措施",), "provisions": ("条款",),
    "norms": ("规范",), "territory": ("领土",), "territories": ("领土",), "withdraw": ("撤出",),
    "renounce": ("放弃",), "renunciation": ("放弃",), "mass destruction": ("大规模毁灭性",),
    "urgency": ("紧急", "迫切"), "urgent": ("紧急", "迫切"), "compliance": ("遵守",), "comply": ("遵守",),
    "legal obligations": ("法律义务",), "obligations": ("义务",), "obligation": ("义务",),
    "commitments": ("承诺",), "peace": ("和平",), "security": ("安全",), "role": ("角色", "作用"),
    "functions": ("职能",), "powers": ("职权", "权力"),
}  # fmt: skip


_STEM = 2  # characters: 包容性 may stand for 包容


@cache
def _english_pattern() -> re.Pattern[str]:
    longest_first = sorted(ENGLISH, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def established(word: str) -> tuple[str, ...]:
    """The wordings a word of a question may stand for, itself first.

    >>> established("禁核条约")
    ('禁核条约', '禁止核武器条约')
    """
    stem = (word[:-1],) if len(word) > _STEM and word.endswith(("性", "化")) else ()
    return tuple(dict.fromkeys((word, *EVERYDAY.get(word.lower(), ()), *stem)))


def english_terms(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The English terms of a question with their Chinese wordings, in text order."""
    return tuple(
        (match.group(), ENGLISH[match.group().lower()])
        for match in _english_pattern().finditer(text)
    )

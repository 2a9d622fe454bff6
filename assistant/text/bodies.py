"""Offices, organs and groups of states: their names, aliases and English names.

The canonical Chinese name is the key everywhere (``Entity.name``, ``Question.addressee``).
A group includes another only where a text says so: 各国 does not silently include 核武器国家.
Everything here works on folded text (``text.normalise``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.types import Entity, Span


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a resolution may address or mention. ``asked_as``: what people call it in
    questions only, where a text would mean something else or never says so."""

    name: str
    english: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    asked_as: tuple[str, ...] = ()


BODIES: tuple[Body, ...] = (
    Body("秘书长", ("secretary-general", "secretary general", "sg"), ("联合国秘书长", "联秘书长", "古特雷斯"), ("秘书长古特雷斯", "联合国秘书长古特雷斯", "潘基文", "联合国的秘书长", "unsg", "guterres")),
    Body("秘书处", ("secretariat",), ("联合国秘书处",)),
    Body("大会主席", ("president of the general assembly", "president of the assembly", "president of the ga", "pga"), ("联大主席", "大会现任主席", "大会最近一届会议的主席")),
    Body("大会", ("general assembly",), ("联合国大会", "联大"), ("unga", "ga")),
    Body("安全理事会", ("security council",), ("安理会",), ("unsc",)),
    Body("经济及社会理事会", ("economic and social council", "ecosoc"), ("经社理事会", "经济和社会理事会")),
    Body("人权理事会", ("human rights council",), (), ("人权会", "联合国人权会", "人理会", "hrc")),
    Body("托管理事会", ("trusteeship council",)),
    Body("国际法院", ("international court of justice", "icj")),
    Body("国际刑事法院", ("international criminal court", "icc")),
    Body("国际法委员会", ("international law commission", "ilc")),
    Body("第一委员会", ("first committee",), ("一委", "裁军与国际安全委员会")),
    Body("第二委员会", ("second committee",), ("二委",)),
    Body("第三委员会", ("third committee",), ("三委",)),
    Body("第四委员会", ("fourth committee",), ("四委", "特别政治和非殖民化委员会")),
    Body("第五委员会", ("fifth committee",), ("五委",)),
    Body("第六委员会", ("sixth committee",), ("六委",)),
    Body("总务委员会", ("general committee",)),
    Body("会费委员会", ("committee on contributions",)),
    Body("行政和预算问题咨询委员会", ("advisory committee on administrative and budgetary questions", "acabq"), ("行预咨委会",)),
    Body("建设和平委员会", ("peacebuilding commission",)),
    Body("裁军谈判会议", ("conference on disarmament",), ("裁谈会",), ("日内瓦裁谈会", "裁军谈判会", "裁军会议", "裁军大会")),
    Body("裁军审议委员会", ("disarmament commission",), ("裁审会",)),
    Body("裁军事务厅", ("office for disarmament affairs", "office for disarmament affairs of the secretariat")),
    Body("国际原子能机构", ("international atomic energy agency", "iaea"), ("原子能机构",)),
    Body("禁止化学武器组织", ("organisation for the prohibition of chemical weapons", "opcw", "organization for the prohibition of chemical weapons"), ("禁化武组织",)),
    Body("世界卫生组织", ("world health organization",), ("世卫组织",)),
    Body("教科文组织", ("unesco", "united nations educational, scientific and cultural organization"), ("联合国教育、科学及文化组织",)),
    Body("难民署", ("unhcr", "united nations high commissioner for refugees", "office of the united nations high commissioner for refugees"), ("联合国难民事务高级专员", "联合国难民事务高级专员公署")),
    Body("人权事务高级专员", ("high commissioner for human rights", "united nations high commissioner for human rights", "office of the united nations high commissioner for human rights"), ("联合国人权事务高级专员", "人权高专")),
    Body("联合国日内瓦办事处", ("united nations office at geneva",), ("日内瓦办事处",)),
    Body("联合国维也纳办事处", ("united nations office at vienna",), ("维也纳办事处",)),
    Body("联合国和平与裁军区域中心", ("regional centres for peace and disarmament",), ("和平与裁军区域中心", "裁军区域中心")),
    Body("联合国毒品和犯罪问题办公室", ("united nations office on drugs and crime", "unodc"), ("毒品和犯罪问题办公室", "毒罪办")),
    Body("联合国反恐怖主义办公室", ("united nations office of counter-terrorism", "office of counter-terrorism"), ("反恐怖主义办公室", "反恐办")),
    Body("反恐怖主义委员会", ("counter-terrorism committee",), ("反恐委员会",)),
    Body("联合国开发计划署", ("united nations development programme", "undp"), ("开发计划署", "开发署")),
    Body("联合国环境规划署", ("united nations environment programme", "unep"), ("环境规划署", "环境署")),
    Body("联合国环境大会", ("united nations environment assembly",), ("环境大会",)),
    Body("联合国儿童基金会", ("united nations children's fund", "unicef"), ("儿童基金会", "儿基会")),
    Body("联合国人口基金", ("united nations population fund", "unfpa"), ("人口基金",)),
    Body("联合国人类住区规划署", ("united nations human settlements programme", "un-habitat"), ("人类住区规划署", "人居署")),
    Body("促进性别平等和增强妇女权能署", ("un-women",), ("联合国促进性别平等和增强妇女权能署", "妇女署", "联合国妇女署")),
    Body("世界粮食计划署", ("world food programme", "wfp"), ("粮食计划署", "粮食署")),
    Body("粮食及农业组织", ("food and agriculture organization", "fao"), ("联合国粮食及农业组织", "粮农组织")),
    Body("国际劳工组织", ("international labour organization", "ilo"), ("劳工组织",)),
    Body("世界银行", ("world bank",), ("世界银行集团", "世行")),
    Body("国际货币基金组织", ("international monetary fund", "imf"), ("货币基金组织",)),
    Body("世界贸易组织", ("world trade organization", "wto"), ("世贸组织",)),
    Body("国际民用航空组织", ("international civil aviation organization", "icao"), ("国际民航组织", "民航组织")),
    Body("国际海事组织", ("international maritime organization", "imo"), ("海事组织",)),
    Body("国际电信联盟", ("international telecommunication union", "itu"), ("国际电联",)),
    Body("世界气象组织", ("world meteorological organization", "wmo"), ("气象组织",)),
    Body("世界知识产权组织", ("world intellectual property organization", "wipo"), ("知识产权组织",)),
    Body("联合国工业发展组织", ("united nations industrial development organization", "unido"), ("工业发展组织", "工发组织")),
    Body("联合国贸易和发展会议", ("united nations conference on trade and development", "unctad"), ("贸易和发展会议", "贸发会议")),
    Body("联合国近东巴勒斯坦难民救济和工程处", ("united nations relief and works agency", "unrwa"), ("近东救济工程处", "工程处")),
    Body("国际移民组织", ("international organization for migration", "iom"), ("移民组织",)),
    Body("国际刑事警察组织", ("interpol",), ("国际刑警组织", "国际刑警")),
    Body("人道主义事务协调厅", ("office for the coordination of humanitarian affairs", "ocha"), ("人道协调厅",)),
    Body("经济和社会事务部", ("department of economic and social affairs",), ("秘书处经济和社会事务部", "经社部")),
    Body("大会和会议管理部", ("department for general assembly and conference management",), ("秘书处大会和会议管理部",)),
    Body("全球传播部", ("department of global communications",), ("新闻部", "秘书处全球传播部")),
    Body("法律事务厅", ("office of legal affairs",)),
    Body("内部监督事务厅", ("office of internal oversight services", "oios"), ("监督厅",)),
    Body("审计委员会", ("board of auditors",)),
    Body("联合检查组", ("joint inspection unit",)),
    Body("国际公务员制度委员会", ("international civil service commission",), ("公务员制度委员会",)),
    Body("方案和协调委员会", ("committee for programme and coordination",)),
    Body("会议委员会", ("committee on conferences",)),
    Body("国际贸易法委员会", ("united nations commission on international trade law", "uncitral"), ("联合国国际贸易法委员会", "贸易法委员会")),
    Body("和平利用外层空间委员会", ("committee on the peaceful uses of outer space", "copuos"), ("外空委员会",)),
    Body("妇女地位委员会", ("commission on the status of women",)),
    Body("社会发展委员会", ("commission for social development",)),
    Body("统计委员会", ("statistical commission",)),
    Body("人口与发展委员会", ("commission on population and development",)),
    Body("麻醉药品委员会", ("commission on narcotic drugs",)),
    Body("预防犯罪和刑事司法委员会", ("commission on crime prevention and criminal justice",)),
    Body("科学和技术促进发展委员会", ("commission on science and technology for development",)),
    Body("可持续发展高级别政治论坛", ("high-level political forum on sustainable development", "high-level political forum"), ("高级别政治论坛",)),
    Body("欧洲经济委员会", ("economic commission for europe",), ("欧洲经委会",)),
    Body("非洲经济委员会", ("economic commission for africa",), ("非洲经委会",)),
    Body("亚洲及太平洋经济社会委员会", ("economic and social commission for asia and the pacific", "escap"), ("亚太经社会",)),
    Body("拉丁美洲和加勒比经济委员会", ("economic commission for latin america and the caribbean", "eclac"), ("拉加经委会",)),
    Body("西亚经济社会委员会", ("economic and social commission for western asia", "escwa"), ("西亚经社会",)),
    Body("区域委员会", ("regional commissions",), ("各区域委员会",)),
    Body("联合国裁军研究所", ("united nations institute for disarmament research", "unidir"), ("裁军研究所", "裁研所")),
    Body("联合国训练研究所", ("united nations institute for training and research", "unitar"), ("训研所",)),
    Body("联合国大学", ("united nations university",)),
    Body("国际金融机构", ("international financial institutions",)),
    Body("小岛屿发展中国家", ("small island developing states",)),
    Body("内陆发展中国家", ("landlocked developing countries",)),
    Body("联合国系统", ("united nations system", "un system", "united nations organizations"), ("联合国各组织", "联合国各机构")),
    Body("联合国各基金和方案", ("funds and programmes", "united nations funds and programmes", "funds and programmes of the united nations"), ("基金和方案",)),
    Body("专门机构", ("specialized agencies",), ("各专门机构",)),
    Body("会员国", ("member states", "member state", "members of the united nations", "states members of the united nations"), ("成员国", "各会员国", "所有会员国", "全体会员国", "联合国会员国")),
    Body("观察员国", ("observer states", "observer state")),
    Body("核武器国家", ("nuclear-weapon states", "nuclear weapon states", "nuclear-armed states", "nuclear powers"), ("有核国家", "核国家", "五核国", "有核武器国家", "核武国家", "拥核国家"), ("核五国", "五个核国家", "五个核武器国家", "五个有核国家", "核大国", "有核武的国家", "有核武器的国家", "拥有核武器的国家", "拥核国", "有核国", "nws")),
    Body("无核武器国家", ("non-nuclear-weapon states", "non-nuclear weapon states"), ("无核国家",), ("无核武国家", "没有核武器的国家", "没有核武的国家", "非核国家", "非核武器国家", "无核国", "无核武器的国家", "nnws")),
    Body("发展中国家", ("developing countries",)),
    Body("发达国家", ("developed countries",)),
    Body("最不发达国家", ("least developed countries",)),
    Body("缔约国", ("states parties", "state party", "states party"), ("各缔约国", "条约缔约国")),
    Body("各国", ("states", "countries", "governments"), ("所有国家", "世界各国", "各个国家", "全体国家", "国家", "各国政府")),
    Body("国际社会", ("international community",)),
    Body("国际组织", ("international organizations", "international organisations"), ("各国际组织",)),
    Body("政府间组织", ("intergovernmental organizations", "intergovernmental organisations")),
    Body("区域组织", ("regional organizations", "regional organisations")),
    Body("民间社会", ("civil society",), ("公民社会",)),
    Body("非政府组织", ("non-governmental organizations", "nongovernmental organizations", "ngos", "ngo")),
    Body("学术界", ("academia",), ("学界",)),
    Body("议员", ("parliamentarians",), ("议会议员",)),
    Body("大众媒体", ("mass media", "the media"), ("媒体", "大众传媒")),
    Body("个人", ("individuals",)),
    Body("私营部门", ("private sector",)),
    Body("欧洲联盟", ("european union",), ("欧盟",)),
    Body("非洲联盟", ("african union",), ("非盟",)),
    Body("红十字国际委员会", ("international committee of the red cross", "icrc"), ("红十字委员会", "红十字会")),
    Body("工作组", ("working group", "open-ended working group")),
    Body("特别报告员", ("special rapporteur",)),
)  # fmt: skip

# Where a short name is part of another word, it is not that body: 审议大会 is a conference, but 建议
# and 提议 end before 大会.
_NOT_AFTER = {
    "大会": ("审议", "延期", "缔约国", "联盟", "特别", "首脑", "级"),
    "国家": ("元首",), "个人": ("每", "一"), "秘书长": ("副", "助理", "代理"),
    "媒体": ("新", "社", "多"), "缔约国": ("非",), "裁军会议": ("核",), "裁军大会": ("核",),
}  # fmt: skip
_NOT_BEFORE = {
    "大会": ("堂", "厅"),
    "国家": ("元首", "主权", "安全", "一级", "工作队", "方案", "计划", "集团", "利益", "政策", "领土", "级"),
    "各国": ("元首", "人民", "国家", "家元首"),
    "个人": ("数据", "资料", "信息", "权利"),
    "工作组": ("报告员",),
    "会员国": ("籍",),
    "人权会": ("议",),
}  # fmt: skip


@cache
def _name_of(asked: bool = False) -> dict[str, str]:
    table: dict[str, str] = {}
    for body in BODIES:
        for spelling in (body.name, *body.aliases, *(body.asked_as if asked else ())):
            table.setdefault(spelling, body.name)
    return table


@cache
def _pattern(asked: bool = False) -> re.Pattern[str]:
    longest_first = sorted(_name_of(asked), key=len, reverse=True)
    # A Latin abbreviation stands alone: A/HRC/RES/1 names no body.
    forms = (
        rf"(?<![A-Za-z0-9/.-]){name}(?![A-Za-z0-9/-])" if name.isascii() else name
        for name in longest_first
    )
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def _english() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {english: body.name for body in BODIES for english in body.english}
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    # The United States is no group of states; a deputy secretary-general is somebody else.
    pattern = re.compile(
        rf"(?<!united )(?<!deputy )(?<!assistant )(?<![\w-])(?:{words})\b(?!-)(?! of america)",
        re.IGNORECASE | re.ASCII,  # a Latin word ends where a Chinese one begins
    )
    return pattern, names


def find_bodies(text: str, *, asked: bool = False) -> tuple[Entity, ...]:
    """Every body named in a folded Chinese text, longest names first, in text order.

    ``asked`` adds what they are called in questions only.

    >>> [e.name for e in find_bodies("请大会主席和联合国秘书长出席")]
    ['大会主席', '秘书长']
    """
    found = []
    names = _name_of(asked)
    for match in _pattern(asked).finditer(text):
        word = match.group()
        if text.endswith(_NOT_AFTER.get(word, ()), 0, match.start()):
            continue
        if text.startswith(_NOT_BEFORE.get(word, ()), match.end()):
            continue
        name = names.get(word) or names[word.lower()]
        found.append(Entity(name, Span(match.start(), match.end()), word))
    return tuple(found)


def find_english_bodies(text: str) -> tuple[Entity, ...]:
    """Every body named in a folded English text, longest names first, in text order.

    >>> [e.name for e in find_english_bodies("the United States and other nuclear-weapon States")]
    ['核武器国家']
    """
    pattern, names = _english()
    return tuple(
        Entity(names[match.group().lower()], Span(match.start(), match.end()), match.group())
        for match in pattern.finditer(text)
    )


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    return {body.name: (body.name, *body.aliases) for body in BODIES}


def spellings(name: str) -> tuple[str, ...]:
    """The Chinese names of a body, the canonical one first."""
    return _spellings().get(name, (name,))


@cache
def _english_names() -> dict[str, str]:
    return {body.name: body.english[0] for body in BODIES}


def english_name(name: str) -> str:
    """The English name of a body, or the Chinese one where none is known."""
    return _english_names().get(name, name)


_NAMED = re.compile(r"(?<![A-Za-z])(?!of\b|the\b|and\b|at\b|on\b|for\b)[a-z]")


def english_heading(name: str) -> str:
    """The same with capitals, as it stands in a list.

    >>> english_heading("秘书长"), english_heading("会员国")
    ('Secretary-General', 'Member States')
    """
    return _NAMED.sub(lambda found: found.group().upper(), english_name(name))

"""The judge's own words: bodies, verbs, negations, numbers, with their English.

Kept apart from ``assistant.text`` on purpose. A verb that the product's table lacks would
otherwise be missed by the product and by its judge alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

BODIES: dict[str, tuple[str, ...]] = {
    "秘书长": ("Secretary-General",),
    "秘书处": ("Secretariat",),
    "大会主席": ("President of the General Assembly", "the President"),
    "安全理事会": ("Security Council",),
    "经济及社会理事会": ("Economic and Social Council",),
    "人权理事会": ("Human Rights Council",),
    "国际法院": ("International Court of Justice",),
    "第一委员会": ("First Committee",),
    "裁军谈判会议": ("Conference on Disarmament",),
    "裁军审议委员会": ("Disarmament Commission",),
    "国际原子能机构": ("International Atomic Energy Agency",),
    "会员国": ("Member States",),
    "观察员国": ("observer States",),
    "无核武器国家": ("non-nuclear-weapon States",),
    "核武器国家": ("nuclear-weapon States",),
    "缔约国": ("States parties",),
    "各国": ("States",),
    "国际社会": ("international community",),
    "国际组织": ("international organizations",),
    "联合国系统": ("United Nations system",),
    "民间社会": ("civil society",),
    "非政府组织": ("non-governmental organizations",),
    "学术界": ("academia",),
    "大众媒体": ("mass media",),
    "议员": ("parliamentarians",),
    "个人": ("individuals",),
    "专门机构": ("specialized agencies",),
    "区域组织": ("regional organizations",),
    "发展中国家": ("developing countries",),
    "工作组": ("working group",),
    "大会": ("General Assembly",),
    "国际法委员会": ("International Law Commission",),
    "国际刑事法院": ("International Criminal Court",),
    "会费委员会": ("Committee on Contributions",),
    "裁军事务厅": ("Office for Disarmament Affairs",),
    "联合国日内瓦办事处": ("United Nations Office at Geneva",),
    "联合国维也纳办事处": ("United Nations Office at Vienna",),
    "联合国和平与裁军区域中心": ("regional centres for peace and disarmament",),
    "世界卫生组织": ("World Health Organization",),
    "人权事务高级专员": ("High Commissioner for Human Rights",),
    "私营部门": ("private sector",),
    "第二委员会": ("Second Committee",),
    "第三委员会": ("Third Committee",),
    "第四委员会": ("Fourth Committee",),
    "第五委员会": ("Fifth Committee",),
    "第六委员会": ("Sixth Committee",),
    "托管理事会": ("Trusteeship Council",),
    "建设和平委员会": ("Peacebuilding Commission",),
    "行政和预算问题咨询委员会": ("Advisory Committee on Administrative and Budgetary Questions",),
    "联合国各基金和方案": ("funds and programmes",),
    "发达国家": ("developed countries",),
    "最不发达国家": ("least developed countries",),
    "欧洲联盟": ("European Union",),
    "国际海事组织": ("International Maritime Organization",),
    "世界气象组织": ("World Meteorological Organization",),
    "粮食及农业组织": ("Food and Agriculture Organization",),
    "世界银行": ("World Bank",),
    "世界贸易组织": ("World Trade Organization",),
    "国际金融机构": ("international financial institutions",),
}
# Other names of the same bodies, as people ask.
ALIASES = {
    "安理会": "安全理事会", "经社理事会": "经济及社会理事会", "裁谈会": "裁军谈判会议",
    "裁审会": "裁军审议委员会", "成员国": "会员国", "有核国家": "核武器国家",
    "公民社会": "民间社会", "媒体": "大众媒体", "原子能机构": "国际原子能机构", "联大": "大会",
    "日内瓦办事处": "联合国日内瓦办事处", "维也纳办事处": "联合国维也纳办事处",
    "国家": "各国", "SG": "秘书长", "所有国家": "各国", "世卫组织": "世界卫生组织",
    "古特雷斯": "秘书长", "NGO": "非政府组织",
    "一委": "第一委员会", "二委": "第二委员会", "三委": "第三委员会", "四委": "第四委员会",
    "五委": "第五委员会", "六委": "第六委员会",
    "行预咨委会": "行政和预算问题咨询委员会", "粮农组织": "粮食及农业组织",
}  # fmt: skip

VERBS: dict[str, tuple[str, ...]] = {
    "着重指出": ("underline", "underscore"),
    "强调指出": ("stress",),
    "表示注意到": ("note",),
    "赞赏地注意到": ("note with appreciation",),
    "注意到": ("note",),
    "表示赞赏": ("express appreciation",),
    "深为关切": ("deep concern",),
    "表示关切": ("concern",),
    "再次申明": ("reaffirm", "reiterate"),
    "再次请": ("reiterates its request",),
    "重申": ("reaffirm", "reiterate"),
    "申明": ("affirm",),
    "强调": ("emphasize", "stress"),
    "欢迎": ("welcome",),
    "欣见": ("welcome",),
    "回顾": ("recall",),
    "念及": ("mindful",),
    "铭记": ("bearing in mind",),
    "意识到": ("conscious", "aware"),
    "确认": ("recogni",),
    "承认": ("acknowledge",),
    "认为": ("consider",),
    "深信": ("convinced",),
    "决心": ("determined",),
    "促请": ("call upon", "urge"),
    "敦促": ("urge",),
    "呼吁": ("call for", "call upon"),
    "吁请": ("call upon",),
    "邀请": ("invite",),
    "鼓励": ("encourage",),
    "要求": ("demand", "require"),
    "建议": ("recommend",),
    "决定": ("decide",),
    "授权": ("authorize",),
    "赞同": ("endorse",),
    "支持": ("support",),
    "核准": ("approve",),
    "期待": ("look forward",),
    "希望": ("hope",),
    "谴责": ("condemn",),
    "遗憾": ("regret",),
    "请": ("request",),
}
# Verbs an answer may speak of that begin no act of a text.
OTHER_VERBS = (
    "关切", "赞赏", "指出", "赞扬", "赞许", "审议了", "遵循", "责成", "宣布", "设立",
    "震惊", "痛惜", "期望", "谋求", "表示遗憾", "通过",
)  # fmt: skip
# One verb of the Assembly, printed in two ways (both render "reaffirms"; both "stresses").
SAME_VERB = {"申明": "重申", "强调指出": "强调"}
_ADVERB = re.compile(r"^(?:表示|深为|赞赏地|再次)+(?=.)")
# Words that hold 请 without asking anybody in the Assembly's name.
NOT_A_REQUEST = ("请问", "申请", "请求", "请教")
NEGATIONS = ("没有", "尚未", "未经", "未", "不", "无", "非", "禁止", "not ", "no ", "never ")
# Negations inside names are names.
_NAMED_NEGATION = re.compile(r"不扩散|无核武器|非政府|《[^》]*》|无限成员|不限成员")

# A second act begins after a comma or semicolon, with or without 并 and an adverbial.
_ADVERBIAL = (
    r"(?:在这方面|就此|为此|大力|赞赏地|感谢地|关切地|满意地|深为|再次|又|还|也|特别|同样|进一步)*"
)
_VERB = "|".join(sorted((v for v in VERBS if v != "请"), key=len, reverse=True))
ACT_START = re.compile(rf"(?:并|以及|又|还|同时)?{_ADVERBIAL}(?:表示)?(?:{_VERB}|请(?!求|问|愿))")
LATER_ACT = re.compile(
    rf"(?<=[，；,;])(?:并|又|还|同时){_ADVERBIAL}(?:表示)?(?:{_VERB}|请(?!求|问|愿))"
)

_UNCHANGING = frozenset({"mindful", "conscious", "aware", "convinced", "determined", "deep"})


def _inflected(stem: str) -> str:
    """An English verb as texts print it: welcomes, welcoming, calls upon."""
    first, *rest = stem.split()
    if first in _UNCHANGING:
        return re.escape(stem)
    ending = r"\w+" if first.endswith("i") else "(?:e|es|s|ing)"  # recogni: -zes, -sing
    return " ".join((re.escape(first.removesuffix("e")) + ending, *map(re.escape, rest)))


_ENGLISH_VERB = "|".join(sorted({_inflected(s) for stems in VERBS.values() for s in stems}))
ENGLISH_LATER_ACT = re.compile(
    r"(?<=[,;])\s+and\s+(?:(?:also|further|again|once|strongly|warmly|deeply)\s+)*"
    rf"(?:{_ENGLISH_VERB})\b",
    re.IGNORECASE,
)

# Texts are searched without blanks: a letter may touch a number that it does not belong to.
SYMBOL = re.compile(
    r"(?:A|S|E|NPT|CD)/(?:Add|Corr|Rev|Part|Vol|[A-Z0-9_./()-])*[A-Z0-9)]"
    r"|S-\d+/\d+|(?<![0-9/.-])\d{1,4}/\d{1,3}(?![0-9/])"
)
DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d|\d{4}年(?:\d{1,2}月)?")
SESSION = re.compile(r"第[一二三四五六七八九十百\d]+届")
NUMBER = re.compile(
    r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]{2,}|第[零〇一二三四五六七八九十百]+"
)
ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def plain(text: str) -> str:
    """``text`` with compatibility forms folded and all blanks gone, for comparing words."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@cache
def _to_simplified() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@lru_cache(maxsize=50_000)  # the same paragraphs are looked at again for every wording
def simplified(text: str) -> str:
    """``text`` in simplified script, character for character: offsets stay what they are."""
    converted = _to_simplified()(text)
    if len(converted) == len(text):
        return converted
    return "".join(c if len(s := _to_simplified()(c)) != 1 else s for c in text)


def number_of(numeral: str) -> int | None:
    """The value of an Arabic or Chinese numeral up to 9999, else None."""
    digits = numeral.removeprefix("第")
    if digits.isdecimal():
        return int(digits)
    if not digits or any(c not in _DIGITS and c not in _TENS for c in digits):
        return None
    if len(digits) > 1 and all(c in _DIGITS for c in digits):  # 九七, digit by digit
        return int("".join(str(_DIGITS[c]) for c in digits))
    total, current = 0, 0
    for char in digits:
        if char in _TENS:
            total += (current or 1) * _TENS[char]
            current = 0
        else:
            current = _DIGITS[char]
    return total + current


_ENGLISH_BODIES = {plain(e.lower()): name for name, names in BODIES.items() for e in names}


def bodies_in(text: str) -> set[str]:
    """Canonical bodies that ``text`` names in Chinese or English, the longest name winning."""
    text = simplified(text)
    lowered, found = plain(text.lower()), set()
    for name in sorted((*BODIES, *ALIASES), key=len, reverse=True):
        if name in text:
            found.add(ALIASES.get(name, name))
            text = text.replace(name, "|")
    by_length = sorted(_ENGLISH_BODIES, key=len, reverse=True)
    for english in by_length:
        if english in lowered:
            found.add(_ENGLISH_BODIES[english])
            lowered = lowered.replace(english, "|")
    return found


def verbs_in(text: str) -> set[str]:
    """Operative verbs that ``text`` uses in Chinese, adverbs aside, longest spelling first."""
    text, found = simplified(text), set()
    for word in NOT_A_REQUEST:
        text = text.replace(word, "|")
    for verb in sorted((*VERBS, *OTHER_VERBS), key=len, reverse=True):
        if verb in text:
            bare = _ADVERB.sub("", verb)
            found.add(SAME_VERB.get(bare, bare))
            text = text.replace(verb, "|")
    return found


def negations_in(text: str) -> int:
    """How many negations ``text`` holds, those inside names aside."""
    rest = _NAMED_NEGATION.sub("|", simplified(text)).lower()
    count = 0
    for word in NEGATIONS:
        count += rest.count(word)
        rest = rest.replace(word, "|")
    return count

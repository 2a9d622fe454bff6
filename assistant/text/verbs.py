"""The one table of operative verbs: Chinese and English forms, family and strength.

A resolution speaks through its verbs, and their choice is negotiated: 请 is not 敦促, 注意到 is not
欢迎. Families say what an act does; strength orders the verbs of one family from 1 (weak) to 5
(strong), after the order of the United Nations Editorial Manual and the drafting practice of the
committees. Everything here works on folded text (``text.normalise``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.text.english_verbs import match_form
from assistant.types import Span, VerbFamily


@dataclass(frozen=True, slots=True)
class Verb:
    """An operative verb. ``forms`` are its Chinese spellings, ``english`` its stems in questions.

    What an English resolution prints for it stands in ``text.english_verbs``.
    """

    name: str
    family: VerbFamily
    strength: int
    english: tuple[str, ...]
    forms: tuple[str, ...] = ()  # besides the name itself, in resolutions
    asked_as: tuple[str, ...] = ()  # what people call it in questions only

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every Chinese spelling, the name first."""
        return (self.name, *self.forms)


@dataclass(frozen=True, slots=True)
class VerbMatch:
    """A verb found in a text, with the adverbs before it."""

    span: Span  # adverbs and verb
    verb: str
    family: VerbFamily
    strength: int
    adverbs: tuple[str, ...]


VERBS: tuple[Verb, ...] = (
    Verb("邀请", "directive", 1, ("invite",), ("邀",)),
    Verb("鼓励", "directive", 2, ("encourage",)),
    Verb("建议", "directive", 2, ("recommend", "recommendation", "suggest")),
    Verb("请", "directive", 3, ("request", "ask")),
    Verb("授权", "directive", 3, ("authorize", "authorise")),
    Verb("呼吁", "directive", 3, ("call for", "call upon", "call on", "appeal"), (), ("号召",)),
    Verb("吁请", "directive", 3, ("call upon", "call on", "appeal")),
    Verb("促请", "directive", 4, ("call upon", "call on", "urge"), (), ("敦请",)),
    Verb("敦促", "directive", 5, ("urge",), ("力促",), ("督促", "催促")),
    Verb("要求", "directive", 5, ("demand", "require")),
    Verb("责成", "directive", 5, ("instruct",), ("指示",)),
    Verb("决定", "decision", 5, ("decide", "decision"), ("兹决定",)),
    Verb("宣布", "decision", 4, ("declare", "proclaim"), ("宣告", "宣示")),
    Verb("通过", "decision", 4, ("adopt",)),
    Verb("核准", "decision", 4, ("approve",), ("核可",)),
    Verb("设立", "decision", 4, ("establish",)),
    Verb("回顾", "recall", 3, ("recall",), ("复按", "复查", "追忆")),
    Verb("念及", "recall", 2, ("mindful", "bear in mind", "bearing in mind"), ("考虑到", "计及")),
    Verb("铭记", "recall", 3, ("bear in mind", "bearing in mind"), ("铭记着",)),
    Verb("遵循", "recall", 3, ("guided by", "guide"), ("遵照",)),
    Verb("审议了", "note", 2, ("considered", "consider", "examined"), ("审查了", "收到了")),
    Verb("听取了", "note", 2, ("heard",)),
    Verb(
        "重申",
        "reaffirm",
        4,
        ("reaffirm", "reiterate"),
        ("再次申明", "申明", "再次重申", "再度申明"),
    ),
    Verb(
        "注意到", "note", 2, ("note", "take note", "noting", "taking note"), ("备悉", "表示注意到")
    ),
    Verb("意识到", "note", 2, ("aware", "conscious", "cognizant"), ("认识到",)),
    Verb("欢迎", "welcome", 3, ("welcome",)),
    Verb("欣见", "welcome", 3, ("welcome with satisfaction", "gratified"), ("欣慰",)),
    Verb(
        "赞赏",
        "welcome",
        4,
        ("appreciate", "express appreciation", "appreciation", "commend", "thank"),
        ("表示赞赏", "表示感谢", "感谢"),
        ("表扬", "称赞", "致谢", "感激", "表达赞赏"),
    ),
    Verb("赞扬", "welcome", 5, ("commend", "praise"), ("赞许",)),
    Verb("祝贺", "welcome", 4, ("congratulate",)),
    Verb(
        "关切",
        "concern",
        2,
        ("concern", "concerned", "concerns", "worry", "worried"),
        ("表示关切", "关注"),
        ("担忧", "忧虑", "担心", "忧心"),
    ),
    Verb("震惊", "concern", 4, ("alarm", "alarmed"), ("惊恐",)),
    Verb("遗憾", "concern", 3, ("regret",), ("表示遗憾", "感到遗憾")),
    Verb("痛惜", "concern", 4, ("deplore",), ("痛心", "谴责并痛惜")),
    Verb("谴责", "concern", 5, ("condemn",)),
    Verb("拒绝", "concern", 5, ("reject",)),
    Verb(
        "强调",
        "emphasis",
        3,
        ("emphasize", "emphasise", "stress", "underscore"),
        ("强调指出",),
    ),
    Verb("着重指出", "emphasis", 3, ("underline", "underscore"), ("着重",)),
    Verb("指出", "emphasis", 2, ("point out",)),
    Verb("确认", "recognition", 3, ("recognize", "recognise", "affirm", "confirm"), ("肯定",)),
    Verb("承认", "recognition", 3, ("acknowledge", "recognize", "recognise")),
    Verb("认为", "recognition", 2, ("consider", "considers", "believe")),
    Verb("认定", "recognition", 4, ("determine",), ("断定",)),
    Verb("支持", "support", 3, ("support",)),
    Verb("表示声援", "support", 3, ("express solidarity",), ("声援",)),
    Verb("表示慰问", "support", 2, ("express condolences", "express sympathy")),
    Verb("赞同", "support", 4, ("endorse",), ("认可", "赞成", "同意")),
    Verb(
        "期待", "expectation", 2, ("look forward", "looks forward", "looking forward", "anticipate")
    ),
    Verb("希望", "expectation", 1, ("hope",), ("表示希望",)),
    Verb("期望", "expectation", 2, ("expect",)),
    Verb("决心", "resolve", 4, ("determined", "resolve", "resolved"), ("决意",)),
    Verb("深信", "resolve", 4, ("convinced", "conviction"), ("坚信", "确信")),
    Verb("谋求", "resolve", 2, ("seek",)),
    Verb("表示打算", "resolve", 2, ("intend",)),
    Verb("表示愿意", "resolve", 2, ("express readiness", "express willingness")),
)

DIRECTIVES: frozenset[str] = frozenset(v.name for v in VERBS if v.family == "directive")

ADVERBS: tuple[str, ...] = (
    "又", "还", "再次", "也", "再", "并", "特别", "强烈", "严重", "深为", "深感", "深表", "深切",
    "同样", "进一步", "赞赏地", "满意地", "关切地", "遗憾地", "严重关切地", "深为关切地",
    "感兴趣地", "感谢地", "高兴地", "热烈", "坚决", "大力", "郑重", "紧急", "衷心", "高度",
    "充分", "最强烈地", "强烈地", "非常", "仍然", "继续", "诚挚", "诚恳", "表示", "感到",
    "在这方面", "就此", "为此", "因此", "尤其", "重新", "再度", "一致", "完全", "明确",
)  # fmt: skip

# Words that begin with a verb's characters but are something else.
_NOT_A_VERB = {
    "请": "愿求柬示", "建议": "的", "要求": "的", "决定": "的性", "确认": "书",
    "支持": "者性", "指示": "性", "通过": "建谈和对与加各这此", "强调": "的", "承认": "的",
}  # fmt: skip

# 赞赏地注意到 is no 赞赏, but 铭记地方品种 and 关切地下水 are acts: 地 begins a word there.
_AFTER_LAND = "方区球雷中位面理震缘域下点表图热质带形产层铁貌租价块段"


@cache
def verbs_by_name() -> dict[str, Verb]:
    """The table by canonical name."""
    return {verb.name: verb for verb in VERBS}


@cache
def _pattern() -> re.Pattern[str]:
    spellings = sorted({s for v in VERBS for s in v.spellings}, key=len, reverse=True)
    adverbs = sorted(ADVERBS, key=len, reverse=True)
    return re.compile(
        f"(?P<adverbs>(?:{'|'.join(adverbs)}){{0,4}}?)(?P<verb>{'|'.join(spellings)})"
        f"(?!地(?![{_AFTER_LAND}]))"
    )


@cache
def _verb_of_spelling() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for verb in VERBS:
        for spelling in verb.spellings:
            table.setdefault(spelling, verb)
    return table


@cache
def _adverb_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(ADVERBS, key=len, reverse=True)))


def match_verb(text: str, at: int = 0) -> VerbMatch | None:
    """The operative verb that begins at ``at`` (adverbs included), or None.

    >>> match_verb("又深为关切与核武器的存在有关的各种风险").verb
    '关切'
    """
    found = _pattern().match(text, at)
    if found is None:
        return None
    verb = _verb_of_spelling()[found["verb"]]
    following = text[found.end() : found.end() + 1]
    if following and following in _NOT_A_VERB.get(found["verb"], ""):
        return None
    return VerbMatch(
        span=Span(found.start(), found.end()),
        verb=verb.name,
        family=verb.family,
        strength=verb.strength,
        adverbs=tuple(_adverb_pattern().findall(found["adverbs"])),
    )


def match_english_verb(text: str, at: int = 0) -> VerbMatch | None:
    """The operative verb that begins at ``at`` of a folded English text, or None.

    >>> match_english_verb("Strongly urges all States to comply").verb
    '敦促'
    """
    found = match_form(text, at)
    if found is None:
        return None
    verb = verbs_by_name()[found.name]
    return VerbMatch(found.span, verb.name, verb.family, verb.strength, found.adverbs)


@cache
def english_verbs() -> dict[str, frozenset[str]]:
    """English stem → the Chinese verbs it translates: ``urge`` → 敦促, 促请."""
    table: dict[str, set[str]] = {}
    for verb in VERBS:
        for stem in verb.english:
            table.setdefault(stem, set()).add(verb.name)
    return {stem: frozenset(names) for stem, names in table.items()}

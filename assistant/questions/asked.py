"""What a question asks for: each 什么时候, 在哪里, 多少个国家 in it, with the words that ask."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.questions.several import several_values
from assistant.types import Asked, AskedKind, Lang, Question, Span

_ONE = "(?:一|两|三|几|些)?"
_OF_PEOPLE = "个|名|位|家"
_COUNTED = "个|名|位|国|枚|份|项|次|种|点|条|处"

# Tried in order at each place of the question; ``noun`` is what is asked for, where it is named.
_CHINESE: tuple[tuple[AskedKind, str], ...] = (
    ("definition", r"(?:什么是|何谓|何为|什么叫)(?=[^,。?？])"),
    ("definition", r"(?:是指|指的是|系指|所指的?是|指)(?:什么|哪些|啥)|(?:是什么|什么)意思"),
    ("definition", r"的(?:定义|含义|涵义)"),
    (
        "reason",
        r"(?<![认以])为(?:了)?什么(?!目标|目的)|(?<![认以])为何|为啥|凭什么|何以|缘何|何故|因为(?:什么|啥)",
    ),
    ("reason", r"(?:的)?(?:理由|原因|缘由)|(?:的)?目的(?:是|何在)|出于什么(?:考虑|目的)?"),
    ("duration", r"多久|多长时间|(?:几|多少)(?:天|周|个月|个?小时)(?!内)"),
    ("session", r"(?:哪|第几|几|什么)(?:一)?届(?:会议|大会|联大)?"),
    (
        "date",
        rf"何时|什么时[候间]|哪{_ONE}(?:天|年|日|月)|几月(?:几?[日号])?|(?<!第)几[日号](?!文件|决议)"
        r"|何日|几时|何年何月|日期|什么日子"
        r"|日子(?=[定选]|$)|定[好下了]?日子",
    ),
    (
        "place",
        rf"何地|哪{_ONE}(?:个|座)?城市|(?:在|到|去)?什么地方(?=召?开|举|召|签|谈|集会)|地点"
        r"|(?:在|到|去)?(?:哪(?:里|儿|个地方)|何处)(?=召?开|举行|举办|签|谈|集会|成立|设立)",
    ),
    ("article", rf"第几条|哪{_ONE}条(?!约)"),
    (
        "resolution",  # that a text names; 哪些决议请秘书长… asks for those that say so
        rf"(?:(?:哪|什么|几){_ONE}(?:份|号|个|项|次)?(?:的)?旧?决议|几号决议)"
        r"(?![里中都也还曾又有提援引要请促敦决欢规说讲写涉关对把回])",
    ),
    ("resolution", r"(?<=是)哪一?份(?=$|[,。?])"),
    ("instrument", rf"(?:哪|什么){_ONE}(?:个|项|部|份|种)?(?P<n1>条约|公约|宣言|协定|议定书|文书)"),
    (
        "document",
        rf"文号|文件编?号|(?:哪|什么){_ONE}(?:份|个|项)?(?:文件|报告)|出处(?!.{0, 3}[0-9])|编号",
    ),
    (
        "body",
        rf"(?:哪|什么){_ONE}(?:{_OF_PEOPLE})?(?P<n2>机构|委员会|机关|部门|组织|办事处)|哪[一两]家",
    ),
    ("who", rf"(?:由|向|对|给)?(?:谁|何人)|由哪|哪{_ONE}(?:个|方)?(?P<n3>国家?|人|国际组织)"),
    ("number", rf"多少(?:{_COUNTED})?(?P<n4>[一-鿿]{{1,4}}?)?(?=[,。?？]|参|出|签|批|有|$)"),
    ("number", rf"多少(?:{_COUNTED})?|(?<![第好有])几(?:{_COUNTED})"),
    (
        "stance",
        r"(?<![以用抱])(?:什么|何种|怎样的|持何)(?:样的)?(?P<n5>态度|立场)|(?:态度|立场)(?:如何|怎么?样)",
    ),
    ("whether", r"(?:有没有|是不是|是否|有无|要不要|会不会|能不能|用不用|该不该|需不需要|应不应)"),
    ("whether", r"(?:了)?[吗么](?=[,。?？]|$)|了没(?:有)?(?=[,。?？]|$)"),
    (
        "what",
        r"(?:什么|啥|哪种|哪类|哪一类|何种|哪些|哪几(?:个|种|项)|哪一?(?:个|项|种))(?:样的?)?",
    ),
)
_ENGLISH: tuple[tuple[AskedKind, str], ...] = (
    ("definition", r"\bwhat (?:does|do) .{1,60} mean\b|\bdefin(?:ed?|ition)\b|\bmeaning of\b"),
    ("reason", r"\bwhy\b|\bfor what (?:reason|purpose)\b|\breasons?\b"),
    ("duration", r"\bhow long\b"),
    ("session", r"\b(?:which|what) (?:general assembly )?session\b"),
    ("date", r"\bwhen\b|\b(?:what|which) (?:date|day|year)\b"),
    (
        "place",
        r"\bwhere\b(?!.{0,80}\b(?:mention|refer|recall|cite|say|appear|occur|discuss))|\b(?:which|what) (?:city|place)\b",
    ),
    ("article", r"\bwhich article\b"),
    ("number", r"\bhow (?:many|much)\b"),
    ("resolution", r"\b(?:which|what) resolutions?\b"),
    ("instrument", r"\b(?:which|what) (?P<n1>treat(?:y|ies)|conventions?|declarations?)\b"),
    ("document", r"\b(?:which|what) (?:documents?|reports?)\b|\bsymbol\b|\bdocument number\b"),
    ("body", r"\b(?:which|what) (?:two )?(?P<n2>bod(?:y|ies)|organs?|committees?|offices?)\b"),
    ("who", r"\bwhom?\b|\bwhich (?P<n3>states?|countries)\b"),
    ("stance", r"\bwhat (?:position|stance)\b"),
    ("what", r"\bwhat\b|\bwhich\b"),
)
_SEVERAL = re.compile(r"哪(?:些|几|两|三)|\bwhich \w+s\b")
_A_NOT_A = re.compile(r"([一-鿿])[不没]\1")


@cache
def _pattern(lang: Lang) -> tuple[re.Pattern[str], tuple[AskedKind, ...]]:
    rows = _ENGLISH if lang == "en" else _CHINESE
    parts = []
    for at, (_, row) in enumerate(rows):
        named = re.sub(r"\(\?P<n[0-9]>", f"(?P<noun{at}>", row)
        parts.append(f"(?P<k{at}>{named})")
    return re.compile("|".join(parts), re.IGNORECASE), tuple(kind for kind, _ in rows)


def find_asked(folded: str, lang: Lang) -> tuple[Asked, ...]:
    """What a folded question asks for, in the order of its words.

    A yes-or-no question is one only where nothing else is asked.
    """
    pattern, kinds = _pattern(lang)
    found: list[Asked] = []
    for match in pattern.finditer(folded):
        groups = match.groupdict()
        at = next(i for i in range(len(kinds)) if groups[f"k{i}"] is not None)
        kind = kinds[at]
        noun = groups.get(f"noun{at}") or None
        several = _SEVERAL.search(match.group()) is not None
        if found and found[-1].kind == kind and found[-1].span.end == match.start():
            continue  # 哪年哪天
        found.append(Asked(kind, match.group(), Span(*match.span()), noun, several))
    if lang == "zh" and (choice := _A_NOT_A.search(folded)) and not found:
        found.append(Asked("whether", choice.group(), Span(*choice.span())))
    others = tuple(asked for asked in found if asked.kind != "whether")
    return others or tuple(found[:1])


# Of these the words that ask name nothing: 哪天开的 is about no 天开.
_ONLY_ASK: frozenset[AskedKind] = frozenset(
    {"date", "session", "duration", "place", "reason", "definition", "whether", "article"}
)


def asking_words(text: str, lang: Lang) -> tuple[Span, ...]:
    """Where the words stand that ask and name nothing of what the question is about."""
    return tuple(one.span for one in find_asked(text, lang) if one.kind in _ONLY_ASK)


def read_as_asked(question: Question) -> Question:
    """什么是核武器国家 asks for no acts, 在哪里召开 and 持什么态度 for no list of paragraphs."""
    kinds = {asked.kind for asked in question.asked}
    meaning = "definition" in kinds and question.intent in ("acts", "phrase", "overview")
    happening = bool(kinds & {"place", "stance"}) and question.intent == "phrase"
    if question.places or not (meaning or happening):
        return several_values(question)
    return replace(question, intent="content", verbs=(), directive=False, implied=False)

"""What a question says is to be made: 哪些决议请秘书长提交报告, which resolutions establish a fund.

A noun alone asks for nothing (秘书长的报告写了什么): it has to be governed by a verb of making, as
in the acts that the parser reads. 提交的报告 and 设立的工作组 are there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.questions.named import Reading
from assistant.questions.scope import blank
from assistant.questions.words import asked_verbs, content_terms
from assistant.text.bodies import spellings
from assistant.text.deliverables import deliverable_name
from assistant.text.verbs import verbs_by_name
from assistant.types import Entity, Lang, Question, Span, Term

# Verbs of making, and the nouns that they make.
_CHINESE = (
    ("提交|提出|编写|编制|撰写|起草|拟订|拟定|呈交|递交|送交|(?<!转)交|作出?|出具|写", "报告(?!员)"),
    ("转[交递发]", "报告(?!员)"),
    ("提出|提交|拟订|拟定", "建议"),
    ("召开|举行|举办|安排|召集|组织|开|办", "会议?(?![员费期])"),
    ("列入|增列|纳入|加入", "分项|项目"),
    ("设立|成立|建立|设置|组建", "工作组|委员会|基金|机制|机构"),
    ("提供", "服务|资源|支助|援助|资料"),
    ("征求|征集|征询", "意见"),
)  # fmt: skip
_ENGLISH = (
    (
        "submit|prepar|present|issu|compil|produc|provid|deliver|writ",
        "reports?",
    ),
    ("transmit|forward", "reports?"),
    ("submit|prepar|present|mak", "recommendations?|proposals?"),
    (
        "conven|hold|organi[sz]|arrang",
        "meetings?|conferences?|events?|consultations|seminars?|workshops?|dialogues?",
    ),
    ("includ", "sub-?items?|items?"),
    ("establish|set up|creat", "working groups?|committees?|commissions?|funds?|mechanisms?|panels?"),
    ("provid", "services|support|assistance|resources|information|secretariat"),
    ("seek|solicit", "views|comments"),
)  # fmt: skip
# 报告 is a verb too: 向大会报告执行情况, 请秘书长报告.
_REPORTING = re.compile(
    r"(?:向[^,。;的?!]{2,30}?|(?:请|要求|让)[^,。;的?!]{2,12}?(?=(?:报告|汇报)(?:[?!。]|$|(?:执行)?情况|工作|进展)))"
    r"(?P<noun>报告|汇报)(?![的员])"
    r"|\b(?:to|request\w*(?: (?:an?|the|annual|regular|further|written|another))*) (?P<english>reports?)\b",
    re.IGNORECASE,
)
# A report that is passed on is made already.
_PASSING_ON = re.compile(r"转|transmit|forward", re.IGNORECASE)
# Of what is made something else is asked: 提交报告的时间. Not: 提交报告的决议.
_OF_IT = re.compile(r"的(?!(?:各|所有|全部|这些|哪些)?(?:项|份)?(?:决议|段落?|执行段))")
_WHICH = re.compile(
    r"(?:哪|几|多少|什么|所有|全部|各|有些?)(?:些|几|一)?(?:个|份|项)?(?:大会|联大)?决议|决议(?:里|中|里面|当中)?(?:都|曾)?(?:有|是)?(?:哪|多少|几)"
    r"|\b(?:which|what|how many|all|list|any)\b.{0,12}\bresolutions?\b|\bresolutions (?:that|which)\b",
    re.IGNORECASE,
)
# Words to answer with, or a yes or no: what the acts are listed for is not that.
_OTHERWISE = re.compile(
    r"为什么|为何|为啥|何以|凭什么|怎么|如何|是不是|是否|有没有|吗[?。]?$|\bwhy\b|\bhow (?!many)|^(?:is|are|was|were|did|does|do|has|have)\b",
    re.IGNORECASE,
)
# Who receives what is made is not who is asked for it.
_TO = re.compile(
    r"(?:[向给同与]|关于|就|\bto|\bwith|\bfrom|\bon|\bof|\bby)(?:\s*the)?$", re.IGNORECASE
)
_OF_ASKING = re.compile(
    r"大?会?决议|执行段|段落|内容|要求|请求|规定|resolutions?|paragraphs?|requests?|(?:general )?assembly",
    re.IGNORECASE,
)
_VALUES = frozenset({"date", "place", "symbol"})


@dataclass(frozen=True, slots=True)
class Making:
    """Names of ``text.deliverables`` in text order, and the words that say so."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]  # verbs and nouns, not what stands between


@cache
def _patterns(lang: Lang) -> tuple[re.Pattern[str], ...]:
    if lang == "en":
        form = r"\b(?P<verb>(?:{})(?!\w*ed\b)\w*)\b[^,.;?!]{{0,80}}?\b(?P<noun>{})\b"
        return tuple(re.compile(form.format(*row), re.IGNORECASE) for row in _ENGLISH)
    form = r"(?P<verb>{})(?:了|过)?(?!的)[^,。;?!]{{0,40}}?(?P<noun>{})"
    return tuple(re.compile(form.format(*row)) for row in _CHINESE)


def find_making(text: str, lang: Lang) -> Making | None:
    """What a folded question says is to be made; None where it says nothing of the kind."""
    governed = tuple(_governed(text, lang))
    nouns = {noun for _, noun, _ in governed}
    reported = (one for one in _reported(text) if one[1] not in nouns)  # no verb in 转递报告
    found = sorted((*governed, *reported), key=lambda one: one[1])
    if not found:
        return None
    names = tuple(dict.fromkeys(name for name, _, _ in found))
    spans = tuple(dict.fromkeys(span for _, noun, verb in found for span in (verb, noun)))
    return Making(names, spans)


_Made = tuple[str, Span, Span]  # its name, its noun, its verb


def _governed(text: str, lang: Lang) -> Iterator[_Made]:
    for pattern in _patterns(lang):
        for match in pattern.finditer(text):
            noun = Span(*match.span("noun"))
            name = _name(match["verb"] if _PASSING_ON.match(match["verb"]) else match["noun"])
            counted = name == "建议" and re.search(r"哪|什么|几|多少", match.group())
            if name and not counted and not _OF_IT.match(text, noun.end):
                yield name, noun, Span(*match.span("verb"))


def _reported(text: str) -> Iterator[_Made]:
    for match in _REPORTING.finditer(text):
        noun = Span(*match.span("noun" if match["noun"] else "english"))
        yield "报告", noun, noun


def _name(noun: str) -> str | None:
    if noun == "会":
        return "会议"
    if _PASSING_ON.match(noun):
        return "转递"
    return deliverable_name(noun) or deliverable_name(noun.lower().removesuffix("s"))


def decide_making(base: Question, reading: Reading) -> Question | None:
    """The acts that ask for something to be made, or decide it; of named resolutions only where
    the question says nothing else of them."""
    making = find_making(reading.rest, reading.lang)
    if making is None or base.places or base.target or base.deadline_session or reading.due:
        return None
    # Without the words of making: to provide support supports nobody.
    rest = blank(reading.rest, making.spans)
    verbs, directs, _ = asked_verbs(rest, reading.bodies, reading.lang)
    if _OTHERWISE.search(reading.folded) or _VALUES & set(base.wants) or not _asking(verbs):
        return None
    bodies, others = _addressed(reading, making)
    which = _WHICH.search(reading.folded) or base.selection is not None
    directive = directs or base.directive
    if not (which or verbs or directive or bodies):
        return None
    besides = content_terms(blank(reading.left, making.spans), reading.lang)
    terms = (*_about(besides), *(_named(body) for body in others))
    if any(map(_names, terms)) and not (which and not base.symbols):
        return None
    return replace(
        base,
        intent="acts",
        verbs=verbs,
        directive=directive and not verbs,
        deliverables=making.names,
        addressees=tuple(dict.fromkeys(body.name for body in bodies)),
        terms=terms,
        wants=(),
        implied=False,
    )


def _asking(verbs: tuple[str, ...]) -> bool:
    """Whether every verb named asks or decides: nothing else makes anything."""
    table = verbs_by_name()
    return all(v in table and table[v].family in ("directive", "decision") for v in verbs)


def _addressed(reading: Reading, making: Making) -> tuple[list[Entity], list[Entity]]:
    """The bodies that are asked, and those that are only spoken of: 向安全理事会提交报告, a report on
    Member States. What is made (设立工作组) is no body."""
    asked: list[Entity] = []
    spoken_of: list[Entity] = []
    first = min(span.start for span in making.spans)
    for body in reading.bodies:
        if any(s.start < body.span.end and body.span.start < s.end for s in making.spans):
            continue
        before = reading.rest[: body.span.start].rstrip()
        receives = body.span.start > first or _TO.search(before)
        (spoken_of if receives else asked).append(body)
    return asked, spoken_of


def _named(body: Entity) -> Term:
    return Term(body.text, tuple(dict.fromkeys((body.text, *spellings(body.name)))), noun=True)


def _about(besides: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words that say what it is about; those of asking for resolutions say nothing."""
    return tuple(term for term in besides if not _OF_ASKING.fullmatch(term.word))


def _names(term: Term) -> bool:
    return term.noun or term.naming

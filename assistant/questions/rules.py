"""What a question asks: one rule for each intent, tried in order."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.asked import asking_words
from assistant.questions.comparing import decide_comparison
from assistant.questions.cues import find_absent_attribute, find_attribute, find_cue
from assistant.questions.due import asked_results
from assistant.questions.making import decide_making
from assistant.questions.mentioning import about_something, decide_mentions
from assistant.questions.named import Reading
from assistant.questions.referring import decide_instrument, decide_series
from assistant.questions.scope import blank
from assistant.questions.words import content_terms
from assistant.text.happenings import happenings
from assistant.text.tokens import unknown_name
from assistant.types import Question, Selection, Span, Term

_WHOLE_PART = re.compile(
    r"从头到尾|列一下|列出|逐段|逐条|各段|每一段|全文|原文|全部|所有|完整|内容|写(?:了|的)?什么|说(?:了|的)?什么|讲(?:了|的)?什么|有哪些段|列出|\b(?:full text|whole|entire|show|say|text)\b",
    re.IGNORECASE,
)
_OF_ANY_MASTHEAD = frozenset(
    "报告 委员会 会议 议程 项目 届会 report reports committee meeting session agenda plenary".split()
)
_OF_AN_AGENDA = re.compile(
    r"议程|列入|列上|分项|提交|报告|汇报|\bagenda\b|\breport\b", re.IGNORECASE
)
# A treaty may be voted on too; 《 before a blank is what is left of a resolution's own title.
_OF_AN_INSTRUMENT = re.compile(
    r"条约|公约|《(?! )|\b(?:treat(?:y|ies)|conventions?|protocols?)\b", re.IGNORECASE
)
_ITS_RESOLUTIONS = re.compile(
    r"(?:哪些|多少|什么|几(?:份|项|个)?|全部|所有)(?:的)?(?:联大|大会)?决议(?:$|[??。]|[,、](?:都|各|分别|具体)*(?:是|有)?(?:什么|哪些|哪几份)?[??。]?$)"
    r"|^[\s上期间]*(?:所)?通过的(?:各项|所有|全部)?决议[\s??。]*$"
    r"|\b(?:which|what|how many) resolutions (?:were|are|did|does)?",
    re.IGNORECASE,
)
# 75/45中的五核国问题, 哪里提到秘书长: what is said of a body, not what it is asked to do.
_OF_A_BODY = re.compile(r"段|几处|地方|哪里|出现|提及|(?:问题|方面|立场)(?:$|[??。])")
_OF_OTHERS = frozenset({"opened", "in_force", "founded", "begun", "marked"})
_OF_ADOPTION = re.compile(r"通过|决议|出台|表决|发布|作出|\badopt|\bresolution", re.IGNORECASE)
# What resolutions on financing do print; what they themselves cost, none does.
_OF_AN_AMOUNT = re.compile(r"批款|摊款|欠缴|缴付|数额|毛额|净额|定为|垫付|认缴")
_NOTHING_ELSE = 2  # characters left besides the symbol: 75/45决议, 关于75/45
# Masthead questions may name these without becoming questions about content.
_OF_THE_MASTHEAD = frozenset({"committee", "report", "report_paragraph"})


def decide(text: str, reading: Reading) -> Question:
    """The question that a reading amounts to."""
    base = Question(
        text=text,
        folded=reading.folded,
        lang=reading.lang,
        intent="content",
        symbols=reading.scope.symbols,
        places=tuple(p for mention in reading.places for p in mention.places),
        kinds=reading.kinds,
        addressees=tuple(dict.fromkeys(body.name for body in reading.bodies)),
        verbs=reading.verbs,
        directive=reading.directive,
        implied=reading.implied,
        session=reading.scope.session,
        deadline_session=reading.scope.deadline_session,
        terms=reading.terms,
        wants=reading.wants,
        missing=reading.scope.missing,
        everywhere=reading.scope.everywhere,
        target=reading.scope.cited[0] if reading.scope.cited else None,
        selection=reading.selection,
    )
    rules = (
        decide_making,
        _absent,
        decide_comparison,
        decide_series,
        _library,
        _selected,
        _due,
        decide_instrument,
        decide_mentions,
        _footnotes,
        _places,
        _compare,
        _masthead,
        _phrase,
        _counts,
    )
    found = (decided for rule in rules if (decided := rule(base, reading)))
    decided = next(found, None) or _acts_or_content(base, reading)
    if decided.intent == "deadlines":
        return replace(decided, deliverables=asked_results(reading.folded))
    return decided


def _absent(base: Question, reading: Reading) -> Question | None:
    found = find_absent_attribute(reading.rest)
    if found is None or _OF_AN_INSTRUMENT.search(reading.rest):
        return None
    if found[0] == "budget" and _OF_AN_AMOUNT.search(reading.rest):
        return None
    asks = Span(*found[1].span())
    if any(b.span.start <= asks.start and asks.end <= b.span.end for b in reading.bodies):
        return None  # 预算 in 行政和预算问题咨询委员会
    named = base.symbols or found[0] in ("person", "document")
    if not named and reading.terms and _says_more(reading, found[1]):
        return None
    voters = tuple(t for t in base.terms if t.naming) if found[0] == "votes" else ()
    return replace(base, intent="masthead", attribute=found[0], terms=voters)


def _says_more(reading: Reading, cue: re.Match[str]) -> bool:
    """Whether content words are left when the cue's own words are taken out."""
    left = blank(reading.rest, [Span(*cue.span()), *(body.span for body in reading.bodies)])
    others = content_terms(left, reading.lang)
    return about_something(tuple(t for t in others if t.word.lower() not in _OF_ANY_MASTHEAD))


def _library(base: Question, reading: Reading) -> Question | None:
    if base.symbols or base.places or not find_cue("library", reading.folded):
        return None
    return replace(base, intent="library", terms=())


def _selected(base: Question, reading: Reading) -> Question | None:
    """哪些决议由第一委员会提出, 上届会议通过了哪些决议: the resolutions themselves, where nothing is asked
    of them."""
    chosen, session = base.selection, base.session
    if chosen is None and session is not None and _ITS_RESOLUTIONS.search(reading.rest):
        chosen, session = Selection(first_session=session, last_session=session), None
    if chosen is None or base.symbols or base.places or reading.due:
        return None
    asks = base.verbs or base.directive or base.addressees or about_something(base.terms)
    if asks or base.deadline_session or find_cue("overview", reading.left):
        return None
    return replace(base, intent="library", terms=(), selection=chosen, session=session)


def _due(base: Question, reading: Reading) -> Question | None:
    """下届会议要交什么报告, 2025年以前要完成什么, 谁每年要报告."""
    due = reading.due
    if due is None or base.places:
        return None
    session = due.first_session if due.first_session == due.last_session else None
    of_resolutions = base.session if due.first_session is None else None
    return replace(
        base, intent="deadlines", due=due, deadline_session=session, session=of_resolutions
    )


def _footnotes(base: Question, reading: Reading) -> Question | None:
    if any(place.startswith("FN") for place in base.places):
        terms = tuple(term for term in base.terms if term.naming)
        return replace(base, intent="paragraph", kinds=(), terms=terms)
    cue = find_cue("footnotes", reading.rest)
    if cue is None:
        return None
    if reading.terms and _says_more(reading, cue) and not base.places:
        return replace(base, intent="phrase", kinds=("footnote",), addressees=())
    if find_cue("count", reading.rest):
        return replace(base, intent="count", attribute="footnotes", terms=())
    return replace(base, intent="footnotes", terms=())


def _counts(base: Question, reading: Reading) -> Question | None:
    if base.places or base.verbs or base.directive or not find_cue("count", reading.rest):
        return None
    if base.deadline_session is not None:
        return None
    if any(term.naming for term in base.terms):
        return None
    if find_cue("footnotes", reading.rest):
        return replace(base, intent="count", attribute="footnotes", terms=())
    return replace(base, intent="count", attribute="paragraphs", terms=())


def _places(base: Question, reading: Reading) -> Question | None:
    if base.places:
        return replace(base, intent="paragraph")
    asks = base.terms or base.verbs or base.addressees or base.directive
    if base.kinds and not asks and _WHOLE_PART.search(reading.folded):
        codes = {"preambular": "PP*", "operative": "OP*"}
        return replace(base, intent="paragraph", places=tuple(codes[k] for k in base.kinds))
    return None


def _compare(base: Question, reading: Reading) -> Question | None:
    cue = find_cue("compare", reading.folded)
    if cue is None:
        return None
    terms = content_terms(
        blank(
            reading.rest,
            [Span(*m.span()) for m in re.finditer(re.escape(cue.group()), reading.rest)],
        ),
        reading.lang,
    )
    kept = tuple(term for term in base.terms if term in terms)
    return replace(base, intent="compare", terms=kept)


def _masthead(base: Question, reading: Reading) -> Question | None:
    found = find_attribute(reading.rest)
    if found is None or base.verbs:
        return None
    name, cue = found
    if name.startswith("report") and base.deadline_session is not None:
        return None  # 应向第七十六届会议提交的报告 is not the one it was adopted on
    if name == "session" and _OF_AN_AGENDA.search(reading.rest):
        return None
    if name not in _OF_THE_MASTHEAD and base.addressees:
        return None
    says_more = reading.terms and _says_more(reading, cue) and not _states_value(reading, cue)
    if says_more or (name == "date" and not base.symbols and _dates_another(reading, cue)):
        return None
    return replace(
        base, intent="masthead", attribute=name, terms=(), addressees=(), directive=False
    )


def _states_value(reading: Reading, cue: re.Match[str]) -> bool:
    """Whether all that is said besides the cue is a value: 62次, 2017年, 103(hh)."""
    if reading.scope.symbols:
        return False
    left = content_terms(_without(reading, cue), reading.lang)
    return all(re.search(r"[0-9]", term.word) for term in left if term.noun or term.naming)


def _dates_another(reading: Reading, cue: re.Match[str]) -> bool:
    """守塔人日是哪天, 开放签署是哪天: another date than a resolution's."""
    left = _without(reading, cue)
    happens = bool(happenings(left) & _OF_OTHERS) and not _OF_ADOPTION.search(cue.group())
    return happens or unknown_name(left) is not None


def _without(reading: Reading, cue: re.Match[str]) -> str:
    return blank(reading.rest, [Span(*cue.span())])


def _phrase(base: Question, reading: Reading) -> Question | None:
    """哪些段落提到…: every paragraph that has the words, not only the best one."""
    cue = find_cue("phrase", reading.folded)
    names_a_body = base.addressees and _OF_A_BODY.search(reading.rest)
    if not (cue or names_a_body) or not (base.terms or base.addressees):
        return None
    if base.verbs or base.directive or base.deadline_session is not None:
        return None
    return replace(base, intent="phrase")


def _acts_or_content(base: Question, reading: Reading) -> Question:
    if base.deadline_session is not None or find_cue("deadlines", reading.rest):
        return replace(base, intent="deadlines")
    if (base.verbs or base.directive or base.addressees) and not base.terms:
        directive = base.directive or not base.verbs
        implied = base.implied or not base.directive
        return replace(base, intent="acts", directive=directive, implied=implied)
    names = base.verbs or base.addressees or any(term.naming for term in base.terms)
    if find_cue("overview", reading.folded) and not names:
        return replace(base, intent="overview", terms=())
    if base.symbols and base.session is not None and not base.terms:
        return replace(base, intent="masthead", attribute="session")
    left = re.sub(r"[\W_]|的|呢|吗|是|有|通过|决议|文件", "", reading.rest)
    scoped = base.symbols or base.session is not None
    if not base.terms and scoped and not base.kinds and len(left) <= _NOTHING_ELSE:
        return replace(base, intent="overview")
    return base if base.terms or base.symbols else replace(base, terms=_only_name(reading))


def _only_name(reading: Reading) -> tuple[Term, ...]:
    name = unknown_name(blank(reading.rest, asking_words(reading.rest, reading.lang)))
    return () if name is None else (Term(name, (name,), noun=True),)

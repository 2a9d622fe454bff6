"""The words of an act that are of the kind a question asks for: its dates, places, reasons …

Structure first: deadlines, addressees and references come from what the parser read; patterns see
the folded text with titles blotted out, so that no year of a title passes for a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from assistant.retrieval import stated
from assistant.retrieval.act_text import Act
from assistant.text.bodies import find_bodies
from assistant.text.happenings import happenings
from assistant.types import Asked, AskedKind, Question, Reference, Span

_FIGURES = "0-9〇零○一二三四五六七八九十百"


def sought(asked: Asked, question: Question, act: Act) -> tuple[Span, ...]:
    """The stretches of an act's folded text that are of the kind asked for, in text order.

    What the question itself states is none of them.
    """
    find = _FINDERS.get(asked.kind)
    if find is None:
        return ()
    found = dict.fromkeys(find(asked, question, act))
    said = question.folded
    return tuple(
        span
        for span in sorted(found)
        if act.holds(span) and act.folded.text[span.start : span.end] not in said
    )


# ── when ─────────────────────────────────────────────────────────────────────────────────────

_DAY = re.compile(
    r"(?:每年)?(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[至到][0-9月日]+日)?"
    r"|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿卅]{1,3}日"
)
_OPEN = re.compile(r"(?:稍后|另行)(?:决定|确定)的日期")
_PAST = re.compile(r"(?:开|召开|举行|通过|签署?|成立|设立|生效)(?:的|过)[吗呢?。]?\Z")
_YEAR = re.compile(
    r"[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:年?[底初])?(?![0-9第])|[一二][〇零○一二三四五六七八九]{3}年"
)
_OTHER_TIMES = re.compile(
    rf"每(?:[两二三四五六七八九十0-9]*年|半年)(?![{_FIGURES}])|尽早|尽快|及早|立即"
    rf"|(?:大会)?第[{_FIGURES}]+届会议"
)
_ONLY_DAYS = re.compile(r"天|几?[日号]|月")
_ONLY_YEARS = re.compile(r"哪.{0,2}年|\byear\b", re.IGNORECASE)
_BEFORE_A_SYMBOL = re.compile(r"(?:通过|大会)?的?第?\Z")


def _dates(asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    days = [*act.matches(_DAY)]
    if not _PAST.search(question.folded):
        days += act.matches(_OPEN)
    years = [s for s in act.matches(_YEAR) if not any(_within(s, day) for day in days)]
    found = [*days, *years]
    if not _ONLY_DAYS.search(asked.words) and not _ONLY_YEARS.search(asked.words):
        found += [s for s in act.matches(_OTHER_TIMES) if not any(_within(s, d) for d in days)]
    elif days and not _ONLY_YEARS.search(asked.words):
        found = days
    dated = {span: one for one, at in act.references for span in found if _dates_it(span, at, act)}
    meant = [span for span, one in dated.items() if _printed(one) in question.folded]
    if meant:
        yield from meant
        return
    yield from (span for span in found if span not in dated)


def _dates_it(date: Span, reference: Span, act: Act) -> bool:
    between = act.folded.text[date.end : reference.start]
    return date.end <= reference.start and _BEFORE_A_SYMBOL.fullmatch(between) is not None


def _printed(reference: Reference) -> str:
    return reference.target.rsplit("RES/", 1)[-1]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


_SESSION = re.compile(rf"(?:大会)?第[{_FIGURES}]+届(?:特别|紧急特别)?会议")


def _sessions(_asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    due = act.clause.deadlines if act.clause else ()
    spans = [act.at(one.span) for one in due if one.session is not None]
    for span in spans or act.matches(_SESSION):
        if "特别" not in question.folded or "特别" in act.text[span.start : span.end]:
            yield span


_DURATION = re.compile(
    rf"(?<![第每{_FIGURES}])[0-9一二两三四五六七八九十]+(?:天|周|星期|个月|个?小时)(?!内)"
)


def _durations(_asked: Asked, _question: Question, act: Act) -> Iterator[Span]:
    yield from act.matches(_DURATION)


# ── where, which article, how many ───────────────────────────────────────────────────────────

_PLACE = re.compile(
    r"(?:在|于)(?P<place>[^,。;、在于\ufffc]{2,14}?)"
    r"(?=(?:紧急)?(?:召开|举行|举办|开放|开会|成立|设立|签署|开始))"
)
_NO_PLACE = re.compile(r"[年月]|[0-9]日|届|项目|期间|[下上中]$|方面|基础|范围")


def _places(_asked: Asked, _question: Question, act: Act) -> Iterator[Span]:
    for span in act.matches(_PLACE, "place"):
        if not _NO_PLACE.search(act.folded.text[span.start : span.end]):
            yield span


_ARTICLE = re.compile(rf"第[{_FIGURES}]+条(?:第[{_FIGURES}]+款)?")


def _articles(_asked: Asked, _question: Question, act: Act) -> Iterator[Span]:
    yield from act.matches(_ARTICLE)


_NUMBER = re.compile(
    r"(?<![第年月/0-9.])(?:[0-9][0-9 ]*(?:\.[0-9]+)?[万亿]?|[一二两三四五六七八九十百千万]+)"
    r"(?P<kind>个|名|位|国|枚|份|项|次|种|点|条|处|%|美元)"
)
_AFTER = 8  # characters after a number within which what is counted stands


def _numbers(asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    counted = asked.noun or _word_after(asked, question)
    for span in act.matches(_NUMBER):
        words = act.folded.text[span.start : span.end + _AFTER]
        if counted and counted in words:
            yield span


def _word_after(asked: Asked, question: Question) -> str:
    after = question.folded[asked.span.end : asked.span.end + 6]
    return next((t.word for t in question.terms if after.startswith(t.word)), "")


# ── who, which body ──────────────────────────────────────────────────────────────────────────

_ALL = re.compile(r"(?:所有|全体|各|有关|其他|全世界所有)\Z")
_ACTOR = re.compile(r"(?:^|[,。;:?!\s由让请叫要吁促励想])\Z")
_TOWARDS = re.compile(r"(?P<to>[向对给])(?:谁|何人)")
_TO_WHOM = re.compile(r"\b(?:to|for|with) whom\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?P<who>(?:所有|各|全体|一切)?[^,。;、的\ufffc]{0,4}?(?:国家|会员国|缔约国|各国|人民))"
    r"(?=都|均|应|必须|可以|有权|须)"
)


def _actors(asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    of_acts = question.intent == "acts"  # 向谁提出请求: those that the acts address
    if not of_acts and _TO_WHOM.search(question.folded):
        return
    if not of_acts and (towards := _TOWARDS.search(asked.words)):
        to = towards["to"]
        pattern = re.compile(
            rf"{to}(?P<whom>[^,。;{to}\ufffc]{{2,16}}?)(?=提[出交]|汇报|报告|转递|具有|(?<!所)有|构成)"
        )
        yield from act.matches(pattern, "whom")
        return
    before = question.folded[: asked.span.start]
    is_actor = asked.words.startswith("由") or _ACTOR.search(before) or asked.noun
    if not (is_actor or of_acts) or act.clause is None:
        return
    if act.clause.family == "directive":
        yield from (_with_all(act.at(body.span), act) for body in act.clause.addressees)
    else:
        yield from act.matches(_RIGHTS, "who")


def _with_all(span: Span, act: Act) -> Span:
    before = _ALL.search(act.text[: span.start])
    return Span(before.start(), span.end) if before else span


_AND = re.compile("、|和|与|及|以及")


def _bodies(asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    suffix = asked.noun if asked.noun in ("委员会", "办事处", "组织") else ""
    bodies = [
        body.span
        for body in find_bodies(act.text)
        if not body.name.endswith(("国", "国家"))
        and body.name not in question.addressees
        and body.name.endswith(suffix or "")
        and act.holds(body.span)
    ]
    yield from _listed(bodies, act) if asked.several else bodies


def _listed(spans: list[Span], act: Act) -> list[Span]:
    """Those that are named in one breath: 裁军谈判会议和裁军审议委员会."""
    text = act.folded.text
    return [
        span
        for span, beside in ((a, b) for a in spans for b in spans if a != b)
        if _AND.fullmatch(text[min(span.end, beside.end) : max(span.start, beside.start)])
    ]


# ── which resolution, document, treaty ───────────────────────────────────────────────────────

_EARLIEST = re.compile(r"最早|最先|最旧|第一份|\b(?:earliest|first|oldest)\b")
_LATEST = re.compile(r"最晚|最近|最新|最后|末一份|\b(?:latest|last|most recent|newest)\b")
_DAY_ASKED = re.compile(r"(?:(?P<y>[12][0-9]{3})年)?(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号]")


def _of_references(*kinds: str) -> Callable[[Asked, Question, Act], Iterable[Span]]:
    def find(_asked: Asked, question: Question, act: Act) -> Iterable[Span]:
        if question.intent == "mentioned_by":  # what is named is what the question names
            return []
        named = [(one, at) for one, at in act.references if one.kind in kinds]
        return [at for _, at in _by_date(named, question)]

    return find


def _by_date(
    named: list[tuple[Reference, Span]], question: Question
) -> list[tuple[Reference, Span]]:
    """Of what is mentioned, the earliest, the latest, or that of the day the question names."""
    dated = [pair for pair in named if pair[0].date is not None]
    if stated := _DAY_ASKED.search(question.folded):
        wanted = (int(stated["m"]), int(stated["d"]))
        return [p for p in dated if p[0].date and (p[0].date.month, p[0].date.day) == wanted]
    for pattern, pick in ((_EARLIEST, min), (_LATEST, max)):
        if pattern.search(question.folded) and len(dated) > 1:
            return [pick(dated, key=lambda pair: str(pair[0].date))]
    return named


_STOP = r"[,。;、?]"


def _after(asked: Asked, question: Question) -> str:
    """What follows the words that ask, and those that ask beside them: 什么时候、在哪里 …"""
    at = asked.span.end
    for other in question.asked:
        between = question.folded[at : other.span.start]
        if other.span.start >= at and re.fullmatch(r"[、,和与及\s]*(?:and)?\s*", between):
            at = other.span.end
    return question.folded[at:]


def said_to_happen(asked: Asked, question: Question, act: Act, span: Span | None) -> bool:
    """Whether the words around a date or place say the happening that is asked about; with no
    stretch given, whether any words of the act do."""
    before = re.split(_STOP, question.folded[: asked.span.start])[-1]
    after = re.split(_STOP, _after(asked, question))[0]
    wanted = happenings(before + after)
    return not wanted or bool(wanted & happenings(act.segment(span) if span else act.words))


_FINDERS: dict[AskedKind, Callable[[Asked, Question, Act], Iterable[Span]]] = {
    "date": _dates,
    "session": _sessions,
    "duration": _durations,
    "place": _places,
    "article": _articles,
    "number": _numbers,
    "who": _actors,
    "body": _bodies,
    "resolution": _of_references("resolution", "decision"),
    "document": _of_references("document"),
    "instrument": _of_references("instrument"),
    "reason": stated.reasons,
    "stance": stated.stance,
    "whether": stated.whole_act,
    "what": stated.copula,
    "definition": stated.definition,
}

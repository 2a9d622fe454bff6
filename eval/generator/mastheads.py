"""Mastheads and closing lines of every form, with the fields that each prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.text.numerals import chinese
from eval.generator.chinese import Chinese
from eval.generator.english import English, english_ordinal
from eval.generator.plan import Plan
from eval.generator.style import Style
from eval.generator.vocabulary import Words
from eval.generator.writing import Pen

Fields = dict[str, str]
_COUNCIL_BODIES: tuple[str, ...] = (
    "社会发展委员会", "统计委员会", "科学和技术促进发展委员会", "人口与发展委员会",
)  # fmt: skip
_PLAIN = Style()
_WIDEST_TITLE = 30  # characters on a masthead line


@dataclass(frozen=True, slots=True)
class Head:
    """Printed lines, an empty one between blocks, and what they state."""

    lines: tuple[str, ...]
    fields: Fields


def head_of(plan: Plan, pen: Pen, chinese_language: Chinese | None) -> Head:
    """The masthead up to the opener, in the form of the plan."""
    if chinese_language is None:
        return _english(plan)
    author = _BY_FORM.get(plan.form, _modern)
    head = author(plan, chinese_language)
    lines = tuple(pen.plain(line) for line in head.lines)
    spoken = {"title", "agenda_title"}
    fields = {k: pen.plain(v) if k in spoken else v for k, v in head.fields.items()}
    return Head(lines, fields)


def _blocks(*blocks: str) -> tuple[str, ...]:
    lines: list[str] = []
    for block in blocks:
        lines += [*block.split("\n"), ""]
    return tuple(lines)


def _two_lines(title: str) -> str:
    """A long agenda title on two lines, as mastheads print it."""
    return (
        f"{title[:_WIDEST_TITLE]}\n{title[_WIDEST_TITLE:]}" if len(title) > _WIDEST_TITLE else title
    )


def _draft(plan: Plan) -> str:
    """The symbol of the draft that was adopted, which is nobody's report."""
    special = "ES-" * (plan.form == "emergency")
    return f"A/{special}{plan.address.session}/L.{plan.index % 90 + 1}"


# ── Chinese ──────────────────────────────────────────────────────────────────────────────────


def _item(plan: Plan) -> tuple[str, str, Fields]:
    masthead = plan.masthead
    fields = {"agenda_item": masthead.agenda_item}
    title = masthead.agenda_title.zh
    if title != plan.address.topic.title.zh:
        return f"议程项目 {masthead.agenda_item}", title, fields | {"agenda_title": title}
    return f"议程项目 {masthead.agenda_item}", "", fields


def _adoption(plan: Plan, language: Chinese) -> tuple[str, Fields]:
    masthead = plan.masthead
    if masthead.committee is None:
        return f"[未经发交主要委员会而通过({_draft(plan)})]", {}
    fields = {"committee": masthead.committee.name, "report": masthead.report}
    paragraph = ""
    if masthead.report_paragraph is not None:
        fields["report_paragraph"] = str(masthead.report_paragraph)
        paragraph = language.number(masthead.report_paragraph, "第", "段")
        paragraph = f", {paragraph}" if language.style.spaced else f",{paragraph}"
    return f"[根据{masthead.committee.zh}的报告({masthead.report}{paragraph})通过]", fields


def _modern(plan: Plan, language: Chinese) -> Head:
    address, title = plan.address, plan.address.topic.title.zh
    item, agenda_title, fields = _item(plan)
    adoption, adopted = _adoption(plan, language)
    fields |= adopted | _date(plan) | {"session": str(address.session), "title": title}
    fields["number"] = address.printed
    if not language.style.spaced:
        item = item.replace(" ", "")
    resolved = f"{language.day(address.date)}大会决议"
    session = language.session(address.session)
    numbered, adoption = _as_scanned(plan, f"{address.printed}. {title}", adoption)
    head = [session, item, _two_lines(agenda_title), resolved, adoption, numbered]
    return Head(_blocks(*(line for line in head if line)), fields)


def _as_scanned(plan: Plan, numbered: str, adoption: str) -> tuple[str, str]:
    """Titles glued to their number or on the line below it, brackets on two lines."""
    if plan.form not in {"nineties", "traditional"}:
        return numbered, adoption
    number, _, title = numbered.partition(" ")
    numbered = (numbered, f"{number}{title}", f"{number}\n{title}")[plan.index % 3]
    if plan.index % 4 == 1:
        adoption = adoption.replace("(", "\n(", 1)
    return numbered, adoption


def _date(plan: Plan) -> Fields:
    return {"date": plan.address.date.isoformat()}


def _in_parts(plan: Plan, language: Chinese) -> Head:
    head = _modern(plan, language)
    lines = ("大会决议" if line.endswith("大会决议") else line for line in head.lines)
    return Head(tuple(lines), {k: v for k, v in head.fields.items() if k != "date"})


def _emergency(plan: Plan, language: Chinese) -> Head:
    address, title = plan.address, plan.address.topic.title.zh
    item, agenda_title, fields = _item(plan)
    fields |= _date(plan) | {"session": f"ES-{address.session}", "number": address.printed}
    adoption = f"[未经发交主要委员会而通过({_draft(plan)})]"
    session = f"第{chinese(address.session)}届紧急特别会议"
    resolved = f"{language.day(address.date)}大会决议"
    head = [
        session,
        item,
        _two_lines(agenda_title),
        resolved,
        adoption,
        f"{address.printed}. {title}",
    ]
    return Head(_blocks(*(line for line in head if line)), fields | {"title": title})


def _old(plan: Plan, language: Chinese) -> Head:
    del language
    title = f"{plan.address.topic.title.zh}问题"
    fields = {"number": plan.address.printed, "title": title}
    return Head(_blocks(f"{plan.address.old}、{title}"), fields)


def _council(plan: Plan, language: Chinese) -> Head:
    address, masthead = plan.address, plan.masthead
    agenda_title = f"社会和人权问题：{masthead.agenda_title.zh}"
    body = _COUNCIL_BODIES[plan.index % len(_COUNCIL_BODIES)]
    fields = {"agenda_item": masthead.agenda_item, "agenda_title": agenda_title} | _date(plan)
    fields |= {"committee": body, "report": masthead.report}
    lines = _blocks(
        f"{address.date.year}年届会",
        f"议程项目{masthead.agenda_item}",
        agenda_title,
        f"{language.day(address.date)}经济及社会理事会决议",
        f"[根据{body}的建议({masthead.report})通过]",
    )
    return Head(lines, fields)


def _records(plan: Plan, language: Chinese) -> Head:
    address, masthead, vote = plan.address, plan.masthead, plan.vote
    if vote is None:
        raise ValueError("Official Records need a vote")
    title = address.topic.title.zh
    committee = masthead.committee.zh if masthead.committee else "委员会"
    paragraph = masthead.report_paragraph or 12
    sponsors = "、".join(vote.in_favour[:3])
    adopted = (
        f"{language.day(address.date)}第{masthead.meeting}次全体会议根据{committee}的建议"
        f"（{masthead.report}，第{paragraph}段） 报告中建议的决议草案由下列提案国在委员会提出："
        f"{sponsors}。 经记录表决，以{len(vote.in_favour)}票赞成，{len(vote.against)}票反对，"
        f"{len(vote.abstaining)}票弃权通过，其结果如下："
    )
    lists = (("赞成", vote.in_favour), ("反对", vote.against), ("弃权", vote.abstaining))
    lines = [f"第{address.printed}号决议", "", adopted]
    lines += [f"{opinion}：{'、'.join(countries) or '无'}" for opinion, countries in lists]
    fields = {
        "number": address.printed, "title": title, "meeting": str(masthead.meeting),
        "report": masthead.report, "report_paragraph": str(paragraph), "sponsors": sponsors,
        "date": address.date.isoformat(),
    }  # fmt: skip
    if masthead.committee:
        fields["committee"] = masthead.committee.name
    return Head((*lines, f"{address.printed}. {title}", ""), fields)


_BY_FORM: dict[str, Callable[[Plan, Chinese], Head]] = {
    "emergency": _emergency,
    "sixties": _old,
    "ecosoc": _council,
    "records": _records,
    "parts": _in_parts,
    "collapsed": _in_parts,
}


# ── English ──────────────────────────────────────────────────────────────────────────────────


def _english(plan: Plan) -> Head:
    address, masthead, title = plan.address, plan.masthead, plan.address.topic.title.en
    language = English(style=_PLAIN)
    is_special = plan.form == "emergency"
    session = f"{english_ordinal(address.session)}{' emergency special' * is_special} session"
    fields = {
        "session": f"{'ES-' * is_special}{address.session}", "number": address.printed,
        "title": title, "agenda_item": masthead.agenda_item,
        "date": address.date.isoformat(),
    }  # fmt: skip
    adoption = f"[without reference to a Main Committee ({_draft(plan)})]"
    if masthead.committee and not is_special:
        fields |= {"committee": masthead.committee.name, "report": masthead.report}
        paragraph = ""
        if masthead.report_paragraph is not None:
            fields["report_paragraph"] = str(masthead.report_paragraph)
            paragraph = f", para. {masthead.report_paragraph}"
        adoption = f"[on the report of the {masthead.committee.en} ({masthead.report}{paragraph})]"
    agenda = masthead.agenda_title.en
    if agenda != title:
        fields["agenda_title"] = agenda
    head = [
        session.capitalize(),
        f"Agenda item {masthead.agenda_item.replace('(', ' (')}",
        agenda if agenda != title else "",
        f"Resolution adopted by the General Assembly on {language.day(address.date)}",
        adoption,
        f"{address.printed}. {title}",
    ]
    return Head(_blocks(*(line for line in head if line)), fields)


# ── endings ──────────────────────────────────────────────────────────────────────────────────


def ending_of(plan: Plan, chinese_language: Chinese | None) -> Head:
    """The closing lines: meeting and date; none in Official Records, which state them above."""
    meeting, day = plan.masthead.meeting, plan.address.date
    fields = {"meeting": str(meeting), "meeting_date": day.isoformat()}
    if chinese_language is None:
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(meeting % 10, "th")
        return Head((f"{meeting}{suffix} plenary meeting", English(_PLAIN).day(day)), fields)
    if plan.form == "records":
        return Head((), {})
    if plan.form == "sixties":
        meeting += 1_400
        spelled = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(meeting))
        lines = (f"{chinese_language.day(day)},", f"第{spelled}次全体会议")
        return Head(lines, fields | {"meeting": str(meeting)})
    lines = (chinese_language.day(day), chinese_language.number(meeting, "第", "次全体会议"))
    return _ending_as_printed(plan, lines, fields)


def _ending_as_printed(plan: Plan, lines: tuple[str, str], fields: Fields) -> Head:
    """Day and meeting on two lines, in either order, on one, or the meeting lost."""
    if plan.form not in {"nineties", "traditional", "ecosoc", "convention"}:
        return Head(lines, fields)
    day, meeting = lines
    forms = ((day, meeting), (meeting, day), (f"{day}{meeting}",), (f"{day} {meeting}",), (day,))
    form = forms[plan.index % len(forms)]
    if form == (day,):
        fields = {"meeting_date": fields["meeting_date"]}
    return Head(form, fields)


def title_of_part(plan: Plan, letter: str) -> Words:
    """How a sub-resolution's title is printed: A. 样例会议的报告."""
    title = plan.address.topic.title
    return Words(f"{letter}. {title.zh}", f"{letter}. {title.en}")

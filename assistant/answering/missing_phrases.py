"""What an answer says is missing: one form for each kind, and what fills it."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answering.deadline_phrases import when_name
from assistant.answering.listing_phrases import made_of
from assistant.answering.naming import (
    ASKED_RESOLUTIONS,
    JOINED,
    attribute_name,
    body_name,
    verb_name,
    where,
)
from assistant.answering.reference_phrases import others_of_series, target_name
from assistant.text.labels import label, place_label
from assistant.text.numerals import chinese
from assistant.types import Lang, Missing

MISSING: dict[str, tuple[str, str]] = {
    "symbol": ("{name}", "{name}"),
    "named": ("“{name}”", "“{name}”"),
    "session": ("第{name}届会议的决议", "resolutions of session {name}"),
    "selection": (
        "符合所问届会、日期、委员会、议程项目或标题的决议",
        "a resolution of that session, date, committee, agenda item or title",
    ),
    "place": ("{where}的{name}（共{held}）", "{name} of {where} (there are {held})"),
    "addressee": ("{where}对{name}的要求", "requests of {name} in {where}"),
    "body": ("{where}提到{name}的段落", "a paragraph of {where} that names {name}"),
    "verb": ("{where}使用“{name}”的段落", "a paragraph of {where} that uses “{name}”"),
    "act": ("{where}“{name}”的段落", "“{name}” in {where}"),
    "deliverable": ("{where}{name}的段落", "a paragraph of {where}{name}"),
    "attribute": (
        "{where}的{name}（决议文本不载此项）",
        "{name} of {where} (the text does not carry it)",
    ),
    "operative": (
        "{where}的执行部分（所收文本有缺，不能据此说它没有某项要求）",
        "the operative part of {where} (the text held lacks it, so that nothing follows from "
        "its silence)",
    ),
    "field": ("{where}的{name}（原文未印）", "{name} of {where} (not printed)"),
    "reference": ("{where}提到{name}的段落", "a paragraph of {where} that mentions {name}"),
    "invocation": ("{where}{name}的段落", "a paragraph of {where} that mentions {name}"),
    "series": ("{where}所属系列的{name}", "{name} of the series of {where}"),
    "deadline": ("{where}中{name}须办理的事项", "anything due {name} in {where}"),
    "footnote": ("{where}的这一脚注", "that footnote of {where}"),
    "term": ("{where}提到“{name}”的段落", "a paragraph of {where} that mentions “{name}”"),
    "phrase": (
        "{where}原样用到“{name}”的段落",
        "a paragraph of {where} that uses the words “{name}”",
    ),
    "bilingual": (
        "中英文都有、并且用到“{name}”的段落",
        "a paragraph held in both languages that uses “{name}”",
    ),
    "premise": (
        "{where}“{name}”这一说法的依据（原文为{held}）",
        "support in {where} for “{name}” (the text has {held})",
    ),
    "content": (
        "{where}中能回答这个问题的段落",
        "a paragraph of {where} that answers this question",
    ),
    "asked": ("{where}中回答“{name}”的段落", "a paragraph of {where} that answers “{name}”"),
    "definition": (
        "{where}说明“{name}”含义的段落",
        "a paragraph of {where} that says what “{name}” means",
    ),
    "reason": ("{where}对此所说的理由", "a reason that {where} gives for it"),
    "language": (
        "与{where}同一语文的另一份文本（语文不同不能逐字对照，可在阅读页分别打开）",
        "a text in the language of {where} (texts in two languages are not compared word for "
        "word; open each in the reader)",
    ),
    "later": (
        "{where}通过以后的情况（文本止于{name}）",
        "what happened after {where} (the text ends on {name})",
    ),
    "counterpart": (
        "可与{where}对照的另一份决议（请说出文号）",
        "another resolution to compare {where} with (name its symbol)",
    ),
}


def missing_text(missing: Missing, lang: Lang) -> str:
    """What is missing, for people."""
    form = MISSING[missing.kind][0 if lang == "zh" else 1]
    held = missing.held
    uncounted = missing.kind == "place" and held is None  # of an annex: nothing is counted
    if uncounted or (missing.kind == "later" and not missing.name):
        form = re.sub(r"（.+）| \(.+\)", "", form)
    elif missing.kind == "place" and lang == "zh":
        held = f"{held}个" if missing.name.startswith("FN") else f"{held}段"
    return form.format(
        name=_missing_name(missing, lang), where=_place_of(missing.where, lang), held=held
    )


def _missing_name(missing: Missing, lang: Lang) -> str:
    named = _NAMERS.get(missing.kind)
    return named(missing.name, lang) if named else missing.name


def _ordinal(session: str, lang: Lang) -> str:
    return chinese(int(session)) if lang == "zh" else session


def _day_name(day: str, lang: Lang) -> str:
    """2020-12-07 as a Chinese text prints it; an English answer keeps the ISO form."""
    if lang == "en" or not day:
        return day
    return "{}年{}月{}日".format(*map(int, day.split("-")))


def _invoked_name(name: str, lang: Lang) -> str:
    verb, _, target = name.partition(" ")
    mentioned, said = target_name(target, lang), verb_name(verb, lang)
    return f"以“{said}”提到{mentioned}" if lang == "zh" else f"{mentioned} with “{said}”"


def _made_name(name: str, lang: Lang) -> str:
    """Who is asked, with which verb, for what, about what: the slots of the name, by ``|``."""
    bodies, verbs, made, about = (tuple(filter(None, s.split("、"))) for s in name.split("|"))
    said = made_of(made, about, lang)
    join = JOINED[lang == "en"].join
    if lang == "en":
        to = f" addressed to {join(body_name(one, lang) for one in bodies)}" if bodies else ""
        using = f" that uses “{join(verb_name(one, lang) for one in verbs)}”" if verbs else ""
        return to + using + said
    to = f"以{join(bodies)}为对象" if bodies else ""
    using = f"使用“{join(verbs)}”" if verbs else ""
    parts = (to, using, said.removeprefix("、"))
    return "中" + "、".join(part for part in parts if part)


def _session_name(name: str, lang: Lang) -> str:
    if not name:
        return "按期" if lang == "zh" else "by a date"
    return when_name(name, lang)


_NAMERS: dict[str, Callable[[str, Lang], str]] = {
    "symbol": label,
    "reference": target_name,
    "series": others_of_series,
    "invocation": _invoked_name,
    "place": place_label,
    "addressee": body_name,
    "body": body_name,
    "verb": verb_name,
    "attribute": attribute_name,
    "field": attribute_name,
    "session": _ordinal,
    "deadline": _session_name,
    "deliverable": _made_name,
    "later": _day_name,
}


def _place_of(key: str | None, lang: Lang) -> str:
    if key is None:
        return where((), lang)
    if not key:
        return ASKED_RESOLUTIONS[lang == "en"]
    symbol, _, place = key.partition("#")
    if not place:
        return label(symbol, lang)
    separator = "" if lang == "zh" else ", "
    return f"{label(symbol, lang)}{separator}{place_label(place, lang)}"

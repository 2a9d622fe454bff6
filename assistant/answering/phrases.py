"""The closed list of an answer's own words, Chinese and English in one table.

Outside quotations an answer says nothing that is not here, so that everything else is a quotation
and can be compared with its source. Variables are filled with labels, counts and names only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from string import Formatter

from assistant.answering.comparison_phrases import COMPARISON_PHRASES
from assistant.answering.deadline_phrases import (
    DEADLINE_PHRASES,
    DEADLINE_VARIABLES,
    when_name,
)
from assistant.answering.reference_phrases import (
    REFERENCE_PHRASES,
    others_of_series,
    target_name,
)
from assistant.answering.wording_phrases import WORDING_PHRASES, WORDING_VARIABLES
from assistant.text.bodies import english_name
from assistant.text.labels import label, place_label
from assistant.text.numerals import chinese
from assistant.text.verbs import verbs_by_name
from assistant.types import Inferred, Lang, Missing

_PHRASES: dict[str, tuple[str, str]] = {
    **REFERENCE_PHRASES,
    **DEADLINE_PHRASES,
    **WORDING_PHRASES,
    **COMPARISON_PHRASES,
    # leads of lists; n is recounted from the citations
    "acts_addressed": ("{where}中以{body}为对象的段落共{n}段：", "Paragraphs of {where} addressed to {body}: {n}."),
    "acts_verb": ("{where}中使用“{verb}”的段落共{n}段：", "Paragraphs of {where} that use “{verb}”: {n}."),
    "acts_verb_body": ("{where}中以{body}为对象、使用“{verb}”的段落共{n}段：", "Paragraphs of {where} that use “{verb}” of {body}: {n}."),
    "acts_directive": ("{where}中有所指令的段落共{n}段：", "Paragraphs of {where} that direct somebody: {n}."),
    "acts_naming": ("{where}中提到{body}的段落共{n}段：", "Paragraphs of {where} that name {body}: {n}."),
    "mentions": ("{where}中提到{target}的段落共{n}段：", "Paragraphs of {where} that mention {target}: {n}."),
    "references_resolutions": ("{where}中提到其他决议的段落共{n}段：", "Paragraphs of {where} that mention other resolutions: {n}."),
    "references_documents": ("{where}中提到文件的段落共{n}段：", "Paragraphs of {where} that mention documents: {n}."),
    "references_instruments": ("{where}中提到条约、宣言等文书的段落共{n}段：", "Paragraphs of {where} that mention treaties or declarations: {n}."),
    "deadlines": ("{where}中写明时限或届会的段落共{n}段：", "Paragraphs of {where} that state a time or a session: {n}."),
    "phrase": ("{where}中提到这一点的段落共{n}段：", "Paragraphs of {where} that mention this: {n}."),
    "footnotes": ("{where}共有{n}个脚注：", "Footnotes of {where}: {n}."),
    "footnotes_of": ("{where}的这些段落共有{n}个脚注：", "Footnotes of these paragraphs of {where}: {n}."),
    "overview": ("{where}执行部分共有{n}段：", "Operative paragraphs of {where}: {n}."),
    "library": ("库中有{n}份决议：", "Resolutions in the library: {n}."),
    "selected": ("符合所问条件的决议共{n}份：", "Resolutions that meet the conditions: {n}."),
    # counts
    "count_operative": ("{where}执行部分共有{n}段。", "Operative paragraphs of {where}: {n}."),
    "count_preambular": ("{where}序言部分共有{n}段。", "Preambular paragraphs of {where}: {n}."),
    "count_footnote": ("{where}共有{n}个脚注。", "Footnotes of {where}: {n}."),
    # comparisons
    "earlier": ("{first}先于{second}通过。", "{first} was adopted before {second}."),
    "same_day": ("{first}与{second}同日通过。", "{first} and {second} were adopted on the same day."),
    "more": ("{first}比{second}多{n}段。", "{first} has more of them than {second}, by {n}."),
    "more_notes": ("{first}比{second}多{n}个脚注。", "{first} has more of them than {second}, by {n}."),
    "as_many": ("{first}与{second}段数相同。", "{first} and {second} have as many of them."),
    # leads of single quotations
    "heading": ("{where}：", "{where}:"),
    "title": ("标题：", "Title: "),
    "date": ("通过日期：", "Adopted: "),
    "meeting": ("会议：", "Meeting: "),
    "meeting_date": ("日期：", "Date: "),
    "session": ("届会：", "Session: "),
    "agenda_item": ("议程项目：", "Agenda item: "),
    "agenda_title": ("议程项目标题：", "Title of the agenda item: "),
    "committee": ("委员会：", "Committee: "),
    "report": ("报告：", "Report: "),
    "report_paragraph": ("报告段次：", "Paragraph of the report: "),
    "number": ("编号：", "Number: "),
    "votes": ("表决：", "Vote: "),
    "sponsors": ("提案国：", "Sponsors: "),
    # what of the citations was inferred
    "inferred": ("所引段落有推定之处，原文未印明：{parts}。", "Inferred in the paragraphs cited, and not printed: {parts}."),
    "source_says": ("原文是：", "The text says:"),
    # refusals
    "not_held": ("库中没有：{missing}。", "Not in the library: {missing}."),
    "library_holds": ("库中现有：{held}。", "The library holds: {held}."),
    "library_empty": ("库中还没有决议，请先导入。", "The library is empty; ingest resolutions first."),
    "off_topic": ("这个问题不在库中决议的范围内。", "This question is not about the resolutions held."),
    "opinion": ("这里只引用决议原文，不提供意见、评价、预测或法律建议。", "Only the text of resolutions is quoted here; no opinion, prediction or legal advice is given."),
    "instruction": ("这里只回答决议写了什么，不执行其他指令。", "Only questions about what resolutions say are answered; other instructions are not followed."),
    "task": ("这里只回答决议写了什么，不写作、不编程、不计算。", "Only questions about what resolutions say are answered; nothing is written, programmed or calculated."),
    "small_talk": ("你好。这里回答联合国大会决议写了什么，每句话都附原文出处。", "Hello. Ask what General Assembly resolutions say; every sentence comes with its source."),
    "language": ("目前只接受中文和英文提问。", "Questions are read in Chinese and English only."),
    "empty": ("没有读到问题，请用文字提问。", "No question was read; please ask in words."),
    "can_ask": ("可以按决议号、段号、主体或动词提问。", "Ask by resolution, paragraph, body or verb."),
    "which": ("您问的是哪一份决议？", "Which resolution do you mean?"),
    # names of what can be missing
    "all_resolutions": ("库中决议", "the resolutions held"),
    "joined": ("、", ", "),
}  # fmt: skip

_ATTRIBUTES: dict[str, tuple[str, str]] = {
    "votes": ("表决结果", "the vote"),
    "voters": ("各国表决名单", "the list of how each State voted"),
    "sponsors": ("提案国或起草者", "the sponsors or drafters"),
    "draft": ("决议草案文号", "the symbol of the draft"),
    "budget": ("经费或预算数额", "an amount of money"),
    "person": ("任职者姓名", "the name of an office-holder"),
    "document": ("所提文件的内容", "what a document it mentions says"),
    "date": ("通过日期", "the date of adoption"),
    "meeting": ("会议", "the meeting"),
    "session": ("届会", "the session"),
    "agenda_item": ("议程项目", "the agenda item"),
    "agenda_title": ("议程项目标题", "the title of the agenda item"),
    "committee": ("委员会", "the committee"),
    "report": ("委员会报告", "the report"),
    "report_paragraph": ("报告段次", "the paragraph of the report"),
    "title": ("标题", "the title"),
    "number": ("编号", "the number"),
}  # fmt: skip

_INFERRED: dict[Inferred, tuple[str, str]] = {
    "number": ("段号", "numbers"),
    "boundary": ("起止", "boundaries"),
    "verb": ("动词", "verbs"),
}

_MISSING: dict[str, tuple[str, str]] = {
    "symbol": ("{name}", "{name}"),
    "named": ("“{name}”", "“{name}”"),
    "session": ("第{name}届会议的决议", "resolutions of session {name}"),
    "selection": ("符合所问届会、日期、委员会、议程项目或标题的决议", "a resolution of that session, date, committee, agenda item or title"),
    "place": ("{where}的{name}（共{held}）", "{name} of {where} (there are {held})"),
    "addressee": ("{where}对{name}的要求", "requests of {name} in {where}"),
    "body": ("{where}提到{name}的段落", "a paragraph of {where} that names {name}"),
    "verb": ("{where}使用“{name}”的段落", "a paragraph of {where} that uses “{name}”"),
    "act": ("{where}“{name}”的段落", "“{name}” in {where}"),
    "attribute": ("{where}的{name}（决议文本不载此项）", "{name} of {where} (the text does not carry it)"),
    "operative": ("{where}的执行部分（所收文本有缺，不能据此说它没有某项要求）", "the operative part of {where} (the text held lacks it, so that nothing follows from its silence)"),
    "field": ("{where}的{name}（原文未印）", "{name} of {where} (not printed)"),
    "reference": ("{where}提到{name}的段落", "a paragraph of {where} that mentions {name}"),
    "invocation": ("{where}{name}的段落", "a paragraph of {where} that mentions {name}"),
    "series": ("{where}所属系列的{name}", "{name} of the series of {where}"),
    "deadline": ("{where}中{name}须办理的事项", "anything due {name} in {where}"),
    "footnote": ("{where}的这一脚注", "that footnote of {where}"),
    "term": ("{where}提到“{name}”的段落", "a paragraph of {where} that mentions “{name}”"),
    "phrase": ("{where}原样用到“{name}”的段落", "a paragraph of {where} that uses the words “{name}”"),
    "bilingual": ("中英文都有、并且用到“{name}”的段落", "a paragraph held in both languages that uses “{name}”"),
    "premise": ("{where}“{name}”这一说法的依据（原文为{held}）", "support in {where} for “{name}” (the text has {held})"),
    "content": ("{where}中能回答这个问题的段落", "a paragraph of {where} that answers this question"),
    "language": ("与{where}同一语文的另一份文本（语文不同不能逐字对照，可在阅读页分别打开）", "a text in the language of {where} (texts in two languages are not compared word for word; open each in the reader)"),
    "counterpart": ("可与{where}对照的另一份决议（请说出文号）", "another resolution to compare {where} with (name its symbol)"),
}  # fmt: skip


def phrase(name: str, lang: Lang, **values: object) -> str:
    """The phrase ``name`` in ``lang``, its variables filled. Raises KeyError for an unknown one."""
    chinese_form, english_form = _PHRASES[name]
    form = chinese_form if lang == "zh" else english_form
    filled = form.format(**values)
    return filled if lang == "zh" else filled[:1].upper() + filled[1:]


# What a variable may be filled with: labels and names, never a sentence.
_PARTS = f"(?:{'|'.join(name for names in _INFERRED.values() for name in names)})"
_RESOLUTION = (
    r"(?:[一-鿿]{2,9}?第[0-9A-Z/() -]{1,24}号决[议定]|第[0-9A-Z/() -]{1,24}号决[议定]"
    r"|(?:[A-Z][a-z]+(?: [a-zA-Z]+){0,4} )?(?:resolution|decision) [0-9A-Z/() -]{1,24}?"
    r"|[A-Z]{1,4}/[0-9A-Za-z/().-]{1,30})"
)
_NAME = r"(?:[一-鿿]{1,20}|[A-Za-z' -]{1,60}(?: \([一-鿿]{1,12}\))?)"
_VARIABLE = {
    "where": rf"(?:{_RESOLUTION}(?:(?:、|和|, | and ){_RESOLUTION})*|库中决议|the resolutions held)",
    "first": _RESOLUTION,
    "second": _RESOLUTION,
    "body": rf"{_NAME}(?:(?:、|, ){_NAME})*",
    "verb": rf"{_NAME}(?:(?:、|, ){_NAME})*",
    "n": r"(?P<n>[0-9]+)",
    "target": rf"(?:{_RESOLUTION}|《[^《》\n]{{1,300}}》|the [A-Z0-9][A-Za-z0-9 ,()'-]{{1,300}})",
    "size": r"[0-9]+",
    "sessions": r"[0-9]+(?:[-、]|, )?(?:[0-9]+(?:[-、]|, )?)*",
    "other": _RESOLUTION,
    "before": r"[^“”\n]{1,200}",
    "after": r"[^“”\n]{1,200}",
    **WORDING_VARIABLES,
    **DEADLINE_VARIABLES,
    "missing": r".+",
    "held": r"[^。\n]+",
    "parts": rf"{_PARTS}(?:(?:、|, ){_PARTS})*",
}
_LABEL = r"[^，,。；;！!？?：:\n]{1,80}?"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    made = []
    for name, forms in _PHRASES.items():
        for form in forms:
            filled = "".join(
                re.escape(literal) + (_VARIABLE.get(field, _LABEL) if field else "")
                for literal, field, _, _ in Formatter().parse(form.strip())
            )
            made.append((name, re.compile(filled, re.IGNORECASE)))
    return tuple(made)


def own_words(text: str) -> tuple[str, int | None] | None:
    """The phrase that ``text`` is, and the number it states; None if it is none of the list.

    A heading may stand before another lead: 第75/45号决议：通过日期：.
    """
    for name, pattern in _patterns():
        if match := pattern.fullmatch(text.strip()):
            stated = match.groupdict().get("n")
            return name, int(stated) if stated else None
    heading = re.match(r"[^：:]+[：:]", text)
    lead = text[heading.end() :] if heading else ""
    if heading and lead and own_words(heading.group()):
        return own_words(lead)
    return None


def attribute_name(attribute: str, lang: Lang) -> str:
    """A masthead value's name."""
    names = _ATTRIBUTES.get(attribute, (attribute, attribute))
    return names[0] if lang == "zh" else names[1]


def inferred_parts(parts: Collection[Inferred], lang: Lang) -> str:
    """What was inferred, named in one order: 段号、动词."""
    names = [names[lang == "en"] for part, names in _INFERRED.items() if part in parts]
    return _PHRASES["joined"][lang == "en"].join(names)


_NO_ARTICLE = ("states", "member states", "observer states", "civil society", "academia")


def body_name(name: str, lang: Lang) -> str:
    """A body's name in the answer's language, in English with its article and capitals."""
    if lang == "zh":
        return name
    english = english_name(name)
    capitals = re.sub(r"(?<![A-Za-z])(?!of\b|the\b|and\b|at\b|on\b|for\b)[a-z]", _capital, english)
    return capitals if english in _NO_ARTICLE or english.endswith("s") else f"the {capitals}"


def _capital(match: re.Match[str]) -> str:
    return match.group().upper()


def verb_name(name: str, lang: Lang) -> str:
    """A verb's name in the answer's language, with the Chinese one it stands for."""
    if lang == "zh":
        return name
    verb = verbs_by_name().get(name)
    return f"{verb.english[0]} ({name})" if verb else name


def where(symbols: tuple[str, ...], lang: Lang) -> str:
    """The resolutions an answer speaks of; all of them have no name of their own."""
    if not symbols:
        return phrase("all_resolutions", lang) if lang == "zh" else "the resolutions held"
    names = [label(symbol, lang) for symbol in symbols]
    if len(names) == 1:
        return names[0]
    separator, last = ("、", "和") if lang == "zh" else (", ", " and ")
    return separator.join(names[:-1]) + last + names[-1]


def missing_text(missing: Missing, lang: Lang) -> str:
    """What is missing, for people."""
    form = _MISSING[missing.kind][0 if lang == "zh" else 1]
    held = missing.held
    if missing.kind == "place" and held is None:  # of an annex: nothing is counted
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


def _invoked_name(name: str, lang: Lang) -> str:
    verb, _, target = name.partition(" ")
    mentioned, said = target_name(target, lang), verb_name(verb, lang)
    return f"以“{said}”提到{mentioned}" if lang == "zh" else f"{mentioned} with “{said}”"


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
    "attribute": attribute_name,
    "field": attribute_name,
    "session": _ordinal,
    "deadline": _session_name,
}


def _place_of(key: str | None, lang: Lang) -> str:
    if key is None:
        return where((), lang)
    symbol, _, place = key.partition("#")
    if not place:
        return label(symbol, lang)
    separator = "" if lang == "zh" else ", "
    return f"{label(symbol, lang)}{separator}{place_label(place, lang)}"

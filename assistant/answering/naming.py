"""What an answer calls bodies, verbs, masthead values and resolutions, in its own language."""

from __future__ import annotations

from collections.abc import Collection

from assistant.text.bodies import english_heading, english_name
from assistant.text.labels import label
from assistant.text.verbs import verbs_by_name
from assistant.types import Inferred, Lang

JOINED = ("、", ", ")
ALL_RESOLUTIONS = ("库中决议", "the resolutions held")
ASKED_RESOLUTIONS = ("所问的决议", "the resolutions asked about")

ATTRIBUTES: dict[str, tuple[str, str]] = {
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
}

INFERRED: dict[Inferred, tuple[str, str]] = {
    "number": ("段号", "numbers"),
    "boundary": ("起止", "boundaries"),
    "verb": ("动词", "verbs"),
}


def attribute_name(attribute: str, lang: Lang) -> str:
    """A masthead value's name."""
    names = ATTRIBUTES.get(attribute, (attribute, attribute))
    return names[0] if lang == "zh" else names[1]


def inferred_parts(parts: Collection[Inferred], lang: Lang) -> str:
    """What was inferred, named in one order: 段号、动词."""
    names = [names[lang == "en"] for part, names in INFERRED.items() if part in parts]
    return JOINED[lang == "en"].join(names)


_NO_ARTICLE = ("states", "member states", "observer states", "civil society", "academia")


def body_name(name: str, lang: Lang) -> str:
    """A body's name in the answer's language, in English with its article and capitals."""
    if lang == "zh":
        return name
    english, capitals = english_name(name), english_heading(name)
    return capitals if english in _NO_ARTICLE or english.endswith("s") else f"the {capitals}"


def verb_name(name: str, lang: Lang) -> str:
    """A verb's name in the answer's language, with the Chinese one it stands for."""
    if lang == "zh":
        return name
    verb = verbs_by_name().get(name)
    return f"{verb.english[0]} ({name})" if verb else name


def where(symbols: tuple[str, ...], lang: Lang) -> str:
    """The resolutions an answer speaks of; all of them have no name of their own."""
    if not symbols:
        return ALL_RESOLUTIONS[lang == "en"]
    names = [label(symbol, lang) for symbol in symbols]
    if len(names) == 1:
        return names[0]
    separator, last = ("、", "和") if lang == "zh" else (", ", " and ")
    return separator.join(names[:-1]) + last + names[-1]

"""Annexed conventions, and declarations in the text itself, to printed lines.

What has no place of its own, the annex's opener and an article's lead, belongs to the text of the
heading it stands under, as the masthead's opener belongs to META.
"""

from __future__ import annotations

from assistant.text.numerals import chinese
from eval.generator.plan import ActPlan, Annex, ParagraphPlan, Section, sentence
from eval.generator.setting import Setter
from eval.generator.truth import TrueParagraph
from eval.generator.verbs import VERBS


def set_convention(setter: Setter, annex: Annex) -> None:
    """An annex with preamble and articles."""
    words = setter.pen.language.words
    opener = [setter.pen.sentence(annex.opener).text] if annex.opener else []
    heading = ["附 件" if _is_chinese(setter) else "Annex", words(annex.title), *opener]
    setter.line("")
    for line in heading:
        setter.line(line)
        setter.line("")
    setter.truths.append(TrueParagraph("ANNEX", "annex", "\n".join(heading)))
    for number, recital in enumerate(annex.preamble, start=1):
        setter.paragraph(f"ANNEX/PP{number}", "annex", setter.pen.sentence(recital))
        setter.line("")
    for number, article in enumerate(annex.sections, start=1):
        _article(setter, number, article)


def _is_chinese(setter: Setter) -> bool:
    return setter.pen.language.code == "zh"


def _article(setter: Setter, number: int, article: Section) -> None:
    place = f"ANNEX/ART{number}"
    name = f"第{chinese(number)}条" if _is_chinese(setter) else f"Article {number}"
    heading = [name, *([setter.pen.sentence(article.lead).text] if article.lead else [])]
    for line in heading:
        setter.line(line)
        setter.line("")
    setter.truths.append(TrueParagraph(place, "annex", "\n".join(heading)))
    for at, paragraph in enumerate(article.paragraphs, start=1):
        stop = "。" if _is_chinese(setter) else "."
        setter.operative(f"{place}/{at}", at, paragraph, stop)
        setter.line("")


def set_declaration(setter: Setter, annex: Annex, opener: str) -> None:
    """大会, 通过以下宣言：, and the declaration's sections, its numbers running through."""
    following = sentence(("以下宣言", "the following Declaration"))
    adopting = ParagraphPlan((ActPlan(VERBS["通过"], following),))
    setter.line(opener.rstrip("，,"))
    setter.line("")
    colon = "：" if _is_chinese(setter) else ":"
    setter.paragraph("OP~1", "operative", setter.pen.paragraph(adopting, colon))
    title = setter.pen.language.words(annex.title)
    for line in ("", title, ""):
        setter.line(line)
    setter.truths.append(TrueParagraph("H1", "heading", title))
    number = 0
    for at, section in enumerate(annex.sections, start=1):
        number = _section(setter, section, at, number)


def _section(setter: Setter, section: Section, at: int, number: int) -> int:
    words = setter.pen.language.words(section.heading) if section.heading else ""
    heading = f"{chinese(at)}. {words}"
    setter.line(heading)
    setter.line("")
    setter.truths.append(TrueParagraph(f"H{at + 1}", "heading", heading))
    for paragraph in section.paragraphs:
        number += 1
        place, lead = f"OP{number}", f"{number}. "
        written = setter.pen.paragraph(paragraph, "")
        setter.paragraph(place, "operative", written, lead, str(number))
        setter.bullets(place, "operative", paragraph.items)
        setter.line("")
    return number

"""A whole conversation as a Word document (Office Open XML), with footnotes as Word has them.

python-docx writes the document; it knows no footnotes, whose part (ECMA-376, 17.11) is put beside.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

from assistant.answering.exporting.answers import phrased_by
from assistant.answering.exporting.citing import as_footnote
from assistant.answering.exporting.conversations import SAID, day_and_time
from assistant.types import Answer, Conversation, Lang

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_PART: Final = "/word/footnotes.xml"
_CONTENT_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
)
_RELATIONSHIP: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
)
_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The lines above footnotes and above those that go on on another page: Word wants both (17.18.33).
_SEPARATORS: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote>"
)
# XML 1.0, 2.2: characters that no document may hold.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONTS: Final = {"Normal": "宋体", "Title": "黑体", "Heading 2": "黑体"}


def as_word(conversation: Conversation, lang: Lang) -> bytes:
    """The conversation, a heading for each question; what is not an answer in ``lang``."""
    import docx

    document = docx.Document()
    notes = _Footnotes(document)
    for style, font in _FONTS.items():
        _east_asian_font(document.styles[style], font)
    document.core_properties.title = _xml(conversation.title)[:255]
    document.core_properties.author = ""
    document.add_heading(_xml(conversation.title), 0)
    _aside(document, SAID[lang])
    for turn in conversation.turns:
        document.add_heading(_xml(" ".join(turn.question.split())), 2)
        _aside(document, day_and_time(turn.asked))
        _write(document, notes, turn.answer)
    notes.close()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _write(document: Document, notes: _Footnotes, answer: Answer) -> None:
    cited = {one.n: as_footnote(one, answer.lang) for one in answer.citations}
    for statement in answer.statements:
        paragraph = document.add_paragraph(_xml(statement.text))
        for at, n in enumerate(statement.citations):
            if at:
                paragraph.add_run(", ").font.superscript = True
            notes.add(paragraph, cited[n])
    said = phrased_by(answer)
    if said is not None:
        _aside(document, said)


def _aside(document: Document, text: str) -> None:
    """What is no part of an answer: grey, since Chinese has no italics."""
    from docx.shared import Pt, RGBColor

    font = document.add_paragraph().add_run(_xml(text)).font
    font.size = Pt(9)
    font.color.rgb = RGBColor(0x59, 0x59, 0x59)


class _Footnotes:
    """The footnotes of one document, numbered by Word in the order of their marks."""

    def __init__(self, document: Document) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt

        self._document = document
        self._written: list[str] = []
        styles = document.styles
        self._mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        self._mark.font.superscript = True
        self._text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        self._text.base_style = styles["Normal"]
        self._text.font.size = Pt(9)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a mark at the paragraph's end, and ``text`` below the page."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        number = len(self._written) + 1
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        paragraph.add_run(style=self._mark)._r.append(mark)
        self._written.append(
            f'<w:footnote w:id="{number}"><w:p>'
            f'<w:pPr><w:pStyle w:val="{self._text.style_id}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self._mark.style_id}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {_escaped(text)}</w:t></w:r></w:p></w:footnote>'
        )

    def close(self) -> None:
        """Put the part of the footnotes into the document."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        body = f'<w:footnotes xmlns:w="{_NAMESPACE}">{_SEPARATORS}{"".join(self._written)}'
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{body}</w:footnotes>'
        package = self._document.part.package
        part = Part(PackURI(_PART), _CONTENT_TYPE, blob.encode(), package)
        self._document.part.relate_to(part, _RELATIONSHIP)


def _east_asian_font(style: Any, font: str) -> None:  # noqa: ANN401 - a style has no public fonts
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)
    lang = OxmlElement("w:lang")  # without it Chinese quotation marks are set as Latin ones
    lang.set(qn("w:eastAsia"), "zh-CN")
    properties.append(lang)


def _xml(text: str) -> str:
    return _NO_XML.sub("", text)


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(_xml(text))

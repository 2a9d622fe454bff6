"""A sample text as one flat OpenDocument file, from which LibreOffice makes the other formats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.+)")
_NUMBERED = re.compile(r"\d+\. (.+)")
MARKUP = re.compile(r"\*\*(.+?)\*\*|([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ?")

_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_FONT = (
    'style:font-name-asian="Noto Serif CJK SC" style:font-name="Liberation Serif" '
    'fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
    'fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"'
)
_PARAGRAPH = '<style:style style:name="{name}" style:family="paragraph">{body}</style:style>'
_STYLES = f"""
<style:default-style style:family="paragraph">
 <style:paragraph-properties style:text-autospace="none" fo:orphans="2" fo:widows="2"/>
 <style:text-properties {_FONT.format(size=10.5)}/></style:default-style>
<style:style style:name="B" style:family="text">
 <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="S" style:family="text">
 <style:text-properties style:text-position="super 58%"/></style:style>
""" + "".join(
    _PARAGRAPH.format(name=name, body=body)
    for name, body in (
        ("Top", '<style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/>'),
        (
            "Letterhead",
            '<style:paragraph-properties fo:border-bottom="1pt solid #000000" '
            'fo:margin-bottom="0.2cm"><style:tab-stops><style:tab-stop style:position="12cm"/>'
            "</style:tab-stops></style:paragraph-properties><style:text-properties "
            'fo:font-size="14pt" style:font-size-asian="14pt"/>',
        ),
        ("Head", '<style:paragraph-properties fo:margin-bottom="0.2cm"/>'),
        (
            "Title",
            '<style:paragraph-properties fo:margin-left="1cm" fo:margin-top="0.4cm" '
            'fo:margin-bottom="0.4cm"/><style:text-properties fo:font-size="13pt" '
            'style:font-size-asian="13pt" fo:font-weight="bold" style:font-weight-asian="bold"/>',
        ),
        (
            "Body",
            '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm" '
            'fo:text-indent="0.8cm" fo:margin-bottom="0.25cm" fo:text-align="justify"/>',
        ),
        ("End", '<style:paragraph-properties fo:margin-left="3cm"/>'),
        (
            "Footnote",
            '<style:text-properties fo:font-size="8.5pt" style:font-size-asian="8.5pt"/>',
        ),
    )
)
_COLUMNS = '<style:columns fo:column-count="2" fo:column-gap="0.8cm"/>'
_AUTOMATIC = """
<text:list-style style:name="L"><text:list-level-style-number text:level="1"
  style:num-format="1" style:num-suffix=".">
 <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
 <style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="0.8cm"
  fo:margin-left="1cm" text:list-tab-stop-position="2.6cm"/>
 </style:list-level-properties></text:list-level-style-number></text:list-style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm"
  fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm"
  fo:margin-right="2.5cm">{columns}<style:footnote-sep style:width="0.018cm" style:rel-width="25%"
  style:color="#000000" style:line-style="solid"/></style:page-layout-properties>
 <style:header-style><style:header-footer-properties fo:margin-bottom="0.6cm"/></style:header-style>
 <style:footer-style><style:header-footer-properties fo:margin-top="0.6cm"/></style:footer-style>
</style:page-layout>
"""
_MASTER = """<office:master-styles><style:master-page style:name="Standard"
  style:page-layout-name="P">
<style:header>
 <text:p text:style-name="Top">{symbol}<text:tab/><text:tab/>{title}</text:p></style:header>
<style:header-first><text:p text:style-name="Letterhead">联合国<text:tab/>{symbol}</text:p>
 <text:p text:style-name="Letterhead">大会<text:tab/>Distr.: General</text:p></style:header-first>
<style:footer><text:p text:style-name="Top"><text:page-number/>/<text:page-count/><text:tab/>
 <text:tab/>{job}</text:p></style:footer>
<style:footer-first><text:p text:style-name="Top">{job} (C)</text:p></style:footer-first>
</style:master-page></office:master-styles>"""


_RAISED_MARKS = """<text:notes-configuration text:note-class="footnote"
  text:citation-style-name="S" text:citation-body-style-name="S" style:num-format="1"
  text:start-numbering-at="document"/>"""
_REGION = """<text:changed-region text:id="{id}"><text:{kind}><office:change-info>
  <dc:creator>A</dc:creator><dc:date>2020-12-07T00:00:00</dc:date></office:change-info>
  {lost}</text:{kind}></text:changed-region>"""
_CHANGE = """<text:change text:change-id="d{at}"/><text:change-start
  text:change-id="i{at}"/>{kept}<text:change-end text:change-id="i{at}"/>"""


@dataclass(frozen=True)
class Source:
    """A sample text, taken apart just far enough to be set anew."""

    name: str  # A_RES_75_45
    paragraphs: tuple[str, ...]  # without its footnotes; of two printed lines with a line end
    notes: dict[str, str] = field(default_factory=dict)  # ¹⁰ → words

    @property
    def symbol(self) -> str:
        return self.name.replace("_", "/")

    @property
    def title(self) -> str:
        return next(
            re.sub(r"^\d+/\d+\. ", "", x) for x in self.paragraphs if re.match(r"\d+/\d+\.", x)
        )


def source_at(path: Path) -> Source:
    """The text at ``path``: paragraphs are parted by empty lines."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    notes = {m[1]: m[2] for block in blocks if (m := _NOTE.fullmatch(block.strip()))}
    paragraphs = (x.strip() for x in blocks if not _NOTE.fullmatch(x.strip()))
    return Source(path.stem, tuple(paragraphs), notes)


def open_document(source: Source, *, columns: bool = False, changes: bool = False) -> str:
    """The text as one flat OpenDocument file: in two columns, or with every change tracked."""
    body = _changed(_body(source)) if changes else _body(source)
    master = _MASTER.format(symbol=source.symbol, title=escape(source.title), job="20-16896")
    automatic = _AUTOMATIC.format(columns=_COLUMNS if columns else "")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:document {_NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{_STYLES}{_RAISED_MARKS if columns else ''}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>{master}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _changed(body: str) -> str:
    """The first character of each paragraph as an insertion, after a word that was deleted."""
    regions: list[str] = []

    def change(found: re.Match[str]) -> str:
        at = len(regions)
        lost = '<text:p text:style-name="Body">删去的字</text:p>'
        regions.append(
            _REGION.format(id=f"d{at}", kind="deletion", lost=lost)
            + _REGION.format(id=f"i{at}", kind="insertion", lost="")
        )
        return found[1] + _CHANGE.format(at=at, kept=found[2])

    changed = re.sub('(<text:p text:style-name="Body">)([^<])', change, body)
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>{changed}"


def _body(source: Source) -> str:
    seen: set[str] = set()
    pieces: list[str] = []
    operative: list[str] = []
    part = "Head"
    for line in source.paragraphs:
        numbered = _NUMBERED.fullmatch(line)
        if numbered:
            words = _words(numbered[1], source, seen)
            item = f'<text:p text:style-name="Body">{words}</text:p>'
            operative.append(f"<text:list-item>{item}</text:list-item>")
            continue
        if operative:
            pieces.append(f'<text:list text:style-name="L">{"".join(operative)}</text:list>')
            operative, part = [], "End"
        style = "Title" if re.match(r"\d+/\d+\. ", line) else part
        part = "Body" if line == "大会，" else part
        pieces.append(f'<text:p text:style-name="{style}">{_words(line, source, seen)}</text:p>')
    return "".join(pieces)


def _words(line: str, source: Source, seen: set[str]) -> str:
    pieces: list[str] = []
    at = 0
    for found in MARKUP.finditer(line):
        pieces.append(escape(line[at : found.start()]))
        at = found.end()
        if found[1]:
            pieces.append(f'<text:span text:style-name="B">{escape(found[1])}</text:span>')
        elif found[2] in seen:
            number = found[2].translate(SUPERSCRIPTS)
            pieces.append(
                f'<text:span text:style-name="S"><text:note-ref text:note-class="footnote" '
                f'text:ref-name="ftn{number}" text:reference-format="text">{number}'
                "</text:note-ref></text:span>"
            )
        else:
            seen.add(found[2])
            number = found[2].translate(SUPERSCRIPTS)
            pieces.append(
                f'<text:note text:id="ftn{number}" text:note-class="footnote">'
                f"<text:note-citation>{number}</text:note-citation><text:note-body>"
                f'<text:p text:style-name="Footnote">{escape(source.notes[found[2]])}</text:p>'
                "</text:note-body></text:note>"
            )
    pieces.append(escape(line[at:]))
    return "".join(pieces).replace("\n", "<text:line-break/>")

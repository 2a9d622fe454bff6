"""The smallest Word file around a piece of WordprocessingML: for what no sample has."""

from __future__ import annotations

import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "numbering": "numbering",
    "styles": "styles",
    "header": "hdr",
    "footer": "ftr",
}


def docx(body: str, *, prolog: str = "", **parts: str) -> bytes:
    """A Word file with ``body`` (in w:body), and parts by name: footnotes, numbering, styles …"""
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_TYPE}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    document = f'{prolog}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_REL}"><Relationship Id="r" '
            f'Type="{_TYPE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_REL}">{relations}</Relationships>',
        )
        package.writestr("word/document.xml", document)
        for name, content in parts.items():
            root = _ROOTS[name]
            package.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{_W}">{content}</w:{root}>')
    return out.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return p(
        r(text),
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def level(depth: int, kind: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of a number definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    """One definition with these levels, used by number 1; ``more`` numbers behind it."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )

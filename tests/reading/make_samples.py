"""Make the files of ``samples/`` from the two sample texts, with real tools. Run by hand:

    apt-get install -y libreoffice-writer fonts-noto-cjk
    .venv/bin/python -m tests.reading.make_samples

Each text becomes one flat OpenDocument file with real footnotes, cross-references to them,
automatic numbering, bold verbs, a letterhead, page headers and page numbers; LibreOffice
makes Word, PDF, HTML, RTF and the old DOC of it. The web page of the 1990s is written here: no
tool of today makes one. The made files are committed, so that the tests need none of the tools.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
TEXTS = Path(__file__).parent.parent.parent / "assistant" / "sample_library"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.+)")
_NUMBERED = re.compile(r"\d+\. (.+)")
_MARKUP = re.compile(r"\*\*(.+?)\*\*|([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ?")

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
    )
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


@dataclass(frozen=True)
class Source:
    """A sample text, taken apart just far enough to be set anew."""

    name: str  # A_RES_75_45
    lines: tuple[str, ...]  # without its footnotes
    notes: dict[str, str] = field(default_factory=dict)  # ¹⁰ → words

    @property
    def symbol(self) -> str:
        return self.name.replace("_", "/")

    @property
    def title(self) -> str:
        return next(re.sub(r"^\d+/\d+\. ", "", x) for x in self.lines if re.match(r"\d+/\d+\.", x))


def source_at(path: Path) -> Source:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    notes = {m[1]: m[2] for line in lines if (m := _NOTE.fullmatch(line))}
    return Source(path.stem, tuple(x for x in lines if not _NOTE.fullmatch(x)), notes)


# ── OpenDocument ─────────────────────────────────────────────────────────────────────────────


def open_document(source: Source, *, columns: bool = False) -> str:
    """The text as one flat OpenDocument file."""
    master = _MASTER.format(symbol=source.symbol, title=escape(source.title), job="20-16896")
    automatic = _AUTOMATIC.format(columns=_COLUMNS if columns else "")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:document {_NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{_STYLES}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>{master}"
        f"<office:body><office:text>{_body(source)}</office:text></office:body></office:document>"
    )


def _body(source: Source) -> str:
    seen: set[str] = set()
    pieces: list[str] = []
    operative: list[str] = []
    part = "Head"
    for line in source.lines:
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
    for found in _MARKUP.finditer(line):
        pieces.append(escape(line[at : found.start()]))
        at = found.end()
        if found[1]:
            pieces.append(f'<text:span text:style-name="B">{escape(found[1])}</text:span>')
        elif found[2] in seen:
            number = found[2].translate(_SUPERSCRIPTS)
            pieces.append(
                f'<text:span text:style-name="S"><text:note-ref text:note-class="footnote" '
                f'text:ref-name="ftn{number}" text:reference-format="text">{number}'
                "</text:note-ref></text:span>"
            )
        else:
            seen.add(found[2])
            number = found[2].translate(_SUPERSCRIPTS)
            pieces.append(
                f'<text:note text:id="ftn{number}" text:note-class="footnote">'
                f"<text:note-citation>{number}</text:note-citation><text:note-body>"
                f'<text:p text:style-name="Footnote">{escape(source.notes[found[2]])}</text:p>'
                "</text:note-body></text:note>"
            )
    pieces.append(escape(line[at:]))
    return "".join(pieces)


# ── a web page of the 1990s ──────────────────────────────────────────────────────────────────


def old_web_page(source: Source) -> bytes:
    """A page in GB 18030 laid out with tables, numbers typed, notes below a rule."""
    rows: list[str] = []
    for line in source.lines:
        text = _MARKUP.sub(
            lambda m: f"<B>{m[1]}</B>" if m[1] else f"<SUP>{m[2].translate(_SUPERSCRIPTS)}</SUP>",
            escape(line, quote=False),
        )
        numbered = re.fullmatch(r"(\d+\.) (.+)", text)
        cells = numbered.groups() if numbered else ("&nbsp;", text)
        rows.append(f"<TR><TD VALIGN=top>{cells[0]}\n<TD>{_wrapped(cells[1])}\n")
    notes = "".join(
        f"<P><SUP>{mark.translate(_SUPERSCRIPTS)}</SUP> {escape(words)}\n"
        for mark, words in source.notes.items()
    )
    page = (
        '<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">'
        f"<TITLE>{source.symbol}</TITLE><STYLE>TD {{ font-size: 10pt }}</STYLE>"
        "<SCRIPT>var page = '<B>not a word of the text</B>';</SCRIPT></HEAD>\n<BODY>"
        "<TABLE BORDER=0>\n" + "".join(rows) + "</TABLE><HR SIZE=1>" + notes + "</BODY></HTML>\n"
    )
    return page.encode("gb18030")


def _wrapped(text: str) -> str:
    """``text`` with line ends where it has blanks, as editors of that time wrote it."""
    return text.replace(" ", "\n") if "<B>" not in text else text


# ── LibreOffice ──────────────────────────────────────────────────────────────────────────────


def convert(source: Path, kind: str, target: Path) -> None:
    """``source`` as ``kind`` (docx, pdf, html …) at ``target``."""
    office = shutil.which("soffice") or sys.exit("soffice is missing: see the head of this file")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                office,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        made = Path(folder) / f"{source.stem}.{kind.partition(':')[0]}"
        shutil.copyfile(made, target)


def main() -> None:
    """Make every sample anew."""
    SAMPLES.mkdir(exist_ok=True)
    for path in sorted(TEXTS.glob("*.txt")):
        source = source_at(path)
        (SAMPLES / f"{source.name}.old.html").write_bytes(old_web_page(source))
        with tempfile.TemporaryDirectory() as folder:
            flat = Path(folder) / f"{source.name}.fodt"
            flat.write_text(open_document(source), encoding="utf-8")
            for kind in ("docx", "pdf", "html"):
                convert(flat, kind, SAMPLES / f"{source.name}.{kind}")
            wide = Path(folder) / f"{source.name}.columns.fodt"
            wide.write_text(open_document(source, columns=True), encoding="utf-8")
            convert(wide, "pdf", SAMPLES / f"{source.name}.columns.pdf")


if __name__ == "__main__":
    main()

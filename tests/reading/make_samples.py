"""Make the files of ``samples/`` from the two sample texts, with real tools. Run by hand:

    apt-get install -y libreoffice-writer fonts-noto-cjk
    .venv/bin/python -m tests.reading.make_samples

Each text becomes one flat OpenDocument file with real footnotes, cross-references to them,
automatic numbering, bold verbs, a letterhead, page headers and page numbers; LibreOffice makes
Word, PDF and HTML of it, the PDF also in two columns (there with raised marks before the notes),
and Word also with tracked changes. What has to be refused (a locked PDF, the old DOC, RTF, ODT) is
made of one line. The web page of the 1990s is written here: no tool of today makes one. The made
files are committed, so that the tests need none of the tools.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from tests.reading.open_document import MARKUP, SUPERSCRIPTS, Source, open_document, source_at

SAMPLES = Path(__file__).parent / "samples"
TEXTS = Path(__file__).parent.parent.parent / "assistant" / "sample_library"

# ── a web page of the 1990s ──────────────────────────────────────────────────────────────────


def old_web_page(source: Source) -> bytes:
    """A page in GB 18030 laid out with tables, numbers typed, notes below a rule."""
    rows: list[str] = []
    for line in source.paragraphs:
        text = MARKUP.sub(
            lambda m: f"<B>{m[1]}</B>" if m[1] else f"<SUP>{m[2].translate(SUPERSCRIPTS)}</SUP>",
            escape(line, quote=False),
        )
        text = text.replace("\n", "<BR>")
        numbered = re.fullmatch(r"(\d+\.) (.+)", text)
        cells = numbered.groups() if numbered else ("&nbsp;", text)
        rows.append(f"<TR><TD VALIGN=top>{cells[0]}\n<TD>{_wrapped(cells[1])}\n")
    notes = "".join(
        f"<P><SUP>{mark.translate(SUPERSCRIPTS)}</SUP> {escape(words)}\n"
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


_LOCK = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
)


def make(flat: str, targets: dict[str, str]) -> None:
    """Write each of ``targets`` (file name → kind) from one flat OpenDocument file."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.fodt"
        source.write_text(flat, encoding="utf-8")
        for name, kind in targets.items():
            convert(source, kind, SAMPLES / name)


def main() -> None:
    """Make every sample anew."""
    SAMPLES.mkdir(exist_ok=True)
    for path in sorted(TEXTS.glob("*.txt")):
        source = source_at(path)
        name = source.name
        (SAMPLES / f"{name}.old.html").write_bytes(old_web_page(source))
        make(open_document(source), {f"{name}.{kind}": kind for kind in ("docx", "pdf", "html")})
        make(open_document(source, columns=True), {f"{name}.columns.pdf": "pdf"})
        make(open_document(source, changes=True), {f"{name}.changes.docx": "docx"})
    line = Source("A_RES_75_45", ("75/45. 后续行动", "大会，"))
    refused = {"locked.pdf": _LOCK, "old.doc": "doc", "old.rtf": "rtf", "other.odt": "odt"}
    make(open_document(line), refused)


if __name__ == "__main__":
    main()

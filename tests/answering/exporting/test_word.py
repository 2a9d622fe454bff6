from __future__ import annotations

import io
import zipfile

from lxml import etree

from assistant.answering.exporting import as_word
from assistant.reading import File, read_document
from assistant.types import Conversation
from tests.answering.exporting.samples import answer, conversation, phrased

TWO = answer(("共2段：", (1, 2)), ("请秘书长\n提出报告", (1,)), ("未说明。", ()))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(written: Conversation) -> list[str]:
    """The document as our own reader reads it: a footnote's mark as ¹, its note below."""
    document = read_document(File("a.docx", as_word(written, "zh")))
    return [line for line in document.lines if line]


def test_what_is_read_again_is_the_conversation_with_its_footnotes() -> None:
    first = answer(("共一段：", (2,)), ("请秘书长\n提出报告", (1,)), ("未说明。", ()))
    written = conversation("裁军", ("做什么？", first), ("然后？", phrased(answer(("丙", (1,))))))
    assert lines(written) == [
        "裁军",
        "由“决议问答”导出，非联合国出品；引文请以联合国正式文本为准。",
        "做什么？",
        "2026-06-01 12:34 UTC",
        "共一段：¹",
        "¹ 大会第75/45号决议，第2段。",
        "请秘书长",
        "提出报告²",
        "² 大会第75/45号决议，第1段。",
        "未说明。",
        "然后？",
        "2026-06-01 12:34 UTC",
        "丙³",
        "³ 大会第75/45号决议，第1段。",
        "部分句子由语言模型（模型 *m*）依原文改写，并已逐句核对。",
    ]


def test_every_footnote_has_a_mark_and_every_mark_a_footnote() -> None:
    with zipfile.ZipFile(io.BytesIO(as_word(conversation("x", ("?", TWO)), "en"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        types = package.read("[Content_Types].xml").decode()
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    written = [note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None]
    assert marks == written == ["1", "2", "3"]
    assert 'PartName="/word/footnotes.xml"' in types


def test_hostile_text_is_text() -> None:
    hostile = "<w:p>&amp;</w:p>]]><img onerror=alert(1)>\x01\x0b"
    read = lines(conversation(hostile, (hostile, answer((hostile, (1,))))))
    assert "".join(read).count("<w:p>&amp;</w:p>]]><img onerror=alert(1)>") == 3


def test_a_conversation_without_citations_is_a_document_too() -> None:
    assert lines(conversation("x", ("谢谢", answer(("你好。", ())))))[-1] == "你好。"

"""What a run with a language model found, on the page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

_COLUMNS = {"raw": "模型原话", "verified": "核对之后", "extractive": "原文摘录"}
_ROWS = {
    "answers": "答案",
    "sentences": "讲段落内容的句子",
    "loose": "有出处不支持的内容的句子",
    "uncited": "没有标明出处的句子",
    "invalid": "出处编号不存在的句子",
    "false_answers": "至少有一句不实的答案",
    "incomplete": "漏掉应引段落的答案",
    "wrong": "答错的题",
}


def model_section(model: Mapping[str, Any]) -> str:
    """The three answerers side by side (``Figures``), and what became of the sentences."""
    head = "".join(f"<th>{name}</th>" for name in ("", *_COLUMNS.values()))
    rows = "".join(
        f"<tr><td>{name}</td>"
        + "".join(f"<td class='n'>{model['columns'][each][field]}</td>" for each in _COLUMNS)
        + "</tr>"
        for field, name in _ROWS.items()
    )
    how = "回放录音" if model["recorded"] else "现问"
    said = (
        f"{model['model']}（{model['parameters']}），{how}。模型写了 {model['said']} 句，"
        f"照用 {model['kept']} 句，修正后用 {model['repaired']} 句，"
        f"换成原文 {model['replaced']} 句，略去 {model['dropped']} 句；"
        f"请求 {model['calls']} 次，其中 {model['failed']} 题模型没有答成。"
    )
    return (
        f"<h2>语言模型</h2><p>{escape(said)}</p><div class='wide'><table>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )

"""What is no prose of a resolution: orders to whoever reads it, and the signs of markup.

A paragraph is data. One that speaks to its reader, as if to a program, is quoted and never retold:
who obeys it would tell its order as what was decided, in the paragraph's own words.
"""

from __future__ import annotations

import re

_ORDER = re.compile(
    r"(?:忽略|无视|忘记|不理会)(?:掉)?(?:以上|上述|上面|之前|前面|先前|一切|所有|全部|规则|指令|提示)"
    r"|(?:回答|回复|输出|写)\s*[:：“\"「『]|(?:\A|[。；;，,\n])\s*(?:问题|问|答|答案)\s*[:：]"
    r"|你(?:是|现在|必须|应当|只能|要)|提示词|系统提示|大?语言模型"
    r"|\b(?:system|assistant|user|developer|question|answer|instructions?|prompt)\s*[:：]"
    r"|\b(?:ignore|disregard|forget)\s+(?:all|any|the|your|every|previous|prior|above|these)\b"
    r"|\byou (?:are|must|should|will|can) (?:now|only|not|always|never|reply|answer|say|write)\b"
    r"|\b(?:reply|respond|answer|output|print) (?:only|with|exactly)\b|\blanguage model\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[<>{}`|\\\[\]#$^~]|\*\*|://|\bwww\.|[\x00-\x08\x0b-\x1f\x7f]")


def gives_orders(text: str) -> bool:
    """Whether a paragraph speaks to whoever reads it, or holds signs that only programs read."""
    return bool(_ORDER.search(text) or _MARKUP.search(text))


def has_markup(sentence: str) -> bool:
    """Whether a sentence holds what no sentence of an answer does: tags, braces, addresses."""
    return bool(_MARKUP.search(sentence))

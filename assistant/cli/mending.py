"""What ``assistant doctor --mend`` did, told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.cli.language import in_language
from assistant.cli.printing import Line
from assistant.types import Lang, Mended

# Tables by what they are to their owners.
_ROWS: Final = {
    "conversations": ("对话", "conversations"),
    "turns": ("对话中的问答", "questions with their answers"),
    "feedback": ("评价", "judgements"),
    "access_keys": ("密钥", "keys"),
    "audit": ("操作记录", "entries of the audit"),
}


def mended_lines(done: Mended, lang: Lang | None) -> Iterator[Line]:
    """What was mended, what was lost, and where the damaged file is."""
    if done.damaged is None and not (done.indexes or done.sources_lost or done.rows_lost):
        yield Line(in_language(lang, "没有需要修复的。", "There was nothing to mend."))
        return
    if done.damaged is not None:
        zh = f"记录已修复：保住 {done.kept} 份，从原文件重新读入 {len(done.regained)} 份。"
        en = (
            f"The records are mended: {done.kept} resolutions kept, {len(done.regained)} read "
            "again from their files."
        )
        yield Line(in_language(lang, zh, en), style="bold")
    yield from _lost(done, lang)
    if done.damaged is not None:
        kept_at = done.damaged
        zh, en = f"损坏的文件留作 {kept_at}。", f"The damaged file is kept as {kept_at}."
        yield Line(in_language(lang, zh, en))
    for name in done.indexes:
        zh, en = f"索引 {name} 已重建。", f"The {name} index was made again."
        yield Line(in_language(lang, zh, en))
    for sha256 in done.sources_lost:
        zh = f"原文件 {sha256[:12]}… 已损坏，已删去；请重新导入。"
        en = f"The source file {sha256[:12]}… was damaged and is gone; ingest it again."
        yield Line(in_language(lang, zh, en))


def _lost(done: Mended, lang: Lang | None) -> Iterator[Line]:
    for symbol, version in done.lost:
        zh = f"丢失：{symbol}（{version}），请重新导入。"
        en = f"Lost: {symbol} ({version}); ingest it again."
        yield Line(in_language(lang, zh, en), style="red", indent=4)
    for table, rows in done.rows_lost:
        if table in _ROWS:
            zh, en = _ROWS[table]
            said = in_language(lang, f"丢失：{zh} {rows} 条以上。", f"Lost: {rows} or more {en}.")
            yield Line(said, style="red", indent=4)

"""What ``assistant doctor`` looks at in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import AssistantError
from assistant.library.embedders import Embedder
from assistant.library.records import Records
from assistant.types import Check

if TYPE_CHECKING:
    from assistant.library.library import Library

_REINDEX = "assistant reindex"


def checks(library: Library) -> tuple[Check, ...]:
    """Every finding about ``library``, good and bad. Nothing is mended."""
    faults = library.faults()
    return (
        records_check(library.records),
        *(index_check(name, fault) for name, fault in faults.items()),
        embedder_check(library.embedder),
        vectors_check(library.records, library.embedder),
    )


def records_check(records: Records) -> Check:
    """Whether every resolution can be read."""
    symbols = records.symbols()
    broken = [symbol for symbol in symbols if not _readable(records, symbol)]
    if broken:
        listed = ", ".join(broken)
        return Check(
            "records",
            ok=False,
            zh=f"以下决议的记录无法读取：{listed}",
            en=f"the records of these resolutions cannot be read: {listed}",
            remedy="assistant ingest",
        )
    count, generation = len(symbols), records.generation
    return Check(
        "records",
        ok=True,
        zh=f"{count} 份决议，均可读取（第 {generation} 代）",
        en=f"{count} resolutions, all readable (generation {generation})",
    )


def index_check(name: str, fault: str | None) -> Check:
    """Whether an index matches the records and works."""
    title = {"lexical": "词语索引", "dense": "向量索引"}[name]
    if fault is None:
        return Check(
            name, ok=True, zh=f"{title}与记录相符", en=f"the {name} index matches the records"
        )
    return Check(
        name,
        ok=False,
        zh=f"{title}不可用或与记录不符：{fault}",
        en=f"the {name} index does not work or does not match the records: {fault}",
        remedy=_REINDEX,
    )


def embedder_check(embedder: Embedder) -> Check:
    """Whether the embedder makes a vector of the promised form."""
    try:
        vector = embedder.embed_question("秘书长")
        sound = vector.shape == (embedder.dimension,) and bool(
            np.isclose(np.linalg.norm(vector), 1.0, atol=1e-3)
        )
        fault = "" if sound else f"{vector.shape}"
    except Exception as error:  # whatever a model raises is the finding
        fault = f"{type(error).__name__}: {error}"
    if fault:
        return Check(
            "embedder",
            ok=False,
            zh=f"嵌入模型 {embedder.name} 不能正常工作：{fault}",
            en=f"the embedder {embedder.name} does not work: {fault}",
            remedy="ASSISTANT_EMBEDDER=use",
        )
    return Check(
        "embedder",
        ok=True,
        zh=f"嵌入模型 {embedder.name}，{embedder.dimension} 维",
        en=f"embedder {embedder.name}, {embedder.dimension} dimensions",
    )


def vectors_check(records: Records, embedder: Embedder) -> Check:
    """Whether every text of the library has a vector kept."""
    texts = len({text.text_hash for text in records.texts()})
    kept = records.vectors.count(embedder.name)
    return Check(
        "vectors",
        ok=kept >= texts,
        zh=f"{texts} 段不同的文字中，{kept} 段已有向量",
        en=f"{kept} of {texts} different texts have a vector",
        remedy=None if kept >= texts else _REINDEX,
    )


def _readable(records: Records, symbol: str) -> bool:
    try:
        records.read(symbol)
    except (AssistantError, ValueError):  # pydantic's errors are ValueErrors
        return False
    return True

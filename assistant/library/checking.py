"""What ``assistant doctor`` looks at in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import AssistantError
from assistant.library import turn_seals
from assistant.library.embedders import Embedder, Vector
from assistant.library.embedding_clients import is_served
from assistant.library.engine import reading
from assistant.library.examining import damage, is_looked_through_at_once
from assistant.library.records import Records
from assistant.library.rerankers import Reranker
from assistant.settings import destinations
from assistant.types import Check

if TYPE_CHECKING:
    from assistant.library.library import Library

_REINDEX = "assistant reindex"
_MEND = "assistant doctor --mend"
_OTHER_EMBEDDER = "ASSISTANT_EMBEDDER=use"

# The cosine from which a text's vector is the one that is kept: another machine rounds otherwise,
# another model of the same dimension is nowhere near.
_SAME = 0.98


def own_checks(library: Library) -> tuple[Check, ...]:
    """What is found without asking any server: records, indexes, kept vectors. What is served
    elsewhere may be silent, and questions are answered all the same. Large records are not looked
    through, which takes minutes: that goes on in the background, and ends all reading where
    damage is found."""
    here = not is_served(library.settings)
    kept = _one_kept(library.records, library.embedder.name)
    look = records_check if is_looked_through_at_once(library.records) else open_check
    return (
        look(library.records),
        *(index_check(name, fault) for name, fault in library.faults().items()),
        *([embedder_check(library.embedder, kept)] if here else []),
        vectors_check(library.records, library.embedder),
    )


def checks(library: Library) -> tuple[Check, ...]:
    """Every finding about ``library``, good and bad. Nothing is mended."""
    faults = library.faults()
    sent_to = {one.what: one.host for one in destinations(library.settings)}
    reranker = library.reranker
    return (
        records_check(library.records),
        *(index_check(name, fault) for name, fault in faults.items()),
        embedder_check(
            library.embedder,
            _one_kept(library.records, library.embedder.name),
            sent_to.get("embedder"),
        ),
        vectors_check(library.records, library.embedder),
        conversations_check(library.records),
        *([reranker_check(reranker, sent_to.get("reranker"))] if reranker is not None else []),
    )


def open_check(records: Records) -> Check:
    """Whether the records can be read at all. Raises LibraryDamaged where they may not be."""
    count, generation = len(records.symbols()), records.generation
    return Check(
        "records",
        ok=True,
        zh=f"{count} 份决议（第 {generation} 代）",
        en=f"{count} resolutions (generation {generation})",
    )


def records_check(records: Records) -> Check:
    """Whether every resolution is what was written, and can be read."""
    if found := damage(records):
        zh, en = found.told()
        return _damaged_records(zh, en)
    symbols = records.symbols()
    broken = [symbol for symbol in symbols if not _readable(records, symbol)]
    if broken:
        listed = ", ".join(broken)
        return _damaged_records(f"无法读取 {listed}", f"{listed} cannot be read")
    count, generation = len(symbols), records.generation
    return Check(
        "records",
        ok=True,
        zh=f"{count} 份决议，均可读取（第 {generation} 代）",
        en=f"{count} resolutions, all readable (generation {generation})",
    )


def _damaged_records(zh: str, en: str) -> Check:
    return Check(
        "records",
        ok=False,
        zh=f"决议库的记录已损坏：{zh}",
        en=f"the library's records are damaged: {en}",
        remedy=_MEND,
    )


def conversations_check(records: Records) -> Check:
    """Whether every turn of every conversation is what was written. Reads them all."""
    try:
        with reading(records.engine) as connection:
            broken = len(turn_seals.broken(connection))
    except AssistantError as error:
        return Check("conversations", ok=False, zh=error.zh, en=error.en, remedy=_MEND)
    if broken:
        return Check(
            "conversations",
            ok=False,
            zh=f"{broken} 轮对话与写入时不同；修复时会删去它们，其余的不变",
            en=f"{broken} turns of conversations are not as they were written: mending takes them "
            "out and leaves the others",
            remedy=_MEND,
        )
    return Check("conversations", ok=True, zh="对话均完好", en="the conversations are whole")


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


def embedder_check(
    embedder: Embedder,
    kept: tuple[str, Vector] | None = None,
    sent_to: str | None = None,
) -> Check:
    """Whether the embedder makes a vector of the promised form, and still makes the one that is
    ``kept`` of a text. ``sent_to`` is the host that texts leave this machine for."""
    remedy: str | None = _OTHER_EMBEDDER
    try:
        fault = _fault(embedder, kept)
    except AssistantError as error:
        fault, remedy = (error.zh, error.en), None  # it says what to do
    except Exception as error:  # whatever a model raises is the finding
        told = f"{type(error).__name__}: {error}"
        fault = (told, told)
    goes_zh, goes_en = _where(sent_to)
    if fault is not None:
        return Check(
            "embedder",
            ok=False,
            zh=f"嵌入模型 {embedder.name} 不能正常工作：{fault[0]}{goes_zh}",
            en=f"the embedder {embedder.name} does not work: {fault[1]}{goes_en}",
            remedy=remedy,
        )
    return Check(
        "embedder",
        ok=True,
        zh=f"嵌入模型 {embedder.name}，{embedder.dimension} 维{goes_zh}",
        en=f"embedder {embedder.name}, {embedder.dimension} dimensions{goes_en}",
    )


def reranker_check(reranker: Reranker, sent_to: str | None = None) -> Check:
    """Whether the reranker gives an order. ``sent_to`` as for the embedder."""
    goes_zh, goes_en = _where(sent_to)
    try:
        reranker.order("秘书长", ["请秘书长提出报告", "欢迎通过条约"])
    except AssistantError as error:  # it says what to do
        return Check("reranker", ok=False, zh=error.zh + goes_zh, en=error.en + goes_en)
    return Check(
        "reranker",
        ok=True,
        zh=f"重排模型 {reranker.name} 给出了次序{goes_zh}",
        en=f"the reranker {reranker.name} gives an order{goes_en}",
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


def _one_kept(records: Records, embedder: str) -> tuple[str, Vector] | None:
    """Some text of the library and its vector."""
    for text in records.texts():
        for vector in records.vectors.load([text.text_hash], embedder).values():
            return text.text, vector
    return None


def _fault(embedder: Embedder, kept: tuple[str, Vector] | None) -> tuple[str, str] | None:
    """What is wrong with the vectors of an embedder, in both languages."""
    vector = embedder.embed_question("秘书长")
    is_unit = np.isclose(np.linalg.norm(vector), 1.0, atol=1e-3)
    if vector.shape != (embedder.dimension,) or not is_unit:
        return f"{vector.shape}", f"{vector.shape}"
    if kept is not None:
        text, before = kept
        (now,) = embedder.embed_passages([text])
        if now.shape != before.shape or now @ before < _SAME:
            return (
                "它给出的向量与文库里的不同：同一名称下换了模型；请给 ASSISTANT_EMBEDDER_MODEL "
                "换一个名称，重新启动后全部段落会重新嵌入",
                "its vectors are not those that the library keeps: the model was changed under its "
                "name; give ASSISTANT_EMBEDDER_MODEL another name, and after a restart all "
                "paragraphs are embedded again",
            )
    return None


def _where(sent_to: str | None) -> tuple[str, str]:
    if sent_to is None:
        return "", ""
    return (
        f"；问题和段落会送到 {sent_to}",
        f"; questions and paragraphs are sent to {sent_to}",
    )


def sources_check(library: Library) -> Check:
    """Whether the files that the library was read from are kept as they were. Reads them all."""
    kept = library.source_files.examined(library.records.source_hashes())
    total = kept.sound + len(kept.missing) + len(kept.altered)
    if not library.source_files.keeps:
        return Check(
            "sources",
            ok=True,
            zh="按设置不保存原文件（ASSISTANT_KEEP_SOURCES）",
            en="source files are set not to be kept (ASSISTANT_KEEP_SOURCES)",
        )
    if kept.altered:
        listed = ", ".join(one[:12] for one in kept.altered)
        return Check(
            "sources",
            ok=False,
            zh=f"原文件已被改动（sha256 {listed}…）；修复时会删去这些文件，之后可重新导入",
            en=f"source files were altered (sha256 {listed}…): mending takes them out, and they "
            "can be ingested again",
            remedy=_MEND,
        )
    zh, en = "", ""
    if kept.missing:  # of libraries that were filled before files were kept
        zh, en = "；其余的再导入一次即保存", "; ingesting the others again keeps them"
    return Check(
        "sources",
        ok=True,
        zh=f"{total} 个原文件中，保存了 {kept.sound} 个{zh}",
        en=f"{kept.sound} of {total} source files are kept{en}",
    )


def _readable(records: Records, symbol: str) -> bool:
    try:
        records.read(symbol)
    except (AssistantError, ValueError):  # pydantic's errors are ValueErrors
        return False
    return True

"""Whether a question would be answered fully at this moment.

Load balancers ask every few seconds: two rows of the records are read, and one number is asked of
a Chroma server; nothing is searched, embedded or mended. ``checking`` looks at everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from assistant.errors import AssistantError
from assistant.library.embedding_clients import is_served
from assistant.types import Check

if TYPE_CHECKING:
    from assistant.library.library import Library

# Twice as long as indexes may wait while others are taking files in, see ``following``.
MOST_BEHIND: Final = 60.0  # seconds

_TITLES: Final = {
    "lexical": ("词语索引", "the lexical index"),
    "dense": ("向量索引", "the dense index"),
}


def readiness(library: Library) -> tuple[Check, ...]:
    """What an answer needs, each with whether it is there. Raises nothing of ours: what cannot be
    reached is a finding."""
    return (*_of_the_library(library), _embedder(library))


def _of_the_library(library: Library) -> Iterator[Check]:
    try:
        library.records.check_revision()
        current = library.records.generation
        view = library.generations.view()
    except AssistantError as error:
        yield Check("records", ok=False, zh=error.zh, en=error.en)
        return
    view.close()
    yield _records(current, view.generation, library.seconds_behind)
    for index in library.indexes:
        yield _index(index.name, is_behind=index.name in view.behind)
    try:
        library.dense_answers()
    except AssistantError as error:
        yield Check("chroma", ok=False, zh=error.zh, en=error.en)


def _records(current: int, answering: int, behind: float) -> Check:
    is_late = answering != current and behind > MOST_BEHIND
    if is_late:
        return Check(
            "records",
            ok=False,
            zh=f"索引落后记录 {behind:.0f} 秒：仍按第 {answering} 代回答，记录是第 {current} 代。",
            en=f"The indexes have been behind the records for {behind:.0f} seconds: answers are of "
            f"generation {answering}, the records are of {current}.",
        )
    return Check(
        "records",
        ok=True,
        zh=f"记录可以读取（第 {answering} 代）",
        en=f"the records can be read (generation {answering})",
    )


def _index(name: str, *, is_behind: bool) -> Check:
    zh, en = _TITLES[name]
    if is_behind:
        return Check(
            name,
            ok=False,
            zh=f"{zh}与记录不符，正在跟上，或需要 assistant reindex。",
            en=f"{en.capitalize()} does not match the records: it is following, or needs assistant "
            "reindex.",
        )
    return Check(name, ok=True, zh=f"{zh}与记录相符", en=f"{en} matches the records")


def _embedder(library: Library) -> Check:
    embedder = library.embedder
    if embedder.is_at_hand:
        return Check(
            "embedder",
            ok=True,
            zh=f"嵌入模型 {embedder.name} 可用",
            en=f"the embedder {embedder.name} is at hand",
        )
    if is_served(library.settings):
        return Check(
            "embedder",
            ok=False,
            zh=f"嵌入模型 {embedder.name} 的服务器刚才没有答复：内容问题暂按词语查找。",
            en=f"The server of the embedder {embedder.name} did not reply just now: questions of "
            "content are looked up by words.",
        )
    return Check(
        "embedder",
        ok=False,
        zh=f"正在载入嵌入模型 {embedder.name}。",
        en=f"The embedder {embedder.name} is being loaded.",
    )

"""What the bench over generated libraries found, kept as JSON, and the tables that say it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import TypeAdapter

from eval.bench.asked import Asked, percentile
from eval.bench.beside import Side
from eval.bench.built import Built
from eval.bench.changing import Changing
from eval.bench.performance_words import KINDS, SIDES, SORTS, Words
from eval.bench.scale_questions import Sort
from eval.bench.users import Users

RECORD: Final = Path(__file__).with_name("performance.json")
Lang = Literal["zh", "en"]

# What has to hold: ratios to the embedder's time for one question at the median and the 95th
# percentile, seconds, MiB beyond the embedder, ms.
LIMITS: Final[dict[Sort, tuple[float, float]]] = {
    "structural": (1.2, 4.0),
    "content": (5.0, 12.0),
    "browsing": (5.0, 12.0),
}
READY_S: Final = 5.0
MEMORY_MIB: Final = 1536.0
HEALTH_MS: Final = 50.0
SUBLINEAR: Final = 1.0  # exponent of time over paragraphs


@dataclass(frozen=True, slots=True)
class Size:
    """A library of one size."""

    built: Built
    ready_s: float  # from the start of the process until /api/ready is well
    embedder_mib: float  # of a process that has only opened the embedder
    asked: Asked

    @property
    def memory_mib(self) -> float:
        """Beyond the embedder."""
        return self.asked.memory_mib - self.embedder_mib

    def ratios(self, sort: Sort) -> tuple[float, ...]:
        """Of every question of a class."""
        return tuple(r for row in self.asked.timings if row.sort == sort for r in row.ratios)


@dataclass(frozen=True, slots=True)
class Performance:
    """A whole run."""

    date: str
    versions: dict[str, str]
    machine: str  # processors and memory
    each: int  # questions of a kind
    sizes: tuple[Size, ...]  # the smallest first
    users_of: int  # paragraphs of the library that was asked by many
    users: Users
    changing: Changing
    beside: tuple[Side, ...]


def recorded() -> Performance:
    """What was measured last, and kept."""
    found: Performance = TypeAdapter(Performance).validate_json(RECORD.read_bytes())
    return found


def exponent(first: Size, last: Size, sort: Sort) -> float:
    """By which power of the number of paragraphs the median of a class grows: 1 is in proportion,
    0 not at all."""
    times = (percentile(size.ratios(sort), 50) for size in (first, last))
    before, after = (max(one, 0.01) for one in times)
    return math.log(after / before) / math.log(last.built.paragraphs / first.built.paragraphs)


# ── tables ───────────────────────────────────────────────────────────────────────────────────


def targets(found: Performance, lang: Lang) -> str:
    """What was to be reached, what was, and whether that is enough."""
    words = Words(lang)
    rows = [
        [
            what,
            f"{'<' if is_strict else '≤'} {limit:g}{unit}",
            f"{value:,.2f}".rstrip("0").rstrip(".") + unit,
            words.say("是", "yes")
            if (value < limit if is_strict else value <= limit)
            else words.say("**否**", "**no**"),
        ]
        for what, limit, value, unit, is_strict in _judged(found, words)
    ]
    heads = words.split("要求|上限|测得|达到", "what|limit|found|met")
    return _table(heads, rows)


def _judged(found: Performance, words: Words) -> Iterator[tuple[str, float, float, str, bool]]:
    for size in found.sizes:
        for sort in get_args(Sort):
            for percent, limit in zip((50, 95), LIMITS[sort], strict=True):
                what = f"{size.built.paragraphs:,} · {words.of(SORTS[sort])} · p{percent}"
                yield what, limit, percentile(size.ratios(sort), percent), "", False
    first, last = found.sizes[0], found.sizes[-1]
    for sort in get_args(Sort):
        what = words.say("增长指数", "exponent of growth")
        yield (
            f"{words.of(SORTS[sort])} · {what}",
            SUBLINEAR,
            exponent(first, last, sort),
            "",
            True,
        )
    for size in found.sizes:
        what = words.say("就绪", "ready")
        yield f"{size.built.paragraphs:,} · {what}", READY_S, size.ready_s, " s", True
    what = words.say("内存，嵌入模型之外", "memory beyond the embedder")
    yield f"{last.built.paragraphs:,} · {what}", MEMORY_MIB, last.memory_mib, " MiB", True
    what = words.say("/api/health p95，同时有人提问", "/api/health p95 meanwhile")
    yield what, HEALTH_MS, found.users.health_p95, " ms", True
    what = words.say("同时提问中的错误", "errors of users at once")
    yield what, 0, len(found.users.errors), "", False
    mixed = found.changing.answers - found.changing.of_one_state
    what = words.say("导入时混合两种状态的回答", "answers of two states while files come in")
    yield what, 0, mixed, "", False


def sizes(found: Performance, lang: Lang) -> str:
    """A row for each size."""
    words = Words(lang)
    heads = words.split(
        "段落|决议|建库|就绪|内存|嵌入一问|结构 p50 / p95|内容 p50 / p95|浏览 p50 / p95",
        "paragraphs|resolutions|built in|ready|memory|the embedder|structural p50 / p95|"
        "content p50 / p95|browsing p50 / p95",
    )
    rows = [
        [
            f"{size.built.paragraphs:,}",
            f"{size.built.resolutions:,}",
            f"{size.built.seconds:,.0f} s",
            f"{size.ready_s:.1f} s",
            f"{size.memory_mib:,.0f} MiB",
            f"{size.asked.embedder_ms:.1f} ms",
            *(_percentiles(size.ratios(sort)) for sort in get_args(Sort)),
        ]
        for size in found.sizes
    ]
    return _table(heads, rows)


def kinds(found: Performance, lang: Lang) -> str:
    """A row for each kind of question, the sizes beside each other."""
    words = Words(lang)
    by_size = [{row.name: row for row in size.asked.timings} for size in found.sizes]
    heads = [
        words.say("问题", "question"),
        words.say("类", "class"),
        *(f"{size.built.paragraphs:,}" for size in found.sizes),
        words.say("有答案", "answered"),
        words.say("句数", "statements"),
    ]
    rows = []
    for last in found.sizes[-1].asked.timings:
        told = [rows_of.get(last.name) for rows_of in by_size]
        rows.append(
            [
                words.of(KINDS[last.name]),
                words.of(SORTS[last.sort]),
                *(_percentiles(row.ratios) if row else "" for row in told),
                f"{last.answered}/{last.asked}",
                f"{last.statements:.0f}",
            ]
        )
    return _table(heads, rows)


def users(found: Performance, lang: Lang) -> str:
    """Many at once."""
    words, one = Words(lang), found.users
    rows = [
        [words.say("文库", "library"), f"{found.users_of:,}"],
        [words.say("同时提问的人", "users at once"), f"{one.count}, {one.seconds:.0f} s"],
        [words.say("回答（其中流式）", "answers (streams)"), f"{one.answers:,} ({one.streams:,})"],
        [words.say("错误", "errors"), "; ".join(one.errors) or "0"],
        [words.say("每秒回答", "answers a second"), f"{one.per_second:.1f}"],
        ["p50 / p95 / p99", f"{one.p50:,.0f} / {one.p95:,.0f} / {one.p99:,.0f} ms"],
        [
            f"/api/health p50 / p95 ({one.health_looks})",
            f"{one.health_p50:.1f} / {one.health_p95:.1f} ms",
        ],
        [
            words.say("提问一方占用的处理器", "processors that the askers took"),
            f"{one.asking_cpu:.2f}",
        ],
    ]
    return _table(words.split("什么|多少", "what|how much"), rows)


def changing(found: Performance, lang: Lang) -> str:
    """Questions while files come in."""
    words, one = Words(lang), found.changing
    heads = words.split(
        "导入次数|其间的回答|只属一种状态|见到的状态|p95",
        "changes|answers meanwhile|of one state|states seen|p95",
    )
    row = [one.changes, f"{one.answers:,}", f"{one.of_one_state:,}", one.states]
    return _table(heads, [[*map(str, row), f"{one.p95_ms:,.0f} ms"]])


def beside(found: Performance, lang: Lang) -> str:
    """Three ways to answer the same questions."""
    words = Words(lang)
    heads = words.split(
        "做法|召回|精确|完全正确|p50 / p95", "way|recall|precision|exactly right|p50 / p95"
    )
    rows = [
        [
            words.of(SIDES[side.name]),
            f"{side.recall:.3f}",
            f"{side.precision:.3f}",
            f"{side.exact}/{side.n}",
            f"{side.p50:.2f} / {side.p95:.2f}",
        ]
        for side in found.beside
    ]
    return _table(heads, rows)


def run(found: Performance, lang: Lang) -> str:
    """When, on what and of what versions."""
    versions = ", ".join(f"{name} {version}" for name, version in found.versions.items())
    words = Words(lang)
    return words.say(
        f"{found.date}，{found.machine}；{versions}；每种问题至多 {found.each} 个。",
        f"{found.date}, {found.machine}; {versions}; at most {found.each} questions of each kind.",
    )


TABLES: Final[dict[str, Callable[[Performance, Lang], str]]] = {
    "run": run,
    "targets": targets,
    "sizes": sizes,
    "kinds": kinds,
    "users": users,
    "changing": changing,
    "beside": beside,
}


def filled(page: str, found: Performance, lang: Lang) -> str:
    """A page of the docs with its tables as they follow from ``found``."""

    def table(marker: re.Match[str]) -> str:
        return f"{marker[1]}\n\n{TABLES[marker[2]](found, lang)}\n\n{marker[3]}"

    return _BETWEEN.sub(table, page)


_BETWEEN: Final = re.compile(r"(<!-- performance: (\w+) -->).*?(<!-- end -->)", re.DOTALL)


def _percentiles(ratios: Sequence[float]) -> str:
    return " / ".join(f"{percentile(ratios, p):.2f}" for p in (50, 95))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

"""Both tables of verification: what is caught of sentences made false by rule, and what is kept and
caught of those written without sight of the rules, with intervals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Paragraph
from eval.generator.library import resolutions
from eval.metrics import wilson
from eval.verification import Counted, is_shown, judged, paragraphs, read_retold
from eval.verification.corruptions import Values
from eval.verification.mutations import Mutant, Told, misplaced, mutants, verbatim

# The invented library beside the samples: as many forms as its plan has, the same every time.
_SEED, _GENERATED = 11, 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant, and whether it was caught."""

    mutant: Mutant
    caught: bool


def libraries() -> Iterator[dict[str, Paragraph]]:
    """The paragraphs of the sample library with the odd forms, and of the invented ones, in Chinese
    and in English, each by key."""
    yield paragraphs()
    for lang in ("zh", "en"):
        files = resolutions(_SEED, _GENERATED, langs=(lang,))
        documents = (read_document(File(each.name, each.text.encode())) for each in files)
        yield {
            paragraph.key: paragraph
            for document in documents
            for resolution in parse(document)
            for paragraph in resolution.paragraphs
        }


def told_of(held: Mapping[str, Paragraph]) -> Iterator[Told]:
    """The true sentences about a library: its acts word for word, and those retold."""
    yield from verbatim(held)
    for retold in read_retold():
        if retold.fault is None and retold.key in held:
            yield Told(retold.key, retold.text)


def tried(share: int = 1) -> Iterator[Judged]:
    """Every mutant of every library, judged; of ``share`` of them one, the same ones every time."""
    for held in libraries():
        values = Values(held, _SEED)
        made = (mutant for told in told_of(held) for mutant in mutants(told, held, values))
        for group in (made, misplaced(held)):
            for mutant in group:
                if _in_sample(mutant.text, share):
                    yield Judged(mutant, not is_shown(mutant.key, mutant.text, held))


def verbatim_kept() -> Counted:
    """Of the acts told word for word, how many would be shown."""
    counted = Counted()
    for held in libraries():
        for told in verbatim(held):
            counted += Counted(int(is_shown(told.key, told.text, held)), 1)
    return counted


def _in_sample(text: str, share: int) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % share == 0


def by_kind(all_judged: Iterable[Judged]) -> dict[str, Counted]:
    """How many of each kind were caught."""
    table: dict[str, Counted] = {}
    for each in all_judged:
        kind = each.mutant.kind
        table[kind] = table.get(kind, Counted()) + Counted(int(each.caught), 1)
    return dict(sorted(table.items()))


def report() -> Iterator[str]:
    """The lines of both tables, in Markdown."""
    mutated = by_kind(tried())
    yield "| made false by rule | caught | of | share | 95 % |"
    yield "|---|---|---|---|---|"
    yield from (_row(kind, counted) for kind, counted in mutated.items())
    yield _row("**all**", sum(mutated.values(), Counted()))
    yield _row("acts word for word, kept", verbatim_kept())
    yield ""
    yield "| retold | half | judged rightly | of | share | 95 % |"
    yield "|---|---|---|---|---|---|"
    table = judged()
    for (half, fault), counted in table.items():
        yield _row(f"{fault} | {('seen', 'unseen')[half]}", counted)
    for name, halves in (("seen", {0}), ("unseen", {1}), ("both", {0, 1})):
        of_half = [(fault, n) for (half, fault), n in table.items() if half in halves]
        false = (n for fault, n in of_half if fault != "true")
        true = (n for fault, n in of_half if fault == "true")
        yield _row(f"**caught** | {name}", sum(false, Counted()))
        yield _row(f"**kept** | {name}", sum(true, Counted()))


def _row(name: str, counted: Counted) -> str:
    low, high = wilson(counted.right, counted.of)
    interval = f"{low:.3f}–{high:.3f}"
    return f"| {name} | {counted.right} | {counted.of} | {counted.share:.3f} | {interval} |"

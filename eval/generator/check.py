"""The parser's reading of generated texts held against their truth, by form and field.

    python -m eval.generator.check --resolutions 500 [--seed 7] [--forms modern,parts]
        [--lang zh,en] [--damage NAME] [--examples 2]

Recall: the share of true facts that were read; precision: the share of facts read that are true.
A file that is refused, or a resolution read under another symbol, misses all of its facts.
With ``--damage`` the texts are spoilt first (``damage.KINDS``), which says what the reading loses.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.errors import InvalidDocument
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.types import Resolution
from eval.generator.damage import KINDS, damaged
from eval.generator.facts import FIELDS, Facts, Field, facts_of_reading, facts_of_truth
from eval.generator.library import ALL_FORMS, Generated, resolutions


@dataclass(slots=True)
class Tally:
    """How many facts are true, were read, and are both; and some that are not."""

    true: int = 0
    read: int = 0
    both: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of true facts that were read."""
        return self.both / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """The share of facts read that are true."""
        return self.both / self.read if self.read else 1.0


Tallies = dict[tuple[str, Field], Tally]  # by form with its language, and field


def check(files: Iterable[Generated], *, examples: int = 2) -> Tallies:
    """Read every file and count what was read rightly."""
    tallies: Tallies = defaultdict(Tally)
    for file in files:
        read = {one.symbol: one for one in _read(file)}
        truths = {truth.symbol: truth for truth in file.truths}
        first = file.truths[0]
        form = first.form if first.lang == "zh" else f"{first.form}/{first.lang}"
        for symbol in truths.keys() | read.keys():
            true = facts_of_truth(truths[symbol]) if symbol in truths else {}
            found = facts_of_reading(read[symbol]) if symbol in read else {}
            of_form = {what: tallies[form, what] for what in FIELDS}
            _count(of_form, file.name, true, found, examples)
    return tallies


def _read(file: Generated) -> tuple[Resolution, ...]:
    try:
        return parse(read_document(File(file.name, file.text.encode())))
    except InvalidDocument:
        return ()


def _count(
    tallies: dict[Field, Tally], name: str, true: Facts, found: Facts, examples: int
) -> None:
    nothing: Counter[tuple[str, ...]] = Counter()
    for what, tally in tallies.items():
        expected, read = true.get(what, nothing), found.get(what, nothing)
        tally.true += expected.total()
        tally.read += read.total()
        tally.both += (expected & read).total()
        _keep(tally.missed, name, expected - read, examples)
        _keep(tally.invented, name, read - expected, examples)


def _keep(kept: list[str], name: str, facts: Counter[tuple[str, ...]], most: int) -> None:
    kept += [f"{name}: {' · '.join(fact)}" for fact in facts][: max(0, most - len(kept))]


def table(tallies: Tallies) -> str:
    """Recall and precision in per cent, a row a field and a column a form."""
    forms = sorted({form for form, _ in tallies})
    widest = max(len(what) for what in FIELDS)
    lines = [" " * widest + "".join(f" {form[:13]:>13}" for form in forms)]
    for what in FIELDS:
        cells = (_cell(tallies[form, what]) for form in forms)
        lines.append(f"{what:<{widest}}" + "".join(f" {cell:>13}" for cell in cells))
    return "\n".join(lines)


def _cell(tally: Tally) -> str:
    if not tally.true and not tally.read:
        return "-"
    return f"{100 * tally.recall:5.1f} {100 * tally.precision:5.1f}"


def _examples(tallies: Tallies) -> Iterable[str]:
    for (form, what), tally in sorted(tallies.items()):
        for sign, facts in (("missed  ", tally.missed), ("invented", tally.invented)):
            yield from (f"{form} {what} {sign} {fact}" for fact in facts)


def main() -> None:
    """Print the table and examples of what differs."""
    parser = argparse.ArgumentParser(prog="python -m eval.generator.check", description=__doc__)
    parser.add_argument("--resolutions", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--forms", default=",".join(ALL_FORMS))
    parser.add_argument("--lang", default="zh")
    parser.add_argument("--damage", choices=sorted(KINDS))
    parser.add_argument("--examples", type=int, default=2)
    given = parser.parse_args()
    forms = tuple(form for form in ALL_FORMS if form in given.forms.split(","))
    langs = tuple(given.lang.split(","))
    files: Iterable[Generated] = resolutions(
        given.seed, given.resolutions, forms=forms, langs=langs
    )
    if given.damage:
        files = (damaged(file, given.damage, given.seed) for file in files)
    tallies = check(files, examples=given.examples)
    for line in _examples(tallies):
        print(line)
    print("\nrecall and precision, per cent")
    print(table(tallies))


if __name__ == "__main__":
    main()

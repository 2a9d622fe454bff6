"""Gold questions: one JSON object a line, read strictly.

A misspelt field or a key that cannot be a paragraph is an error of the file, never a question
that quietly measures nothing. A conversation may be judged at several of its turns: a turn that is
an object, ``{"ask": …, "groups": …}``, is an item of its own (``conversation-001.3``), asked after
the turns before it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from assistant.types import Status

GOLD_FOLDER = Path(__file__).parent / "gold"

KINDS = frozenset(
    "lookup actor verb metadata fact footnote reference deadline compare count follow_up english "
    "refusal false_premise injection off_topic opinion list mandates series comparison wording "
    "precedents understanding contradiction near_miss conversation".split()
)
# Kinds that nobody can answer from the library.
REFUSED_KINDS = frozenset({"refusal", "near_miss", "injection", "off_topic", "opinion"})
LIBRARIES = ("samples", "forms", "generated")  # what a question may be asked of (eval.libraries)
STATUSES = frozenset({"answered", "not_found", "out_of_scope", "needs_clarification"})
_KEY = re.compile(
    r"[A-Z][^#\s]*#(META|END|FN\d+|H\d+|PP\d+|(S\d+/)?OP~?\d+(\([a-z0-9]+\))*|ANNEX\S*)"
)
_SHA = re.compile(r"[0-9a-f]{64}")


class GoldError(ValueError):
    """A gold file says something that cannot be judged. The message names file and line."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of a question. ``kind`` names how it was made, for the slices."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldItem:
    """A question and what a right answer to its last turn cites and says.

    ``groups``: every group is needed, any member of a group will do. ``exact``: nothing may be
    cited outside their union. ``text_sha``: the SHA-256 of each gold paragraph's text when the
    item was written; a paragraph that changed makes the item stale, and a stale item fails.
    ``query``: over the generated library, what the groups are computed from (``eval.queries``).
    ``reword``: whether generated wordings are asked too. ``ordered``: the groups are cited in their
    order.
    """

    id: str
    split: str
    kind: str
    turns: tuple[str, ...]
    variants: tuple[Variant, ...] = ()
    answerable: bool = True
    premise_ok: bool = True
    groups: tuple[tuple[str, ...], ...] = ()
    exact: bool = False
    must_contain: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    reason: str = ""
    status: tuple[Status, ...] = ()  # any of these will do; empty: what the other fields imply
    standalone: str | None = None
    text_sha: Mapping[str, str] = field(default_factory=dict)
    library: str = LIBRARIES[0]
    query: Mapping[str, Any] = field(default_factory=dict)
    reword: bool = True
    ordered: bool = False

    @property
    def question(self) -> str:
        """The turn that is judged: the last."""
        return self.turns[-1]

    @property
    def keys(self) -> frozenset[str]:
        """Every paragraph that a group names."""
        return frozenset(key for group in self.groups for key in group)

    @property
    def expects_answer(self) -> bool:
        """Whether refusing would be over-refusal."""
        return self.answerable and self.premise_ok and self.status in ((), ("answered",))


def read_items(line: str) -> tuple[GoldItem, ...]:
    """One line of a gold file: an item, or one for every turn of a conversation that is judged.

    Raises ``GoldError`` naming what is wrong, without the place.
    """
    try:
        raw: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"not JSON: {error.msg}") from error
    if not isinstance(raw, dict):
        raise GoldError("not an object")
    if ("question" in raw) == ("turns" in raw):
        raise GoldError("give either question or turns")
    return tuple(map(_checked, _by_turn(raw)))


def _by_turn(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """The items that a line stands for, as if each had been written out."""
    turns = raw.get("turns", ())
    if not any(isinstance(turn, dict) for turn in turns):
        return [raw]
    if not all(isinstance(turn, str) or isinstance(turn.get("ask"), str) for turn in turns):
        raise GoldError("a turn is a text or an object with ask")
    asked = [turn if isinstance(turn, str) else turn["ask"] for turn in turns]
    judged = [n for n, turn in enumerate(turns, 1) if isinstance(turn, dict) and len(turn) > 1]
    if not judged:
        raise GoldError("no turn of the conversation is judged")
    items = []
    for n in judged:
        own = {key: value for key, value in turns[n - 1].items() if key != "ask"}
        wanted = {key for group in own.get("groups", ()) for key in group}
        shas = {k: v for k, v in raw.get("text_sha", {}).items() if k in wanted}
        item = {**raw, **own, "id": f"{raw.get('id')}.{n}", "turns": asked[:n], "text_sha": shas}
        items.append(item | {"reword": n == len(turns)})
    return items


def _checked(raw: dict[str, Any]) -> GoldItem:
    if "review" in raw:  # a candidate, as assistant feedback export writes it
        raise GoldError("not reviewed yet: put it right, then take review out")
    known = {each.name for each in fields(GoldItem)} | {"question"}
    if unknown := sorted(set(raw) - known):
        raise GoldError(f"unknown fields: {', '.join(unknown)}")
    item = _item(raw)
    if problems := tuple(_problems(item)):
        raise GoldError("; ".join(problems))
    return item


def _item(raw: dict[str, Any]) -> GoldItem:
    try:
        turns = (raw["question"],) if "question" in raw else tuple(raw["turns"])
        return GoldItem(
            id=raw["id"],
            split=raw["split"],
            kind=raw["kind"],
            turns=turns,
            variants=tuple(Variant(**each) for each in raw.get("variants", ())),
            answerable=raw.get("answerable", True),
            premise_ok=raw.get("premise_ok", True),
            groups=tuple(tuple(group) for group in raw.get("groups", ())),
            exact=raw.get("exact", False),
            must_contain=tuple(raw.get("must_contain", ())),
            forbidden=tuple(raw.get("forbidden", ())),
            reason=raw.get("reason", ""),
            status=_one_or_more(raw.get("status", ())),
            standalone=raw.get("standalone"),
            text_sha=dict(raw.get("text_sha", {})),
            library=raw.get("library", LIBRARIES[0]),
            query=dict(raw.get("query", {})),
            reword=raw.get("reword", True),
            ordered=raw.get("ordered", False),
        )
    except KeyError as error:
        raise GoldError(f"missing field: {error.args[0]}") from error
    except TypeError as error:
        raise GoldError(f"wrong shape: {error}") from error


def _one_or_more(value: str | list[str]) -> tuple[Status, ...]:
    """Checked against ``STATUSES`` with the rest of the item."""
    return cast("tuple[Status, ...]", (value,) if isinstance(value, str) else tuple(value))


def _problems(item: GoldItem) -> Iterator[str]:
    for name, known in (("split", ("dev", "locked")), ("kind", KINDS), ("library", LIBRARIES)):
        if getattr(item, name) not in known:
            yield f"unknown {name} {getattr(item, name)!r}"
    if item.query and item.library != "generated":
        yield "only over the generated library can a query say what is right"
    if strange := [str(status) for status in item.status if status not in STATUSES]:
        yield f"unknown status {', '.join(strange)}"
    yield from _expectation_problems(item)
    if not item.turns or not all(isinstance(t, str) and t.strip() for t in item.turns):
        yield "a question is empty"
    if item.standalone is not None and len(item.turns) < 2:
        yield "standalone belongs to a conversation"
    if bad := sorted(key for key in item.keys if not _KEY.fullmatch(key)):
        yield f"not paragraph keys: {', '.join(bad)}"
    if any(not group for group in item.groups):
        yield "a group is empty"
    if bad := sorted(k for k, v in item.text_sha.items() if not _SHA.fullmatch(v)):
        yield f"not SHA-256: {', '.join(bad)}"


def _expectation_problems(item: GoldItem) -> Iterator[str]:
    if item.kind in REFUSED_KINDS and item.answerable:
        yield f"a {item.kind} item must say answerable: false"
    if item.kind == "false_premise" and item.premise_ok:
        yield "a false_premise item must say premise_ok: false"
    if item.expects_answer and not item.groups and not item.query:
        yield "an answerable item needs groups"
    if item.exact and not item.groups and not item.query:
        yield "exact needs groups"


def load_gold(source: Path = GOLD_FOLDER) -> tuple[GoldItem, ...]:
    """Every item of a file, or of ``*.jsonl`` in a folder, in name order. Raises ``GoldError``."""
    items: list[GoldItem] = []
    if not source.exists():
        raise GoldError(f"{source.name} does not exist")
    for path in sorted(source.glob("*.jsonl")) if source.is_dir() else [source]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                items += read_items(line)
            except GoldError as error:
                raise GoldError(f"{path.name}:{number}: {error}") from error
    if not items:
        raise GoldError(f"no gold questions in {source.name}")
    if twice := sorted(i for i, n in Counter(item.id for item in items).items() if n > 1):
        raise GoldError(f"ids used twice: {', '.join(twice)}")
    return tuple(items)

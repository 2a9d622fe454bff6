"""Comparisons in sentences: how many paragraphs became what, then the changes, strongest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.compose import Draft
from assistant.answering.phrases import phrase
from assistant.comparing.table import WholeParagraph, whole_paragraphs
from assistant.text.labels import label
from assistant.types import (
    AlignedRow,
    Comparison,
    Found,
    Paragraph,
    Passage,
    Question,
    RowKind,
)

# Quoted of each kind of change where all of a comparison is asked for, and where it is one step of
# a series; the rest is counted. A question for one kind (多了哪些段落) has all of it quoted.
QUOTED, QUOTED_OF_A_STEP = 6, 2

_ASKED_KIND: dict[str, RowKind] = {
    "added": "added", "dropped": "dropped", "stronger": "changed", "weaker": "changed",
}  # fmt: skip
_DIRECTION = frozenset({"stronger", "weaker"})

# What weighs most among changes: a verb, whom it addresses, by when; in acts that direct or decide
# half a step more.
_WEIGHTS = {
    "stronger": 4.0, "weaker": 4.0, "addressee": 3.0, "deadline": 3.0, "verb": 2.0,
    "act_added": 2.0, "act_dropped": 2.0,
}  # fmt: skip
_SAID = frozenset({"stronger", "weaker", "verb", "addressee", "deadline"})


def write_comparisons(draft: Draft, question: Question, found: Found) -> None:
    """Write the comparisons of ``found``, as much of them as the question asks for."""
    paragraphs = {passage.paragraph.key: passage.paragraph for passage in found.passages}
    most = QUOTED if len(found.comparisons) == 1 else QUOTED_OF_A_STEP
    if found.comparisons[0].lang != draft.lang:
        draft.say("compare_texts")
    if len(found.comparisons) > 1:
        firsts = {p.symbol: p for p in reversed(paragraphs.values())}
        compared = [found.comparisons[0].first, *(each.second for each in found.comparisons)]
        draft.count("compare_each", [firsts[symbol] for symbol in compared if symbol in firsts])
    for comparison in found.comparisons:
        writer = _Writer(draft, question, comparison, paragraphs, most)
        if len(question.places) > 1:
            writer.write_pair()
        else:
            writer.write()


@dataclass(frozen=True, slots=True)
class _Writer:
    draft: Draft
    question: Question
    comparison: Comparison
    paragraphs: Mapping[str, Paragraph]
    most: int

    def write(self) -> None:
        """What became of the paragraphs that the question is about."""
        wholes = [w for w in whole_paragraphs(self.comparison.rows) if self._is_asked(w)]
        aspect = self.question.attribute or ""
        if not self.comparison.related:
            self._little_in_common(wholes, quoting=aspect not in _ASKED_KIND)
        if aspect in _ASKED_KIND:
            self._one_kind(aspect, wholes)
        elif self.comparison.related:
            self._everything(wholes)

    def write_pair(self) -> None:
        """What became of the words of the one paragraph in the other."""
        for whole in whole_paragraphs(self.comparison.rows):
            self.draft.count(f"compare_pair_{whole.kind}", self._sides(whole.rows[0]))
            self._pair(whole)

    def _everything(self, wholes: Sequence[WholeParagraph]) -> None:
        for name, kind in (("compare_same", "same"), ("compare_renewed", "renewed")):
            self._count(name, [w for w in wholes if w.kind == kind])
        self._count("compare_moved", [w for w in wholes if w.rows[0].moved])
        self._changed([w for w in wholes if w.kind == "changed"], self.most)
        for kind in ("added", "dropped"):
            self._one_sided(kind, [w for w in wholes if w.kind == kind], self.most)
        if not wholes:
            self._say("compare_none")

    def _one_kind(self, aspect: str, wholes: Sequence[WholeParagraph]) -> None:
        """All of one kind of change, quoted to the last."""
        kept = [w for w in wholes if w.kind == _ASKED_KIND[aspect]]
        if aspect in _DIRECTION:
            kept = [w for w in kept if any(verb.kind == aspect for verb in w.verbs)]
            self._changed(kept, len(kept), name=f"compare_{aspect}")
        else:
            self._one_sided(aspect, kept, len(kept))
        if not kept:
            self._say("compare_none")

    def _little_in_common(self, wholes: Sequence[WholeParagraph], *, quoting: bool) -> None:
        both = [whole for whole in wholes if whole.kind not in ("added", "dropped")]
        if both:
            self._count("compare_apart", both)
            for whole in both if quoting else ():
                self._pair(whole)
        else:
            self._say("compare_apart_none")

    # ── which paragraphs ─────────────────────────────────────────────────────────────────────

    def _is_asked(self, whole: WholeParagraph) -> bool:
        """Whether it has the verb, addresses the body and stands in the part that is asked for."""
        both = [p for row in whole.rows for p in self._sides(row)]
        question = self.question
        if question.kinds and not any(p.kind in question.kinds for p in both):
            return False
        if not (question.addressees or question.verbs or question.directive):
            return True
        names = set(question.addressees)
        return any(
            (act.verb in question.verbs if question.verbs else act.family == "directive")
            and (not names or names & {entity.name for entity in act.addressees})
            for paragraph in both
            for act in paragraph.clauses
        )

    def _sides(self, row: AlignedRow) -> list[Paragraph]:
        """The paragraphs of a row, the first resolution's first."""
        symbols = (self.comparison.first, self.comparison.second)
        keys = [
            f"{symbol}#{side.place}"
            for symbol, side in zip(symbols, (row.first, row.second), strict=True)
            if side is not None
        ]
        return [self.paragraphs[key] for key in keys if key in self.paragraphs]

    # ── what is said of them ─────────────────────────────────────────────────────────────────

    def _names(self, *, of_first: bool = False) -> dict[str, object]:
        symbols = (self.comparison.second, self.comparison.first)
        where, other = symbols[::-1] if of_first else symbols
        return {"where": label(where, self.draft.lang), "other": label(other, self.draft.lang)}

    def _say(self, name: str) -> None:
        self.draft.say(name, **self._names())

    def _count(
        self, name: str, wholes: Iterable[WholeParagraph], *, of_first: bool = False
    ) -> None:
        """Count paragraphs of the second resolution, or of the first where it alone has them."""
        heads = [self._sides(whole.rows[0])[-1] for whole in wholes]
        if heads:
            self.draft.count(name, heads, **self._names(of_first=of_first))

    def _changed(
        self, wholes: Sequence[WholeParagraph], most: int, name: str = "compare_changed"
    ) -> None:
        self._count(name, wholes)
        ranked = sorted(wholes, key=_weight, reverse=True)
        for whole in ranked[:most]:
            self._pair(whole)
        self._count("compare_rest", ranked[most:])

    def _one_sided(self, kind: str, wholes: Sequence[WholeParagraph], most: int) -> None:
        of_first = kind == "dropped"
        self._count(f"compare_{kind}", wholes, of_first=of_first)
        for whole in wholes[:most]:
            for row in whole.rows:
                self._quote(row)
        self._count("compare_rest", wholes[most:], of_first=of_first)

    def _pair(self, whole: WholeParagraph) -> None:
        """What changed in a sentence, where it can be said, and both texts."""
        rows = [row for row in whole.rows if row.kind not in ("same", "renewed")]
        for row in rows or whole.rows[:1]:
            sides = self._sides(row)
            for change in row.verbs:
                if change.kind in _SAID and change.before and change.after:
                    name = f"compare_{change.kind}_said"
                    self.draft.count(name, sides, before=change.before, after=change.after)
            self._quote(row)

    def _quote(self, row: AlignedRow) -> None:
        for paragraph in self._sides(row):
            where = label(paragraph.symbol, self.draft.lang)
            lead = phrase("heading", self.draft.lang, where=where)
            blank = " " * (self.draft.lang == "en")
            self.draft.quote(Passage(paragraph, 1.0, "structure"), lead=lead + blank)


def _weight(whole: WholeParagraph) -> tuple[float, int]:
    """How much a change matters: verbs before words, requests and decisions before the rest."""
    directs = {"directive", "decision"}
    of_verbs = (_WEIGHTS[v.kind] + 0.5 * (v.family in directs) for v in whole.verbs)
    return max(of_verbs, default=0.0), whole.extent

"""A resolution of which true questions are asked with one slot changed, and what is true of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.text.verbs import DIRECTIVES
from eval.generator.truth import TrueAct, TrueParagraph, Truth
from eval.gold import GoldItem

Slot = Literal[
    "number", "session", "paragraph", "footnote", "body", "verb_of_body", "verb", "attribute",
    "deadline", "year", "committee", "meeting", "deliverable", "treaty", "resolution_mentioned",
    "paragraph_body", "paragraph_verb", "count",
]  # fmt: skip
# Claims of these are premises: the question takes them for granted and asks something else.
_PREMISES = frozenset(
    {"year", "committee", "meeting", "paragraph_body", "paragraph_verb", "count", "session"}
)

# Bodies that are taken for one another.
ALIKE = (
    ("裁军审议委员会", "裁军谈判会议", "裁军事务厅"),
    ("安全理事会", "人权理事会", "经济及社会理事会", "托管理事会"),
    ("秘书长", "大会主席", "秘书处"),
    ("国际法院", "国际刑事法院", "国际法委员会"),
    ("世界卫生组织", "国际原子能机构", "禁止化学武器组织"),
    ("第一委员会", "第二委员会", "第三委员会", "第四委员会", "第五委员会", "第六委员会"),
    ("建设和平委员会", "会费委员会", "行政和预算问题咨询委员会"),
)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A question that nothing answers, and the same question with the slot as it is."""

    slot: Slot
    miss: GoldItem
    twin: GoldItem


@dataclass(frozen=True, slots=True)
class Asked:
    """One resolution, and what is true of the library beside it."""

    truth: Truth
    held: Collection[str]

    @property
    def name(self) -> str:
        """What a question calls it."""
        return label(self.truth.symbol, "zh")

    @property
    def text(self) -> str:
        """All its words, folded."""
        return fold("\n".join(p.text for p in self.truth.paragraphs)).text

    def pair(
        self, slot: Slot, miss: str, twin: str, paragraphs: Collection[TrueParagraph] = ()
    ) -> NearMiss:
        """``paragraphs`` answer the twin, each or one it stands in."""
        groups = tuple(self._covering(paragraph) for paragraph in paragraphs)
        kind = "false_premise" if slot in _PREMISES else "refusal"
        return NearMiss(
            slot,
            self._item(slot, "miss", kind, miss, ()),
            self._item(slot, "twin", "actor", twin, groups),
        )

    def _covering(self, paragraph: TrueParagraph) -> tuple[str, ...]:
        keys = {paragraph.place, paragraph.place.partition("(")[0]}
        return tuple(f"{self.truth.symbol}#{place}" for place in sorted(keys))

    def _item(
        self, slot: Slot, which: str, kind: str, question: str, groups: tuple[tuple[str, ...], ...]
    ) -> GoldItem:
        return GoldItem(
            id=f"near:{self.truth.symbol}:{slot}:{which}",
            split="dev",
            kind=kind,
            turns=(question,),
            answerable=which == "twin" or kind == "false_premise",
            premise_ok=which == "twin" or kind != "false_premise",
            groups=groups,
            reason=f"one slot changed: {slot}",
        )


def acts(asked: Asked) -> Iterator[tuple[TrueParagraph, TrueAct]]:
    """Every act with its paragraph, in document order."""
    for paragraph in asked.truth.paragraphs:
        for act in paragraph.acts:
            yield paragraph, act


def requests(asked: Asked) -> dict[str, list[TrueParagraph]]:
    """Who is asked something, and where."""
    found: dict[str, list[TrueParagraph]] = {}
    for paragraph, act in acts(asked):
        for name in act.addressees if act.verb in DIRECTIVES else ():
            found.setdefault(name, []).append(paragraph)
    return found


def anchor(asked: Asked) -> tuple[str, tuple[TrueParagraph, ...]]:
    """Something that every resolution answers."""
    for name, paragraphs in requests(asked).items():
        return f"对{name}提出了哪些要求？", tuple(paragraphs)
    return "执行部分有几段？", ()


def numbered(symbol: str) -> tuple[str, int, str] | None:
    """A symbol of the Assembly as what stands before its number, the number and its part."""
    match = re.fullmatch(r"(A/RES/(?:ES-)?[0-9]+/)([0-9]+)([A-Z]?)", symbol)
    return (match[1], int(match[2]), match[3]) if match else None

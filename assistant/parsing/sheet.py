"""Collects the lines of one resolution into blocks: what begins one, and what goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.parsing.beginnings import (
    Numbered,
    begins_a_section,
    is_bare_number,
    is_heading,
    is_title,
    numbered,
)
from assistant.parsing.blocks import Block, BlockKind, continued, is_open
from assistant.parsing.levels import Nesting, enumerator_of
from assistant.parsing.marks import Marked
from assistant.parsing.wording import Wording
from assistant.text.numerals import parse_numeral
from assistant.types import Inferred

_REFERS = re.compile(r"第[\d\s()a-z㈠-㈩、和至或及]{0,20}$")  # 第3⏎(a)至(f)段


@dataclass(slots=True)
class Sheet:
    """The blocks of one resolution so far, and where in its structure the next line stands."""

    wording: Wording
    blocks: list[Block] = field(default_factory=list)
    last_number: int = 0
    _latest: int | None = None  # the last paragraph that a page break may have cut
    _nesting: Nesting = field(default_factory=Nesting)
    _under: int | None = None  # the paragraph that items belong to
    _article: int | None = None
    _annex: int | None = None
    _section: int = 1

    @property
    def latest_kind(self) -> BlockKind | None:
        """The kind of the last block."""
        return self.blocks[-1].kind if self.blocks else None

    def begin_annex(self, line: Marked) -> None:
        """附件: numbers begin again, and nothing goes on from before."""
        self._annex = (self._annex or 0) + 1
        self.last_number = 0
        self._section = 1
        self._nesting = Nesting()
        self._latest = self._under = self._article = None
        self.add("annex", line)

    def add_to_heading(self, line: Marked) -> None:
        """A line more for the heading of an annex or a section."""
        above = self.blocks[-1]
        text = f"{above.text}\n{line.text}"
        self.blocks[-1] = replace(above, text=text, last_line=line.number)

    def begin_article(self, line: Marked, number: str) -> None:
        """第一条: its paragraphs are numbered by themselves."""
        self.add("article", line, number=parse_numeral(number))
        self._article = self._under = len(self.blocks) - 1
        self.last_number = 0
        self._nesting = Nesting()

    def go_on(self, line: Marked) -> None:
        """A line more for the last block, as the source says itself."""
        self.blocks[-1] = continued(self.blocks[-1], line.text, line.number, guessed=False)

    def paragraph(self, line: Marked, folded: str, following: str) -> None:
        """A line of the body or of an annex. ``following`` is the next line, folded."""
        begun = numbered(line.text, self.wording)
        if begun and self._is_in_order(begun, line):
            self._add_numbered(begun, line)
            return
        if self._add_item(line):
            return
        if self._heads_on_two_lines(folded):
            self.add_to_heading(line)
            return
        if begins_a_section(folded, following, self.wording) and self._is_finished():
            self.add("heading", line)
            return
        goes_on = self._goes_on(line, folded)
        if goes_on is not None:
            above = self.blocks[goes_on]
            guessed = above.last_line < line.number - 1 and above.kind != "article"
            self.blocks[goes_on] = continued(
                self.blocks[goes_on], line.text, line.number, guessed=guessed
            )
            return
        if is_heading(folded, following, self.wording):
            self.add("heading", line)
        else:
            self.add("free", line, parent=self._article)

    def _is_in_order(self, begun: Numbered, line: Marked) -> bool:
        """Whether a number at the beginning of a line is a paragraph's, and not of its text."""
        above = self.blocks[self._latest] if self._latest is not None else None
        if above is None or not is_open(above, at_comma=False):
            return True
        runs_into_figures = line.text[begun.length : begun.length + 1].isdigit()
        return begun.number == self.last_number + 1 and not runs_into_figures

    def _add_numbered(self, begun: Numbered, line: Marked) -> None:
        text = replace(line, text=line.text[begun.length :])
        begins_again = begun.number == 1 and self.last_number > 0
        if begins_again and self._under_a_heading():
            self._section += 1
            self.last_number = 0
        is_repeated = begun.number <= self.last_number
        self.last_number = self.last_number + 1 if is_repeated else begun.number
        self._nesting = Nesting()
        self.add(
            "numbered",
            text,
            printed=begun.printed,
            number=self.last_number,
            parent=self._article,
            lost=is_repeated,
        )
        self._under = len(self.blocks) - 1

    def _under_a_heading(self) -> bool:
        """Whether a heading stands between the last numbered paragraph and this line."""
        kinds = [block.kind for block in reversed(self.blocks)]
        return "heading" in kinds and kinds.index("heading") < kinds.index("numbered")

    def _add_item(self, line: Marked) -> bool:
        enumerator = enumerator_of(line.text)
        if enumerator is None or self._under is None:
            return False
        above = self.blocks[-1]
        if above.last_line == line.number - 1 and _REFERS.search(above.text):
            return False
        labels = self._nesting.place(enumerator)
        if labels is None:
            return False
        text = replace(line, text=line.text[enumerator.length :])
        self.add("item", text, printed=enumerator.printed, labels=labels, parent=self._under)
        return True

    def _heads_on_two_lines(self, folded: str) -> bool:
        """一, and below it 水井."""
        above = self.blocks[-1] if self.blocks else None
        is_bare = above is not None and above.kind == "heading" and is_bare_number(above.text)
        return is_bare and is_title(folded, self.wording)

    def _is_finished(self) -> bool:
        """Whether what stands above ends with a stop or a comma, so that nothing need go on."""
        return bool(self.blocks) and not is_open(self.blocks[-1], at_comma=False)

    def _goes_on(self, line: Marked, folded: str) -> int | None:
        """Which block a line that begins nothing goes on: the one above, or what a page cut."""
        last = len(self.blocks) - 1
        leads = self.wording.leads(folded) is not None and not folded.startswith("并")
        if last >= 0 and self.blocks[last].last_line >= line.number - 1 and not line.cut:
            above = self.blocks[last]
            if is_open(above, at_comma=False) or (not leads and is_open(above, at_comma=True)):
                return last
        if self._latest is None or leads or line.cut:
            return None
        at_comma = self.blocks[self._latest].kind != "free"
        return self._latest if is_open(self.blocks[self._latest], at_comma=at_comma) else None

    def add(
        self,
        kind: BlockKind,
        line: Marked,
        *,
        printed: str | None = None,
        number: int | None = None,
        labels: tuple[str, ...] = (),
        parent: int | None = None,
        lost: bool = False,
    ) -> None:
        """A new block. ``lost``: its printed number or mark."""
        inferred: list[Inferred] = ["number"] if lost else []
        if line.cut:
            inferred.append("boundary")
        self.blocks.append(
            Block(
                kind, line.text, line.number, line.number, printed, tuple(inferred),
                number, labels, parent, self._annex, self._section,
            )
        )  # fmt: skip
        if kind == "free":
            self._nesting = Nesting()
            self._under = len(self.blocks) - 1
        if kind in {"free", "numbered", "item", "article", "heading"}:
            self._latest = len(self.blocks) - 1

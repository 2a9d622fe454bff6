"""Paragraphs to printed lines: numbers, marks, bold verbs, notes; and the truth beside them."""

from __future__ import annotations

from dataclasses import dataclass

from eval.generator.plan import ItemPlan, ParagraphPlan, Sentence
from eval.generator.style import Style
from eval.generator.truth import TrueParagraph
from eval.generator.writing import Pen, Written

_STOPS = "，；。：,;:."
_PARAGRAPHS_A_PAGE = 7


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line. ``note``: it is a footnote, to stand where its page ends."""

    text: str
    note: bool = False


class Setter:
    """Sets one resolution. Places are counted here, as they are printed."""

    def __init__(self, style: Style, pen: Pen, *, first_note: int = 1) -> None:
        self.style = style
        self.pen = pen
        self.lines: list[Printed] = []
        self.truths: list[TrueParagraph] = []
        self.next_note = first_note
        self._marked: dict[Sentence, tuple[str, str]] = {}  # mark and place of each note
        self._pending: list[TrueParagraph] = []
        self._on_page = 0

    def line(self, text: str) -> None:
        """A line that is no paragraph: masthead, heading, ending."""
        self.lines.append(Printed(text))

    def paragraph(
        self, place: str, kind: str, written: Written, lead: str = "", printed: str = ""
    ) -> None:
        """A paragraph on a line of its own; its notes wait for the page's end."""
        marks = [(at, *self._noted(note)) for at, note in written.notes]
        self.line(lead + self._with_markup(written, marks, kind))
        self.truths.append(
            TrueParagraph(
                place, kind, written.text, printed or None, written.acts, written.references,
                tuple((at, where) for at, _, where in marks if self.style.marks != "none"),
            )
        )  # fmt: skip
        self._on_page += 1
        if self.style.pages and self._on_page >= _PARAGRAPHS_A_PAGE:
            self.page_end()

    def operative(self, place: str, number: int, plan: ParagraphPlan, end: str) -> None:
        """A numbered paragraph with its sub-paragraphs."""
        lang = self.pen.language.code
        printed, lead = self.style.numbered(number, lang)
        colon = "：" if lang == "zh" else ":"
        written = self.pen.paragraph(plan, colon if plan.items else end)
        kind = "operative" if place.startswith("OP") else "annex"
        self.paragraph(place, kind, written, lead, printed)
        self._items(place, kind, plan.items, end, 1)

    def _items(
        self, place: str, kind: str, items: tuple[ItemPlan, ...], end: str, depth: int
    ) -> None:
        lang = self.pen.language.code
        semicolon, colon = ("；", "：") if lang == "zh" else (";", ":")
        for number, item in enumerate(items, start=1):
            is_last = number == len(items)
            stop = colon if item.items else end if is_last else semicolon
            label = self.style.label(number, depth, lang)
            below = place + self.style.place_label(number, depth)
            lead = label if label[0] in "㈠㈡㈢㈣㈤㈥㈦㈧㈨" else f"{label} "
            self.paragraph(below, kind, self.pen.sentence(item.body, stop), lead, label)
            self._items(below, kind, item.items, end if is_last else semicolon, depth + 1)

    def bullets(self, place: str, kind: str, items: tuple[ItemPlan, ...]) -> None:
        """Sub-paragraphs behind bullets, the last closed by a full stop."""
        semicolon, stop = ("；", "。") if self.pen.language.code == "zh" else (";", ".")
        for number, item in enumerate(items, start=1):
            written = self.pen.sentence(item.body, stop if number == len(items) else semicolon)
            self.paragraph(f"{place}({number})", kind, written, "• ", "•")

    def _noted(self, note: Sentence) -> tuple[str, str]:
        """The mark as printed, and the place of its note, which waits unless it is printed."""
        if note in self._marked:
            return self._marked[note]
        printed = self.style.mark(self.next_note)
        self.next_note += 1
        if self.style.marks == "none":
            return "", ""
        if self.style.marks == "comma":  # the source lost its notes, not its marks
            self._marked[note] = (printed, "")
            return printed, ""
        written = self.pen.sentence(note)
        text = written.text[0].upper() + written.text[1:]
        place = f"FN{len(self._marked) + 1}"
        self._marked[note] = (printed, place)
        self._pending.append(
            TrueParagraph(place, "footnote", text, printed, (), written.references)
        )
        return printed, place

    def page_end(self) -> None:
        """Print the notes that wait."""
        for note in self._pending:
            blank = [Printed("")] if self.style.pages else []
            self.lines += [*blank, Printed(f"{note.printed} {note.text}", note=True)]
        self.truths += self._pending
        self._pending = []
        self._on_page = 0

    @property
    def has_notes(self) -> bool:
        """Whether notes wait."""
        return bool(self._pending)

    def _with_markup(self, written: Written, marks: list[tuple[int, str, str]], kind: str) -> str:
        text = written.text
        inserted = [(at, self._mark(mark, text[at : at + 1])) for at, mark, _ in marks]
        if self.style.bold and kind == "operative" and written.acts:
            inserted += [
                (written.acts[0].start, "**"),
                (written.acts[0].verb_end, self.style.after_bold),
            ]
        for at, what in sorted(inserted, reverse=True):
            text = text[:at] + what + text[at:]
        return text

    def _mark(self, mark: str, following: str) -> str:
        if not following or following in _STOPS or following == " ":
            return mark
        after = {"superscript": " ", "comma": " ", "digit": "\n"}
        return mark + after.get(self.style.marks, "")

"""A plan to the text of a file, in one language, with the truth of every resolution in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from eval.generator.annex_layout import set_convention, set_declaration
from eval.generator.chinese import Chinese
from eval.generator.english import English
from eval.generator.mastheads import ending_of, head_of, title_of_part
from eval.generator.pages import paged
from eval.generator.plan import Annex, Plan
from eval.generator.setting import Printed, Setter
from eval.generator.style import Style, style_of
from eval.generator.truth import TrueParagraph, TrueVote, Truth
from eval.generator.writing import Pen

# The other forms are Chinese by nature: half-width stops, script, lost numbers.
IN_ENGLISH = frozenset({"modern", "wrapped", "emergency", "parts", "convention"})
_OPENERS = {
    ("zh", "A"): "大会，", ("zh", "E"): "经济及社会理事会，",
    ("en", "A"): "The General Assembly,", ("en", "E"): "The Economic and Social Council,",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a file and what is true of it: one truth, or one for each part."""

    text: str
    truths: tuple[Truth, ...]


def rendered(plan: Plan, lang: str) -> Rendered:
    """The plan in ``lang`` (zh, en), in its form.

    Raises:
        ValueError: the plan's form has no English.
    """
    if lang == "en" and plan.form not in IN_ENGLISH:
        raise ValueError(f"the form {plan.form} is Chinese only")
    style = style_of(plan.form, plan.index)
    if lang == "en":
        style = replace(style, spaced=False, after_bold="**")
    language: Chinese | English = Chinese(style) if lang == "zh" else English(style)
    work = _Work(plan, style, language, Pen(language, traditional=style.traditional))
    return work.in_parts() if plan.parts else work.whole()


@dataclass(frozen=True, slots=True)
class _Work:
    plan: Plan
    style: Style
    language: Chinese | English
    pen: Pen

    @property
    def _chinese(self) -> Chinese | None:
        return self.language if isinstance(self.language, Chinese) else None

    def whole(self) -> Rendered:
        head, ending = (
            head_of(self.plan, self.pen, self._chinese),
            ending_of(self.plan, self._chinese),
        )
        setter = Setter(self.style, self.pen)
        if self.plan.form == "declaration":
            set_declaration(setter, self._annex, self._opener())
        else:
            self._body(setter, self.plan)
        self._close(setter, ending.lines)
        if self.plan.form == "convention":
            set_convention(setter, self._annex)
        truth = self._truth(self.plan, head.fields | ending.fields, setter.truths)
        printed = [*(Printed(line) for line in head.lines), *setter.lines]
        return self._file(printed, (truth,))

    def in_parts(self) -> Rendered:
        head, ending = (
            head_of(self.plan, self.pen, self._chinese),
            ending_of(self.plan, self._chinese),
        )
        printed = [Printed(line) for line in head.lines]
        truths, next_note = [], 1
        for at, part in enumerate(self.plan.parts):
            setter = Setter(self.style, self.pen, first_note=next_note)
            letter = chr(ord("A") + at)
            setter.line("")
            setter.line(self.pen.plain(self.language.words(title_of_part(part, letter))))
            setter.line("")
            self._body(setter, part)
            self._close(setter, ending.lines)
            next_note = setter.next_note
            own = {
                "title": self.language.words(part.address.topic.title),
                "whole_title": head.fields["title"],
            }
            truths.append(self._truth(part, head.fields | ending.fields | own, setter.truths))
            printed += setter.lines
        return self._file(printed, tuple(truths))

    @property
    def _annex(self) -> Annex:
        if self.plan.annex is None:
            raise ValueError(f"a {self.plan.form} needs its text")
        return self.plan.annex

    def _opener(self) -> str:
        opener = _OPENERS[self.language.code, self.plan.address.organ]
        return self.pen.plain(self.language.stops(opener))

    def _body(self, setter: Setter, plan: Plan) -> None:
        comma, semicolon, stop = (
            ("，", "；", "。") if self.language.code == "zh" else (",", ";", ".")
        )
        setter.line(self._opener())
        for number, paragraph in enumerate(plan.preamble, start=1):
            setter.line("")
            written = self.pen.paragraph(paragraph, comma, preambular=True)
            setter.paragraph(f"PP{number}", "preambular", written)
        if len(plan.operative) == 1 and plan.form == "sixties":
            setter.line("")
            self._unnumbered(setter, plan)
            return
        for number, paragraph in enumerate(plan.operative, start=1):
            setter.line("")
            place = f"OP{number}" if self.style.number else f"OP~{number}"
            end = stop if number == len(plan.operative) else semicolon
            setter.operative(place, number, paragraph, end)

    def _unnumbered(self, setter: Setter, plan: Plan) -> None:
        """The only operative paragraph of an old resolution, which has no number."""
        unnumbered = Setter(replace(self.style, number=""), self.pen)
        unnumbered.operative("OP~1", 1, plan.operative[0], "。")
        setter.lines += unnumbered.lines
        setter.truths += unnumbered.truths

    def _close(self, setter: Setter, ending: tuple[str, ...]) -> None:
        """Ending and waiting notes: at the page's end, or under 注 after the text."""
        setter.line("")
        for line in ending:
            setter.line(self.pen.plain(line))
        if setter.has_notes and self.plan.form == "nineties":
            setter.line("")
            setter.line("注")
        if setter.has_notes:
            setter.line("")
        setter.page_end()

    def _truth(self, plan: Plan, fields: dict[str, str], paragraphs: list[TrueParagraph]) -> Truth:
        vote = plan.vote
        return Truth(
            symbol=plan.address.symbol,
            lang=self.language.code,
            form=plan.form,
            title=fields.get("title", ""),
            masthead=fields,
            paragraphs=tuple(paragraphs),
            vote=TrueVote(vote.in_favour, vote.against, vote.abstaining) if vote else None,
        )

    def _file(self, printed: list[Printed], truths: tuple[Truth, ...]) -> Rendered:
        if self.plan.form == "wrapped":
            job = f"{self.plan.address.date.year % 100}-{10_000 + self.plan.index}"
            pages = paged(printed, self.plan.address.symbol, job, self.language.code)
            truths = tuple(replace(truth, furniture=pages.furniture) for truth in truths)
            return Rendered("\n".join(pages.lines) + "\n", truths)
        if self.plan.form == "collapsed":
            words = " ".join(line.text.strip() for line in printed if line.text.strip())
            return Rendered(words + "\n", truths)
        return Rendered("\n".join(line.text for line in printed) + "\n", truths)

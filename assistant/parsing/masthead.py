"""The masthead and the closing lines to facts, each with the words that state it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.parsing.blocks import Block, join
from assistant.parsing.masthead_forms import LineForm
from assistant.text.normalise import fold
from assistant.types import Fact, MastheadField, Span

Facts = dict[MastheadField, Fact]

_LONGEST_LINE = 500  # characters of a printed masthead line; joining stops there


def logical_lines(blocks: Sequence[Block], forms: Sequence[LineForm]) -> list[str]:
    """The printed lines of the masthead, with those joined that belong together.

    A bracket goes on to where it closes; a number alone on its line goes with its title; an
    unknown line right below a title, a list of countries or another unknown line goes on with it.
    """
    lines: list[str] = []
    below = -1
    for block in blocks:
        if lines and _goes_on(lines[-1], block, forms, is_adjacent=block.line == below + 1):
            lines[-1] = join(lines[-1], block.text)
        else:
            lines.append(block.text)
        below = block.last_line
    return lines


def _goes_on(above: str, block: Block, forms: Sequence[LineForm], *, is_adjacent: bool) -> bool:
    form = _form(above, forms)
    is_list = form is not None and form.lists
    if len(above) > _LONGEST_LINE and not is_list:
        return False
    if above.startswith("[") and "]" not in above:
        return True
    if _form(block.text, forms) is not None:
        return False
    is_title = form is not None and "title" in form.values
    if is_title and _states_no_title(above, form):
        return True
    return is_adjacent and (is_title or is_list or form is None)


def _states_no_title(line: str, form: LineForm | None) -> bool:
    found = form.pattern.fullmatch(fold(line).text) if form else None
    return bool(found) and not (found and found["title"])


def _form(line: str, forms: Sequence[LineForm]) -> LineForm | None:
    folded = fold(line).text
    return next((form for form in forms if form.pattern.fullmatch(folded)), None)


def facts_of_masthead(text: str, forms: Sequence[LineForm]) -> Facts:
    """What the masthead states, each fact with its span in ``text``, the text of META.

    Of two titles the last stands: below the title of the whole that of a part.
    """
    facts: Facts = {}
    below_agenda_item = False
    for start, line in _with_offsets(text):
        if not line.strip():  # all of the line was markup
            continue
        form = _form(line, forms)
        if form is None and below_agenda_item and "agenda_title" not in facts:
            facts["agenda_title"] = Fact(line, "META", Span(start, start + len(line)))
        below_agenda_item = form is not None and "agenda_item" in form.values
        if form is None:
            continue
        for name, fact in _stated(form, line, start, "META"):
            if name == "title" and "part" in form.pattern.groupindex and name in facts:
                facts["whole_title"] = facts[name]
            if name == "title" or name not in facts:
                facts[name] = fact
    return facts


def facts_of_closing(text: str, forms: Sequence[LineForm]) -> Facts:
    """Meeting and date of the closing lines, each with its span in ``text``, the text of END."""
    facts: Facts = {}
    for start, line in _with_offsets(text):
        for form in forms:
            for name, fact in _stated(form, line, start, "END"):
                facts.setdefault(name, fact)
    return facts


def _with_offsets(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _stated(
    form: LineForm, line: str, start: int, place: str
) -> Iterator[tuple[MastheadField, Fact]]:
    folded = fold(line)
    found = form.pattern.fullmatch(folded.text)
    if found is None:
        return
    for name, value_of in form.values.items():
        value = value_of(found) if found[name] else None
        if value:
            span = folded.source(Span(*found.span(name)))
            words = span.of(line).strip()
            begin = start + line.index(words, span.start)
            stated = words if name in {"title", "sponsors", "vote"} else value
            yield name, Fact(stated, place, Span(begin, begin + len(words)))

"""``assistant compare``: two resolutions beside each other, word differences in colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.text import Text

from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.text.labels import label, place_label
from assistant.types import (
    AlignedRow,
    Comparison,
    Lang,
    RowKind,
    VerbChange,
    VerbChangeKind,
    WordChange,
)

_ROWS: Final[dict[RowKind, tuple[str, str, str]]] = {
    "same": ("相同", "same", "dim"),
    "renewed": ("例行更新", "renewed", "dim"),
    "changed": ("措辞有变", "changed", "yellow"),
    "added": ("新增", "added", "green"),
    "dropped": ("删去", "dropped", "red"),
}
_VERBS: Final[dict[VerbChangeKind, tuple[str, str]]] = {
    "stronger": ("语气加强", "stronger"),
    "weaker": ("语气减弱", "weaker"),
    "verb": ("换用动词", "another verb"),
    "addressee": ("对象", "addressee"),
    "deadline": ("时限", "time"),
    "act_added": ("增加", "added"),
    "act_dropped": ("删去", "dropped"),
}
_OLD, _NEW, _ROUTINE = "red strike", "green", "cyan"


def compare(
    a: Annotated[str, typer.Argument(help="较早一份的文号 · Symbol of the one compared against")],
    b: Annotated[str, typer.Argument(help="较晚一份的文号 · Symbol of the one compared with it")],
    *,
    whole: Annotated[
        bool, typer.Option("--all", help="也显示相同的段落 · Show what is the same, too")
    ] = False,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """逐段对照两份决议 · Compare two resolutions paragraph by paragraph."""
    with opened(lang) as assistant:
        found = assistant.comparison(a, b, lang=lang or "zh")
    if json_:
        print_json(found)
        return
    console = Console(highlight=False)
    for line in comparison_lines(found, lang, whole=whole):
        console.print(line, soft_wrap=not console.is_terminal)


def comparison_lines(found: Comparison, lang: Lang | None, *, whole: bool) -> Iterator[Text]:
    """The counts, then each paragraph that is not the same; of two resolutions with little in
    common only the paragraphs that both have."""
    language: Lang = lang or "zh"
    names = label(found.first, language), label(found.second, language)
    yield Text(" → ".join(names), style="bold")
    yield Text(_counts(found, lang))
    if found.lang != language:
        yield Text(
            in_language(
                lang,
                "两份决议没有都收中文本，以下对照英文本。",
                "They are not both held in English; the Chinese texts are compared.",
            )
        )
    if not found.related:
        yield Text(
            in_language(
                lang,
                f"两份决议少有共同之处：有对应的段落占 {found.shared:.0%}，以下只列这些段落。",
                f"The two have little in common: {found.shared:.0%} of their paragraphs have a "
                "counterpart, and only these are listed.",
            )
        )
    for row in found.rows:
        is_quiet = row.kind in ("same", "renewed") and not whole and not row.moved
        if is_quiet or not (found.related or (row.first and row.second)):
            continue
        yield Text()
        yield _heading(row, lang)
        yield from (_verb_line(change, lang) for change in row.verbs)
        yield words_of(row)


def words_of(row: AlignedRow) -> Text:
    """A row's text: what was left out struck through, what was put in after it.

    Where there is no colour, [-left out-] and {+put in+} say the same.
    """
    if row.first is None or row.second is None:
        side = row.first or row.second
        return Text(side.text if side else "", style=_OLD if row.second is None else _NEW)
    line = Text()
    for word in row.words or ():
        _add(line, word, row.first.text, row.second.text)
    return line


def _add(line: Text, word: WordChange, first: str, second: str) -> None:
    if word.kind == "same":
        line.append(word.second.of(second))
        return
    if old := word.first.of(first):
        line.append(f"[-{old}-]", style=f"{_ROUTINE} strike" if word.routine else _OLD)
    if new := word.second.of(second):
        line.append(f"{{+{new}+}}", style=_ROUTINE if word.routine else _NEW)


def _counts(found: Comparison, lang: Lang | None) -> str:
    counted = ("same", "renewed", "changed", "added", "dropped")
    numbers = (found.same, found.renewed, found.changed, found.added, found.dropped)
    parts = [
        f"{in_language(lang, *_ROWS[kind][:2])} {number}"  # type: ignore[index]
        for kind, number in zip(counted, numbers, strict=True)
    ]
    parts.append(f"{in_language(lang, '移位', 'moved')} {found.moved}")
    return in_language(lang, "，", ", ").join(parts)


def _heading(row: AlignedRow, lang: Lang | None) -> Text:
    zh, en, style = _ROWS[row.kind]
    places = [side.place for side in (row.first, row.second) if side is not None]
    where = " → ".join(place_label(place, lang or "zh") for place in dict.fromkeys(places))
    kind = in_language(lang, zh, en)
    if row.across:
        kind += in_language(lang, "，移至另一部分", ", moved to the other part")
    elif row.moved:
        kind += in_language(lang, "，移位", ", moved")
    return Text(f"{where}  {kind}", style=f"bold {style}".strip())


def _verb_line(change: VerbChange, lang: Lang | None) -> Text:
    name = in_language(lang, *_VERBS[change.kind])
    sides = " → ".join(part for part in (change.before, change.after) if part)
    return Text(f"    {name}: {sides}", style="bold")

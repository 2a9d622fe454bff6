"""The table of a run with a model: for a terminal, and for the papers."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from eval.phrased.figures import Column, Figures

_NAMES = {
    "raw": ("模型原话", "the model's own text"),
    "verified": ("核对之后", "after verification"),
    "extractive": ("原文摘录", "quotations"),
}
# What a row says, and which number of which whole it is.
_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("有出处不支持的内容的句子", "sentences saying what nothing cited supports", "loose", "s"),
    ("没有标明出处的句子", "sentences that cite nothing", "uncited", "s"),
    ("出处编号不存在的句子", "sentences with a marker of nothing", "invalid", "s"),
    ("至少有一句不实的答案", "answers with at least one false sentence", "false_answers", "a"),
    ("漏掉应引段落的答案", "answers that miss a paragraph", "incomplete", "a"),
    ("答错的题", "wrong answers", "wrong", "a"),
)


def print_model(found: Figures, console: Console) -> None:
    """The three answerers side by side, and what became of the model's sentences."""
    table = Table(title=f"{found.model}（{found.parameters}）")
    for heading in ("", *(f"{zh} {en}" for zh, en in _NAMES.values())):
        table.add_column(heading)
    for cells in _cells(found, 0):
        table.add_row(*cells)
    console.print(table)
    console.print(_reached(found, 0), highlight=False)
    for item in found.unrecorded:
        console.print(f"  ✗ 没有录下 not recorded: {item}", style="red", markup=False)


def in_markdown(found: Figures, lang: str) -> str:
    """The same for the papers, in Chinese or English."""
    column = 0 if lang == "zh" else 1
    head = ["", *(names[column] for names in _NAMES.values())]
    rows = [head, ["---"] * len(head), *_cells(found, column)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join((*lines, "", _reached(found, column)))


def _cells(found: Figures, column: int) -> Iterator[list[str]]:
    columns = [found.columns[name] for name in _NAMES]
    yield [("答案", "answers")[column], *(str(one.answers) for one in columns)]
    yield [("句子", "sentences")[column], *(str(one.sentences) for one in columns)]
    for zh, en, field, whole in _ROWS:
        yield [(zh, en)[column], *(_of(one, field, whole) for one in columns)]


def _of(answerer: Column, field: str, whole: str) -> str:
    number = getattr(answerer, field)
    of = answerer.sentences if whole == "s" else answerer.answers
    return f"{number} · {number / of:.1%}" if of and number else str(number)


def _reached(found: Figures, column: int) -> str:
    shares = (found.reached, found.said, found.kept, found.repaired, found.replaced, found.dropped)
    zh = (
        "模型写的句子有 {:.0%} 到了读者面前：{} 句中，照用 {}，修正后用 {}；"
        "{} 句换成原文，{} 句略去。"
    ).format(*shares)
    en = (
        "{:.0%} of the model's sentences reached the reader: of {}, {} as written and {} mended; "
        "{} gave way to the text itself, {} were left out."
    ).format(*shares)
    zh += f"{found.questions} 题，请求模型 {found.calls} 次。"
    en += f" {found.questions} questions, {found.calls} requests."
    if found.prompt_tokens:  # where the server counted them
        zh += f"读入 {found.prompt_tokens:,} 个词元，写出 {found.completion_tokens:,} 个。"
        en += f" {found.prompt_tokens:,} tokens read, {found.completion_tokens:,} written."
    return (zh, en)[column]

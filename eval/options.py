"""What ``assistant eval`` may be told, and what goes together."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.baseline import BASELINE_FILE
from eval.gold import KINDS, LIBRARIES, GoldError, GoldItem

ANSWERERS = ("extractive", "llm", "recorded")
_OWN = "own"  # what a library of one's own is called in the report


def read_options(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line. ``baseline`` is None where questions of one's own have none."""
    parser = argparse.ArgumentParser(
        prog="assistant eval", description="提问、判分、核对门槛 · Ask, judge, check the gates."
    )
    add = parser.add_argument
    add("--kinds", nargs="+", choices=sorted(KINDS), default=(), help="这几种题 · of these kinds")
    add("--ids", nargs="+", default=(), help="这几道题 · these questions")
    add(
        "--libraries", nargs="+", choices=LIBRARIES, default=LIBRARIES,
        help="问哪些库 · of these libraries",
    )  # fmt: skip
    add(
        "--split", choices=("dev", "locked", "all"), default="dev",
        help="locked、all 只供发布时用 · locked and all are for a release: "
        "what is tuned on is no measure any more",
    )  # fmt: skip
    add(
        "--generated", choices=("sample", "all", "none"), default="sample",
        help="生成的结构题：抽样、全部、不问 · structural questions: a fixed sample, all, none",
    )  # fmt: skip
    add("--no-variants", action="store_true", help="只问原话 · ask the original wording only")
    add("--gold", type=Path, help="自己的题（JSONL 文件或文件夹） · questions of one's own")
    add(
        "--answerer", choices=ANSWERERS, default="extractive",
        help="由谁作答：摘录、设置中的模型、录下的模型 · "
        "quotations, the model of the settings, a recorded one",
    )  # fmt: skip
    add("--cassette", type=Path, help="录音文件 · what was recorded; default: the shipped one")
    add("--external", type=Path, help="外部题集的文件夹 · rank the external sets of this folder")
    add("--data-dir", type=Path, help="自己的库 · a library of one's own; default: fresh ones")
    add("--baseline", type=Path, help="与之相比的结果 · outcomes to compare with, and to write")
    add("--write-baseline", action="store_true", help="记下结果 · keep the outcomes of a full run")
    add("--record", action="store_true", help="记入趋势 · add a full run to the trend")
    add("--out", type=Path, help="报告放在哪里 · folder of report.json and report.html")
    options = parser.parse_args(argv)
    if options.baseline is None and options.gold is None:
        options.baseline = BASELINE_FILE
    return options


def is_whole(options: argparse.Namespace) -> bool:
    """Whether every shipped development question is asked in every wording."""
    partial = options.kinds or options.ids or options.gold or options.data_dir
    partial = partial or options.no_variants or options.generated == "none"
    return not partial and options.split == "dev" and set(options.libraries) == set(LIBRARIES)


def check_options(options: argparse.Namespace) -> None:
    """Raises ``GoldError`` for what does not go together."""
    _check_answerer(options)
    own_is_full = options.gold and not (options.kinds or options.ids or options.no_variants)
    if options.write_baseline and not (is_whole(options) or own_is_full):
        raise GoldError("only a full run writes the baseline")
    if options.write_baseline and options.baseline is None:
        raise GoldError("--write-baseline of questions of one's own needs --baseline FILE")
    if options.record and not is_whole(options):
        raise GoldError("only a full run goes into the trend")


def _check_answerer(options: argparse.Namespace) -> None:
    kept = options.write_baseline or options.record
    if kept and options.answerer != "extractive":
        raise GoldError("baseline and trend are those of the quotations, without --answerer")
    if options.answerer == "recorded" and (options.gold or options.data_dir):
        raise GoldError("what was recorded are the shipped questions about the shipped libraries")
    if options.cassette and options.answerer != "recorded":
        raise GoldError("--cassette belongs to --answerer recorded")


def chosen(items: Sequence[GoldItem], options: argparse.Namespace) -> list[GoldItem]:
    """The items that are asked for. Raises ``GoldError`` where there are none."""
    if unknown := set(options.ids) - {item.id for item in items}:
        raise GoldError(f"no such ids: {', '.join(sorted(unknown))}")
    found = [
        item
        for item in items
        if (options.split in ("all", item.split) or item.id in options.ids or options.gold)
        and (not options.kinds or item.kind in options.kinds)
        and (not options.ids or item.id in options.ids)
        and _is_asked_of(item, options)
    ]
    if not found:
        raise GoldError("no question is of that kind, id and library")
    if options.data_dir and options.gold:
        return [replace(item, library=_OWN) for item in found]
    return found


def _is_asked_of(item: GoldItem, options: argparse.Namespace) -> bool:
    if options.data_dir:
        return bool(options.gold) or item.library == "samples"
    return item.library in options.libraries

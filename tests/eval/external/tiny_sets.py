"""The four sets in small, made up, in the formats they are given in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = Mapping[str, object]

LAW = {
    "law1": ("河流法第一条", "沿岸居民可以在枯水季节引水灌溉农田。"),
    "law2": ("河流法第二条", "桥梁的维修费用由过桥的商队分担。"),
    "law3": ("河流法第二条", "桥梁的维修费用由过桥的商队分担。"),  # a copy
    "law4": ("集市法第一条", "集市于每年5月1日开放，日落时关闭。"),
}
LAW_ASKED = {
    "q1": ("枯水的时候农田可以引水吗？", ["law1"]),
    "q2": ("谁出钱修桥梁？", ["law3"]),
    "q3": ("集市是哪一天开放的？", ["law4"]),
}
SENTENCES = [
    ("秘书长访问了三个难民营。", "The Secretary-General visited three refugee camps."),
    ("会议于下午三时开始。", "The meeting was called to order at 3 p.m."),
]


def write_sets(folder: Path) -> Path:
    """All four sets in ``folder``."""
    passages = [{"pid": pid, "title": title, "text": text} for pid, (title, text) in LAW.items()]
    asked: list[Row] = [
        {"qid": qid, "question": text, "positive_passage_ids": ids}
        for qid, (text, ids) in LAW_ASKED.items()
    ]
    _write(folder / "lecoqa", passages=passages, questions=asked)
    in_both = [{**row, "question_en": "Who pays for the bridge?"} for row in asked]
    _write(folder / "xquad_zh", passages=passages, questions=in_both)
    refusals = [
        {"qid": "yes", "question": "集市是哪一天开放的？", "answerable": True,
         "candidate_passage_ids": ["law4", "law1"]},
        {"qid": "no", "question": "天文台的望远镜有多重？", "answerable": False,
         "candidate_passage_ids": ["law1", "law2"]},
    ]  # fmt: skip
    _write(folder / "nomiracl_zh", passages=passages, questions=refusals)
    pairs = [{"n": n, "doc": "A/1", "zh": zh, "en": en} for n, (zh, en) in enumerate(SENTENCES)]
    _write(folder / "un_zh_en", pairs=pairs)
    return folder


def _write(folder: Path, **files: Sequence[Row]) -> None:
    folder.mkdir(parents=True)
    for name, rows in files.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")

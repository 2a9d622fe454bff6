"""Texts of small resolutions, as many as a test needs."""

from __future__ import annotations

from pathlib import Path


def text(number: int, *, session: int = 60, word: str = "报告") -> str:
    """The text of a resolution; what differs between numbers stands in every paragraph but the
    first."""
    return f"""第六十届会议
议程项目 10
2005 年 12 月 8 日大会决议
[根据第一委员会的报告(A/60/{400 + number})通过]
{session}/{number}. 第{number}个题目
大会，
回顾其以往各项决议，
1. 请秘书长就第{number}个题目提出{word}；
2. 决定将题为“第{number}个题目”的项目列入大会第六十一届会议临时议程。
2005 年 12 月 8 日
第 61 次全体会议
"""


def write_texts(folder: Path, count: int) -> list[Path]:
    """Files A_RES_60_001.txt and so on of the resolutions 60/1 to 60/``count``."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"A_RES_60_{number:03}.txt" for number in range(1, count + 1)]
    for number, file in enumerate(files, start=1):
        file.write_text(text(number), encoding="utf-8")
    return files

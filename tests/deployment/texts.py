"""Small resolutions of a made-up item, each with one request of the Secretary-General."""

from __future__ import annotations

SYMBOL = "A/RES/73/{}"
_TEXT = """第七十三届会议

议程项目 99

2018 年 12 月 5 日大会决议

[根据第一委员会的报告(A/73/510)通过]

73/{n}. 第{n}号海洋观测站

大会，

回顾其第72/31号决议，

1. 欢迎第{n}号海洋观测站的设立；

2. 请秘书长就第{n}号海洋观测站的运行向大会第七十四届会议提出报告。

2018 年 12 月 5 日
第45次全体会议
"""
# What every one of them adds to, and nothing else in the library does.
QUESTION = "第七十三届会议的决议请秘书长做什么"


def made(number: int) -> tuple[str, bytes]:
    """The name and bytes of the file of ``A/RES/73/number``."""
    return f"A_RES_73_{number}.txt", _TEXT.format(n=number).encode()

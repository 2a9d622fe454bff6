"""The words that slips are corrected towards: a closed list, with the ways of missing each.

It is made of the tables of ``text`` (bodies, verbs, deliverables, instruments, everyday names) and
of the words in which one asks about a resolution. Nothing else is ever put into a question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from assistant.text.bodies import BODIES
from assistant.text.deliverables import DELIVERABLES
from assistant.text.glossary import ENGLISH, EVERYDAY
from assistant.text.instruments import printed_names
from assistant.text.verbs import VERBS

_HAN_WORD = re.compile(r"[㐀-鿿]{2,24}")
# Of two characters little is left when one is wrong: only words of the field are worth it.
_ASKING = """
    决议 决定 序言 前言 正文 执行部分 执行段 序言部分 段落 脚注 注释 附件 题头 标题 题目 议程 议程项目
    大会 联大 大会决议 会议 全体会议 高级别会议 委员会 主要委员会 表决 记录表决 赞成 反对 弃权 提案国 共同提案国
    通过 通过日期 日期 期限 报告 文件 条约 公约 议定书 宣言 宪章 引用 提到 回顾 比较 区别 不同 系列 决议草案
    裁军 核裁军 核武器 核武 军备 军备竞赛 核试验 不扩散 条款 缔约国 议员 生效 签署 批准 执行
    """.split()
_TOO_SHORT_TO_MEND = frozenset(
    "各国 国家 个人 媒体 学界 一委 二委 三委 四委 五委 六委 世行".split()
)
_OF_THE_GLOSSARY = 3  # characters: 办法 and 影响 are nobody's names


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed list. ``masked``: a word with one character hidden (会?国) → the words it may be. ``spoilt``: with
    two characters changed about or one doubled → the words."""

    words: frozenset[str]
    names: frozenset[str]  # of bodies and instruments: known by the rest when one character is off
    longest: int
    masked: dict[str, tuple[str, ...]]
    spoilt: dict[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The closed list, made on first use."""
    words = frozenset(word for word in _all() if _HAN_WORD.fullmatch(word)) - _TOO_SHORT_TO_MEND
    masked: dict[str, list[str]] = defaultdict(list)
    spoilt: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for at in range(len(word)):
            masked[hide(word, at)].append(word)
        if len(word) > 2:
            for form in _spoilt(word) - words:
                spoilt[form].append(word)
    return Vocabulary(
        words=words,
        names=words & {*_names(), *printed_names()},
        longest=max(map(len, words)),
        masked={form: tuple(meant) for form, meant in masked.items()},
        spoilt={form: tuple(meant) for form, meant in spoilt.items()},
    )


@cache
def typed_words() -> dict[str, tuple[str, ...]]:
    """Every word of the list as it is typed in pinyin: mishuzhang → 秘书长. Loads pypinyin."""
    from assistant.text.pinyin import letters

    typed: dict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary().words):
        typed[letters(word)].append(word)
    return {spelled: tuple(meant) for spelled, meant in typed.items()}


def hide(word: str, at: int) -> str:
    """A word with the character at ``at`` hidden."""
    return f"{word[:at]}?{word[at + 1 :]}"


def _spoilt(word: str) -> set[str]:
    """Neighbours changed about (秘长书), or one character twice (秘书书长)."""
    swapped = {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(len(word) - 1)
        if word[at] != word[at + 1]
    }
    return swapped | {word[: at + 1] + word[at:] for at in range(len(word))}


def _names() -> set[str]:
    return {name for body in BODIES for name in (body.name, *body.aliases, *body.asked_as)}


def _all() -> set[str]:
    verbs = {form for verb in VERBS for form in (*verb.spellings, *verb.asked_as)}
    glossary = {
        word
        for table in (EVERYDAY, ENGLISH)
        for key, wordings in table.items()
        for word in (key, *wordings)
        if len(word) >= _OF_THE_GLOSSARY
    }
    return {*_names(), *verbs, *glossary, *DELIVERABLES, *printed_names(), *_ASKING}

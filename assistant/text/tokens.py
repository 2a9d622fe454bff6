"""Words and tokens. jieba lives only here.

Two different things are needed: *index tokens*, what the lexical index stores and is asked, and
*content words*, the words of a question that an answering paragraph should have.
"""

from __future__ import annotations

import logging
import re
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from assistant.text.bodies import BODIES
from assistant.text.normalise import fold
from assistant.text.verbs import VERBS

# Part of the manifest: an index made by another version is rebuilt.
TOKENIZER_VERSION = "uni+bigram-1"

_RUNS = re.compile(r"[㐀-鿿]+|[A-Za-z]+|[0-9]+")
_CJK = re.compile(r"[㐀-鿿]")


def index_tokens(text: str) -> list[str]:
    """Characters and character pairs of Chinese runs; Latin words and numbers whole, lower case.

    Measured on lecoqa (shared/bench, BM25): unigrams with bigrams MRR@10 .523, jieba words .499.
    """
    tokens: list[str] = []
    for run in _RUNS.findall(fold(text).text.lower()):
        if _CJK.match(run):
            tokens.extend(run)
            tokens.extend(run[i : i + 2] for i in range(len(run) - 1))
        else:
            tokens.append(run)
    return tokens


# Words that carry a question rather than its subject.
STOP_WORDS = frozenset(
    """
    的 了 和 与 及 或 在 是 有 为 对 把 被 将 于 中 上 下 里 内 外 向 从
    到 由 以 按 据 就 都 也 还 又 再 才 并 而 但 则 其 之 所 这 那 该 此
    各 每 某 一 个 份 项 条 些 种 次 们 吗 呢 吧 啊 呀 么 嘛 哦 我 你 您
    他 她 它 我们 你们 他们 咱们 自己 什么 怎么 怎样 如何 怎么样 为什么 为何 何
    何时 何地 何处 何人 哪 哪些 哪里 哪个 哪儿 哪天 哪年 哪一年 哪一天 哪一段 哪段
    哪几 哪几段 谁 几 多少 多久 多大 是否 有没有 是不是 能否 可否 请问 请 问 想
    知道 告诉 说 说明 讲 讲到 提到 提及 谈到 谈 涉及 关于 有关 相关 方面 内容
    情况 问题 规定 要求 决议 文件 文本 原文 全文 条款 段 段落 部分 号 联合国 大会
    第 年 月 日 时候 时间 地点 地方 一下 帮 帮忙 麻烦 谢谢 查 查询 看 看看 找
    出 来 去 会 能 可以 可能 应 应该 应当 需要 必须 做 作 做出 作出 进行 开展
    给 让 使 用 没有 没 不 其中 里面 以及 等 等等 具体 主要 究竟 到底 一共 总共
    分别 上述 本 这个 那个 这份 那份 这些 那些 曾 已 已经 正在 根据 按照 依据
    除了 包括 叫 叫做 属于 位于 指 指的 意思 是什么 有什么 哪一 哪一个 哪种 称
    称为 名为 表示 认为 如果 因为 所以 多 少 大 小 新 旧 当时 后来 之后 之前
    以前 以后 期间 通过 提出 提供 存在 方式
    """.split()
)


@cache
def _segmenter() -> Any:  # noqa: ANN401 - jieba has no types
    """jieba with our words. Its cache file goes to a folder of ours: jieba trusts whatever it
    finds under that name, and its default is the temporary folder that everybody can write to."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.ERROR)
    segmenter = jieba.Tokenizer()
    folder: Path = user_cache_path("resolution-assistant") / "jieba"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        segmenter.tmp_dir = str(folder)
    except OSError:
        segmenter.tmp_dir = None
    segmenter.initialize()
    for body in BODIES:
        for word in (body.name, *body.aliases):
            segmenter.add_word(word)
    for verb in VERBS:
        for word in verb.spellings:
            segmenter.add_word(word)
    return segmenter


def words(text: str) -> tuple[str, ...]:
    """The words of a folded text, by jieba with the terms of the field."""
    return tuple(word for word in _segmenter().lcut(text) if not word.isspace())


@cache
def _tagger() -> Any:  # noqa: ANN401 - jieba has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.posseg import POSTokenizer

    return POSTokenizer(_segmenter())


def tagged_words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a folded text with jieba's part of speech: n, v, ns (place), nr (person) …"""
    return tuple((pair.word, pair.flag) for pair in _tagger().lcut(text) if not pair.word.isspace())

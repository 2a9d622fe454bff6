"""Words and tokens. jieba lives only here.

Two different things are needed: *index tokens*, what the lexical index stores and is asked, and
*content words*, the words of a question that an answering paragraph should have.
"""

from __future__ import annotations

import logging
import re
import warnings
from functools import cache
from typing import IO, Any

from assistant.text.bodies import BODIES
from assistant.text.glossary import EVERYDAY
from assistant.text.kept_ready import cache_folder
from assistant.text.normalise import fold
from assistant.text.verbs import VERBS
from assistant.text.word_tables import WordTables, word_tables

# Part of the manifest: an index made by another version is rebuilt.
TOKENIZER_VERSION = "uni+bigram-1"

_RUNS = re.compile(r"[㐀-鿿]+|[A-Za-z]+|[0-9]+")
_CJK = re.compile(r"[㐀-鿿]")


def index_tokens(text: str) -> list[str]:
    """Characters and character pairs of Chinese runs; Latin words and numbers whole, lower case.

    BM25 over LeCoQA (1,000 questions): unigrams with bigrams MRR@10 .523, jieba words .499.
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
    活儿 全部 所有 一切 任何 深表 几条
    换成 换 改成 改为 再看 只看
    项下 对应 场 张罗
    拍板 点名 列举 觉得 持 立场 答案 当年 头一次 年份
    面向 针对 现代
    东西 两件事 比一比 打头 开头 收尾 结尾 分别 各自
    引用 援引 哪一条 哪些地方 文号 编号 文件号 文件编号 出处 来源 报上来 报来
    而来 多长时间 事情 事项 名字 清单 办事 做事 办 干 活 任务 职责 义务
    布置 派 交办 库里 联大 他们 它们 还有 现在 目前 做法 场次 属于
    次数 城市 国家 地名 那次 那份 怎样才能 才能 怎样 怎么 怎么说 如何 态度
    怎么样 规定 写到 讲到 说到 出现 提过 提到过 念 念一下 发我 中文 英文
    原文 文字 点名 希望 来讲 而言 对于 就是 是否 什么样 是不是 好吗 帮我
    帮忙 给我 看一下 这里 那里 哪里 地方 时候 一共 总共 合计 依据 理由 原因
    凭什么 按 照 定 定好 日子 想 让 使 令 应 该 须 要 可 得 谁 人 部分
    章节 句 句子 话 词 字 措辞 表述 说法 语句 描述 内容 主题 大意 方面
    情形 状况 单独 专门 明确 明文 究竟 竟然 到底 首先 其次 既然 其实 真的
    确实 实际 怎 么 啥 咋 咋样 为啥 何以 缘何 的 了 和 与 及 或 在 是
    有 为 对 把 被 将 于 中 上 下 里 内 外 向 从 到 由 以 据 就 都
    也 还 又 再 才 并 而 但 则 其 之 所 这 那 此 各 每 某 一 个 份
    项 条 些 种 次 们 吗 呢 吧 啊 呀 嘛 哦 我 你 您 他 她 它 我们
    你们 咱们 自己 什么 为什么 为何 何 何时 何地 何处 何人 哪 哪些 哪个
    哪儿 哪天 哪年 哪一年 哪一天 哪一段 哪段 哪几 哪几段 几 多少 多久 多大
    有没有 能否 可否 请问 请 问 知道 告诉 说 说明 讲 提到 提及 谈到 谈
    涉及 关于 有关 相关 情况 问题 要求 决议 文件 文本 全文 条款 段 段落 号
    联合国 大会 第 年 月 日 时间 地点 一下 帮 麻烦 谢谢 查 查询 看 看看
    找 出 来 去 会 能 可以 可能 应该 应当 需要 必须 做 作 做出 作出 进行
    开展 给 用 没有 没 不 其中 里面 以及 等 等等 具体 主要 分别 上述 本
    这个 那个 这份 这些 那些 曾 已 已经 正在 根据 按照 除了 包括 叫 叫做
    位于 指 指的 意思 是什么 有什么 哪一 哪一个 哪种 称 称为 名为 表示 认为
    如果 因为 所以 多 少 大 小 新 旧 当时 后来 之后 之前 以前 以后 期间
    通过 提出 提供 存在 方式
    """.split()
)


@cache
def _tables() -> WordTables:
    return word_tables(cache_folder() / "jieba")


@cache
def _segmenter() -> Any:  # noqa: ANN401 - jieba has no types
    """jieba with our words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.ERROR)
    segmenter = jieba.Tokenizer()
    segmenter.FREQ, segmenter.total = _tables().counts, _tables().total
    segmenter.initialized = True
    for body in BODIES:
        for word in (body.name, *body.aliases):
            segmenter.add_word(word)
    for verb in VERBS:
        for word in verb.spellings:
            segmenter.add_word(word)
    for word in EVERYDAY:
        if not segmenter.FREQ.get(word):
            segmenter.add_word(word, tag="n")
    return segmenter


def words(text: str) -> tuple[str, ...]:
    """The words of a folded text, by jieba with the terms of the field."""
    return tuple(word for word in _segmenter().lcut(text) if not word.isspace())


def likelihood(text: str) -> float:
    """How likely a folded text is as a row of words: the natural logarithm of jieba's estimate."""
    segmenter = _segmenter()
    route: dict[int, tuple[float, int]] = {}
    segmenter.calc(text, segmenter.get_DAG(text), route)
    return route[0][0] if text else 0.0


def dictionary_words(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a folded text and how often jieba's dictionary counts each; none is guessed."""
    segmenter = _segmenter()
    return tuple((word, segmenter.FREQ.get(word) or 0) for word in segmenter.cut(text, HMM=False))


# Between these, a word goes from saying nothing of a subject (东西 4.8, 感到 5.3) to naming one
# (冠军 7.6, 机票 9.2); unknown words name something.
_COMMON, _RARE = 5.0, 8.0


def specificity(word: str) -> float:
    """How much a Chinese word says about a subject, 0 (东西) to 1 (机票), from general usage."""
    rarity = _tables().rarities.get(word, _RARE)
    return min(1.0, max(0.0, (rarity - _COMMON) / (_RARE - _COMMON)))


@cache
def _tagger() -> Any:  # noqa: ANN401 - jieba has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.posseg import POSTokenizer

    class Tagger(POSTokenizer):  # type: ignore[misc] # jieba has no types
        """jieba's, with the words and tags that are there already."""

        def load_word_tag(self, f: IO[bytes]) -> None:
            f.close()
            self.word_tag_tab = _tables().tags

    return Tagger(_segmenter())


_FEW = 20  # such characters: a tenth of a second


def tagged_words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a folded text with jieba's part of speech: n, v, ns (place), nr (person) …

    Of more than a few characters that are in no text that jieba learned from, each row is a word,
    tagged x: it would weigh every part of speech of one against all of the next, 2,000 of them for
    ten seconds.
    """
    found: list[tuple[str, str]] = []
    pieces = _unlearned().split(text)
    if len("".join(pieces[1::2])) <= _FEW:
        pieces = [text]
    for n, piece in enumerate(pieces):
        if n % 2:
            found.append((piece, "x"))
        elif piece:
            found.extend((pair.word, pair.flag) for pair in _tagger().lcut(piece))
    return tuple((word, tag) for word, tag in found if not word.isspace())


@cache
def _unlearned() -> re.Pattern[str]:
    """A row of characters that jieba's model of parts of speech does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.posseg import char_state_tab_P

    # What lies outside of this range is no Chinese to jieba, and takes no time.
    rare = "".join(c for c in map(chr, range(0x4E00, 0x9FD6)) if c not in char_state_tab_P)
    return re.compile(f"([{rare}]+)")


_FEWEST_PARTS = 3
_BESIDE_A_NAME = "是在的了定为有于那这该吗呢"


def unknown_name(text: str) -> str | None:
    """The first name in a folded text of which jieba knows only the characters, 守塔人日: a row
    of single characters, two of which are no stop words."""
    row: list[str] = []
    for word in (*_segmenter().cut(text, HMM=False), ""):
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff":
            row.append(word)
            continue
        name = "".join(row).strip(_BESIDE_A_NAME)
        if len(name) >= _FEWEST_PARTS and sum(one not in STOP_WORDS for one in name) > 1:
            return name
        row = []
    return None

"""How much of a sentence's words a paragraph has: what is said besides what can be named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.generative.claims import Claim, claims_of
from assistant.text.glossary import established
from assistant.text.normalise import fold
from assistant.text.tokens import STOP_WORDS, specificity, words

# Words in which people retell any act; they say nothing of their own.
_RETELLING = frozenset(
    """
    该决议 该 本决议 决议 大会 联合国大会 联合国 第 段 执行部分 序言部分 其中 并 且 同时
    此外 另外 以及 应 应当 需 需要 须 会 将 对 向 就 在 于 为 由 以 把 将会 方面 内容 相关 有关
    所 上 中 内 届 会议 届会 年 月 日 号 名 等 提 提出 提交 作出 进行 开展
    通过 根据 按照 关于 这 这个 这一 这些 那 一 一个 一次 一项 各 每 之 其 他
    对此 就此 此 此事 予以 负有 以往 在内 理事会 该条 该项 这点 一点 它 它们 他们 我们
    表示 指出 规定 载明 包括 即 也 都 和 与 及 或 的 地 得 了 是 有
    the a an of to in on for and or by at with from that this its it be is are was were will shall
    should resolution assembly general united nations paragraph operative preambular also all any
    which who as
    """.split()
)
_LEAST = 0.2  # weight of a common word
_PLACE = re.compile(r"(?:执行|序言)(?:部分|段)?第[0-9]+段|(?:执行|序言)部分|第[0-9]+段")
_PARTS = re.compile(r"[,;:。]|, |; ")


def coverage(sentence: str, held: str) -> float:
    """The share of a sentence's words, by weight, that the folded text ``held`` has: 0 to 1."""
    return _share([each for part in _parts(fold(sentence).text, held) for each in part])


def is_bare(sentence: str) -> bool:
    """Whether a sentence is a value and nothing else: a date that is not said to be of anything
    may answer any question, wrongly."""
    return not any(_parts(fold(sentence).text, ""))


def told_besides(folded: str, claims: Sequence[Claim]) -> str:
    """A sentence with blanks for what it names, which is judged for itself."""
    told = _PLACE.sub(lambda m: " " * len(m.group()), folded)
    for claim in claims:
        told = told[: claim.at] + " " * len(claim.text) + told[claim.at + len(claim.text) :]
    return told


def _parts(folded: str, held: str) -> list[list[tuple[str, float, float]]]:
    """The stretches between commas, each with its words as in :func:`_weighed`."""
    told = told_besides(folded, claims_of(folded))
    return [_weighed(part, held) for part in _PARTS.split(told) if part.strip()]


def _share(weighed: Sequence[tuple[str, float, float]]) -> float:
    total = sum(weight for _, weight, _ in weighed)
    return sum(weight * has for _, weight, has in weighed) / total if total else 1.0


def _weighed(part: str, held: str) -> list[tuple[str, float, float]]:
    """The content words of a part: weight, and how much of each the act has, 0 to 1."""
    lowered = held.lower()
    found = []
    for word in words(part):
        if not re.search(r"[^\W\d_]", word) or word.lower() in _RETELLING or word in STOP_WORDS:
            continue
        weight = max(_LEAST, specificity(word))
        found.append((word, weight, _has(word, lowered)))
    return found


def _has(word: str, lowered: str) -> float:
    if word.lower() in lowered or any(w.lower() in lowered for w in established(word)):
        return 1.0
    if word.isascii():
        stem = word.lower()[: max(4, len(word) - 3)]
        return float(len(word) > 4 and re.search(rf"\b{re.escape(stem)}", lowered) is not None)
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return sum(pair in lowered for pair in pairs) / len(pairs) if pairs else float(word in lowered)

"""Which of two operative verbs says more, where the table of verbs can tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.types import VerbFamily

# Families on one ladder, whose strengths may be compared: 注意到 2, 欢迎 3, 赞赏 4; 回顾 3, 重申 4.
# Any other change of family is told without saying that it is stronger or weaker.
_LADDERS: tuple[frozenset[VerbFamily], ...] = (
    frozenset({"note", "welcome"}),
    frozenset({"recall", "reaffirm"}),
)

# Adverbs that add weight within a verb's own strength: 强烈敦促 is more than 敦促, and
# 赞赏地注意到 more than 注意到 but still less than 欢迎.
_WEIGHTY = frozenset(
    "强烈 强烈地 最强烈地 深为 深感 深表 深切 严重 严重关切地 深为关切地 热烈 坚决 大力 郑重 紧急 "
    "衷心 高度 非常 充分 完全 赞赏地 满意地 感谢地 高兴地 关切地 遗憾地 感兴趣地 再次 再度 重新 "
    "strongly deeply gravely seriously warmly firmly urgently solemnly sincerely highly fully "
    "profoundly most deep grave serious strong warm sincere profound".split()
)

Step = Literal["stronger", "weaker", "verb"]
Said = tuple[str, VerbFamily, int, Sequence[str]]  # verb, family, strength, adverbs


def step(before: Said, after: Said) -> Step | None:
    """What became of a verb: it says more, or less, or something else; None for the same.

    ``再次`` and its English kin add weight: a repeated request is a stronger one.
    """
    old, new = _strength(before), _strength(after)
    if before[0] == after[0] and old == new:
        return None
    comparable = before[1] == after[1] or any({before[1], after[1]} <= one for one in _LADDERS)
    if not comparable or old == new:
        return "verb"
    return "stronger" if new > old else "weaker"


def _strength(said: Said) -> tuple[int, int]:
    _, _, strength, adverbs = said
    return strength, sum(word in _WEIGHTY or word.startswith("with ") for word in adverbs)

"""Follow-ups over the sample resolutions that the rules find nothing for, each with the words that
a good model would put in its place, and what comes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

# completed: the rewriting is answered. stands: it is a fair one, and the resolutions do not say so.
# refused: no rewriting is possible that keeps every slot; the best there is drops or adds one.
Outcome = Literal["completed", "stands", "refused"]


@dataclass(frozen=True)
class FollowUp:
    turns: tuple[str, ...]
    rewriting: str
    outcome: Outcome

    @property
    def name(self) -> str:
        return "_".join(self.turns)


_TABLE: Mapping[Outcome, Sequence[tuple[str, str]]] = {
    "completed": (
        ("《禁止核武器条约》和《不扩散核武器条约》 | 前者谁核准", "谁核准《禁止核武器条约》"),
        ("核裁军问题大会高级别会议 | 前者何时举行", "核裁军问题大会高级别会议何时举行"),
        ("推进多边核裁军谈判工作组 | 前者何时举行", "推进多边核裁军谈判工作组何时举行"),
        ("联合国高级别国际会议 | 前者何时举行", "联合国高级别国际会议何时举行"),
        ("秘书长的报告 | 转递给谁", "秘书长的报告转递给谁"),
        ("关于核武器公约内容的报告 | 转递给谁", "关于核武器公约内容的报告转递给谁"),
        ("全面的核武器公约 | 转递给谁", "全面的核武器公约转递给谁"),
        ("会员国的意见 | 转递给谁", "会员国的意见转递给谁"),
        ("秘书长的报告 | 交给谁", "秘书长的报告交给谁"),
    ),
    "stands": (
        ("《不扩散核武器条约》 | 后者谁核准", "《不扩散核武器条约》谁核准"),
        ("裁军审议委员会 | 交给谁", "裁军审议委员会交给谁"),
        ("核裁军的五点建议 | 交给谁", "核裁军的五点建议交给谁"),
        ("裂变材料条约 | 对谁有利", "裂变材料条约对谁有利"),
        ("消极安全保证 | 收到什么", "消极安全保证收到什么"),
        ("透明度措施 | 收到什么", "透明度措施收到什么"),
        ("民间社会 | 他们收到什么", "民间社会收到什么"),
        ("裁军谈判会议 | 哪年设立", "裁军谈判会议哪年设立"),
        ("裁军谈判会议 | 何时成立", "裁军谈判会议何时成立"),
        ("网播服务 | 意义何在", "网播服务意义何在"),
        ("网播服务 | 哪年结束", "网播服务哪年结束"),
        ("军备竞赛 | 它们何时结束", "军备竞赛何时结束"),
        ("教育活动 | 转递给谁", "教育活动转递给谁"),
        ("裁军审议委员会 | 那个机构何时成立", "裁军审议委员会何时成立"),
        ("《全面禁止核试验条约》 | 它们何时生效", "《全面禁止核试验条约》何时生效"),
        (
            "75/45呼吁裁军谈判会议做什么 | 75/45第6段 | 那个机构何时举行谈判",
            "75/45说裁军谈判会议何时举行谈判",
        ),
    ),
    "refused": (
        ("72/31对工作组的报告说了什么 | 这个工作组在哪里开会", "72/31的工作组在哪里开会"),
        (
            "72/31建议各国做什么 | 这个工作组在哪里举行会议",
            "推进多边核裁军谈判工作组在哪里举行会议",
        ),
        ("裁军审议委员会 | 哪年结束", "裁军审议委员会是哪年结束"),
        (
            "the conference of 2013 | when did they convene it",
            "when did they convene the conference of 2013",
        ),
        (
            "75/45 on civil society | what do they contribute",
            "what does civil society contribute in 75/45",
        ),
    ),
}
FOLLOW_UPS: tuple[FollowUp, ...] = tuple(
    FollowUp(tuple(turns.split(" | ")), rewriting, outcome)
    for outcome, rows in _TABLE.items()
    for turns, rewriting in rows
)

"""English words within a Chinese question, brought to the Chinese ones that the rules know.

75/45的preamble讲什么, SG要提交什么report, OP13写了什么, 75/45是when adopted的. Only words of asking
are replaced; names (NPT, TPNW), symbols and codes stay as they are, and so does what stands in
quotation marks.
"""

from __future__ import annotations

import re
from functools import cache

# As asked → as the rules know it, in one form; longer ones win. An s at the end is no other word.
_WORDS: dict[str, str] = {
    "preamble": "序言", "preambular part": "序言部分", "preambular": "序言", "preambular paragraph": "序言段",
    "operative part": "执行部分", "operative": "执行", "operative paragraph": "执行段", "op part": "执行部分",
    "footnote": "脚注", "annex": "附件", "masthead": "题头", "title": "标题", "paragraph": "段", "para": "段",
    "resolution": "决议", "decision": "决定", "report": "报告", "document": "文件", "treaty": "条约",
    "convention": "公约", "agenda": "议程", "agenda item": "议程项目", "item": "项目", "sub-item": "分项",
    "committee": "委员会", "first committee": "第一委员会", "second committee": "第二委员会",
    "third committee": "第三委员会", "fourth committee": "第四委员会", "fifth committee": "第五委员会",
    "sixth committee": "第六委员会", "session": "届会议", "meeting": "会议", "plenary": "全体会议",
    "plenary meeting": "全体会议", "sponsor": "提案国", "co-sponsor": "共同提案国", "vote": "表决",
    "voting": "表决", "in favour": "赞成", "against": "反对", "abstain": "弃权", "abstention": "弃权",
    "date": "日期", "adoption date": "通过日期", "date of adoption": "通过日期", "deadline": "期限", "due": "到期",
    "adopted": "通过", "adoption": "通过", "adopt": "通过", "when adopted": "什么时候通过",
    "adopted when": "什么时候通过", "when": "什么时候", "who": "谁", "what": "什么", "where": "哪里", "why": "为什么",
    "which": "哪些", "which resolution": "哪些决议", "mention": "提到", "mentioned": "提到", "cite": "引用",
    "cited": "引用", "recall": "回顾", "summary": "概括", "summarize": "概括", "summarise": "概括",
    "overview": "概述", "difference": "区别", "compare": "比较", "request": "请", "requested": "请", "urge": "敦促",
    "call upon": "促请", "call on": "促请", "encourage": "鼓励", "invite": "邀请", "welcome": "欢迎", "decide": "决定",
    "reaffirm": "重申", "take note": "注意到", "takes note of": "注意到", "take note of": "注意到",
    "submit": "提交", "mandate": "任务", "task": "任务", "follow-up": "后续行动", "series": "系列",
    "member state": "会员国", "states parties": "缔约国", "state party": "缔约国", "nuclear weapon": "核武器",
    "nuclear disarmament": "核裁军", "disarmament": "裁军", "entry into force": "生效",
    "next session": "下届会议", "last session": "上届会议", "this session": "本届会议",
    "ga": "大会", "unga": "大会", "general assembly": "大会", "united nations": "联合国", "un": "联合国",
    "last paragraph": "最后一段", "first paragraph": "第1段", "full text": "全文", "text": "原文",
}  # fmt: skip
_ORDINAL_SESSION = re.compile(
    r"(?<![A-Za-z0-9/])([0-9]{1,3})(?:st|nd|rd|th)(?:届(?:会议)?|\s+session)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?<![A-Za-z])(?P<part>(?:preambular|operative)\s+)?(?:paragraphs?|paras?)\.?\s*(?P<n>[0-9]{1,3})"
    r"(?![0-9/])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》")
_PARTS = {"preambular": "序言部分", "operative": "执行部分"}


def in_chinese(folded: str) -> str:
    """A folded Chinese question with its English words of asking in Chinese.

    >>> in_chinese("75/45的preamble讲什么"), in_chinese("75/45的para 13写了什么")
    ('75/45的序言讲什么', '75/45的第13段写了什么')
    """
    if not re.search(r"[A-Za-z]{2}", folded):
        return folded
    kept: list[str] = []
    at = 0
    for quoted in _QUOTED.finditer(folded):
        kept += [_replaced(folded[at : quoted.start()]), quoted.group()]
        at = quoted.end()
    return "".join([*kept, _replaced(folded[at:])])


def _replaced(text: str) -> str:
    text = _NUMBERED.sub(
        lambda m: f"{_PARTS.get((m['part'] or '').strip().lower(), '')}第{m['n']}段", text
    )
    text = _ORDINAL_SESSION.sub(r"第\1届会议", text)
    text = _pattern().sub(lambda m: _chinese(m["w"]), text)
    # The blanks that parted an English word from another part nothing any more.
    return re.sub(r"(?<=[㐀-鿿])\s+(?=[㐀-鿿])|(?<=[㐀-鿿])\s+(?=[A-Z0-9])", "", text)


def _chinese(word: str) -> str:
    spelled = re.sub(r"\s+", " ", word.lower())
    return _WORDS.get(spelled) or _WORDS[spelled.removesuffix("s")]


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_WORDS, key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(
        rf"(?<![A-Za-z0-9/.-])(?:(?:the|of|is|was|in|under)\s+)*(?P<w>(?:{words})s?)(?![A-Za-z0-9/-])",
        re.IGNORECASE,
    )

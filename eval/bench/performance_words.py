"""What the bench's tables call things, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from eval.bench.scale_questions import Sort

Both = tuple[str, str]  # Chinese, English


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: Literal["zh", "en"]

    def say(self, zh: str, en: str) -> str:
        """One of two."""
        return zh if self.lang == "zh" else en

    def of(self, both: Both) -> str:
        """The one of a pair."""
        return self.say(*both)

    def split(self, zh: str, en: str) -> list[str]:
        """Heads of columns, written with bars between them."""
        return self.say(zh, en).split("|")


SORTS: Final[dict[Sort, Both]] = {
    "structural": ("结构", "structural"),
    "content": ("内容", "content"),
    "browsing": ("浏览", "browsing"),
}
SIDES: Final[dict[str, Both]] = {
    "assistant": ("决议问答", "the assistant"),
    "stock": ("LlamaIndex 标准流程", "LlamaIndex's stock pipeline"),
    "chroma": ("Chroma：届会筛选，最近 10 段", "Chroma: filtered by session, nearest 10"),
    "chroma all": (
        "Chroma：届会筛选，含机构名，最近 100 段",
        "Chroma: filtered by session and the body's name, nearest 100",
    ),
}
# The names of ``scale_questions`` and ``asked.direct``.
_ZH: Final = {
    "a paragraph by symbol and number": "按文号和段号找一段",
    "a body in one resolution": "一份决议里的一个机构",
    "a verb in one resolution": "一份决议里的一个动词",
    "what is due, in one resolution": "一份决议里何时到期",
    "what one resolution recalls": "一份决议回顾什么",
    "the masthead of one resolution": "一份决议的题头",
    "a body that one resolution asks nothing of": "决议没有要求的机构",
    "a verb and a body in one resolution": "一份决议里的动词和机构",
    "who mentions a resolution": "谁提到一份决议",
    "reports due at a session": "某届会议应交的报告",
    "a body over a session": "一届会议对一个机构的要求",
    "a body since a year": "某年以来对一个机构的要求",
    "a body over a committee": "一个委员会的决议对一个机构的要求",
    "a verb and a body over the library": "全库的动词和机构",
    "resolutions by session and committee": "按届会和委员会找决议",
    "a date by title": "按标题问日期",
    "what the library holds": "库里有什么",
    "where words stand": "哪里写到这些字",
    "content of one resolution": "一份决议的内容",
    "content over the library": "全库的内容",
    "when, over the library": "全库问何时",
    "a request's content over the library": "全库问请谁做什么（按主题）",
    "a page of mandates": "一页任务",
    "precedents of a rare phrase": "少见词语的先例",
    "precedents of a common phrase": "常见词语的先例",
    "a title, at each key typed": "边输入边找：标题",
    "common words, at each key typed": "边输入边找：常见词",
}
KINDS: Final[dict[str, Both]] = {name: (zh, name) for name, zh in _ZH.items()}

"""Questions as people type them, and what is read out of them. Slots only, no answers."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from assistant.questions import understand
from assistant.types import Question, Selection, Summary
from tests.questions.conftest import EARLIER, LATER

SG, NWS, NNWS = ("秘书长",), ("核武器国家",), ("无核武器国家",)
_SLOTS = frozenset(field.name for field in fields(Question))

MESSY: tuple[tuple[str, dict[str, object]], ...] = (
    # slips of the pen and of the input method
    ("75/45请密书长干啥", {"intent": "acts", "symbols": (LATER,), "addressees": SG}),
    ("秘书常在75/45里要做什么", {"intent": "acts", "addressees": SG, "directive": True}),
    ("75/45敦粗谁", {"intent": "acts", "verbs": ("敦促",)}),
    ("75/45欢营什么", {"intent": "acts", "verbs": ("欢迎",)}),
    ("哪些决议促情核武器国家", {"intent": "acts", "verbs": ("促请",), "addressees": NWS}),
    ("75/45决义第三段", {"intent": "paragraph", "places": ("OP3",)}),
    ("75/45的执型部分第3段", {"intent": "paragraph", "places": ("OP3",)}),
    ("推进多边核裁军谈叛那份决议请谁做什么", {"symbols": (EARLIER,), "directive": True}),
    ("核裁君高级别会议后续行动那份决议讲什么", {"intent": "overview", "symbols": (LATER,)}),
    ("75/45请秘长书做什么", {"addressees": SG, "directive": True}),
    ("裁军谈判会会议的任务是什么", {"addressees": ("裁军谈判会议",)}),
    ("75/45要mishuzhang做什么", {"intent": "acts", "addressees": SG}),
    ("mìshūzhǎng在75/45里有什么任务", {"intent": "acts", "addressees": SG}),
    ("75/45请mishuzang做什么", {"addressees": SG}),
    ("75/45的zhixingbufen讲什么", {"intent": "paragraph", "places": ("OP*",)}),
    ("qishiwu jie 45 hao 决议决定了什么", {"symbols": (LATER,), "verbs": ("决定",)}),
    ("75/45 di 3 duan", {"intent": "paragraph", "places": ("OP3",)}),
    ("What must the Secertary-General do under 75/45?", {"lang": "en", "addressees": SG}),
    # verbs by other words
    ("75/45 让秘书长做什么", {"intent": "acts", "directive": True, "addressees": SG}),
    ("75/45 叫会员国干什么", {"intent": "acts", "directive": True, "addressees": ("会员国",)}),
    ("75/45责成秘书长做什么", {"intent": "acts", "verbs": ("责成",)}),
    ("75/45催促谁做什么", {"intent": "acts", "verbs": ("敦促",)}),
    ("75/45号召谁做什么", {"symbols": (LATER,), "verbs": ("呼吁",)}),
    # everyday names
    ("古特雷斯要交什么报告", {"addressees": SG, "deliverables": ("报告",)}),
    ("联合国秘书长古特雷斯在75/45里要做什么", {"addressees": SG, "symbols": (LATER,)}),
    ("75/45里SG有啥任务", {"addressees": SG, "directive": True}),
    ("五核国有什么义务", {"addressees": NWS, "directive": True}),
    ("核五国要做什么", {"addressees": NWS}),
    ("拥核国被要求做什么", {"addressees": NWS}),
    ("没有核武器的国家要做什么", {"addressees": NNWS}),
    ("无核国家要做什么", {"addressees": NNWS}),
    ("75/45中的五核国问题", {"intent": "phrase", "addressees": NWS}),
    ("裁谈会要做什么", {"addressees": ("裁军谈判会议",)}),
    ("裁军会议要做什么", {"addressees": ("裁军谈判会议",)}),
    ("人权会要做什么", {"addressees": ("人权理事会",)}),
    ("哪些决议由一委提出", {"intent": "library", "selection": Selection(committee="第一委员会")}),
    ("不扩散条约在哪里提到", {"intent": "mentioned_by", "target": "不扩散核武器条约"}),
    ("哪些决议提到禁核武条约", {"intent": "mentioned_by", "target": "禁止核武器条约"}),
    ("CTBT在哪些段落提到", {"intent": "mentioned_by", "target": "全面禁止核试验条约"}),
    # Chinese and English together
    ("75/45 的 preamble 讲什么", {"lang": "zh", "intent": "paragraph", "places": ("PP*",)}),
    ("OP13 写了什么", {"lang": "zh", "intent": "paragraph", "places": ("OP13",)}),
    ("75/45 的 para 13 写了什么", {"places": ("OP13",)}),
    ("SG 要提交什么 report", {"lang": "zh", "addressees": SG, "deliverables": ("报告",)}),
    ("resolution 75/45 是 when adopted 的", {"intent": "masthead", "attribute": "date"}),
    ("72/31 的 footnotes 有几个", {"intent": "count", "attribute": "footnotes"}),
    ("What does 75/45 ask of 秘书长?", {"lang": "en", "addressees": SG, "directive": True}),
    ("GA的First Committee通过的决议", {"selection": Selection(committee="第一委员会")}),
    # numerals and symbols
    ("七十五届四十五号决议第十三段", {"symbols": (LATER,), "places": ("OP13",)}),
    ("第柒拾伍届会议第45号决议讲什么", {"symbols": (LATER,), "intent": "overview"}),
    ("45号决议第13段写了什么", {"symbols": (LATER,), "places": ("OP13",)}),
    ("75/45第OP九段", {"places": ("OP9",)}),
    # sessions and years
    ("2017年那届的决议请秘书长做什么", {"session": 72, "addressees": SG}),
    ("2020年那届有哪些决议", {"selection": Selection(first_session=75, last_session=75)}),
    ("上届会议有哪些决议", {"selection": Selection(first_session=74, last_session=74)}),
    ("本届会议有哪些决议请秘书长提交报告", {"session": 75, "deliverables": ("报告",)}),
    ("最近一届通过了哪些决议", {"selection": Selection(first_session=75, last_session=75)}),
    ("前两届的决议", {"selection": Selection(first_session=73, last_session=74)}),
    ("下届会议要审议什么", {"intent": "deadlines", "deadline_session": 76}),
    ("72/31要求下届会议列入什么分项", {"intent": "deadlines", "deadline_session": 73}),
    ("75th session 的 resolutions", {"session": 75}),
    ("秘书长在第75届会议要做什么", {"session": 75, "addressees": SG}),
    # what is taken back
    ("72/31请谁做什么？不对，75/45请谁做什么", {"symbols": (LATER,), "directive": True}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "slots"), MESSY, ids=[text for text, _ in MESSY])
def test_a_question_as_it_is_typed_is_understood(
    text: str, slots: dict[str, object], catalogue: tuple[Summary, ...]
) -> None:
    assert slots.keys() <= _SLOTS
    question = understand(text, catalogue=catalogue, today=date(2026, 3, 1))
    assert {slot: getattr(question, slot) for slot in slots} == slots

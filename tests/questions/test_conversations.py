"""Whole conversations: each turn means what it would mean asked in full."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.questions.history import Turn
from assistant.questions.understand import understand
from assistant.types import Question, Summary


@dataclass(frozen=True)
class Said:
    """A turn, and the question that says the same by itself. ``shown`` is what its answer cited,
    ``listed`` what it gave to choose from."""

    turn: str
    means: str
    shown: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


def cited(*keys: str) -> tuple[str, ...]:
    """Keys of paragraphs, from 75/45#OP12."""
    return tuple(f"A/RES/{key}" for key in keys)


THIRTY_ONE, FORTY_FIVE = "A/RES/72/31", "A/RES/75/45"
BOTH = (THIRTY_ONE, FORTY_FIVE)

RIVERS = "跨界河流的养护与合作"
DATA = "缩小数字鸿沟"


@pytest.fixture(scope="module")
def series() -> tuple[Summary, ...]:
    """Two items over six sessions, as a library with series holds them."""
    held = [
        Summary(
            f"A/RES/{session}/{number}",
            f"第{session}/{number}号决议",
            title,
            "zh",
            session,
            f"{1945 + session}-12-{10 + session % 7}",
            committee,
            8,
            12,
        )
        for title, committee, first in ((RIVERS, "第六委员会", 100), (DATA, "第二委员会", 180))
        for session, number in ((s, first + s) for s in range(70, 76))
    ]
    return tuple(sorted(held, key=lambda summary: summary.symbol))


def slots(question: Question) -> dict[str, object]:
    names = (
        "intent", "symbols", "places", "kinds", "addressees", "verbs", "directive", "attribute",
        "session", "deadline_session", "due", "selection", "target", "phrase", "everywhere",
        "missing", "dangling",
    )  # fmt: skip
    kept = {name: getattr(question, name) for name in names if getattr(question, name)}
    terms = tuple(term.word for term in question.terms)
    return {**kept, **({"terms": terms} if terms else {})}


def check(conversation: tuple[Said, ...], catalogue: tuple[Summary, ...]) -> None:
    turns: tuple[Turn, ...] = ()
    for said in conversation:
        question = understand(said.turn, catalogue=catalogue, turns=turns)
        meant = slots(understand(said.means, catalogue=catalogue))
        assert slots(question) == meant, f"{said.turn} does not mean {said.means}"
        if question.intent != "refuse":
            of = tuple(dict.fromkeys(key.partition("#")[0] for key in said.shown))
            turns = (*turns, Turn(question, said.shown, said.listed or of))


OVER_THE_SAMPLES = {
    "bodies, verbs and the other resolution": (
        Said("第75/45号决议请秘书长做什么？", "75/45请秘书长做什么",
             cited("75/45#OP6", "75/45#OP11", "75/45#OP13", "75/45#OP14")),
        Said("那会员国呢？", "75/45对会员国有什么要求"),
        Said("促请呢", "75/45促请了什么"),
        Said("谢谢", "谢谢"),
        Said("欢迎了什么", "75/45欢迎了什么"),
        Said("72/31呢", "72/31欢迎了什么"),
        Said("它是什么时候通过的？", "72/31是什么时候通过的"),
        Said("那75/45呢", "75/45是什么时候通过的"),
        Said("一共有几个脚注", "75/45有几个脚注"),
        Said("另一份呢", "72/31有几个脚注"),
    ),
    "paragraph by paragraph": (
        Said("75/45第7段", "75/45第7段", cited("75/45#OP7")),
        Said("下一段", "75/45第8段", cited("75/45#OP8")),
        Said("再下一段呢", "75/45第9段", cited("75/45#OP9")),
        Said("上一段", "75/45第8段", cited("75/45#OP8")),
        Said("换成72/31", "72/31第8段", cited("72/31#OP8")),
        Said("下一段", "72/31第9段", cited("72/31#OP9")),
        Said("第15段呢", "72/31第15段", cited("72/31#OP15")),
        Said("序言第2段", "72/31序言第2段", cited("72/31#PP2")),
        Said("下一段", "72/31序言第3段", cited("72/31#PP3")),
        Said("回到75/45", "75/45第8段"),
    ),
    "comparing with what was spoken of": (
        Said("75/45请秘书长做什么", "75/45请秘书长做什么"),
        Said("72/31呢", "72/31请秘书长做什么"),
        Said("和刚才那个比有什么不同", "比较72/31和75/45请秘书长做什么"),
        Said("它们分别是什么时候通过的", "72/31和75/45分别是什么时候通过的"),
        Said("第一个决议的标题是什么", "75/45的标题是什么"),
        Said("前面提到的两份决议有什么不同", "72/31和75/45有什么不同"),
        Said("后者作出了哪些决定", "75/45作出了哪些决定"),
    ),
    "a digression about words": (
        Said("75/45第12段", "75/45第12段", cited("75/45#OP12")),
        Said("“深为关切”英文怎么说", "“深为关切”英文怎么说"),
        Said("那“促请”呢", "“促请”英文怎么说"),
        Said("下一段", "75/45第13段", cited("75/45#OP13")),
        Said("这一段是请谁的", "75/45第13段是请谁的"),
        Said("它是第几次全会通过的", "75/45是第几次全会通过的"),
    ),
    "asked back, and answered": (
        Said("第13段", "第13段", listed=BOTH),
        Said("75/45", "75/45第13段", cited("75/45#OP13")),
        Said("72/31呢", "72/31第13段", cited("72/31#OP13")),
        Said("好的", "好的"),
        Said("它请谁做什么", "72/31请谁做什么"),
        Said("有哪些脚注", "72/31有哪些脚注"),
        Said("脚注4", "72/31脚注4", cited("72/31#FN4")),
        Said("5呢", "72/31脚注5", cited("72/31#FN5")),
    ),
    "asked back, and answered by age": (
        Said("它规定了什么", "它规定了什么", listed=BOTH),
        Said("新的那份", "75/45规定了什么"),
        Said("旧的那份呢", "72/31规定了什么"),
        Said("关切什么", "72/31关切什么"),
        Said("第二份呢", "72/31关切什么"),
        Said("刚才那份的标题", "72/31的标题"),
    ),
    "a list, and one of it": (
        Said("库里有哪些决议", "库里有哪些决议", cited("72/31#META", "75/45#META")),
        Said("第一份请秘书长做什么", "72/31请秘书长做什么"),
        Said("第二份呢", "75/45请秘书长做什么"),
        Said("所有决议呢", "所有决议请秘书长做什么"),
        Said("哪些决议提到第67/39号决议", "哪些决议提到第67/39号决议"),
        Said("68/46呢", "哪些决议提到第68/46号决议"),
        Said("75/45第3段", "75/45第3段"),
    ),
    "what the library lacks": (
        Said("76/54请秘书长做什么", "76/54请秘书长做什么"),
        Said("那75/45呢", "75/45请秘书长做什么"),
        Said("第16段呢", "75/45第16段"),
        Said("那第14段", "75/45第14段", cited("75/45#OP14")),
        Said("安理会呢", "75/45对安理会有什么要求"),
        Said("它的标题是什么", "75/45的标题是什么"),
        Said("73/40呢", "73/40的标题是什么"),
        Said("回到75/45", "75/45的标题是什么"),
    ),
    "in English": (
        Said("What does 75/45 request of the Secretary-General?",
             "What does 75/45 request of the Secretary-General?"),
        Said("And 72/31?", "What does 72/31 request of the Secretary-General?"),
        Said("When was it adopted?", "When was 72/31 adopted?"),
        Said("thanks", "thanks"),
        Said("What about the previous one?", "When was 75/45 adopted?"),
        Said("Show me paragraph 5", "Show me paragraph 5 of 75/45", cited("75/45#OP5")),
        Said("next paragraph", "Show me paragraph 6 of 75/45", cited("75/45#OP6")),
        Said("Compare 72/31 with the previous one", "Compare 72/31 with 75/45"),
    ),
    "from one language to the other": (
        Said("75/45作出了哪些决定", "75/45作出了哪些决定"),
        Said("What about 72/31?", "What does 72/31 decide?"),
        Said("它请会员国做什么", "72/31请会员国做什么"),
        Said("and the Secretary-General?", "72/31请秘书长做什么"),
        Said("第一个决议呢", "75/45请秘书长做什么"),
        Said("How many footnotes does it have?", "75/45有几个脚注"),
        Said("72/31呢", "72/31有几个脚注"),
    ),
    "the paragraph that answered": (
        Said("彻底消除核武器国际日是哪一天", "彻底消除核武器国际日是哪一天", cited("75/45#OP8")),
        Said("那一段的全文", "75/45第8段的全文", cited("75/45#OP8")),
        Said("下一段", "75/45第9段", cited("75/45#OP9")),
        Said("这份决议是哪天通过的", "75/45是哪天通过的"),
        Said("72/31呢", "72/31是哪天通过的"),
        Said("回到第一个问题", "彻底消除核武器国际日是哪一天"),
    ),
    "remarks in between, and paragraphs from the end": (
        Said("75/45第9段", "75/45第9段", cited("75/45#OP9")),
        Said("有意思", "有意思"),
        Said("前一段呢", "75/45第8段", cited("75/45#OP8")),
        Said("最后一段", "75/45最后一段", cited("75/45#OP15")),
        Said("上一段", "75/45第14段", cited("75/45#OP14")),
        Said("72/31第14段", "72/31第14段", cited("72/31#OP14")),
        Said("没别的了，谢谢", "没别的了，谢谢"),
    ),
    "sections, annexes and parts": (
        Said("98/61第一节第1段", "98/61第一节第1段"),
        Said("下一段", "98/61第一节第2段"),
        Said("92/164附件第1条", "92/164附件第1条"),
        Said("第2条呢", "92/164附件第2条"),
        Said("90/72B第1段", "90/72B第1段"),
        Said("A的呢", "90/72A第1段"),
        Said("第二段", "90/72A第2段"),
        Said("我说的是附件里的", "90/72A附件第2段"),
    ),
}  # fmt: skip

OVER_SERIES = {
    "the same item of another session": (
        Said("75/175请秘书长做什么", "75/175请秘书长做什么"),
        Said("那第七十四届呢", "74/174请秘书长做什么"),
        Said("上一届呢", "73/173请秘书长做什么"),
        Said("会员国呢", "73/173对会员国有什么要求"),
        Said("第71届呢", "71/171对会员国有什么要求"),
        Said("它有几个执行段", "71/171有几个执行段"),
        Said("和75/175比呢", "71/171和75/175有几个执行段"),
        Said("跟第一个决议比有什么不同", "71/171和75/175有几个执行段"),
    ),
    "all resolutions of a session": (
        Said("第七十五届会议的决议请秘书长做什么", "第七十五届会议的决议请秘书长做什么"),
        Said("那第七十四届呢", "第七十四届会议的决议请秘书长做什么"),
        Said("会员国呢", "第七十四届会议的决议对会员国有什么要求"),
        Said("所有决议呢", "所有决议对会员国有什么要求"),
        Said("75/175呢", "75/175对会员国有什么要求"),
        Said("这份决议第3段", "75/175第3段"),
    ),
    "resolutions chosen by committee": (
        Said("由第六委员会提出的决议有哪些请秘书长提交报告",
             "由第六委员会提出的决议有哪些请秘书长提交报告"),
        Said("第二委员会呢", "由第二委员会提出的决议有哪些请秘书长提交报告"),
        Said("72/252的第2段", "72/252的第2段", cited("72/252#OP2")),
        Said("下一段", "72/252的第3段", cited("72/252#OP3")),
        Said("72/172呢", "72/172第3段", cited("72/172#OP3")),
        Said("刚才说的那份是什么时候通过的", "72/172是什么时候通过的"),
        Said("前面那份呢", "72/252是什么时候通过的"),
    ),
    "two subjects in turn": (
        Said("70/170作出了哪些决定", "70/170作出了哪些决定"),
        Said("70/250呢", "70/250作出了哪些决定"),
        Said("两者有什么不同", "70/170和70/250有什么不同"),
        Said("71/171什么时候通过的", "71/171什么时候通过的"),
        Said("跟70/170比呢", "71/171和70/170什么时候通过的"),
        Said("另一份的标题是什么", "70/250的标题是什么"),
    ),
    "chosen more and more narrowly": (
        Said("第74届会议有哪些决议请秘书长提交报告", "第74届会议有哪些决议请秘书长提交报告"),
        Said("第75届呢", "第75届会议有哪些决议请秘书长提交报告"),
        Said("只看第六委员会的", "第75届会议由第六委员会提出的决议有哪些请秘书长提交报告"),
        Said("那第二委员会的", "第75届会议由第二委员会提出的决议有哪些请秘书长提交报告"),
        Said("第六委员会提出了哪些决议", "第六委员会提出了哪些决议"),
        Said("第二委员会呢", "第二委员会提出了哪些决议"),
        Said("2018年以后的", "2018年以后第二委员会提出的决议"),
    ),
    "what is due at one session and another": (
        Said("应向第76届会议提交的报告有哪些", "应向第76届会议提交的报告有哪些"),
        Said("第75届呢", "应向第75届会议提交的报告有哪些"),
        Said("谢谢", "谢谢"),
        Said("第77届呢", "应向第77届会议提交的报告有哪些"),
        Said("70/170第3段", "70/170第3段"),
        Said("71/171呢", "71/171第3段"),
    ),
    "two texts compared in every respect": (
        Said("70/170和71/171有什么不同", "70/170和71/171有什么不同"),
        Said("哪些措辞更强了", "70/170和71/171哪些措辞更强了"),
        Said("新增的呢", "71/171比70/170新增了什么"),
        Said("删掉的呢", "71/171比70/170删掉了什么"),
        Said("72/172请秘书长做什么", "72/172请秘书长做什么"),
        Said("跟前一年那份比有什么新增", "72/172比71/171新增了什么"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OVER_THE_SAMPLES)
def test_a_conversation_over_the_samples(name: str, catalogue: tuple[Summary, ...]) -> None:
    check(OVER_THE_SAMPLES[name], catalogue)


@pytest.mark.parametrize("name", OVER_SERIES)
def test_a_conversation_over_a_library_with_series(name: str, series: tuple[Summary, ...]) -> None:
    check(OVER_SERIES[name], series)

"""What is annexed to a resolution, or adopted in its text: conventions and declarations."""

from __future__ import annotations

from eval.generator.brief import Brief
from eval.generator.offices import OFFICES
from eval.generator.phrases import DEEDS, FINDINGS, MEANS, STATEMENTS
from eval.generator.plan import (
    ActPlan,
    Annex,
    Instrument,
    ItemPlan,
    ParagraphPlan,
    Section,
    Sentence,
    sentence,
)
from eval.generator.verbs import VERBS
from eval.generator.vocabulary import Words, headline

_HEADINGS: tuple[tuple[str, str], ...] = (
    ("价值和原则", "Values and principles"),
    ("知识和数据", "Knowledge and data"),
    ("资源", "Resources"),
    ("地方参与", "Local participation"),
    ("今后的道路", "The way ahead"),
)
_WE: tuple[tuple[str, str], ...] = (
    ("我们认识到{said}。", "We recognize {said}."),
    ("我们重申{said}。", "We reaffirm {said}."),
    ("我们强调{said}。", "We stress {said}."),
)


def convention_of(brief: Brief) -> Annex:
    """A convention: preamble, articles with numbered paragraphs and definitions (a), (b)."""
    about = brief.topic
    title = Words(f"关于{about.zh}的公约", f"Convention on {headline(about.en)}")
    preamble = (
        *(_recital(brief) for _ in range(brief.chance.randint(1, 3))),
        sentence(("兹协议如下：", "Have agreed as follows:")),
    )
    opener = sentence(("本公约各缔约国，", "The States Parties to this Convention,"))
    articles = [_definitions(brief)]
    articles += [_article(brief) for _ in range(brief.chance.randint(2, 6))]
    return Annex("convention", title, tuple(articles), opener, preamble)


def _recital(brief: Brief) -> Sentence:
    zh, en = brief.frame(FINDINGS)
    return sentence((f"关切{zh}，", f"Concerned about {en},"), topic=brief.topic)


def _definitions(brief: Brief) -> Section:
    purpose = sentence(("为本公约的目的：", "For the purposes of this Convention:"))
    item_a = ItemPlan(sentence(("任何常设记录", "Any permanent record")))
    item_b = ItemPlan(sentence(("任何其他记录", "Any other record")))
    first = (
        "“记录”包括{topic}的任何书面资料。",
        "“Record” includes any written material on {topic}.",
    )
    second = ("“登记册”是指：", "“Register” means:")
    paragraphs = (
        ParagraphPlan(plain=sentence(first, topic=brief.topic)),
        ParagraphPlan(plain=sentence(second), items=(item_a, item_b)),
    )
    return Section(paragraphs, lead=purpose)


def _article(brief: Brief) -> Section:
    deeds = brief.some_of(DEEDS, 1, 3)
    return Section(tuple(ParagraphPlan(plain=_duty(brief, deed)) for deed in deeds))


def _duty(brief: Brief, deed: tuple[str, str]) -> Sentence:
    means_zh, means_en = brief.frame(MEANS)
    zh, en = deed[0] + means_zh, deed[1].removeprefix("to ") + means_en
    return sentence((f"缔约国应{zh}。", f"States Parties shall {en}."), topic=brief.topic)


def declaration_of(brief: Brief) -> Annex:
    """A declaration: sections of numbered paragraphs in the first person, some with bullets."""
    about = brief.topic
    title = Words(f"{about.zh}宣言", f"Declaration on {headline(about.en)}")
    headings = sorted(brief.some_of(_HEADINGS, 2, 4), key=_HEADINGS.index)
    sections = tuple(
        Section(tuple(_we(brief) for _ in range(brief.chance.randint(1, 3))), Words(*heading))
        for heading in headings
    )
    return Annex("declaration", title, sections)


def _we(brief: Brief) -> ParagraphPlan:
    if brief.chance.random() < 0.3:
        head = sentence(("我们将不遗余力：", "We will spare no effort:"))
        deeds = brief.some_of(DEEDS, 2, 3)
        items = tuple(ItemPlan(sentence(deed, topic=brief.topic)) for deed in deeds)
        return ParagraphPlan(plain=head, items=items)
    said, frame = brief.frame(STATEMENTS), brief.chance.choice(_WE)
    template = (frame[0].format(said=said[0]), frame[1].format(said=said[1]))
    return ParagraphPlan(plain=sentence(template, topic=brief.topic))


def adopting(annex: Annex) -> tuple[ParagraphPlan, ...]:
    """The operative paragraphs that adopt an annexed instrument."""
    named = Instrument(annex.title, "cites")
    adopted = sentence(
        (
            "本决议所附的{named}，并将其开放供签署",
            "the {named} annexed to the present resolution, and opens it for signature",
        ),
        named=named,
    )
    urged = sentence(("签署和批准{named}", "to sign and ratify the {named}"), named=named)
    return (
        ParagraphPlan((ActPlan(VERBS["通过"], adopted),)),
        ParagraphPlan((ActPlan(VERBS["敦促"], urged, (OFFICES["所有国家"],)),)),
    )

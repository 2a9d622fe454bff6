"""Operative paragraphs of a plan: what is said, noted and decided, with what is asked."""

from __future__ import annotations

from assistant.text.numerals import chinese
from eval.generator.brief import Brief
from eval.generator.directives import (
    ASKED,
    ASKED_OF_HIM,
    PASSED_ON,
    Author,
    asked_of_president,
    asked_of_states,
    asked_to_accede,
    follow_up,
    listed,
    one_act,
)
from eval.generator.offices import PARTNERS, SECRETARY_GENERAL, Office
from eval.generator.phrases import CITIES, QUALIFIERS, STATEMENTS
from eval.generator.plan import (
    ActPlan,
    Day,
    Due,
    Made,
    Number,
    ParagraphPlan,
    sentence,
)
from eval.generator.preamble import achieved
from eval.generator.verbs import VERBS
from eval.generator.vocabulary import Words, topic


def operative_of(brief: Brief) -> tuple[ParagraphPlan, ...]:
    """The operative part, its closing report and agenda item last."""
    chance = brief.chance
    if brief.form == "sixties":
        return tuple(
            author(brief) for author in chance.sample(_OLD, chance.choice((1, 1, 2, 3, 4)))
        )
    middle = [*_SAID, *ASKED, *ASKED_OF_HIM]
    if brief.form != "ecosoc":  # which loses the labels of sub-paragraphs
        middle.append(listed)
    if brief.form not in {"ecosoc", "emergency"}:
        middle += _DECIDED
    if brief.has_notes:
        middle += _NOTED
    authors = chance.sample(middle, chance.randint(3, 10))
    closing = [follow_up] if chance.random() < 0.8 else []
    if brief.form == "emergency":
        return tuple(author(brief) for author in (*authors, _adjourned))
    has_agenda = brief.form != "ecosoc"  # the Council sets the Assembly no agenda
    closing += [_agenda_item] if has_agenda and chance.random() < 0.8 else []
    return tuple(author(brief) for author in (*authors, *closing))


# ── said ─────────────────────────────────────────────────────────────────────────────────────


def _stated(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("重申", "再次申明", "强调", "着重指出", "确认", "承认"))
    return one_act(verb, sentence(brief.frame(STATEMENTS, QUALIFIERS), topic=brief.topic))


def _welcomed(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("欢迎", "赞赏地注意到", "欣见"))
    return one_act(verb, sentence(achieved(brief), topic=brief.topic))


def _endorsed(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("赞同", "核准"))
    template = (
        "秘书长的报告{note}所载关于{topic}的建议",
        "the recommendations on {topic} contained in the report of the Secretary-General{note}",
    )
    return one_act(verb, sentence(template, topic=brief.topic, note=brief.report_note()))


def _noted_and_asked(brief: Brief) -> ParagraphPlan:
    """Two acts in one paragraph, as 75/45 OP6 has them."""
    pursuant = (
        "秘书长根据{cited}提出的报告{note}",
        "the report of the Secretary-General submitted pursuant to {cited}{note}",
    )
    noted = sentence(pursuant, cited=brief.cited("pursuant_to"), note=brief.report_note())
    template = (
        "将报告{passed_on}{partner}，供其及早审议",
        "to {passed_on} the report to {partner} for early consideration",
    )
    partner = brief.chance.choice(PARTNERS)
    asked = sentence(template, passed_on=PASSED_ON, partner=Words(partner.zh, partner.en))
    return ParagraphPlan(
        (ActPlan(VERBS["表示注意到"], noted), ActPlan(VERBS["请"], asked, (SECRETARY_GENERAL,)))
    )


def _referred_back(brief: Brief) -> ParagraphPlan:
    """A paragraph that speaks of another by its number."""
    template = (
        "上文第{n}段的规定应当适用于{topic}",
        "that the provisions of paragraph {n} above should apply to {topic}",
    )
    number = Number(brief.chance.randint(1, 3))
    return one_act("着重指出", sentence(template, n=number, topic=brief.topic))


# ── decided ──────────────────────────────────────────────────────────────────────────────────


def _agenda_item(brief: Brief) -> ParagraphPlan:
    title, due = brief.address.topic.title, Due(brief.next_session())
    if brief.chance.random() < 0.5:
        template = (
            "将题为“{title}”的{item}列入{due}临时议程",
            "to include in the provisional agenda of {due} the {item} entitled “{title}”",
        )
        item = Made(Words("项目", "item"))
        return one_act("决定", sentence(template, title=title, item=item, due=due))
    template = (
        "在{due}临时议程题为“{head}”的项目下列入题为“{title}”的{item}",
        "to include in the provisional agenda of {due}, under the item entitled “{head}”, the "
        "{item} entitled “{title}”",
    )
    head, item = topic(brief.seed, brief.index + 1).title, Made(Words("分项", "sub-item"))
    return one_act("决定", sentence(template, due=due, head=head, title=title, item=item))


def _conference(brief: Brief) -> ParagraphPlan:
    template = (
        "于{day}在{city}召开一次{topic}问题国际{meeting}",
        "to convene in {city} on {day} an international {meeting} on {topic}",
    )
    day = Day(brief.last_day())
    city, made = Words(*brief.chance.choice(CITIES)), Made(Words("会议", "meeting"))
    return one_act("决定", sentence(template, day=day, city=city, topic=brief.topic, meeting=made))


def _appropriated(brief: Brief) -> ParagraphPlan:
    """An amount in the blanks that budgets are printed with: 21 045 300美元."""
    millions, thousands = brief.chance.randint(1, 60), brief.chance.randint(100, 999)
    amount = f"{millions} {thousands} 300"
    template = (
        f"为{{topic}}批款毛额{amount}美元",
        f"to appropriate the amount of {amount} dollars gross for {{topic}}",
    )
    return one_act("决定", sentence(template, topic=brief.topic))


def _group(brief: Brief) -> ParagraphPlan:
    template = (
        "设立一个不限成员名额{group}，负责拟订{topic}准则",
        "to establish an open-ended {group} to draft guidelines for {topic}",
    )
    group = Made(Words("工作组", "working group"))
    return one_act("决定", sentence(template, group=group, topic=brief.topic))


def _adjourned(brief: Brief) -> ParagraphPlan:
    session = chinese(brief.address.session)
    first = sentence(
        (
            f"第{session}届紧急特别会议暂时休会",
            "to adjourn the emergency special session temporarily",
        )
    )
    second = sentence(
        ("应会员国的要求复会", "to resume its meetings upon request from Member States")
    )
    president = Office(
        "大会主席",
        "大会最近一届会议的主席",
        "the President of the General Assembly at its most recent session",
    )
    acts = (ActPlan(VERBS["决定"], first), ActPlan(VERBS["授权"], second, (president,)))
    return ParagraphPlan(acts)


_SAID: list[Author] = [_stated, _stated, _welcomed, _referred_back]
_NOTED: list[Author] = [_endorsed, _noted_and_asked, asked_to_accede]
_DECIDED: list[Author] = [_conference, _group, asked_of_president, _appropriated]
_OLD: list[Author] = [_stated, asked_of_states, follow_up, _conference, _group, listed]

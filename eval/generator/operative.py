"""Operative paragraphs of a plan: what is decided, asked of whom, and due when."""

from __future__ import annotations

from collections.abc import Callable

from assistant.text.numerals import chinese
from eval.generator.brief import Brief
from eval.generator.draw import some
from eval.generator.offices import OFFICES, PARTNERS, SECRETARY_GENERAL, STATES, Office
from eval.generator.phrases import CITIES, DEEDS, MEANS, QUALIFIERS, STATEMENTS
from eval.generator.plan import (
    ActPlan,
    Day,
    Due,
    ItemPlan,
    Made,
    Number,
    ParagraphPlan,
    Sentence,
    sentence,
)
from eval.generator.preamble import achieved
from eval.generator.verbs import VERBS
from eval.generator.vocabulary import Words, topic

Author = Callable[[Brief], ParagraphPlan]

_STRESSED = ("再次请", "再次促请", "再次呼吁", "强烈敦促")
_REPORT = Made(Words("报告", "report"))


def operative_of(brief: Brief) -> tuple[ParagraphPlan, ...]:
    """The operative part, its closing report and agenda item last."""
    chance = brief.chance
    if brief.form == "sixties":
        return tuple(
            author(brief) for author in chance.sample(_OLD, chance.choice((1, 1, 2, 3, 4)))
        )
    middle = [*_SAID, *_ASKED, *_ASKED_OF_HIM]
    if brief.form != "ecosoc":  # which loses the labels of sub-paragraphs
        middle.append(_listed)
    if brief.form not in {"ecosoc", "emergency"}:
        middle += _DECIDED
    if brief.has_notes:
        middle += _NOTED
    authors = chance.sample(middle, chance.randint(3, 10))
    closing = [_follow_up] if chance.random() < 0.8 else []
    if brief.form == "emergency":
        return tuple(author(brief) for author in (*authors, _adjourned))
    closing += [_agenda_item] if chance.random() < 0.8 else []
    return tuple(author(brief) for author in (*authors, *closing))


def _one(verb: str, body: Sentence, *offices: Office) -> ParagraphPlan:
    return ParagraphPlan((ActPlan(VERBS[verb], body, offices),))


# ── said ─────────────────────────────────────────────────────────────────────────────────────


def _stated(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("重申", "再次申明", "强调", "着重指出", "确认", "承认"))
    return _one(verb, sentence(brief.frame(STATEMENTS, QUALIFIERS), topic=brief.topic))


def _welcomed(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("欢迎", "赞赏地注意到", "欣见"))
    return _one(verb, sentence(achieved(brief), topic=brief.topic))


def _endorsed(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("赞同", "核准"))
    template = (
        "秘书长的报告{note}所载关于{topic}的建议",
        "the recommendations on {topic} contained in the report of the Secretary-General{note}",
    )
    return _one(verb, sentence(template, topic=brief.topic, note=brief.report_note()))


def _noted_and_asked(brief: Brief) -> ParagraphPlan:
    """Two acts in one paragraph, as 75/45 OP6 has them."""
    pursuant = (
        "秘书长根据{cited}提出的报告{note}",
        "the report of the Secretary-General submitted pursuant to {cited}{note}",
    )
    noted = sentence(pursuant, cited=brief.cited("pursuant_to"), note=brief.report_note())
    template = (
        "将{report}转递{partner}，供其及早审议",
        "to transmit the {report} to {partner} for early consideration",
    )
    partner = brief.chance.choice(PARTNERS)
    asked = sentence(template, report=_REPORT, partner=Words(partner.zh, partner.en))
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
    return _one("着重指出", sentence(template, n=number, topic=brief.topic))


# ── asked ────────────────────────────────────────────────────────────────────────────────────


def _asked_of_states(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(
        ("邀请", "鼓励", "呼吁", "促请", "敦促", "要求", "建议", "请", *_STRESSED)
    )
    states = brief.chance.choice(STATES)
    partners = some(brief.chance, PARTNERS, 0, 2)
    return _deed(brief, verb, (states, *partners))


def _asked_of_partners(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("邀请", "鼓励", "请", "促请"))
    special = [o for name, o in OFFICES.items() if name not in {"秘书长", "大会主席", "缔约国"}]
    return _deed(brief, verb, some(brief.chance, special, 1, 3))


def _asked_of_president(brief: Brief) -> ParagraphPlan:
    template = (
        "在{due}期间安排一次为期一天的{topic}问题高级别{meeting}",
        "to convene, during {due}, a one-day high-level {meeting} on {topic}",
    )
    made = Made(Words("会议", "meeting"))
    due = Due(session=brief.next_session())
    body = sentence(template, due=due, topic=brief.topic, meeting=made)
    return _one("请", body, OFFICES["大会主席"])


def _asked_to_accede(brief: Brief) -> ParagraphPlan:
    """States that are addressed by what they have not done yet."""
    named, note = brief.main_instrument()
    template = (
        "所有尚未加入{named}{note}的国家尽早加入",
        "all States that have not yet acceded to the {named}{note} to do so as soon as possible",
    )
    verb = brief.chance.choice(("促请", "敦促", "鼓励", "邀请"))
    act = ActPlan(VERBS[verb], sentence(template, named=named, note=note), within=("各国",))
    return ParagraphPlan((act,))


def _asked_among_others(brief: Brief) -> ParagraphPlan:
    """Addressees that are named as being among others: 民间社会，包括非政府组织、学术界…，."""
    zh, en = brief.frame(DEEDS)
    template = (
        f"民间社会，包括非政府组织、学术界和议员，{zh}",
        f"civil society, including non-governmental organizations, academia and parliamentarians, "
        f"{en}",
    )
    verb = brief.chance.choice(("邀请", "鼓励", "促请"))
    among = ("民间社会", "非政府组织", "学术界", "议员")
    return ParagraphPlan(
        (ActPlan(VERBS[verb], sentence(template, topic=brief.topic), within=among),)
    )


def _deed(brief: Brief, verb: str, offices: tuple[Office, ...]) -> ParagraphPlan:
    zh, en = brief.frame(DEEDS, MEANS)
    if VERBS[verb].operative.endswith(" that"):
        en = en.removeprefix("to ")
    return _one(verb, sentence((zh, en), topic=brief.topic), *offices)


def _listed(brief: Brief) -> ParagraphPlan:
    """A request in sub-paragraphs, of which one may have its own."""
    items = [ItemPlan(sentence(deed, topic=brief.topic)) for deed in brief.some_of(DEEDS, 2, 4)]
    if brief.chance.random() < 0.3:
        inner = tuple(ItemPlan(_learned(brief, n)) for n in range(brief.chance.randint(2, 3)))
        head = sentence(("就下列方面编写技术指南", "to prepare technical guides on the following"))
        items.append(ItemPlan(head, inner))
    act = ActPlan(
        VERBS["请"], sentence(("", "")), (brief.chance.choice((SECRETARY_GENERAL, *PARTNERS)),)
    )
    return ParagraphPlan((act,), tuple(items))


def _learned(brief: Brief, nth: int) -> Sentence:
    other = topic(brief.seed, brief.chance.randrange(brief.index + 1) * 3 + nth).name
    return sentence(("{topic}", "{topic}"), topic=other)


# ── asked of the Secretary-General ───────────────────────────────────────────────────────────


def _of_him(body: Sentence, verb: str = "请") -> ParagraphPlan:
    return _one(verb, body, SECRETARY_GENERAL)


def _follow_up(brief: Brief) -> ParagraphPlan:
    template = (
        "就本决议的执行情况向{due}提出{report}",
        "to submit to the General Assembly at {due} a {report} on the implementation of the "
        "present resolution",
    )
    return _of_him(sentence(template, due=Due(brief.next_session()), report=_REPORT))


def _views(brief: Brief) -> ParagraphPlan:
    template = (
        "征求会员国对{topic}的{views}，就此向{due}提出{report}",
        "to seek the {views} of Member States on {topic} and to submit a {report} thereon to the "
        "General Assembly at {due}",
    )
    views, due = Made(Words("意见", "views")), Due(brief.next_session())
    return _of_him(sentence(template, topic=brief.topic, views=views, due=due, report=_REPORT))


def _by_a_day(brief: Brief) -> ParagraphPlan:
    template = brief.chance.choice(
        (
            (
                "不迟于{due}编写关于{topic}的综合{report}",
                "to prepare, not later than {due}, a comprehensive {report} on {topic}",
            ),
            (
                "至迟于{due}编写关于{topic}的技术{report}",
                "to prepare, by {due} at the latest, a technical {report} on {topic}",
            ),
            (
                "在{due}之前提出关于{topic}的初步{report}",
                "to submit, before {due}, a preliminary {report} on {topic}",
            ),
        )
    )
    due = Due(date=brief.last_day())
    return _of_him(sentence(template, due=due, topic=brief.topic, report=_REPORT))


def _every_year(brief: Brief) -> ParagraphPlan:
    template = (
        "{due}向大会提交关于{topic}的进度{report}",
        "to submit to the General Assembly {due} a progress {report} on {topic}",
    )
    due = Due(years=brief.chance.choice((1, 1, 2)))
    return _of_him(sentence(template, due=due, topic=brief.topic, report=_REPORT))


def _services(brief: Brief) -> ParagraphPlan:
    template = (
        "在现有资源范围内为{topic}提供必要的{service}和技术{support}",
        "to provide, within existing resources, the necessary {service} and technical {support} "
        "for {topic}",
    )
    service, support = Made(Words("服务", "services")), Made(Words("支助", "support"))
    return _of_him(sentence(template, topic=brief.topic, service=service, support=support))


def _fund(brief: Brief) -> ParagraphPlan:
    template = ("设立{topic}信托{fund}", "to establish a trust {fund} for {topic}")
    fund = Made(Words("基金", "fund"))
    return _of_him(sentence(template, topic=brief.topic, fund=fund), "授权")


# ── decided ──────────────────────────────────────────────────────────────────────────────────


def _agenda_item(brief: Brief) -> ParagraphPlan:
    title, due = brief.address.topic.title, Due(brief.next_session())
    if brief.chance.random() < 0.5:
        template = (
            "将题为“{title}”的{item}列入{due}临时议程",
            "to include in the provisional agenda of {due} the {item} entitled “{title}”",
        )
        item = Made(Words("项目", "item"))
        return _one("决定", sentence(template, title=title, item=item, due=due))
    template = (
        "在{due}临时议程题为“{head}”的项目下列入题为“{title}”的{item}",
        "to include in the provisional agenda of {due}, under the item entitled “{head}”, the "
        "{item} entitled “{title}”",
    )
    head, item = topic(brief.seed, brief.index + 1).title, Made(Words("分项", "sub-item"))
    return _one("决定", sentence(template, due=due, head=head, title=title, item=item))


def _conference(brief: Brief) -> ParagraphPlan:
    template = (
        "于{day}在{city}召开一次{topic}问题国际{meeting}",
        "to convene in {city} on {day} an international {meeting} on {topic}",
    )
    day = Day(brief.last_day())
    city, made = Words(*brief.chance.choice(CITIES)), Made(Words("会议", "meeting"))
    return _one("决定", sentence(template, day=day, city=city, topic=brief.topic, meeting=made))


def _appropriated(brief: Brief) -> ParagraphPlan:
    """An amount in the blanks that budgets are printed with: 21 045 300美元."""
    millions, thousands = brief.chance.randint(1, 60), brief.chance.randint(100, 999)
    amount = f"{millions} {thousands} 300"
    template = (
        f"为{{topic}}批款毛额{amount}美元",
        f"to appropriate the amount of {amount} dollars gross for {{topic}}",
    )
    return _one("决定", sentence(template, topic=brief.topic))


def _group(brief: Brief) -> ParagraphPlan:
    template = (
        "设立一个不限成员名额{group}，负责拟订{topic}准则",
        "to establish an open-ended {group} to draft guidelines for {topic}",
    )
    group = Made(Words("工作组", "working group"))
    return _one("决定", sentence(template, group=group, topic=brief.topic))


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
_NOTED: list[Author] = [_endorsed, _noted_and_asked, _asked_to_accede]
_ASKED: list[Author] = [
    _asked_of_states, _asked_of_states, _asked_of_partners, _asked_among_others,
]  # fmt: skip
_ASKED_OF_HIM: list[Author] = [_views, _by_a_day, _every_year, _services, _fund]
_DECIDED: list[Author] = [_conference, _group, _asked_of_president, _appropriated]
_OLD: list[Author] = [_stated, _asked_of_states, _follow_up, _conference, _group, _listed]

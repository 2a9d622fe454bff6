"""Who is asked what: the directives of a plan's operative part."""

from __future__ import annotations

from collections.abc import Callable

from eval.generator.brief import Brief
from eval.generator.draw import some
from eval.generator.offices import OFFICES, PARTNERS, SECRETARY_GENERAL, STATES, Office
from eval.generator.phrases import DEEDS, MEANS
from eval.generator.plan import ActPlan, Due, ItemPlan, Made, ParagraphPlan, Sentence, sentence
from eval.generator.verbs import VERBS
from eval.generator.vocabulary import Words, topic

Author = Callable[[Brief], ParagraphPlan]

_STRESSED = ("再次请", "再次促请", "再次呼吁", "强烈敦促")
REPORT = Made(Words("报告", "report"))
PASSED_ON = Made(Words("转递", "transmit"))  # a report that is there is not made


def one_act(verb: str, body: Sentence, *offices: Office) -> ParagraphPlan:
    """A paragraph of a single act."""
    return ParagraphPlan((ActPlan(VERBS[verb], body, offices),))


# ── asked ────────────────────────────────────────────────────────────────────────────────────


def asked_of_states(brief: Brief) -> ParagraphPlan:
    """States, and some with them."""
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


def asked_of_president(brief: Brief) -> ParagraphPlan:
    """A meeting that the President of the Assembly is asked to convene."""
    template = (
        "在{due}期间安排一次为期一天的{topic}问题高级别{meeting}",
        "to convene, during {due}, a one-day high-level {meeting} on {topic}",
    )
    made = Made(Words("会议", "meeting"))
    due = Due(session=brief.next_session())
    body = sentence(template, due=due, topic=brief.topic, meeting=made)
    return one_act("请", body, OFFICES["大会主席"])


def asked_to_accede(brief: Brief) -> ParagraphPlan:
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
    return one_act(verb, sentence((zh, en), topic=brief.topic), *offices)


def listed(brief: Brief) -> ParagraphPlan:
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
    return one_act(verb, body, SECRETARY_GENERAL)


def follow_up(brief: Brief) -> ParagraphPlan:
    """The closing report on the resolution's execution."""
    template = (
        "就本决议的执行情况向{due}提出{report}",
        "to submit to the General Assembly at {due} a {report} on the implementation of the "
        "present resolution",
    )
    return _of_him(sentence(template, due=Due(brief.next_session()), report=REPORT))


def _views(brief: Brief) -> ParagraphPlan:
    template = (
        "征求会员国对{topic}的{views}，就此向{due}提出{report}",
        "to seek the {views} of Member States on {topic} and to submit a {report} thereon to the "
        "General Assembly at {due}",
    )
    views, due = Made(Words("意见", "views")), Due(brief.next_session())
    return _of_him(sentence(template, topic=brief.topic, views=views, due=due, report=REPORT))


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
    return _of_him(sentence(template, due=due, topic=brief.topic, report=REPORT))


def _every_year(brief: Brief) -> ParagraphPlan:
    template = (
        "{due}向大会提交关于{topic}的进度{report}",
        "to submit to the General Assembly {due} a progress {report} on {topic}",
    )
    due = Due(years=brief.chance.choice((1, 1, 2)))
    return _of_him(sentence(template, due=due, topic=brief.topic, report=REPORT))


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


ASKED: list[Author] = [
    asked_of_states, asked_of_states, _asked_of_partners, _asked_among_others,
]  # fmt: skip
ASKED_OF_HIM: list[Author] = [_views, _by_a_day, _every_year, _services, _fund]

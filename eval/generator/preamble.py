"""Preambular paragraphs of a plan, in the order in which resolutions have them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from eval.generator.brief import Brief
from eval.generator.offices import PARTNERS, STATES
from eval.generator.phrases import ACHIEVEMENTS, CITIES, FINDINGS, MEANS, QUALIFIERS, STATEMENTS
from eval.generator.plan import ActPlan, Day, Instrument, Number, ParagraphPlan, sentence
from eval.generator.verbs import VERBS
from eval.generator.vocabulary import Words

Author = Callable[[Brief], ParagraphPlan]
_CHARTER = Instrument(Words("联合国宪章", "Charter of the United Nations"), "cites")


def preamble_of(brief: Brief) -> tuple[ParagraphPlan, ...]:
    """The preamble: what is recalled first, then what is said of the matter."""
    if brief.form == "sixties":
        later = [_stated, _concerned]
        return (
            _recalled(brief),
            *(author(brief) for author in later[: brief.chance.randint(0, 2)]),
        )
    openers: list[Author] = [_guided] if brief.chance.random() < 0.3 else []
    openers += [_recalled, _instrument] if brief.has_notes else [_recalled]
    if brief.has_notes and brief.chance.random() < 0.7:
        openers.append(_report)
    pool: list[Author] = [
        _stated, _stated, _stated, _concerned, _welcomed, _twofold, _linked, _pursuant, _invoked,
    ]  # fmt: skip
    if brief.has_notes:
        pool.append(_article)
    count = brief.chance.randint(2, 6)
    return tuple(author(brief) for author in (*openers, *brief.chance.sample(pool, count)))


def _one(act: ActPlan) -> ParagraphPlan:
    return ParagraphPlan((act,))


def _guided(brief: Brief) -> ParagraphPlan:
    _ = brief
    template = ("{charter}的宗旨和原则", "the purposes and principles of the {charter}")
    return _one(ActPlan(VERBS["遵循"], sentence(template, charter=_CHARTER)))


def _recalled(brief: Brief) -> ParagraphPlan:
    cited = brief.cited("recalls", most=5)
    if brief.form != "sixties" and len(cited.addresses) == 1 and brief.chance.random() < 0.4:
        cited = replace(cited, titled=True)
    if brief.form == "sixties":  # what is recalled is the recommendation, not where it stands
        cited = replace(cited, invoked="cites")
        template = ("{cited}所载建议", "the recommendations contained in {cited}")
        return _one(ActPlan(VERBS["回顾"], sentence(template, cited=cited)))
    return _one(ActPlan(VERBS["回顾"], sentence(("{cited}", "{cited}"), cited=cited)))


def _instrument(brief: Brief) -> ParagraphPlan:
    first, again = brief.instrument_notes()
    named = brief.instrument("recalls")
    if again is None:
        template = ("{named}{note}", "the {named}{note}")
        return _one(ActPlan(VERBS["回顾"], sentence(template, named=named, note=first)))
    template = (
        "{named}{note}以及为审查其执行情况而商定的时间表{again}",
        "the {named}{note} and the timetable agreed for the review of its implementation{again}",
    )
    body = sentence(template, named=named, note=first, again=again)
    return _one(ActPlan(VERBS["铭记"], body))


def _report(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("审议了", "赞赏地注意到", "表示注意到"))
    template = (
        "秘书长关于{topic}的报告{note}",
        "the report of the Secretary-General on {topic}{note}",
    )
    return _one(
        ActPlan(VERBS[verb], sentence(template, topic=brief.topic, note=brief.report_note()))
    )


def _stated(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(
        ("重申", "强调", "着重指出", "确认", "承认", "意识到", "深信", "念及")
    )
    template = brief.frame(STATEMENTS, QUALIFIERS)
    return _one(ActPlan(VERBS[verb], sentence(template, topic=brief.topic)))


def _concerned(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(
        ("深为关切", "表示关切", "表示遗憾", "表示深为关切", "同样深为关切", "关切地注意到")
    )
    return _one(ActPlan(VERBS[verb], sentence(brief.frame(FINDINGS), topic=brief.topic)))


def achieved(brief: Brief) -> tuple[str, str]:
    """Somebody's achievement: 会员国在…方面取得的进展."""
    office = brief.chance.choice((*STATES, *PARTNERS))
    zh, en = brief.frame(ACHIEVEMENTS, MEANS)
    comma = en.find(",")
    whole, more = (en, "") if comma < 0 else (en[:comma], en[comma:])
    return f"{office.zh}{zh}", f"{whole} by {office.en}{more}"


def _welcomed(brief: Brief) -> ParagraphPlan:
    verb = brief.chance.choice(("欢迎", "欣见", "满意地注意到", "热烈欢迎"))
    return _one(ActPlan(VERBS[verb], sentence(achieved(brief), topic=brief.topic)))


def _twofold(brief: Brief) -> ParagraphPlan:
    stated = ActPlan(VERBS["确认"], sentence(brief.frame(STATEMENTS), topic=brief.topic))
    verb = brief.chance.choice(("强调", "欢迎"))
    if verb == "强调":
        second = sentence(brief.frame(STATEMENTS), topic=brief.topic)
    else:
        second = sentence(achieved(brief), topic=brief.topic)
    return ParagraphPlan((stated, ActPlan(VERBS[verb], second)))


def _linked(brief: Brief) -> ParagraphPlan:
    """A second act that begins 在这方面."""
    stated = ActPlan(VERBS["意识到"], sentence(brief.frame(STATEMENTS), topic=brief.topic))
    recalled = sentence(("{cited}", "{cited}"), cited=brief.cited("recalls", most=2))
    return ParagraphPlan((stated, ActPlan(VERBS["回顾"], recalled, linked=True)))


def _invoked(brief: Brief) -> ParagraphPlan:
    """An older resolution that is reaffirmed, noted or welcomed."""
    verb, invoked = brief.chance.choice(
        (("重申", "reaffirms"), ("注意到", "notes"), ("欢迎", "welcomes"), ("铭记", "recalls"))
    )
    cited = brief.cited(invoked, most=3)
    return _one(ActPlan(VERBS[verb], sentence(("{cited}", "{cited}"), cited=cited)))


def _article(brief: Brief) -> ParagraphPlan:
    """An article of the instrument that the resolution keeps coming back to."""
    named, note = brief.main_instrument()
    template = (
        "{named}{note}第{n}条对{topic}具有重大意义",
        "that article {n} of the {named}{note} is of great importance to {topic}",
    )
    number = Number(brief.chance.randint(2, 19))
    body = sentence(template, named=named, note=note, n=number, topic=brief.topic)
    return _one(ActPlan(VERBS["确认"], body))


def _pursuant(brief: Brief) -> ParagraphPlan:
    cited = brief.cited("pursuant_to")
    city = Words(*brief.chance.choice(CITIES))
    asked = cited.addresses[-1].date
    own = brief.address.date
    held = max(asked + (own - asked) / 2, own - timedelta(days=400))
    template = (
        "根据{cited}于{day}在{city}举行的{topic}问题会议",
        "the meeting on {topic} held in {city} on {day} pursuant to {cited}",
    )
    held_at = sentence(template, cited=cited, day=Day(held), city=city, topic=brief.topic)
    return _one(ActPlan(VERBS["欢迎"], held_at))

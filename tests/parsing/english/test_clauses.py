"""Acts of English paragraphs. The paragraphs are invented, in the style of real ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parsing import clauses as chinese
from assistant.parsing.english.clauses import clauses_of
from assistant.types import Clause


def only(text: str) -> Clause:
    (clause,) = clauses_of(text)
    return clause


# Each paragraph with its acts: canonical verb, verb as printed, addressees as printed.
Act = tuple[str, str, tuple[str, ...]]
SPECIMENS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    # preambular
    ("Recalling its resolution 67/39 of 3 December 2012,", (("回顾", "Recalling", ()),)),
    ("Recalling also the outcome of the sample conference,", (("回顾", "Recalling also", ()),)),
    ("Noting with appreciation the work of the Committee,",
     (("注意到", "Noting with appreciation", ()),)),
    ("Noting with grave concern that the sample basin continues to shrink,",
     (("注意到", "Noting with grave concern", ()),)),
    ("Deeply concerned at the slow pace of the sample survey,",
     (("关切", "Deeply concerned at", ()),)),
    ("Deeply concerned also about the risks related to abandoned buoys,",
     (("关切", "Deeply concerned also about", ()),)),
    ("Gravely alarmed by the loss of records,", (("震惊", "Gravely alarmed by", ()),)),
    ("Bearing in mind that every archive is unique,", (("铭记", "Bearing in mind", ()),)),
    ("Also bearing in mind the particular needs of small islands,",
     (("铭记", "Also bearing in mind", ()),)),
    ("Mindful of its responsibilities,", (("念及", "Mindful of", ()),)),
    ("Aware that the means at hand are limited,", (("意识到", "Aware", ()),)),
    ("Convinced of the value of dialogue,", (("深信", "Convinced of", ()),)),
    ("Determined to prevent further losses,", (("决心", "Determined", ()),)),
    ("Guided by the purposes and principles of the Charter of the United Nations,",
     (("遵循", "Guided by", ()),)),
    ("Having considered the report of the Secretary-General,",
     (("审议了", "Having considered", ()),)),
    ("Having heard the statement of the Chair,", (("听取了", "Having heard", ()),)),
    ("Taking into account the views of Member States,", (("念及", "Taking into account", ()),)),
    ("Expressing its deep appreciation to the host country,",
     (("赞赏", "Expressing its deep appreciation", ()),)),
    ("Expressing the hope that the survey will resume,",
     (("希望", "Expressing the hope", ()),)),
    ("Stressing the need for funds, and recognizing the efforts of States in this regard,",
     (("强调", "Stressing", ()), ("确认", "recognizing", ()))),
    ("Welcoming the report, and noting in this regard the five points of the Chair,",
     (("欢迎", "Welcoming", ()), ("注意到", "noting in this regard", ()))),
    ("Emphasizing that cooperation is essential, and reaffirming its resolution 64/251,",
     (("强调", "Emphasizing", ()), ("重申", "reaffirming", ()))),
    ("Recognizing the high numbers affected, bearing in mind their needs, and welcoming in this "
     "regard the adoption of the plan,",
     (("确认", "Recognizing", ()), ("欢迎", "welcoming in this regard", ()))),
    ("Recognizing the importance of sharing data and encouraging cooperation among States,",
     (("确认", "Recognizing", ()),)),
    ("Reaffirming the need to act by sharing data, and encouraging new partners,",
     (("重申", "Reaffirming", ()),)),
    ("Recalling that the Committee welcomes the report and requests more time,",
     (("回顾", "Recalling", ()),)),
    ("Welcoming and supporting the work of the panel,", (("欢迎", "Welcoming", ()),)),
    ("Regretting the absence of a reply,", (("遗憾", "Regretting", ()),)),
    ("Looking forward to the early completion of the survey,",
     (("期待", "Looking forward to", ()),)),
    ("Considering that the present arrangements have served their purpose,",
     (("念及", "Considering", ()),)),
    # operative
    ("Requests the Secretary-General to submit a report;",
     (("请", "Requests", ("the Secretary-General",)),)),
    ("Also requests the Secretary‑General to submit a report;",
     (("请", "Also requests", ("the Secretary‑General",)),)),
    ("Further requests the Secretary-General, in consultation with Member States, to report;",
     (("请", "Further requests", ("the Secretary-General",)),)),
    ("Reiterates its request to the President of the General Assembly to organize a meeting;",
     (("请", "Reiterates its request to", ("the President of the General Assembly",)),)),
    ("Reiterates its request that the Secretary-General report annually;",
     (("请", "Reiterates its request that", ("the Secretary-General",)),)),
    ("Requests the Secretary-General to submit a report to the General Assembly at its eightieth "
     "session, and decides to include the item in the provisional agenda;",
     (("请", "Requests", ("the Secretary-General",)), ("决定", "decides", ()))),
    ("Takes note of the report, and requests the Secretary-General to transmit it to the "
     "Conference on Disarmament;",
     (("注意到", "Takes note of", ()), ("请", "requests", ("the Secretary-General",)))),
    ("Takes note with interest of the report and invites Member States to comment on it;",
     (("注意到", "Takes note with interest of", ()), ("邀请", "invites", ("Member States",)))),
    ("Notes with appreciation the work done, and in this regard encourages the specialized "
     "agencies to take part, and also decides to review the matter;",
     (("注意到", "Notes with appreciation", ()),
      ("鼓励", "in this regard encourages", ("the specialized agencies",)),
      ("决定", "also decides", ()))),
    ("Notes that the Committee welcomes the report and requests more time;",
     (("注意到", "Notes", ()),)),
    ("Welcomes the report of the panel, which recognizes the need for time and stresses urgency;",
     (("欢迎", "Welcomes", ()),)),
    ("Welcomes the report of the panel, which recognizes the need for time, and requests the "
     "Secretary-General to circulate it;",
     (("欢迎", "Welcomes", ()), ("请", "requests", ("the Secretary-General",)))),
    ("Takes note of the responses received and requests for further information;",
     (("注意到", "Takes note of", ()),)),
    ("Calls upon all Member States to share their tables;",
     (("促请", "Calls upon", ("all Member States",)),)),
    ("Calls upon, in this regard, all Member States to act;",
     (("促请", "Calls upon, in this regard", ("all Member States",)),)),
    ("Once again calls upon the nuclear-weapon States to comply;",
     (("促请", "Once again calls upon", ("the nuclear-weapon States",)),)),
    ("Calls upon Member States, international organizations and civil society, including "
     "non-governmental organizations, academia and the mass media, to observe the Day;",
     (("促请", "Calls upon",
       ("Member States", "international organizations", "civil society",
        "non-governmental organizations", "academia", "mass media")),)),
    ("Calls for the full implementation of the plan by all States;",
     (("呼吁", "Calls for", ()),)),
    ("Calls for the Conference on Disarmament to commence negotiations;",
     (("呼吁", "Calls for", ("the Conference on Disarmament",)),)),
    ("Appeals to all Governments to contribute;",
     (("呼吁", "Appeals to", ("all Governments",)),)),
    ("Strongly urges States that have not yet done so to accede to the Convention;",
     (("敦促", "Strongly urges", ("States that have not yet done so",)),)),
    ("Urges all States that have not yet signed or ratified the Treaty to do so without delay;",
     (("敦促", "Urges", ("all States that have not yet signed or ratified the Treaty",)),)),
    ("Urges all States parties to the Treaty to accede to the Protocol;",
     (("敦促", "Urges", ("all States parties to the Treaty",)),)),
    ("Requests those Member States which have not yet paid their contributions to the budget to "
     "do so in full;",
     (("请", "Requests",
       ("those Member States which have not yet paid their contributions to the budget",)),)),
    ("Invites Member States in a position to do so to contribute to the Fund;",
     (("邀请", "Invites", ("Member States in a position to do so",)),)),
    ("Invites all Governments and intergovernmental organizations concerned to do so;",
     (("邀请", "Invites", ("all Governments", "intergovernmental organizations concerned")),)),
    ("Encourages the United Nations system and relevant international and regional organizations "
     "to cooperate;",
     (("鼓励", "Encourages",
       ("the United Nations system", "relevant international and regional organizations")),)),
    ("Calls upon the United Nations system, the Bretton Woods institutions and other relevant "
     "stakeholders, and States, to take part;",
     (("促请", "Calls upon", ("the United Nations system", "States")),)),
    ("Calls upon Member States and civil society, including academia, to:",
     (("促请", "Calls upon", ("Member States", "civil society", "academia")),)),
    ("Urges States that have not acceded to the Treaty to, inter alia, do so;",
     (("敦促", "Urges", ("States that have not acceded to the Treaty",)),)),
    ("Invites the Samplia Group and Member States to take part;",
     (("邀请", "Invites", ("Member States",)),)),
    ("Invites all States that have not yet done so, and the relevant organs and organizations of "
     "the United Nations system, to reply;",
     (("邀请", "Invites",
       ("all States that have not yet done so",
        "the relevant organs and organizations of the United Nations system")),)),
    ("Urges the full disclosure of records by banks and States to end this;",
     (("敦促", "Urges", ()),)),
    ("Recommends that the Fifth Committee consider the matter;",
     (("建议", "Recommends", ("the Fifth Committee",)),)),
    ("Authorizes the Secretary-General to enter into commitments;",
     (("授权", "Authorizes", ("the Secretary-General",)),)),
    ("Demands that all parties comply;", (("要求", "Demands", ()),)),
    ("Decides to convene, in New York, from 5 to 9 June 2028, a conference;",
     (("决定", "Decides", ()),)),
    ("Decides to remain seized of the matter.", (("决定", "Decides", ()),)),
    ("Decides that the Secretary-General shall attend;", (("决定", "Decides", ()),)),
    ("Approves the budget; also approves the staffing table;",
     (("核准", "Approves", ()), ("核准", "also approves", ()))),
    ("Endorses the recommendations of the Committee;", (("赞同", "Endorses", ()),)),
    ("Expresses its appreciation to the Secretary-General for the support given, and expresses "
     "its deep concern at the delay;",
     (("赞赏", "Expresses its appreciation", ()), ("关切", "expresses its deep concern", ()))),
    ("Strongly condemns all such acts, and urges all States to cooperate;",
     (("谴责", "Strongly condemns", ()), ("敦促", "urges", ("all States",)))),
    ("Remains deeply concerned about the delay;",
     (("关切", "Remains deeply concerned about", ()),)),
    ("Urges, as a matter of priority, the nuclear-weapon States to reply;",
     (("敦促", "Urges", ("the nuclear-weapon States",)),)),
    ("Reaffirms its decision, and looks forward to the early entry into force of the Treaty;",
     (("重申", "Reaffirms", ()), ("期待", "looks forward to", ()))),
    ("Congratulates the United States of America on its archive;",
     (("祝贺", "Congratulates", ()),)),
    ("Invites the United States of America to contribute;", (("邀请", "Invites", ()),)),
    ("Requests the Deputy Secretary-General to attend;", (("请", "Requests", ()),)),
    ("Welcomes the efforts of Member States;", (("欢迎", "Welcomes", ()),)),
    ("(a) Requests the Secretary-General to act;", ()),
    ("To submit a report;", ()),
    ("The Secretary-General requests more time;", ()),
)  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), SPECIMENS, ids=lambda value: str(value)[:60])
def test_a_paragraph_is_read_into_its_acts(text: str, acts: tuple[Act, ...]) -> None:
    assert (
        tuple(
            (act.verb, act.verb_span.of(text), tuple(one.text for one in act.addressees))
            for act in clauses_of(text)
        )
        == acts
    )


# The same act in both languages says the same.
PAIRS = (
    ("请秘书长向大会第七十六届会议提出报告；",
     "Requests the Secretary-General to submit a report to the General Assembly at its "
     "seventy-sixth session;"),
    ("促请会员国、联合国系统和民间社会，包括学术界和个人，纪念国际日；",
     "Calls upon Member States, the United Nations system and civil society, including academia "
     "and individuals, to commemorate the International Day;"),
    ("敦促所有会员国以及国际组织合作；",
     "Urges all Member States, as well as international organizations, to cooperate;"),
    ("表示注意到秘书长的报告，并请秘书长将报告转递裁军谈判会议；",
     "Takes note of the report of the Secretary-General, and requests the Secretary-General to "
     "transmit the report to the Conference on Disarmament;"),
    ("决定在大会第七十七届会议临时议程内列入题为“样例”的分项；",
     "Decides to include in the provisional agenda of its seventy-seventh session the sub-item "
     "entitled “Sample”;"),
    ("深为关切拖延，", "Deeply concerned at the delay,"),
    ("邀请核武器国家和其他国家合作；",
     "Invites the nuclear-weapon States and other countries to cooperate;"),
    ("鼓励各国不迟于2026年3月1日提交报告；",
     "Encourages States to submit reports no later than 1 March 2026;"),
    ("请大会主席每年安排会议；",
     "Requests the President of the General Assembly to organize a meeting every year;"),
    ("欢迎努力，并赞赏地注意到秘书长的报告，",
     "Welcoming the efforts, and noting with appreciation the report of the Secretary-General,"),
)  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), PAIRS, ids=lambda text: text[:40])
def test_both_languages_of_an_act_say_the_same(zh: str, en: str) -> None:
    def said(act: Clause) -> tuple[object, ...]:
        return (
            act.verb,
            act.family,
            act.strength,
            [one.name for one in act.addressees],
            [(one.session, one.date, one.recurring) for one in act.deadlines],
            len(act.deliverables),
        )

    assert [said(act) for act in clauses_of(en)] == [said(act) for act in chinese.clauses_of(zh)]


def test_an_act_leaves_out_the_joint_and_the_closing_stop() -> None:
    text = "Takes note of the report, and requests the Secretary-General to transmit it; and"
    assert [act.span.of(text) for act in clauses_of(text)] == [
        "Takes note of the report",
        "requests the Secretary-General to transmit it",
    ]


def test_a_quotation_begins_no_act_and_names_nobody() -> None:
    text = (
        "Decides to keep the item entitled “Help, and requests the Secretary-General to report to "
        "the General Assembly at its eightieth session” on its agenda;"
    )
    act = only(text)
    assert (act.mentioned, act.deadlines) == ((), ())


def test_the_object_is_what_follows_verb_and_addressee() -> None:
    text = "Calls upon Member States and civil society, including academia, to observe the Day;"
    act = only(text)
    assert act.object is not None
    assert act.object.of(text) == "to observe the Day"
    assert [one.name for one in act.addressees] == ["会员国", "民间社会", "学术界"]
    assert act.mentioned == ()


def test_bodies_inside_an_act_are_mentioned_by_their_names() -> None:
    act = only("Requests the Secretary-General to assist the Disarmament Commission;")
    assert [(one.name, one.text) for one in act.mentioned] == [
        ("裁军审议委员会", "Disarmament Commission")
    ]


def test_what_a_text_states_is_no_state() -> None:
    assert only("Notes that the preamble states the aims of all States;").mentioned[0].text == (
        "States"
    )
    assert len(only("Notes that the preamble states the aims of all States;").mentioned) == 1


def test_offsets_are_those_of_the_source_also_where_characters_were_dropped() -> None:
    text = "Re\u00adquests the\u00a0Secretary\u2011Gen\u200beral to submit a re\u00adport;"
    act = only(text)
    assert act.verb_span.of(text) == "Re\u00adquests"
    assert act.addressees[0].text == "the\u00a0Secretary\u2011Gen\u200beral"
    assert act.addressees[0].name == "秘书长"


_WORDS = st.sampled_from(
    [
        "Requests", "requests", "Recalling", "noting", "decides", ", and", "and", ";", ",", "which",
        "that", "the Secretary-General", "all States", "to submit", "a report", "at its", "of",
        "seventy-sixth session", "including", "academia", "“", "”", "by", "2030", "in this regard",
        "with appreciation", "no later than 1 March 2026", "expresses its deep", "concern", "…",
    ]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_acts_are_in_order_apart_and_in_the_text(text: str) -> None:
    end = 0
    for act in clauses_of(text):
        assert end <= act.span.start <= act.verb_span.start
        assert act.verb_span.end <= act.span.end <= len(text)
        for one in (*act.addressees, *act.mentioned):
            assert act.span.start <= one.span.start < one.span.end <= act.span.end
            assert one.span.of(text) == one.text
        for deadline in act.deadlines:
            assert deadline.span.of(text) == deadline.text
        if act.object is not None:
            assert act.verb_span.end <= act.object.start < act.object.end == act.span.end
        end = act.span.end


@pytest.mark.parametrize(
    "piece",
    ["and also requests States that ", "Requests ", "in this regard, ", "“", "\"", "States, ",
     "States that are ", "submit, a, ", "at its seventy-sixth and ", "expresses its deep and ",
     "the relevant ", ", including ", "strongly and ", "every year ", "take into "],
)  # fmt: skip
def test_a_hostile_paragraph_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    text = "Requests " + piece * (100_000 // len(piece))
    began = time.perf_counter()
    clauses_of(text)
    assert time.perf_counter() - began < 10

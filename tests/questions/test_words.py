"""Bodies, verbs and content words of a question."""

from __future__ import annotations

import pytest

from assistant.questions.words import asked_bodies, asked_verbs, content_terms, wanted
from assistant.text.normalise import fold
from assistant.types import Lang


def bodies_in(text: str, lang: Lang = "zh") -> list[str]:
    return [body.name for body in asked_bodies(fold(text).text, lang)]


def verbs_in(text: str, lang: Lang = "zh") -> tuple[list[str], bool]:
    """(verbs named, whether any directive is meant)"""
    folded = fold(text).text
    names, directive, _ = asked_verbs(folded, asked_bodies(folded, lang), lang)
    return list(names), directive


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请秘书长做什么", ["秘书长"]),
        ("請秘書長做什麼", ["秘书长"]),
        ("联合国秘书长", ["秘书长"]),
        ("安理会", ["安全理事会"]),
        ("大会主席", ["大会主席"]),
        ("敦促各国和会员国", ["各国", "会员国"]),
        ("无核武器国家", ["无核武器国家"]),
        ("各国国家元首", []),  # heads of state, not states
        ("大会决定了什么", []),  # the Assembly is who speaks
        ("中国要做什么", []),
    ],
)
def test_bodies_are_found_under_every_name_but_the_speaker(text: str, names: list[str]) -> None:
    assert bodies_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What must the Secretary-General do?", ["秘书长"]),
        ("Member States", ["会员国"]),
        ("nuclear-weapon States", ["核武器国家"]),
        ("the President of the General Assembly", ["大会主席"]),
        ("what is the President asked to do", ["大会主席"]),
        ("the President of the Security Council", ["安全理事会"]),
        ("the General Assembly decides", []),
    ],
)
def test_bodies_are_found_in_english(text: str, names: list[str]) -> None:
    assert bodies_in(text, "en") == names


@pytest.mark.parametrize(
    ("text", "names", "directive"),
    [
        # any directive
        ("请秘书长做什么", [], True),
        ("对秘书长的要求", [], True),
        ("秘书长被要求做什么", [], True),
        ("对各国的建议", [], True),
        ("请谁做什么", [], True),
        ("要谁做什么", [], True),
        ("要求哪些机构做什么", [], True),
        # this verb
        ("用“请”这个动词的段落", ["请"], False),
        ("用“要求”这个动词对各国说话", ["要求"], False),
        ("请了谁", ["请"], False),
        ("再次请谁", ["请"], False),
        ("促请会员国", ["促请"], False),
        ("建议秘书长做什么", ["建议"], False),
        ("作出了哪些决定", ["决定"], False),
        ("重申了什么", ["重申"], False),
        ("再次申明了什么", ["重申"], False),
        ("表示关切", ["关切"], False),
        ("强调指出", ["强调"], False),
        ("又欢迎什么", ["欢迎"], False),
        ("督促各国", ["敦促"], False),
        # words that only look like verbs
        ("请帮我查一下", [], False),
        ("五点建议", [], False),
        ("秘书长的支持", [], False),
        ("什么时候通过的", [], False),
    ],
)
def test_a_named_verb_is_told_from_any_directive(
    text: str, names: list[str], directive: bool
) -> None:
    assert verbs_in(text) == (names, directive)


@pytest.mark.parametrize(
    ("text", "names", "directive"),
    [
        ("What does it request the Secretary-General to do?", [], True),
        ("Member States should do what", [], True),
        ("What requests does it make?", [], True),
        ("Who is requested to do what?", [], True),
        ("Which paragraphs request somebody to report?", [], True),
        ("Which paragraphs request something?", ["请"], False),
        ("Which paragraphs authorize something?", ["授权"], False),
        ("What does it welcome?", ["欢迎"], False),
        ("What was decided?", ["决定"], False),
        ("urges States", ["促请", "敦促"], False),
        ("calls upon Member States", ["促请", "吁请", "呼吁"], False),
        ("expresses concern", ["关切"], False),
        ("looks forward to", ["期待"], False),
        ("takes note of", ["注意到"], False),
    ],
)
def test_an_english_verb_stands_for_all_that_it_translates(
    text: str, names: list[str], directive: bool
) -> None:
    found, any_directive = verbs_in(text, "en")
    assert (sorted(found), any_directive) == (sorted(names), directive)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("何时何地开放签署", ("date", "place")),
        ("彻底消除核武器国际日是哪一天", ("date",)),
        ("在哪里召开", ("place",)),
        ("有多少个支柱", ("number",)),
        ("文号是多少", ("symbol",)),
        ("由谁出席", ("who",)),
        ("几乎所有国家", ()),
        ("When and where was it opened?", ("date", "place")),
        ("请秘书长做什么", ()),
    ],
)
def test_the_kind_of_words_asked_for_is_known(text: str, kinds: tuple[str, ...]) -> None:
    assert wanted(text) == kinds


def test_content_words_bring_the_wording_of_the_texts() -> None:
    terms = content_terms("直播和禁核条约", "zh")
    assert {term.word: "网播" in term.wordings for term in terms}["直播"]
    assert any("禁止核武器条约" in term.wordings for term in terms)


def test_titles_dates_and_documents_are_kept_whole_and_name_something() -> None:
    terms = content_terms("《禁止核武器条约》在2017年7月7日和A/75/96里", "zh")
    naming = [term.word for term in terms if term.naming]
    assert naming == ["禁止核武器条约", "A/75/96", "2017年7月7日"]


def test_the_words_that_only_ask_are_no_content() -> None:
    assert content_terms("请问这个决议具体提到了哪些内容和情况呢", "zh") == ()
    assert content_terms("What does the resolution say about it?", "en") == ()


def test_a_country_names_something_in_particular() -> None:
    (korea,) = [term for term in content_terms("朝鲜进行核试验", "zh") if term.word == "朝鲜"]
    assert korea.naming


def test_english_terms_bring_their_chinese_wording() -> None:
    (term,) = content_terms("webcast", "en")
    assert term.wordings == ("网播",)


def test_each_content_word_comes_once() -> None:
    words = [term.word for term in content_terms("核武器和核武器和核武器", "zh")]
    assert words == ["核武器"]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("NPT的三个支柱", "不扩散核武器条约"),
        ("TPNW何时开放签署", "禁止核武器条约"),
        ("CTBT何时生效", "全面禁止核试验条约"),
    ],
)
def test_an_abbreviation_is_content_and_brings_its_full_name(text: str, wording: str) -> None:
    assert any(wording in term.wordings for term in content_terms(text, "zh"))


def test_a_recommendation_that_is_approved_is_no_act_of_its_own() -> None:
    assert verbs_in("哪些决议核准了建议") == (["核准"], False)
    assert verbs_in("哪些段落赞同该建议") == (["赞同"], False)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold import GoldItem, Variant
from eval.variants import (
    chinese,
    full_width,
    numerals,
    polite,
    traditional,
    typo,
    variants,
    variants_of,
)

QUESTION = "第75/45号决议第13段请秘书长做什么？"


def by_kind(question: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for variant in variants(question):
        found.setdefault(variant.kind, []).append(variant.text)
    return found


def test_a_symbol_is_written_in_every_form() -> None:
    assert by_kind("第75/45号决议第13段")["symbol"] == [
        "75/45第13段",
        "A/RES/75/45第13段",
        "联大第75/45号决议第13段",
        "第75／45号决议第13段",
        "大会第七十五届会议第45号决议第13段",
    ]


def test_a_symbol_in_traditional_script_is_replaced_whole() -> None:
    assert "A/RES/75/45第13段" in by_kind("聯大第75/45號決議第13段")["symbol"]


def test_every_symbol_of_a_comparison_is_rewritten() -> None:
    assert "A/RES/72/31和A/RES/75/45有何不同" in by_kind("72/31和75/45有何不同")["symbol"]


@pytest.mark.parametrize("symbol", ["A/75/399", "S-10/2", "NPT/CONF.2000/28", "1/75/45"])
def test_the_number_of_something_else_is_not_a_resolution(symbol: str) -> None:
    assert "symbol" not in by_kind(f"{symbol}是什么文件")


def test_english_questions_get_english_forms_and_no_chinese_filler() -> None:
    found = by_kind("What does resolution 75/45 ask?")
    assert "What does General Assembly resolution 75/45 ask?" in found["symbol"]
    assert found["filler"] == ["Hello, What does resolution 75/45 ask? Thank you."]
    assert "traditional" not in found


def test_full_width_changes_digits_and_slashes_only() -> None:
    assert full_width("A/RES/75/45 OP3") == "A／RES／７５／４５ OP３"


def test_ordinals_and_days_become_chinese_and_back() -> None:
    assert numerals("第7至9段") == "第七至九段"
    assert numerals("9月26日是什么日子") == "九月二十六日是什么日子"
    assert numerals("第七十六届会议") == "第76届会议"


def test_symbols_keep_their_digits_when_ordinals_change() -> None:
    assert numerals("第75/45号决议第13段") == "第75/45号决议第十三段"


def test_script_and_filler() -> None:
    assert traditional("决议请秘书长") == "決議請祕書長"
    assert polite("75/45讲什么") == "请问75/45讲什么？谢谢！"


def test_a_typo_spares_symbols_bodies_verbs_and_titles() -> None:
    assert typo("《关于的条约》") == "《关于的条约》"
    named = "Treaty on the Prohibition of Nuclear Weapons?"
    assert typo(named) == named
    slipped = typo(QUESTION)
    assert slipped != QUESTION
    for kept in ("75/45", "13", "请", "秘书长"):
        assert kept in slipped


@given(st.integers(1, 9999))
def test_every_number_has_a_chinese_form_without_digits(number: int) -> None:
    assert not any(c.isdecimal() for c in chinese(number))


@given(st.text(alphabet="第75/45号决议的请秘书长段？什么是了", max_size=30))
def test_variants_are_the_same_every_time_and_never_the_question(question: str) -> None:
    assert variants(question) == variants(question)
    assert all(variant.text != question for variant in variants(question))


def test_hand_written_variants_come_first_and_replace_the_last_turn() -> None:
    item = GoldItem(
        "f-1",
        "dev",
        "follow_up",
        ("75/45第1段", "第2段呢"),
        variants=(Variant("spoken", "下一段呢"),),
    )
    kinds = variants_of(item)
    assert kinds[0] == ("spoken", ("75/45第1段", "下一段呢"))
    assert ("full_width", ("７５／４５第１段", "第２段呢")) in kinds


def test_look_ups_get_every_form_of_a_symbol_and_others_two_each_in_turns() -> None:
    def forms(kind: str, question: str) -> list[str]:
        item = GoldItem("x-1", "dev", kind, (question,))
        return [turns[0] for variant, turns in variants_of(item) if variant == "symbol"]

    assert len(forms("lookup", "75/45第13段")) == 5
    asked = [forms("verb", f"75/45第{n}段的动词") for n in range(40)]
    assert all(1 <= len(each) <= 2 for each in asked)
    for start in ("A/RES/75/45", "第75/45", "联大第75", "第75／45", "大会第七十五届"):
        assert any(form.startswith(start) for each in asked for form in each), start

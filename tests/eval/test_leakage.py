from __future__ import annotations

from eval.gold import GoldItem
from eval.leakage import item_leaks, leaks
from eval.subject import Truth
from tests.eval.library import OP13, OP14


def test_six_characters_in_common_are_a_leak() -> None:
    assert leaks("谁要就本决议的执行情况说话", OP14, ()) == (
        "就本决议的执", "本决议的执行", "决议的执行情", "议的执行情况",
    )  # fmt: skip


def test_five_characters_in_common_are_not() -> None:
    assert leaks("本决议的执谁来管", OP14, ()) == ()


def test_blanks_and_full_width_forms_do_not_hide_a_leak() -> None:
    assert leaks("彻底 销毁 核武器 的目标", OP13, ()) != ()


def test_names_do_not_count_nor_pieces_of_them() -> None:
    text = "促请《全面禁止核试验条约》缔约国"
    assert leaks("全面禁止核试验条约怎么说", text, ()) != ()
    assert leaks("全面禁止核试验条约怎么说", text, ("全面禁止核试验条约",)) == ()
    assert leaks("禁止核试验条约怎么说", text, ("全面禁止核试验条约",)) == ()


def test_a_run_that_leaves_the_name_starts_anew_after_it() -> None:
    text = "国际日以此专门致力于推进"
    assert leaks("国际日以此专门致力", text, ("彻底消除核武器国际日",)) != ()
    assert leaks("核武器国际日以此专门", text, ("彻底消除核武器国际日",)) == ()


def test_dates_do_not_count() -> None:
    assert leaks("2020年12月7日的事", "2020 年 12 月 7 日大会", ()) == ()


def test_every_wording_of_an_item_is_looked_at(truth: Truth) -> None:
    item = GoldItem(
        "f-1", "dev", "fact", ("先问这个", "要就本决议的执行情况做什么"),
        groups=(("A/RES/75/45#OP14",),),
    )  # fmt: skip
    assert "f-1: 就本决议的执 stands in A/RES/75/45#OP14" in list(item_leaks(item, truth))

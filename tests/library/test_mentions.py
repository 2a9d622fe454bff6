"""Who mentions what, as rows."""

from __future__ import annotations

from dataclasses import replace

from assistant.library.records import Records
from tests.library.specimens import resolution


def test_rows_say_where_a_mention_stands_and_how(records: Records) -> None:
    records.put(resolution())
    made = records.mentions.made_by(["A/RES/75/45"])
    assert [(row.key, row.position, row.target, row.invoked) for row in made] == [
        ("A/RES/75/45#PP1", 0, "A/RES/74/54", "recalls"),
        ("A/RES/75/45#PP1", 1, "不扩散核武器条约", "cites"),
    ]
    assert records.mentions.of(["不扩散核武器条约"]) == made[1:]
    assert records.mentions.of(["A/RES/1/1"]) == ()


def test_rows_come_in_the_order_of_the_library(records: Records) -> None:
    for session in (76, 74, 75):
        records.put(resolution(f"A/RES/{session}/45", session))
    rows = records.mentions.of(["A/RES/74/54"])
    assert [row.symbol for row in rows] == ["A/RES/74/45", "A/RES/75/45", "A/RES/76/45"]


def test_more_symbols_than_a_statement_takes_are_looked_up(records: Records) -> None:
    records.put(resolution())
    many = [f"A/RES/60/{number}" for number in range(40_000)]
    assert len(records.mentions.of([*many, "A/RES/74/54"])) == 1


def test_what_is_held_is_known_by_symbol_and_by_name(records: Records) -> None:
    records.put_file([resolution("A/RES/51/942A", 51), resolution("A/RES/51/942B", 51)])
    held = records.mentions.held()
    assert list(held.by_symbol) == ["A/RES/51/942A", "A/RES/51/942B"]
    assert [entry.symbol for entry in held.by_name["A/RES/51/942"]] == list(held.by_symbol)
    assert [entry.symbol for entry in held.meant_by("A/RES/51/942")] == list(held.by_symbol)
    assert [entry.symbol for entry in held.meant_by("A/RES/51/942B")] == ["A/RES/51/942B"]
    assert held.meant_by("A/RES/51/943") == ()


def test_what_is_held_follows_every_change_of_the_library(records: Records) -> None:
    records.put(resolution())
    assert list(records.mentions.held().by_symbol) == ["A/RES/75/45"]
    records.put(replace(resolution(), title="另一个标题"))
    assert records.mentions.held().by_symbol["A/RES/75/45"].title == "另一个标题"
    records.remove("A/RES/75/45")
    assert records.mentions.held().by_symbol == {}

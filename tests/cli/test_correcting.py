from __future__ import annotations

from datetime import date

import pytest

from assistant.cli.correcting import as_corrections, overrides
from assistant.errors import InvalidCorrection
from assistant.types import Overrides, Selection, Understood


def test_slots_are_given_by_their_names() -> None:
    written = ("symbols=75/45, 72/31", "addressees=会员国，各国", "session=75", "intent=acts")
    assert overrides(written) == Overrides(
        intent="acts", symbols=("75/45", "72/31"), addressees=("会员国", "各国"), session=75
    )


def test_an_empty_value_empties_the_slot() -> None:
    given = overrides(("verbs=", "session=", "target="))
    assert given == Overrides(verbs=(), emptied=("session", "target"))


def test_what_chooses_resolutions_comes_piece_by_piece() -> None:
    given = overrides(("committee=一委", "since=2018-01-01", "first_session=72"))
    chosen = Selection(committee="一委", since=date(2018, 1, 1), first_session=72)
    assert given == Overrides(selection=chosen)


def test_nothing_written_corrects_nothing() -> None:
    assert overrides(()) is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("75/45", "symbols"),
        ("symbol=75/45", "symbols"),
        ("session=seventy", "数字"),
        ("since=someday", "2018-01-01"),
        ("intent=", "一个值"),
        ("target=75/45", "清空"),
    ],
)
def test_what_is_no_correction_says_what_may_be_given(written: str, says: str) -> None:
    with pytest.raises(InvalidCorrection) as refused:
        overrides((written,))
    assert says in refused.value.zh


def test_what_was_understood_is_printed_as_it_can_be_put_right() -> None:
    read = Understood("acts", ("A/RES/75/45",), addressee="秘书长、会员国", session=75)
    printed = as_corrections(read)
    assert printed == "intent=acts symbols=A/RES/75/45 addressees=秘书长,会员国 session=75"
    assert overrides(printed.split()) == Overrides(
        intent="acts", symbols=("A/RES/75/45",), addressees=("秘书长", "会员国"), session=75
    )

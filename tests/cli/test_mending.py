from __future__ import annotations

import pytest

from assistant.cli.mending import mended_lines
from assistant.types import Lang, Mended

LOST = Mended(
    damaged="library.sqlite3.damaged-20350101T000000",
    kept=7,
    regained=(("A/RES/75/45", "zh"),),
    lost=(("A/RES/72/31", "en"),),
    rows_lost=(("mandates", 3), ("turns", 2)),
    sources_lost=("ab" * 32,),
    indexes=("dense",),
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_mended_and_what_was_lost_is_told(lang: Lang) -> None:
    told = "\n".join(line.text for line in mended_lines(LOST, lang))
    for part in ("7", "A/RES/72/31", "damaged-20350101T000000", "dense", "abababababab"):
        assert part in told
    assert "mandates" not in told  # made again with their resolutions
    assert ("问答 2" if lang == "zh" else "2 or more questions") in told


def test_where_nothing_was_wrong_that_is_said() -> None:
    assert [line.text for line in mended_lines(Mended(), "en")] == ["There was nothing to mend."]


def test_turns_that_went_from_sound_records_are_told() -> None:
    (line,) = mended_lines(Mended(rows_lost=(("turns", 1),)), "zh")
    assert "问答 1" in line.text

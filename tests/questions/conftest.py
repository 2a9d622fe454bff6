from __future__ import annotations

import pytest

from assistant.types import Summary

EARLIER, LATER = "A/RES/72/31", "A/RES/75/45"


@pytest.fixture(scope="session")
def catalogue() -> tuple[Summary, ...]:
    """What the library says of the two sample resolutions, without a library."""
    return (
        Summary(EARLIER, "第72/31号决议", "推进多边核裁军谈判", "zh", 72, "2017-12-04",
                "第一委员会", 21, 16),
        Summary(LATER, "第75/45号决议", "2013 年核裁军问题大会高级别会议的后续行动", "zh", 75,
                "2020-12-07", "第一委员会", 16, 15),
    )  # fmt: skip

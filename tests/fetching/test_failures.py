from __future__ import annotations

import re

import pytest

from assistant.fetching import failures
from assistant.fetching.failures import NotFetched

EVERY = [
    failures.missing(),
    failures.error_page(),
    failures.refused_status(403),
    failures.busy_status(503, 0),
    failures.asked_to_wait(3600),
    failures.login_page(),
    failures.unreachable("Connection refused"),
    failures.too_slow(60),
    failures.cut(10, 20),
    failures.cut(10, None),
    failures.damaged(),
    failures.old_word(),
    failures.other_format("image/png"),
    failures.too_large(10),
    failures.foreign_redirect("evil.example"),
    failures.endless_redirects(),
    failures.another_document("A/RES/75/46"),
    failures.another_language("en"),
    failures.given_up(3),
    failures.cannot_keep("No space left on device"),
    failures.cannot_save("there", "Permission denied"),
    failures.our_fault(),
]


@pytest.mark.parametrize("failure", EVERY, ids=lambda failure: failure.en)
def test_every_failure_is_one_line_in_both_languages(failure: NotFetched) -> None:
    assert re.search("[\u4e00-\u9fff]", failure.zh)
    assert not re.search("[\u4e00-\u9fff]", failure.en)
    assert "\n" not in failure.zh + failure.en


@pytest.mark.parametrize(("status", "kind"), [(403, "server"), (202, "server"), (400, "document")])
def test_a_refusal_that_every_document_would_meet_is_the_servers(status: int, kind: str) -> None:
    assert failures.refused_status(status).kind == kind

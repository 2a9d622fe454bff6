"""Acts with their items, and items with the act that leads to them."""

from __future__ import annotations

import pytest

from assistant.retrieval.subparagraphs import complete
from assistant.text.places import parent
from assistant.types import Intent, Paragraph, Passage, Resolution, Span
from tests.retrieval.specimens import with_items

HELD = with_items()
BY_PLACE = {paragraph.place: paragraph for paragraph in HELD.paragraphs}


def found(place: str, *clauses: int, spans: tuple[Span, ...] = ()) -> Passage:
    return Passage(BY_PLACE[place], 1.0, "structure", clauses, spans)


def completed(intent: Intent, *passages: Passage) -> list[str]:
    shown = complete(intent, passages, lambda _: HELD)
    return [passage.paragraph.place for passage in shown]


def test_an_act_brings_its_items_in_order() -> None:
    assert completed("acts", found("OP2", 0)) == [
        "OP2", "OP2(a)", "OP2(b)", "OP2(b)(i)", "OP2(b)(ii)",
    ]  # fmt: skip


def test_items_belong_to_the_last_act_of_their_paragraph() -> None:
    assert completed("acts", found("OP3", 0)) == ["OP3"]
    assert completed("acts", found("OP3", 1)) == ["OP3", "OP3(a)"]


def test_an_item_found_by_itself_comes_with_what_leads_to_it() -> None:
    shown = complete("content", (found("OP2(b)(i)"),), lambda _: HELD)
    assert [(p.paragraph.place, p.clauses) for p in shown] == [
        ("OP2", (0,)), ("OP2(b)", ()), ("OP2(b)(i)", ()),
    ]  # fmt: skip


def test_of_two_acts_the_one_that_leads_to_the_item_is_shown() -> None:
    (lead, _) = complete("phrase", (found("OP3(a)"),), lambda _: HELD)
    assert (lead.paragraph.place, lead.clauses) == ("OP3", (1,))


def test_an_inferred_number_has_items_too() -> None:
    assert completed("acts", found("OP~4")) == ["OP~4", "OP~4(a)"]


def test_what_is_found_twice_is_shown_once() -> None:
    shown = completed("acts", found("OP2", 0), found("OP2(a)"), found("OP2(b)(ii)"))
    assert len(shown) == len(set(shown)) == 5


@pytest.mark.parametrize("intent", ["count", "masthead", "paragraph", "overview"])
def test_what_is_counted_or_named_stays_as_it_was(intent: Intent) -> None:
    assert completed(intent, found("OP2")) == ["OP2"]


def test_exact_words_bring_nothing_with_them() -> None:
    assert completed("content", found("OP2", spans=(Span(0, 1),))) == ["OP2"]


@pytest.mark.parametrize("intent", ["acts", "content", "phrase"])
@pytest.mark.parametrize("paragraph", HELD.paragraphs, ids=lambda p: p.place)
def test_what_leads_no_items_brings_the_same_unread(intent: Intent, paragraph: Paragraph) -> None:
    """Knowing which paragraphs have items spares reading, and changes nothing."""
    leading = {parent(p.place) for p in HELD.paragraphs if "(" in p.place}
    read: list[str] = []

    def noting(symbol: str) -> Resolution:
        read.append(symbol)
        return HELD

    one = (Passage(paragraph, 1.0, "structure"),)
    known = complete(intent, one, noting, lambda key: key.partition("#")[2] in leading)
    assert known == complete(intent, one, lambda _: HELD)
    if paragraph.place not in leading and "(" not in paragraph.place:
        assert read == []

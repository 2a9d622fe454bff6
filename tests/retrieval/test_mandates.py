"""Mandates of generated libraries, against their truth; names, ranges, pages and agenda items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from assistant.errors import InvalidFilter, NotInLibrary
from assistant.library.engine import sqlite_url
from assistant.library.library import Library
from assistant.library.records import Records
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.retrieval.mandates import body_named, find_mandates
from assistant.text.deliverables import deliverable_name
from assistant.text.sessions import opening_day
from assistant.text.symbols import session_of
from assistant.text.verbs import verbs_by_name
from assistant.types import Mandate, MandateQuery, MandateSort
from eval.generator import Truth, resolutions
from eval.generator.truth import TrueAct


@dataclass(frozen=True)
class Generated:
    """A generated library and what it truly asks."""

    records: Records
    truths: tuple[Truth, ...]

    def keys(self, query: MandateQuery) -> list[str]:
        return [mandate.key for mandate in find_mandates(self.records, query).mandates]

    def acts(self) -> Iterator[tuple[Truth, str, TrueAct]]:
        """Every act that is a mandate, with the key of its paragraph."""
        for truth in self.truths:
            for paragraph in truth.paragraphs:
                for act in paragraph.acts if paragraph.kind == "operative" else ():
                    asks = verbs_by_name()[act.verb].family in ("directive", "decision")
                    if asks and (act.deadlines or act.deliverables):
                        yield truth, truth.key(paragraph), act


@pytest.fixture(scope="module", params=["zh", "en"])
def generated(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Generated]:
    path = tmp_path_factory.mktemp("mandates") / "records.sqlite3"
    records = Records(sqlite_url(path))
    truths: list[Truth] = []
    for file in resolutions(11, 90, langs=(request.param,)):
        records.put_file(parse(read_document(File(file.name, file.text.encode()))))
        truths += file.truths
    yield Generated(records, tuple(truths))
    records.close()


Facts = tuple[str, frozenset[str], frozenset[tuple[int | None, str | None, bool]], frozenset[str]]


def told(key: str, act: TrueAct) -> Facts:
    due = frozenset(
        (d.session, d.date.isoformat() if d.date else None, d.recurring) for d in act.deadlines
    )
    made = frozenset(str(deliverable_name(one)) for one in act.deliverables)
    return key, frozenset(act.addressees), due, made


def found(mandate: Mandate) -> Facts:
    due = frozenset((d.session, d.limit, d.recurring) for d in mandate.due)
    made = frozenset(str(deliverable_name(one)) for one in mandate.deliverables)
    return mandate.key, frozenset(e.name for e in mandate.addressees), due, made


def test_every_mandate_of_a_generated_library_is_found_and_nothing_else(
    generated: Generated,
) -> None:
    page = find_mandates(generated.records, MandateQuery())
    expected = Counter(told(key, act) for _, key, act in generated.acts())
    assert expected.total() > 200
    assert Counter(map(found, page.mandates)) == expected
    assert page.total == expected.total()
    assert page.coverage == generated.records.coverage()
    assert page.resolutions == len({truth.symbol for truth, _, _ in generated.acts()})


def test_what_is_asked_stands_in_its_paragraph_word_for_word(generated: Generated) -> None:
    page = find_mandates(generated.records, MandateQuery())
    texts = {t.key(p): p.text for t in generated.truths for p in t.paragraphs}
    for mandate in page.mandates:
        text = texts[mandate.key]
        assert mandate.span.of(text) == mandate.text
        assert mandate.asked in mandate.text
        assert all(due.text in mandate.text for due in mandate.due)
        assert all(entity.span.of(text) == entity.text for entity in mandate.addressees)


def test_the_reports_due_at_each_session_are_all_there(generated: Generated) -> None:
    sessions = {d.session for _, _, act in generated.acts() for d in act.deadlines if d.session}
    assert len(sessions) > 10
    for session in sessions:
        expected = [
            key
            for _, key, act in generated.acts()
            if any(d.session == session for d in act.deadlines)
            and any(deliverable_name(one) == "报告" for one in act.deliverables)
        ]
        query = MandateQuery(due_sessions=(session, session), deliverables=("报告",))
        assert sorted(generated.keys(query)) == sorted(expected)


def test_filters_hold_together(generated: Generated) -> None:
    first, last = 100, 110
    query = MandateQuery(
        sessions=(first, last), addressees=("Secretary-General",), recurring=True, timed=True
    )
    expected = [
        key
        for truth, key, act in generated.acts()
        if first <= (session_of(truth.symbol) or 0) <= last
        and "秘书长" in act.addressees
        and any(d.recurring for d in act.deadlines)
    ]
    assert sorted(generated.keys(query)) == sorted(expected)
    assert expected


def test_a_date_counts_sessions_by_the_day_they_open(generated: Generated) -> None:
    before = date(2050, 12, 31)

    def is_due(act: TrueAct) -> bool:
        days = [opening_day(d.session) for d in act.deadlines if d.session]
        days += [d.date for d in act.deadlines if d.date]
        return any(day <= before for day in days)

    expected = [key for _, key, act in generated.acts() if is_due(act)]
    assert expected
    assert sorted(generated.keys(MandateQuery(due_before=before))) == sorted(expected)


def test_what_is_due_first_comes_first_and_what_is_never_due_last(generated: Generated) -> None:
    def first_day(mandate: Mandate) -> str:
        days = [d.opens.isoformat() if d.opens else d.limit for d in mandate.due]
        return min((day for day in days if day), default="no day")

    page = find_mandates(generated.records, MandateQuery())
    days = [first_day(mandate) for mandate in page.mandates]
    assert days == sorted(days)
    undated = [bool(m.due) for m in page.mandates if first_day(m) == "no day"]
    assert undated == sorted(undated, reverse=True)
    assert undated[0]
    assert not undated[-1]


def test_the_latest_due_come_first_where_that_is_asked_and_those_of_no_day_last(
    generated: Generated,
) -> None:
    def first_day(mandate: Mandate) -> str:
        days = [d.opens.isoformat() if d.opens else d.limit for d in mandate.due]
        return min((day for day in days if day), default="")

    mandates = find_mandates(generated.records, MandateQuery(sort="due_latest")).mandates
    days = [first_day(mandate) for mandate in mandates]
    assert days == sorted(days, reverse=True)
    assert days[0] > days[-1] == ""


def test_the_newest_or_the_oldest_resolutions_come_first_each_in_document_order(
    generated: Generated,
) -> None:
    places = {
        truth.key(paragraph): at
        for truth in generated.truths
        for at, paragraph in enumerate(truth.paragraphs)
    }

    def number(symbol: str) -> tuple[int, int]:
        return session_of(symbol) or -1, int(re.findall(r"\d+", symbol)[-1])

    for sort in ("oldest", "newest"):
        found = find_mandates(generated.records, MandateQuery(sort=sort)).mandates
        symbols = list(dict.fromkeys(one.symbol for one in found))
        numbers = [number(symbol) for symbol in symbols]
        assert numbers == sorted(numbers, reverse=sort == "newest")
        for symbol in symbols:
            at = [places[one.key] for one in found if one.symbol == symbol]
            assert at == sorted(at)


@pytest.mark.parametrize("sort", ["newest", "oldest", "due", "due_latest"])
def test_pages_put_together_are_the_whole(generated: Generated, sort: MandateSort) -> None:
    query = MandateQuery(sort=sort)
    whole = find_mandates(generated.records, query)
    pages: list[Mandate] = []
    cursor: str | None = None
    while True:
        page = find_mandates(generated.records, query, limit=37, cursor=cursor)
        assert page.total == whole.total
        assert len(page.mandates) <= 37
        pages += page.mandates
        cursor = page.next
        if cursor is None:
            break
    assert tuple(pages) == whole.mandates


def test_a_cursor_goes_on_in_its_own_list_alone(generated: Generated) -> None:
    cursor = find_mandates(generated.records, MandateQuery(), limit=5).next
    for other in (MandateQuery(sort="newest"), MandateQuery(timed=True)):
        with pytest.raises(InvalidFilter):
            find_mandates(generated.records, other, limit=5, cursor=cursor)


# ── the sample library ───────────────────────────────────────────────────────────────────────


def keys(library: Library, **filters: object) -> list[str]:
    query = MandateQuery(**filters)  # type: ignore[arg-type]
    page = find_mandates(library.records, query)
    return [mandate.key.removeprefix("A/RES/") for mandate in page.mandates]


@pytest.mark.parametrize(
    "name", ["秘书长", "秘書長", "联合国秘书长", "the Secretary-General", "SG"]
)
def test_a_body_may_be_written_in_any_form(sample_library: Library, name: str) -> None:
    found = keys(sample_library, addressees=(name,), due_sessions=(76, 76))
    assert found == ["75/45#OP13", "75/45#OP14"]


@pytest.mark.parametrize("name", ["第一委员会", "一委", "First Committee"])
def test_a_committee_may_be_written_in_any_form(sample_library: Library, name: str) -> None:
    assert keys(sample_library, committees=(name,), due_sessions=(73, 73)) == ["72/31#OP16"]


def test_a_body_that_is_asked_nothing_is_refused_with_those_that_are(
    sample_library: Library,
) -> None:
    with pytest.raises(InvalidFilter) as refused:
        keys(sample_library, addressees=("国际法院",))
    assert refused.value.message("zh").startswith("库中的任务没有“国际法院”")
    assert "大会主席、秘书长" in refused.value.message("zh")
    assert "秘书长 (secretary-general)" in refused.value.message("en")


@pytest.mark.parametrize("words", ["秘书长和会员国", "请秘书长", "", "x"])
def test_words_that_are_no_single_body_name_none(words: str) -> None:
    assert body_named(words) is None


@pytest.mark.parametrize(
    "filters",
    [
        {"due_sessions": (78, 76)},
        {"due_sessions": (0, 1)},
        {"sessions": (1, 1000)},
        {"due_after": date(2022, 1, 2), "due_before": date(2022, 1, 1)},
        {"deliverables": ("蛋糕",)},
        {"committees": ("第六委员会",)},
    ],
)
def test_a_range_or_name_that_means_nothing_is_refused(
    sample_library: Library, filters: dict[str, object]
) -> None:
    with pytest.raises(InvalidFilter):
        keys(sample_library, **filters)


def test_a_resolution_that_is_not_held_is_not_taken_for_one_that_asks_nothing(
    sample_library: Library,
) -> None:
    assert keys(sample_library, symbols=("72/31",), timed=True) == ["72/31#OP16", "72/31#OP15"]
    with pytest.raises(NotInLibrary):
        keys(sample_library, symbols=("76/1",))


@pytest.mark.parametrize("cursor", ["", "0-1", "x", "2-", "2-x", "-1"])
def test_a_cursor_that_this_library_never_gave_is_refused(
    sample_library: Library, cursor: str
) -> None:
    with pytest.raises(InvalidFilter):
        find_mandates(sample_library.records, MandateQuery(), cursor=cursor)


def test_a_report_is_taken_up_under_the_item_that_the_resolution_puts_on_that_agenda(
    sample_library: Library,
) -> None:
    page = find_mandates(sample_library.records, MandateQuery(due_sessions=(76, 76)))
    report, _, decision = page.mandates
    assert report.agenda_item == decision.agenda_item
    assert report.agenda_item is not None
    assert report.agenda_item.title == "全面彻底裁军"
    assert report.agenda_item.sub_item == "2013 年核裁军问题大会高级别会议的后续行动"
    assert report.agenda_item.key == decision.key
    assert report.inferred == ("agenda_item",), "another paragraph says so"
    assert decision.inferred == ()


ITEMS = """第八十届会议
议程项目12

2025年12月5日大会决议

[根据第一委员会的报告(A/80/12，第3段)通过]

80/5. 样例事项

大会，

1. 请秘书长：

(a) 编写样例清单；

(b) 向大会第八十二届会议提出报告，并不迟于2030年征求会员国意见；

2. 请会员国就此在九十天内提交建议；

3. 决定将题为“样例事项”的项目列入大会第八十二届会议临时议程。

2025年12月5日
第62次全体会议
"""


@pytest.fixture
def with_items(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    path = tmp_path_factory.mktemp("items") / "records.sqlite3"
    records = Records(sqlite_url(path))
    records.put_file(parse(read_document(File("A_RES_80_5.txt", ITEMS.encode()))))
    yield records
    records.close()


def test_an_item_of_a_list_is_asked_of_whom_the_act_above_addresses(with_items: Records) -> None:
    (item, _) = find_mandates(with_items, MandateQuery(due_sessions=(82, 82))).mandates
    assert item.place == "OP1(b)"
    assert (item.verb, item.verb_text) == ("请", "请")
    assert [entity.name for entity in item.addressees] == ["秘书长"]
    assert item.text.startswith("向大会第八十二届会议提出报告")
    assert item.agenda_item is not None
    assert item.agenda_item.title == "样例事项"
    assert item.inferred == ("lead", "agenda_item")
    assert [(due.session, due.limit) for due in item.due] == [(82, None), (None, "2030")]


@pytest.mark.parametrize(
    ("after", "before", "there"),
    [
        (date(2030, 6, 1), date(2030, 6, 30), True),
        (date(2031, 1, 1), None, False),
        (None, date(2027, 9, 6), False),
        (None, date(2027, 9, 7), True),
        (date(2027, 9, 8), date(2029, 12, 31), False),
    ],
)
def test_a_year_is_due_on_each_of_its_days_and_a_session_on_one(
    with_items: Records, after: date | None, before: date | None, there: bool
) -> None:
    query = MandateQuery(due_after=after, due_before=before, addressees=("秘书长",))
    found = find_mandates(with_items, query).mandates
    assert ["OP1(b)"] * there == [mandate.place for mandate in found]


def test_a_time_that_is_no_day_is_told_as_printed(with_items: Records) -> None:
    (mandate,) = find_mandates(with_items, MandateQuery(addressees=("会员国",))).mandates
    assert (mandate.due, mandate.deliverables) == ((), ("建议",))

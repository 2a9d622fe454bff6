"""Answers about references and series, complete and counted, however many resolutions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.library.library import Library
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Answer
from tests.retrieval.referring import parsed, written

MANY = 30
TREATY = "关于禁止发展、生产、储存和使用化学武器及销毁此种武器的公约"


def texts() -> Iterator[str]:
    """A series of thirty, all of which recall one resolution and mention one long title."""
    for session in range(46, 46 + MANY):
        earlier = "、".join(f"第 {n}/7 号" for n in range(44, session))
        yield written(
            f"{session}/7",
            "化学武器公约的执行情况",
            f"回顾其{earlier}决议，",
            f"重申《{TREATY}》的重要性，",
            "又回顾第 1/1 号决议，",
        )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = load_settings(
        {},
        data_dir=tmp_path_factory.mktemp("many"),
        embedder="hashing",
        sample_library=False,
        page_size=MANY,
    )
    with Library.open(settings) as library:
        for text in texts():
            library.records.put_file(parsed(text))
        library.refresh()
        yield Assistant(library, settings)


def keys(answer: Answer) -> list[str]:
    return [f"{c.symbol.removeprefix('A/RES/')}#{c.paragraph}" for c in answer.citations]


@pytest.mark.parametrize(
    "question", ["谁提到第1/1号决议？", "Which resolutions mention resolution 1/1?"]
)
def test_thirty_mentions_are_all_cited_and_counted(many: Assistant, question: str) -> None:
    answer = many.ask(question)
    assert answer.status == "answered"
    assert keys(answer) == [f"{n}/7#PP3" for n in range(46, 46 + MANY)]
    first, second = answer.statements[:2]
    assert "30" in first.text
    assert "30" in second.text
    assert {first.kind, second.kind} == {"computed"}


@pytest.mark.parametrize(
    "question",
    [
        f"哪些决议提到《{TREATY}》",
        "哪些决议提到化学武器公约",
        "Which resolutions mention the Chemical Weapons Convention?",
    ],
)
def test_thirty_mentions_of_a_title_with_commas_are_all_cited(
    many: Assistant, question: str
) -> None:
    answer = many.ask(question)
    assert keys(answer) == [f"{n}/7#PP2" for n in range(46, 46 + MANY)]
    assert answer.coverage.resolutions == MANY


def test_an_answer_over_all_says_what_was_looked_in(many: Assistant) -> None:
    said = [statement.text for statement in many.ask("谁提到第1/1号决议？").statements]
    assert said[-1] == "库中有30份决议，最早为第四十六届会议，最晚为第七十五届会议。"


@pytest.mark.parametrize(
    "question",
    ["化学武器公约的执行情况系列的历次决议", "60/7所在的系列有哪些决议"],
)
def test_a_long_series_names_each_member_held_or_not(many: Assistant, question: str) -> None:
    answer = many.ask(question)
    assert answer.status == "answered"
    mastheads = [key for key in keys(answer) if key.endswith("#META")]
    assert mastheads == [f"{n}/7#META" for n in range(46, 46 + MANY)]
    assert answer.statements[0].text == "同一系列的决议，库中收有30份："
    (missing,) = [s for s in answer.statements if "未收" in s.text and s.kind == "quote"]
    assert missing.text == "文本中写明而库中未收的共2份：第 44/7 号、第 45/7 号"


def test_what_came_before_is_cut_at_the_one_named(many: Assistant) -> None:
    answer = many.ask("48/7之前的历次决议")
    assert answer.statements[0].text == "第48/7号决议之前同一系列的决议，库中收有2份："
    assert keys(answer)[:2] == ["46/7#META", "47/7#META"]


def test_a_series_that_has_nothing_later_says_so(many: Assistant) -> None:
    answer = many.ask("75/7之后同一系列的决议有哪些")
    assert answer.status == "not_found"
    assert answer.missing == ("第75/7号决议所属系列的更晚的决议",)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪一年开始有核裁军高级别会议后续行动这项决议",
         "库中文本所见最早的一份：2012 年 12 月 3 日第 67/39 号"),
        ("75/45回顾了哪些决议", "其中写明的其他决议共8份："),
        ("75/45引用了哪些文件和条约", "其中写明的文件和文书共6项："),
        ("72/31提到哪些文件", "其中写明的文件共11份："),
        ("Which resolutions does 75/45 recall?", "Other resolutions named there, 8: "),
        ("When did this series of resolutions on 75/45 begin?",
         "The earliest that the texts held tell of: 2012 年 12 月 3 日第 67/39 号"),
    ],
)  # fmt: skip
def test_what_is_named_is_listed_and_counted(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    (listed,) = [s for s in answer.statements if s.text.startswith(said)]
    assert listed.kind == "quote"
    assert len({quote.n for quote in listed.quotes}) == len(listed.citations)


def test_what_was_inferred_of_a_series_says_so(assistant: Assistant) -> None:
    inferred = "归入这一系列属于推定"
    assert inferred in assistant.ask("75/45所在的系列有哪些决议").answer
    assert inferred not in assistant.ask("72/31所在的系列有哪些决议").answer


@pytest.mark.parametrize(
    ("question", "cited", "lead"),
    [
        ("谁回顾了71/258", ["72/31#PP1"], "第72/31号决议中以“回顾”提到第71/258号决议的段落共1段："),
        ("哪些决议提到第71/258号决议", ["72/31#PP1", "72/31#OP1"],
         "第72/31号决议中提到第71/258号决议的段落共2段："),
    ],
)  # fmt: skip
def test_how_something_is_mentioned_is_minded_where_it_is_asked(
    assistant: Assistant, question: str, cited: list[str], lead: str
) -> None:
    answer = assistant.ask(question)
    assert keys(answer) == cited
    assert answer.statements[0].text == lead


def test_where_nobody_mentions_it_so_the_others_are_shown_and_that_is_said(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("哪些决议重申《全面禁止核试验条约》")
    assert keys(answer) == ["72/31#OP6"]
    assert answer.missing == ("库中决议以“重申”提到《全面禁止核试验条约》的段落",)
    assert "提到《全面禁止核试验条约》的段落共1段" in answer.answer


def test_a_title_that_nothing_mentions_is_named_in_full(assistant: Assistant) -> None:
    answer = assistant.ask("哪些决议提到《月球条约》")
    assert answer.status == "not_found"
    assert answer.missing == ("库中决议提到《月球条约》的段落",)

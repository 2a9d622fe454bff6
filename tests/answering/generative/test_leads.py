"""An item is read with the words above it, whose verb and addressee it has not itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering.generative.leads import lead
from assistant.parsing import parse
from assistant.reading import File, read_document
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import Paragraph

TEXT = """第九十五届会议
议程项目 12
2040 年 12 月 4 日大会决议
[根据第三委员会的报告(A/95/409)通过]
95/7. 灯塔看守人

大会，

回顾其 2039 年 12 月 3 日第 94/12 号决议，

1. 欢迎第 5 次报告，并请秘书长：

(a) 编写灯塔名录；

(b) 向会员国通报下列事项：

㈠ 熄灭的灯塔；

2. 决定继续审议此事。

2040 年 12 月 4 日
第 62 次全体会议
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("lighthouses") / "A_RES_95_7.txt"
    where.write_text(TEXT, encoding="utf-8")
    return where


@pytest.fixture
def held(file: Path) -> dict[str, Paragraph]:
    (resolution,) = parse(read_document(File.at(file)))
    return {paragraph.place: paragraph for paragraph in resolution.paragraphs}


@pytest.fixture
def lighthouses(file: Path, tmp_path: Path) -> Iterator[Assistant]:
    settings = load_settings({}, data_dir=tmp_path, embedder="hashing", sample_library=False)
    with Assistant.open(settings) as assistant:
        assistant.ingest([file])
        yield assistant


def by_key(held: dict[str, Paragraph]) -> dict[str, Paragraph]:
    return {paragraph.key: paragraph for paragraph in held.values()}


def test_the_last_act_above_leads_to_an_item(held: dict[str, Paragraph]) -> None:
    assert lead(held["OP1(a)"], by_key(held)) == "请秘书长："


def test_what_stands_above_is_read_from_the_outermost(held: dict[str, Paragraph]) -> None:
    assert lead(held["OP1(b)(i)"], by_key(held)) == "请秘书长：向会员国通报下列事项："


def test_a_paragraph_of_its_own_has_nothing_above_it(held: dict[str, Paragraph]) -> None:
    assert lead(held["OP2"], by_key(held)) == ""


def test_the_words_above_an_item_stand_in_the_prompt(lighthouses: Assistant) -> None:
    sent = lighthouses.prompt("95/7请秘书长做什么")
    assert sent is not None
    assert "请秘书长：编写灯塔名录" in sent


def test_an_extractive_answer_quotes_the_item_alone(lighthouses: Assistant) -> None:
    told = [s.text for s in lighthouses.ask("95/7请秘书长做什么").statements]
    assert "编写灯塔名录；" in told

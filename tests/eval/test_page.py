"""The report's page: what a person sees of gates, trend and failures."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from eval.dummies import Oracle, TopParagraph
from eval.gold import GoldItem
from eval.page import render_page
from eval.page.charts import interval, sparkline, trend
from eval.page.failures import difference
from eval.page.names import NAMES, in_chinese
from eval.report import as_json
from eval.run import evaluate, sit
from eval.slices import SLICES
from eval.subject import Truth

VOID = {"meta", "line", "rect", "circle", "polyline"}


class Balanced(HTMLParser):
    """Every element is closed where it should be, and every id is there once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [h[1:] for h in [given.get("href") or ""] if h.startswith("#")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(truth: Truth, items: tuple[GoldItem, ...], *, wrong: bool) -> str:
    subject = TopParagraph(truth) if wrong else Oracle(truth, items)
    sitting = sit(subject, truth, "samples", items, reword=False, workers=1)
    return render_page(as_json(evaluate((sitting,), whole=False)))


def test_a_passing_run_says_so_first(truth: Truth, items: tuple[GoldItem, ...]) -> None:
    page = page_of(truth, items, wrong=False)
    assert re.search(r"verdict good.*通过：\d+ 道门槛全部守住", page)


def test_a_broken_gate_is_said_in_a_sentence_and_stands_first(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    page = page_of(truth, items, wrong=True)
    assert "该拒则拒（库里没有的，说没有）：0.000" in page
    rows = re.findall(r'<tr class="(good|bad)">', page)
    assert rows == sorted(rows), "bad before good"
    assert "没有引" in page


def test_the_page_is_well_formed_without_script_and_every_link_leads_somewhere(
    truth: Truth, items: tuple[GoldItem, ...]
) -> None:
    page = page_of(truth, items, wrong=True)
    read = Balanced()
    read.feed(page)
    assert read.open == []
    assert len(read.ids) == len(set(read.ids))
    assert set(read.links) <= set(read.ids)
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_what_the_judge_says_is_told_in_chinese() -> None:
    assert in_chinese("does not cite A/RES/75/45#OP1") == "没有引：A/RES/75/45#OP1"
    assert in_chinese("quote_fidelity: citation 1 is cut") == "引语逐字：citation 1 is cut"
    assert in_chinese("something new") == "something new"


def test_a_quotation_that_differs_is_marked_word_by_word() -> None:
    assert difference("请秘书长提出报告", "促请秘书长提交报告") == (
        "<ins>促</ins>请秘书长提<del>出</del><ins>交</ins>报告"
    )
    assert difference("<b>", "<i>") == "&lt;<del>b</del><ins>i</ins>&gt;"


def test_a_trend_is_a_line_over_the_recorded_runs_and_leaves_out_what_is_unknown() -> None:
    history = [{"date": "2026-01-01", "measures": {"passed": 0.8}}]
    drawn = trend(history, {"passed": 0.9, "exact_set": None})
    assert drawn.count("<figure") == 1
    assert "2 次运行，从 0.800 到 0.900" in drawn
    assert len(re.findall(r"[\d.]+,[\d.]+", drawn.split("points=")[1].split("/>")[0])) == 2


def test_drawings_stay_inside_their_frames() -> None:
    line = sparkline([(0, 0.0), (1, 1.0), (2, 0.5)], 3, "words")
    numbers = [float(n) for n in re.findall(r"(?<=[ \"])(\d+\.\d),", line)]
    assert all(0 <= n <= 180 for n in numbers)
    assert interval(-1, 2, 0.5, 0.9).count("<line") == 3
    assert interval(0, 1, None) == ""


def test_gates_and_slices_have_names(truth: Truth, items: tuple[GoldItem, ...]) -> None:
    sitting = sit(Oracle(truth, items), truth, "samples", items, reword=False, workers=1)
    run = evaluate((sitting,), whole=True)
    assert {gate.name for gate in run.gates} <= set(NAMES)
    assert all(f"by_{name}" in as_json(run) for name in SLICES)

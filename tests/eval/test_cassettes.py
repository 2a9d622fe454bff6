"""What a model writes is kept once, played back exactly, and missed loudly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering.generative.models import Piece
from assistant.errors import ModelUnavailable
from eval.cassettes import record as recording_module
from eval.cassettes.__main__ import main
from eval.cassettes.asking import in_order
from eval.cassettes.cassette import CassetteError, read_cassette, the_cassette
from eval.cassettes.models import Listening, Recorded, Recording, Unrecorded
from eval.cassettes.record import prune, record, worn
from eval.gold import GoldItem
from tests.answering.generative.scripted import Reply, serving
from tests.eval.echo import Echo

REPORTS = GoldItem(
    "deadline-a", "dev", "deadline", ("第75/45号决议请秘书长就什么提出报告",),
    groups=(("A/RES/75/45#OP13",), ("A/RES/75/45#OP14",)),
)  # fmt: skip
FOLLOWED = GoldItem(
    "follow-a", "dev", "follow_up", ("第75/45号决议请秘书长做什么", "那大会主席呢"),
    groups=(("A/RES/75/45#OP9",),),
)  # fmt: skip
NUMBERED = GoldItem(
    "lookup-a", "dev", "lookup", ("第75/45号决议第13段",), groups=(("A/RES/75/45#OP13",),)
)
EMPTY = GoldItem("refusal-a", "dev", "refusal", (" ",), answerable=False)


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDER", "hashing")
    items = (REPORTS, FOLLOWED, NUMBERED, EMPTY)
    monkeypatch.setattr(recording_module, "development", lambda: items)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def quietly(_: str) -> None:
    """Nobody is told."""


class Failing(Echo):
    """Is gone after some replies."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    def stream(self, prompt: str) -> Iterator[Piece]:
        if not self.left:
            raise ModelUnavailable("坏了", "it is broken")
        self.left -= 1
        yield from super().stream(prompt)


def test_only_questions_whose_answers_are_phrased_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    told: list[str] = []
    new = record(Echo(), path, tell=told.append)
    cassette = read_cassette(path)
    assert set(cassette.items) == {"deadline-a", "follow-a"}
    assert new == len(cassette.replies) == 3, "of the conversation both turns"
    assert [line.split()[0] for line in told] == ["1/2", "2/2"]
    assert (cassette.model, cassette.parameters) == ("echo", "loud=yes")
    assert all(reply.whole and reply.text for reply in cassette.replies.values())
    assert "第75/45号决议请秘书长就什么提出报告" not in path.read_text(encoding="utf-8")


def test_a_recording_goes_on_where_the_model_failed(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    with pytest.raises(CassetteError, match=r"the model failed at .*it is broken"):
        record(Failing(after=1), path, tell=quietly)
    assert len(read_cassette(path).replies) == 1
    again = Echo()
    assert record(again, path, tell=quietly) == len(again.prompts) == 2
    assert record(again, path, tell=quietly) == 0
    assert len(read_cassette(path).items) == 2


def test_half_a_line_of_a_recording_that_was_broken_off_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    record(Echo(), path, tell=quietly, most=1)
    whole = path.read_bytes()
    path.write_bytes(whole + '{"key": "x", "text": "半'.encode()[:-1])
    assert record(Echo(), path, tell=quietly, most=1) == 0
    assert path.read_bytes() == whole


def test_a_part_of_a_recording_is_a_fair_sample_and_the_beginning_of_the_whole(
    tmp_path: Path,
) -> None:
    path = tmp_path / "echo.jsonl"
    record(Echo(), path, tell=quietly, most=1)
    first = in_order((REPORTS, FOLLOWED))[0].id
    assert read_cassette(path).items == (first,)
    record(Echo(), path, tell=quietly)
    assert read_cassette(path).items[0] == first


def test_a_cassette_is_of_one_model_with_its_parameters(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    record(Echo(), path, tell=quietly, most=1)
    other = Echo()
    other.parameters = "loud=no"
    with pytest.raises(CassetteError, match="loud=yes, not of echo with loud=no"):
        Recording(other, path)


def test_what_was_recorded_is_played_back_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    recording = Recording(Echo(), path)
    told = list(recording.stream("[1] （甲）请乙。"))
    recorded = Recorded(read_cassette(path))
    assert list(recorded.stream("[1] （甲）请乙。")) == told
    assert told[-1] == Piece("", whole=True, tokens=(4, 2))
    with pytest.raises(Unrecorded, match=r"no reply recorded under [0-9a-f]{64}; record it:"):
        list(recorded.stream("别的"))
    with pytest.raises(ModelUnavailable):
        list(Recorded(read_cassette(path), strict=False).stream("别的"))


def test_a_reply_is_kept_whole_though_nobody_listens_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    stream = Recording(Echo(), path).stream("[1] （甲）请乙。")
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    (reply,) = read_cassette(path).replies.values()
    assert reply.whole


def test_who_listens_hears_what_was_asked_since_the_last_time() -> None:
    heard = Listening(Echo())
    list(heard.stream("[1] （甲）请乙。"))
    (exchange,) = heard.take()
    assert (exchange.prompt, exchange.text) == ("[1] （甲）请乙。", "请乙。[1] ")
    assert heard.take() == ()


def test_replies_that_nothing_asks_for_are_found_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "echo.jsonl"
    record(Echo(), path, tell=quietly)
    assert worn(path) == recording_module.Worn((), (), ())
    monkeypatch.setattr(recording_module, "development", lambda: (REPORTS,))
    found = prune(path)
    assert (len(found.stale), found.missing, found.gone) == (2, (), ("follow-a",))
    assert read_cassette(path).items == ("deadline-a",)
    assert worn(path) == recording_module.Worn((), (), ())


def test_questions_whose_requests_changed_are_named_and_mended(tmp_path: Path) -> None:
    path = tmp_path / "echo.jsonl"
    record(Echo(), path, tell=quietly)
    kept = [line for line in lines(path) if line.get("item") != "deadline-a" or "key" not in line]
    path.write_text("".join(json.dumps(line) + "\n" for line in kept), encoding="utf-8")
    assert worn(path).missing == ("deadline-a",)
    assert record(Echo(), path, tell=quietly, mend=True) == 1
    assert worn(path) == recording_module.Worn((), (), ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is no cassette"),
        ("{}\n", "is no cassette"),
        ("nonsense\n", r"x.jsonl:1 is not JSON"),
        ("[]\n", r"x.jsonl:1 is not an object"),
        ('{"model": "m", "parameters": ""}\n{"key": "k"}\n', "is no cassette"),
    ],
)
def test_a_broken_cassette_is_refused_with_what_is_wrong(
    tmp_path: Path, text: str, complaint: str
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CassetteError, match=complaint):
        read_cassette(path)


def test_without_a_cassette_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    for find in (the_cassette, lambda folder: read_cassette(folder / "no.jsonl")):
        with pytest.raises(CassetteError, match=r"python -m eval\.cassettes record"):
            find(tmp_path)


def test_of_two_cassettes_one_has_to_be_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(CassetteError, match=r"--cassette: a\.jsonl, b\.jsonl"):
        the_cassette(tmp_path)


def test_the_command_records_a_servers_model_and_keeps_the_cassette_tidy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.jsonl"

    def command(*words: str) -> int:
        return main([*words, "--cassette", str(path)])

    with serving(Reply(("请秘书长提出报告。", "[1]"))) as (url, script):
        assert command("record", "--url", url, "--model", "m", "--most", "1") == 0
    assert len(script.asked) == len(read_cassette(path).replies) > 0
    assert command("stale") == 0
    assert command("prune") == 0
    said = capsys.readouterr().out
    assert "1/1  " in said
    assert "new replies in m.jsonl" in said
    assert "0 stale, 0 missing, 0 gone" in said


@pytest.mark.parametrize(
    "argv", [["record"], ["stale", "--cassette", "no.jsonl"], ["record", "--url", "http://x"]]
)
def test_what_cannot_be_done_is_said_in_a_line(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert capsys.readouterr().err.startswith("cassettes: ")

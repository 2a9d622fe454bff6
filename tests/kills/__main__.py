"""kill -9 at random moments of writing, and whether anything is lost.

    python -m tests.kills --count 200 --record    200 times; the result goes to docs/faults.md

Each time a program of its own works on a library, is killed, and the library is opened again: all
that was acknowledged has to be there, the doctor has to find nothing, and questions whose answer is
known have to be answered right. The same --seed draws the same works and moments.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from assistant.errors import AssistantError
from assistant.service import Assistant, File
from eval.generator.questions import questions_of
from eval.gold import GoldItem
from eval.judge import cited_keys
from tests.kills.writer import WORKS, batches, settings_of

_ROOT: Final = Path(__file__).parents[2]
_DOCS: Final = (_ROOT / "docs" / "faults.md", _ROOT / "docs" / "faults.en.md")
_MARKED: Final = re.compile(r"(<!-- kills -->\n).*?(<!-- /kills -->)", re.DOTALL)

# A moment is drawn from so many seconds of the work: a whole batch with its indexes, several
# rebuildings, some hundred questions.
_SECONDS: Final = {"ingestion": 2.5, "reindex": 1.5, "conversation": 1.0}

# A library goes through so many kills before another begins.
_KILLS_OF_A_LIBRARY: Final = 25
_KNOWN: Final = 60  # questions to choose from
_ASKED: Final = 3  # after each kill


@dataclass
class Result:
    """What came of it."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    def told(self, lang: str) -> str:
        """One paragraph for the docs."""
        killed = ", ".join(f"{self.kills[work]} {work}" for work in WORKS)
        resolutions, turns = self.acknowledged["held"], self.acknowledged["turn"]
        if lang == "en":
            return (
                f"{self.kills.total()} kills ({killed}): {resolutions} acknowledged writes of "
                f"resolutions and {turns} turns of conversations, of which {len(self.wrong)} were "
                f"lost or wrong; {self.asked} questions asked afterwards."
            )
        return (
            f"共中断 {self.kills.total()} 次（{killed}）：已确认写入的决议 {resolutions} 次、对话 "
            f"{turns} 轮，丢失或出错 {len(self.wrong)} 项；其后提问 {self.asked} 次。"
        )


def kill_often(count: int, seed: int, folder: Path) -> Result:
    """Kill a writer ``count`` times; what was lost."""
    chance = Random(seed)  # noqa: S311 - to be drawn the same again
    result = Result()
    acknowledged: set[tuple[str, ...]] = set()
    known = _known(folder / "reference", chance)
    writers = Writers()
    for number in range(count):
        if number % _KILLS_OF_A_LIBRARY == 0:
            shutil.rmtree(folder / "data", ignore_errors=True)
            acknowledged = set()
        work = list(WORKS)[number % len(WORKS)]
        told = writers.killed(work, folder / "data", number, chance.uniform(0, _SECONDS[work]))
        result.kills[work] += 1
        result.acknowledged.update(one[0] for one in told)
        acknowledged.update(told)
        for fault in _faults(
            folder / "data", acknowledged, chance.sample(known, len(known)), result
        ):
            result.wrong.append(f"kill {number} ({work}): {fault}")
            sys.stderr.write(f"{result.wrong[-1]}\n")
    writers.close()
    return result


class Writers:
    """Begins writers, one at a time, and kills them."""

    def __init__(self) -> None:
        """Everything is imported once."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.writer"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._until("imported")

    def killed(self, work: str, folder: Path, seed: int, seconds: float) -> list[tuple[str, ...]]:
        """What a writer said before it was killed, so many seconds after it began to work."""
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write(f"{work} {seed} {folder}\n")
        stdin.flush()
        (process,) = (words[1] for words in self._until("ready") if words[0] == "process")
        time.sleep(seconds)
        os.kill(int(process), signal.SIGKILL)
        # A line that was cut short was not told: it ends with that of its end.
        return [words for words in self._until("ended") if "ended" not in words]

    def close(self) -> None:
        """End the process that begins them."""
        self._process.kill()
        self._process.communicate()

    def _until(self, last: str) -> list[tuple[str, ...]]:
        told: list[tuple[str, ...]] = []
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told.append(tuple(line.split()))
            if last in line:
                return told
        raise RuntimeError(f"the writer ended by itself: {self._process.wait()}")


def _faults(
    folder: Path, acknowledged: set[tuple[str, ...]], known: list[GoldItem], result: Result
) -> Iterator[str]:
    """What is not as it should be in a library that was written to last by the dead."""
    try:
        with Assistant.open(settings_of(folder)) as assistant:
            yield from (f"doctor: {check.en}" for check in assistant.doctor() if not check.ok)
            yield from _lost(assistant, acknowledged)
            yield from _answered_wrong(assistant, known, result)
    except AssistantError as error:
        yield f"not opened: {error.en}"


def _lost(assistant: Assistant, acknowledged: set[tuple[str, ...]]) -> Iterator[str]:
    held = {(one.symbol, lang) for one in assistant.resolutions() for lang in one.langs}
    for kind, *words in acknowledged:
        if kind == "held" and (words[0], words[1]) not in held:
            yield f"lost: {words[0]} {words[1]}"
    talks = {words[0] for kind, *words in acknowledged if kind == "turn"}
    for talk in talks:
        kept = assistant.conversations.read(talk, None)
        ids = {turn.answer.id for turn in kept.turns} if kept else set()
        told = {words[1] for kind, *words in acknowledged if kind == "turn" and words[0] == talk}
        yield from (f"lost: turn {one} of {talk}" for one in told - ids)


def _known(folder: Path, chance: Random) -> list[GoldItem]:
    """Questions about one resolution that a library nobody disturbed answers right."""
    made = [one for batch in batches() for one in batch]
    truths = [truth for one in made for truth in one.truths if "_en." not in one.name]
    items = [item for truth in truths for item in questions_of(truth) if item.answerable]
    with Assistant.open(settings_of(folder)) as assistant:
        assistant.ingest([File(one.name, one.text.encode()) for one in made], jobs=0)
        return [item for item in chance.sample(items, _KNOWN) if _is_right(assistant, item)]


def _is_right(assistant: Assistant, item: GoldItem) -> bool:
    answer = assistant.ask(item.turns[0])
    assistant.forget(answer.conversation_id or "")
    cited = set(cited_keys(answer))
    return all(cited.intersection(group) for group in item.groups)


def _answered_wrong(assistant: Assistant, known: list[GoldItem], result: Result) -> Iterator[str]:
    held = {one.symbol for one in assistant.resolutions() if "zh" in one.langs}
    about = [item for item in known if {key.partition("#")[0] for key in item.keys} <= held]
    for item in about[:_ASKED]:
        result.asked += 1
        if not _is_right(assistant, item):
            yield f"answered wrong: {item.turns[0]}"


def record(result: Result) -> None:
    """Write the result into the docs."""
    for path in _DOCS:
        text = path.read_text(encoding="utf-8")
        told = result.told("en" if path.name.endswith(".en.md") else "zh")
        path.write_text(_MARKED.sub(rf"\g<1>{told}\n\g<2>", text), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Kill, tell, and record; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write the result into the docs")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        result = kill_often(options.count, options.seed, Path(folder))
    sys.stdout.write(f"{result.told('en')}\n")
    if options.record:
        record(result)
    return int(bool(result.wrong))


if __name__ == "__main__":
    sys.exit(main())

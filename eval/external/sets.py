"""The four sets as they are given: JSON lines, read strictly.

    lecoqa/       passages.jsonl {pid, title, text,   questions.jsonl {qid, question,
    xquad_zh/     text_en?}                           question_en?, positive_passage_ids}
    nomiracl_zh/  passages.jsonl                      questions.jsonl {qid, question, answerable,
                                                      candidate_passage_ids}
    un_zh_en/     pairs.jsonl {n, zh, en}

A missing file, a broken line or a name that leads nowhere is an error, never a smaller set.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.gold import GoldError


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the passages that answer it; for refusals, the passages it is asked of."""

    id: str
    text: str
    relevant: frozenset[str] = frozenset()  # passage ids
    among: tuple[str, ...] = ()  # the only passages that are looked in; empty: all
    answerable: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """Questions over the passages of a set. ``best`` are the best figures of the set's notes."""

    name: str
    questions: tuple[Question, ...]
    best: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ExternalSet:
    """Passages by id, and what is asked of them."""

    name: str
    passages: Mapping[str, str]
    tasks: tuple[Task, ...]
    in_english: Mapping[str, str] = field(default_factory=dict)  # where a set has both


# The figures to reach, of the README that comes with the sets.
_BEST: dict[str, dict[str, float]] = {
    "lecoqa": {"R@1": 0.367, "R@5": 0.593, "R@10": 0.687, "MRR@10": 0.588, "nDCG@10": 0.571},
    "xquad_zh": {"R@1": 0.939, "R@5": 0.992, "R@10": 0.997, "MRR@10": 0.963, "nDCG@10": 0.972},
    "xquad_zh, English": {
        "R@1": 0.725, "R@5": 0.929, "R@10": 0.968, "MRR@10": 0.815, "nDCG@10": 0.852,
    },
    "un_zh_en": {"R@1": 0.816, "R@5": 0.939, "R@10": 0.964},
    # GPT-4: the share of the unanswerable it refuses, and of the answerable it answers.
    "nomiracl_zh": {"refused": 0.564, "answered": 0.956},
}  # fmt: skip


def read_sets(folder: Path) -> tuple[ExternalSet, ...]:
    """All four sets. Raises GoldError naming the file, and the line, that is wrong."""
    readers = {
        "lecoqa": _lecoqa,
        "xquad_zh": _xquad,
        "un_zh_en": _un,
        "nomiracl_zh": _nomiracl,
    }
    if missing := [name for name in readers if not (folder / name).is_dir()]:
        raise GoldError(f"{folder} has no folder {', '.join(missing)}")
    return tuple(read(folder / name) for name, read in readers.items())


def _lecoqa(folder: Path) -> ExternalSet:
    passages = _passages(folder)
    questions = tuple(
        Question(row["qid"], row["question"], _ids(row, "positive_passage_ids", passages))
        for row in _rows(folder / "questions.jsonl", "qid", "question", "positive_passage_ids")
    )
    return _of_one_task(folder.name, passages, questions)


def _xquad(folder: Path) -> ExternalSet:
    passages = _passages(folder)
    fields = ("qid", "question", "question_en", "positive_passage_ids")
    rows = list(_rows(folder / "questions.jsonl", *fields))
    tasks = tuple(
        Task(
            name,
            tuple(
                Question(row["qid"], row[asked], _ids(row, "positive_passage_ids", passages))
                for row in rows
            ),
            _BEST[name],
        )
        for name, asked in ((folder.name, "question"), (f"{folder.name}, English", "question_en"))
    )
    texts = _rows(folder / "passages.jsonl", "pid", "text")
    in_english = {row["pid"]: row["text_en"] for row in texts if row.get("text_en")}
    return ExternalSet(folder.name, passages, tasks, in_english)


def _un(folder: Path) -> ExternalSet:
    rows = list(_rows(folder / "pairs.jsonl", "n", "zh", "en"))
    passages = {str(row["n"]): row["zh"] for row in rows}
    questions = (Question(str(r["n"]), r["en"], frozenset({str(r["n"])})) for r in rows)
    return _of_one_task(folder.name, passages, tuple(questions))


def _nomiracl(folder: Path) -> ExternalSet:
    passages = _passages(folder)
    fields = ("qid", "question", "answerable", "candidate_passage_ids")
    questions = tuple(
        Question(
            row["qid"],
            row["question"],
            among=tuple(sorted(_ids(row, "candidate_passage_ids", passages))),
            answerable=bool(row["answerable"]),
        )
        for row in _rows(folder / "questions.jsonl", *fields)
    )
    return _of_one_task(folder.name, passages, questions)


def _of_one_task(
    name: str, passages: Mapping[str, str], questions: tuple[Question, ...]
) -> ExternalSet:
    return ExternalSet(name, passages, (Task(name, questions, _BEST[name]),))


def _passages(folder: Path) -> dict[str, str]:
    """Texts by id, each below its title where it has one, as a heading stands above a text."""
    rows = _rows(folder / "passages.jsonl", "pid", "text")
    return {row["pid"]: "\n".join(filter(None, (row.get("title"), row["text"]))) for row in rows}


def _ids(row: Mapping[str, Any], field: str, passages: Mapping[str, str]) -> frozenset[str]:
    ids: Sequence[str] = row[field]
    if not ids or (unknown := [each for each in ids if each not in passages]):
        named = ", ".join(unknown) if ids else "none"
        raise GoldError(f"question {row['qid']}: {field} names no passage that is there: {named}")
    return frozenset(ids)


def _rows(path: Path, *fields: str) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path.parent.name}/{path.name} cannot be read: {error}") from error
    known: set[Any] = set()
    for number, line in enumerate(lines, start=1):
        where = f"{path.parent.name}/{path.name}:{number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{where}: not JSON: {error.msg}") from error
        if not isinstance(row, dict) or (
            lacking := [f for f in fields if row.get(f) in (None, "")]
        ):
            raise GoldError(f"{where}: lacks {', '.join(lacking) if isinstance(row, dict) else ''}")
        if row[fields[0]] in known:
            raise GoldError(f"{where}: {fields[0]} {row[fields[0]]} is there twice")
        known.add(row[fields[0]])
        yield row
    if not known:
        raise GoldError(f"{path.parent.name}/{path.name} is empty")

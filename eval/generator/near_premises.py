"""False premises: what a question says in passing of a resolution, with one slot changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.text.normalise import fold
from assistant.text.numerals import chinese
from eval.generator.draw import draw
from eval.generator.near_asked import ALIKE, Asked, NearMiss, Slot, acts, anchor, numbered

COMMITTEES = ALIKE[5]


def _session(asked: Asked) -> Iterator[NearMiss]:
    parts = numbered(asked.truth.symbol)
    tail, paragraphs = anchor(asked)
    match = re.fullmatch(r"A/RES/([0-9]+)/", parts[0]) if parts else None
    if match is None or not paragraphs:
        return
    session = int(match[1])
    yield asked.pair(
        "session",
        f"第{chinese(session + 1)}届会议通过的{asked.name}{tail}",
        f"第{chinese(session)}届会议通过的{asked.name}{tail}",
        paragraphs,
    )


def _claimed(asked: Asked, slot: Slot, miss: str, twin: str) -> Iterator[NearMiss]:
    """A claim about the masthead, before what every resolution answers."""
    tail, paragraphs = anchor(asked)
    if paragraphs:
        yield asked.pair(slot, f"{miss}{asked.name}{tail}", f"{twin}{asked.name}{tail}", paragraphs)


def _year(asked: Asked) -> Iterator[NearMiss]:
    if date := asked.truth.masthead.get("date"):
        year = int(date[:4])
        yield from _claimed(asked, "year", f"{year - 1}年通过的", f"{year}年通过的")


def _committee(asked: Asked) -> Iterator[NearMiss]:
    committee = asked.truth.masthead.get("committee")
    if committee in COMMITTEES:
        others = [name for name in COMMITTEES if name not in asked.text and name != committee]
        other = draw(0, asked.truth.symbol, "committee").choice(others)
        yield from _claimed(asked, "committee", f"{other}提交的", f"{committee}提交的")


def _meeting(asked: Asked) -> Iterator[NearMiss]:
    meeting = asked.truth.masthead.get("meeting")
    if meeting and meeting.isdigit():
        said = "第{}次全体会议通过的"
        yield from _claimed(asked, "meeting", said.format(int(meeting) + 1), said.format(meeting))


def _paragraph_body(asked: Asked) -> Iterator[NearMiss]:
    for paragraph, act in acts(asked):
        if not re.fullmatch(r"OP[0-9]+", paragraph.place) or act.verb != "请":
            continue
        for name in act.addressees[:1]:
            others = [o for group in ALIKE if name in group for o in group if o != name]
            others = [o for o in others if o not in fold(paragraph.text).text]
            if others:
                question = f"{asked.name}第{paragraph.place[2:]}段请{{}}做什么？"
                yield asked.pair(
                    "paragraph_body", question.format(others[0]), question.format(name), [paragraph]
                )
                return


def _paragraph_verb(asked: Asked) -> Iterator[NearMiss]:
    for paragraph, act in acts(asked):
        plain = re.fullmatch(r"OP[0-9]+", paragraph.place) and act.verb in ("欢迎", "决定", "强调")
        if plain and "谴责" not in paragraph.text:
            question = f"{asked.name}第{paragraph.place[2:]}段{{}}了什么？"
            yield asked.pair(
                "paragraph_verb",
                question.format("谴责"),
                question.format(act.verb),
                [paragraph],
            )
            return


def _count(asked: Asked) -> Iterator[NearMiss]:
    whole = [p for p in asked.truth.paragraphs if re.fullmatch(r"OP[0-9]+", p.place)]
    sections = any("/OP" in p.place for p in asked.truth.paragraphs)  # numbered anew in each
    if len(whole) > 1 and not sections:
        question = f"{asked.name}共有{{}}个执行段，最后一段写了什么？"
        yield asked.pair(
            "count", question.format(len(whole) + 1), question.format(len(whole)), whole[-1:]
        )


PREMISES = (
    _session, _year, _committee, _meeting, _paragraph_body, _paragraph_verb, _count,
)  # fmt: skip

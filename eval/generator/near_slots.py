"""Near misses that nothing answers: another number, body, verb or treaty than the text has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.text.deliverables import deliverable_name
from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.text.numerals import chinese, parse_numeral
from assistant.text.verbs import DIRECTIVES
from eval.generator.draw import draw
from eval.generator.near_asked import ALIKE, Asked, NearMiss, acts, anchor, numbered, requests
from eval.generator.truth import TrueParagraph

_ANY_BODY = ("国际原子能机构", "国际法院", "托管理事会", "安全理事会", "人权理事会")
_VERBS_OF_BODIES = ("促请", "敦促", "邀请", "鼓励", "责成")
_VERBS = ("谴责", "警告", "痛惜", "祝贺", "震惊", "敦促", "赞扬", "核准", "遗憾")
_DELIVERABLES = ("基金", "研究", "摘要", "方案预算", "援助", "资料")
_FIELDS = {
    "sponsors": "{name}的提案国有哪些？",
    "votes": "{name}表决时有多少票反对？",
    "agenda_item": "{name}是在哪个议程项目下通过的？",
    "meeting": "{name}是在第几次全体会议上通过的？",
    "committee": "{name}是根据哪个委员会的报告通过的？",
}
_TREATIES = (
    "不扩散核武器条约", "禁止核武器条约", "全面禁止核试验条约", "部分禁止核试验条约",
    "禁止化学武器公约", "世界人权宣言", "联合国千年宣言", "联合国海洋法公约",
)  # fmt: skip
_BIGRAMS = 0.34  # share of character pairs from which two titles are alike


def _number(asked: Asked) -> Iterator[NearMiss]:
    parts = numbered(asked.truth.symbol)
    tail, paragraphs = anchor(asked)
    if parts is None or not paragraphs:
        return
    before, number, _ = parts
    swapped = int(str(number)[::-1])
    wholes = {re.sub(r"[A-Z]$", "", symbol) for symbol in asked.held}
    for other in (number + 1, number - 1, swapped, number + 500):
        if other > 0 and f"{before}{other}" not in wholes:
            missed = label(f"{before}{other}", "zh")
            yield asked.pair("number", f"{missed}{tail}", f"{asked.name}{tail}", paragraphs)
            return


def _paragraph(asked: Asked) -> Iterator[NearMiss]:
    whole = [p for p in asked.truth.paragraphs if re.fullmatch(r"OP[0-9]+", p.place)]
    if whole:
        last = len(whole)
        question = f"{asked.name}执行部分第{{}}段是怎么写的？"
        yield asked.pair("paragraph", question.format(last + 1), question.format(last), whole[-1:])


def _footnote(asked: Asked) -> Iterator[NearMiss]:
    notes = [p for p in asked.truth.paragraphs if p.kind == "footnote"]
    if notes:
        question = f"{asked.name}的脚注{{}}写了什么？"
        marks = [parse_numeral(fold(p.printed or "").text.strip("()[]/")) or 0 for p in notes]
        beyond = max(*marks, len(notes), 0) + 1
        printed = marks[-1] or len(notes)
        shown = [p for p, mark in zip(notes, marks, strict=True) if mark == printed][:1]
        yield asked.pair("footnote", question.format(beyond), question.format(printed), shown)


def _body(asked: Asked) -> Iterator[NearMiss]:
    addressed = requests(asked)
    for name, paragraphs in addressed.items():
        alike = next((group for group in ALIKE if name in group), _ANY_BODY)
        for other in (*alike, *_ANY_BODY):
            if other not in asked.text and other not in addressed:
                question = f"{asked.name}请{{}}做什么？"
                yield asked.pair("body", question.format(other), question.format(name), paragraphs)
                return


def _verb_of_body(asked: Asked) -> Iterator[NearMiss]:
    for name in requests(asked):
        of_it = [(p, act) for p, act in acts(asked) if name in act.addressees]
        used = {act.verb for _, act in of_it} & DIRECTIVES
        unused = [verb for verb in _VERBS_OF_BODIES if verb not in used]
        mine = next((verb for verb in _VERBS_OF_BODIES if verb in used), "请")
        if unused and mine in used:
            other = draw(0, asked.truth.symbol, "verb").choice(unused)
            paragraphs = [p for p, act in of_it if act.verb == mine]
            yield asked.pair(
                "verb_of_body",
                f"{asked.name}{other}{name}做什么？",
                f"{asked.name}{mine}{name}做什么？",
                paragraphs if mine != "请" else [],
            )
            return


def _verb(asked: Asked) -> Iterator[NearMiss]:
    used = {act.verb for _, act in acts(asked)}
    unused = [verb for verb in _VERBS if verb not in used and verb not in asked.text]
    mine = [(p, act) for p, act in acts(asked) if act.verb in ("决定", "欢迎", "强调", "重申")]
    if unused and mine:
        verb = mine[0][1].verb
        yield asked.pair(
            "verb",
            f"{asked.name}{unused[0]}了什么？",
            f"{asked.name}{verb}了什么？",
            [p for p, act in mine if act.verb == verb],
        )


def _attribute(asked: Asked) -> Iterator[NearMiss]:
    printed = set(asked.truth.masthead)
    lacks_vote = asked.truth.vote is None and not re.search(r"表[决決]|[0-9]+票", asked.text)
    missing = [f for f in _FIELDS if f not in printed and (f != "votes" or lacks_vote)]
    if "votes" in missing and asked.truth.vote is not None:
        missing.remove("votes")
    shown = [f for f in ("meeting", "committee", "agenda_item") if f in printed]
    if missing and shown:
        missed = draw(0, asked.truth.symbol, "field").choice(missing)
        yield asked.pair(
            "attribute",
            _FIELDS[missed].format(name=asked.name),
            _FIELDS[shown[0]].format(name=asked.name),
        )


def _deadline(asked: Asked) -> Iterator[NearMiss]:
    due: dict[int, list[TrueParagraph]] = {}
    for paragraph, act in acts(asked):
        for deadline in act.deadlines:
            if deadline.session:
                due.setdefault(deadline.session, []).append(paragraph)
    for session, paragraphs in due.items():
        for other in (session + 1, session - 1):
            if other not in due and f"第{chinese(other)}届" not in asked.text:
                question = f"{asked.name}有哪些事要到大会第{{}}届会议去办？"
                yield asked.pair(
                    "deadline",
                    question.format(chinese(other)),
                    question.format(chinese(session)),
                    paragraphs,
                )
                return


def _deliverable(asked: Asked) -> Iterator[NearMiss]:
    for paragraph, act in acts(asked):
        made = {deliverable_name(one) for one in act.deliverables}
        if "报告" not in made or "秘书长" not in act.addressees:
            continue
        unasked = [one for one in _DELIVERABLES if one not in asked.text]
        if unasked:
            question = f"{asked.name}请秘书长提交什么{{}}？"
            yield asked.pair(
                "deliverable", question.format(unasked[0]), question.format("报告"), [paragraph]
            )
            return


def _alike(a: str, b: str) -> float:
    pairs_of = [{title[i : i + 2] for i in range(len(title) - 1)} for title in (a, b)]
    return len(pairs_of[0] & pairs_of[1]) / max(1, len(pairs_of[0]))


def _treaty(asked: Asked) -> Iterator[NearMiss]:
    named: dict[str, list[TrueParagraph]] = {}
    for paragraph in asked.truth.paragraphs:
        for reference in paragraph.references:
            if reference.kind == "instrument":
                named.setdefault(reference.target, []).append(paragraph)
    for title, paragraphs in named.items():
        swapped = title.replace("公约", "\0").replace("条约", "公约").replace("\0", "条约")
        others = [t for t in (*_TREATIES, swapped) if t not in asked.text and t not in named]
        alike = [t for t in others if _alike(title, t) >= _BIGRAMS]
        if alike and f"《{title}》" in fold(paragraphs[0].text).text:
            question = f"{asked.name}哪些段落提到《{{}}》？"
            yield asked.pair(
                "treaty", question.format(alike[0]), question.format(title), paragraphs[:1]
            )
            return


def _resolution_mentioned(asked: Asked) -> Iterator[NearMiss]:
    named = {
        r.target: p for p in asked.truth.paragraphs for r in p.references if r.kind == "resolution"
    }
    for target, paragraph in named.items():
        parts = numbered(target)
        if parts is None or parts[2]:
            continue
        other = f"{parts[0]}{parts[1] + 1}"
        if other not in named and not any(t.startswith(other) for t in named):
            question = f"{asked.name}哪些段落提到{{}}？"
            yield asked.pair(
                "resolution_mentioned",
                question.format(label(other, "zh")),
                question.format(label(target, "zh")),
                [paragraph],
            )
            return


SLOTS = (
    _number, _paragraph, _footnote, _body, _verb_of_body, _verb, _attribute,
    _deadline, _deliverable, _treaty, _resolution_mentioned,
)  # fmt: skip

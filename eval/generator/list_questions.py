"""Questions over a whole generated library by any combination of who is asked, with which verb, to
make what, of which session, dates, committee, agenda item and title, with exact answers.

    python -m eval.generator.list_questions --resolutions 250 --questions 500 [--seed 7]

ingests a library, asks, follows every page and prints how many answers are the exact set.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from assistant.text.bodies import english_name
from assistant.text.deliverables import deliverable_name
from assistant.text.normalise import fold
from assistant.text.numerals import chinese
from assistant.text.verbs import DIRECTIVES
from assistant.types import Lang
from eval.generator.draw import draw
from eval.generator.english import english_ordinal
from eval.generator.library import ALL_FORMS, resolutions
from eval.generator.truth import TrueAct, Truth
from eval.gold import GoldItem
from eval.queries import Query, groups_of

# How people say what is to be made.
_MAKING: dict[str, tuple[str, str]] = {
    "报告": ("提交报告", "submit a report"),
    "会议": ("召开会议", "convene a meeting"),
    "服务": ("提供服务", "provide services"),
    "支助": ("提供支助", "provide support"),
    "基金": ("设立基金", "establish a fund"),
    "意见": ("征求意见", "seek views"),
    "工作组": ("设立工作组", "establish a working group"),
    "分项": ("列入分项", "include a sub-item"),
}
# Verbs that a question names as they are; 请 and 要求 mean any directive.
_NAMED = ("促请", "敦促", "呼吁", "邀请", "鼓励")
_COMMITTEES = dict(
    zip((f"第{n}委员会" for n in "一二三四五六"), "First Second Third Fourth Fifth Sixth".split(),
        strict=True)
)  # fmt: skip
# What chooses resolutions, and the act.
_FORMS = ("{}决议中哪些{}？", "{}决议里有哪些{}？", "{}哪些决议{}？", "列出{}所有{}的决议")
_BARE = ("{}哪些决议{}？", "{}有多少份决议{}？", "{}列出所有{}的决议")
_FILTERS = ("session", "since", "committee", "item", "title")
_TITLE_WORDS = 6  # characters of a title that choose by it


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question in words and as a query of the truth."""

    text: str
    query: Query
    slots: tuple[str, ...]  # which are combined


def list_questions(
    truths: Sequence[Truth], most: int = 300, lang: Lang = "zh", seed: int = 7
) -> Iterator[GoldItem]:
    """Up to ``most`` questions, always the same ones; every tenth asks for what is nowhere."""
    acts = [
        (t, act) for t in truths for p in t.paragraphs if p.kind == "operative" for act in p.acts
    ]
    asked: set[str] = set()
    for nth in range(most * 4):
        chance = draw(seed, nth, f"list question {lang}")
        truth, act = chance.choice(acts)
        other = chance.choice(acts)[1] if nth % 10 == 0 else act
        one = _question(chance, truth, other, lang)
        if one is None or one.text in asked:
            continue
        asked.add(one.text)
        groups = groups_of(one.query, truths)
        yield GoldItem(
            id=f"generated:library:list:{lang}:{nth}",
            split="dev",
            kind="list" if groups else "refusal",
            turns=(one.text,),
            answerable=bool(groups),
            groups=groups,
            exact=bool(groups),
            reason=" × ".join(one.slots),
        )
        if len(asked) == most:
            return


def _question(chance: Random, truth: Truth, act: TrueAct, lang: Lang) -> _Asked | None:
    """A question that combines what is true of an act with what is true of a resolution."""
    what = _act(chance, act, lang)
    if what is None:
        return None
    words, query, slots = what
    there = [name for name in _FILTERS if _value(name, truth) is not None]
    chosen = set(chance.sample(there, min(len(there), chance.choice((0, 1, 1, 2, 2, 3)))))
    parts = {}
    for name in (n for n in _FILTERS if n in chosen):
        said, meant = _filter(name, truth, chance, lang)
        parts[name] = said
        query |= meant
    if lang == "en":
        text = f"Which resolutions {' '.join(p for p in parts.values() if p)} {words}?"
        text = " ".join(text.split())
    else:
        text = chance.choice(_FORMS if parts else _BARE).format("".join(parts.values()), words)
    return _Asked(text, query, (*slots, *parts))


_Act = tuple[str, dict[str, object], tuple[str, ...]]


def _act(chance: Random, act: TrueAct, lang: Lang) -> _Act | None:
    made = [n for d in act.deliverables if (n := deliverable_name(d)) in _MAKING]
    who = chance.choice(act.addressees) if act.addressees else None
    what = chance.choice(made) if made else None
    if act.verb == "决定" and what is not None:
        words = f"decide to {_MAKING[what][1]}" if lang == "en" else f"决定{_MAKING[what][0]}"
        query: dict[str, object] = {"verb": "决定", "deliverable": what, "part": "operative"}
        return words, query, ("verb", "deliverable")
    if act.verb not in DIRECTIVES or who is None:
        return None
    if lang == "zh" and act.verb in _NAMED and chance.random() < 0.6:
        return f"{act.verb}{who}", {"verb": act.verb, "addressee": who}, ("verb", "addressee")
    query = {"directive": True, "addressee": who}
    if what is None or chance.random() < 0.2:
        words = f"request {_english(who)} to do something" if lang == "en" else f"请{who}做事"
        return words, query, ("addressee",)
    query |= {"deliverable": what, "part": "operative"}
    if chance.random() < 0.2:
        del query["addressee"]
        words = (
            f"request somebody to {_MAKING[what][1]}" if lang == "en" else f"要求{_MAKING[what][0]}"
        )
        return words, query, ("deliverable",)
    words = (
        f"request {_english(who)} to {_MAKING[what][1]}"
        if lang == "en"
        else f"请{who}{_MAKING[what][0]}"
    )
    return words, query, ("addressee", "deliverable")


def _english(name: str) -> str:
    english = english_name(name)
    return english if english.endswith("s") else f"the {english}"


def _value(name: str, truth: Truth) -> object:
    """What a resolution states that a question may choose it by; None where it does not."""
    masthead = truth.masthead
    values: dict[str, object] = {
        "session": session if (session := masthead.get("session", "")).isdecimal() else None,
        "since": masthead.get("date"),
        "committee": masthead.get("committee")
        if masthead.get("committee") in _COMMITTEES
        else None,
        "item": masthead.get("agenda_item") if "(" in masthead.get("agenda_item", "") else None,
        "title": truth.title if len(truth.title) > _TITLE_WORDS else None,
    }
    return values[name]


def _filter(name: str, truth: Truth, chance: Random, lang: Lang) -> tuple[str, dict[str, object]]:
    """How a question chooses by one masthead value, and what that means."""
    value = str(_value(name, truth))
    en = lang == "en"
    if name == "session":
        return _of_session(int(value), chance, lang)
    if name == "since":
        return _of_years(int(value[:4]), chance, lang)
    if name == "committee":
        nth = _COMMITTEES[value]
        said = f"submitted by the {nth} Committee" if en else f"由{value}提出的"
        return said, {"committee": value}
    if name == "item":
        return (f"under agenda item {value}" if en else f"议程项目{value}下的"), {"item": value}
    at = chance.randrange(len(truth.title) - _TITLE_WORDS)
    words = fold(truth.title).text[at : at + _TITLE_WORDS]
    said = f"whose title contains “{words}”" if en else f"标题含“{words}”的"
    return said, {"title": words}


def _of_session(session: int, chance: Random, lang: Lang) -> tuple[str, dict[str, object]]:
    last = session + chance.choice((0, 0, 3))
    query: dict[str, object] = {"session": [str(n) for n in range(session, last + 1)]}
    if lang == "en":
        first, end = english_ordinal(session), english_ordinal(last)
        ends = f"the {first} session" if session == last else f"the {first} to the {end} session"
        return f"of {ends}", query
    if session == last:
        return f"第{chinese(session)}届会议通过的", query
    return f"第{chinese(session)}届至第{chinese(last)}届会议通过的", query


def _of_years(year: int, chance: Random, lang: Lang) -> tuple[str, dict[str, object]]:
    last = year + chance.choice((0, 4))
    if chance.random() < 0.5:
        said = f"adopted since {year}" if lang == "en" else f"{year}年以来通过的"
        return said, {"since": f"{year}-01-01"}
    said = f"adopted between {year} and {last}" if lang == "en" else f"{year}年至{last}年通过的"
    return said, {"since": f"{year}-01-01", "until": f"{last}-12-31"}


# ── asked ────────────────────────────────────────────────────────────────────────────────────


def main() -> None:
    """Ingest a library, ask all of them and print what came of it."""
    from assistant.library.ingest import ingest
    from assistant.service import Assistant
    from assistant.settings import load_settings
    from eval.subject import read_truth
    from eval.trial import try_item

    parser = argparse.ArgumentParser(prog="python -m eval.generator.list_questions")
    parser.add_argument("--resolutions", type=int, default=250)
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--lang", default="zh", choices=("zh", "en"))
    parser.add_argument("--forms", default=",".join(ALL_FORMS))
    given = parser.parse_args()
    forms = tuple(form for form in ALL_FORMS if form in given.forms.split(","))
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        truths: list[Truth] = []
        texts.mkdir()
        for file in resolutions(given.seed, given.resolutions, forms=forms):
            (texts / file.name).write_text(file.text, encoding="utf-8")
            truths += file.truths
        settings = load_settings(
            {}, data_dir=Path(folder, "library"), embedder="hashing", sample_library=False
        )
        with Assistant.open(settings) as assistant:
            ingest(assistant.library, [texts])
            truth = read_truth(assistant)
            items = list_questions(truths, given.questions, given.lang, given.seed)
            _report(try_item(assistant, truth, item, reword=False) for item in items)


def _report(trials: Iterable[object]) -> None:
    from eval.trial import Trial

    counts: Counter[str] = Counter()
    for trial in trials:
        assert isinstance(trial, Trial)  # noqa: S101 - for the reader
        verdict, item = trial.original.verdict, trial.item
        counts["asked"] += 1
        counts["of several pages"] += bool(len(item.groups) > 20)
        counts["nowhere"] += not item.answerable
        counts["right"] += verdict.passed
        counts["exact set"] += verdict.exact if item.answerable else not verdict.wrong
        if not verdict.passed:
            found = [f.message for f in verdict.findings]
            print(f"{item.question}\n    {item.reason}; {[*verdict.wrong, *found]}"[:600])
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()

"""A fictional resolution adopted again each session, with every edit known.

Each session renews what sessions renew (the session a report is due at, documents, the list of what
is recalled) and edits some paragraphs: other words, a stronger or weaker verb, other addressees;
some are added, dropped or moved, within their part or out of the preamble. The truth is the list of
edits, not a comparison of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Literal

from eval.generator.addresses import Address, Form, address_of
from eval.generator.brief import Brief
from eval.generator.compose import again, plan_of
from eval.generator.directives import ASKED, ASKED_OF_HIM
from eval.generator.draw import draw
from eval.generator.layout import rendered
from eval.generator.library import Generated
from eval.generator.offices import STATES
from eval.generator.phrases import MEANS, QUALIFIERS
from eval.generator.plan import (
    ActPlan,
    Cited,
    Document,
    Due,
    Noted,
    ParagraphPlan,
    Piece,
    Plan,
    Sentence,
)
from eval.generator.preamble import preamble_of
from eval.generator.verbs import VERBS

Edit = Literal["kept", "words", "stronger", "weaker", "addressee", "moved", "across"]

# How many paragraphs of a hundred are edited so each session; drafters change little.
_EDITS: dict[Edit, int] = {
    "kept": 62, "words": 12, "stronger": 6, "weaker": 4, "addressee": 6, "moved": 5, "across": 5,
}  # fmt: skip
_DROPPED, _ADDED = 0.06, (0, 1, 1, 2)
_FIRST_NUMBER = 900  # the last numbers of a session, which small generated libraries leave free

# Verbs by growing strength, as ``assistant.text.verbs`` orders them; neighbours are exchanged.
_LADDERS = (
    ("邀请", "鼓励", "请", "促请", "敦促"),
    ("表示注意到", "欢迎", "表示赞赏"),
    ("表示关切", "表示遗憾"),
)


@dataclass(frozen=True, slots=True)
class TrueStep:
    """What became of a resolution in the next one: places of both, and the edit."""

    first: str
    second: str
    pairs: tuple[tuple[str, str, Edit], ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The resolutions of a series, oldest first, and what happened between neighbours."""

    files: tuple[Generated, ...]
    steps: tuple[TrueStep, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A paragraph with the name it keeps through the series, and what was done to it last."""

    name: int
    plan: ParagraphPlan
    edit: Edit = "kept"


@dataclass(frozen=True, slots=True)
class _State:
    plan: Plan
    preamble: tuple[_Kept, ...]
    operative: tuple[_Kept, ...]


def series(
    seed: int, index: int, length: int, *, form: Form = "modern", lang: str = "zh"
) -> Series:
    """A series of ``length`` resolutions; the same arguments give the same texts."""
    states = list(_states(seed, index, length, form))
    files = []
    for state in states:
        text = rendered(_plan(state), lang)
        name = f"{state.plan.address.symbol.replace('/', '_')}.txt"
        files.append(Generated(name, text.text, text.truths))
    steps = [_step(a, b) for a, b in pairwise(states)]
    return Series(tuple(files), tuple(steps))


def _states(seed: int, index: int, length: int, form: Form) -> Iterator[_State]:
    base = plan_of(seed, index, (form,))
    base = replace(base, address=_address(address_of(seed, index, form), index, 0))
    names = iter(range(10_000))
    preamble = tuple(_Kept(next(names), p) for p in base.preamble)
    operative = tuple(_Kept(next(names), p) for p in base.operative)
    state = _State(base, preamble, operative)
    yield state
    for turn in range(1, length):
        chance = draw(seed, index, "series", turn)
        state = _next(state, chance, names, seed, index)
        yield state


def _address(first: Address, index: int, turn: int) -> Address:
    session = first.session + turn
    number = _FIRST_NUMBER + index % 100
    day = first.date + timedelta(days=364 * turn)
    printed = f"{session}/{number}"
    return replace(first, symbol=f"A/RES/{printed}", printed=printed, date=day, session=session)


def _next(state: _State, chance: Random, names: Iterator[int], seed: int, index: int) -> _State:
    before = state.plan.address
    address = _address(before, index, 1)
    brief = Brief(seed, index, state.plan.form, (state.plan.form,), address, chance)
    preamble = [_renewed(kept, before, chance) for kept in state.preamble]
    operative = [_renewed(kept, before, chance) for kept in state.operative]
    preamble[1:] = _edited(preamble[1:], chance)
    operative[:-1] = _edited(operative[:-1], chance)
    crossing = [kept for kept in preamble[1:] if kept.edit == "across"]
    preamble = [kept for kept in preamble if kept not in crossing]
    for kept in crossing:
        operative.insert(chance.randrange(len(operative)), kept)
    for part, authored in ((preamble, preamble_of(brief)[1:]), (operative, _asked(brief))):
        before_now = (*state.preamble, *state.operative, *preamble, *operative)
        held = {_says(kept.plan) for kept in before_now}
        fresh = [paragraph for paragraph in authored if _says(paragraph) not in held]
        for paragraph in fresh[: chance.choice(_ADDED)]:
            part.insert(chance.randrange(1, len(part) + 1), _Kept(next(names), paragraph))
    plan = replace(state.plan, address=address)
    return _State(plan, tuple(preamble), tuple(operative))


def _says(plan: ParagraphPlan) -> str:
    """What a paragraph is about: nobody adds one that is there, or that was just dropped."""
    return plan.acts[0].body.zh if plan.acts else ""


def _asked(brief: Brief) -> tuple[ParagraphPlan, ...]:
    return tuple(author(brief) for author in brief.chance.sample([*ASKED, *ASKED_OF_HIM], 2))


def _edited(part: list[_Kept], chance: Random) -> list[_Kept]:
    """Edits and drops; a paragraph that moves does so by at least two places."""
    done = [
        _edit(kept, chance.choices(list(_EDITS), list(_EDITS.values()))[0], chance)
        for kept in part
        if chance.random() >= _DROPPED
    ]
    for kept in [k for k in done if k.edit == "moved"]:
        at = done.index(kept)
        targets = [to for to in range(len(done)) if abs(to - at) > 1]
        if not targets:
            done[at] = replace(kept, edit="kept")
            continue
        done.insert(chance.choice(targets), done.pop(at))
    return done


def _edit(kept: _Kept, edit: Edit, chance: Random) -> _Kept:
    """The paragraph with the edit, or kept where it has nothing to edit so."""
    if edit == "moved":
        return replace(kept, edit=edit)
    if edit == "across":
        is_said = len(kept.plan.acts) == 1 and not kept.plan.acts[0].offices
        return replace(kept, edit="across" if is_said else "kept")
    plan: ParagraphPlan | None = None
    if edit == "words":
        plan = _other_words(kept.plan, chance)
    elif edit in ("stronger", "weaker"):
        plan = _other_verb(kept.plan, 1 if edit == "stronger" else -1)
    elif edit == "addressee":
        plan = _other_addressee(kept.plan, chance)
    return replace(kept, plan=plan, edit=edit) if plan else replace(kept, edit="kept")


def _with(plan: ParagraphPlan, act: ActPlan) -> ParagraphPlan:
    return replace(plan, acts=(act, *plan.acts[1:]))


def _other_words(plan: ParagraphPlan, chance: Random) -> ParagraphPlan | None:
    """Another subordinate clause at the end of the first act, or one where there was none."""
    if not plan.acts or plan.items:
        return None
    act = plan.acts[0]
    endings = [pair for pair in (*MEANS, *QUALIFIERS) if pair[0]]
    zh, en = act.body.zh, act.body.en
    for old_zh, old_en in endings:
        zh, en = zh.removesuffix(old_zh), en.removesuffix(old_en)
    new_zh, new_en = chance.choice([pair for pair in endings if not act.body.zh.endswith(pair[0])])
    return _with(plan, replace(act, body=replace(act.body, zh=zh + new_zh, en=en + new_en)))


def _other_verb(plan: ParagraphPlan, step: int) -> ParagraphPlan | None:
    if not plan.acts:
        return None
    act = plan.acts[0]
    for ladder in _LADDERS:
        to = ladder.index(act.verb.zh) + step if act.verb.zh in ladder else -1
        if 0 <= to < len(ladder):
            return _with(plan, replace(act, verb=VERBS[ladder[to]]))
    return None


def _other_addressee(plan: ParagraphPlan, chance: Random) -> ParagraphPlan | None:
    if not plan.acts or not plan.acts[0].offices:
        return None
    act = plan.acts[0]
    others = [office for office in STATES if office not in act.offices]
    return _with(plan, replace(act, offices=(chance.choice(others), *act.offices[1:])))


# ── what every session renews ────────────────────────────────────────────────────────────────


def _renewed(kept: _Kept, before: Address, chance: Random) -> _Kept:
    plan = kept.plan
    acts = tuple(replace(a, body=_sentence(a.body, before, chance), again=0) for a in plan.acts)
    if kept.name < 2 and acts and acts[0].verb.name == "回顾":  # the list recalled
        acts = (replace(acts[0], body=_recalling(acts[0].body, before)), *acts[1:])
    return _Kept(kept.name, replace(plan, acts=acts))


def _recalling(body: Sentence, before: Address) -> Sentence:
    slots = tuple(
        (name, replace(piece, addresses=(*piece.addresses, before), titled=False))
        if isinstance(piece, Cited) and piece.own
        else (name, piece)
        for name, piece in body.slots
    )
    return replace(body, slots=slots)


def _sentence(body: Sentence, before: Address, chance: Random) -> Sentence:
    slots = tuple((name, _piece(piece, before, chance)) for name, piece in body.slots)
    return replace(body, slots=slots)


def _piece(piece: Piece, before: Address, chance: Random) -> Piece:
    if isinstance(piece, Due):
        session = piece.session + 1 if piece.session is not None else None
        date = piece.date.replace(year=piece.date.year + 1) if piece.date else None
        return replace(piece, session=session, date=date)
    if isinstance(piece, Document):
        return Document(_document(piece.symbol, chance))
    if isinstance(piece, Noted):
        return Noted(_sentence(piece.note, before, chance))
    return piece


def _document(symbol: str, chance: Random) -> str:
    organ, at, _ = symbol.split("/", 2)
    place = re.sub(r"\d+", lambda m: str(int(m.group()) + 1), at)
    return f"{organ}/{place}/{chance.randint(20, 980)}"


def _plan(state: _State) -> Plan:
    return replace(
        state.plan,
        preamble=again(tuple(kept.plan for kept in state.preamble)),
        operative=again(tuple(kept.plan for kept in state.operative)),
    )


def _places(state: _State) -> dict[int, str]:
    return {
        **{kept.name: f"PP{n}" for n, kept in enumerate(state.preamble, start=1)},
        **{kept.name: f"OP{n}" for n, kept in enumerate(state.operative, start=1)},
    }


def _step(first: _State, second: _State) -> TrueStep:
    old, new = _places(first), _places(second)
    edits = {kept.name: kept.edit for kept in (*second.preamble, *second.operative)}
    return TrueStep(
        first=first.plan.address.symbol,
        second=second.plan.address.symbol,
        pairs=tuple((old[name], new[name], edits[name]) for name in new if name in old),
        added=tuple(place for name, place in new.items() if name not in old),
        dropped=tuple(place for name, place in old.items() if name not in new),
    )

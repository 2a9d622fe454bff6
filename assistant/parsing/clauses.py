"""A paragraph to its acts: verb, addressees, object, what is asked for and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.parsing.deadlines import deadlines_of, deliverables_of
from assistant.text.bodies import find_bodies
from assistant.text.normalise import Folded, fold
from assistant.text.verbs import VerbMatch, match_verb
from assistant.types import Clause, Entity, Span, VerbFamily

# A new act starts after these, if an operative verb follows (its adverbs and connecting
# modifiers, 就此 在这方面 赞赏地, are of ``verbs.ADVERBS``, a closed list).
_JOINT = re.compile("[,;](?:并且|并|同时)")

# Verbs that follow 并 inside an act as often as they begin one: 请秘书长…，并支持会员国… is what he
# is asked to do. They begin a second act only after an act that asks nobody and decides nothing.
_WEAK = frozenset({"支持", "赞同", "确认", "承认"})
_NEVER_SECOND = frozenset(
    {"通过", "设立", "核准", "宣布", "谋求", "指出", "审议了", "听取了", "拒绝", "认定"}
)

_ASKING_FAMILIES: frozenset[VerbFamily] = frozenset({"directive", "decision"})
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》")
_BLOT = "\ufffc"
_CLOSING = ",;。:. "

_AND = re.compile(r"、|以及|及|和|与")
_ALL = re.compile(r"(?:所有|全体|各|有关|相关|其他|其余|尚未|那些|凡)")
_QUALIFIED = re.compile(r"(?:所有|全体|尚未|那些|凡|其余|其他|有能力|有关)[^,;。、]{1,60}")
_INCLUDING = re.compile(r",(?:包括|特别是|尤其是)[^,;。]*,")


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph's text, folded, and folded with quotations blotted out."""

    source: str
    folded: Folded
    masked: str


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The acts of a paragraph in text order; none where no known verb leads it."""
    folded = fold(text)
    masked = _QUOTED.sub(lambda quoted: _BLOT * len(quoted.group()), folded.text)
    words = _Words(text, folded, masked)
    bodies = find_bodies(masked)
    return tuple(_clause(words, verb, end, bodies) for verb, end in _acts(masked))


def _acts(masked: str) -> list[tuple[VerbMatch, int]]:
    """The leading verb of each act, and where the act ends."""
    verb = match_verb(masked, 0)
    if verb is None:
        return []
    acts: list[tuple[VerbMatch, int]] = []
    for joint in _JOINT.finditer(masked, verb.span.end):
        following = match_verb(masked, joint.end())
        if following is not None and _begins_an_act(following, after=verb):
            acts.append((verb, joint.start()))
            verb = following
    return [*acts, (verb, len(masked.rstrip(_CLOSING)))]


def _begins_an_act(verb: VerbMatch, *, after: VerbMatch) -> bool:
    if after.family in _ASKING_FAMILIES and verb.verb in _WEAK:
        return False
    return verb.verb not in _NEVER_SECOND


def _clause(words: _Words, verb: VerbMatch, end: int, bodies: tuple[Entity, ...]) -> Clause:
    act = Span(verb.span.start, max(end, verb.span.end))
    inside = [body for body in bodies if act.start <= body.span.start and body.span.end <= act.end]
    addressees = _addressees(words.masked, verb, act, inside) if verb.family == "directive" else []
    addressed = addressees[-1].span.end if addressees else verb.span.end
    begin = _object_start(words.masked, addressed)
    included = _included(words.masked, addressed, inside) if addressees else []
    others = [b for b in inside if b.span.start >= addressed and b not in included]
    asks = verb.family in _ASKING_FAMILIES
    return Clause(
        span=words.folded.source(act),
        verb=verb.verb,
        verb_span=words.folded.source(verb.span),
        family=verb.family,
        strength=verb.strength,
        adverbs=verb.adverbs,
        addressees=tuple(_verbatim(words, one) for one in (*addressees, *included)),
        mentioned=tuple(_verbatim(words, one) for one in others),
        object=words.folded.source(Span(begin, act.end)) if begin < act.end else None,
        deliverables=deliverables_of(words.masked, act) if asks else (),
        deadlines=deadlines_of(words.source, words.folded, words.masked, act) if asks else (),
    )


def _verbatim(words: _Words, entity: Entity) -> Entity:
    span = words.folded.source(entity.span)
    return Entity(entity.name, span, span.of(words.source))


def _addressees(masked: str, verb: VerbMatch, act: Span, bodies: list[Entity]) -> list[Entity]:
    """The bodies right after the verb, joined by 、 or 和; nobody where it goes on otherwise."""
    found: list[Entity] = []
    starts = {body.span.start: body for body in bodies}
    at = verb.span.end
    while at < act.end:
        body = _body_at(masked, at, starts)
        if body is None:
            break
        found.append(body)
        joint = _AND.match(masked, body.span.end, act.end)
        if joint is None:
            break
        at = joint.end()
    return found


def _body_at(masked: str, at: int, starts: dict[int, Entity]) -> Entity | None:
    """The body named at ``at``, with what qualifies it: 所有尚未签署…的国家."""
    prefix = _ALL.match(masked, at)
    plain = starts.get(at) or (starts.get(prefix.end()) if prefix else None)
    if plain is not None and not masked.startswith("的", plain.span.end):
        return Entity(plain.name, Span(at, plain.span.end), plain.text)
    qualified = _QUALIFIED.match(masked, at)
    for begin in range(at + 1, qualified.end() + 1) if qualified else ():
        body = starts.get(begin)
        if body is not None and masked[begin - 1] == "的":
            return Entity(body.name, Span(at, body.span.end), body.text)
    return None


def _included(masked: str, at: int, bodies: list[Entity]) -> list[Entity]:
    """Bodies named as being among the addressees: 民间社会，包括非政府组织、学术界…，"""
    including = _INCLUDING.match(masked, at)
    if including is None:
        return []
    return [body for body in bodies if at <= body.span.start and body.span.end <= including.end()]


def _object_start(masked: str, at: int) -> int:
    """Past what only explains the addressee (，包括…，) and the stop before the object."""
    including = _INCLUDING.match(masked, at)
    if including:
        return including.end()
    return at + 1 if masked.startswith(",", at) else at

"""An English paragraph to its acts: verb, addressees, object, what is asked for and by when."""

from __future__ import annotations

import re
from bisect import bisect_left

from assistant.parsing.english.addressees import Addressees, addressees_of
from assistant.parsing.english.deadlines import deadlines_of, deliverables_of
from assistant.parsing.english.words import Words, words_of
from assistant.text.bodies import find_english_bodies
from assistant.text.english_verbs import EnglishForm, match_form
from assistant.text.verbs import Verb, verbs_by_name
from assistant.types import Clause, Entity, Span, VerbFamily

_ASKING_FAMILIES: frozenset[VerbFamily] = frozenset({"directive", "decision"})
_CLOSING = re.compile(r"(?:[;,]?\s+and)?[\s,;.:]*$")
_LONGEST_CLOSING = 16  # characters: "; and" with stops and blanks

# Where a second act may begin: Requests …, and decides …; welcomes … and requests ….
_JOINT = re.compile(r"(?:(?P<stop>[,;])? (?:and|while|but)|(?P<semicolon>;)) ")

# Verbs that are nouns before these: and requests for information, and demands from many sides.
_NOUNS = re.compile(r"(?:requests|notes|demands|hopes|supports|regrets|wishes|desires|trusts)$")
_LONGEST_NOUN = 8  # characters: requests
_NOUN_BEFORE = re.compile(r" (?:for|from|of|by|made|contained|submitted|received|and|or|to)\b")
# The object of a relative clause, and what is said by somebody else, goes on with "and" as an act
# does: the report, which recognizes … and stresses …
_SAID_BY_OTHERS = re.compile(r"\b(?:that|which|who|whose|where|as)\b")
# A gerund goes on with a gerund: by sharing information and encouraging cooperation.
_GERUND = re.compile(r"\b(?:by|of|for|in|through|including|towards|at|on|without|from) \w+ing\b")
# Participles that are seldom gerunds, so that they begin an act all the same.
_SAYING: frozenset[VerbFamily] = frozenset(
    {"recall", "reaffirm", "note", "welcome", "concern", "emphasis", "expectation"}
)


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The acts of a paragraph in text order; none where no known verb leads it."""
    words = words_of(text)
    bodies = _bodies(words.masked)
    starts = [body.span.start for body in bodies]
    acts = []
    for form, end in _acts(words.masked):
        act = Span(form.span.start, max(end, form.span.end))
        inside = bodies[bisect_left(starts, act.start) : bisect_left(starts, act.end)]
        acts.append(_clause(words, form, act, [b for b in inside if b.span.end <= act.end]))
    return tuple(acts)


def _bodies(masked: str) -> tuple[Entity, ...]:
    """The bodies named; ``states`` in small letters is what somebody says."""
    return tuple(b for b in find_english_bodies(masked) if not b.text.startswith("state"))


# ── where acts begin and end ─────────────────────────────────────────────────────────────────


def _acts(masked: str) -> list[tuple[EnglishForm, int]]:
    """The leading verb of each act, and where the act ends."""
    form = match_form(masked, 0)
    if form is None:
        return []
    acts: list[tuple[EnglishForm, int]] = []
    inside = _Inside(masked, form.span.end)
    for joint in _JOINT.finditer(masked, form.span.end):
        following = match_form(masked, joint.end())
        if following is None or joint.start() <= form.span.end:
            continue
        inside.read_to(joint.start())
        if _begins_an_act(
            masked, following, form, inside, stop=bool(joint["stop"] or joint["semicolon"])
        ):
            acts.append((form, joint.start()))
            form = following
            inside = _Inside(masked, form.span.end)
    return [*acts, (form, _end(masked, form))]


def _end(masked: str, form: EnglishForm) -> int:
    """Where the last act of a paragraph ends: before the closing stop, and the and of a list."""
    tail = max(form.span.end, len(masked) - _LONGEST_CLOSING)
    closing = _CLOSING.search(masked, tail)
    return closing.start() if closing else len(masked)


class _Inside:
    """What an act has said so far; each character is read once."""

    def __init__(self, masked: str, start: int) -> None:
        self._masked = masked
        self._at = start
        self.is_said_by_others = False
        self.has_gerund = False

    def read_to(self, end: int) -> None:
        self.is_said_by_others |= bool(_SAID_BY_OTHERS.search(self._masked, self._at, end))
        self.has_gerund |= bool(_GERUND.search(self._masked, self._at, end))
        self._at = max(self._at, end)


def _begins_an_act(
    masked: str, verb: EnglishForm, after: EnglishForm, inside: _Inside, *, stop: bool
) -> bool:
    """Whether a verb that follows a joint is a new act, and not said inside the act before."""
    if verb.finite != after.finite or _is_a_noun(masked, verb):
        return False
    family = verbs_by_name()[verb.name].family
    if not verb.finite:
        return (stop and not inside.has_gerund) or family in _SAYING
    if inside.is_said_by_others:
        return stop and (family in _ASKING_FAMILIES or bool(verb.adverbs))
    return True


def _is_a_noun(masked: str, verb: EnglishForm) -> bool:
    begin = max(verb.span.start, verb.span.end - _LONGEST_NOUN)
    is_ambiguous = _NOUNS.search(masked[begin : verb.span.end])
    return bool(is_ambiguous and _NOUN_BEFORE.match(masked, verb.span.end))


# ── what an act says ─────────────────────────────────────────────────────────────────────────


def _clause(words: Words, form: EnglishForm, act: Span, inside: list[Entity]) -> Clause:
    verb = verbs_by_name()[form.name]
    asked = _asked(words, verb, form, act, inside)
    others = [body for body in inside if body.span.start >= asked.end]
    begin = _object_start(words.masked, asked.object_start, act.end)
    asks = verb.family in _ASKING_FAMILIES
    return Clause(
        span=words.span(act),
        verb=verb.name,
        verb_span=words.span(form.span),
        family=verb.family,
        strength=verb.strength,
        adverbs=form.adverbs,
        addressees=tuple(map(words.entity, (*asked.addressed, *asked.included))),
        mentioned=tuple(words.entity(body) for body in others if body not in asked.included),
        object=words.span(Span(begin, act.end)) if begin < act.end else None,
        deliverables=deliverables_of(words.masked, act) if asks else (),
        deadlines=deadlines_of(words, act, form.span.end) if asks else (),
    )


def _asked(
    words: Words, verb: Verb, form: EnglishForm, act: Span, bodies: list[Entity]
) -> Addressees:
    if verb.family != "directive":
        return Addressees((), (), form.span.end, form.span.end)
    return addressees_of(words.masked, Span(form.span.end, act.end), bodies)


_BEFORE_AN_OBJECT = re.compile(r"[ ,]*")


def _object_start(masked: str, at: int, end: int) -> int:
    found = _BEFORE_AN_OBJECT.match(masked, at, end)
    return found.end() if found else at

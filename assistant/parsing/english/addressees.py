"""Whom an English act addresses: the bodies right after its verb, with what qualifies them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.types import Entity, Span


@dataclass(frozen=True, slots=True)
class Addressees:
    """The bodies an act addresses, all offsets into the text it was read from."""

    addressed: tuple[Entity, ...]
    included: tuple[Entity, ...]  # among them, by name: civil society, including academia
    end: int  # of the last addressee
    object_start: int  # past what only explains the addressees


# Between verb and addressee: requests that the …, urges, as a matter of priority, all …
_TO = re.compile(r"(?: (?:that|to|upon))?(?:,[^,;:]{1,60}(?=,))?,? (?:that )?")
_DETERMINER = (
    r"the|all of the|all|other|both|those|each|any|its|relevant|interested|concerned|competent"
    r"|appropriate|respective|international|and|regional|national|subregional|donor|States'"
    r"|developed|remaining|present|current|relevant United Nations"
    r"|(?:organs|organizations|entities|bodies|agencies)(?:,? and (?:organizations|entities|bodies"
    r"|agencies))? of the(?= United Nations system)"
)
_ONE_DETERMINER = re.compile(rf"(?:{_DETERMINER}),? ", re.IGNORECASE)
_MOST_DETERMINERS = 6  # all other relevant international and regional …
_JOINT = re.compile(r",? (?:and|or|as well as) |, ")
_LONGEST_QUALIFIER = 160  # characters; States that possess … and have not yet acceded to …

# A qualifier goes on to the infinitive that says what is asked.
_SHORT = (
    r"concerned|in a position to do so|able to do so|willing to do so|wishing to do so"
    r"|that have yet to do so|that have not (?:yet )?done so|which have not (?:yet )?done so"
    r"|that have not already done so|that are in a position to do so"
)
_NO_INFINITIVE = "the|a|an|it|this|that|its|their|all|these"  # acceded to the Treaty
_INFINITIVE = (
    rf",? to(?::|,|$| (?!(?:{_NO_INFINITIVE})\b)(?<!yet to )(?<!able to )(?<!right to )"
    r"(?<!party to )[a-z])"
)
_QUALIFIER = re.compile(
    rf",? (?:{_SHORT})\b"
    r"|(?:,? (?:that|which|who|whose|not yet|not)"
    r"|(?<=[Pp]arties) to"
    r"| (?:parties to|possessing|with|of|within|from|in|listed))"
    rf" [^;:]{{1,{_LONGEST_QUALIFIER}}}?"
    rf"(?={_INFINITIVE}|, (?:and|including|in particular)\b)"
)
_SUCH_AS = "(?:including|in particular|especially|notably|such as) "
_INCLUDING = re.compile(f",? {_SUCH_AS}")
_ASKED = re.compile(_INFINITIVE)
_LONGEST_LIST = 400  # characters; of the bodies that are asked, or included among them
# Bodies that ``text.bodies`` does not know may stand in a list, and one with a name of its own may
# begin it: the Bretton Woods institutions and ….
_UNKNOWN = re.compile(f"(?!{_SUCH_AS})")
_NAMED = re.compile(r"(?:the |all |relevant )*[A-Z]")


def addressees_of(masked: str, within: Span, bodies: list[Entity]) -> Addressees:
    """The bodies that stand at the beginning of ``within``; nobody where it goes on otherwise."""
    starts = {body.span.start: body for body in bodies}
    found: list[Entity] = []
    first = _TO.match(masked, within.start, within.end)
    at = first.end() if first else within.start
    asked = _ASKED.search(masked, at, min(within.end, at + _LONGEST_LIST))
    while True:
        body = _body_at(masked, at, within.end, starts)
        if body is not None:
            found.append(body)
            joint = _JOINT.match(masked, body.span.end, within.end)
        else:
            goes_on = (_UNKNOWN if found else _NAMED).match(masked, at)
            joint = _JOINT.search(masked, at, asked.start()) if asked and goes_on else None
        if joint is None:
            break
        at = joint.end()
    if not found:
        return Addressees((), (), within.start, within.start)
    return _with_included(masked, tuple(found), within.end, bodies)


def _body_at(masked: str, at: int, end: int, starts: dict[int, Entity]) -> Entity | None:
    """The body named at ``at``, with its article and what qualifies it: all States that …"""
    body, begin = starts.get(at), at
    for _ in range(_MOST_DETERMINERS):
        determiner = None if body else _ONE_DETERMINER.match(masked, begin, end)
        if determiner is None:
            break
        begin = determiner.end()
        body = starts.get(begin)
    if body is None or masked.startswith("'s", body.span.end):
        return None
    qualifier = _QUALIFIER.match(masked, body.span.end, end)
    last = qualifier.end() if qualifier else body.span.end
    return Entity(body.name, Span(at, last), masked[at:last])


def _with_included(
    masked: str, addressed: tuple[Entity, ...], end: int, bodies: list[Entity]
) -> Addressees:
    last = addressed[-1].span.end
    including = _INCLUDING.match(masked, last, end)
    asked = (
        _ASKED.search(masked, including.end(), min(end, including.end() + _LONGEST_LIST))
        if including
        else None
    )
    if asked is None:
        return Addressees(addressed, (), last, last)
    included = [b for b in bodies if last <= b.span.start and b.span.end <= asked.start()]
    return Addressees(addressed, tuple(included), last, asked.start())

"""Nearest to a symbol, session, place or mention that is not there: what is held beside it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.naming import attribute_name
from assistant.answering.near import MOST_NAMED, Holdings, Near, nth, session_name
from assistant.text.labels import label, place_label
from assistant.text.nearness import apart, distance
from assistant.text.places import is_whole
from assistant.text.symbols import session_of
from assistant.types import Missing

_PRINTED = (
    "date", "meeting", "session", "agenda_item", "agenda_title", "committee", "report", "title",
)  # fmt: skip


def near_paragraph(key: str, library: Holdings) -> Near:
    """The paragraph nearest in its words: to be read, where it does not answer."""
    symbol, _, place = key.partition("#")
    name, at = label(symbol, library.lang), place_label(place, library.lang)
    return Near(
        library.say("near_paragraph", near=library.ask(f"{name}{at}", f"{at} of {name}")),
        library.ask(f"{name}{at}写了什么？", f"What does {at} of {name} say?"),
    )


def near_symbol(gap: Missing, library: Holdings) -> Iterator[Near]:
    """75/46 or 75/54 for 75/45; 74/45 for it; else nothing is near."""
    apart_by = [(d, s) for s in library.symbols if (d := distance(gap.name, s)) is not None]
    if apart_by:
        nearest = sorted(symbol for d, symbol in apart_by if d == min(apart_by)[0])
        names = library.joined(label(s, library.lang) for s in nearest[:MOST_NAMED])
        name = label(nearest[0], library.lang)
        yield Near(
            library.say("near_symbol", near=names),
            library.ask(f"{name}讲了什么？", f"What is {name} about?"),
        )
    elif session := session_of(gap.name):
        yield from _sessions(session, library)


def near_session(gap: Missing, library: Holdings) -> Iterator[Near]:
    """The sessions held next before and after the one that is not."""
    yield from _sessions(int(gap.name), library)


def _sessions(asked: int, library: Holdings) -> Iterator[Near]:
    held = sorted({s for symbol in library.symbols if (s := session_of(symbol)) is not None})
    next_to = [*[s for s in held if s < asked][-1:], *[s for s in held if s >= asked][:1]]
    if next_to:
        names = library.joined(session_name(session, library.lang) for session in next_to)
        best = min(next_to, key=lambda session: abs(session - asked))
        name = session_name(best, library.lang)
        yield Near(
            library.say("near_sessions", near=names),
            library.ask(
                f"{name}有哪些决议？",
                f"What do the resolutions of the {nth(best)} session decide?",
            ),
        )


def near_place(gap: Missing, library: Holdings) -> Iterator[Near]:
    """The paragraph of an item that it does not have, else the last of its part."""
    resolution = library.resolution(gap)
    kind = {"OP": "operative", "PP": "preambular", "FN": "footnote"}.get(gap.name[:2])
    if resolution is None or kind is None:
        return
    whole = [p for p in resolution.paragraphs if p.kind == kind and is_whole(p.place)]
    inside = [p for p in whole if gap.name.startswith(f"{p.place}(")]
    last = (inside or whole)[-1:]
    for paragraph in last:
        name = label(resolution.symbol, library.lang)
        place = place_label(paragraph.place, library.lang)
        yield Near(
            library.say("near_place", where=name, near=place),
            library.ask(f"{name}{place}写了什么？", f"What does {place} of {name} say?"),
        )


def near_field(gap: Missing, library: Holdings) -> Iterator[Near]:
    """What its masthead and closing lines do print."""
    resolution = library.resolution(gap)
    printed = [f for f in _PRINTED if resolution and f in resolution.masthead]
    if resolution is None or not printed:
        return
    name = label(resolution.symbol, library.lang)
    shown = library.joined(attribute_name(field, library.lang) for field in printed)
    question = None
    if "date" in printed:
        question = library.ask(f"{name}是什么时候通过的？", f"When was {name} adopted?")
    yield Near(library.say("near_fields", where=name, near=shown), question)


def near_reference(gap: Missing, library: Holdings) -> Iterator[Near]:
    """The treaties and resolutions that it really names."""
    resolution = library.resolution(gap)
    if resolution is None:
        return
    kind = "resolution" if "/RES/" in gap.name else "instrument"
    named = list(
        dict.fromkeys(
            r.target for p in resolution.paragraphs for r in p.references if r.kind == kind
        )
    )
    if kind == "resolution":
        named.sort(key=lambda target: apart(gap.name, target))
    else:
        named.sort(key=lambda title: -len(set(title) & set(gap.name)) / len(set(title) | {""}))
    name = label(resolution.symbol, library.lang)
    if named:
        shown = [
            label(t, library.lang) if kind == "resolution" else f"《{t}》"
            for t in named[:MOST_NAMED]
        ]
        yield Near(
            library.say("near_references", where=name, near=library.joined(shown)),
            library.ask(
                f"{name}哪些段落提到{shown[0]}？",
                f"Which paragraphs of {name} mention {shown[0]}?",
            ),
        )

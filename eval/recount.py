"""Counts, orders and comparisons, done again from the library and from what is cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.text.symbols import session_of
from assistant.types import Answer, Statement
from eval.changes import from_words_to_words, worded_as
from eval.lexicon import plain, simplified, verbs_in
from eval.lists import miscounted, unmade, with_items
from eval.sentences import Said
from eval.subject import Truth

# 2020年12月7日大会决议; 2050年12月4日第81次全体会议 in Official Records, or in the closing lines.
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_ADOPTED = re.compile(rf"{_DAY}(?:大会决议|经济及社会理事会决议|(?:第\d+次全体会议)?根据)")
_CLOSED = re.compile(_DAY)


@dataclass(frozen=True, slots=True)
class Claim:
    """A computed sentence as read, with what it cites and the library."""

    said: Said
    cited: tuple[str, ...]  # keys
    truth: Truth
    read: Truth  # the same, in the language of what is cited

    def symbols(self) -> tuple[str, ...]:
        """The resolutions it speaks of: those it names, else those it cites from."""
        return self.said.symbols("where") or tuple({k.partition("#")[0] for k in self.cited})

    def whole_text(self, key: str) -> str:
        """The text of a paragraph cited, with its items."""
        paragraph = self.truth.paragraphs.get(key)
        of = self.truth.resolutions.get(key.partition("#")[0])
        return with_items(paragraph, of.paragraphs) if paragraph and of else ""

    def there_are(self, kind: str) -> int:
        """Paragraphs of that kind in the resolutions it speaks of; OP3(a) is part of one."""
        held = (self.truth.resolutions[s] for s in self.symbols() if s in self.truth.resolutions)
        return sum(p.kind == kind and "(" not in p.place for r in held for p in r.paragraphs)


def miscounts(
    said: Sequence[Said], statement: Statement, answer: Answer, truth: Truth
) -> Iterator[str]:
    """What in a computed sentence does not come out when done again."""
    keys = {c.n: f"{c.symbol}#{c.paragraph}" for c in answer.citations}
    cited = tuple(sorted({keys[n] for n in statement.citations if n in keys}))
    langs = {c.lang for c in answer.citations if c.n in statement.citations}
    read = truth.in_language(langs.pop()) if len(langs) == 1 else truth
    for each in said:
        claim = Claim(each, cited, truth, read)
        recount = _RECOUNTS.get(each.recount)
        if recount is None:
            yield f"nothing to recount in: {statement.text}"
        elif problem := _elsewhere(claim) or recount(claim):
            yield f"{problem}: {statement.text}"


def _elsewhere(claim: Claim) -> str | None:
    """The resolutions a sentence names must be those it cites from."""
    named = set(claim.said.symbols("where", "first", "second"))
    if named and named != {key.partition("#")[0] for key in claim.cited}:
        return "names other resolutions than it cites"
    return None


def _differs(claim: Claim, *wanted: int) -> str | None:
    value = claim.said.value("n")
    if all(value == each for each in wanted):
        return None
    return f"counts {value}, recounted {' and '.join(map(str, wanted))}"


def _cited(claim: Claim) -> str | None:
    verbs = verbs_in(claim.said.slots.get("verb", ""))
    texts = [claim.truth.paragraphs[k].text for k in claim.cited if k in claim.truth.paragraphs]
    if verbs and not all(verbs & verbs_in(text) for text in texts):
        return f"cites paragraphs without {'、'.join(sorted(verbs))}"
    if _mentions_another(claim, texts):
        return "cites paragraphs that do not mention it"
    made = claim.said.slots.get("made", "")
    if made and (problem := unmade(made, [claim.whole_text(key) for key in claim.cited])):
        return problem
    return _listed(claim)


def _mentions_another(claim: Claim, texts: Sequence[str]) -> bool:
    """Whether most paragraphs cited for mentioning a resolution do not print its number. A few may
    be right without it: 同上 means the note before."""
    serials = [plain(s.rpartition("/RES/")[2]) for s in claim.said.symbols("target")]
    printing = [text for text in texts if all(s in plain(text) for s in serials)]
    in_arabic = bool(serials) and "(" not in serials[0]
    return in_arabic and 2 * len(printing) < len(texts)


def _listed(claim: Claim) -> str | None:
    return miscounted(claim.said.slots.get("of", ""), claim.said.value("n"), claim.cited)


def _resolutions(claim: Claim) -> str | None:
    if claim.said.slots.get("of"):
        return _listed(claim)
    return _differs(claim, len({key.partition("#")[0] for key in claim.cited}))


def _all_of(kind: str) -> Callable[[Claim], str | None]:
    return lambda claim: _differs(claim, len(claim.cited), claim.there_are(kind))


def _library(claim: Claim) -> str | None:
    held = len(claim.truth.resolutions)
    return _listed(claim) or _differs(claim, held)


def adopted(symbol: str, truth: Truth) -> date | None:
    """The date of adoption, read from the masthead's own words, else from the closing lines."""
    for place, pattern in (("META", _ADOPTED), ("END", _CLOSED)):
        paragraph = truth.paragraphs.get(f"{symbol}#{place}")
        found = pattern.search(simplified(plain(paragraph.text))) if paragraph else None
        if found:
            return date(*map(int, found.groups()))
    return None


def _order(claim: Claim) -> str | None:
    first, second = (adopted(s, claim.truth) for s in claim.said.symbols("first", "second"))
    if first is None or second is None:
        return "no dates to compare"
    right = first < second if claim.said.recount == "earlier" else first == second
    return None if right else f"orders {first} and {second} wrongly"


def _sizes(claim: Claim) -> str | None:
    first, second = (
        sum(key.startswith(f"{s}#") for key in claim.cited)
        for s in claim.said.symbols("first", "second")
    )
    if claim.said.recount == "as_many":
        return None if first == second else f"compares {first} with {second}"
    return _differs(claim, first - second)


def _using(claim: Claim) -> dict[str, int | None]:
    """The paragraphs of the resolutions spoken of that have the phrase, with their sessions."""
    phrase = simplified(plain(claim.said.slots["phrase"])).lower()
    named = claim.said.symbols("where") or tuple(claim.truth.resolutions)
    return {
        paragraph.key: session_of(symbol)
        for symbol in named
        if symbol in claim.truth.resolutions
        for paragraph in claim.truth.resolutions[symbol].paragraphs
        if paragraph.kind not in ("meta", "end")
        and phrase in simplified(plain(paragraph.text)).lower()
    }


def _uses(claim: Claim) -> str | None:
    using = _using(claim)
    if not set(claim.cited) <= set(using):
        return "cites a paragraph that does not have the phrase"
    total = claim.said.value("total")
    if total is not None and total != len(using):
        return f"counts {total}, recounted {len(using)}"
    return _differs(claim, len(claim.cited), *([len(using)] if total is None else []))


def _use_at_an_end(claim: Claim) -> str | None:
    using = {key: session for key, session in _using(claim).items() if session is not None}
    end = (min if claim.said.recount == "first_use" else max)(using.values(), default=None)
    if claim.said.value("session") != end:
        return f"the session is {end}"
    return _differs(claim, len(claim.cited), sum(session == end for session in using.values()))


def _told(claim: Claim) -> str | None:
    """Every resolution cited has the words given; no two paragraphs are of one resolution."""
    words = re.split("”(?:、|,)“", claim.said.slots["term"])
    for key in claim.cited:
        text = simplified(plain(claim.truth.paragraphs[key].text))
        if not all(simplified(plain(told)) in text for told in words):
            return f"{key} does not say {words}"
    return _resolutions(claim) or _differs(claim, len(claim.cited))


def _worded(*, same: bool) -> Callable[[Claim], str | None]:
    def recount(claim: Claim) -> str | None:
        other = claim.said.symbols("other")
        found = worded_as(claim.cited, other, claim.read, same=same)
        return found or _differs(claim, len(claim.cited))

    return recount


def _changed_words(claim: Claim) -> str | None:
    slots = claim.said.slots
    return from_words_to_words(slots["before"], slots["after"], claim.cited, claim.read)


def _in_time(claim: Claim) -> str | None:
    """Resolutions of a series from before or after the one named, which they need not mention."""
    sign = -1 if claim.said.recount == "before" else 1
    asked = [session_of(symbol) or 0 for symbol in claim.said.symbols("target")]
    cited = [session_of(key.partition("#")[0]) or 0 for key in claim.cited]
    if any((session - than) * sign < 0 for session in cited for than in asked):
        return "cites resolutions of other sessions"
    return _listed(claim)


_RECOUNTS: dict[str, Callable[[Claim], str | None]] = {
    "same_as": _worded(same=True),
    "differs": _worded(same=False),
    "changed_words": _changed_words,
    "cited": _cited,
    "resolutions": _resolutions,
    "operative": _all_of("operative"),
    "preambular": _all_of("preambular"),
    "footnote": _all_of("footnote"),
    "library": _library,
    "uses": _uses,
    "told": _told,
    "first_use": _use_at_an_end,
    "last_use": _use_at_an_end,
    "before": _in_time,
    "after": _in_time,
    "earlier": _order,
    "same_day": _order,
    "more": _sizes,
    "as_many": _sizes,
}

"""Answers spoilt on purpose, to test the judge.

Each mutation makes one answer worse in one way and tidies up after itself (the text for people,
offsets and, where ``forged``, the citation's own words), so that only the fault can give it away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.types import Answer, Citation, Paragraph, Quote, Statement
from eval.lexicon import ACT_START, BODIES, LATER_ACT, VERBS
from eval.subject import Truth
from eval.tampering import (
    Mutant,
    appended,
    quotations,
    with_citation,
    with_statement,
    with_text,
)

_ARABIC = re.compile(r"(?<![\d/A-Z-])\d+(?![\d/]|\s*[年月日])")
_DATE = re.compile(r"\d{1,2}(?=\s*[月日])|\d{4}(?=\s*年)")
_SESSION = re.compile(r"(?<=第)[一二三四五六七八九十]+(?=届)")
_SYMBOL = re.compile(r"(?<=/)\d+(?![\d/])")
_VERB = re.compile("|".join(sorted(VERBS, key=len, reverse=True)))
_BODY = re.compile("|".join(sorted(BODIES, key=len, reverse=True)))
_NEGATION = re.compile(r"尚未|没有|不|未")

Reword = Callable[[str], str]


def mutants(answer: Answer, truth: Truth, *, complete: bool = False) -> tuple[Mutant, ...]:
    """Every mutation that this answer offers a place for.

    ``complete``: the answer is a list that must be whole, so that shortening it is a fault too.
    """
    return (
        *(_shortened(answer) if complete else ()),
        *_reworded(answer),
        *_recited(answer, truth),
        *_recombined(answer),
        *_cropped(answer),
        *_invented(answer, truth),
        *_padded(answer),
    )


def _other(pattern: re.Pattern[str], change: Reword) -> Reword:
    return lambda text: pattern.sub(lambda m: change(m.group()), text, count=1)


def _next(number: str) -> str:
    return str(int(number) + 1)


def _next_session(numeral: str) -> str:
    return "七十八" if numeral == "七十七" else "七十七"


def _sibling_of(words: tuple[str, ...]) -> Reword:
    return lambda word: words[(words.index(word) + 3) % len(words)]


def _negate(text: str) -> str:
    if _NEGATION.search(text):
        return _NEGATION.sub("", text, count=1)
    return _VERB.sub(lambda m: f"不{m.group()}", text, count=1)


REWORDINGS: dict[str, Reword] = {
    "number": _other(_ARABIC, _next),
    "date": _other(_DATE, _next),
    "session": _other(_SESSION, _next_session),
    "symbol": _other(_SYMBOL, _next),
    "verb": _other(_VERB, _sibling_of(tuple(VERBS))),
    "body": _other(_BODY, _sibling_of(tuple(BODIES))),
    "negation": _negate,
}


def _reworded(answer: Answer) -> Iterator[Mutant]:
    """Words changed in a sentence, and in a quotation together with its citation's text."""
    for name, reword in REWORDINGS.items():
        for kind in ("quote", "computed", "fact"):
            for index, statement in enumerate(answer.statements):
                changed = reword(statement.text)
                if statement.kind == kind and changed != statement.text:
                    yield Mutant(name, with_text(answer, index, changed))
                    break
        if forged := _forged(answer, reword):
            yield Mutant(f"{name}, forged", forged)


def _forged(answer: Answer, reword: Reword) -> Answer | None:
    for index, statement, quote, citation in quotations(answer):
        words = citation.text[quote.start : quote.end]
        changed = reword(words)
        if changed == words:
            continue
        text = citation.text[: quote.start] + changed + citation.text[quote.end :]
        moved = Quote(quote.n, quote.start, quote.start + len(changed))
        spoilt = replace(
            statement,
            text=statement.text.replace(words, changed, 1),
            quotes=tuple(moved if q == quote else q for q in statement.quotes),
        )
        forged = with_citation(answer, replace(citation, text=text))
        return with_statement(forged, index, spoilt)
    return None


def _recited(answer: Answer, truth: Truth) -> Iterator[Mutant]:
    """A citation swapped for its sibling, dropped, or added."""
    for index, statement, quote, citation in quotations(answer):
        sibling = _sibling(citation, answer, truth)
        if sibling is None:
            return
        swapped = _as_citation(citation.n, sibling, citation)
        yield Mutant("citation swapped", with_citation(answer, swapped))
        kept = tuple(n for n in statement.citations if n != quote.n)
        less = replace(statement, citations=kept)
        yield Mutant("citation dropped", with_statement(answer, index, less))
        unquoted = replace(less, quotes=tuple(q for q in statement.quotes if q.n != quote.n))
        yield Mutant("citation and quote dropped", with_statement(answer, index, unquoted))
        n = len(answer.citations) + 1
        more = replace(statement, citations=(*statement.citations, n))
        added = with_statement(answer, index, more)
        extra = _as_citation(n, sibling, citation)
        yield Mutant("citation added", replace(added, citations=(*answer.citations, extra)))
        return


def _sibling(citation: Citation, answer: Answer, truth: Truth) -> Paragraph | None:
    """The next paragraph of the same kind that the answer does not cite."""
    cited = {f"{c.symbol}#{c.paragraph}" for c in answer.citations}
    mine = truth.paragraphs.get(f"{citation.symbol}#{citation.paragraph}")
    if mine is None:
        return None
    family = [p for p in truth.resolutions[citation.symbol].paragraphs if p.key not in cited]
    same = [p for p in family if p.kind == mine.kind]
    return next(iter([*same, *family]), None)


def _as_citation(n: int, paragraph: Paragraph, like: Citation) -> Citation:
    return replace(
        like,
        n=n,
        symbol=paragraph.symbol,
        paragraph=paragraph.place,
        inferred=bool(paragraph.inferred),
        label=paragraph.key,
        text=paragraph.text,
        href=f"/resolutions/{paragraph.key}",
    )


def _shortened(answer: Answer) -> Iterator[Mutant]:
    """The last paragraph left out, with its sentences, its citation, and one off every count."""
    last = len(answer.citations)
    if last < 2:
        return
    kept = tuple(
        replace(s, citations=tuple(n for n in s.citations if n != last), text=_one_less(s, last))
        for s in answer.statements
        if s.kind != "quote" or last not in s.citations
    )
    shown = "\n".join(s.text + "".join(f"[{n}]" for n in s.citations) for s in kept)
    shorter = replace(answer, statements=kept, citations=answer.citations[:-1], answer=shown)
    yield Mutant("list shortened", shorter)


def _one_less(statement: Statement, last: int) -> str:
    if statement.kind != "computed" or last not in statement.citations:
        return statement.text
    count = str(len(statement.citations))
    return re.sub(rf"(?<![\d/]){count}(?![\d/])", str(int(count) - 1), statement.text)


def _recombined(answer: Answer) -> Iterator[Mutant]:
    """Halves of two quotations joined into one sentence, each half still verbatim and cited."""
    found = list(quotations(answer))
    for index, statement, quote, citation in found[:1]:
        for _, _, other, second in found[1:]:
            if second.n == citation.n:
                continue
            head = Quote(quote.n, quote.start, (quote.start + quote.end) // 2)
            tail = Quote(other.n, (other.start + other.end) // 2, other.end)
            words = citation.text[head.start : head.end] + second.text[tail.start : tail.end]
            old = citation.text[quote.start : quote.end]
            joined = replace(
                statement,
                text=statement.text.replace(old, words, 1),
                quotes=(*(q for q in statement.quotes if q != quote), head, tail),
                citations=tuple(sorted({*statement.citations, other.n})),
            )
            yield Mutant("halves recombined", with_statement(answer, index, joined))
            return


def _cropped(answer: Answer) -> Iterator[Mutant]:
    """A quotation shortened at either end, offsets and sentence in agreement."""
    for name, crop in (("verb cropped", _without_verb), ("condition cropped", _without_tail)):
        for index, statement, quote, citation in quotations(answer):
            if cut := crop(citation.text, quote):
                yield Mutant(
                    name, with_statement(answer, index, _recut(statement, quote, cut, citation))
                )
                break


def _recut(statement: Statement, quote: Quote, cut: Quote, citation: Citation) -> Statement:
    old, new = (citation.text[q.start : q.end] for q in (quote, cut))
    return replace(
        statement,
        text=statement.text.replace(old, new, 1),
        quotes=tuple(cut if q == quote else q for q in statement.quotes),
    )


def _without_verb(text: str, quote: Quote) -> Quote | None:
    match = _VERB.search(text, quote.start, min(quote.start + 10, quote.end))
    return Quote(quote.n, match.end(), quote.end) if match and match.end() < quote.end else None


def _without_tail(text: str, quote: Quote) -> Quote | None:
    """Ended at its last comma inside an act, or after two thirds where it has none."""
    commas = [
        at
        for at in range(quote.start + 1, quote.end - 1)
        if text[at] == "，" and not LATER_ACT.match(text, at + 1)
    ]
    short = commas[-1] if commas else quote.start + 2 * (quote.end - quote.start) // 3
    has_verb = ACT_START.match(text, quote.start) is not None
    return Quote(quote.n, quote.start, short) if has_verb and short > quote.start + 2 else None


def _invented(answer: Answer, truth: Truth) -> Iterator[Mutant]:
    """A paragraph that does not exist, or exists and says something else."""
    if not answer.citations:
        return
    like = answer.citations[0]
    words = "请秘书长每年就此召开一次会议"
    n = len(answer.citations) + 1
    for name, place in (
        ("paragraph invented", "OP99"),
        ("words invented", _operative(like.symbol, truth)),
    ):
        key = f"{like.symbol}#{place}"
        made = replace(
            like, n=n, paragraph=place, label=key, text=words, href=f"/resolutions/{key}"
        )
        claim = Statement(words, "quote", (n,), (Quote(n, 0, len(words)),), "verbatim")
        yield Mutant(name, appended(replace(answer, citations=(*answer.citations, made)), claim))


def _operative(symbol: str, truth: Truth) -> str:
    paragraphs = truth.resolutions[symbol].paragraphs if symbol in truth.resolutions else ()
    return next((p.place for p in paragraphs if p.kind == "operative"), "OP1")


_CLAUSES = ("，并获得会员国一致同意", "，目前已经全部落实")


def _padded(answer: Answer) -> Iterator[Mutant]:
    """A clause that nothing supports, inside a sentence and as one of its own."""
    if not answer.statements:
        return
    for clause in _CLAUSES:
        yield Mutant("unsupported clause", with_text(answer, 0, answer.statements[0].text + clause))
    alone = Statement("这项规定至今仍然具有约束力。", "connective")
    yield Mutant("unsupported sentence", appended(answer, alone))

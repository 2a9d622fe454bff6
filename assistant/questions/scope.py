"""Which resolutions a question is about: by symbol, title, session or year.

The catalogue (``Summary`` of every resolution held) is needed for titles and years only; a symbol
the library lacks is kept, so that the answer can say that it is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.questions.called import by_number, by_title
from assistant.questions.english_titles import by_english_title
from assistant.text.asked_symbols import find_asked_symbols
from assistant.text.catalogue import Catalogue
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral, parse_ordinal
from assistant.text.symbols import SymbolMention
from assistant.types import Span, Summary

_NUM = rf"(?:[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})"
_SESSION = re.compile(
    rf"(?:联合国大会|联大|大会)?(?<![哪下上几多])第?(?P<n>{_NUM})(?<!几)届(?!特别|紧急|专门)(?:联合国大会|联大|大会|常会|会议)*|(?:the\s+)?\b(?P<en>[0-9]{{1,3}})(?:st|nd|rd|th)\s+session"
    r"|\bsession\s+(?P<figure>[0-9]{1,3})\b"
    r"|\b(?P<word>one[- ]hundred(?:th|[- ]and[- ][a-z]+(?:-[a-z]+)?)"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y[- ][a-z]+(?:st|nd|rd|th)))\s+session",
    re.IGNORECASE,
)
# 向第七十六届会议提出, 列入第七十六届会议议程: a session something is due at, not the one asked about.
_DUE_BEFORE = re.compile(
    r"(?:向|在|于|到|至|上|进|入|放进|放入|排进|提交|提交给|列入|列进|交给|给|供|纳入)(?:大会|联大)?$"
)
# 在第七十五届会议要做什么 is asked of its resolutions, where there are any.
_AT = re.compile(r"[在于]$")
_DUE_AFTER = re.compile(
    r"^.{0,6}(?:临时议程|议程|提交|提出|报告|汇报|列入|审议|召开时|期间(?:提交|审议|[须需应得将]|要(?!求))|之前|以前|前)"
)
_DUE_ENGLISH = re.compile(
    r"(?:to|at|for|in|on|before|agenda of)\s+(?:the\s+)?(?:general assembly(?:'s)?\s+(?:at\s+)?)?(?:its\s+)?$",
    re.IGNORECASE,
)
_ADOPTED_ENGLISH = re.compile(
    r"\b(?:adopted|passed)\s+(?:at|in|on|during)\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
_ADOPTED_AFTER = re.compile(
    r"^(?:上|期间|所|曾|共|一共|都|中|里)*(?:通过|(?:提出|提交|审议)?的.{0,6}决议|决议|那|的那"
    r"|(?:有|(?:提出|提交|审议)[了过])?(?:哪些|多少|什么|几(?:份|项|个)?)(?:联大|大会)?决议)"
)
_YEAR = re.compile(
    r"(?P<y>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})年(?:(?P<m>[0-9]{1,2})月)?(?:(?P<d>[0-9]{1,2})[日号])?"
    r"(?:联大|大会|联合国大会)?(?:所)?(?:通过|作出|出台)?的?(?:(?:那|这|该)?(?:一)?(?:份|个|项)?(?:联大|大会)?决议|(?:是)?(?:哪|那|这)(?:一)?(?:份|个|项)(?![^的,]{0,3}(?:会议|条约|报告|工作组)))"
    r"|\b(?P<en>[12][0-9]{3})\s+resolution\b|\bresolution\s+(?:of|from|adopted in)\s+(?P<en2>[12][0-9]{3})\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:和|与|及|以及|跟|同|、|,|/|and|or|vs\.?|versus|或)\s*", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"(?<![过有了出])(?:这|那|库(?:里|中)(?:的)?)?(?:两|二|2|几|所有|全部|各|每)(?:份|个|项|篇)?(?:的)?(?:联大|大会)?(?:决议|文件)(?!草案)"
    r"|(?:整个|全)(?:库|资料库)|库(?:里|中)(?:所有|全部|总共)?(?:的)?(?:决议)?|\b(?:both|all|the two)(?: of the| the)? resolutions\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The resolutions a question names, and the parts of the question that name them."""

    symbols: tuple[str, ...] = ()  # as named, held or not
    mentions: tuple[SymbolMention, ...] = ()
    session: int | None = None  # the resolutions of a session
    deadline_session: int | None = None  # a session something is due at
    cut: tuple[Span, ...] = ()
    cited: tuple[str, ...] = ()  # not held, and named beside one that is: 75/45提到74/54
    missing: tuple[str, ...] = ()  # what was named by year or title and is not held
    everywhere: bool = False  # 两份决议, 所有决议
    # A resolution asked about annexes a treaty: 第一条 is one of its articles.
    annexed: bool = False
    titled: bool = False  # named by its title


def find_scope(text: str, summaries: Iterable[Summary]) -> Scope:
    """Read the resolutions out of a folded question."""
    catalogue = Catalogue.of(summaries)
    mentions = tuple(_resolution(m, text) for m in find_asked_symbols(text) if m.kind != "document")
    cut = [mention.whole for mention in mentions]
    symbols = [mention.symbol for mention in mentions]
    cited = _cited(mentions, text, catalogue)
    symbols = [symbol for symbol in symbols if symbol not in cited]
    rest = blank(text, cut)
    missing: list[str] = []
    titled = False

    if not symbols:
        for year in _YEAR.finditer(rest):
            cut.append(Span(year.start(), year.end()))
            held = _of_year(year, catalogue)
            symbols.extend(held)
            if not held:
                missing.append(year.group())
    rest = blank(text, cut)
    session, due, spans = _sessions(rest, catalogue)
    cut.extend(spans)
    if not symbols and not missing:
        named, span = by_number(blank(text, cut), catalogue, session)
        if span is None:
            named, span = by_title(blank(text, cut), catalogue, session)
            if span is None:
                named, span = by_english_title(blank(text, cut), catalogue, session)
            titled = span is not None
        symbols.extend(named)
        if span is not None:
            cut.append(span)
            missing.extend([] if named else [span.of(text)])
    whole = _EVERYWHERE.search(blank(text, cut))
    if whole:
        cut.append(Span(*whole.span()))
    return Scope(
        everywhere=whole is not None and not symbols,
        symbols=tuple(dict.fromkeys(symbols)),
        mentions=mentions,
        cited=cited,
        session=session,
        deadline_session=due,
        cut=tuple(cut),
        missing=tuple(missing),
        annexed=_annexes_a_treaty(symbols, catalogue),
        titled=titled,
    )


_TREATY_TITLE = re.compile(
    r"(?:公约|条约|议定书|规约|协定|宪章)[》”\"」]?$"
    r"|^(?:(?:draft|international|comprehensive|optional|united nations)\s+)*"
    r"(?:convention|treaty|protocol|statute)\b",
    re.IGNORECASE,
)


def _annexes_a_treaty(symbols: list[str], catalogue: Catalogue) -> bool:
    """Whether one of the resolutions is called a treaty: such a resolution annexes it."""
    if not symbols:
        return catalogue.any_titled(_TREATY_TITLE)
    meant = (catalogue.by_symbol[s] for named in symbols for s in catalogue.meant_by(named))
    return any(_TREATY_TITLE.search(fold(summary.title).text) for summary in meant)


def _cited(mentions: tuple[SymbolMention, ...], text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Symbols not held that are spoken of as standing in one that is, not asked about beside it."""
    held = {mention.symbol for mention in mentions if catalogue.meant_by(mention.symbol)}
    if not held:
        return ()
    joined = {
        symbol
        for a, b in pairwise(mentions)
        if b.whole.start < a.whole.end or _JOINED.fullmatch(text[a.whole.end : b.whole.start])
        for symbol in (a.symbol, b.symbol)
    }
    return tuple(m.symbol for m in mentions if m.symbol not in held and m.symbol not in joined)


def _resolution(mention: SymbolMention, text: str) -> SymbolMention:
    """In 72/31决定了什么 the verb is no noun: a decision is only what 号决定 calls one."""
    if "号决定" in text or "/DEC/" in text.upper() or "决定" not in text:
        return mention
    symbol = mention.symbol.replace("/DEC/", "/RES/")
    if not mention.whole.of(text).rstrip().endswith("决定"):
        return replace(mention, symbol=symbol, kind="resolution")
    return replace(mention, symbol=symbol, kind="resolution", whole=mention.span)


def blank(text: str, spans: list[Span] | tuple[Span, ...]) -> str:
    """``text`` with the spans blanked out, every other offset unchanged."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(characters)


def _of_year(match: re.Match[str], catalogue: Catalogue) -> list[str]:
    year = parse_numeral(match["y"] or match["en"] or match["en2"])
    wanted = f"{year:04d}"
    if match["m"]:
        wanted += f"-{int(match['m']):02d}"
        if match["d"]:
            wanted += f"-{int(match['d']):02d}"
    return list(catalogue.adopted_in(wanted))


def _session_number(match: re.Match[str]) -> int | None:
    if match["word"]:
        return parse_ordinal(match["word"])
    return parse_numeral(match["n"] or match["en"] or match["figure"])


def _sessions(text: str, catalogue: Catalogue) -> tuple[int | None, int | None, list[Span]]:
    held = catalogue.coverage.sessions
    session = due = None
    of_its_own = False
    spans = []
    for match in _SESSION.finditer(text):
        n = _session_number(match)
        if n is None:
            continue
        before, after = text[: match.start()].rstrip(), text[match.end() :]
        stays = n in held and _AT.search(before) and not re.match(r".{0,12}(?:议程|审议)", after)
        is_due = bool(
            (
                (_DUE_BEFORE.search(before) and not stays)
                or _DUE_AFTER.match(after)
                or _DUE_ENGLISH.search(before + " ")
            )
            and not _ADOPTED_AFTER.match(after)
            and not _ADOPTED_ENGLISH.search(before + " ")
        )
        if is_due or (n not in held and not _ADOPTED_AFTER.match(after)):
            due = n
        else:
            session, of_its_own = n, bool(_ADOPTED_AFTER.match(after))
        spans.append(Span(match.start(), match.end()))
    if session == due and not of_its_own:
        session = None  # 第130届会议之前有什么到期？就说第130届的
    return session, due, spans

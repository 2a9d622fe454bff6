"""What a question calls a resolution besides its symbol: its title, or its number alone.

Over the sessions one title is borne by many resolutions, and every session has a 45号决议: of those
held the one of the session asked about is meant, else the newest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.text.catalogue import Catalogue, pairs_of
from assistant.text.normalise import fold
from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral
from assistant.text.titles import renewed_key
from assistant.types import Span, Summary

# A phrase names a title if this share of its character pairs stands in the title, and no other
# title comes within the margin. Chosen on the development questions.
TITLE_OVERLAP = 0.75
TITLE_MARGIN = 0.1
_ROUNDING = 1e-9

_NUM = rf"(?:[0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,5}})"
_A_RESOLUTION = r"[》”\"」]?(?:的)?(?:那|这|该)?(?:一)?(?:份|个|项)?(?:联大|大会)?决议"
# How a question calls a resolution by what it is about, the surest way first.
_NAMED = (
    re.compile(
        r"(?:关于|有关|题为|讲|谈|涉及|标题为|名为)[《“\"「]?(?P<title>[^,。;:?!]{3,48}?)"
        + _A_RESOLUTION
    ),
    re.compile(
        r"[《“\"「]?(?P<title>[^,。;:?!]{3,48}?)[》”\"」]?(?:的)?(?:那|这|该)(?:一)?(?:份|个|项)(?:联大|大会)?(?:决议|文件)?"
    ),
    re.compile(r"[《“\"「]?(?P<title>[^,。;:?!]{4,48}?)" + _A_RESOLUTION),
    re.compile(r"[《“\"「](?P<title>[^》”\"」]{4,60})[》”\"」]"),
)
# What follows a title that is asked about: …的那份决议, 》第一条.
_CALLED = re.compile(
    r"[》”\"」]?(?:的)?(?:那|这|该)?(?:份|个|项|一份)?(?:联大|大会)?(?:决议|文件|这|那)"
    r"|[》”\"」]?的?第[0-9一二三四五六七八九十百]{1,5}条"
)
# What is asked of a resolution whose title begins the question: …是什么时候通过的, …请秘书长做什么.
_ASKED_OF = re.compile(
    r"[》”\"」]?(?:是|在|于)?(?:什么时候|何时|哪一?(?:年|天|届|次)|由哪|由谁|请|促请|敦促|呼吁|要求|决定|讲|说|规定"
    r"|一共|总共|有(?:多少|几|哪些))"
)
_BEGINS = re.compile(r"(?:请问|关于|题为)?[《“\"「]?")
_NUMBER_ALONE = re.compile(
    r"(?:(?:紧急)?特别(?:会议|联大)的?)?"
    rf"(?:(?<![0-9/.,\-A-Za-z届)哪几某])第?(?P<n>{_NUM})号(?:联大|大会)?决议(?!草案)"
    rf"|(?:那|这)(?:一)?(?:份|个|项)第?(?P<that>{_NUM})号(?!文件|报告|议程))"
    r"|\bresolution (?:no\.? ?|number )(?P<en>[0-9]{1,3})\b(?!/)",
    re.IGNORECASE,
)

# 安理会242号决议 is no resolution of the Assembly.
_OTHER_ORGAN = re.compile(r"(?:理事会|安理会|委员会|\bcouncil)(?:的|'s)?\s*$", re.IGNORECASE)


def by_number(
    text: str, catalogue: Catalogue, session: int | None
) -> tuple[list[str], Span | None]:
    """The symbol that a number alone means, and where it stands; no symbol where none is held.

    45号决议 is 75/45: of the session asked about, else the newest held of that number."""
    match = _NUMBER_ALONE.search(text)
    number = parse_numeral(match["n"] or match["that"] or match["en"]) if match else None
    if match is None or number is None or _OTHER_ORGAN.search(text[: match.start()]):
        return [], None
    held = [s for s in catalogue if s.symbol.startswith("A/RES/") and _number_of(s) == number]
    return one_of(held, session), Span(*match.span())


def _number_of(summary: Summary) -> int | None:
    digits = re.match(r"[0-9]+", summary.symbol.rsplit("/", 1)[-1])
    return int(digits.group()) if digits else None


def one_of(alike: Iterable[Summary], session: int | None) -> list[str]:
    """Of resolutions that one name means the one of ``session``, else the newest, with its parts."""
    kept = [s for s in alike if session is None or s.session == session]
    newest = max((s.session or 0 for s in kept), default=0)
    latest = [s for s in kept if (s.session or 0) == newest]
    last = max((s.date or "" for s in latest), default="")
    return [s.symbol for s in latest if (s.date or "") == last][:1]


def by_title(text: str, catalogue: Catalogue, session: int | None) -> tuple[list[str], Span | None]:
    """The resolution that a question calls by its title. A title renewed over the sessions means
    that of the session asked about, else the newest."""
    called = [
        (summary, Span(at, at + len(title)))
        for summary, title in catalogue.titled_in(text)
        for at in [text.find(title)]
        if _CALLED.match(text[at + len(title) :])
        or (_BEGINS.fullmatch(text[:at]) and _ASKED_OF.match(text[at + len(title) :]))
    ]
    if called:
        first = called[0][1]
        return one_of((s for s, span in called if span == first), session) or [
            called[0][0].symbol
        ], first
    candidates = [
        (match["title"], match.start("title"), match.end("title"))
        for pattern in _NAMED
        for match in pattern.finditer(text)
    ]
    for phrase, start, end in candidates:
        asked = pairs_of(fold(phrase).text)
        if len(asked) < 3:
            continue
        near = catalogue.titles_sharing(asked, TITLE_OVERLAP - TITLE_MARGIN - _ROUNDING)
        if named := _nearest_title(near, catalogue, session):
            return named, Span(start, end)
    return [], None


def _nearest_title(near: dict[str, float], catalogue: Catalogue, session: int | None) -> list[str]:
    """The one title that comes near enough, whatever its sessions renew; empty if two differ."""
    best = max(near.values(), default=0.0)
    if best < TITLE_OVERLAP:
        return []
    close = [catalogue.by_symbol[s] for s, share in near.items() if best - share < TITLE_MARGIN]
    if len({renewed_key(summary.title) for summary in close}) > 1:
        return []
    return one_of(close, session) or one_of(close, None)

"""The written forms of United Nations symbols: one pattern and one reader for each.

A reader turns a candidate, with what the words around it say, into a canonical symbol, or into
None where it is something else: a date, a fraction, a page. See ``text.symbols``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.text.numerals import CHINESE_NUMERAL, parse_numeral, parse_ordinal, roman
from assistant.types import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that has the form of a symbol, and what the words around it say of it."""

    match: re.Match[str]
    read: Reader
    whole: Span
    organ: str = ""  # prefix of the organ's resolutions: A, S, E, A/HRC, COUNCIL or FOREIGN
    noun: str = ""  # RES or DEC
    numbered: bool = False  # 第 or 号 stands with it
    after: str = ""  # the characters after it
    clause: str = ""  # what stands before it in its clause

    @property
    def explicit(self) -> bool:
        """Whether anything around the number says that it is a symbol."""
        return bool(self.organ or self.noun or self.numbered)


Reader = Callable[[Candidate], "str | None"]

COUNCIL = "council"  # 理事会: which of the three, the form of the number tells
FOREIGN = "foreign"  # a body whose numbers look like the Assembly's and are not ours


# ── readers: one for each written form ───────────────────────────────────────────────────────

_FIRST_YEAR = 1946
_LAST_NUMBERED_BY_ROMAN = 30  # sessions 1 to 30 wrote 217 A (III); from the 31st on, 31/1
_LAST_ROMAN_OF_ECOSOC = 63  # the Economic and Social Council counts by years since 1978
_LAST_SESSION = 130  # a bare 200/45 is some other fraction
_SURELY_THE_COUNCIL = 500  # more than the Assembly adopts in a session
_UNITS = frozenset("段款页条次年月日时分号%卷票项级个名元万亿")
_SHARES = frozenset({"比例", "比率", "比重"})  # 75/45比72/31多了什么 compares, 1/3比例 does not
# Words that begin like a unit: 75/45分别…, 75/45日期 …
_WORDS = frozenset(
    """
    号召 分别 分项 个人 名称 名字 名为 日期 时间 时候 年份 项目 条款
    段落 级别 次序 页面 款项
    """.split()
)


def _read_prefixed(found: Candidate) -> str | None:
    rest = re.sub(r"\s", "", found.match["rest"]).upper()
    rest = re.sub(r"(?<=\d)[_-](?=\d)", "/", rest)
    organ = "/".join(re.findall("[A-Z]+", found.match["organ"].upper())).removeprefix("G")
    if rest.isdigit() and organ != "S":  # only the Security Council numbers without a session
        return None
    session = _IN_BRACKETS.fullmatch(rest)
    if session:
        if _is_no_session(session["session"]):
            return None
        rest = _bracketed(session["number"], session["a"] or session["b"], session["session"])
    return f"{organ}/{found.match['noun'].upper()}/{rest}"


# A/RES/217(III)A, as the document system writes it, is A/RES/217A(III).
_IN_BRACKETS = re.compile(r"(?P<number>\d+)(?P<a>[A-Z])?\((?P<session>[^()]+)\)(?P<b>[A-Z])?")


def _is_no_session(written: str) -> bool:
    """Whether a number is after the last session that was so written and before the first year."""
    number = parse_numeral(written.rpartition("-")[2])
    return number is not None and not (0 < number <= _LAST_ROMAN_OF_ECOSOC or number >= _FIRST_YEAR)


def _bracketed(number: str, letter: str | None, written: str) -> str:
    """217, A and 三 are 217A(III); a year stays a year."""
    prefix, _, numeral = written.rpartition("-")
    session = parse_numeral(numeral)
    if session is not None and 0 < session < _FIRST_YEAR:
        numeral = roman(session)
    return f"{number}{letter or ''}({f'{prefix}-' if prefix else ''}{numeral})"


def _read_document(found: Candidate) -> str | None:
    symbol = _OCR_ONE.sub(r"\g<1>1", re.sub(r"\s", "", found.match.group()))
    organ, *parts = symbol.split("/")
    if parts[0].upper() in {"RES", "DEC"} or not any(
        any(c.isdigit() for c in part) for part in parts
    ):
        return None
    if len(parts) == 1 and len(re.sub(r"\D", "", parts[0])) < 3:  # A/75 says too little; CD/1864
        return None
    if organ.islower():
        return symbol.upper().replace("/ADD.", "/Add.").replace("/REV.", "/Rev.")
    return symbol


_OCR_ONE = re.compile(r"((?:Add|Rev|Corr|Amend|L)\.)[lI](?=\d|/|$)")  # Rev.l is Rev.1


def _read_session_and_number(found: Candidate) -> str | None:
    session, number = parse_numeral(found.match["session"]), parse_numeral(found.match["number"])
    if session is None or number is None:
        return None
    special = {"紧急特别会议": "ES-", "特别会议": "S-"}.get(found.match["special"] or "", "")
    organ = "A/HRC" if found.organ == "A/HRC" else "A"
    if not special and session <= _LAST_NUMBERED_BY_ROMAN and organ == "A":
        return f"A/{found.noun or 'RES'}/{number}({roman(session)})" if session else None
    return f"{organ}/{found.noun or 'RES'}/{special}{session}/{number}"


def _read_english_session(found: Candidate) -> str | None:
    session = parse_ordinal(found.match["session"])
    return None if session is None else f"A/RES/{session}/{found.match['number']}"


def _read_special(found: Candidate) -> str | None:
    session, number = found.match["session"].upper(), found.match["number"]
    organ = "A/HRC" if session.startswith("S-") and _of_human_rights(found) else "A"
    return f"{organ}/{found.noun or 'RES'}/{session}/{number}{_letter(found)}"


def _of_human_rights(found: Candidate) -> bool:
    """Whether the Human Rights Council is named beside the number, or alone before it."""
    return found.organ in ("A/HRC", COUNCIL) or (not found.organ and "人权理事会" in found.clause)


def _letter(found: Candidate) -> str:
    groups = found.match.groupdict()
    return (groups.get("letter") or groups.get("trailing") or "").strip()


def _read_parenthesised(found: Candidate) -> str | None:
    number, written = parse_numeral(found.match["number"]), found.match["session"]
    _, _, numeral = written.rpartition("-")
    session = parse_numeral(numeral)
    if number is None or not session:
        return None
    if session >= _FIRST_YEAR:
        return f"S/RES/{number}({session})" if found.explicit else None
    is_plain = number >= 100 and not re.search("[十百千]", found.match["number"])
    if not found.explicit and (not is_plain or numeral.isdigit()):
        return None
    by_council = found.organ in ("E", COUNCIL)
    # The Assembly had 30 sessions of that numbering: 2098(LXIII) can only be the Council's.
    is_council = by_council or (numeral.isalpha() and session > _LAST_NUMBERED_BY_ROMAN)
    if session > (_LAST_ROMAN_OF_ECOSOC if is_council else _LAST_NUMBERED_BY_ROMAN):
        return None
    organ = "E" if is_council else "A"
    rest = _bracketed(str(number), _letter(found), written.upper())
    return f"{organ}/{found.noun or 'RES'}/{rest}"


def _read_modern(found: Candidate) -> str | None:
    session, number = parse_numeral(found.match["session"]), parse_numeral(found.match["number"])
    if (
        session is None
        or number is None
        or found.after in _SHARES
        or (found.after[:1] in _UNITS and found.after not in _WORDS)
    ):
        return None
    noun = found.noun or "RES"
    if not found.explicit and not _could_be_bare(found, session, number):
        return None
    if found.match["sign"] == "-" and not (found.numbered and _was_a_session(session)):
        return None
    if session >= _FIRST_YEAR:
        return f"E/{noun}/{session}/{number}{_letter(found)}"
    # In the Assembly's own time of roman numerals, 第21/11号 after 人权理事会 is that council's.
    is_early = session <= _LAST_NUMBERED_BY_ROMAN
    by_council = found.organ in ("A/HRC", COUNCIL) or (is_early and _of_human_rights(found))
    organ = "A/HRC" if by_council and found.explicit else "A"
    return f"{organ}/{noun}/{session}/{number}{_letter(found)}"


def _was_a_session(number: int) -> bool:
    return _LAST_NUMBERED_BY_ROMAN < number <= _LAST_SESSION


def _could_be_bare(found: Candidate, session: int, number: int) -> bool:
    """Whether 75/45 may be a resolution with nothing said around it: no date, no fraction."""
    if not found.match["session"].isdigit() or number == 0:
        return False
    is_day_and_month = session == 31 and number <= 12
    return _was_a_session(session) and not is_day_and_month


def _read_security_council(found: Candidate) -> str | None:
    """Nobody else numbers without a session; a small number may be half of 第75届…第45号."""
    number = int(found.match.group())
    is_council = found.organ in ("S", COUNCIL) or (
        not found.organ and number >= _SURELY_THE_COUNCIL
    )
    return f"S/RES/{number}" if is_council and found.noun != "DEC" else None


_N = rf"(?:\d{{1,4}}|{CHINESE_NUMERAL}{{1,7}})"
# "75/45 I ask" has no part I, 第41/6 I号 has.
_PART = r"(?:\s?[A-HJ-Z](?![A-Za-z0-9])|I(?![A-Za-z0-9])|\sI(?=号|和|、|至|$))"
_PART_JOIN = r"(?:、|,|和|及|与|以及|至|-|–|\band\b|\bto\b)"
# 第53/243 A和B号 is two, 第46/36 A至L号 twelve; in 75/45 A和B国 nothing is joined.
_MORE = (
    rf"(?P<more>(?:\s?{_PART_JOIN}\s?[A-Z](?![A-Za-z0-9/.-]))+"
    rf"(?=\s?(?:[号的两各第分请讲说有决里中]|\(|[,。;:?!)]|$)|\s))?"
)
_SESSION_SIGN = rf"(?:(?:ES|S)-)?[IVXL]{{1,9}}|\d{{1,4}}|{CHINESE_NUMERAL}{{1,5}}"
_ORGANS = (
    "A|E|S|T|ST|NPT|CD|DC|TD|DP|CCPR|CEDAW|CRC|CERD|CAT|CRPD|CMW|HRI|FCCC|UNEP|BWC|CCW|SPLOS|ISBA"
)
_SEP = r"\s?[/_-]\s?"  # files are named A_RES_75_45
_COMPONENT = r"(?:(?i:Add|Rev|Corr|Amend|INF|L)\.\s?[0-9lI]\w*|[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*)"
_WRAPPED = r"(?:\s(?=[A-Za-z.\-]{0,12}[0-9]))?"  # A/ 75/399, A/72/206/ Add.1

# In order of precedence: what an earlier form has claimed, a later one leaves alone.
FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            rf"(?<![A-Za-z0-9/.])(?P<organ>(?i:A{_SEP}HRC|GA|A|S|E)){_SEP}(?P<noun>(?i:RES|DEC)){_SEP}"
            rf"(?P<rest>(?i:ES|S)-\d{{1,2}}{_SEP}\d{{1,3}}(?:\s?[A-HJ-Z]|(?i:[a-z]))?(?![A-Za-z0-9])"
            rf"|\d{{1,4}}\s?[A-Z]?\s?\((?i:{_SESSION_SIGN})\)(?:\s?[A-HJ-Z](?![A-Za-z0-9]))?"
            rf"|\d{{1,4}}{_SEP}\d{{1,4}}(?:\s?[A-HJ-Z]|(?i:[a-z]))?(?![A-Za-z0-9])"
            rf"|\d{{1,4}}(?![\d/])){_MORE}"
        ),
        _read_prefixed,
    ),
    (
        re.compile(rf"(?<![A-Za-z0-9/.])(?i:{_ORGANS})(?:/{_WRAPPED}{_COMPONENT})+", re.ASCII),
        _read_document,
    ),
    (
        re.compile(
            rf"(?P<session>{_N})届(?P<special>紧急特别会议|特别会议)?"
            # Never given back: 联合国大会 could be two words too, and a row tried in 2ⁿ ways.
            rf"(?:联合国大会|联合国|大会|联大|会议|常会|届会)*+(?:通过的|的|,)?第?(?P<number>{_N})(?=号)"
        ),
        _read_session_and_number,
    ),
    (
        re.compile(
            r"(?i:resolution\s(?P<number>\d{1,3})\s(?:of|from)\sthe\s"
            r"(?P<session>[a-z]+(?:[\s-][a-z]+)?|\d{1,3}[a-z]{2})\ssession)"
        ),
        _read_english_session,
    ),
    (
        re.compile(
            rf"(?<![A-Za-z0-9/-])(?P<session>(?i:ES|S)-\d{{1,2}})/(?P<number>\d{{1,3}})"
            rf"(?P<letter>{_PART})?(?![\d/]){_MORE}"
        ),
        _read_special,
    ),
    (
        re.compile(
            rf"(?<![\dA-Za-z/.])(?P<number>{_N})\s?(?:(?P<letter>[A-Z]){_MORE})?\s?"
            rf"\((?P<session>{_SESSION_SIGN})\)(?P<trailing>\s?[A-HJ-Z](?![A-Za-z0-9]))?"
        ),
        _read_parenthesised,
    ),
    (
        re.compile(
            rf"(?<![\dA-Za-z/.-])(?P<session>{_N})(?P<sign>\s?/\s?|-)(?P<number>{_N})"
            rf"(?P<letter>{_PART})?(?![\d/-]|\.\d){_MORE}"
        ),
        _read_modern,
    ),
    (
        re.compile(r"(?<![\dA-Za-z/.-])\d{1,4}(?=号决议)|(?i:(?<=resolution\s))\d{1,4}(?![\d/(-])"),
        _read_security_council,
    ),
)

"""The names that a reader corrects a question with, in any written form, as questions have them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.errors import InvalidCorrection
from assistant.questions.places import find_places
from assistant.text.bodies import BODIES, find_bodies, find_english_bodies
from assistant.text.deliverables import DELIVERABLES, deliverable_name
from assistant.text.normalise import fold
from assistant.text.sessions import LAST_SESSION
from assistant.text.symbols import kind_of, parse_symbol
from assistant.text.verbs import english_verbs, match_verb, verbs_by_name

_NUMBER = r"(?:~?[0-9]{1,4}|-[0-9]{1,3}|\*)"
_ITEMS = r"(?:\([^()]{1,4}\))*"
# The grammar of places (``assistant.types``), with those counted from the end and whole parts.
_PLACE = re.compile(
    rf"META|END|(?:FN|H){_NUMBER}|PP{_NUMBER}|(?:S[0-9]{{1,2}}/)?OP{_NUMBER}{_ITEMS}"
    rf"|ANNEX[0-9]{{0,2}}(?:/(?:PP{_NUMBER}|H{_NUMBER}|ART[0-9]{{1,3}}{_ITEMS}|(?:S[0-9]{{1,2}}/)?{_NUMBER}{_ITEMS})){{0,2}}"
)


def symbols(written: Iterable[str]) -> tuple[str, ...]:
    """75/45 and 第75/45号决议 are A/RES/75/45. Raises InvalidCorrection."""
    found = []
    for one in written:
        symbol = parse_symbol(one)
        if symbol is None or kind_of(symbol) == "document":
            raise InvalidCorrection(
                f"“{one}”不是决议文号；请写成 75/45、A/RES/75/45 或 第75/45号决议。",
                f"“{one}” is no resolution's symbol; write it as 75/45 or A/RES/75/45.",
            )
        found.append(symbol)
    return tuple(dict.fromkeys(found))


def places(written: Iterable[str]) -> tuple[str, ...]:
    """第13段 is OP13, 序言第2段 PP2, 第7至9段 OP7, OP8 and OP9. Raises InvalidCorrection."""
    found: list[str] = []
    for one in written:
        folded = fold(one).text.strip()
        if _PLACE.fullmatch(folded.upper().partition("(")[0] + "".join(folded.partition("(")[1:])):
            head, bracket, labels = folded.partition("(")
            found.append(head.upper() + bracket + labels)
            continue
        mentions = find_places(folded)
        if len(mentions) != 1 or mentions[0].span.of(folded) != folded:
            raise InvalidCorrection(
                f"“{one}”不是段次；请写成 OP13、第13段、序言第2段、脚注4、题头 或 附件第3段。",
                f"“{one}” is no paragraph's place; write OP13, paragraph 13, PP2, FN4, META or END.",
            )
        found.extend(mentions[0].places)
    return tuple(dict.fromkeys(found))


def bodies(written: Iterable[str]) -> tuple[str, ...]:
    """联大 is 大会, the Secretary-General 秘书长. Raises InvalidCorrection."""
    found = tuple(_body(one) for one in written)
    return _known("机构", "body", tuple(written), found, (body.name for body in BODIES))


def committee(written: str) -> str:
    """一委 is 第一委员会; one that the table lacks is called as it is written."""
    return _body(written) or fold(written).text.strip()


def verbs(written: Iterable[str]) -> tuple[str, ...]:
    """再次请 is 请, calls upon what that renders. Raises InvalidCorrection."""
    given = tuple(written)
    found = tuple(_verbs(one) for one in given)
    _known("动词", "verb", given, tuple(f[0] if f else None for f in found), verbs_by_name())
    return tuple(dict.fromkeys(name for names in found for name in names))


def deliverables(written: Iterable[str]) -> tuple[str, ...]:
    """Report is 报告. Raises InvalidCorrection."""
    given = tuple(written)
    found = tuple(deliverable_name(one) for one in given)
    return _known("成果", "deliverable", given, found, DELIVERABLES)


def session(number: int) -> int:
    """A session's number. Raises InvalidCorrection."""
    if not 1 <= number <= LAST_SESSION:
        raise InvalidCorrection(
            f"届会须为1至{LAST_SESSION}之间的数字，例如 75。",
            f"A session is a number from 1 to {LAST_SESSION}, such as 75.",
        )
    return number


def _body(written: str) -> str | None:
    folded = fold(written).text.strip()
    bare = re.sub(r"^the\s+", "", folded, flags=re.IGNORECASE)
    for text, found in ((folded, find_bodies(folded)), (bare, find_english_bodies(bare))):
        if len(found) == 1 and found[0].span.of(text) == text:
            return found[0].name
    return None


def _verbs(written: str) -> tuple[str, ...]:
    folded = fold(written).text.strip()
    if folded in verbs_by_name():
        return (folded,)
    match = match_verb(folded)
    if match is not None and match.span.of(folded) == folded:
        return (match.verb,)
    table = english_verbs()
    stems = (folded.lower(), re.sub(r"(?<=[a-z])s\b", "", folded.lower(), count=1))
    return next((tuple(sorted(table[stem])) for stem in stems if stem in table), ())


def _known(
    zh: str,
    en: str,
    written: tuple[str, ...],
    found: tuple[str | None, ...],
    there: Iterable[str],
) -> tuple[str, ...]:
    unknown = [one for one, name in zip(written, found, strict=True) if name is None]
    if unknown:
        raise InvalidCorrection(
            f"没有名为“{'、'.join(unknown)}”的{zh}；可用的有：{'、'.join(there)}。",
            f"There is no {en} called “{', '.join(unknown)}”; there are: {', '.join(there)}.",
        )
    return tuple(dict.fromkeys(name for name in found if name is not None))

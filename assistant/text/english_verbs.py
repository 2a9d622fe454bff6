"""The English forms of the operative verbs: what an English paragraph may begin an act with.

Each form belongs to one verb of ``text.verbs.VERBS``, named in Chinese as everywhere, chosen
after the official translations (calls upon is 促请, calls for is 呼吁, urges is 敦促). Operative
paragraphs print the third person (Requests), preambular ones a participle or an adjective
(Recalling, Deeply concerned); both are made from the base form. Everything works on folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.types import Span


@dataclass(frozen=True, slots=True)
class EnglishForm:
    """The verb of an English act, with its adverbs."""

    span: Span  # adverbs, verb and the preposition that belongs to it: Also takes note of
    name: str  # canonical Chinese name
    adverbs: tuple[str, ...]  # as printed, in text order: Also, with appreciation
    finite: bool  # Requests, Is concerned; false for Recalling, Deeply concerned


# Canonical verb → base forms, the first word inflected. ``+of`` may be printed after the verb and
# its adverbs (takes note with appreciation of), ``=upon`` has to be; ``~`` is where adverbs stand.
INFLECTED: dict[str, tuple[str, ...]] = {
    "邀请": ("invite",),
    "鼓励": ("encourage",),
    "建议": ("recommend", "suggest", "propose"),
    "请": ("request", "ask"),
    "授权": ("authorize", "authorise"),
    "呼吁": ("call =for", "appeal =to|for"),
    "促请": ("call =upon|on",),
    "敦促": ("urge", "exhort"),
    "要求": ("demand", "require", "insist"),
    "责成": ("instruct", "direct", "mandate"),
    "决定": ("decide",),
    "宣布": ("declare", "proclaim", "designate"),
    "通过": ("adopt",),
    "核准": ("approve",),
    "设立": ("establish",),
    "回顾": ("recall",),
    "念及": ("take ~ into account", "take ~ into consideration", "have regard +to"),
    "铭记": ("bear ~ in mind", "keep ~ in mind"),
    "重申": ("reaffirm", "reiterate"),
    "注意到": ("note", "take note +of", "take careful note +of", "take due note +of", "observe"),
    "意识到": ("realize", "realise"),
    "欢迎": ("welcome",),
    "赞赏": ("appreciate", "thank"),
    "赞扬": ("commend", "praise", "applaud", "pay tribute +to", "pay special tribute +to"),
    "祝贺": ("congratulate",),
    "遗憾": ("regret",),
    "痛惜": ("deplore",),
    "谴责": ("condemn", "denounce"),
    "拒绝": ("reject",),
    "强调": ("emphasize", "emphasise", "stress", "highlight"),
    "着重指出": ("underline", "underscore"),
    "指出": ("point out", "draw attention", "draw the attention", "call attention"),
    "确认": ("recognize", "recognise", "affirm", "confirm"),
    "承认": ("acknowledge",),
    "认为": ("believe", "deem"),
    "认定": ("determine",),
    "支持": ("support",),
    "赞同": ("endorse", "agree", "concur"),
    "期待": ("look forward +to", "anticipate"),
    "希望": ("hope", "wish", "desire"),
    "期望": ("expect", "trust"),
    "决心": ("resolve",),
    "谋求": ("seek",),
}

# What is printed as it stands, with ``is`` or ``remains`` before it in the operative part.
FIXED: dict[str, tuple[str, ...]] = {
    "念及": ("mindful +of", "considering"),
    "遵循": ("guided by",),
    "审议了": (
        "having ~ considered", "having ~ examined", "having ~ reviewed", "having ~ studied",
        "having ~ received",
    ),
    "听取了": ("having ~ heard",),
    "意识到": ("aware +of", "conscious +of", "cognizant +of"),
    "欣见": ("gratified +by|at", "encouraged by", "pleased"),
    "赞赏": ("appreciative +of", "grateful +for|to"),
    "关切": ("concerned +about|at|by|over", "disturbed +by|at", "troubled +by"),
    "震惊": (
        "alarmed +by|at", "appalled +by|at", "shocked +by|at", "outraged +by|at",
        "dismayed +by|at",
    ),
    "痛惜": ("saddened +by",),
    "深信": ("convinced +of", "confident", "persuaded +of"),
    "决心": ("determined", "resolved", "committed +to"),
    "希望": ("desirous +of", "hopeful", "anxious"),
    "认为": ("of the view", "of the opinion"),
}  # fmt: skip
FINITE_ONLY: dict[str, tuple[str, ...]] = {"认为": ("considers",)}

# Expresses its deep concern; Expressing once again the hope.
EXPRESSED: dict[str, tuple[str, ...]] = {
    "关切": ("concern", "concerns"),
    "赞赏": ("appreciation", "gratitude", "thanks"),
    "欣见": ("satisfaction",),
    "遗憾": ("regret", "disappointment"),
    "震惊": ("alarm", "shock", "outrage", "dismay"),
    "谴责": ("condemnation",),
    "支持": ("support",),
    "表示声援": ("solidarity",),
    "表示慰问": ("condolences", "sympathy"),
    "希望": ("hope", "wish", "desire"),
    "期望": ("expectation", "confidence"),
    "决心": ("determination", "resolve"),
    "深信": ("conviction",),
    "认为": ("view", "belief"),
    "表示打算": ("intention",),
    "表示愿意": ("readiness", "willingness"),
}
# Reiterates its request to: the verb is what is said again, as in 再次请.
REPEATED: dict[str, tuple[str, ...]] = {
    "请": ("request",),
    "促请": ("call =upon|on|to",),
    "呼吁": ("call =for", "appeal =to|for"),
    "邀请": ("invitation",),
    "建议": ("recommendation",),
    "要求": ("demand",),
}
_REPEATING = ("reiterate", "renew", "repeat")
_REPEATED_TO = " (?:to|that)"  # its request to the Secretary-General, its request that he

_DOUBLED = {"regret": "regretting"}
_ENDS_IN_A_HISS = ("s", "x", "z", "sh", "ch")


def third_person(verb: str) -> str:
    """The third person of a regular verb: requests, expresses."""
    if verb == "have":
        return "has"
    return verb + ("es" if verb.endswith(_ENDS_IN_A_HISS) else "s")


def participle(verb: str) -> str:
    """The present participle of a verb: noting, regretting, agreeing."""
    if verb in _DOUBLED:
        return _DOUBLED[verb]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return f"{stem}ing"


# ── how the forms are recognised ─────────────────────────────────────────────────────────────

_CONNECTING = (
    "in this regard|in that regard|in this context|in this connection|in this respect|to this end"
    "|once again|once more|inter alia|in particular|at the same time"
)
_SIMPLE = "also|further|furthermore|again|moreover|therefore|thus|still|likewise|very|most"
_FEELING = (
    "appreciation|satisfaction|concern|regret|interest|alarm|gratitude|approval|dismay|pleasure"
    "|disappointment|indignation|thanks|sorrow|outrage|preoccupation"
)
_WORD = "[a-z]{1,20}"
# Any word in -ly may stand before a verb: strongly, deeply, unequivocally.
_BEFORE = rf"(?:{_CONNECTING}|{_SIMPLE}|hereby|[a-z]{{2,20}}ly)\b"
_WITH = rf"with (?:{_WORD} ){{0,3}}?(?:{_FEELING})\b(?: and (?:{_WORD} ){{0,2}}?(?:{_FEELING})\b)?"
_AFTER = rf"(?:{_WITH}|(?:{_CONNECTING}|also|further|again|strongly|therefore|especially)\b)"

_ADVERB = re.compile(f"{_WITH}|{_AFTER}|{_BEFORE}", re.IGNORECASE)
_LEADING = re.compile(rf"(?:{_BEFORE}(?: and |,? )){{0,4}}", re.IGNORECASE)
_BEING = re.compile(r"(?:(?P<finite>is|remains)|being|remaining) ", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form ready to be matched from its first word on.

    Group ``said`` is the noun of an expression, which ``names`` leads to the verb; ``adverbs``,
    ``inside`` and ``adjectives`` hold what may stand in between.
    """

    pattern: re.Pattern[str]
    names: dict[str, str]  # noun, or nothing for a plain verb → canonical verb
    finite: bool
    is_adjective: bool = False  # finite only after is or remains


def match_form(text: str, at: int = 0) -> EnglishForm | None:
    """The English verb that begins at ``at`` of a folded text, adverbs included, or None.

    >>> match_form("Also takes note with appreciation of the report").name
    '注意到'
    """
    leading = _LEADING.match(text, at)
    begin = leading.end() if leading else at
    being = _BEING.match(text, begin)
    if being is not None:
        inner = _LEADING.match(text, being.end())
        begin = inner.end() if inner else being.end()
    first = _FIRST_WORD.match(text, begin)
    forms = _forms_by_first_word().get(first.group().lower(), ()) if first else ()
    matches = [
        (found.end(), found, form)
        for form in forms
        if form.is_adjective or being is None
        if (found := form.pattern.match(text, begin))
    ]
    if not matches:
        return None
    end, found, form = max(matches, key=lambda match: match[0])
    is_finite = form.finite or bool(being and being["finite"])
    return EnglishForm(
        Span(at, end), _name(found, form), _adverbs(text[at:begin], found), finite=is_finite
    )


def _name(found: re.Match[str], form: _Form) -> str:
    said = found.groupdict().get("said") or ""
    return form.names[said.lower()]


def _adverbs(before: str, found: re.Match[str]) -> tuple[str, ...]:
    groups = found.groupdict()
    words = _ADVERB.findall(before)
    if groups.get("again"):
        words.append(groups["again"])
    for group in ("inside", "adverbs", "later"):
        words += _ADVERB.findall(groups.get(group) or "")
    words += [w for w in re.findall("[A-Za-z]+", groups.get("adjectives") or "") if w != "and"]
    return tuple(word.lower() for word in words)


@cache
def _forms_by_first_word() -> dict[str, tuple[_Form, ...]]:
    table: dict[str, list[_Form]] = {}
    for words, form in (*_plain_forms(), *_expressions()):
        table.setdefault(words.partition(" ")[0], []).append(form)
    return {word: tuple(forms) for word, forms in table.items()}


def _inflections(form: str) -> Iterator[tuple[str, bool]]:
    head, blank, rest = form.partition(" ")
    yield third_person(head) + blank + rest, True
    yield participle(head) + blank + rest, False


def _plain_forms() -> Iterator[tuple[str, _Form]]:
    for name, forms in INFLECTED.items():
        for form in forms:
            for words, finite in _inflections(form):
                yield words, _Form(_compiled(words), {"": name}, finite)
    for name, forms in FIXED.items():
        yield from ((w, _Form(_compiled(w), {"": name}, False, True)) for w in forms)
    for name, forms in FINITE_ONLY.items():
        yield from ((w, _Form(_compiled(w), {"": name}, True)) for w in forms)


def _expressions() -> Iterator[tuple[str, _Form]]:
    nouns = {noun: name for name, said in EXPRESSED.items() for noun in said}
    tail = (
        rf"(?: (?:its|the|their))?(?P<adjectives>(?: {_WORD}(?:,| and)?){{0,3}}?)"
        rf" (?P<said>{'|'.join(sorted(nouns, key=len, reverse=True))})\b"
    )
    for words, finite in _inflections("express"):
        yield words, _Form(_compiled(words, tail), nouns, finite)
    for name, repeated in REPEATED.items():
        for noun in repeated:
            said, _, preposition = noun.partition(" =")
            after = f" (?:{preposition})" if preposition else _REPEATED_TO
            tail = rf" (?:its|the)(?P<adjectives>(?: {_WORD}){{0,2}}?) (?P<said>{said}){after}\b"
            for verb in _REPEATING:
                for words, finite in _inflections(verb):
                    pattern = _compiled(words, tail, group="again")
                    yield words, _Form(pattern, {said: name}, finite)


def _compiled(form: str, tail: str = "", group: str = "verb") -> re.Pattern[str]:
    """The pattern of a form of the tables, from its first word to its preposition."""
    verb, *more = re.split(r" ([+=])", form, maxsplit=1)
    words = verb.replace(" ~", rf"(?P<inside>(?: {_BEFORE}){{0,2}})")
    if more:
        sign, preposition = more
        optional = "?" if sign == "+" else ""
        later = rf"(?P<later>(?:, {_AFTER}){{0,2}})"  # calls upon, in this regard, all
        tail = rf"(?: (?:{preposition})\b){optional}{later}{tail}"
    return re.compile(
        rf"(?P<{group}>{words})(?![\w'-]| verbale)(?P<adverbs>(?:,? {_AFTER}){{0,3}}){tail}",
        re.IGNORECASE,
    )

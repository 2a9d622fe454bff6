"""Whether a question that a model wrote asks what a follow-up asks: slot by slot, word by word.

Every slot of the follow-up has to be in the rewriting, and every slot of the rewriting has to come
from the follow-up or from what was asked and shown before it. A slot is anything that decides an
answer: what the rules read (``Question``), what can be named (``claims``), quoted words, words
that narrow or turn a question (只, 其他, 最早, 为什么); each content word is held to the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from assistant.answering.generative.claims import claims_of
from assistant.answering.generative.coverage import coverage
from assistant.text.labels import label, place_label
from assistant.text.normalise import fold
from assistant.text.places import parent
from assistant.text.tokens import words
from assistant.types import Lang, Question


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One thing that decides what a question asks; ``value`` in its normal form."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier question of the conversation as it was understood, and the keys of the paragraphs
    that its answer showed."""

    question: Question
    shown: tuple[str, ...] = ()

    def labels(self, lang: Lang, most: int) -> tuple[str, ...]:
        """How the first ``most`` of the paragraphs are called."""
        keys = (key.partition("#") for key in self.shown[:most])
        comma = "，" if lang == "zh" else ", "
        return tuple(f"{label(symbol, lang)}{comma}{place_label(p, lang)}" for symbol, _, p in keys)


# Words that mean something said before, and in whose place the rules have put nothing: 这个机构,
# 那天, 他们, 前者. Resolutions and paragraphs meant so are the rules' (``questions.history``).
_MEASURE = "个|次|种|项|些|类|位|天|年|届|家|场|件|份|部|条|处"
POINTING = re.compile(
    rf"(?:这|那|(?<!应)该|此|上述|前述|另外?)(?:一|两|三|二|几)?(?:{_MEASURE})"
    r"(?!决议|文件|段|呢|[??]|$)"
    r"|(?<!应)(?:该|此)(?=条约|公约|机构|会议|工作组|报告|国际日|项目|分项|委员会|组织|文书)"
    r"|(?:这|那)(?:里|边|天|时|方面)|前者|后者|两者|二者|双方|[它他她]们|(?<!其)[他她](?!国)|当时"
    r"|\b(?:they|them|their|he|him|his|she|her|the former|the latter|the other)\b"
    r"|\b(?:these|those|such|this) (?!resolution|paragraph|one\b)(?=[a-z])"
    r"|(?:^|\b(?:what|when|where|who|of|is|was|in|for|at|by|on|does|did|about|to|with|from|and) )"
    r"that (?!resolution|paragraph|one\b)(?=[a-z])",
    re.IGNORECASE,
)
_WITH_NOUN = re.compile(rf"(?:{_MEASURE}|该|此| )\Z")  # what follows is the name's place: 那个|机构
_QUOTED = re.compile(r"[“「『\"]([^”」』\"]+)[”」』\"]|《([^》]+)》")
_EITHER = re.compile(r"有没有|([一-鿿])[不没]\1|没有?(?=[??]|$)|是否")  # asks, and denies nothing
# Words that narrow a question or turn it; those of one row mean the same.
_TURNS: tuple[tuple[str, str], ...] = (
    ("only", r"只|仅|唯一|\bonly\b"),
    ("other", r"其他|其它|其余|别的|另外|另一|\bother\b|\banother\b|\belse\b"),
    ("except", r"除(?!其他外)|以外|之外|\bexcept\b"),
    ("most", r"最|\bmost\b|\bleast\b"),
    ("first", r"首次|首先|第一次|\bfirst\b"),
    ("last", r"最后|\blast\b"),
    ("all", r"所有|全部|一切|\ball\b|\bevery\b|\beach\b"),
    ("earlier", r"以前|之前|先前|此前|\bbefore\b|\bearlier\b|\bprevious\b"),
    ("later", r"以后|之后|此后|\bafter\b|\blater\b|\bsince\b"),
    ("same", r"一样|相同|同样|\bsame\b"),
    ("different", r"不同|不一样|区别|差别|差异|变化|\bdifferen(?:t|ce|ces)\b"),
    ("why", r"为什么|为何|\bwhy\b"),
    ("how", r"怎么|怎样|如何|\bhow\b"),
    ("at least", r"至少|不少于|以上|\bat least\b|\bmore than\b"),
    ("at most", r"至多|最多|不超过|以下|\bat most\b|\bless than\b"),
    ("if", r"如果|假如|要是|\bif\b|\bunless\b"),
)
_ANY_DIRECTIVE = frozenset({"请", "要求"})  # in a question either means every directive
# Intents that no other slot shows.
_OWN_INTENTS = frozenset(
    {
        "count", "footnotes", "references", "series", "compare", "precedents", "wording",
        "library", "deadlines",
    }
)  # fmt: skip
_CLAIMED: dict[str, str] = {"symbol": "named", "instrument": "named"}
_FREE = frozenset({"article"})
# Of these a follow-up that has its own takes none over.
_SCOPE = frozenset({"place", "session", "date"})  # and of what is named, resolutions
_RESOLUTION = re.compile(r"/(?:RES|DEC)/")


@dataclass(frozen=True, slots=True)
class Difference:
    """What a rewriting drops of a follow-up, or invents."""

    dropped: tuple[Slot, ...] = ()
    invented: tuple[Slot, ...] = ()
    words_dropped: bool = False
    words_invented: bool = False
    points: bool = False  # it still speaks of something said before, or names nothing for it

    def __bool__(self) -> bool:
        return any((self.dropped, self.invented, self.words_dropped, self.words_invented)) or (
            self.points
        )


def difference(
    follow_up: Question, read: Question, rewriting: Question, before: Sequence[Before]
) -> Difference:
    """How ``rewriting`` differs from ``follow_up`` in what it asks; false where it does not.

    Both are as understood without the conversation, ``read`` is the follow-up as the rules
    understood it with the conversation, whose earlier questions are ``before``.
    """
    asked, said = slots_of(follow_up, own=True), slots_of(rewriting)
    heard = asked | slots_of(read) | frozenset(_heard_slots(before))
    required = asked | {Slot("named", symbol) for symbol in read.symbols}
    told = _text_of(follow_up, read, before)
    gained = said - slots_of(read) or coverage(_content(rewriting), _content(read)) < 1
    return Difference(
        dropped=tuple(sorted(required - said)),
        invented=tuple(sorted((said - heard) | _beside(required, said))),
        words_dropped=coverage(own_words(follow_up), rewriting.folded) < 1,
        words_invented=coverage(_content(rewriting), told) < 1,
        points=bool(POINTING.search(rewriting.folded)) or not gained,
    )


def slots_of(question: Question, *, own: bool = False) -> frozenset[Slot]:
    """The slots of a question. ``own``: without what only points to something said before."""
    text = _without_pointing(question.folded) if own else question.folded
    return frozenset(_claimed(text)) | frozenset(_read(question, text)) | frozenset(_turned(text))


def _claimed(text: str) -> Iterator[Slot]:
    plain = _EITHER.sub(lambda m: " " * len(m.group()), text)
    for claim in claims_of(plain):
        if claim.kind == "verb" and claim.value in _ANY_DIRECTIVE:
            yield Slot("directive", "")
        elif claim.kind not in _FREE:
            yield Slot(_CLAIMED.get(claim.kind, claim.kind), claim.value)


def _read(question: Question, text: str) -> Iterator[Slot]:
    """What the rules read; a body that was only pointed to is not in ``text`` any more."""
    pointed = _bodies(question.folded) - _bodies(text)
    for kind, values in _named_fields(question):
        yield from (Slot(kind, value) for value in values)
    yield from (Slot("body", name) for name in question.addressees if name not in pointed)
    for verb in question.verbs:
        yield Slot("directive", "") if verb in _ANY_DIRECTIVE else Slot("verb", verb)
    if question.selection is not None:
        for one in fields(question.selection):
            if (value := getattr(question.selection, one.name)) is not None:
                yield Slot(f"selection {one.name}", str(value))


def _bodies(text: str) -> set[str]:
    return {claim.value for claim in claims_of(text) if claim.kind == "body"}


def _named_fields(question: Question) -> tuple[tuple[str, tuple[str, ...]], ...]:
    sessions = (question.session, question.deadline_session)
    own_intent = question.intent if question.intent in _OWN_INTENTS else None
    return (
        ("named", (*question.symbols, *question.missing, *_given(question.target))),
        ("place", question.places),
        ("kind", () if question.places else question.kinds),
        ("session", tuple(str(each) for each in sessions if each is not None)),
        ("attribute", (*_given(question.attribute), *question.attributes)),
        ("quoted", _given(question.phrase)),
        ("deliverable", question.deliverables),
        ("due", _given(question.due.name if question.due else None)),
        ("asked", tuple(asked.kind for asked in question.asked if asked.kind != "what")),
        ("intent", _given(own_intent)),
        ("directive", ("",) * (question.directive and not question.implied)),
        ("everywhere", ("",) * question.everywhere),
    )


def _given(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _turned(text: str) -> Iterator[Slot]:
    for name, pattern in _TURNS:
        if re.search(pattern, text, re.IGNORECASE):
            yield Slot("turn", name)
    for match in _QUOTED.finditer(text):
        yield Slot("quoted", next(filter(None, match.groups())))


def _heard_slots(before: Sequence[Before]) -> Iterator[Slot]:
    for each in before:
        yield from slots_of(each.question)
        for key in each.shown:
            symbol, _, place = key.partition("#")
            yield Slot("named", symbol)
            above: str | None = place
            while above:
                yield Slot("place", above)
                above = parent(above)
        for words_of in each.labels(each.question.lang, len(each.shown)):
            yield from _claimed(fold(words_of).text)


def _beside(asked: frozenset[Slot], said: frozenset[Slot]) -> frozenset[Slot]:
    """Scope taken over beside the follow-up's own: 那第14段 is not of 第13段 too."""
    if Slot("intent", "compare") in asked:
        return frozenset()
    own = {slot.kind for slot in asked if _is_scope(slot)}
    return frozenset(slot for slot in said - asked if slot.kind in own and _is_scope(slot))


def _is_scope(slot: Slot) -> bool:
    if slot.kind == "named":
        return _RESOLUTION.search(slot.value) is not None
    return slot.kind in _SCOPE


def _text_of(follow_up: Question, read: Question, before: Sequence[Before]) -> str:
    """All that was said: the follow-up, what it was read as, earlier questions, what was shown."""
    parts = [follow_up.folded, read.folded]
    for each in before:
        shown = each.labels(each.question.lang, len(each.shown))
        parts += [each.question.folded, fold(each.question.text).text, *map(_folded, shown)]
    return "|".join(parts)


def _folded(text: str) -> str:
    return fold(text).text


def own_words(question: Question) -> str:
    """The folded question without the words that ask and those that only point."""
    return _without_pointing(_content(question))


def _content(question: Question) -> str:
    text = question.folded
    for asked in question.asked:
        text = _blank(text, asked.span.start, asked.span.end)
    return text


def _without_pointing(text: str) -> str:
    """``text`` without 这个机构, 那天, 他们: such a word and the noun that goes with it."""
    for match in POINTING.finditer(text):
        noun = words(text[match.end() :])[:1] if _WITH_NOUN.search(match.group()) else ()
        text = _blank(text, match.start(), match.end() + sum(map(len, noun)))
    return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]

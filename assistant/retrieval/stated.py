"""What an act says of a matter: its reason, its stance, what something is or is defined as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.retrieval.act_text import Act, hits
from assistant.types import Asked, Question, Span

_REASON = re.compile(
    r"(?:因为|由于|鉴于|有鉴于|考虑到)[^,。;]+|(?:以期|以便|旨在|以求|借以|以此)[^,。;]+"
    r"|(?<=,)(?:以(?=审查|实现|促进|加强|确保|推动|保障|建立|维护|减少|消除|避免|防止)|为(?:了)?(?=实现|确保))[^,。;]+"
    r"|(?:目的|目标)(?:仍然?)?是[^,。;]+|为的是[^,。;]+|作为[^,。;]+(?=,(?:必须|应|理应|有责任))"
)
_FEELINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("concern", re.compile(r"关切|担[心忧]|遗憾|不安|忧|\bconcern|\bworr")),
    ("welcome", re.compile(r"欢迎|欣见|赞赏|高兴|\bwelcom|\bappreciat")),
)


def reasons(_asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    """The reasons or purposes an act states; what a concern or welcome asked after is of."""
    if found := list(act.matches(_REASON)):
        yield from found
        return
    clause = act.clause
    if clause is None or clause.object is None:
        return
    for family, said in _FEELINGS:
        if clause.family == family and said.search(question.folded):
            yield act.trimmed(act.at(clause.object))


def stance(_asked: Asked, _question: Question, act: Act) -> Iterator[Span]:
    """The act's verb with its adverbs."""
    if act.clause is not None:
        yield act.at(act.clause.verb_span)


def whole_act(_asked: Asked, _question: Question, act: Act) -> Iterator[Span]:
    """The act itself, where its paragraph has others."""
    if act.clause is not None and len(act.paragraph.clauses) > 1:
        yield act.trimmed(act.span)


_COPULA = re.compile(
    r"(?<![但还于或就正要可特其尤只总而别])(?:仍然?|应|都|均)?(?:是|应?列为|称为)(?!否)"
)
# 保障是什么, 什么才是保障: only such a question asks for a side of a sentence.
_COPULA_ASKED = re.compile(
    r"是(?:个|一种|一个)?(?:什么|哪|谁|何)|(?:什么|哪(?:种|类|个|一).{0,4}?)[才就]?是|列为|算(?:作|是)?(?:什么|哪)"
    r"|(?:什么|何)意|定义|指|\bwhat (?:is|are|was|were)\b|\bmean",
    re.IGNORECASE,
)
_MANNER = re.compile(r"(?<=以)(?P<how>[^,。;以]{2,30})(?=的?(?:方式|态度|形式|办法))")
_SAME = 0.8  # share of the pairs of characters asked about that a side has to have
_MOSTLY = 0.6  # share of a side's length that what is asked about has to be
_MANNER_ASKED = re.compile(r"方式|态度|形式|办法|原则")
_DEFINED = re.compile(r"(?:是指|系指|指的是|系指|定义为|意为|意指)(?P<as>[^,。;]+)")


def copula(_asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    """Of A是B, the side that the question does not name; of 以…的方式, the manner."""
    if _MANNER_ASKED.search(question.folded) and (how := list(act.matches(_MANNER, "how"))):
        yield from how
        return
    if not _COPULA_ASKED.search(question.folded):
        return
    for match in _COPULA.finditer(act.text, act.span.start, act.span.end):
        if side := _other_side(match, question, act):
            yield side


def _other_side(match: re.Match[str], question: Question, act: Act) -> Span | None:
    """Of A是B, the side that the question does not have; None unless it has the other."""
    left = Span(_left_of(match.start(), act), match.start())
    right = Span(match.end(), act.stop_after(match.end()))
    turned = act.text[: right.end].endswith("的")  # 是通过谈判达成的 tells how, not what
    if left.start >= left.end or right.start >= right.end or turned:
        return None
    in_left, in_right = (len(hits(question, act, side)) for side in (left, right))
    least = min(2, len(question.terms))
    if in_right >= least and in_right > 2 * in_left:
        return left
    if in_left >= least and in_left > 2 * in_right:
        return right
    return None


def _left_of(end: int, act: Act) -> int:
    start = max(act.stop_before(end), act.span.start)
    if act.clause is not None and act.clause.object is not None:
        start = max(start, act.at(act.clause.verb_span).end)
    return start


def definition(asked: Asked, question: Question, act: Act) -> Iterator[Span]:
    """What something is said to mean, or to be: of A是B the side that is not asked about."""
    meant = _asked_about(asked, question)
    for match in _DEFINED.finditer(act.text, act.span.start, act.span.end):
        if _is_all(meant, act.folded.text[act.stop_before(match.start()) : match.start()]):
            yield Span(*match.span("as"))
    for match in _COPULA.finditer(act.text, act.span.start, act.span.end):
        left = Span(_left_of(match.start(), act), match.start())
        right = Span(match.end(), act.stop_after(match.end()))
        for one, other in ((left, right), (right, left)):
            if other.start < other.end and _is_all(meant, act.folded.text[one.start : one.end]):
                yield other


def _asked_about(asked: Asked, question: Question) -> str:
    """The words whose meaning is asked after: those after 什么是, those before 指什么."""
    after = re.split(r"[,。?!]", question.folded[asked.span.end :])[0]
    before = re.split(r"[,。?!]|决议|号", question.folded[: asked.span.start])[-1]
    return (after if asked.words.startswith(("什么", "何")) and after else before).strip("的 中里")


def _is_all(meant: str, words: str) -> bool:
    """Whether words are those asked about and little else."""
    pairs = {meant[i : i + 2] for i in range(len(meant) - 1)}
    has = sum(pair in words for pair in pairs) >= _SAME * len(pairs)
    return bool(pairs) and has and len(meant) >= _MOSTLY * len(words)

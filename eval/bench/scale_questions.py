"""Questions for a generated library of any size: of one resolution, over all of them, of content.

Drawn from resolutions that lie evenly over the library, so that no page of it is warmer than
another. Every question is asked once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Final, Literal

from assistant.text.labels import label
from assistant.text.numerals import chinese
from assistant.text.symbols import session_of
from assistant.text.verbs import DIRECTIVES
from eval.generator import Truth
from eval.generator.questions import questions_of

# What is asked of one resolution by structure: kinds of ``questions_of`` → names of the table.
_OF_ONE = {
    "lookup": "a paragraph by symbol and number",
    "actor": "a body in one resolution",
    "verb": "a verb in one resolution",
    "deadline": "what is due, in one resolution",
    "reference": "what one resolution recalls",
    "metadata": "the masthead of one resolution",
    "refusal": "a body that one resolution asks nothing of",
}
_COMMITTEES = ("第一委员会", "第二委员会", "第三委员会", "第四委员会", "第五委员会", "第六委员会")
BODIES = (
    "秘书长",
    "会员国",
    "世界卫生组织",
    "非政府组织",
    "私营部门",
    "联合国教育、科学及文化组织",
)
_AFTER_THE_LAST_OF = re.compile(r"[的：，；。、（）《》,:;]")
_OF = re.compile(r"的|方面|问题|:|：")
Sort = Literal["structural", "content", "browsing"]
STRUCTURAL: Final = "structural"  # answered by what was parsed
CONTENT: Final = "content"  # answered by what is said, also looked for by the embedder
BROWSING: Final = "browsing"  # what the page asks at each key typed
COMMON_PHRASE = "包括建立公开的观测记录"


@dataclass(frozen=True, slots=True)
class Kind:
    """Questions of one kind."""

    name: str
    questions: tuple[str, ...]
    sort: Sort


def kinds(truths: Sequence[Truth], each: int) -> tuple[Kind, ...]:
    """``each`` questions of every kind, drawn from ``truths``."""
    return (
        *_of_one(truths, each),
        *(
            Kind(name, tuple(dict.fromkeys(islice(made(truths), each))), sort)
            for name, made, sort in _OVER_ALL
        ),
    )


def typed(titles: Sequence[str], each: int) -> Iterator[Kind]:
    """What a reader types into the library's search box, key by key, of ``each`` of the titles.
    Costs by how common it is."""
    some = titles[:: max(1, len(titles) // each)]
    begun = dict.fromkeys(title[:length] for title in some for length in (2, 4, 7))
    yield Kind("a title, at each key typed", tuple(begun)[: 3 * each], BROWSING)
    common = ("秘书长", "大会", "报告", "秘书长 报告", "会员国 请", "requests", "第11", "11")
    yield Kind("common words, at each key typed", common, BROWSING)


def _of_one(truths: Sequence[Truth], each: int) -> Iterator[Kind]:
    asked: dict[str, list[str]] = {kind: [] for kind in _OF_ONE}
    for turn, truth in enumerate(truths):
        for kind, questions in asked.items():
            of_kind = [item.turns[0] for item in questions_of(truth) if item.kind == kind]
            if of_kind:  # another one each time: the first paragraph is not the last
                questions.append(of_kind[turn % len(of_kind)])
    for kind, name in _OF_ONE.items():
        yield Kind(name, tuple(asked[kind][:each]), STRUCTURAL)
    yield Kind(
        "a verb and a body in one resolution", tuple(_verb_and_body(truths))[:each], STRUCTURAL
    )


def _verb_and_body(truths: Sequence[Truth]) -> Iterator[str]:
    for truth in truths:
        acts = [act for p in truth.paragraphs for act in p.acts]
        pair = next(
            ((a.verb, a.addressees[0]) for a in acts if _directs(a.verb, a.addressees)), None
        )
        if pair:
            yield f"{label(truth.symbol, 'zh')}{pair[0]}{pair[1]}做什么？"


def _directs(verb: str, addressees: Sequence[str]) -> bool:
    return verb in DIRECTIVES and bool(addressees)


def _sessions(truths: Sequence[Truth]) -> list[int]:
    """The sessions held, spread: neighbours are not asked one after the other."""
    held = sorted({s for t in truths if (s := session_of(t.symbol)) is not None and s > 100})
    return [held[(7 * n) % len(held)] for n in range(len(held))] if held else [100]


def _by_session(truths: Sequence[Truth]) -> Iterator[str]:
    for body, session in zip(cycle(BODIES), cycle(_sessions(truths)), strict=False):
        yield f"第{chinese(session)}届会议有哪些决议请{body}做什么？"


def _by_date(truths: Sequence[Truth]) -> Iterator[str]:
    years = sorted({t.masthead["date"][:4] for t in truths if "date" in t.masthead})
    for body, year in zip(cycle(BODIES), cycle(years[::-1]), strict=False):
        yield f"{year}年以来的决议请{body}做什么？"


def _by_committee(_truths: Sequence[Truth]) -> Iterator[str]:
    for body in BODIES:
        for committee in _COMMITTEES:
            yield f"由{committee}提出的决议请{body}做什么？"


def _everywhere(_truths: Sequence[Truth]) -> Iterator[str]:
    for verb in ("促请", "敦促", "邀请", "鼓励", "请"):
        for body in BODIES:
            yield f"哪些决议{verb}{body}？"


def _reports(truths: Sequence[Truth]) -> Iterator[str]:
    for session in _sessions(truths):
        yield f"应向大会第{chinese(session)}届会议提交的报告有哪些？"


def _mentioned(truths: Sequence[Truth]) -> Iterator[str]:
    targets = dict.fromkeys(
        r.target
        for t in truths
        for p in t.paragraphs
        for r in p.references
        if r.kind == "resolution"
    )
    for target in targets:
        yield f"哪些段落提到{label(target, 'zh')}？"


def _chosen(truths: Sequence[Truth]) -> Iterator[str]:
    for session, committee in zip(cycle(_sessions(truths)), cycle(_COMMITTEES), strict=False):
        yield f"第{chinese(session)}届会议由{committee}提出的决议有哪些？"


def _titled(truths: Sequence[Truth]) -> Iterator[str]:
    for truth in truths:
        if len(truth.title) >= 6:
            yield f"关于{truth.title}的决议是哪天通过的？"


def _held(_truths: Sequence[Truth]) -> Iterator[str]:
    yield from ("库里有哪些决议？", "资料库里有什么决议？", "库中有多少份决议？", "你有哪些决议？")


def _words(truths: Sequence[Truth]) -> Iterator[tuple[Truth, str]]:
    """The last words of a paragraph, as somebody would remember them."""
    for turn, truth in enumerate(truths):
        ends = [
            _AFTER_THE_LAST_OF.split(p.text.rstrip("，。；,;. "))[-1]
            for p in truth.paragraphs
            if p.kind == "operative"
        ]
        fit = [words for words in ends if 6 <= len(words) <= 14]
        if fit:
            yield truth, fit[turn % len(fit)]


def _subjects(truths: Sequence[Truth]) -> Iterator[str]:
    """What resolutions are about: 阿兰达河流域潮汐观测."""
    for truth in truths:
        yield _OF.split(truth.title)[0]


def _phrases(truths: Sequence[Truth]) -> Iterator[str]:
    for _, words in _words(truths):
        yield f"哪些段落写到“{words}”？"


def _content_of_one(truths: Sequence[Truth]) -> Iterator[str]:
    for truth, words in _words(truths):
        yield f"{label(truth.symbol, 'zh')}对{words}是怎么规定的？"


def _content(truths: Sequence[Truth]) -> Iterator[str]:
    for subject, (_, words) in zip(_subjects(truths), _words(truths), strict=False):
        yield f"在{subject}方面，{words}是怎么规定的？"


def _content_when(truths: Sequence[Truth]) -> Iterator[str]:
    for subject in _subjects(truths):
        yield f"{subject}问题会议什么时候召开？"


def _content_asked(truths: Sequence[Truth]) -> Iterator[str]:
    for body, subject in zip(cycle(BODIES), _subjects(truths), strict=False):
        yield f"{subject}方面请{body}做什么？"


_Made = Callable[[Sequence[Truth]], Iterator[str]]
_OVER_ALL: tuple[tuple[str, _Made, Sort], ...] = (
    ("who mentions a resolution", _mentioned, STRUCTURAL),
    ("reports due at a session", _reports, STRUCTURAL),
    ("a body over a session", _by_session, STRUCTURAL),
    ("a body since a year", _by_date, STRUCTURAL),
    ("a body over a committee", _by_committee, STRUCTURAL),
    ("a verb and a body over the library", _everywhere, STRUCTURAL),
    ("resolutions by session and committee", _chosen, STRUCTURAL),
    ("a date by title", _titled, STRUCTURAL),
    ("what the library holds", _held, STRUCTURAL),
    ("where words stand", _phrases, CONTENT),
    ("content of one resolution", _content_of_one, CONTENT),
    ("content over the library", _content, CONTENT),
    ("when, over the library", _content_when, CONTENT),
    ("a request's content over the library", _content_asked, CONTENT),
)  # fmt: skip

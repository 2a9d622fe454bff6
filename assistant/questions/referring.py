"""Questions about references: who mentions a treaty, and the resolutions of one item."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.cues import find_cue
from assistant.questions.named import Reading
from assistant.questions.scope import blank
from assistant.questions.words import content_terms
from assistant.text.happenings import happenings
from assistant.text.instruments import named_instruments
from assistant.types import Question, Span

# What of a series is asked for: the whole, what came before or after, the first or the last.
_WHICH = {
    "first": re.compile(
        r"(?:哪|何|什么)(?:一)?(?:个)?(?:年|届|时|时候|会议)(?:会议)?(?:才|就)?(?:开始|起|首次|第一次|最早|最初)"
        r"|(?:开始|首次|第一次|最早|最初)(?:是)?(?:在|于)?(?:哪|何|什么时候)|首次|最早|最初|第一(?:份|次)"
        r"|\b(?:first|began|begin|start(?:ed)?|earliest|originat\w+)\b",
        re.IGNORECASE,
    ),
    "last": re.compile(r"最近(?:的)?(?:一)?(?:份|次|项)|最新|\b(?:latest|most recent)\b", re.IGNORECASE),
    "earlier": re.compile(
        r"之前|以前|此前|先前|往年|以往|\b(?:earlier|previous|before|prior|preced\w+)\b", re.IGNORECASE
    ),
    "later": re.compile(
        r"之后|以后|此后|后来|\b(?:later|after|since|subsequent\w*|follow(?:ed|ing))\b", re.IGNORECASE
    ),
}  # fmt: skip
# 高山牧场管理的决议一共有几份: of a title that the sessions renew, all of them.
_ALL_OF_A_TITLE = re.compile(
    r"(?:一共|总共|共)?有?(?:几|多少)(?:份|项|个)(?:决议)?(?:$|[??。呢])|(?:都|一共|总共)?有哪些(?:决议)?(?:$|[??。呢])|哪几(?:份|届)"
    r"|\bhow many resolutions\b",
    re.IGNORECASE,
)
# 历年来一共有哪些决议, 每届都有什么决议, 同一题目又通过了哪几份.
_ALL_OVER_TIME = re.compile(
    r"(?:历年来?|历届|历次|历来|每(?:一)?[届年]|各届|逐年)(?:会议|大会|联大)?(?:都|一共|总共|共|分别|各)*"
    r"(?:有|通过|作出|出台)(?:了|过)?(?:哪些|哪几(?:份|项|个)?|什么|几(?:份|项|个)|多少(?:份|项|个)?)决议(?:$|[??。])"
    r"|同(?:一)?(?:个)?(?:题目?|名|标题|议题|项目)[^,。?]{0,8}(?:有|通过|作出|出台)(?:了|过)?(?:哪|几|什么|多少)"
)
# The title before 系列 or 议题, in its own clause: X系列, 库里收了哪份.
_CALLED_A_SERIES = re.compile(
    r"(?P<title>[^,。?]{4,60}?)的?(?:这(?:一)?(?:个)?)?(?:系列|议题|题目|项目)(?:的)?(?:决议)?[,。?]"
)
# What a text does with a treaty's name.
_SPEAKS = re.compile(
    r"提|引|援|回顾|回忆|述|谈|涉|参照|依据|根据|重申|出现|写|讲|说|见于|含"
    r"|mention|recall|cite|refer|quote|speak|talk|deal|say|contain|appear|discuss",
    re.IGNORECASE,
)
# 72/31怎么说NPT的, what does 72/31 say about the NPT: nothing but the treaty is asked after.
_SAYS_OF = re.compile(
    r"怎么(?:说|讲|写|提|看|规定)|(?:说|讲|谈|写|规定)(?:了|到|过)?(?:些)?(?:什么|哪些|啥)"
    r"|(?:有关|关于)(?=.{1,40}(?:内容|段落|规定|表述))|\b(?:say|says|said) (?:about|on|of)\b",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"系列|历次|历年|历届|历来|同(?:一)?(?:题|名|标题|题目|议题|项目)|(?:这|那|该|此|同)(?:一)?(?:个|项|份|题)?|哪(?:一)?(?:年|届|些|份|几)|(?:都|一共|总共|各|的|是|有|请|由|在|从)"
    r"|开始|通过(?:了|过)?|决议|文件|库(?:里|中)?|联大|大会(?=历|的|每)|列出|什么(?:时候)?|何时|首次|最早|第一次|[几多]少?(?:次|份|项|届)"
    r"|\b(?:which|what|when|are|is|was|were|the|of|in|on|all|resolutions?|list|did|does|do|there|a|an|to|first"
    r"|adopted|begin|start|earlier|previous|year|session|under|same|title|item|how|many|over|years|sessions|series|successive"
    r"|this|that|its|from|with|topic|subject|later|began|started)\b",
    re.IGNORECASE,
)


def decide_series(base: Question, reading: Reading) -> Question | None:
    """核裁军高级别会议后续行动这一系列的历次决议, 75/45之前的历次决议, 哪一年开始有这项决议.

    The target is the title where no resolution is named, in the words of the question.
    """
    all_of_it = reading.scope.titled and _ALL_OF_A_TITLE.search(reading.rest)
    over_time = _ALL_OVER_TIME.search(reading.folded)
    cue = find_cue("series", reading.folded) or all_of_it or over_time
    if not cue or base.places or base.kinds or find_cue("compare", reading.folded):
        return None
    if base.directive or base.addressees or base.deadline_session is not None:
        return None
    which = next((name for name, cues in _WHICH.items() if cues.search(reading.folded)), None)
    asked = replace(base, intent="series", attribute=which, terms=(), verbs=(), wants=())
    asked = replace(asked, everywhere=False, session=None, target=None, missing=())
    if base.symbols:
        return replace(asked, symbols=base.symbols[:1])
    called = _CALLED_A_SERIES.match(reading.folded)
    phrase = called["title"] if called else _ALL_OVER_TIME.sub(" ", reading.folded)
    for pattern in (*_WHICH.values(), _NOISE):
        phrase = pattern.sub(" ", phrase)
    words = " ".join(re.findall(r"\w+", phrase))
    if over_time and not words:
        return None  # 每届联大都有什么决议: of nothing in particular
    return replace(asked, target=words or None)


def decide_instrument(base: Question, reading: Reading) -> Question | None:
    """哪些决议提到不扩散条约, where is the NPT mentioned: a treaty by any of its names."""
    who = find_cue("mentioned_by", reading.folded) or find_cue("phrase", reading.folded)
    named = named_instruments(reading.folded)
    if who is None and base.symbols:
        who = _says_only_of(reading, tuple(one.span for one in named))
    if who is None or len({one.title for one in named}) != 1:
        return None
    if happenings(blank(reading.rest, [one.span for one in named])) and not _SPEAKS.search(
        who.group()
    ):
        return None  # 什么时候开放签署, 在哪里
    spans = tuple(one.span for one in named)
    # A title between 《》 may be near a resolution's own; what is mentioned is the instrument.
    mistaken = not reading.scope.mentions and _overlap(reading.scope.cut, spans)
    if base.places or reading.bodies or base.directive or base.target is not None:
        return None
    cut = [*spans, Span(*who.span())]
    rest = content_terms(blank(reading.rest, cut), reading.lang)
    if any(term.noun or term.naming for term in rest):
        return None
    asked = replace(base, intent="mentioned_by", target=named[0].title, terms=(), missing=())
    return replace(asked, symbols=()) if mistaken else asked


_OF_SAYING = re.compile(
    r"[\W_]|[对就的里中]|关于|有关|内容|段落|规定|表述|\b(?:what|does|do|did|the|in|it)\b",
    re.IGNORECASE,
)


def _says_only_of(reading: Reading, named: tuple[Span, ...]) -> re.Match[str] | None:
    """Where it is asked what is said of the names, if nothing else is asked."""
    said = _SAYS_OF.search(reading.folded)
    if said is None:
        return None
    left = blank(reading.rest, [*named, Span(*said.span())])
    return None if _OF_SAYING.sub("", left) else said


def _overlap(some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)

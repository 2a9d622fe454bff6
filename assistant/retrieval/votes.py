"""How a resolution was voted on: the words of its text, never more than they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.retrieval.ask import Ask, resolutions
from assistant.text.normalise import fold
from assistant.types import Found, Missing, Paragraph, Passage, Question, Resolution, Span, Vote

# Each list of countries by the words that head it, and the words that ask for it.
_LISTS: tuple[tuple[str, str, str], ...] = (
    ("countries_in_favour", r"赞成|in favou?r", r"赞成|支持|同意|in favou?r|for it\b|support"),
    ("countries_against", r"反对|against", r"反对|against|oppose"),
    ("countries_abstaining", r"弃权|abstain(?:ing|ed)?", r"弃权|abstain|abstention"),
)
_WHO = re.compile(
    r"谁|(?:什么|有)国|哪(?:些|几)?个?|名单|\bwho\b|\b(?:which|what) (?:countr|states?|members?)",
    re.IGNORECASE,
)
# Only what says that no vote was taken says so; 未经发交主要委员会而通过 does not.
_WITHOUT_A_VOTE = re.compile(
    r"(?:未经|不经|未付|未进行)表决[^，。；,;)）\]］]{0,8}?通过|(?:以)?协商一致(?:方式)?通过|"
    r"adopted\b[^.;\[\]]{0,80}?(?:without a vote|by consensus)",
    re.IGNORECASE,
)
# Names under which countries vote → what people call them.
_EVERYDAY: dict[str, tuple[str, ...]] = {
    "美利坚合众国": ("美国", "United States", "USA"),
    "大不列颠及北爱尔兰联合王国": ("英国", "联合王国", "United Kingdom"),
    "俄罗斯联邦": ("俄罗斯", "俄国", "Russia"),
    "大韩民国": ("韩国", "South Korea"),
    "朝鲜民主主义人民共和国": ("朝鲜", "北朝鲜", "North Korea"),
    "阿拉伯叙利亚共和国": ("叙利亚", "Syria"),
    "老挝人民民主共和国": ("老挝", "Laos"),
    "坦桑尼亚联合共和国": ("坦桑尼亚", "Tanzania"),
    "阿拉伯联合酋长国": ("阿联酋", "UAE"),
    "中国": ("China", "中华人民共和国"),
    "法国": ("France",),
}


def votes(ask: Ask) -> Found:
    """The vote's sentence, the lists asked for, or the lists in which a named country stands."""
    passages: list[Passage] = []
    missing: list[Missing] = []
    for resolution in resolutions(ask):
        shown, gaps = _of(resolution, ask.question)
        passages.extend(shown)
        missing.extend(gaps)
    if passages and not ask.question.symbols:
        missing = []  # of all that are held, those with a vote were asked for
    return Found(tuple(passages), tuple(missing), ask.symbols, refused=not passages)


def _of(resolution: Resolution, question: Question) -> tuple[list[Passage], list[Missing]]:
    fact = resolution.masthead.get("vote")
    if fact is None:
        unvoted = _said_without_a_vote(resolution)
        gap = Missing("attribute", "votes", resolution.symbol)
        return ([unvoted], []) if unvoted else ([], [gap])
    paragraph = next(p for p in resolution.paragraphs if p.place == fact.place)
    whole = [Passage(paragraph, 1.0, "structure", (), (fact.span,))]
    if resolution.vote is None:
        return whole, []
    return _of_lists(resolution.vote, paragraph, resolution.symbol, whole, question)


def _of_lists(
    vote: Vote, paragraph: Paragraph, symbol: str, whole: list[Passage], question: Question
) -> tuple[list[Passage], list[Missing]]:
    """The lists a question asks for; the vote's sentence where it asks for none."""
    lists = dict(_printed_lists(paragraph, vote))
    named = _named_countries(question.folded, vote)
    wanted = [name for name in lists if set(named) & set(getattr(vote, name))]
    if wanted:
        return [_line(paragraph, lists[name]) for name in wanted], []
    strangers = _strangers(question)
    if strangers and lists:
        return [], [Missing("term", word, symbol) for word in strangers]
    asked = [name for name, _, cue in _LISTS if re.search(cue, question.folded, re.IGNORECASE)]
    if not strangers and not (asked and _WHO.search(question.folded)):
        return whole, []
    if asked and all(name in lists for name in asked):
        return [_line(paragraph, lists[name]) for name in asked], []
    nobody = not strangers and all(_count(vote, name) == 0 for name in asked if name not in lists)
    return whole, [] if nobody else [Missing("field", "voters", symbol)]


_OF_A_VOTE = re.compile(
    r"[0-9]|赞成|反对|弃权|支持|同意|表决|票|一致|vot|abstain|against", re.IGNORECASE
)


def _strangers(question: Question) -> list[str]:
    """The names in a question about a vote: of countries, and no list has them."""
    return [t.word for t in question.terms if t.naming and not _OF_A_VOTE.search(t.word)]


def _line(paragraph: Paragraph, span: Span) -> Passage:
    return Passage(paragraph, 1.0, "structure", (), (span,))


def _count(vote: Vote, name: str) -> int:
    counts = {
        "countries_in_favour": vote.in_favour,
        "countries_against": vote.against,
        "countries_abstaining": vote.abstaining,
    }
    return counts[name]


def _said_without_a_vote(resolution: Resolution) -> Passage | None:
    titles = [resolution.masthead.get(name) for name in ("title", "agenda_title")]
    for paragraph in resolution.paragraphs:
        if paragraph.place not in ("META", "END"):
            continue
        named = [fact.span for fact in titles if fact and fact.place == paragraph.place]
        for found in _WITHOUT_A_VOTE.finditer(paragraph.text):
            if not any(span.start <= found.start() < span.end for span in named):
                return _line(paragraph, Span(*found.span()))
    return None


def _printed_lists(paragraph: Paragraph, vote: Vote) -> Iterator[tuple[str, Span]]:
    """Where each list of countries stands, from its heading to its last country."""
    for name, heading, _ in _LISTS:
        countries: tuple[str, ...] = getattr(vote, name)
        for match in re.finditer(rf"(?:{heading})\s*[:：]\s*", paragraph.text, re.IGNORECASE):
            end = _end_of(countries, paragraph.text, match.end())
            if end is not None:
                yield name, Span(match.start(), end)
                break


_BETWEEN = re.compile(r"(?:[、,，;；\s]|和|and\b)*")


def _end_of(countries: tuple[str, ...], text: str, at: int) -> int | None:
    """Where a list of exactly these countries that begins at ``at`` ends; None if it is another."""
    for country in countries:
        gap = _BETWEEN.match(text, at)
        at = gap.end() if gap else at
        if not text.startswith(country, at):
            return None
        at += len(country)
    return at if countries else None


def _named_countries(folded: str, vote: Vote) -> list[str]:
    """The countries of the lists that a question names; 几内亚比绍 does not name 几内亚."""
    spelled = {
        spelling: country
        for country in (
            *vote.countries_in_favour, *vote.countries_against, *vote.countries_abstaining
        )
        for spelling in _spellings(country)
    }  # fmt: skip
    named: list[str] = []
    rest = folded.lower()
    for spelling in sorted(spelled, key=len, reverse=True):
        if _stands_in(spelling, rest):
            named.append(spelled[spelling])
            rest = rest.replace(spelling, " ")
    return list(dict.fromkeys(named))


def _stands_in(spelling: str, text: str) -> bool:
    if spelling.isascii():
        return bool(re.search(rf"\b{re.escape(spelling)}\b", text))
    return spelling in text


def _spellings(country: str) -> list[str]:
    """A country's printed name, without what stands in brackets, and what people call it."""
    printed = fold(country).text
    plain = re.sub(r"\([^()]*\)", "", printed).strip()
    names = (printed, plain, *_EVERYDAY.get(plain, ()))
    return [name.lower() for name in names if len(name) > 1]

"""Questions about references over generated resolutions, with exact answers from their truth.

Who mentions a treaty or a document, what documents and treaties a resolution cites, and which
resolutions of a title there are. Gold items like those of ``questions``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from assistant.text.labels import label
from assistant.text.normalise import fold
from assistant.text.titles import renewed_key
from assistant.types import Lang
from eval.generator.questions import Groups
from eval.generator.truth import TrueParagraph, TrueReference, Truth
from eval.gold import GoldItem

# Cited for where a treaty is printed: the truth lists what is meant, not where it stands.
_PUBLICATIONS = ("条约汇编", "條約彙編", "Treaty Series")


def instrument_questions(truths: Iterable[Truth], most: int = 100) -> tuple[GoldItem, ...]:
    """Who mentions an instrument, for up to ``most`` of them, the most mentioned first."""
    found = _mentioning(truths, "instrument", _title)
    return tuple(_who("instrument", f"《{title}》", groups) for title, groups in found[:most])


def document_questions(truths: Iterable[Truth], most: int = 100) -> tuple[GoldItem, ...]:
    """Who mentions a document, for up to ``most`` of them, the most mentioned first."""
    found = _mentioning(truths, "document", lambda one: one.target)
    return tuple(_who("document", symbol, groups) for symbol, groups in found[:most])


def cited_questions(truth: Truth, lang: Lang = "zh") -> Iterator[GoldItem]:
    """What documents and instruments a resolution cites, where it cites any."""
    citing = tuple((truth.key(p),) for p in truth.paragraphs if _cites(p))
    if citing:
        name = label(truth.symbol, lang)
        zh, en = f"{name}引用了哪些文件和条约？", f"Which documents and treaties does {name} cite?"
        reason = "every paragraph that names a document or an instrument"
        yield _item(f"{truth.symbol}:{lang}:cited", en if lang == "en" else zh, citing, reason)


def series_questions(truths: Iterable[Truth]) -> tuple[GoldItem, ...]:
    """The resolutions of each title that more than one bears: the masthead of each."""
    titles: dict[str, list[Truth]] = defaultdict(list)
    for truth in truths:
        titles[renewed_key(truth.title)].append(truth)
    return tuple(
        _item(
            f"series:{members[0].symbol}",
            f"{label(members[0].symbol)}所在的系列有哪些决议？",
            tuple((f"{truth.symbol}#META",) for truth in members),
            "the masthead of each resolution of the title; recitals may be cited beside",
            exact=False,
        )
        for members in titles.values()
        if len(members) > 1
    )


def _mentioning(
    truths: Iterable[Truth], kind: str, name_of: Callable[[TrueReference], str]
) -> list[tuple[str, Groups]]:
    mentions: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for truth in truths:
        for paragraph in truth.paragraphs:
            named = (name_of(one) for one in paragraph.references if one.kind == kind)
            for name in dict.fromkeys(named):
                mentions[name].append((truth.key(paragraph),))
    ranked = sorted(mentions.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [(name, tuple(groups)) for name, groups in ranked]


def _title(reference: TrueReference) -> str:
    return fold(reference.target).text


def _cites(paragraph: TrueParagraph) -> bool:
    named = any(one.kind in ("document", "instrument") for one in paragraph.references)
    return named or any(title in paragraph.text for title in _PUBLICATIONS)


def _who(kind: str, name: str, groups: Groups) -> GoldItem:
    reason = f"every paragraph that names the {kind}"
    return _item(f"library:{kind}:{name}", f"哪些段落提到{name}？", groups, reason)


def _item(what: str, question: str, groups: Groups, reason: str, *, exact: bool = True) -> GoldItem:
    return GoldItem(
        id=f"generated:{what}",
        split="dev",
        kind="reference",
        turns=(question,),
        groups=groups,
        exact=exact,
        reason=reason,
    )

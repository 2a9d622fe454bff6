"""How a phrase is put in the other language, by the paragraphs held in both, with examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.library.library import Library
from assistant.library.wordings import Pair, Wording
from assistant.retrieval.precedents import phrase_of
from assistant.text.associations import ENOUGH_TEXTS, Association, associated, flat, has
from assistant.text.labels import paragraph_label
from assistant.text.terms import counterparts
from assistant.text.wording import Phrase
from assistant.types import BilingualExample, Lang, Rendering, Renderings, Span

MOST_EXAMPLES = 3  # of a rendering, and of paragraphs that none explains


@dataclass(frozen=True, slots=True)
class _Side:
    """The aligned paragraphs seen from the language of the phrase."""

    lang: Lang  # of the phrase
    reader: Lang  # of the labels

    def own(self, pair: Pair) -> Wording:
        return pair.zh if self.lang == "zh" else pair.en

    def other(self, pair: Pair) -> Wording:
        return pair.en if self.lang == "zh" else pair.zh

    def own_flat(self, pair: Pair) -> str:
        return pair.zh_flat if self.lang == "zh" else pair.en_flat

    def other_flat(self, pair: Pair) -> str:
        return pair.en_flat if self.lang == "zh" else pair.zh_flat

    @property
    def target(self) -> Lang:
        return "en" if self.lang == "zh" else "zh"


def renderings(text: str, library: Library, *, lang: Lang = "zh") -> Renderings:
    """The established counterparts of a phrase, from Chinese to English or back by its script;
    labels are in ``lang``.

    Raises InvalidQuestion for a phrase that cannot be looked for.
    """
    phrase = phrase_of(text)
    side = _Side("zh" if phrase.is_chinese else "en", lang)
    pairs = library.records.wordings.companions().pairs
    words = flat(phrase.folded, side.lang).strip()
    having = [
        pair
        for pair in pairs
        if has(words, side.own_flat(pair), side.lang) and phrase.used_in(side.own(pair).text)
    ]
    places = {pair.zh.key for pair in having}
    beside = dict.fromkeys(side.other_flat(pair) for pair in having)
    elsewhere = {side.other_flat(pair) for pair in pairs if pair.zh.key not in places}
    found = associated(phrase.folded, tuple(beside), elsewhere, side.target)
    rendered = [_rendering(one, phrase, side, having) for one in found]
    left = [pair for pair in having if not _explained(pair, found, side)]
    return Renderings(
        phrase=phrase.folded,
        lang=side.lang,
        table=counterparts(phrase.folded, side.lang),
        renderings=tuple(sorted(rendered, key=lambda one: -one.paragraphs)),
        examples=_examples(left, phrase, None, side),
        paragraphs=len(having),
        texts=len(beside),
        compared=len(pairs),
        enough=len(beside) >= ENOUGH_TEXTS,
        coverage=library.records.coverage(),
    )


def _explained(pair: Pair, found: Sequence[Association], side: _Side) -> bool:
    return any(has(one.text, side.other_flat(pair), side.target) for one in found)


def _rendering(
    found: Association, phrase: Phrase, side: _Side, having: Sequence[Pair]
) -> Rendering:
    rendered = Phrase(found.text)
    both = [pair for pair in having if has(found.text, side.other_flat(pair), side.target)]
    return Rendering(
        text=_as_printed(rendered, [side.other(pair).text for pair in both]),
        paragraphs=len(both),
        texts=len({side.other_flat(pair) for pair in both}),
        elsewhere=found.apart,
        dice=round(found.dice, 4),
        log_likelihood=round(found.log_likelihood, 2),
        examples=_examples(both, phrase, rendered, side),
    )


def _as_printed(rendered: Phrase, texts: Sequence[str]) -> str:
    """A rendering as a text prints it, within a sentence where it does: no capital of its own."""
    printed = [(span, text) for text in texts for span in rendered.spans(text)]
    if not printed:
        return rendered.folded
    span, text = next(((s, t) for s, t in printed if s.start > 0), printed[0])
    return span.of(text)


def _examples(
    pairs: Iterable[Pair], phrase: Phrase, rendered: Phrase | None, side: _Side
) -> tuple[BilingualExample, ...]:
    """A few pairs of different texts, in document order."""
    different: dict[str, Pair] = {}
    for pair in sorted(pairs, key=lambda pair: pair.zh.order):
        different.setdefault(side.other_flat(pair), pair)
    return tuple(
        _example(pair, phrase, rendered, side) for pair in list(different.values())[:MOST_EXAMPLES]
    )


def _example(pair: Pair, phrase: Phrase, rendered: Phrase | None, side: _Side) -> BilingualExample:
    own = _first(phrase, side.own(pair).text)
    other = _first(rendered, side.other(pair).text) if rendered else None
    return BilingualExample(
        symbol=pair.zh.symbol,
        paragraph=pair.zh.place,
        label=paragraph_label(pair.zh.symbol, pair.zh.place, side.reader),
        session=pair.zh.session,
        zh=pair.zh.text,
        en=pair.en.text,
        zh_span=own if side.lang == "zh" else other,
        en_span=other if side.lang == "zh" else own,
        href=f"/resolutions/{pair.zh.symbol}#{pair.zh.place}",
    )


def _first(phrase: Phrase, text: str) -> Span | None:
    return next(iter(phrase.spans(text)), None)

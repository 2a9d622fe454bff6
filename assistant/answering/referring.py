"""What mentions what, and the resolutions of one item: written by quoting, listed and counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answering.compose import Draft
from assistant.answering.listing import cited, grouped, where_of
from assistant.answering.phrases import phrase, verb_name
from assistant.answering.reference_phrases import target_name
from assistant.text.labels import label
from assistant.text.naming import naming_words
from assistant.types import Found, Paragraph, Passage, Question, Quote, Span, Statement

_KINDS = {
    "instrument": "instruments",
    "document": "documents",
    "document instrument": "both",
}


def write_references(draft: Draft, question: Question, found: Found) -> None:
    """The paragraphs, then each thing they name, once, as it is printed first."""
    kind = _KINDS.get(question.target or "", "resolutions")
    passages = found.passages
    draft.count(f"references_{kind}", cited(passages), where=where_of(draft, question, passages))
    grouped(draft, passages)
    if len({passage.paragraph.symbol for passage in passages}) == 1:
        _list(draft, f"named_{kind}", tuple(_named(passages, question)))


def write_mentions(draft: Draft, question: Question, found: Found) -> None:
    """Every paragraph that mentions the target, how many resolutions they are of, and of how many
    that were looked in."""
    passages = found.passages
    if question.attribute == "date":
        grouped(draft, passages)
        return
    values: dict[str, object] = {
        "where": where_of(draft, question, passages),
        "target": target_name(question.target or "", draft.lang),
    }
    as_asked = question.verbs and not found.missing
    if as_asked:
        separator = phrase("joined", draft.lang)
        values["verb"] = separator.join(verb_name(verb, draft.lang) for verb in question.verbs)
    paragraphs = cited(passages)
    name = "mentions_by_verb" if as_asked else "mentions"
    draft.lead(name, paragraphs, across=found.whole is not None, **values)
    symbols = {paragraph.symbol for paragraph in paragraphs}
    if len(symbols) > 1 and found.whole is None:
        draft.count("mentions_in", paragraphs, n=len(symbols))
    grouped(draft, passages)
    if found.inferred:
        draft.say("short_titles")


def write_series(draft: Draft, question: Question, found: Found) -> None:
    """Those held, each by its masthead; those that are not, by the words that name them."""
    if found.series is None:
        return
    held = sum(member.held for member in found.series.members)
    mastheads, naming = found.passages[:held], found.passages[held:]
    if question.attribute in ("first", "last"):
        lead = phrase(f"series_{question.attribute}", draft.lang)
        for passage in found.passages:
            draft.quote(passage, lead=lead)
    else:
        _write_members(draft, question, mastheads, naming)
    draft.say("series_rule")
    if any(member.inferred for member in found.series.members):
        draft.say("series_inferred")


def _write_members(
    draft: Draft, question: Question, mastheads: Sequence[Passage], naming: Sequence[Passage]
) -> None:
    name = "series_held"
    values: dict[str, object] = {}
    if question.attribute and question.symbols:
        name = f"series_{question.attribute}"
        values["target"] = label(question.symbols[0], draft.lang)
    if mastheads:
        draft.count(name, [passage.paragraph for passage in mastheads], **values)
    else:
        draft.say("series_none")
    for passage in mastheads:
        lead = phrase("heading", draft.lang, where=label(passage.paragraph.symbol, draft.lang))
        draft.quote(passage, lead=lead + " " * (draft.lang == "en"))
    _list(draft, "series_not_held", [(p.paragraph, span) for p in naming for span in p.spans])


def _named(passages: Sequence[Passage], question: Question) -> Iterator[tuple[Paragraph, Span]]:
    """Each thing that passages name, once: the words where it stands first."""
    asked = frozenset((question.target or "").split()) or {"resolution", "decision"}
    seen: set[str] = set()
    for passage in passages:
        paragraph = passage.paragraph
        for one in paragraph.references:
            recalled = "回顾" not in question.verbs or one.invoked == "recalls"
            printed = one.invoked != "same_as_before"
            if one.kind in asked and recalled and printed and one.target not in seen:
                seen.add(one.target)
                yield paragraph, naming_words(paragraph.text, one)


def _list(draft: Draft, name: str, words: Sequence[tuple[Paragraph, Span]]) -> None:
    """One sentence that quotes all of ``words`` and says how many they are."""
    if not words:
        return
    quotes = tuple(Quote(draft.cite(p), span.start, span.end) for p, span in words)
    listed = phrase("joined", draft.lang).join(span.of(p.text) for p, span in words)
    numbers = tuple(dict.fromkeys(quote.n for quote in quotes))
    lead = phrase(name, draft.lang, n=len(quotes))
    draft.statements.append(Statement(lead + listed, "quote", numbers, quotes, "verbatim"))

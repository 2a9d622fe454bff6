"""What a comparison says of its own, and how it is checked against the words it cites.

``where`` has what is counted: the later resolution, or for what was dropped the earlier one.
"""

# ruff: noqa: E501 - a table of pairs

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.text.ladder import Said, step
from assistant.text.normalise import fold
from assistant.text.verbs import match_english_verb, match_verb
from assistant.types import Citation

COMPARISON_PHRASES: dict[str, tuple[str, str]] = {
    "compare_each": ("逐份与前一份对照的决议共{n}份：", "Resolutions compared, each with the one before: {n}."),
    # of texts in the other language than the answer's
    "compare_texts": ("两份决议没有都收中文本，以下对照英文本。", "They are not both held in English; the Chinese texts are compared."),
    "compare_same": ("{where}有{n}段与{other}文字相同。", "Paragraphs of {where} worded as in {other}: {n}."),
    "compare_renewed": ("{where}有{n}段只比{other}更新了届次、日期、文号或次序用语。", "Paragraphs of {where} that only renew what {other} says of sessions, dates, symbols and order: {n}."),
    "compare_moved": ("{where}有{n}段换了在{other}中的位置。", "Paragraphs of {where} that stood elsewhere in {other}: {n}."),
    "compare_changed": ("{where}有{n}段与{other}的相应段落措辞有别：", "Paragraphs of {where} worded otherwise than in {other}: {n}."),
    "compare_stronger": ("{where}有{n}段比{other}的相应段落语气加强：", "Paragraphs of {where} stronger than in {other}: {n}."),
    "compare_weaker": ("{where}有{n}段比{other}的相应段落语气减弱：", "Paragraphs of {where} weaker than in {other}: {n}."),
    "compare_added": ("{where}比{other}新增{n}段：", "Paragraphs of {where} added since {other}: {n}."),
    "compare_dropped": ("{where}有{n}段在{other}中删去：", "Paragraphs of {where} dropped in {other}: {n}."),
    "compare_rest": ("{where}与{other}之间这类变动另有{n}段，见对照表。", "More of these in {where}, compared with {other}, in the table: {n}."),
    "compare_none": ("{where}与{other}相比，未见这样的变动。", "No such change is found in {where}, compared with {other}."),
    "compare_apart": ("{where}与{other}少有共同之处，有对应的段落共{n}段：", "{where} has little in common with {other}; paragraphs with a counterpart: {n}."),
    "compare_apart_none": ("{where}与{other}少有共同之处，未见对应的段落。", "{where} has little in common with {other}; no paragraph has a counterpart."),
    # of two paragraphs that the asker put beside each other
    "compare_pair_same": ("所对照的{n}段文字相同：", "The {n} paragraphs compared say the same, word for word:"),
    "compare_pair_renewed": ("所对照的{n}段只更新了届次、日期、文号或次序用语：", "The {n} paragraphs compared differ only in sessions, dates, symbols and order:"),
    "compare_pair_changed": ("所对照的{n}段措辞有别：", "The {n} paragraphs compared are worded otherwise:"),
    # of one pair of paragraphs, before both are quoted
    "compare_stronger_said": ("语气加强，动词由“{before}”改为“{after}”：", "Stronger, from “{before}” to “{after}”:"),
    "compare_weaker_said": ("语气减弱，动词由“{before}”改为“{after}”：", "Weaker, from “{before}” to “{after}”:"),
    "compare_verb_said": ("动词由“{before}”改为“{after}”：", "Another verb, from “{before}” to “{after}”:"),
    "compare_addressee_said": ("对象由“{before}”改为“{after}”：", "Another addressee, from “{before}” to “{after}”:"),
    "compare_deadline_said": ("时限由“{before}”改为“{after}”：", "Another time, from “{before}” to “{after}”:"),
}  # fmt: skip
_VERBS = {
    "compare_stronger_said": "stronger",
    "compare_weaker_said": "weaker",
    "compare_verb_said": "verb",
}
_WORDS = re.compile(r"“(?P<before>[^”]+)”[^“]*“(?P<after>[^”]+)”")
_TWO = 2


def says_a_change(name: str) -> bool:
    """Whether a phrase tells what became of words of two paragraphs, and counts nothing."""
    return name.startswith("compare_") and name.endswith("_said")


def change_faults(name: str, text: str, cited: Sequence[Citation]) -> Iterator[str]:
    """What is wrong with a sentence about the words of two paragraphs, told from these words."""
    found = _WORDS.search(text)
    if found is None or len(cited) != _TWO:
        yield "a change that cites no two paragraphs"
        return
    sides = [found["before"], found["after"]]
    for words, citation in zip(sides, cited, strict=True):
        text_of = fold(citation.text).text
        if not all(fold(word).text in text_of for word in words.split("、")):
            yield f"“{words}” does not stand in what it cites"
    if name in _VERBS:
        said = [_verb(words) for words in sides]
        if said[0] is None or said[1] is None or step(said[0], said[1]) != _VERBS[name]:
            yield f"“{sides[0]}” to “{sides[1]}” is no such step"


def _verb(words: str) -> Said | None:
    folded = fold(words).text
    match = match_verb(folded) or match_english_verb(folded)
    return (match.verb, match.family, match.strength, match.adverbs) if match else None

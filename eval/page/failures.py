"""A failed question on the page: asked, answered, wanted, and the difference word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from typing import Any

from eval.page.names import in_chinese, value_of

SHOWN = 400  # in full; the rest is in report.json
_LIKE = 0.55  # less in common than this is another paragraph, not another wording
_MANY = 12  # paragraphs of a list shown whole; the rest by their keys


def failures(failed: Sequence[Mapping[str, Any]], shown: int = SHOWN) -> str:
    """Every failed question, by kind; the first ``shown`` of them in full."""
    if not failed:
        return '<p class="quiet">没有。</p>'
    ordered = sorted(failed[:shown], key=lambda one: (one["kind"], one["id"]))
    groups = []
    for kind, mine in groupby(ordered, key=lambda one: one["kind"]):
        rows = [failure(one) for one in mine]
        groups.append(
            f"<h3>{escape(value_of(kind))} <small>{len(rows)}</small></h3>{''.join(rows)}"
        )
    rest = len(failed) - shown
    more = f'<p class="quiet">另有 {rest} 题，见 report.json。</p>' if rest > 0 else ""
    return "".join(groups) + more


def failure(failed: Mapping[str, Any]) -> str:
    """One question, folded: its last turn is the title."""
    return (
        f'<details id="{anchor(failed["id"])}"><summary><code>{escape(failed["id"])}</code> '
        f"{escape(failed['turns'][-1])}<span class='tag'>{escape(value_of(failed['status']))}"
        f"</span></summary>{_turns(failed['turns'])}"
        f"{_why(failed['wrong'])}"
        f"<div class='two'><section><h4>回答 · {escape(value_of(failed['status']))}"
        f" · {escape(failed['intent'])}</h4><pre>{escape(failed['answer'])}</pre>"
        f"{_keys(failed['cited'], _wanted(failed), '引')}</section>"
        f"<section><h4>应为 · {escape(_expected(failed))}</h4>{_gold(failed)}"
        f"<p class='quiet'>{escape(failed['reason'])}</p></section></div></details>"
    )


def _why(wrong: Sequence[str]) -> str:
    lines = "".join(f"<li>{escape(in_chinese(line))}</li>" for line in wrong)
    return f"<ul class='why'>{lines}</ul>"


def anchor(item: str) -> str:
    """What a failed question is called in links of the page."""
    return "f-" + "".join(c if c.isalnum() else "-" for c in item)


def _turns(turns: Sequence[str]) -> str:
    if len(turns) < 2:
        return ""
    asked = "".join(f"<li>{escape(turn)}</li>" for turn in turns)
    return f"<ol class='turns'>{asked}</ol>"


def _expected(failed: Mapping[str, Any]) -> str:
    return " / ".join(value_of(each) for each in failed["expected"].split(" / "))


def _wanted(failed: Mapping[str, Any]) -> set[str]:
    return {key for group in failed["groups"] for key in group}


def _keys(cited: Iterable[str], wanted: set[str], word: str) -> str:
    """What was cited, marked where it was not wanted."""
    chips = "".join(
        f"<li class='{'hit' if key in wanted else 'extra'}'>{escape(key)}</li>" for key in cited
    )
    return f"<ul class='keys' aria-label='{word}'>{chips}</ul>" if chips else ""


def _gold(failed: Mapping[str, Any]) -> str:
    cited = set(failed["cited"])
    rows: list[str] = []
    keys: list[str] = []
    for group in failed["groups"]:
        found = next((key for key in group if key in cited), None)
        if len(rows) >= _MANY:
            keys.append(found or group[0])
            continue
        key = found or group[0]
        text = failed["gold_texts"].get(key, "")
        state = "hit" if found else "missing"
        rows.append(
            f"<dt class='{state}'>{escape(' 或 '.join(group[:4]))}"
            f"{'' if found else '（没有引）'}</dt><dd>{_text(key, text, failed)}</dd>"
        )
    listed = f"<dl>{''.join(rows)}</dl>" if rows else ""
    return listed + _keys(keys, cited, "另需引")


def _text(key: str, text: str, failed: Mapping[str, Any]) -> str:
    """A gold paragraph: what was quoted of it marked; else how it differs from what was quoted."""
    quotes: Mapping[str, Sequence[str]] = failed["quotes"]
    if key in quotes:
        return _marked(text, quotes[key])
    others = [words for of, spans in quotes.items() if of != key for words in spans]
    likest = max(others, key=lambda words: _likeness(words, text), default="")
    return difference(likest, text) if _likeness(likest, text) >= _LIKE else escape(text)


def _marked(text: str, spans: Sequence[str]) -> str:
    for words in spans:
        at = text.find(words)
        if at >= 0:
            before, after = text[:at], text[at + len(words) :]
            return f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"
    return escape(text)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0.0


def difference(said: str, wanted: str) -> str:
    """``wanted`` as it differs from what was ``said``: too much is struck, new is underlined."""
    out = []
    for kind, a, b, c, d in SequenceMatcher(None, said, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            out.append(escape(wanted[c:d]))
            continue
        if a < b:
            out.append(f"<del>{escape(said[a:b])}</del>")
        if c < d:
            out.append(f"<ins>{escape(wanted[c:d])}</ins>")
    return "".join(out)

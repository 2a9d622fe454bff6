"""Answers that readers judged, as questions for the evaluation that somebody has to look at first.

A line is a gold item (``eval/gold.schema.json``) as the answer would have it, and one field more:
``review`` says what the reader thought of that answer. Who has put the line right takes ``review``
out; until then the loader of gold questions refuses it, so that nothing wrong becomes a measure.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from assistant.types import Answer, Citation, Intent, JudgedAnswer

_KIND_OF: dict[Intent, str] = {
    "paragraph": "lookup",
    "acts": "list",
    "masthead": "metadata",
    "count": "count",
    "footnotes": "footnote",
    "references": "reference",
    "mentioned_by": "reference",
    "series": "series",
    "deadlines": "deadline",
    "library": "list",
    "compare": "compare",
    "precedents": "precedents",
    "wording": "wording",
}
_LONGEST_ID = 12


def candidate_lines(judged: Iterable[JudgedAnswer]) -> str:
    """One line of JSON for each judgement; of an answer that several judged, one for each."""
    seen: Counter[str] = Counter()
    lines = []
    for one in judged:
        seen[one.id] += 1
        again = f"-{seen[one.id]}" if seen[one.id] > 1 else ""
        item = {"id": f"feedback-{one.id[:_LONGEST_ID]}{again}", **candidate(one)}
        lines.append(json.dumps(item, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


def candidate(judged: JudgedAnswer) -> dict[str, object]:
    """The item, all but its id, as the answer given would be right."""
    answer = judged.answer
    asked: dict[str, object] = (
        {"turns": [*judged.earlier, judged.question]}
        if judged.earlier
        else {"question": judged.question}
    )
    return {
        "split": "dev",
        **asked,
        **_expected(answer, is_right=judged.feedback.verdict == "right"),
        "text_sha": {_key(one): _sha(one) for one in answer.citations},
        "review": {
            "verdict": judged.feedback.verdict,
            "comment": judged.feedback.comment,
            "judged": judged.feedback.updated,
            "origin": judged.origin,
            "answer": answer.answer,
            "settings_hash": answer.settings_hash,
        },
    }


def _expected(answer: Answer, *, is_right: bool) -> dict[str, object]:
    if answer.status == "not_found":
        return {"kind": "refusal", "answerable": False}
    if answer.status == "out_of_scope":
        return {"kind": "off_topic", "answerable": False}
    groups = [[key] for key in dict.fromkeys(map(_key, answer.citations))]
    if answer.status == "needs_clarification":
        return {"kind": "understanding", "status": "needs_clarification", "groups": groups}
    kind = _KIND_OF.get(answer.understood.intent, "fact")
    # A page of a long list is not all of it, and only what is right may be required exactly.
    exact = is_right and bool(groups) and answer.page is None
    return {
        "kind": "follow_up" if answer.understood.carried else kind,
        "groups": groups,
        **({"exact": True} if exact else {}),
    }


def _key(citation: Citation) -> str:
    return f"{citation.symbol}#{citation.paragraph}"


def _sha(citation: Citation) -> str:
    """Of the leading text: gold questions are held against that."""
    beside = citation.parallel
    leading = beside.text if citation.lang == "en" and beside is not None else citation.text
    return hashlib.sha256(leading.encode()).hexdigest()

"""Whether a language model would know better what to refuse: NoMIRACL, asked of a live model.

``python -m eval.external.asked FOLDER --url http://127.0.0.1:8080/v1 --model NAME``: for each
question the passages that the product ranks first are shown to the model, which says 有 or 没有.
How much likelier 有 is (the difference of the two log-probabilities of its first word) is held
against a threshold that is chosen on one half of the questions and judged on the other, as for
every rule of ``refusing``. The product does not ask this of a model: it is here to say what it
would bring.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import httpx

from assistant.questions import understand
from assistant.retrieval import evidence
from assistant.retrieval.ask import Ask
from assistant.retrieval.candidates import all_terms, candidates_for
from assistant.retrieval.hybrid import ranked_candidates
from assistant.text.catalogue import Catalogue
from eval.external.halves import in_first_half
from eval.external.refusing import Judged, by_threshold
from eval.external.sets import Question, read_sets
from eval.external.shelf import Shelf, shelved

_SHOWN = 3  # passages, of those that the product ranks first
_LONGEST = 300  # characters of each
_NEVER = -20.0  # log-probability of a word that is not among those the server names
_PROMPT = """阅读下面的资料，判断其中有没有能回答问题的内容。只回答“有”或“没有”。

资料：
{passages}

问题：{question}
答："""


def best_passages(question: Question, shelf: Shelf, catalogue: Catalogue) -> tuple[str, ...]:
    """The passages that the product ranks first for a question, among those it is asked of."""
    symbol = shelf.asked[question.id]
    understood = understand(question.text, catalogue=catalogue, symbols=(symbol,))
    read = cache(shelf.library.records.read)
    ask = Ask(understood, (symbol,), shelf.library.records, read, catalogue)
    found = candidates_for(ask, shelf.library)
    weighed = evidence.weigh(all_terms(understood), [each.folded for each in found])
    ranked = ranked_candidates(understood, weighed, found)
    return tuple(each.paragraph.text[:_LONGEST] for _, each in ranked[:_SHOWN])


def likelihood(client: httpx.Client, model: str, question: str, passages: Sequence[str]) -> float:
    """How much likelier the model says 有 than 没有. Raises httpx.HTTPError."""
    listed = "\n".join(f"- {passage}" for passage in passages)
    asked = {
        "model": model,
        "messages": [
            {"role": "user", "content": _PROMPT.format(passages=listed, question=question)}
        ],
        "max_tokens": 1,
        "temperature": 0,
        "logprobs": True,
        "top_logprobs": 20,
    }
    reply = client.post("chat/completions", json=asked).raise_for_status().json()
    first = reply["choices"][0]["logprobs"]["content"][0]["top_logprobs"]
    said = {each["token"].strip(): each["logprob"] for each in reversed(first)}
    yes = said.get("有", _NEVER)
    return float(yes - max(said.get("没有", _NEVER), said.get("没", _NEVER)))


def main(argv: Sequence[str] | None = None) -> int:
    """Ask, judge, print; 2 where it cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m eval.external.asked", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--url", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--data-dir", type=Path, help="where libraries and vectors are kept")
    parser.add_argument("--most", type=int, help="questions of each half and kind; default: all")
    options = parser.parse_args(argv)
    one = next(each for each in read_sets(options.folder) if each.name == "nomiracl_zh")
    with (
        tempfile.TemporaryDirectory() as fresh,
        shelved(one, options.data_dir or Path(fresh)) as shelf,
        httpx.Client(base_url=options.url.rstrip("/") + "/", timeout=600) as client,
    ):
        catalogue = Catalogue.of(shelf.library.records.summaries())
        questions = _some(one.tasks[0].questions, options.most)

        def score(question: Question) -> float:
            passages = best_passages(question, shelf, catalogue)
            return likelihood(client, options.model, question.text, passages)

        try:
            _print(questions, score)
        except httpx.HTTPError as error:
            print(f"eval: the model failed: {type(error).__name__}", file=sys.stderr)
            return 2
    return 0


def _some(questions: Sequence[Question], most: int | None) -> list[Question]:
    """At most so many of each half and kind, in the order of the set."""
    groups: dict[tuple[bool, bool], list[Question]] = {}
    for each in questions:
        groups.setdefault((in_first_half(each.id), each.answerable), []).append(each)
    return [each for group in groups.values() for each in group[:most]]


def _print(questions: Sequence[Question], score: Callable[[Question], float]) -> None:
    judged = []
    for number, question in enumerate(questions, 1):
        judged.append(Judged(question, answered=True, coverage=score(question)))
        print(f"{number}/{len(questions)}", file=sys.stderr, flush=True)
    for answering in (0.9, 0.956):
        came = by_threshold(judged, answering, "log-odds of 有")
        print(
            f"{came.rule}: refused {came.refused.value:.3f} of {came.refused.n} unanswerable "
            f"({came.refused.low:.2f} … {came.refused.high:.2f}), answered "
            f"{came.answered.value:.3f} of {came.answered.n} answerable"
        )


if __name__ == "__main__":
    sys.exit(main())

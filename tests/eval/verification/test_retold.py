"""Of sentences written without sight of the rules most true ones pass, and few false ones."""

from __future__ import annotations

from eval.verification import FILE, judged, paragraphs, read_retold


def test_the_sentences_are_about_paragraphs_that_exist() -> None:
    held = paragraphs()
    retold = read_retold()
    assert len(retold) == len(set(retold)) == len(FILE.read_text(encoding="utf-8").splitlines())
    assert {each.key for each in retold} <= set(held)
    assert sum(each.fault is None for each in retold) >= 100
    assert sum(each.fault is not None for each in retold) >= 100


def test_no_fewer_are_judged_rightly_than_were() -> None:
    """The aims are .99 caught and .90 kept; here stands what was reached, and it only rises."""
    table = judged()
    kept = [n for (_, fault), n in table.items() if fault == "true"]
    caught = [n for (_, fault), n in table.items() if fault != "true"]
    assert sum(n[0] for n in caught) >= 0.985 * sum(n[1] for n in caught)
    assert sum(n[0] for n in kept) >= 0.89 * sum(n[1] for n in kept)

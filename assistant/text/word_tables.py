"""jieba's dictionary and its two other tables as they are needed, kept ready in one file.

Out of the package's texts they take 1.7 s of processor time at every start; out of a file, in
which each word stands once whatever table it is of, .25 s, and 50 MB less. The file is used only
while it is what was written: with a changed byte in it words would be cut elsewhere, and questions
read otherwise.
"""

from __future__ import annotations

import marshal
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from assistant.text import kept_ready

_FILE: Final = "words.tables"

# Moves when what is kept changes its form.
_FORM: Final = 1


@dataclass(frozen=True, slots=True)
class WordTables:
    """What jieba knows of words."""

    counts: dict[str, int]  # how often its dictionary counts a word; 0 for what words begin with
    total: int  # of these
    tags: dict[str, str]  # the part of speech of a word
    rarities: dict[str, float]  # inverse document frequencies over general Chinese


def word_tables(folder: Path) -> WordTables:
    """The tables, out of ``folder`` where they are kept ready there for these versions, and kept
    there from now on, where that can be written to."""
    made_of = _made_of()
    file = folder / _FILE
    if (kept := _read(file, made_of)) is not None:
        return kept
    made = _made()
    tables = (made_of, made.counts, made.total, made.tags, made.rarities)
    kept_ready.write(file, marshal.dumps(tables))
    return made


def _made_of() -> str:
    # marshal's form is Python's own, and may be another in each of its releases.
    return f"{_FORM} jieba {version('jieba')} {sys.implementation.cache_tag}"


def _read(file: Path, made_of: str) -> WordTables | None:
    told = kept_ready.read(file)
    if told is None:
        return None
    # Of what is not what was written marshal may make anything.
    of, *tables = marshal.loads(told)  # noqa: S302 - its checksum is right, the folder is ours
    return WordTables(*tables) if of == made_of else None


def _made() -> WordTables:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    dictionary = jieba.Tokenizer()
    counts, total = dictionary.gen_pfdict(dictionary.get_dict_file())
    own = {word: word for word in counts}
    return WordTables(counts, total, _tags(own), _rarities(own))


def _tags(own: Mapping[str, str]) -> dict[str, str]:
    with files("jieba").joinpath("dict.txt").open(encoding="utf-8") as lines:
        rows = (line.split() for line in lines)
        return {own.get(word, word): sys.intern(tag) for word, _, tag in rows}


def _rarities(own: Mapping[str, str]) -> dict[str, float]:
    known, table = dict[str, float](), dict[str, float]()
    with files("jieba").joinpath("analyse", "idf.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, _, value = line.rpartition(" ")
            # Rarities are those of 70 words each.
            table[own.get(word, word)] = known.setdefault(value, float(value))
    return table

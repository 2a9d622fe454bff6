from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.library.held_texts import DIGITS, HeldTexts, changes, named, read, table, write
from assistant.library.lookups import IndexedText
from assistant.library.structure import text_hash

LIBRARIES = st.dictionaries(
    st.sampled_from([f"A/RES/75/45#OP{n}" for n in range(12)]), st.sampled_from("甲乙丙")
)


def _texts(library: dict[str, str]) -> list[IndexedText]:
    return [IndexedText(key, text, text_hash(text)) for key, text in library.items()]


@given(LIBRARIES, LIBRARIES)
def test_taking_out_and_putting_in_makes_one_library_of_another(
    before: dict[str, str], after: dict[str, str]
) -> None:
    held = changes(HeldTexts({}), _texts(before)).held
    found = changes(held, _texts(after))
    index = set(held.hashes.values()) - set(found.gone)
    assert not index & found.fresh  # nothing is put in twice
    put = [text.key for text in named(_texts(after), found.fresh)]
    assert sorted(put) == sorted(found.fresh)  # each text once
    assert index | set(put) == {text_hash(text)[:DIGITS] for text in after.values()}
    assert found.held.hashes.keys() == after.keys()
    assert found.held.discarded == len(found.gone)
    assert changes(found.held, _texts(after)).fresh == frozenset()


def test_the_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    held = HeldTexts({"A/RES/75/45#OP1": "0" * 16, "A/RES/75/45#OP3(a)": "f" * 16}, 7)
    write(tmp_path, held)
    assert read(tmp_path) == held


@given(
    st.dictionaries(
        st.sampled_from([f"A/RES/75/45#OP{n}" for n in range(12)]) | st.text("A段é𠀀#", max_size=9),
        st.text("0123456789abcdef", min_size=DIGITS, max_size=DIGITS),
    )
)
def test_as_a_table_it_says_the_same(hashes: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), HeldTexts(hashes, 7))
        keys, digits = table(Path(folder))
    assert dict(zip(keys, (f"{one:016x}" for one in digits), strict=True)) == hashes
    assert list(keys) == sorted(hashes)


_ROW = "A/RES/75/45#OP1\t" + "f" * DIGITS


@pytest.mark.parametrize(
    "content",
    [
        "",
        "garbage",
        "A/RES/75/45#OP1\tff\n",
        f"discarded\t0\n{_ROW}",  # cut at its end
        f"discarded\t0\n{_ROW[:-1]}\n",
        f"discarded\t0\n{_ROW[:-1]}g\n",
        f"discarded\t0\n{_ROW.replace(chr(9), ' ')}\n",
        f"discarded\t0\n{_ROW}\n{_ROW[:7]}\n",
        "discarded\t0\n\n",
    ],
)
def test_a_broken_list_is_no_table(tmp_path: Path, content: str) -> None:
    (tmp_path / "texts.tsv").write_text(content)
    with pytest.raises(ValueError, match="not a list"):
        table(tmp_path)


@pytest.mark.parametrize("content", ["", "garbage", "discarded\tx\n", "A/RES/75/45#OP1\tff\n"])
def test_a_broken_list_is_no_list(tmp_path: Path, content: str) -> None:
    (tmp_path / "texts.tsv").write_text(content)
    with pytest.raises(ValueError, match=r"not a list|unpack|invalid literal"):
        read(tmp_path)

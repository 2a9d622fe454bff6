"""``assistant bench``: speed beside LlamaIndex's stock pipeline; ``large``: large libraries."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """The race over the sample library, or, where the first word is ``large``, the bench over
    generated ones."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == ["large"]:
        from eval.bench import large

        return large.main(given[1:])
    from eval.bench import speed

    return speed.main(given)

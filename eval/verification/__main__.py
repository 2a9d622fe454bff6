"""``python -m eval.verification``: the tables of what is kept and caught."""

from __future__ import annotations

from eval.verification.table import report


def main() -> None:
    """Print them."""
    for line in report():
        print(line)


if __name__ == "__main__":
    main()

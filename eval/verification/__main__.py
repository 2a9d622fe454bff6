"""``python -m eval.verification``: the table of what is kept and caught."""

from __future__ import annotations

from eval.verification import judged


def main() -> None:
    """Print it."""
    table = judged()
    for (half, fault), (right, seen) in table.items():
        print(f"{'unseen' if half else 'seen':7}{fault:12}{right:4} / {seen}")
    for half in (0, 1):
        caught = [n for (h, fault), n in table.items() if h == half and fault != "true"]
        kept = table[half, "true"]
        right, seen = sum(n[0] for n in caught), sum(n[1] for n in caught)
        name = "unseen" if half else "seen"
        share = kept[0] / kept[1]
        print(f"{name}: caught {right / seen:.3f} of {seen}, kept {share:.3f} of {kept[1]}")


if __name__ == "__main__":
    main()

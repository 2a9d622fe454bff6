"""Write the golden files anew: ``python -m tests.golden``."""

from __future__ import annotations

from tests.golden import TEXTS, golden_file, golden_form, parsed

for text in TEXTS:
    golden_file(text).write_text(golden_form(parsed(text)), encoding="utf-8")

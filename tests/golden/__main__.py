"""Write the golden files anew: ``python -m tests.golden``."""

from __future__ import annotations

from assistant.parsing import parse
from assistant.reading import File, read_document
from tests.conftest import SAMPLE_LIBRARY
from tests.golden import golden_file, golden_form

for sample in sorted(SAMPLE_LIBRARY.glob("*.txt")):
    golden_file(sample).write_text(
        golden_form(parse(read_document(File.at(sample)))[0]), encoding="utf-8"
    )

"""A generated library of fictional resolutions, with everything that is true of it.

No text of it is real and none can be taken for real (``addresses``); it is never mixed with real
texts, and figures over it are reported apart: it shares the parser's vocabulary, so it proves
completeness, not understanding.

A resolution is made in three steps, each a pure function of what came before:

1. ``compose.plan_of(seed, index, forms)``: a ``Plan``, what the resolution says, in no language:
   paragraphs with acts, addressees, deadlines, references, notes (``preamble``,
   ``operative``, ``directives``, ``annexes``), over invented topics (``vocabulary``, ``phrases``).
2. ``layout.rendered(plan, lang)``: its text in a form (``style``, ``mastheads``, ``pages``),
   written by a language (``chinese``, ``english``), with its ``Truth``: facts are recorded where
   their words are written, so truth and text agree by construction.
3. ``library.resolutions(seed, count)``: file after file.

``questions`` asks a truth's structural questions with exact answers, ``check`` holds the parser's
reading against the truth, ``damage`` spoils texts as scanners and converters do.
A new form is a ``Form`` with its row in ``style.STYLES``, its masthead in ``mastheads``, and, where
its body differs, its branch in ``layout``.
"""

from eval.generator.library import ALL_FORMS, Generated, resolutions
from eval.generator.truth import Truth

__all__ = ["ALL_FORMS", "Generated", "Truth", "resolutions"]

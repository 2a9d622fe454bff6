"""Every choice of the retrieval tried against its alternatives; the tables are ``ablations.md``.

    python -m eval.ablation --external FOLDER --data-dir FOLDER [SECTION …]

Choices are made on the first half of the questions of every set and reported on the other
(``external.halves``). A section's table replaces the one of its name in ``ablations.md``; nothing
in a table is written by hand.
"""

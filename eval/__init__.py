"""How answers are judged: offline, deterministic, and apart from the code that is judged.

Nothing here uses the product's own verification: verbs, bodies, numbers and boundaries of acts
are found by this package's own rules, so that a mistake of the product is not shared by its judge.
"""

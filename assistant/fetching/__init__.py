"""Fetching: documents of the United Nations by symbol. Nothing is fetched unless it is asked for.

The access address and what it answers are described in ``addresses`` and ``bodies``. It is meant
for documents that a reader names, one by one and slowly; who copies whole sessions should read
the terms of use of the server first.
"""

from assistant.fetching.batch import FetchResult, Outcome, fetch
from assistant.fetching.failures import InvalidSymbol, NotFetched
from assistant.fetching.pacing import Clock
from assistant.fetching.wanted import wanted_symbols

__all__ = [
    "Clock",
    "FetchResult",
    "InvalidSymbol",
    "NotFetched",
    "Outcome",
    "fetch",
    "wanted_symbols",
]

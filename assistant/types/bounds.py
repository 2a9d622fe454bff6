"""How much may be asked for at once: by every way in, so that none is the larger one."""

from __future__ import annotations

from typing import Final

MOST_EARLIER: Final = 20  # questions of a conversation, as many as count
MOST_HITS: Final = 50  # of a free search
MOST_SUMMARIES: Final = 1_000  # resolutions on a page of what is held: some 300 kB
MOST_LISTED: Final = 100  # resolutions on a page of the library
MOST_PRECEDENTS: Final = 100  # on a page
MOST_MANDATES: Final = 500  # on a page
MOST_VALUES: Final = 20  # of one filter
MOST_DEPTH: Final = 4  # references away
MOST_NODES: Final = 1_000  # of a graph of references
MOST_EDGES: Final = 5_000

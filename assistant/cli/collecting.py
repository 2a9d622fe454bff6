"""How often Python looks for garbage.

By default it looks at everything again and again while modules and tables are loaded, none of
which is garbage: 1 s of the 6 s of processor time that a server took to be ready.
"""

from __future__ import annotations

import gc
from typing import Final

_USUAL: Final = gc.get_threshold()

# Objects made until it looks: more than there are when a server is ready.
_NEVER_SO_FAR: Final = 1_000_000


def collect_later() -> None:
    """Look for none from now on until :func:`collect_from_now_on`, unless very much is made."""
    gc.set_threshold(_NEVER_SO_FAR, *gc.get_threshold()[1:])


def collect_from_now_on() -> None:
    """Look for garbage among what is made from now on. What is there is there to stay: with the
    tables of a large library each look at all of it would stop everything for half a second."""
    gc.freeze()
    gc.set_threshold(*_USUAL)

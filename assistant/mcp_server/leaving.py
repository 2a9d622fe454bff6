"""Whether anybody still waits for what a thread works on."""

from __future__ import annotations

from anyio import from_thread


def stop_if_left() -> None:
    """Ends the work of this thread where its call was cancelled, by the event loop's own error,
    which is not caught on the way. Does nothing in a thread that no event loop waits for."""
    try:
        from_thread.check_cancelled()
    except RuntimeError:
        return

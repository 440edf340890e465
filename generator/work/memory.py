"""Memory that a process has no use for any more goes back to the system.

The C library keeps what is free between pieces that are in use: after a print was parsed or a page rendered, half of
what a process holds.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Give free memory back, where the C library knows how to: that of GNU does."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """The function of the C library; None where it has none."""
    if sys.platform != "linux":
        return None
    try:
        found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    except OSError:
        return None
    return found

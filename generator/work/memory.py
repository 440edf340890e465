"""Memory that a process has no use for any more goes back to the system.

The C library keeps what is free between pieces that are in use: after a print was parsed or a page rendered, half of
what a process holds. Large pieces it has from the system each by itself, at first; but each that it is given back makes
it call larger ones small, until all are among the others.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache

LARGE = 2048 * 1024
"""Bytes of a piece of memory that is had from the system by itself: what is smaller is needed again too often."""
_THRESHOLD = -3
"""What ``mallopt`` calls that: ``M_MMAP_THRESHOLD``."""


def give_back() -> None:
    """Give free memory back, where the C library knows how to: that of GNU does."""
    trim = _function("malloc_trim")
    if trim is not None:
        trim(0)


def keep_large_apart() -> None:
    """Have large pieces of memory by themselves for good, where the C library lets itself be told."""
    tell = _function("mallopt")
    if tell is not None:
        tell(_THRESHOLD, LARGE)


@cache
def _function(name: str) -> Callable[..., int] | None:
    """A function of the C library; None where it has none."""
    if sys.platform != "linux":
        return None
    try:
        found: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    except OSError:
        return None
    return found

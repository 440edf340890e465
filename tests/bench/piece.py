"""A piece of work with the processor seconds that it took, in whatever process does it."""

import time
from collections.abc import Callable
from typing import Any


def clock() -> float:
    """Processor seconds of this process."""
    return time.process_time()


def run_piece(function: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    """The result of a piece of work, and its seconds."""
    start = clock()
    result = function(*arguments)
    return result, clock() - start

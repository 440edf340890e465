"""Work spread over processes when there is enough of it."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import connection, parent_process
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

FEW = 300
"""Fewer documents are not worth a second process."""
MOST = 4
"""More processes need more memory and save little time."""


def spread(
    function: Callable[..., Result], arguments: Iterable[tuple[object, ...]], documents: int
) -> Iterator[Result]:
    """The result for each tuple of arguments, in order.

    A small archive is done in this process alone.
    """
    count = min(os.cpu_count() or 1, MOST)
    if documents < FEW or count == 1:
        yield from (function(*argument) for argument in arguments)
        return
    with _without_collector(), ProcessPoolExecutor(count, initializer=_begin) as pool:
        yield from _in_order(pool, function, iter(arguments), count)


def _begin() -> None:
    """Make a process ready.

    It leaves Ctrl-C to the one that started it, and ends when that one does.
    """
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, however it ends, and end too."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


@contextmanager
def _without_collector() -> Iterator[None]:
    """A stretch without search for reference cycles.

    Nothing here makes any, and it would walk through the whole archive each time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _in_order(
    pool: ProcessPoolExecutor,
    function: Callable[..., Result],
    arguments: Iterator[tuple[object, ...]],
    count: int,
) -> Iterator[Result]:
    """As many tasks at once as there are processes, so that finished ones do not pile up."""
    waiting: deque[Future[Result]] = deque()
    for argument in arguments:
        waiting.append(pool.submit(function, *argument))
        if len(waiting) > count:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()

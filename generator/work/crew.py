"""Work spread over processes when there is enough of it."""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, count, islice
from multiprocessing import connection, parent_process
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Protocol, TypeVar

from generator.errors import GazetteError
from generator.work.memory import give_back, keep_large_apart

Result = TypeVar("Result")

FEW = 24
"""Fewer pieces of work are not worth other processes, each of which has to load the program first."""
SOME = 4
"""Fewer are not worth them where the program is loaded already."""
MOST = 4
"""More processes need more memory and save little time."""
AHEAD = 2
"""How many pieces of work each process may have been given, so that it has one when it is done with another."""
RARELY = 50_000
"""New objects after which a process looks for cycles within a piece of work."""
MADE_LATELY = 1
"""Generations of objects in which it looks for them behind a piece of work: those made since the one before. Each page
that a template fills is in some, with all of its text."""
OFTEN = 8
"""Pieces of work after which a process gives back the memory that it has no use for."""
SELDOM = 64
"""Results after which the process that takes them does: it holds the archive, which takes time to go through."""
PRELOADED = "generator.build"
"""What the process loads once from which the others are made, where the system knows such a one."""

BROKEN = (
    "a process that took part in the work was ended by somebody, or for want of memory; build again"
)
"""What a run says that lost one of its processes."""


class Crew(Protocol):
    """Those who do the pieces of a work, wherever they are."""

    @property
    def is_here(self) -> bool:
        """Whether they write into the folders of this run themselves; others hand over what is to be written."""

    def get_ready(self, pieces: int) -> None:
        """Know that there may be so many pieces of work before long."""

    def map(
        self,
        function: Callable[..., Result],
        arguments: Iterable[tuple[object, ...]],
        *,
        few: int = FEW,
        ahead: int = AHEAD,
    ) -> Iterator[Result]:
        """The result for each tuple of arguments, in their order.

        :param function: one that a module has by its name; it gets and returns plain values
        :param few: fewer pieces than these are not worth other processes
        :param ahead: how many pieces each process may have been given; fewer where a result is large
        """


class Alone:
    """A crew of this process only."""

    is_here = True

    def get_ready(self, pieces: int) -> None:
        """Be ready, as always."""

    def map(
        self,
        function: Callable[..., Result],
        arguments: Iterable[tuple[object, ...]],
        *,
        few: int = FEW,  # noqa: ARG002 - nobody else is there
        ahead: int = AHEAD,  # noqa: ARG002
    ) -> Iterator[Result]:
        """The result for each tuple of arguments, one after the other."""
        return (function(*argument) for argument in arguments)


ALONE = Alone()
"""The crew that is always there."""


class Processes:
    """A crew of some processes, which begin when there is enough to do for the first time."""

    is_here = True

    def __init__(self, most: int) -> None:
        """Let this many processes work at most."""
        self._count = most
        self._few = FEW
        self._results = count(1)
        self._pool: ProcessPoolExecutor | None = None

    def get_ready(self, pieces: int) -> None:
        """Let the program be loaded, where there may be enough to do, while this process does something else."""
        if pieces >= FEW and can_preload():
            from multiprocessing import forkserver  # noqa: PLC0415 - some systems have none

            _context()
            with without_script():
                forkserver.ensure_running()
            self._few = SOME

    def map(
        self,
        function: Callable[..., Result],
        arguments: Iterable[tuple[object, ...]],
        *,
        few: int = FEW,
        ahead: int = AHEAD,
    ) -> Iterator[Result]:
        """The result for each tuple of arguments, in their order; few are done in this process."""
        most = ahead * self._count
        rest = iter(arguments)
        few = min(few, self._few)
        if self._pool is None:
            first = list(islice(rest, few))
            if len(first) < few:
                yield from (function(*argument) for argument in first)
                return
            yield from self._spread(function, chain(first, rest), most)
            return
        yield from self._spread(function, rest, most)

    def _spread(
        self,
        function: Callable[..., Result],
        arguments: Iterable[tuple[object, ...]],
        most: int,
    ) -> Iterator[Result]:
        """Not more pieces at once than so many, so that finished ones do not pile up."""
        pool = self._started()
        waiting: deque[Future[Result]] = deque()
        try:
            for argument in arguments:
                with without_script():  # any piece may be what another process begins with
                    waiting.append(pool.submit(_do, function, *argument))
                if len(waiting) > most:
                    yield self._received(waiting)
            while waiting:
                yield self._received(waiting)
        except BrokenProcessPool as error:
            raise GazetteError(BROKEN) from error

    def _received(self, waiting: deque[Future[Result]]) -> Result:
        """The next result; what this process has no use for after so many goes back to the system."""
        if next(self._results) % SELDOM == 0:
            give_back()
        return waiting.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        """The processes."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=_context(), initializer=_begin, initargs=(str(Path.cwd()),)
            )
        return self._pool

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


@contextmanager
def open_crew(count: int | None = None) -> Iterator[Crew]:
    """A crew for the length of a block.

    :param count: how many processes work at once; None for as many as the machine has cores, four at most
    """
    count = min(available_cores(), MOST) if count is None else count
    if count < 2:
        yield ALONE
        return
    crew = Processes(count)
    keep_large_apart()
    try:
        with _without_collector():
            yield crew
    finally:
        crew.close()


def available_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_preload() -> bool:
    """Whether the system knows a process that loads the program once for all others."""
    return "forkserver" in multiprocessing.get_all_start_methods()


def _context() -> multiprocessing.context.BaseContext:
    """How processes are made: without what this one holds in memory."""
    if not can_preload():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOADED])
    return context


def _begin(folder: str) -> None:
    """Make a process ready.

    It works in the folder of the one that started it, leaves Ctrl-C to that one, and ends when that one does.
    """
    os.chdir(folder)
    gc.freeze()
    gc.set_threshold(RARELY)
    keep_large_apart()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


_done = count(1)
"""Pieces of work that this process did."""


def _do(function: Callable[..., Result], *argument: object) -> Result:
    """Do a piece of work."""
    try:
        return function(*argument)
    finally:
        gc.collect(MADE_LATELY)
        if next(_done) % OFTEN == 0:
            give_back()


@contextmanager
def without_script() -> Iterator[None]:
    """A stretch in which new processes do not see the script that runs.

    They would run it themselves, to the end, unless all that it does is behind a look at ``__name__``.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


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

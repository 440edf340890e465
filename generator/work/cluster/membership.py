"""The way to the workers: a cluster of this machine's own, or one that somebody runs."""

import asyncio
import gc
import logging
import multiprocessing
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from generator.errors import GazetteError, WrongUse
from generator.work.cluster.parcels import Parcels
from generator.work.cluster.worker import Order, Receipt, look_around, own_program
from generator.work.crew import MOST, PRELOADED, RARELY, available_cores, without_script

MISSING = "--scheduler needs Dask, which is not installed: pip install distributed fsspec"
"""What is said where an optional package lacks."""
CONNECTING = 15
"""Seconds in which a scheduler has to answer."""
ARRIVING = 60
"""Seconds in which a worker has to be there: the first one, or another one when all are gone."""
LOOKING = 3
"""Seconds without a result after which somebody looks whether all workers are there."""
LOCAL = "127.0.0.1"
SETTINGS = {
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.limit": "1 hour",
    "distributed.deploy.lost-worker-timeout": f"{LOOKING}s",
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
}
"""Of a cluster of this machine's own: it does not watch itself all the time, serves no pages, and notices early that a
worker is gone for good."""
LOGS = ("distributed", "distributed.client", "tornado", "tornado.application")
"""Who would tell of each worker that comes and goes."""


class Joined:
    """A cluster as one build uses it."""

    def __init__(self, client: Any, parcels: Parcels, place: str, mend: Callable[[], None]) -> None:
        """Use a cluster.

        :param client: one of Dask distributed
        :param place: how the cluster is called in messages
        :param mend: sees to it that workers come for those that are gone for good
        """
        self._client = client
        self._place = place
        self._mend = mend
        self.parcels = parcels
        self.name = str(client.id)
        """Of the build among all that use the cluster."""

    def size(self) -> int:
        """How many workers there are, one at least."""
        self._mend()
        return max(1, self._count())

    def submit(self, function: Callable[[Order], Receipt], order: Order) -> Any:
        """Hand out an order; its future."""
        with self._telling():
            return self._client.submit(function, order, key=order.label, pure=False)

    def wait(self, future: Any) -> Receipt:
        """What became of an order.

        Raises :class:`~generator.errors.GazetteError` when no worker is there any more, or no scheduler.
        """
        alone = 0
        while alone < ARRIVING:
            try:
                with self._telling():
                    return self._outcome(future)
            except TimeoutError:
                self._mend()
                alone = 0 if self._count() else alone + LOOKING
        raise GazetteError(f"{self._place}: no worker is left")

    def _outcome(self, future: Any) -> Receipt:
        """What became of an order. Raises :class:`TimeoutError` where nothing did so far."""
        error = future.exception(timeout=LOOKING)
        if future.status != "finished":
            return Receipt(problem=_plain(error or future.status))
        receipt: Receipt = future.result(timeout=LOOKING)
        return receipt

    def cancel(self, futures: list[Any]) -> None:
        """Give orders up."""
        with suppress(Exception):  # those of a cluster that is gone are given up already
            self._client.cancel(futures)

    def refuse_unfit(self) -> None:
        """Look at every worker. Raises :class:`~generator.errors.GazetteError` for one that cannot take part."""
        label = f"{self.name}-look"
        parcel = self.parcels.put(label, b"look")
        order = Order(label, own_program(), str(Path.cwd()), self.parcels.url, b"", parcel)
        with self._telling():
            seen = self._client.run(look_around, order, on_error="return")
        for address, said in sorted(seen.items()):
            if said and not isinstance(
                said, OSError
            ):  # one that went away meanwhile is unfit for nothing
                problem = f"failed: {_plain(said)}" if isinstance(said, BaseException) else said
                raise GazetteError(f"the worker {address} {problem}")
        self.parcels.drop(parcel)

    def _count(self) -> int:
        """How many workers there are now."""
        with self._telling():
            return len(self._client.nthreads())

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Raise :class:`~generator.errors.GazetteError` for whatever Dask raises, and where the scheduler is gone."""
        try:
            yield
        except TimeoutError:
            raise
        except Exception as error:
            self._need_scheduler()
            raise GazetteError(f"{self._place}: {_plain(error)}; build again") from error
        self._need_scheduler()

    def _need_scheduler(self) -> None:
        """Raise :class:`~generator.errors.GazetteError` where the scheduler is gone."""
        if self._client.status != "running":
            raise GazetteError(f"{self._place}: the scheduler is gone; build again")


class Cluster(NamedTuple):
    """Which workers are wanted."""

    address: str
    """Of the scheduler, e.g. ``tcp://host:8786``; empty for workers of this machine that live for one build."""
    results: str
    """Folder or object store that this machine and all workers share."""
    workers: int | None = None
    """How many on this machine; None for as many as it has cores, four at most."""

    @contextmanager
    def join(self) -> Iterator[Joined]:
        """Be in the cluster for the length of a block.

        Raises :class:`~generator.errors.GazetteError` where nobody answers, nobody works, or somebody cannot take part.
        """
        with ExitStack() as stack:
            stack.enter_context(quiet())
            own = None if self.address else stack.enter_context(own_workers(self.workers))
            address = own.address if own else self.address
            place = self.address or "the workers of this machine"
            client = stack.enter_context(_client_of(address))
            parcels = Parcels(f"{self.results.rstrip('/')}/{client.id}")
            stack.callback(parcels.clear)
            joined = Joined(client, parcels, place, own.mend if own else _leave)
            try:
                client.wait_for_workers(1, timeout=ARRIVING)
            except TimeoutError as error:
                raise GazetteError(f"{place}: no worker has come in {ARRIVING} seconds") from error
            joined.refuse_unfit()
            yield joined


def require_dask() -> None:
    """Raise :class:`~generator.errors.WrongUse` where an optional package lacks."""
    try:
        for name in ("distributed", "fsspec"):
            import_module(name)
    except ImportError as error:
        raise WrongUse(MISSING) from error


async def _knock(address: str) -> None:
    """Raise an error where no scheduler of Dask answers in time; a client would wait for ever for some that do."""
    security = import_module("distributed").Security().get_connection_args("client")
    connect = import_module("distributed.comm").connect
    async with asyncio.timeout(2 * CONNECTING):
        comm = await connect(address, CONNECTING, **security)
        try:
            await comm.write({"op": "identity", "reply": True})
            kind = (await comm.read()).get("type")
        finally:
            comm.abort()
    if kind != "Scheduler":
        raise ValueError(f"it is a {kind}")


@contextmanager
def _client_of(address: str) -> Iterator[Any]:
    """The connection with a scheduler."""
    try:
        with ThreadPoolExecutor(1) as apart:  # whoever calls may have a loop of events that runs
            apart.submit(asyncio.run, _knock(address)).result()
        client = import_module("distributed").Client(
            address, timeout=CONNECTING, set_as_default=False
        )
    except Exception as error:
        reason = f"{address}: no scheduler of Dask answers there ({_plain(error)})"
        raise GazetteError(reason) from error
    with client:
        yield client


class Own(NamedTuple):
    """Workers of this machine."""

    address: str
    """Of their scheduler."""
    mend: Callable[[], None]
    """Let as many be there as were wanted; one that is killed while it begins is not replaced by Dask itself."""


def _leave() -> None:
    """Leave it to somebody else to see to the workers."""


@contextmanager
def own_workers(wanted: int | None) -> Iterator[Own]:
    """Workers of this machine, which nobody can reach over a network."""
    config = import_module("dask.config")
    count = min(available_cores(), MOST) if wanted is None else wanted
    with ExitStack() as stack:
        stack.enter_context(without_script())
        folder = stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
        method = {"distributed.worker.multiprocessing-method": _method()}
        stack.enter_context(config.set(SETTINGS | method))
        cluster = stack.enter_context(_begin(count, folder))
        yield Own(cluster.scheduler_address, partial(cluster.scale, count))


def _begin(count: int, folder: str) -> Any:
    """Start workers, for which Dask keeps its files in a folder; a cluster of Dask."""
    try:
        _preload()
        return import_module("distributed").LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            processes=True,
            host=LOCAL,
            memory_limit=None,
            local_directory=folder,
            preload=[look_around.__module__],
            dashboard_address=None,
            worker_dashboard_address=f"{LOCAL}:0",
            scheduler_kwargs={"dashboard": False, "dashboard_address": f"{LOCAL}:0"},
            silence_logs=logging.CRITICAL,
        )
    except Exception as error:
        reason = f"the workers of this machine could not begin ({_plain(error)})"
        raise GazetteError(reason) from error


def _method() -> str:
    """How processes are made: of one that has loaded the program, where the system knows such a one."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def _preload() -> None:
    """Let the program be loaded once, beside what Dask lets be loaded once."""
    context = import_module("distributed.utils").get_mp_context()
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["distributed", PRELOADED])


@contextmanager
def quiet() -> Iterator[None]:
    """A stretch in which Dask says nothing, and cycles are looked for rarely."""
    require_dask()
    levels = {name: logging.getLogger(name).level for name in LOGS}
    threshold = gc.get_threshold()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"distributed\b")
        for name in LOGS:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        gc.set_threshold(RARELY)
        try:
            yield
        finally:
            gc.set_threshold(*threshold)
            for name, level in levels.items():
                logging.getLogger(name).setLevel(level)


def _plain(error: object) -> str:
    """An error in one line."""
    return " ".join(str(error).split()) or type(error).__name__

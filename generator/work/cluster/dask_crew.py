"""A crew of workers that Dask distributed finds, however many there are and wherever they are."""

import pickle
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from generator.errors import GazetteError
from generator.work.cluster.membership import Cluster, Joined, require_dask
from generator.work.cluster.parcels import Lost, Parcels
from generator.work.cluster.worker import Order, Receipt, carry_out, own_program
from generator.work.crew import AHEAD, FEW

Result = TypeVar("Result")

INLINE = 100_000
"""Largest function with its arguments, in bytes, that is sent through the scheduler."""
ATTEMPTS = 5
"""How often a piece of work is sent; Dask itself gives one to four workers before it counts as failed."""


class Piece:
    """A piece of work under way."""

    def __init__(self, label: str, sent: bytes) -> None:
        self.label = label
        self.sent = sent
        self.parcel = ""
        self.future: Any = None


class DaskCrew:
    """A crew of the workers of a cluster, which is joined when there is something to do for the first time."""

    is_here = False

    def __init__(self, cluster: Cluster) -> None:
        """Let the workers of this cluster work."""
        self._cluster = cluster
        self._stack = ExitStack()
        self._known: Joined | None = None
        self._numbers = count()

    def get_ready(self, pieces: int) -> None:
        """Be ready: the workers are there, and join when there is something to do."""

    def map(
        self,
        function: Callable[..., Result],
        arguments: Iterable[tuple[object, ...]],
        *,
        few: int = FEW,  # noqa: ARG002 - workers are there already, and may be many
        ahead: int = AHEAD,
    ) -> Iterator[Result]:
        """The result for each tuple of arguments, in their order.

        Not many more pieces at once than there are workers, so that finished ones do not pile up. Raises
        :class:`~generator.errors.GazetteError` for a piece that fails again and again.
        """
        under_way: deque[Piece] = deque()
        most = 0
        try:
            for argument in arguments:
                most = most or ahead * self._joined().size()
                under_way.append(self._send(pickle.dumps((function, argument))))
                if len(under_way) > most:
                    yield self._receive(under_way)
            while under_way:
                yield self._receive(under_way)
        finally:
            self._forget(under_way)

    def close(self) -> None:
        """Leave the cluster."""
        self._known = None
        self._stack.close()

    def _joined(self) -> Joined:
        """The cluster."""
        if self._known is None:
            self._known = self._stack.enter_context(self._cluster.join())
        return self._known

    def _send(self, sent: bytes) -> Piece:
        """Send a piece of work."""
        piece = Piece("", sent)
        self._send_again(piece)
        return piece

    def _send_again(self, piece: Piece) -> None:
        """Send a piece of work under a new name, which no result of an earlier attempt has."""
        joined = self._joined()
        self._drop_parcel(piece)
        piece.label = f"{joined.name}-{next(self._numbers)}"
        is_large = len(piece.sent) > INLINE
        if is_large:
            piece.parcel = joined.parcels.put(piece.label, piece.sent)
        order = Order(
            label=piece.label,
            program=own_program(),
            folder=str(Path.cwd()),
            parcels=joined.parcels.url,
            sent=b"" if is_large else piece.sent,
            parcel=piece.parcel,
        )
        piece.future = joined.submit(carry_out, order)

    def _receive(self, under_way: deque[Piece]) -> Any:
        """The result of the piece that was sent first."""
        piece, problem = under_way[0], ""
        for attempt in range(ATTEMPTS):
            if attempt:
                self._send_again(piece)
            receipt = self._joined().wait(piece.future)
            if receipt.is_final:
                raise GazetteError(receipt.problem)
            try:
                made = self._take(piece, receipt)
            except Lost as error:
                problem = str(error)
                continue
            under_way.popleft()
            self._drop_parcel(piece)
            return pickle.loads(made)  # noqa: S301 - a worker of this program made it, and its name adds up
        raise GazetteError(f"a piece of work failed {ATTEMPTS} times on the cluster: {problem}")

    def _take(self, piece: Piece, receipt: Receipt) -> bytes:
        """What was made, which is then gone from the store."""
        if not receipt.parcel:
            raise Lost(receipt.problem)
        parcels = self._joined().parcels
        made = parcels.take(piece.label, receipt.parcel)
        parcels.drop(receipt.parcel)
        return made

    def _drop_parcel(self, piece: Piece) -> None:
        """Remove what was sent with a piece."""
        if piece.parcel:
            self._joined().parcels.drop(piece.parcel)
            piece.parcel = ""

    def _forget(self, pieces: Collection[Piece]) -> None:
        """Give up pieces that nobody needs any more."""
        if pieces and self._known is not None:
            self._known.cancel([piece.future for piece in pieces])


@contextmanager
def open_cluster(cluster: Cluster) -> Iterator[DaskCrew]:
    """A crew of the workers of a cluster for the length of a block."""
    require_dask()
    Parcels(cluster.results)  # an address that nobody knows is told before anything is done
    crew = DaskCrew(cluster)
    try:
        yield crew
    finally:
        crew.close()

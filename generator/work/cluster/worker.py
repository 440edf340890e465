"""What a worker of a cluster does; all of this runs there."""

import gc
import os
import pickle
import signal
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec

from generator.errors import GazetteError
from generator.work.cluster.parcels import Lost, parcels_at
from generator.work.crew import RARELY
from generator.work.program import program_key

OTHER_PROGRAM = (
    "runs another version of the program, of Python or of a library than this build; "
    "install the same there, in the same way"
)
"""What is said of a worker whose results could differ."""

_TURN = Lock()
"""Pieces of work of two builds may meet in a process, which has one working folder and one frame of pages."""


class Order(msgspec.Struct, frozen=True):
    """A piece of work as it is sent to a worker."""

    label: str
    """Its name, which no other has."""
    program: str
    """The program that may do it."""
    folder: str
    """Where the build works; paths are relative to it."""
    parcels: str
    """Where large things lie."""
    sent: bytes
    """Function and arguments; empty where they are a parcel."""
    parcel: str = ""
    """Name of that parcel."""


class Receipt(msgspec.Struct, frozen=True):
    """What a worker says of a piece of work."""

    parcel: str = ""
    """What was made; empty where nothing was."""
    problem: str = ""
    """Why nothing was made."""
    is_final: bool = False
    """Whether nobody else would make it either."""


@cache
def own_program() -> str:
    """A name for the program as it runs here, and for what carries orders."""
    return f"{program_key()} {version('distributed')}"


def dask_setup(_: object) -> None:
    """Leave Ctrl-C to the build; Dask calls this in each worker of a build's own before it works."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def look_around(order: Order) -> str:
    """What keeps this worker from taking part; empty where nothing does.

    :param order: of whom a parcel is that it should see
    """
    if order.program != own_program():
        return OTHER_PROGRAM
    if not Path(order.folder).is_dir():
        return f"does not see {order.folder}, the folder that the build works in"
    try:
        parcels_at(order.parcels).take(order.label, order.parcel)
    except (Lost, GazetteError, OSError) as error:
        return f"does not see what the build left in {order.parcels} ({error})"
    return ""


def carry_out(order: Order) -> Receipt:
    """Do a piece of work."""
    if order.program != own_program():
        return Receipt(problem=f"a worker {OTHER_PROGRAM}", is_final=True)
    try:
        with _TURN:
            _begin(order.folder)
            made = pickle.dumps(_run(order))
        return Receipt(parcels_at(order.parcels).put(order.label, made))
    except GazetteError as error:
        return Receipt(problem=str(error), is_final=True)
    except Exception as error:  # noqa: BLE001 - whatever a piece of work meets is told to the build
        return Receipt(problem=f"{type(error).__name__}: {error}")


def _run(order: Order) -> Any:
    """What the function of an order returns."""
    parcels = parcels_at(order.parcels)
    sent = order.sent or parcels.take(order.label, order.parcel)
    function: Callable[..., Any]
    function, arguments = pickle.loads(sent)  # noqa: S301 - the build sent it, and its name adds up
    return function(*arguments)


def _begin(folder: str) -> None:
    """Work in the folder of the build, without looking for cycles all the time."""
    os.chdir(folder)
    gc.set_threshold(RARELY)

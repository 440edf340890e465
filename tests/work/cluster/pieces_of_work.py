"""Pieces of work for tests of a crew on many machines, which its workers find by their names."""

import os
import signal
import sys
import time
from pathlib import Path

from generator.errors import GazetteError


def square(number: int) -> int:
    """Some work."""
    return number * number


def worker_of(_: int) -> int:
    """Who does it."""
    return os.getpid()


def doubled(data: bytes) -> bytes:
    """Work that is given much and makes more."""
    return data * 2


def die_at_first(number: int, folder: str) -> int:
    """Be ended by somebody, but only in the first attempt."""
    try:
        (Path(folder) / f"{number}").touch(exist_ok=False)
    except FileExistsError:
        return number
    os.kill(os.getpid(), signal.SIGKILL)
    return -1


def die(_: int) -> None:
    """Be ended by somebody, whoever tries."""
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(number: int) -> int:
    """Find that something cannot be."""
    raise GazetteError(f"{number} cannot be")


def stumble(number: int, folder: str) -> int:
    """Fail as often as there are attempts, and count them."""
    with (Path(folder) / "attempts").open("a", encoding="ascii") as attempts:
        attempts.write(f"{number}\n")
    return 1 // 0


def tell(_: int, seconds: int) -> None:
    """Say that it has begun, and take as long."""
    sys.stdout.write("at work\n")
    sys.stdout.flush()
    time.sleep(seconds)

"""What a command costs: processor time, time, and the memory of all of its processes together."""

import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

PROC = Path("/proc")
INTERVAL = 0.2
"""Seconds between two looks at the memory, at least."""
SHARE = 30
"""A look at much memory costs the processor, too: this many times as long nothing is looked at."""
SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux."""
KIB = 1024
TAIL = 2000
"""How much of what a failing command said is shown, in characters."""


class Cost(NamedTuple):
    """What a command cost."""

    cpu: float
    """Seconds of user and system of all of its processes."""
    wall: float
    """Seconds."""
    memory: float
    """Most that all processes held at once, shared pages counted once (PSS), in MB."""
    resident: float
    """The same with shared pages counted in each process (RSS), in MB."""


class Memory(NamedTuple):
    """Memory of some processes, in bytes."""

    pss: int = 0
    rss: int = 0


def measure(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a session of its own.

    :param more: variables of the environment beside those of this process

    Raises :class:`RuntimeError` with what it said last where it fails.
    """
    adopt_orphans()
    environment = {**os.environ, **(more or {})}
    log = folder / "bench.log"
    start = time.perf_counter()
    with log.open("wb") as out, subprocess.Popen(
        command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, start_new_session=True,
    ) as process:  # fmt: skip
        with Watch(process.pid) as watch, leaving_nothing(process.pid):
            _, status, used = os.wait4(process.pid, 0)
            cpu = used.ru_utime + used.ru_stime + wait_for_orphans(process.pid)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    said = log.read_text(encoding="utf-8", errors="replace")
    log.unlink()
    if process.returncode:
        reason = f"{' '.join(command)}: exit {process.returncode}\n{said[-TAIL:]}"
        raise RuntimeError(reason)
    return Cost(cpu, wall, watch.most.pss / 1e6, watch.most.rss / 1e6)


def adopt_orphans() -> None:
    """Let processes whose parent ended be those of this one, so that their time is known, too (Linux)."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)


def wait_for_orphans(group: int) -> float:
    """Wait for what a command left of its group; seconds of processor time that it and its children took."""
    seconds = 0.0
    with suppress(ChildProcessError):
        while True:
            _, _, used = os.wait4(-group, 0)
            seconds += used.ru_utime + used.ru_stime
    return seconds


@contextmanager
def leaving_nothing(group: int) -> Iterator[None]:
    """End a group of processes where waiting for it is interrupted: in its own session no key reaches it."""
    try:
        yield
    except BaseException:
        os.killpg(group, signal.SIGKILL)
        raise


class Watch:
    """Looks again and again at how much memory the processes of a session hold."""

    def __init__(self, session: int) -> None:
        self.session = session
        self.most = Memory()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        pause = INTERVAL
        while not self._ended.wait(pause):
            start = time.thread_time()
            held = [memory_of(process) for process in members(self.session)]
            pause = max(INTERVAL, SHARE * (time.thread_time() - start))
            pss, rss = sum(each.pss for each in held), sum(each.rss for each in held)
            self.most = Memory(max(self.most.pss, pss), max(self.most.rss, rss))


def members(session: int) -> list[int]:
    """The processes of a session, its own among them."""
    found = []
    for entry in PROC.iterdir():
        if entry.name.isdecimal():
            with suppress(OSError, IndexError):
                # Name of the program is in parentheses and may hold anything; then: state, parent, group, session.
                fields = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
                if int(fields[3]) == session:
                    found.append(int(entry.name))
    return found


def memory_of(process: int) -> Memory:
    """What a process holds; nothing where it has ended."""
    sizes = {"Pss:": 0, "Rss:": 0}
    with suppress(OSError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            name, *rest = line.split()
            if name in sizes:
                sizes[name] = int(rest[0]) * KIB
    return Memory(sizes["Pss:"], sizes["Rss:"])

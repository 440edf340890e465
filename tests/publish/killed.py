"""Builds that are killed at a chosen moment: a process that has everything loaded and forks one child a build.

It reads one :class:`Order` a line and answers each with one :class:`Outcome`. Moments are counted, not timed: a build
is killed before its n-th operation on the files of its project, or at a place of the program that has a name.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec

from generator import build as driver
from generator import cli
from generator.permanence import ledger
from generator.publish import exchange, files

OPERATIONS = {
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.mkdir",
    "os.truncate",
    "os.symlink",
    "os.link",
}
"""Events of the interpreter that change a folder; the opening of a file to write is one besides."""


class Order(msgspec.Struct):
    """What to build, and when to kill it."""

    project: str
    """Folder of the project."""
    moment: int | str | None = None
    """Before which operation, or at which place; None lets the build end."""
    in_place: bool = False
    """Whether folders cannot be exchanged."""


class Outcome(msgspec.Struct):
    """How a build ended."""

    status: int
    """Its exit code, negative for the signal that killed it."""
    operations: int
    """How many operations it came to."""
    said: str
    """What it wrote to standard error."""


def die(*_: object, **__: object) -> None:
    """End here and now, as a power cut or the kernel would have it."""
    os.kill(os.getpid(), signal.SIGKILL)


def before(where: object, name: str, nth: int = 1) -> Any:
    """Die when a function is called for the n-th time."""
    function, calls = getattr(where, name), iter(range(1, sys.maxsize))

    def dying(*arguments: Any, **options: Any) -> Any:
        if next(calls) == nth:
            die()
        return function(*arguments, **options)

    return mock.patch.object(where, name, dying)


def after(where: object, name: str) -> Any:
    """Die when a function has done its work."""
    function = getattr(where, name)

    def dying(*arguments: Any, **options: Any) -> None:
        function(*arguments, **options)
        die()

    return mock.patch.object(where, name, dying)


def amid(end: str, nth: int = 1) -> Any:
    """Die when half of a file is written, whose name ends like this, the n-th of them."""
    write, calls = Path.write_bytes, iter(range(1, sys.maxsize))

    def dying(path: Path, data: bytes) -> int:
        if path.name.endswith(end) and next(calls) == nth:
            write(path, data[: len(data) // 2])
            die()
        return write(path, data)

    return mock.patch.object(Path, "write_bytes", dying)


def amid_line() -> Any:
    """Die when half of a line of the manifest is written."""
    locate = files.locate

    def dying(uri: str, docs: Path) -> Path:
        if not (docs / uri).exists():
            with (docs / files.MANIFEST).open("ab") as manifest:
                manifest.write(uri.encode()[:-1])
            die()
        return locate(uri, docs)

    return mock.patch.object(files, "locate", dying)


PLACES: Mapping[str, Callable[[], Any]] = {
    "amid a line of the manifest": amid_line,
    "between a line of the manifest and its page": lambda: before(files, "write_if_changed", 40),
    "amid a page": lambda: amid(".part", 3),
    "between pages and their removal": lambda: before(files, "remove_pages"),
    "between pages and manifest": lambda: before(files, "write_manifest"),
    "between manifest and site": lambda: before(driver, "run_mkdocs"),
    "between site and data": lambda: before(driver, "write_data"),
    "before the exchange": lambda: before(exchange, "exchange"),
    "after the exchange": lambda: after(exchange, "exchange"),
    "before the first rename": lambda: before(exchange, "_begin"),
    "after the first rename": lambda: after(exchange, "_begin"),
    "between site and ledger": lambda: before(driver, "remember"),
    "amid the ledger": lambda: amid(".yml.part"),
    "between the ledger and its place": lambda: before(ledger, "refuse_other"),
    "before anything in place": lambda: before(exchange, "bring_up_to_date"),
    "amid the files in place": lambda: before(exchange, "_put", 20),
    "between a file and its place": lambda: after(shutil, "copyfile"),
    "before what is no longer made goes": lambda: before(exchange, "_remove"),
    "amid what is no longer made": lambda: before(exchange, "_remove", 3),
    "after the site in place": lambda: after(exchange, "bring_up_to_date"),
}
"""The places that have a name."""


class _Count:
    """Counts the operations on the files of a project, and dies before the one that is meant."""

    def __init__(self, project: str, last: int | None) -> None:
        self.project, self.last, self.done = project, last, 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of an event of the interpreter."""
        writes = event == "open" and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if (writes or event in OPERATIONS) and self._is_inside(event, arguments):
            self.done += 1
            if self.done == self.last:
                die()

    def _is_inside(self, event: str, arguments: tuple[Any, ...]) -> bool:
        path = arguments[0]
        relative = event in {"os.remove", "os.rmdir"} and arguments[1] not in {-1, None}
        return relative or (
            isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self.project)
        )


@contextmanager
def prepared(order: Order) -> Iterator[_Count]:
    """The child as it is meant to build and to die."""
    count = _Count(order.project, order.moment if isinstance(order.moment, int) else None)
    with mock.patch.object(
        exchange, "exchange", (lambda *_: False) if order.in_place else exchange.exchange
    ):
        if isinstance(order.moment, str):
            PLACES[order.moment]().start()
        sys.addaudithook(count)
        yield count


def build(order: Order, answer: int, said: int) -> int:
    """Build in this process, which is a child's; its exit code."""
    os.dup2(said, 2)
    project = Path(order.project)
    names = {"issues": "issues", "docs": "docs", "site": "site", "config": "mkdocs.yml"}
    options = [word for name, path in names.items() for word in (f"--{name}", str(project / path))]
    status = 70
    with prepared(order) as count:
        try:
            cli.main(["build", "--lenient", *options])
        except SystemExit as end:
            status = int(end.code or 0)
        os.write(answer, str(count.done).encode())
    return status


def carry_out(order: Order) -> Outcome:
    """Fork a child that builds, and wait for its end."""
    (counted, answer), (heard, said) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os._exit(build(order, answer, said))
    os.close(answer)
    os.close(said)
    with open(counted, encoding="utf-8") as number, open(heard, encoding="utf-8") as text:  # noqa: PTH123 - pipes
        reported, operations = text.read(), number.read()
    _, status = os.waitpid(child, 0)
    return Outcome(os.waitstatus_to_exitcode(status), int(operations or 0), reported)


def main() -> None:
    """Carry out one order a line."""
    for line in sys.stdin:
        sys.stdout.write(
            f"{msgspec.json.encode(carry_out(msgspec.json.decode(line, type=Order))).decode()}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()

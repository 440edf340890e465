"""The program, with a clock at its stages: ``python -m tests.bench.stages build …`` is ``python -m generator build …``.

It writes the processor seconds of each stage, those of ended child processes with them, as JSON to the file that
``BENCH_STAGES`` names. A stage inside another one counts for both. A stage that this version of the program does not
have is left out, and work in processes that go on counts for none.
"""

import importlib
import json
import os
import resource
import runpy
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

FILE = "BENCH_STAGES"
STAGES = (
    ("reading", "generator.build", "read"),
    ("parsing", "generator.archive.reader", "read_issues"),
    ("resolving", "generator.archive.reader", "resolve_archive"),
    ("pages", "generator.publish.kept.page_maker:PageMaker", "make"),
    ("MkDocs", "generator.publish.kept.site_maker", "run_mkdocs"),
    ("Python-Markdown", "markdown:Markdown", "convert"),
    ("templates", "jinja2:Template", "render"),
    ("data", "generator.build", "build_exports"),
    ("search", "generator.build", "build_search"),
    ("ledger", "generator.build", "remember"),
)
"""What the table calls a stage; its module, or a class in one; the function."""

spent: dict[str, float] = {}
"""Seconds of each stage so far."""


def clock() -> float:
    """Processor seconds of this process and of its children that have ended."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that counts its seconds; those that it takes for each value, too, where it gives them one by one."""
    busy = False

    def wrapped(*args: Any, **options: Any) -> Any:
        nonlocal busy
        if busy:
            return function(*args, **options)
        busy, start = True, clock()
        try:
            result = function(*args, **options)
        finally:
            busy = False
            spent[name] = spent.get(name, 0.0) + clock() - start
        return count_values(name, result) if isinstance(result, Iterator) else result

    return wrapped


def count_values(name: str, values: Iterable[Any]) -> Iterator[Any]:
    """The same values; the seconds until each of them count."""
    iterator = iter(values)
    while True:
        start = clock()
        try:
            value = next(iterator)
        except StopIteration:
            return
        finally:
            spent[name] += clock() - start
        yield value


def find(place: str, function: str) -> Any:
    """What has the function of a stage, a module or a class; None where this version has none."""
    module, _, inside = place.partition(":")
    try:
        owner: Any = importlib.import_module(module)
    except ImportError:
        return None
    owner = getattr(owner, inside, None) if inside else owner
    return owner if hasattr(owner, function) else None


def install() -> None:
    """Put the clock at every stage that there is."""
    for name, place, function in STAGES:
        owner = find(place, function)
        if owner:
            setattr(owner, function, timed(name, getattr(owner, function)))


def main() -> None:
    """Run the program."""
    target = os.environ.get(FILE)
    install()
    try:
        runpy.run_module("generator", run_name="__main__", alter_sys=True)
    finally:
        if target:
            Path(target).write_text(
                json.dumps({name: spent[name] for name, *_ in STAGES if name in spent}),
                encoding="utf-8",
            )


if __name__ == "__main__":
    sys.argv[0] = "generator"
    main()

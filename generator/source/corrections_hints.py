"""What a person could have meant by an entry of a file of corrections that is refused."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import get_args

from generator.model.correction import (
    NOTHING,
    Authority,
    Beginning,
    Correction,
    ElementName,
    ForceName,
    IssueElement,
    Move,
    Quote,
)

UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")
"""What is said of a key that an entry does not have."""
_INVALID = re.compile(r"^Invalid enum value '(?P<value>.*)'", re.DOTALL)
_OF_TYPE = re.compile(r"^Expected `(?P<expected>[^`]*)`, got `(?P<given>\w+)`")
"""What is said of a value that is of another type."""
_UNQUOTED = ("int", "float", "bool")
"""Types that YAML gives to words without quotes."""
_SET_BY_READER = "line"
LONGEST_COMPARED = 60
"""Longest key or value that is compared with those that are allowed, in characters."""
LEAST_ALIKE = 0.6
"""Lowest likeness of a key to the one that was meant."""

ELEMENTS = (*get_args(ElementName), *get_args(ForceName))
ALLOWED: dict[str, tuple[str, ...]] = {
    "element": ELEMENTS,
    "issue": get_args(IssueElement),
    "begins": get_args(Beginning),
    "ends": ("document",),
    "announces": (NOTHING,),
    "authority": get_args(Authority),
}
"""Key of an entry → the words that its value can be."""
ANSWERS = {
    "join": "true",
    "lost": "true",
    "split": "true or a part of the quote",
    "header": "true or false",
    "columns": "a list of names in brackets",
    "move": "{before: {exact: …}} or {after: {exact: …}}",
}
"""Key of an entry → what its value can be where that is no word."""
KEYS = tuple(name for name in Correction.__struct_fields__ if name != _SET_BY_READER)
"""The keys of an entry."""
KEYS_INSIDE: dict[str, tuple[str, ...]] = {"move": Move.__struct_fields__}
"""Key of an entry → the keys of its value; any other mapping is a quote."""


def explain_refusal(steps: Sequence[str], reason: str) -> str:
    """All keys or values that are allowed and the nearest, as the beginning of an error; empty where none is wrong.

    :param steps: the keys from the entry down to what is wrong
    """
    if unknown := UNKNOWN.search(reason):
        return _explain_key(unknown["key"], steps)
    if not steps:
        return ""
    invalid, other = _INVALID.match(reason), _OF_TYPE.match(reason)
    allowed = ALLOWED.get(steps[-1], ())
    if allowed and (invalid or other):
        nearest = _nearest(invalid["value"], allowed) if invalid else None
        quote = " or {exact: …}" if steps[-1] == "announces" else ""
        return f"{_meant(nearest)}`{steps[-1]}` can be {', '.join(allowed)}{quote}: "
    return _explain_type(steps[-1], other) if other else ""


def _explain_type(key: str, other: re.Match[str]) -> str:
    """What is said of a value that is of another type."""
    if key in ANSWERS:
        return f"`{key}` can be {ANSWERS[key]}: "
    unquoted = other["given"] in _UNQUOTED and "str" in other["expected"]
    return f"`{key}` is text, put it in quotes: " if unquoted else ""


def _explain_key(key: str, steps: Sequence[str]) -> str:
    """What is said of an unknown key."""
    if steps:
        keys = KEYS_INSIDE.get(steps[-1], Quote.__struct_fields__)
        return f"{_meant(_nearest(key, keys))}the keys of `{steps[-1]}` are {', '.join(keys)}: "
    nearest = _nearest(key, (*KEYS, *ELEMENTS))
    meant = _meant(nearest)
    if nearest and nearest not in KEYS:
        meant += f"say `element: {nearest}` and its `value`; "
    return f"{meant}the keys of an entry are {', '.join(KEYS)}: "


def _meant(nearest: str | None) -> str:
    """The question whether the nearest was meant."""
    return f"did you mean `{nearest}`? " if nearest else ""


def _nearest(text: str, allowed: Iterable[str]) -> str | None:
    """The one that is most like a text, where one is like it at all."""
    found = get_close_matches(text[:LONGEST_COMPARED].lower(), list(allowed), 1, LEAST_ALIKE)
    return found[0] if found else None

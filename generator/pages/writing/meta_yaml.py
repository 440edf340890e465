"""Front matter as YAML, written by hand where it is certain that a value needs no quotes.

A serializer looks at every character of a value from all sides; most of these are a title, a word or a path, which
are written as they are. The text is the same either way.
"""

import re
from collections.abc import Mapping
from typing import Any

from generator.lexicon.characters import FREQUENT
from generator.model.codec import dump_yaml

_LONGEST = 1_000
"""Longest value that is written by hand, in characters; YAML breaks longer lines at a blank."""
_HAN = FREQUENT
_SIGNS = "《》〈〉（）〔〕“”，。、；：？！—…·"
_PLAIN = re.compile(
    rf"[{_HAN}《（“〔][{_HAN}{_SIGNS}0-9A-Za-z]*+(?: [{_HAN}{_SIGNS}0-9A-Za-z]++)*"
    r"|(?:archive|https?:/)/[A-Za-z0-9/._-]*+"
    r"|(?!(?:false|null|off|true|yes)\Z)[a-z_]{3,}+(?:-[a-z]{3,}+)*+"
)
"""Chinese text, an address, and a word that means nothing to YAML."""
_RARE = re.compile(r"[\U00010000-\U0010ffff]|\\U000")
"""A character, or its escape, for which another serializer writes the whole text."""
_FIGURES = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,8}")
"""A date or a number, which is no text to YAML where it has no quotes."""


def dump_front_matter(meta: Mapping[str, Any]) -> str:
    """Front matter as :func:`~generator.model.codec.dump_yaml` writes it."""
    text = "".join(_by_hand(key, value) or dump_yaml({key: value}) for key, value in meta.items())
    return dump_yaml(meta) if _RARE.search(text) else text


def _by_hand(key: str, value: Any) -> str:
    """An entry; empty for one that is left to YAML."""
    lines = _behind(value) if key and _scalar(key) == key else []
    return "\n".join([f"{key}:{lines[0]}", *lines[1:], ""]) if lines else ""


def _behind(value: Any) -> list[str]:
    """What is behind the colon of an entry and the lines below it; nothing for a value that is left to YAML."""
    if isinstance(value, list):
        items = list(map(_scalar, value))
        return ["", *(f"- {item}" for item in items)] if items and all(items) else []
    if isinstance(value, dict):
        pairs = [(_scalar(key), _scalar(item)) for key, item in value.items()]
        return (
            ["", *(f"  {key}: {item}" for key, item in pairs)]
            if pairs and all(map(all, pairs))
            else []
        )
    scalar = _scalar(value)
    return [f" {scalar}"] if scalar else []


def _scalar(value: Any) -> str:
    """A text or a truth value; empty for what is left to YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    if _PLAIN.fullmatch(value):
        return value
    return f"'{value}'" if _FIGURES.fullmatch(value) else ""

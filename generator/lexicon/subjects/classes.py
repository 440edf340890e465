"""The classes of subjects (主题分类) under which the government's website lists the documents of the State Council.

The table ``classes.tsv`` says where it is from.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class TopicClass(NamedTuple):
    """A class of subjects."""

    code: str
    """Its name in addresses and data: ``science-education``."""
    name: str
    """``科技、教育``."""
    parts: tuple[str, ...]
    """Names of its subclasses: 科技, 教育, 知识产权."""


@cache
def topic_classes() -> Mapping[str, TopicClass]:
    """Code → class, in the order of the catalogue."""
    text = files(__package__).joinpath("classes.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if not row.startswith("#"))
    return {
        code: TopicClass(code, name, tuple(filter(None, parts.split("|"))))
        for code, name, parts in rows
    }

"""Attribute lists: ``{#s1 .run-in}`` of a heading, ``{: #l-39 .note }`` below a paragraph, ``{.address}`` of a link."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.tags import ENTITY

_PLAIN = r"""[^\s=}{"'\[\]<>&*_\\`]"""
_VALUE = rf'(?:[^"<>&*_\\`\[\]{{}}\n]|{ENTITY})*'
_NAMED = rf'(?:[#.]{_PLAIN}+|[a-z][a-z0-9-]*="{_VALUE}")'
ATTRIBUTES = rf"\{{:?[ ]*({_NAMED}(?:[ ]+{_NAMED})*)[ ]*\}}"
"""A list with its names as the one group."""

_ONE = re.compile(rf'([#.])({_PLAIN}+)|([a-z][a-z0-9-]*)="({_VALUE})"')
_REFUSED = frozenset({"href", "src", "title", "alt", "markdown", "name", "data-toc-label"})


class Named(NamedTuple):
    """The attributes of an element, each with a space before it, sorted, in three parts."""

    first: str
    """Those before ``href``."""
    middle: str
    """Those between ``href`` and ``title``."""
    last: str
    """Those behind ``title``."""
    id: str
    """Its anchor; empty without one."""

    @property
    def all(self) -> str:
        """The attributes of an element that has no others."""
        return f"{self.first}{self.middle}{self.last}"


NOTHING = Named("", "", "", "")


@lru_cache(maxsize=4096)
def read_names(names: str) -> Named:
    """The attributes that a list gives, written as HTML: ``#s1 .run-in`` → ``class="run-in" id="s1"``."""
    pairs: dict[str, str] = {}
    for match in _ONE.finditer(names):
        sign, name, key, value = match.groups()
        if sign == "#":
            pairs["id"] = name
        elif sign:
            pairs["class"] = f"{pairs['class']} {name}" if pairs.get("class") else name
        else:
            pairs[key] = value
    if not _REFUSED.isdisjoint(pairs):
        raise OutsideDialect
    written = [(key, f' {key}="{pairs[key]}"') for key in sorted(pairs)]
    return Named(
        "".join(one for key, one in written if key < "href"),
        "".join(one for key, one in written if "href" < key < "title"),
        "".join(one for key, one in written if key > "title"),
        pairs.get("id", ""),
    )

"""Attribute lists: ``{#s1 .run-in}`` of a heading, ``{: #l-39 .note }`` below a paragraph, ``{.address}`` of a link."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.publish.dialect.outside import OutsideDialect
from generator.publish.dialect.tags import ENTITY

_PLAIN = r"""[^\s=}{"'\[\]<>&*_\\`]"""
_VALUE_SIGNS = r'[^"<>&*_\\`\[\]{}\n]*+'
_VALUE = rf"{_VALUE_SIGNS}(?:{ENTITY}{_VALUE_SIGNS})*"
_NAMED = rf'(?:[#.]{_PLAIN}+|[a-z][a-z0-9-]*="{_VALUE}")'
ATTRIBUTES = rf"\{{:?[ ]*({_NAMED}(?:[ ]+{_NAMED})*)[ ]*\}}"
"""A list with its names as the one group."""
CLASS_AND_LABEL = rf'\{{:? ?\.({_PLAIN}+) aria-label="({_VALUE})" ?\}}'
"""The list of the number of a source line, with its class and its label as two groups."""

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
    id: str = ""
    """The anchor; empty without one."""

    @property
    def all(self) -> str:
        """All of them."""
        return f"{self.first}{self.middle}{self.last}"


NOTHING = Named("", "", "")


@lru_cache(maxsize=4096)
def read_names(names: str) -> Named:
    """The attributes that a list gives, written as HTML: ``#s1 .run-in`` → ``class="run-in" id="s1"``."""
    if '"' not in names:
        return _read_plain(names.split())
    pairs: dict[str, str] = {}
    for sign, name, key, value in _ONE.findall(names):
        if key:
            pairs[key] = value
        elif sign == "#":
            pairs["id"] = name
        else:
            pairs["class"] = f"{pairs['class']} {name}" if pairs.get("class") else name
    if not _REFUSED.isdisjoint(pairs):
        raise OutsideDialect
    written = [(key, f' {key}="{pairs[key]}"') for key in sorted(pairs)]
    return Named(
        "".join([one for key, one in written if key < "href"]),
        "".join([one for key, one in written if "href" < key < "title"]),
        "".join([one for key, one in written if key > "title"]),
        pairs.get("id", ""),
    )


def _read_plain(names: list[str]) -> Named:
    """The attributes of a list of anchors and classes alone."""
    anchor, classes = "", []
    for name in names:
        if name[0] == "#":
            anchor = name[1:]
        else:
            classes.append(name[1:])
    return Named(
        f' class="{" ".join(classes)}"' if classes else "",
        f' id="{anchor}"' if anchor else "",
        "",
        anchor,
    )

"""What the outline of a page is made of: its headings, nested as Python-Markdown nests them."""

import re
from typing import TypedDict

_TAGS = re.compile("<[^<>]*>")

HeadingToken = TypedDict(
    "HeadingToken",
    {
        "level": int,
        "id": str,
        "name": str,
        "html": str,
        "data-toc-label": str,
        "children": list["HeadingToken"],
    },
)
"""A heading as the extension ``toc`` gives it."""


def heading_token(level: int, anchor: str, html: str) -> HeadingToken:
    """A heading with no other below it yet.

    :param html: what is in its tag
    """
    return {
        "level": level,
        "id": anchor,
        "name": words_of(html),
        "html": html,
        "data-toc-label": "",
        "children": [],
    }


def words_of(html: str) -> str:
    """The text of inner HTML: without tags, its blanks one space each."""
    return " ".join((_TAGS.sub("", html) if "<" in html else html).split())


def nest_headings(tokens: list[HeadingToken]) -> list[HeadingToken]:
    """The headings, each among the children of the one above it; those of the top level.

    A heading after a deeper one goes to the nearest open one of a lesser level; where none is, to the top.
    """
    top: list[HeadingToken] = []
    above: list[HeadingToken] = []
    levels: list[int] = []
    last: HeadingToken | None = None
    for token in tokens:
        level = token["level"]
        if last is None:
            levels.append(level)
        elif level < levels[-1]:
            levels.pop()
            while above and level <= above[-1]["level"]:
                above.pop()
                levels.pop()
            levels.append(level)
        if last is not None and level > levels[-1]:
            last["children"].append(token)
            above.append(last)
            levels.append(level)
        else:
            (above[-1]["children"] if above else top).append(token)
        last = token
    return top

"""The page of the first document, in a small archive and in a large one: it has no reason to differ.

No document of the corpus cites it, and what it says of its validity is about it.
"""

import re
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

PAGE = "archive/zichuan/1999/1/1/index.html"
ABOUT = re.compile(r'<dd><span class="force(?:-basis)?".*?</span></dd>')
"""Whether it is in force, and on which issues of its gazette this is founded: both are about the document."""
SHOWN = 20


class Likeness(NamedTuple):
    """What is different between two versions of the page."""

    lines: int
    """Lines that only one of them has."""
    unlike: int
    """Those of them that are not about the document."""
    examples: list[str]
    """The first of the latter."""


def read_page(site: Path) -> str:
    """The page of the first document."""
    return (site / PAGE).read_text(encoding="utf-8")


def compare_pages(small: str, large: str) -> Likeness:
    """Line by line."""
    unlike = differing(ABOUT.sub("", small), ABOUT.sub("", large))
    return Likeness(len(differing(small, large)), len(unlike), unlike[:SHOWN])


def differing(small: str, large: str) -> list[str]:
    """The lines that only one of two texts has, each behind its sign."""
    lines = list(unified_diff(small.splitlines(), large.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@")]

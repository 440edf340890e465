"""The one renderer of running text: its characters escaped, with what stands at positions in it (links) put between."""

import re
from collections.abc import Sequence

from generator.link.outline import TextLink
from generator.pages.escape import Inserts, clean, escape

_IN_TITLE = re.compile(r"[\"'\\\[\](){}<>&*_`|!#]+")


def inline(text: str, links: Sequence[TextLink] = (), start: int = 0, end: int | None = None) -> str:
    """The text between two offsets as Markdown, with the links that lie wholly between them."""
    last = len(text) if end is None else end
    return escape(text[start:last], inserts_of(links, start, last))


def inserts_of(links: Sequence[TextLink], start: int, end: int) -> Inserts:
    """The markup of the links that lie wholly between two offsets, counted from the first."""
    inserts: list[tuple[int, str]] = []
    for link in links:
        if start <= link.start < link.end <= end:
            inserts += [(link.start - start, "["), (link.end - start, f"]({link.href}{_title(link.title)})")]
    return inserts


def _title(title: str) -> str:
    """The title of a link; signs that could be markup are left out, the page behind the link shows them."""
    plain = clean(_IN_TITLE.sub(" ", title))
    return f' "{plain}"' if plain else ""

"""The one renderer of running text.

Its characters are escaped, and the markup of positions in it is put between them: that of links
(of citations) and of marks (on repaired characters). A mark that crosses the end of a link is left
out, but damage is always marked: there the link is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.outline.headings import TextLink
from generator.pages.writing.escape import Inserts, clean, escape
from generator.pages.writing.marks import Mark, cut_marks, inserts_of

MOST_LINKS = 500
"""Most links of a paragraph;
what it cites beyond them is listed at the foot of the page like the others."""
_IN_TITLE = re.compile(r"[\"'\\\[\](){}<>&*_`|!#]+")


def inline(
    text: str,
    marks: Sequence[Mark] = (),
    links: Sequence[TextLink] = (),
    start: int = 0,
    end: int | None = None,
) -> str:
    """The text between two offsets as Markdown.

    It has the links and marks that are wholly between them.
    """
    last = len(text) if end is None else end
    return escape(text[start:last], inserts_between(marks, links, start, last))


def inserts_between(
    marks: Sequence[Mark], links: Sequence[TextLink] = (), start: int = 0, end: int | None = None
) -> Inserts:
    """The markup of the links and marks that are wholly between two offsets.

    Its places are counted from the first offset.
    """
    if not marks and not links:
        return ()
    last = _last_end((*marks, *links)) if end is None else end
    own = cut_marks(marks, start, last)
    damaged = [mark for mark in own if mark.severity == "error"]
    within = (link for link in _links_within(links, start, last) if not _is_torn(link, damaged))
    shown = list(islice(within, MOST_LINKS))
    pairs = [(link.start, link.end, 0, "[", _closing(link)) for link in shown]
    for mark in own:
        if mark.severity == "error" or not _crosses(mark, shown):
            (_, opening), (_, closing) = inserts_of([mark])
            rank = -1 if mark.severity == "error" else 1
            pairs.append((mark.start, mark.end, rank, opening, closing))
    return list(_nest(pairs))


def _last_end(stretches: Iterable[Mark | TextLink]) -> int:
    """The end of what ends last."""
    return max((stretch.end for stretch in stretches), default=0)


def _links_within(links: Iterable[TextLink], start: int, end: int) -> Iterator[TextLink]:
    """The links that are wholly between two offsets, counted from the first."""
    for link in links:
        if link.start < link.end and start <= link.start and link.end <= end:
            yield link._replace(start=link.start - start, end=link.end - start)


def _is_torn(link: TextLink, damaged: Iterable[Mark]) -> bool:
    """Whether the words of a link are damaged in part; one inside damage stays a link."""
    touching = (mark for mark in damaged if mark.start < link.end and link.start < mark.end)
    return any(not mark.start <= link.start <= link.end <= mark.end for mark in touching)


def _nest(pairs: Iterable[tuple[int, int, int, str, str]]) -> list[tuple[int, str]]:
    """Opening and closing markup in order.

    What closes before what opens, the outer around the inner.
    """
    events = []
    for start, end, rank, opening, closing in pairs:
        events += [(start, 1, -end, rank, opening), (end, 0, -start, -rank, closing)]
    return [(offset, markup) for offset, _, _, _, markup in sorted(events)]


def _crosses(mark: Mark, links: Sequence[TextLink]) -> bool:
    """Whether a mark lies half inside a link, or around one."""
    touched = (link for link in links if link.start < mark.end and mark.start < link.end)
    return any(not link.start <= mark.start <= mark.end <= link.end for link in touched)


def _closing(link: TextLink) -> str:
    """The end of a link: address, and what it is called where the printed words do not say it.

    The name is the title, which a mouse shows and which those who hear the page are told behind the printed words:
    these are what they hear first, and what they say to follow the link. Signs that could be markup are left out, the
    page behind the link shows them.
    """
    plain = " ".join(clean(_IN_TITLE.sub(" ", link.title)).split())
    if not plain:
        return f"]({link.href})"
    return f']({link.href} "{plain}")'

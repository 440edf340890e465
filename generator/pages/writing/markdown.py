"""Writers of small pieces of Markdown; each returns text without a closing newline."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.lexicon.dates import find_dates, find_month, is_month, is_real_date, iso_date
from generator.pages.writing.escape import (
    Inserts,
    escape,
    escape_heading,
    escape_html,
    escape_label,
    is_heavy,
    language_of,
)
from generator.words.wording import date_words

EDITORIAL, PRINTED = "editorial", "as-printed"
"""Classes that say whose words a page shows: those of editors and of the site, or, among them, the gazette's.

What has neither of them, nor a class of the apparatus, is the gazette's (``prove/page_text.py``).
"""

_BLOCK, _SPAN = 'markdown="block"', 'markdown="span"'
"""By which Markdown reads what is in an element of a table: elements, or running text."""
_IN_PATH = re.compile(r"[ ()<>#?%]")
"""What would end the address of a Markdown link, or is more than a name in an address."""


@lru_cache(maxsize=1024)
def relative(uri: str, target: str) -> str:
    """Path from the page ``uri`` to the page ``target``, as a Markdown link wants it."""
    folders, steps = uri.split("/")[:-1], target.split("/")
    most = min(len(folders), len(steps) - 1)
    shared = next((nth for nth in range(most) if folders[nth] != steps[nth]), most)
    path = "/".join([*[".."] * (len(folders) - shared), *steps[shared:]])
    return _IN_PATH.sub(lambda sign: f"%{ord(sign[0]):02X}", path)


def link(label: str, target: str, uri: str, anchor: str = "") -> str:
    """A link from the page ``uri`` to the page ``target``, or to a place on it, which may be the same page."""
    place = f"#{anchor}" if anchor else ""
    path = "" if anchor and uri == target else relative(uri, target)
    return f"[{escape_label(label)}]({path}{place})"


def attributes(id_: str = "", classes: str = "") -> str:
    """An attribute list such as ``{#s1 .run-in}``, or nothing."""
    if not classes:
        return f"{{#{id_}}}" if id_ else ""
    names = ([f"#{id_}"] if id_ else []) + [f".{name}" for name in classes.split()]
    return f"{{{' '.join(names)}}}" if names else ""


def heading(level: int, text: str, id_: str = "", classes: str = "", inserts: Inserts = ()) -> str:
    """A heading; the text is escaped."""
    if is_heavy(text):
        return element(f"h{level}", text, inserts, classes, id_)
    return f"{'#' * level} {escape_heading(text, inserts)} {attributes(id_, classes)}".rstrip()


def paragraph(markdown: str, classes: str = "", id_: str = "") -> str:
    """A paragraph of inline Markdown with its classes below it; one without text would show them, and is HTML."""
    if not markdown:
        return element("p", "", (), classes, id_)
    names = attributes(id_, classes)
    return f"{markdown}\n{{: {names[1:-1]} }}" if names else markdown


def element(tag: str, text: str, inserts: Inserts = (), classes: str = "", id_: str = "") -> str:
    """A block of text as HTML, for one that is too heavy for Markdown; it carries no links."""
    named = "".join(
        f' {key}="{value}"' for key, value in (("id", id_), ("class", classes.strip())) if value
    )
    return f"<{tag}{named}{language_of(text)}>{escape_html(text, inserts)}</{tag}>"


def span(text: str, name: str) -> str:
    """Text with a class inside a line, for what must not break, e.g. a document number."""
    return f'<span class="{name}">{escape(text)}</span>'


def dated(iso: str | None, markdown: str = "", classes: str = "") -> str:
    """A date in the language of the site, or the Markdown given for it, as ``<time>``.

    A day that no calendar has is written without the tag.
    """
    words = markdown or escape(date_words(iso))
    name = f' class="{classes}"' if classes else ""
    return f'<time{name} datetime="{iso}">{words}</time>' if is_day(iso) else words


def time_inserts(text: str, iso: str | None) -> Inserts:
    """The tags that make the date in a text a ``<time>``.

    There are none where the text does not print it, or where it is no day of the calendar.
    """
    match = next((match for match in find_dates(text) if iso_date(match) == iso), None)
    match = match or find_month(text, iso or "")
    if match is None or not is_day(iso):
        return ()
    return ((match.start(), f'<time datetime="{iso}">'), (match.end(), "</time>"))


def is_day(iso: str | None) -> bool:
    """Whether an ISO date is a day or a month of the calendar, so that ``<time>`` can have it."""
    return is_real_date(iso or "") or is_month(iso or "")


def section(classes: str, markdown: str, more: str = "") -> str:
    """A ``div`` around Markdown blocks.

    :param more: further attributes, written as HTML
    """
    return f'<div class="{classes}"{more and " " + more} markdown="1">\n\n{markdown}\n\n</div>'


def landmark(name: str, label: str, markdown: str) -> str:
    """A ``div`` that is a navigation landmark of its own name."""
    return section(name, markdown, f'role="navigation" aria-label="{escape_html(label)}"')


MOST_VALUES = 200
"""Most values of a term that are listed line by line.

More have blank lines between them: Markdown reads a run again for each.
"""


def definitions(pairs: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A definition list of terms (plain text) and their values (Markdown).

    Terms without value are left out.
    """
    return "\n\n".join(definition(escape(term), values) for term, values in pairs if any(values))


def definition(term: str, values: Sequence[str]) -> str:
    """A term and its values, all of them Markdown."""
    first, *more = [f":   {value}" for value in values]
    between = "\n" if len(values) <= MOST_VALUES else "\n\n"
    return between.join([f"{term}\n{first}", *more])


def facts(pairs: Iterable[tuple[str, Sequence[str]]], classes: str = "") -> str:
    """The fact box: a definition list in a ``div``, which may have further classes."""
    return section(f"facts {classes}".rstrip(), definitions(pairs))


def bullets(items: Iterable[str]) -> str:
    """A list of inline Markdown."""
    return "\n".join(f"- {item}" for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], classes: str = "") -> str:
    """A table of inline Markdown in a ``div`` for listings, which may have further classes.

    It is HTML, as the first cell of each row names it for those who listen, which a pipe table cannot say.
    """
    body = (_row(_name(first), *map(_data, more)) for first, *more in rows)
    lines = [
        f'<div class="{f"listing {classes}".rstrip()}" {_BLOCK}>',
        f"<table {_BLOCK}>",
        f"<thead {_BLOCK}>",
        _row(*(f'<th scope="col" {_SPAN}>{name}</th>' for name in header)),
        "</thead>",
        f"<tbody {_BLOCK}>",
        *body,
        "</tbody>",
        "</table>",
        "</div>",
    ]
    return "\n".join(lines)


def _row(*cells: str) -> str:
    """A row of a table, on a line of its own."""
    return f"<tr {_BLOCK}>{''.join(cells)}</tr>"


def _name(markdown: str) -> str:
    """The cell that names its row; an empty one names nothing."""
    return f'<th scope="row" {_SPAN}>{markdown}</th>' if markdown else _data("")


def _data(markdown: str) -> str:
    """A cell of a table that names nothing."""
    return f"<td {_SPAN}>{markdown}</td>"


def join(blocks: Iterable[str]) -> str:
    """Blocks as a page: a blank line between them, one newline at the end, empty ones left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"

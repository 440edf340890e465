"""The box 引用 of a document: its reference in every form, which needs no script to be read and copied.

A script adds what only the reader's browser knows: the day, and the address of a site that does not know its own. It
puts a button beside each form, and takes of the same box on which printed page a passage is (``reference.js``).
"""

import json
from collections.abc import Iterator, Sequence
from html import escape as escape_tags

from generator.model import Document, Finding
from generator.pages.writing.escape import escape_html, language_of
from generator.pages.writing.markdown import EDITORIAL
from generator.reference import (
    GB_2015,
    GB_2025,
    Item,
    bibtex,
    gbt_7714,
    ris,
)
from generator.reference.printed_span import pages_of_blocks
from generator.words.say import say

BOX = "reference"
"""Id and class of the box."""
READABLE = frozenset({"2025.txt", "2015.txt"})
"""The forms that people read and copy; those for programs are longer."""


def reference_box(item: Item, document: Document, findings: Sequence[Finding]) -> str:
    """The box, as HTML of one block: without an empty line, whatever the document is called.

    What people read is in it, what programs read is folded once more.
    """
    language = language_of(item["title"])
    pages = _pages(document, findings)
    readable: list[str] = []
    files: list[str] = []
    for name, form, text in forms_of(item):
        entries = readable if form in READABLE else files
        entries.append(f"<dt>{name}</dt>\n<dd>{shown_form('form', form, text)}</dd>")
    lines = [
        f'<details class="reference {EDITORIAL}" id="{BOX}"{pages}>',
        f"<summary>{escape_html(say('reference.title'))}</summary>",
        *_list(readable, language),
        *([_first_page_note()] if item.get("page") and not pages else []),
        '<details class="reference-files">',
        f"<summary>{escape_html(say('reference.files'))}</summary>",
        *_list(files, language),
        "</details>",
        "</details>",
    ]
    return "\n".join(lines)


def _list(entries: Sequence[str], language: str) -> tuple[str, ...]:
    """Forms as the lines of a list.

    :param language: attribute of the language of a gazette
    """
    return (f"<dl{language}>", *entries, "</dl>")


def _first_page_note() -> str:
    """That the page is the first of the document, and that no more is known."""
    return f'<p class="muted">{escape_html(say("reference.first_page"))}</p>'


def forms_of(item: Item) -> Iterator[tuple[str, str, str]]:
    """Name, ending of a file and text of each form, as ``reference.js`` writes them too."""
    yield "GB/T 7714—2025", "2025.txt", gbt_7714(item, GB_2025)
    yield "GB/T 7714—2015", "2015.txt", gbt_7714(item, GB_2015)
    yield "BibTeX", "bib", bibtex(item)
    yield "RIS", "ris", ris(item)
    yield "CSL-JSON", "json", json.dumps([item], ensure_ascii=False, separators=(",", ":"))


def shown_form(kind: str, form: str, text: str) -> str:
    """A text to be copied with its line ends and blanks, in which nothing is markup; a style shows these.

    :param kind: what of a document it is: a ``form`` of its reference, or what is there to ``share``
    """
    shown = escape_tags("\n".join(text.splitlines()), quote=False)
    return f'<div data-{kind}="{form}">{shown}</div>'


def _pages(document: Document, findings: Sequence[Finding]) -> str:
    """Source lines and the printed pages of what begins on each, as an attribute: ``12:5 25:5-6 31:6``."""
    known = [
        f"{line}:{first}" if first == last else f"{line}:{first}-{last}"
        for line, first, last in pages_of_blocks(document, findings)
    ]
    return f' data-pages="{" ".join(known)}"' if known else ""

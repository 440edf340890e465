"""Each field of an issue is on its page, in its data, in its search; ``prove`` holds their order and their number.

The fields are found by walking through the values, so that a field which is added to the model has to be shown,
published and searched, or to be listed in :data:`LEFT_OUT` with the reason.
"""

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

import msgspec

from generator.archive.record import record_issue
from generator.export import SERVED, build_exports
from generator.lexicon.characters import squeeze
from generator.model import Archive, DocumentRecord, Issue, PublicationRecord
from generator.pages import build_pages
from generator.search.facets import FACETS
from generator.search.normalise import fold
from generator.search.passages import document_lines
from generator.source.folder import Source
from generator.words.wording import chinese_date
from tests.fixtures.dated import date_on
from tests.pages.rendering import renderer

PAGE, DATA, SEARCH = "page", "data", "search"
"""Where a text has to be: on the page of its document or issue, in the files of ``data/``, in what search sees."""

DATES = {"Issue.published", "Document.date", "Printed.date", "Effective.start", "Effective.until"}
"""Fields that hold a date as ISO, which readers see in Chinese."""

_LINES = "source lines and offsets: they say where a text is in the source, and are no text"
_IN_TEXT = "its words are in the text of the block or document that holds it"
_ISSUE = "search finds documents; what is printed of the issue alone is on its page"
_NO_TEXT = "the catalogue holds no text of documents; the parsed issue does (``generator parse``), tables are CSV"
_FILTER = "results are filtered by the name of the class; it is no text of the document"
_FORM = "a kind in the words of the program: it decides how the page looks"

LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "Issue.source": {SEARCH: _ISSUE},
    "Issue.sha256": {SEARCH: _ISSUE},
    "Issue.publication": {SEARCH: _ISSUE},
    "Issue.year": {SEARCH: _ISSUE},
    "Issue.number": {SEARCH: _ISSUE},
    "Issue.serial": {SEARCH: _ISSUE},
    "Issue.published": {SEARCH: _ISSUE},
    "Issue.publisher": {SEARCH: _ISSUE},
    "Issue.masthead": {
        SEARCH: _ISSUE,
        DATA: "the catalogue lists what was read of it; the parsed issue has its lines",
    },
    "Issue.contents": {SEARCH: "the titles of the documents that it announces are searched"},
    "Issue.findings": {
        PAGE: "the notes on the page say them in words, many in one row",
        DATA: "the catalogue has their counts",
        SEARCH: "notes of the editors are no text of the gazette",
    },
    "Issue.characters": {PAGE: "a figure of the report on quality", SEARCH: _ISSUE},
    "Issue.changed": {PAGE: "a figure of the report on quality", SEARCH: _ISSUE},
    "Issue.account": {PAGE: "figures of the report on quality", SEARCH: _ISSUE},
    "Issue.part": {SEARCH: _ISSUE},
    "IssuePart.code": {PAGE: "it is the end of the address"},
    "Publication.region": {PAGE: "it is on the page of the gazette and in the list of regions"},
    "TextLine.line": {PAGE: _LINES},
    "ContentsEntry.lines": {PAGE: _LINES},
    "ContentsEntry.as_printed": {PAGE: "title, number and page number are; its leaders are not"},
    "ContentsEntry.document": {PAGE: "it is the link to the document"},
    "Document.sequence": {
        PAGE: "it is the end of the address",
        SEARCH: "results are in the order of their rank",
    },
    "Document.lines": {SEARCH: _LINES},
    "Document.page": {SEARCH: "nobody searches for a page without its issue, which a result names"},
    "Document.at": {PAGE: _LINES, SEARCH: _LINES},
    "Document.as_printed": {
        DATA: "the catalogue has the values; the parsed issue both",
        SEARCH: "values are searched",
    },
    "Document.effective": {
        SEARCH: "the status that follows from it is a filter; its sentence is in the text"
    },
    "Effective.at": {PAGE: _LINES},
    "Effective.until": {
        PAGE: "shown with the status, which the law does not judge; its sentence is in the text"
    },
    "Document.citations": {PAGE: _IN_TEXT, SEARCH: _IN_TEXT},
    "Part.effective": {
        SEARCH: "the status that follows from that of its document is a filter; its sentence is in the text"
    },
    "Topic.code": {PAGE: "its name is shown, and leads to the page of the class", SEARCH: _FILTER},
    "Topic.name": {SEARCH: _FILTER},
    "Topic.by": {PAGE: _FORM, SEARCH: _FILTER},
    "Topic.words": {SEARCH: _FILTER},
    "Part.kind": {PAGE: _FORM, SEARCH: _FORM},
    "Part.at": {PAGE: _LINES, SEARCH: _LINES},
    "Part.lines": {PAGE: _LINES, SEARCH: _LINES},
    "Part.blocks": {DATA: _NO_TEXT},
    "Text.lines": {PAGE: _LINES, SEARCH: _LINES},
    "Text.breaks": {PAGE: _LINES, SEARCH: _LINES},
    "Opened.enumerator": {PAGE: _LINES, SEARCH: _LINES},
    "Numbered.number": {PAGE: _IN_TEXT, SEARCH: _IN_TEXT},
    "Heading.kind": {PAGE: _FORM, SEARCH: _FORM},
    "Paragraph.lead": {PAGE: _IN_TEXT, SEARCH: _IN_TEXT},
    "Paragraph.kind": {PAGE: _FORM, SEARCH: _FORM},
    "Article.number": {PAGE: _IN_TEXT, SEARCH: _IN_TEXT},
    "Article.insertion": {PAGE: _IN_TEXT, SEARCH: _IN_TEXT},
    "Item.kind": {PAGE: _FORM, SEARCH: _FORM},
    "Item.lead": {PAGE: _IN_TEXT, SEARCH: _IN_TEXT},
    "Table.lines": {PAGE: _LINES, SEARCH: _LINES},
    "Table.row_lines": {PAGE: _LINES, SEARCH: _LINES},
    "Table.group": {PAGE: "it decides which cells are headers", SEARCH: _FORM},
    "Table.spans": {PAGE: "they join the cells of the table on the page", SEARCH: _FORM},
    "Roster.lines": {PAGE: _LINES, SEARCH: _LINES},
}
"""Fields that are not shown, published or searched by themselves, each with the reason."""


class Leaf(NamedTuple):
    """A text or number of a value, with the field that holds it."""

    field: str
    """``Part.title``: the class that declares it, and its name."""
    value: str | int


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """Name of each field of a kind of value, and ``Class.name`` with the class that declares it."""
    named = []
    for name in kind.__struct_fields__:
        bases = reversed(kind.__mro__)
        owner = next(base for base in bases if name in inspect.get_annotations(base))
        named.append((name, f"{owner.__name__}.{name}"))
    return tuple(named)


def leaves_of(value: object, place: str, field: str = "") -> Iterator[Leaf]:
    """Every text and number of a value that has to be at a place; blank texts and what is left out there are none."""
    if place in LEFT_OUT.get(field, {}):
        return
    if isinstance(value, msgspec.Struct):
        for name, inner in fields_of(type(value)):
            yield from leaves_of(getattr(value, name), place, inner)
    elif isinstance(value, tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves_of(one, place, field)
    elif isinstance(value, int) or (isinstance(value, str) and value.strip()):
        yield Leaf(field, value)


def archive_of(issue: Issue) -> Archive:
    """An archive that holds one issue and nothing else."""
    dated = msgspec.structs.replace(issue, year=issue.year or 2021, number=issue.number or 1)
    form = PurePath(issue.source).suffix or ".txt"
    record = record_issue(dated, Source(f"sample/2021-01{form}", "sample"))
    publication = PublicationRecord(
        "sample", issue.publication.title or "公报", issue.publication.region
    )
    return date_on(Archive((publication,), (record,)), "2026-01-01")


def assert_whole_way(issue: Issue) -> None:
    """Every text of an issue is on its page, in its data and in its search text, unless the table says why not."""
    archive = archive_of(issue)
    record = archive.issues[0]
    pages = visible_pages(archive)
    data = squeeze(visible_data(archive))
    alone = msgspec.structs.replace(record.issue, findings=())
    require(alone, PAGE, pages[f"archive/{record.id}/index.md"])
    require(record.whole, DATA, data)
    for document in record.documents:
        page = pages[f"archive/{document.id}.md"]
        require(document.document, PAGE, page)
        require(document.document, SEARCH, search_of(document))


def require(value: object, place: str, whole: str) -> None:
    """Assert that a text holds all texts and numbers of a value that have to be in it."""
    lost = [leaf for leaf in leaves_of(value, place) if not is_in(leaf, place, whole)]
    assert not lost, f"not on the way to {place}: {lost}"


def is_in(leaf: Leaf, place: str, whole: str) -> bool:
    """Whether a text holds a leaf in one of the forms in which it is written there; blanks do not count."""
    text = str(leaf.value)
    forms = [text, chinese_date(text)] if leaf.field in DATES else [text]
    return any((fold(form) if place == SEARCH else squeeze(form)) in whole for form in forms)


def visible_pages(archive: Archive) -> dict[str, str]:
    """What a reader sees of the print on the pages of issues and documents, without blanks; dates also as ISO.

    The words of the editors in a text are none of it.
    """
    render, seen = renderer(), {}
    for page in build_pages(archive):
        if page.uri.startswith("archive/sample/"):
            soup = render(page.text)
            for hidden in soup.select(".visually-hidden, .editor-note"):
                hidden.decompose()
            dates = (str(time.get("datetime", "")) for time in soup.find_all("time"))
            seen[page.uri] = squeeze("\n".join([soup.get_text(), *dates]))
    return seen


def visible_data(archive: Archive) -> str:
    """The values of the catalogue and the cells of all tables."""
    files = dict(build_exports(archive, SERVED))
    catalog = msgspec.json.decode(files["data/catalog.json"])
    tables = (
        data.decode("utf-8-sig") for name, data in files.items() if name.startswith("data/tables/")
    )
    return "\n".join([*scalars(catalog["issues"]), *scalars(catalog["documents"]), *tables])


def scalars(plain: object) -> Iterator[str]:
    """Every value of plain data as text."""
    if isinstance(plain, dict | list):
        for value in plain.values() if isinstance(plain, dict) else plain:
            yield from scalars(value)
    else:
        yield str(plain)


def search_of(record: DocumentRecord) -> str:
    """All that search knows of a document: title, number, filters and the lines of its text."""
    document = record.document
    filters = (read(record) for read in FACETS.values())
    lines = (line.text for line in document_lines(document))
    return "\n".join(map(fold, (document.title, document.number or "", *filters, *lines)))

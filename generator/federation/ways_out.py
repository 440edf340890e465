"""Links from the pages of the index to the archives, and the columns in which listings show documents."""

from generator.federation.joining import Joined, Origin
from generator.model import DocumentRecord
from generator.pages.index.document_rows import DocumentColumn
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column
from generator.pages.writing.addresses import served
from generator.pages.writing.escape import escape_html, escape_label
from generator.words.say import say


def link_out(label: str, address: str, uri: str) -> str:
    """A link from the page ``uri`` to an address on the web, or to a path from the root of the index.

    It is a tag, as MkDocs would look among its pages for what a relative link of Markdown leads to.
    """
    up = "" if "://" in address else "../" * served(uri).count("/")
    return f'<a href="{escape_html(up + address)}">{escape_label(label)}</a>'


def document_address(origin: Origin, id_: str) -> str:
    """The permanent address of a document in its archive, by its id here."""
    return f"{origin.folder}{id_[id_.index('/') :]}{origin.end}"


def issue_address(origin: Origin, id_: str) -> str:
    """The address of an issue in its archive, by its id here."""
    return f"{origin.folder}{id_[id_.index('/') :]}{origin.issue_end}"


def gazette_address(origin: Origin) -> str:
    """The address of a gazette in its archive."""
    return f"{origin.folder}{origin.issue_end}"


def title_out(joined: Joined) -> DocumentColumn:
    """标题, which leads to the document in its archive."""

    def cell(record: DocumentRecord, uri: str) -> str:
        address = document_address(joined.origins[record.gazette], record.id)
        return link_out(record.document.title, address, uri)

    return Column(say("term.title"), cell)


def number_out(joined: Joined) -> DocumentColumn:
    """发文字号, which leads to the document in its archive."""

    def cell(record: DocumentRecord, uri: str) -> str:
        number = record.document.number or ""
        address = document_address(joined.origins[record.gazette], record.id)
        return link_out(number, address, uri) if number else ""

    return Column(say("term.number"), cell)


def issue_out(joined: Joined, registers: Registers) -> DocumentColumn:
    """刊载于: the issue in its archive."""

    def cell(record: DocumentRecord, uri: str) -> str:
        issue = registers.issues[record.issue]
        address = issue_address(joined.origins[record.gazette], issue.id)
        return link_out(registers.full_name(issue), address, uri)

    return Column(say("listing.issue"), cell)

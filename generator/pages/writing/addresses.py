"""Addresses of pages, breadcrumbs and the links before and after."""

from collections.abc import Sequence

from generator.model import DocumentRecord, IssueRecord
from generator.model.ids import read_id
from generator.pages.writing.escape import escape, escape_html
from generator.pages.writing.markdown import bullets, landmark, link, span
from generator.registers.short_numbers import short_number
from generator.words.say import say

HOME = "index.md"
REGISTERS = "archive/index.md"
GAZETTES = "archive/gazettes.md"
NUMBERS = "archive/numbers/index.md"
TOPICS = "archive/topics/index.md"
QUALITY = "archive/quality/index.md"


Crumb = tuple[str, str]
"""Label and address of a page above."""


def home_crumb() -> Crumb:
    """The home page."""
    return say("nav.home"), HOME


def gazettes_crumb() -> Crumb:
    """The list of gazettes."""
    return say("nav.gazettes"), GAZETTES


def numbers_crumb() -> Crumb:
    """The register of numbers."""
    return say("nav.numbers"), NUMBERS


def registers_crumb() -> Crumb:
    """The list of all registers."""
    return say("nav.registers"), REGISTERS


def quality_crumb() -> Crumb:
    """The report on the quality of the archive."""
    return say("nav.quality"), QUALITY


def topics_crumb() -> Crumb:
    """The list of the classes of subjects."""
    return say("register.title.topics"), TOPICS


def topic_uri(code: str) -> str:
    """Address of the documents of a class of subjects: ``archive/topics/science-education.md``."""
    return f"archive/topics/{code}.md"


def gazette_uri(publication: str) -> str:
    """Address of a gazette."""
    return f"archive/{publication}/index.md"


def issue_uri(record: IssueRecord) -> str:
    """Address of an issue index."""
    return f"archive/{record.id}/index.md"


def document_uri(record: DocumentRecord) -> str:
    """Address of a document: its permalink."""
    return f"archive/{record.id}.md"


def address_uri(id_: str) -> str:
    """Address of whatever an id of the ledger names.

    That is a document, ``yunxi/2021/4/1``, or a whole issue, ``yunxi/2021/4``.
    """
    return f"archive/{id_}.md" if read_id(id_).is_document else f"archive/{id_}/index.md"


def served(uri: str) -> str:
    """The address of a page on a server, below the root of the site."""
    folder = uri.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""


def crumbs(uri: str, above: Sequence[Crumb], here: str) -> str:
    """The breadcrumb of a page: links to the pages above it and its own short name."""
    path = " › ".join([*(link(label, target, uri) for label, target in above), escape(here)])
    label = escape_html(say("crumbs.label"))
    return f'{path}\n{{: .crumbs role="navigation" aria-label="{label}" }}'


def pager(
    uri: str, label: str, before: Crumb | None, after: Crumb | None, unit: str = "document"
) -> str:
    """Links to the pages before and after, with their full titles.

    Nothing when there is neither. The links say which is which (``rel``); such links in the head of the page would have
    Firefox load the next one ahead, which its content policy forbids.

    :param unit: ``document`` or ``issue``
    """
    items = [
        f'{span(say(f"pager.{unit}.{name}"), "pager-label")} {link(*target, uri)}{{.{name} rel="{rel}"}}'
        for name, rel, target in (("previous", "prev", before), ("next", "next", after))
        if target
    ]
    return landmark("pager", label, bullets(items)) if items else ""


def short_uri(number: str | None) -> str | None:
    """The short address of a number as that of a page, which only a number of several documents has.

    None for orders, announcements and whatever a path cannot hold.
    """
    short = short_number(number)
    return f"{short.folder}.md" if short else None

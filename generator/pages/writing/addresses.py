"""Addresses of pages, breadcrumbs and the links before and after."""

from collections.abc import Sequence

from generator.model import DocumentRecord, IssueRecord
from generator.model.ids import read_id
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import attributes, bullets, landmark, link, span

HOME = "index.md"
REGISTERS = "archive/index.md"
GAZETTES = "archive/gazettes.md"
QUALITY = "archive/quality/index.md"

Crumb = tuple[str, str]
"""Label and address of a page above."""
HOME_CRUMB: Crumb = ("首页", HOME)
GAZETTES_CRUMB: Crumb = ("公报", GAZETTES)
NUMBERS_CRUMB: Crumb = ("文号", "archive/numbers/index.md")
REGISTERS_CRUMB: Crumb = ("全部名录", REGISTERS)
QUALITY_CRUMB: Crumb = ("质量报告", QUALITY)


def gazette_uri(publication: str) -> str:
    """Address of a gazette."""
    return f"archive/{publication}/index.md"


def issue_uri(record: IssueRecord) -> str:
    """Address of an issue index."""
    return f"archive/{record.id}/index.md"


def quality_uri(record: IssueRecord) -> str:
    """Address of the quality report on an issue."""
    return f"archive/{record.id}/quality.md"


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
    return f'{path}\n{{: .crumbs role="navigation" aria-label="所在位置" }}'


def pager(uri: str, label: str, before: Crumb | None, after: Crumb | None, unit: str = "篇") -> str:
    """Links to the pages before and after, with their full titles.

    Nothing when there is neither.
    """
    items = [
        f"{span(word, 'pager-label')} {link(*target, uri)}{attributes(classes=name)}"
        for word, name, target in (
            (f"上一{unit}", "previous", before),
            (f"下一{unit}", "next", after),
        )
        if target
    ]
    return landmark("pager", label, bullets(items)) if items else ""

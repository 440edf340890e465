"""The page of a gazette: its years and issues."""

from collections.abc import Iterator

from generator.model import IssueRecord, PublicationRecord
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.lists.gazette_list import document_count, years_of
from generator.pages.writing.addresses import gazette_uri, gazettes_crumb, home_crumb, issue_uri
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import dated, facts, link
from generator.pages.writing.page import Page
from generator.words.wording import count


def gazette_pages(registers: Registers) -> Iterator[Page]:
    """A page for each gazette."""
    for publication in registers.archive.publications:
        yield from listing_pages(_listing(registers, publication))


def _listing(registers: Registers, publication: PublicationRecord) -> Listing[IssueRecord]:
    """The issues of a gazette by year, newest first."""
    issues = registers.issues_of[publication.id]
    return Listing(
        uri=gazette_uri(publication.id),
        title=publication.title,
        description=f"{publication.title}各期目录，{years_of(registers, publication.id)}，共{len(issues)}期。",
        kind="gazette",
        above=(home_crumb(), gazettes_crumb()),
        columns=_COLUMNS,
        groups=group_by(
            issues,
            lambda record: f"{record.issue.year or ''}",
            lambda year: f"{year}年" if year else "年份未详",
        ),
        intro=(facts(_facts(registers, publication)),),
        unit="期",
    )


def _facts(registers: Registers, publication: PublicationRecord) -> list[tuple[str, list[str]]]:
    """What is known of a gazette."""
    organs = [escape(organ.name) for organ in publication.organs]
    return [
        ("地区", [escape(publication.region or "")]),
        ("发文机关", ["、".join(organs)]),
        ("收录年份", [years_of(registers, publication.id)]),
        ("收录期数", [count(len(registers.issues_of[publication.id]), "期")]),
        ("收录文件", [count(document_count(registers, publication.id))]),
    ]


_COLUMNS: tuple[Column[IssueRecord], ...] = (
    Column("期号", lambda record, uri: link(record.name, issue_uri(record), uri)),
    Column(
        "总期号", lambda record, _: f"总第{record.issue.serial}期" if record.issue.serial else ""
    ),
    Column("出版日期", lambda record, _: dated(record.issue.published, classes="date")),
    Column("文件数", lambda record, _: f"{len(record.documents)}"),
)

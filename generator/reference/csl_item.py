"""A document of a gazette as an item of CSL-JSON, the form in which programs exchange what they cite.

A gazette is a serial with years and numbers, a document one of its articles: ``[J]`` by GB/T 7714, as the national
union list and Zotero's translators for Chinese sites have the gazette of the State Council. Of the types of CSL it is
``article-magazine``: the public style for GB/T 7714—2015 prints the 发文字号 behind the title of such an article, as
8.2.3 of the standard has the numbers of reports, and leaves it out of one of a learned journal.
"""

import re
from collections.abc import Sequence
from typing import Any

from generator.lexicon.counts.issue_counts import OTHER_NAME, SPECIAL_NAMES
from generator.lexicon.expressions.issue_parts import part_word
from generator.model import Document, DocumentRecord, Finding, Issue, IssueRecord, Value
from generator.model.base import is_month, is_real_date
from generator.model.ids import UNDATED, Count, read_id
from generator.reference.printed_span import last_page

Item = dict[str, Any]
"""An item of CSL-JSON (schema ``csl-data.json`` 1.0); its keys are always in the same order."""

LANGUAGE = "zh-CN"
"""The language of a document as CSL and Zotero name it."""
TYPE = "article-magazine"
PERMANENT = "archive/{}/"
"""The permanent address of a document below the root of a site, by its id."""

_BLANKS = re.compile(r"\s+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REPLACED = "\ufffd"
"""What is there instead of a character that no form can hold."""


class Cited(Value, frozen=True):
    """What is said of a document where it is cited; texts as they were read."""

    id: str
    """``yunxi/2021/4/1``."""
    title: str
    gazette: str
    """Title of the gazette."""
    issuers: tuple[str, ...] = ()
    number: str | None = None
    """发文字号."""
    date: str | None = None
    """成文日期, ISO."""
    published: str | None = None
    """ISO date of the issue."""
    publisher: str | None = None
    """Of the gazette, as printed."""
    first: int | None = None
    """First printed page."""
    last: int | None = None
    """Last printed page; None where it is not known."""
    address: str = ""
    """Absolute and permanent; empty where the site does not know its own."""


def item_of(site: str, gazette: str, issue: IssueRecord, record: DocumentRecord) -> Item:
    """How a document is cited, with its permanent address where the site knows its own.

    :param site: absolute address of the site; empty where nobody knows it
    :param gazette: title of its gazette
    :param issue: of which its date, its publisher and the findings in the document count
    """
    address = f"{site}{PERMANENT.format(record.id)}" if site else ""
    return csl_item(cite_document(record, issue.issue, gazette, issue.issue.findings, address))


def cite_document(
    record: DocumentRecord,
    issue: Issue,
    gazette: str,
    findings: Sequence[Finding],
    address: str = "",
) -> Cited:
    """What is said of a document of an archive where it is cited.

    :param issue: of which only date and publisher count
    :param gazette: title of its gazette
    :param findings: of the issue, or those in the document
    """
    document = record.document
    return Cited(
        id=record.id,
        title=document.title,
        gazette=gazette,
        issuers=named_issuers(document),
        number=document.number,
        date=document.date,
        published=issue.published,
        publisher=issue.publisher,
        first=document.page,
        last=last_page(document, findings),
        address=address,
    )


def named_issuers(document: Document) -> tuple[str, ...]:
    """The issuers of a document, each once; none where none is known."""
    return tuple(dict.fromkeys(filter(None, (*document.issuers, document.issuer))))


def csl_item(cited: Cited) -> Item:
    """The item; what is not known is left out, and no text in it has a line end or a control character.

    ``issued`` is the year of the issue, by which it is counted; the day of an issue that appeared in another year is
    its ``available-date``. ``original-date`` is the 成文日期.
    """
    year = read_id(cited.id).year
    published = date_parts(cited.published)
    counted = published if published[:1] == [year] else [year]
    known = {
        "author": [{"literal": plain(name)} for name in cited.issuers],
        "issued": {} if year == UNDATED else {"date-parts": [counted]},
        "available-date": {"date-parts": [published]} if published and counted != published else {},
        "original-date": {"date-parts": [date_parts(cited.date)]} if date_parts(cited.date) else {},
        "number": plain(cited.number or ""),
        "issue": issue_mark(read_id(cited.id).nth),
        "page": pages_mark(cited.first, cited.last),
        "publisher": plain(cited.publisher or ""),
        "URL": plain(cited.address),
    }
    return {
        "id": cited.id,
        "type": TYPE,
        "title": plain(cited.title),
        "container-title": plain(cited.gazette),
        **{name: value for name, value in known.items() if value},
        "language": LANGUAGE,
    }


def date_parts(iso: str | None) -> list[int]:
    """Year, month and day of an ISO date or of a month; nothing of what no calendar has."""
    if not iso or not (is_real_date(iso) or is_month(iso)):
        return []
    return [int(part) for part in iso.split("-")]


def pages_mark(first: int | None, last: int | None) -> str:
    """``3-5``; ``3`` where it is the only page or the last is not known."""
    if not first:
        return ""
    return f"{first}-{last}" if last and last > first else f"{first}"


def issue_mark(nth: Count) -> str:
    """How a reference counts an issue in its year: 4, 3/4 of two in one, 增刊1, 总78 where only that is known, 12上."""
    if nth.part:
        return f"{issue_mark(nth._replace(part=0))}{part_word(nth.part_code)}"
    between = "/" if nth.last == nth.first + 1 else "-"
    numbers = f"{nth.first}" if nth.first == nth.last else f"{nth.first}{between}{nth.last}"
    if nth.by_serial:
        return f"总{numbers}"
    kind = SPECIAL_NAMES.get(nth.special, OTHER_NAME) if nth.special else ""
    return f"{numbers if nth.numbered else ''}{kind}{nth.own or ''}"


def plain(text: str) -> str:
    """A text on one line; a character that no form can hold is replaced by the sign for one."""
    return _UNPRINTABLE.sub(_REPLACED, _BLANKS.sub(" ", text)).strip()

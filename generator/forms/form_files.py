"""The forms of a document that are files of their own, with their addresses."""

from collections.abc import Iterator

from generator.forms.akoma_meta import PrintedIn
from generator.forms.akoma_ntoso import akoma_ntoso
from generator.forms.document_json import document_json
from generator.forms.markdown_text import markdown_text
from generator.forms.plain_text import plain_text
from generator.forms.site_links import SERVED, Links, form_address
from generator.model import DocumentRecord, IssueRecord, PublicationRecord
from generator.model.ids import read_id
from generator.model.issue import findings_on
from generator.outline.headings import place_parts
from generator.reference import item_of
from generator.words.wording import chinese_issue


def form_files(
    publication: PublicationRecord,
    issue: IssueRecord,
    record: DocumentRecord,
    links: Links = SERVED,
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each form of a document; the same document gives the same bytes.

    :param issue: of which the findings on the lines of the document, its day and its publisher count
    :param links: with the absolute address of the site, where it is known, for the reference to the document
    """
    parts = place_parts(record.document)
    findings = findings_on(issue.issue, record.document)
    printed_in = PrintedIn(
        publication.title, chinese_issue(read_id(record.issue)), issue.issue.published
    )
    csl = item_of(links.site, publication.title, issue, record)
    yield form_address(record.id, "json"), document_json(record, findings, links, parts, csl)
    yield (
        form_address(record.id, "xml"),
        akoma_ntoso(record, findings, printed_in, links, parts),
    )
    if links.has_texts:
        yield form_address(record.id, "txt"), plain_text(record.document).encode()
        yield form_address(record.id, "md"), markdown_text(record.document, parts).encode()

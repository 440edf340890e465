"""An issue and its documents with their permalinks."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from generator.archive.naming import date_by_name, id_of_issue
from generator.errors import NotAGazette
from generator.lexicon.characters import squeeze
from generator.model import Document, DocumentRecord, Finding, Issue, IssueRecord
from generator.model.block import block_texts
from generator.model.ids import Id
from generator.read.corrections import FAILURES
from generator.source.folder import Source


def record_issue(issue: Issue, source: Source) -> IssueRecord:
    """The issue under its id, e.g. ``yunxi/2021/4``.

    Its documents are numbered in the order of the body. Raises
    :class:`~generator.errors.NotAGazette` when neither masthead nor file name gives year and
    number, nor the number of all issues.
    """
    dated = date_by_name(issue, source.path)
    id_ = id_of_issue(source.publication, dated)
    if id_ is None:
        reason = "neither the masthead nor the file name (2021-04) gives year and number"
        raise NotAGazette(source.path, 0, reason)
    documents = tuple(record_document(document, id_) for document in dated.documents)
    return IssueRecord(
        id=str(id_), publication=source.publication, file=f"{source.publication}/{Path(source.path).name}",
        issue=msgspec.structs.replace(dated, documents=()), documents=documents,
    )  # fmt: skip


def record_document(document: Document, issue: Id) -> DocumentRecord:
    """The document under its id, e.g. ``yunxi/2021/4/1``."""
    return DocumentRecord(
        id=str(issue.document(document.sequence)),
        issue=str(issue),
        document=document,
        characters=text_length(document),
    )


def text_length(document: Document) -> int:
    """Count of the non-blank characters of a document's title and text."""
    length = len(squeeze(document.title))
    for part in document.parts:
        for block in part.blocks:
            length += sum(map(len, map(squeeze, block_texts(block))))
    return length


def name_documents(record: IssueRecord, ids: Sequence[str]) -> IssueRecord:
    """The issue with these ids for its documents."""
    named = zip(record.documents, ids, strict=True)
    documents = tuple(msgspec.structs.replace(document, id=id_) for document, id_ in named)
    return msgspec.structs.replace(record, documents=documents)


def has_errors(record: IssueRecord) -> bool:
    """Whether text of an issue is lost or out of order and no person has said so."""
    return bool(open_errors(record))


def open_errors(record: IssueRecord) -> tuple[Finding, ...]:
    """The findings of severity error that nobody has dealt with.

    A loss that a correction records, and whatever the program found on the line of a correction
    that was made, is no news. A correction that was not made speaks of no line; it is reported by
    itself.
    """
    findings = [finding for finding in record.issue.findings if finding.kind not in FAILURES]
    explained = {finding.line for finding in findings if finding.entry}
    errors = (finding for finding in findings if finding.severity == "error")
    return tuple(finding for finding in errors if finding.line not in explained)

"""An issue that another program parsed, with its terms of validity and citations.

That program need not say anything of them. A document that brings a key, even with nothing in it,
is left as it is: only places in its text that it does not give are searched, once.
"""

from collections.abc import Callable

import msgspec

from generator.link import cite_issue
from generator.link.citing_texts import text_at
from generator.link.locate import place_citations
from generator.model import Document, Finding, Issue, Stretch, TextPlace
from generator.model.document import Bound
from generator.parse.document.effective import read_effective, read_force
from generator.parse.findings import place_findings
from generator.parse.text.numbering import number_document
from generator.source.mending import mend_issue
from generator.source.yaml_file import ParsedIssue


def complete_issue(parsed: ParsedIssue) -> Issue:
    """The issue, mended, whose documents have their terms of validity and their citations."""
    settled = {place for place, keys in enumerate(parsed.keys) if "citations" in keys}
    issue = cite_issue(_each(number_document, mend_issue(_date(parsed))), settled)
    return place_findings(_each(place_citations, issue))


def _each(change: Callable[[Document], Document], issue: Issue) -> Issue:
    """The issue with a change made to each of its documents."""
    return msgspec.structs.replace(issue, documents=tuple(map(change, issue.documents)))


def _date(parsed: ParsedIssue) -> Issue:
    """The issue with the terms of validity of the documents that bring none."""
    documents, findings = [], list(parsed.issue.findings)
    known = {(finding.line, finding.kind) for finding in findings}
    for document, keys in zip(parsed.issue.documents, parsed.keys, strict=True):
        if "effective" in keys:
            documents.append(_place_validity(document))
            continue
        dated, remarks = _read_validity(document)
        documents.append(dated)
        findings += [remark for remark in remarks if (remark.line, remark.kind) not in known]
    return msgspec.structs.replace(
        parsed.issue, documents=tuple(documents), findings=tuple(findings)
    )


def _read_validity(document: Document) -> tuple[Document, list[Finding]]:
    """A document with its term of validity, and the findings on its dates."""
    force = read_force(document.parts, document.date)
    dated = msgspec.structs.replace(document, effective=force.effective, parts=force.parts)
    return dated, force.findings


def _place_validity(document: Document) -> Document:
    """A document that brings its term of validity, with the sentences that give it."""
    own = document.effective
    given: dict[Bound, str | None] = {"from": own.start, "until": own.until}
    at = {name: one for name, one in (own.at or {}).items() if _is_in(document, one)}
    if any(given.values()) and not at:
        read = read_effective(document.parts, document.date)[0].at or {}
        at = {name: one for name, one in read.items() if given[name]}
    placed = msgspec.structs.replace(own, at=at or msgspec.UNSET)
    return msgspec.structs.replace(document, effective=placed)


def _is_in(document: Document, stretch: Stretch) -> bool:
    """Whether a document has the stretch of text that is given."""
    text = text_at(document, TextPlace(stretch.part, stretch.block))
    return text is not None and stretch.start <= stretch.end <= len(text.text)

"""An issue that another program parsed, with what that program says nothing of: terms of force and citations.

A document that brings a key, even with nothing in it, is left as it is.
"""

import msgspec

from generator.link import cite_issue
from generator.model import Document, Finding, Issue
from generator.parse.document.effective import read_effective
from generator.source.mending import mend_issue
from generator.source.yaml_file import ParsedIssue


def complete_issue(parsed: ParsedIssue) -> Issue:
    """The issue, mended, whose documents have their terms of force and their citations."""
    settled = {place for place, keys in enumerate(parsed.keys) if "citations" in keys}
    return cite_issue(mend_issue(_date(parsed)), settled)


def _date(parsed: ParsedIssue) -> Issue:
    """The issue with the terms of force of the documents that bring none."""
    documents, findings = [], list(parsed.issue.findings)
    known = {(finding.line, finding.kind) for finding in findings}
    for document, keys in zip(parsed.issue.documents, parsed.keys, strict=True):
        dated, remarks = (document, []) if "effective" in keys else _read_force(document)
        documents.append(dated)
        findings += [remark for remark in remarks if (remark.line, remark.kind) not in known]
    return msgspec.structs.replace(parsed.issue, documents=tuple(documents), findings=tuple(findings))


def _read_force(document: Document) -> tuple[Document, list[Finding]]:
    """A document with its term of force, and what is to be said of its dates."""
    effective, findings = read_effective([block for part in document.parts for block in part.blocks], document.date)
    return msgspec.structs.replace(document, effective=effective), findings

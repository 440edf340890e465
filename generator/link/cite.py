"""The citations of every document of an issue."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from generator.lexicon.text import fold
from generator.link.find import Found, find_citations
from generator.link.relations import relation_of
from generator.model import Citation, Document, Finding, Issue, Table, Text
from generator.model.document import Relation


def cite_issue(issue: Issue) -> Issue:
    """The issue with the citations of its documents; an issue that brings its own keeps them."""
    documents, findings = [], list(issue.findings)
    for document in issue.documents:
        if document.citations:
            documents.append(document)
            continue
        cited, remarks = _cite(document)
        documents.append(msgspec.structs.replace(document, citations=cited))
        findings += remarks
    ordered = tuple(sorted(findings, key=lambda finding: finding.line))
    return msgspec.structs.replace(issue, documents=tuple(documents), findings=ordered)


def _cite(document: Document) -> tuple[tuple[Citation, ...], list[Finding]]:
    own = {fold(part.title) for part in document.parts if part.kind == "enclosure" and part.title}
    citations: list[Citation] = []
    findings: list[Finding] = []
    for text, lines, breaks in chain.from_iterable(_texts(part.blocks) for part in document.parts):
        before: Relation | None = None
        previous = 0
        for found in find_citations(text):
            before = relation_of(text, found, before, previous, own=fold(found.title or "") in own)
            previous = found.end
            line = line_at(lines, breaks, found.start)
            citations.append(Citation(title=found.title, number=found.number, relation=before, line=line))
            if found.incomplete:
                findings.append(_incomplete(line, found))
    return tuple(citations), findings


def _incomplete(line: int, found: Found) -> Finding:
    return Finding(
        line=line, kind="number-incomplete", severity="warning", found=found.number or "",
        message="所引发文字号缺“号”字，照录原文",
    )


def _texts(blocks: tuple[object, ...]) -> Iterator[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Text, lines and line breaks of each block that can cite."""
    for block in blocks:
        if isinstance(block, Text):
            yield block.text, block.lines, block.breaks
        elif isinstance(block, Table):
            for place, row in enumerate(block.rows):
                line = block.row_lines[place] if place < len(block.row_lines) else (block.lines or (0,))[0]
                for cell in row:
                    yield cell, (line,), ()


def line_at(lines: tuple[int, ...], breaks: tuple[int, ...], offset: int) -> int:
    """The source line on which the character at ``offset`` stands; 0 when the block knows none."""
    if not lines:
        return 0
    return lines[min(sum(place <= offset for place in breaks), len(lines) - 1)]

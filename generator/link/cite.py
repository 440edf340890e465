"""The citations of every document of an issue."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import msgspec

from generator.lexicon.text import fold, squeeze
from generator.link.find import Found, find_citations
from generator.link.relations import opens_repeals, relation_of
from generator.link.torn import complete_titles
from generator.model import Citation, Document, Finding, Issue, Item, Part, Span, Table, Text
from generator.model.document import Relation

_OWN_NUMBER = re.compile(r"\S{2,14}〔\d{4}〕\d+号\s*\d{1,2}月\d{1,2}日")
"""The head of a notice among several: 某政任〔2007〕9号 11月12日."""
_SHORTEST = 4
"""A title in a document's own title has at least so many characters."""


def cite_issue(issue: Issue) -> Issue:
    """The issue with the citations of its documents; an issue that brings its own keeps them."""
    documents, findings = [], list(issue.findings)
    torn: set[tuple[int, int]] = set()
    for document in issue.documents:
        if document.citations:
            documents.append(document)
            continue
        cited, remarks, places = _cite(document)
        documents.append(msgspec.structs.replace(document, citations=cited))
        findings += remarks
        torn |= {(document.sequence, place) for place in places}
    ordered = tuple(sorted(findings, key=lambda finding: finding.line))
    return complete_titles(msgspec.structs.replace(issue, documents=tuple(documents), findings=ordered), torn)


def _cite(document: Document) -> tuple[tuple[Citation, ...], list[Finding], list[int]]:
    """The citations of a document, what is to be said of them, and the places of those that go over a line end."""
    own = {fold(part.title) for part in document.parts if part.kind != "body" and part.title}
    citations: list[Citation] = []
    findings: list[Finding] = []
    torn: list[int] = []
    for text, listed in chain.from_iterable(_texts(part) for part in document.parts):
        if _OWN_NUMBER.fullmatch(text.text):
            continue
        before: Relation | None = None
        previous = 0
        for found in find_citations(text.text):
            title = fold(found.title or "")
            is_own = title in own or (len(title) >= _SHORTEST and title in fold(document.title))
            before = relation_of(text.text, found, before, previous, own=is_own)
            previous = found.end
            relation = "repeals" if listed and before == "cites" else before
            line = line_at(text.lines, text.breaks, found.start)
            if any(found.start < place < found.end for place in text.breaks):
                torn.append(len(citations))
            citations.append(Citation(title=found.title, number=found.number, relation=relation, line=line))
            if found.incomplete:
                findings.append(_incomplete(line, found))
    return tuple(citations), findings, torn


def _incomplete(line: int, found: Found) -> Finding:
    return Finding(
        line=line, kind="number-incomplete", severity="warning", found=found.number or "",
        message="所引发文字号缺“号”字，照录原文",
    )


class _Passage(NamedTuple):
    """A text that can cite."""

    text: str
    lines: Span
    """Source lines."""
    breaks: Span
    """Offsets at which the second and each further line begins."""


def _texts(part: Part) -> Iterator[tuple[_Passage, bool]]:
    """The texts of a part, and whether each stands in a list of documents that are repealed."""
    whole = opens_repeals(squeeze(part.title or ""))
    listed = False
    for block in part.blocks:
        if isinstance(block, Text):
            listed = listed and isinstance(block, Item)
            yield _Passage(block.text, block.lines, block.breaks), whole or listed
            listed = listed or opens_repeals(block.text)
        elif isinstance(block, Table):
            for place, row in enumerate(block.rows):
                line = block.row_lines[place] if place < len(block.row_lines) else (block.lines or (0,))[0]
                yield from ((_Passage(cell, (line,), ()), whole) for cell in row)


def line_at(lines: tuple[int, ...], breaks: tuple[int, ...], offset: int) -> int:
    """The source line on which the character at ``offset`` stands; 0 when the block knows none."""
    if not lines:
        return 0
    return lines[min(sum(place <= offset for place in breaks), len(lines) - 1)]

"""Titles that lost characters where a line or page ended.

They are completed when the issue prints the whole title elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import msgspec

from generator.model import Citation, Document, Finding, Issue
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class TornLimits:
    """What a torn title keeps of the whole one; a title that keeps less stays as it is printed."""

    most_lost: int = 6
    """Most characters that a title lost where its line ended;
    what differs by more is another title."""
    before: int = 4
    """Fewest characters before the gap in which both titles agree."""
    behind: int = 2
    """Fewest characters behind the gap in which both titles agree."""


TORN = TornLimits()


def complete_titles(issue: Issue, torn: set[tuple[int, int]]) -> Issue:
    """The issue whose torn titles are whole where exactly one title fits.

    Each is a finding, the text stays as it is.

    :param torn: sequence of the document and place of the citation, of titles that go over a line
        end
    """
    whole = set(_titles(issue, torn))
    findings: list[Finding] = []
    documents = tuple(_complete(document, torn, whole, findings) for document in issue.documents)
    if not findings:
        return issue
    ordered = tuple(sorted((*issue.findings, *findings), key=lambda finding: finding.line))
    return msgspec.structs.replace(issue, documents=documents, findings=ordered)


def _titles(issue: Issue, torn: set[tuple[int, int]]) -> Iterator[str]:
    """The titles that an issue prints whole."""
    yield from (entry.title for entry in issue.contents)
    for document in issue.documents:
        yield document.title
        yield from (part.title for part in document.parts if part.title)
        for place, citation in enumerate(document.citations):
            if citation.title and (document.sequence, place) not in torn:
                yield citation.title


def _complete(
    document: Document, torn: set[tuple[int, int]], whole: set[str], findings: list[Finding]
) -> Document:
    """A document with its torn titles whole; what is completed is added to the findings."""
    citations = list(document.citations)
    for place, citation in enumerate(citations):
        title = citation.title or ""
        if (document.sequence, place) not in torn or title in whole:
            continue
        fitting = [one for one in whole if _fits(one, title)]
        if len(fitting) == 1:
            citations[place] = msgspec.structs.replace(citation, title=fitting[0])
            findings.append(_finding(citation, fitting[0]))
    return msgspec.structs.replace(document, citations=tuple(citations))


def _fits(whole: str, torn: str) -> bool:
    """Whether a title is another one that lost one piece in its middle."""
    if not 1 <= len(whole) - len(torn) <= TORN.most_lost:
        return False
    before, behind = _common(whole, torn), _common(whole[::-1], torn[::-1])
    return before >= TORN.before and behind >= TORN.behind and before + behind >= len(torn)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _finding(citation: Citation, whole: str) -> Finding:
    """What is said of a torn title that is completed."""
    return Finding(
        line=citation.line,
        kind="citation-completed",
        severity="warning",
        found=citation.title or "",
        correct=whole,
        message=say("message.citation-completed"),
    )

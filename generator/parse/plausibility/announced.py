"""The contents against the documents: what one of them has and the other has not."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicon.gazettes import read_covered
from generator.model import ContentsEntry, Document, Finding
from generator.parse.draft import Draft
from generator.words.say import say


@dataclass(frozen=True, slots=True)
class AnnouncedLimits:
    """When contents are complete, so that a document which they lack is a contradiction."""

    entries: int = 2
    """Fewest entries that announce a document."""
    missing: float = 1 / 3
    """Most documents that they may lack, as a share of all; where they lack more, they name only some."""
    shown: int = 40
    """Longest title that a finding shows, in characters."""


ANNOUNCED = AnnouncedLimits()


def check_announced(draft: Draft) -> Iterator[Finding]:
    """Entries without a document, and documents without an entry where the contents are complete."""
    for entry in draft.contents:
        if entry.document is None:
            yield _unread(entry)
    announced = {
        sequence
        for entry in draft.contents
        if entry.document
        for sequence in range(entry.document, entry.document + read_covered(entry.title))
    }
    left = [document for document in draft.documents if document.sequence not in announced]
    if is_complete(len(announced), len(left), len(draft.documents)):
        yield from map(_unannounced, left)


def _unread(entry: ContentsEntry) -> Finding:
    """What is said of an entry whose document was not found."""
    return Finding(
        line=next(iter(entry.lines), 0),
        kind="entry-without-document",
        severity="error",
        found=entry.title,
        message=say("message.entry-without-document", title=entry.title),
    )


def is_complete(announced: int, left: int, documents: int) -> bool:
    """Whether the contents name enough of the documents to be meant to name all."""
    return announced >= ANNOUNCED.entries and left <= documents * ANNOUNCED.missing


def _unannounced(document: Document) -> Finding:
    """What is said of a document that the contents do not name."""
    return Finding(
        line=document.lines[0],
        kind="document-without-entry",
        severity="warning",
        found=document.title[: ANNOUNCED.shown],
        message=say("message.document-without-entry"),
    )

"""Frozen values that the stages hand to each other; no input or output, no rules of reading."""

from generator.model.accuracy import Accuracy, Figure, Measure, Share
from generator.model.archive import Archive, DocumentRecord, IssueRecord, Organ, PublicationRecord
from generator.model.base import Span, Stretch, TextPlace, Value
from generator.model.block import (
    Article,
    Block,
    CellSpan,
    Copies,
    Heading,
    Item,
    Member,
    Note,
    Paragraph,
    Recipients,
    Roster,
    RosterGroup,
    Signature,
    Table,
    Text,
)
from generator.model.document import Citation, Document, Effective, Part, Printed
from generator.model.finding import Finding
from generator.model.issue import (
    Account,
    ContentsEntry,
    Issue,
    IssuePart,
    Publication,
    Special,
    TextLine,
)
from generator.model.permalink import Conflict, Permalink
from generator.model.site import Licence, Site
from generator.model.validity import Coverage, Evidence

__all__ = [
    "Account",
    "Accuracy",
    "Archive",
    "Article",
    "Block",
    "CellSpan",
    "Citation",
    "Conflict",
    "ContentsEntry",
    "Copies",
    "Coverage",
    "Document",
    "DocumentRecord",
    "Effective",
    "Evidence",
    "Figure",
    "Finding",
    "Heading",
    "Issue",
    "IssuePart",
    "IssueRecord",
    "Item",
    "Licence",
    "Measure",
    "Member",
    "Note",
    "Organ",
    "Paragraph",
    "Part",
    "Permalink",
    "Printed",
    "Publication",
    "PublicationRecord",
    "Recipients",
    "Roster",
    "RosterGroup",
    "Share",
    "Signature",
    "Site",
    "Span",
    "Special",
    "Stretch",
    "Table",
    "Text",
    "TextLine",
    "TextPlace",
    "Value",
]

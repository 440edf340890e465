"""The stages of parsing, in order."""

from collections.abc import Callable
from dataclasses import replace

from generator.errors import NotAGazette
from generator.lexicon.above_text.no_organs import ABOUT, is_addressed_by_state, is_no_organ
from generator.lexicon.organs import government_place
from generator.lexicon.regions import find_region
from generator.model import Document, Issue, Publication, PublicationRecord
from generator.parse.beginnings.lost_line_ends import restore_line_ends
from generator.parse.corrected.corrected_elements import correct_derived, correct_elements
from generator.parse.corrected.corrected_masthead import correct_masthead
from generator.parse.corrected.corrected_tables import correct_tables
from generator.parse.corrected.unmade import report_unmade
from generator.parse.document.checks import check_documents
from generator.parse.document.documents import read_documents
from generator.parse.draft import Draft
from generator.parse.findings import place_findings
from generator.parse.front.front_text import report_front_text
from generator.parse.issue.contents import read_contents
from generator.parse.issue.masthead import read_masthead
from generator.parse.issue.match import match_contents
from generator.parse.issue.starts import find_starts
from generator.parse.people_first import prefer_people
from generator.parse.plausibility.plausibility_rules import check_plausibility
from generator.parse.text.setting import read_layout
from generator.read import Read


def measure_layout(draft: Draft) -> Draft:
    """The draft with the layout of its running text."""
    return replace(draft, layout=read_layout(draft.lines[draft.body :]))


STAGES: tuple[Callable[[Draft], Draft], ...] = (
    restore_line_ends,
    read_contents,
    measure_layout,
    find_starts,
    read_masthead,
    correct_masthead,
    read_documents,
    correct_tables,
    correct_elements,
    match_contents,
    correct_derived,
    check_documents,
    report_front_text,
    check_plausibility,
    report_unmade,
)
"""Each stage adds to the draft; the order is the order of what they need from each other.

What people said of text is in the lines already. ``find_starts`` and ``read_documents`` heed what they said of
beginnings and ends; what they said of values is set when these are read, before anything is derived from them.
"""


def parse_issue(read: Read, publication: PublicationRecord | None = None) -> Issue:
    """The issue that the lines of a source hold.

    :param publication: what is known of the gazette, if anything
    :raises NotAGazette: when there are no lines, or no document and no masthead of a gazette in them
    """
    if not read.lines:
        raise NotAGazette(read.source, 0, "the file is empty, or holds nothing that a reader sees")
    draft = Draft(
        source=read.source,
        sha256=read.sha256,
        lines=read.lines,
        publication=publication,
        findings=tuple(read.findings),
        waiting=read.waiting,
    )
    for stage in STAGES:
        draft = stage(draft)
    _require_gazette(draft)
    return prefer_people(place_findings(_issue(draft)))


def _require_gazette(draft: Draft) -> None:
    """Raise NotAGazette unless the draft holds a document, and a masthead or something that only an organ issues."""
    if draft.documents and (draft.masthead.title or _is_official(draft)):
        return
    found = "no masthead of a gazette and no official document was found"
    if draft.masthead.title:
        found = "a masthead but no document was found"
    first = draft.lines[0].number if draft.lines else 0
    raise NotAGazette(draft.source, first, f"{found}: {_missing(draft)}")


def _missing(draft: Draft) -> str:
    """What makes a document and was missed, and the lines in which it was searched for."""
    lines = draft.lines[draft.body :] or draft.lines
    where = f"in lines {lines[0].number} to {lines[-1].number}"
    if not draft.documents:
        return f"{where} no title, and no number with a title or red head, begins a document"
    place = draft.documents[0].lines[0]
    if _is_private(draft.documents[0]) or draft.documents[0].recipients:
        return f"{where} the document of line {place} has no number and is not that of an organ of state"
    return f"{where} the title of line {place} has no number, no recipients and no signed and dated text"


def _is_official(draft: Draft) -> bool:
    """Whether a source without a masthead holds documents that only an organ issues.

    Recipients and a signature are those of an organ unless a company or a school signs.
    """
    return any(document.number or _is_of_organ(document) for document in draft.documents)


def _is_of_organ(document: Document) -> bool:
    """Whether a document without a number is addressed, or signed and dated, and of an organ of state."""
    if _is_private(document):
        return False
    return _is_addressed(document) or _is_signed(document) or _is_dated_above(document)


def _is_private(document: Document) -> bool:
    """Whether a company or a school issues a document, by its signature or its title."""
    return is_no_organ(document.signature or document.issuer or document.title.partition(ABOUT)[0])


def _is_addressed(document: Document) -> bool:
    """Whether a document has recipients; of one that names no organ they must be such as only an organ addresses."""
    recipients = document.recipients
    if recipients is None or document.signature or document.issuer:
        return recipients is not None
    return is_addressed_by_state(recipients)


def _is_signed(document: Document) -> bool:
    """Whether a document without number and recipients, such as 通告, has a text and is signed and dated."""
    has_text = any(part.blocks for part in document.parts)
    return bool(has_text and document.issuer and document.signature and document.date)


def _is_dated_above(document: Document) -> bool:
    """Whether a document whose title names its organ has its date, or the note of its adoption, above its text.

    Decisions of a congress and opinions of a party committee are printed so, without number, recipients
    and signature: （2022年7月1日某某会议通过）.
    """
    first = next(
        (line for part in document.parts for block in part.blocks for line in block.lines), 0
    )
    places = document.at.get("date", ())
    return bool(
        first and document.issuer and document.date and all(line <= first for line in places)
    )


def _issue(draft: Draft) -> Issue:
    """The issue as the stages have read it."""
    masthead = draft.masthead
    return Issue(
        source=draft.source,
        sha256=draft.sha256,
        publication=_publication(draft),
        year=masthead.year,
        number=masthead.number,
        numbers=masthead.numbers,
        serial=masthead.serial,
        serials=masthead.serials,
        special=masthead.special,
        part=masthead.part,
        published=masthead.published,
        publisher=masthead.publisher,
        masthead=draft.front,
        contents=draft.contents,
        documents=draft.documents,
        findings=tuple(sorted(draft.findings, key=lambda finding: finding.line)),
    )


def _publication(draft: Draft) -> Publication:
    """The gazette: as described, else as its masthead names it."""
    described = draft.publication
    if described:
        return Publication(described.title, described.region)
    return Publication(draft.masthead.title, region_of(draft.masthead.title))


def region_of(title: str) -> str | None:
    """The administrative path of the place that a masthead names, when only one place is called so."""
    place = government_place(title) or title.removesuffix("公报").removesuffix("政府")
    return find_region(place)

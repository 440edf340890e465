"""A document as Akoma Ntoso 3.0 (OASIS LegalDocML): ``doc`` with its instruments and attachments as components.

Every document is a ``doc``. Whether a notice, an opinion or a measure is law is not printed, and a ``doc`` may have
articles. What a notice issues, and what it attaches, is a ``doc`` of its own in ``attachments``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.forms.akoma_blocks import Piece, Refs, find_refs, paragraph, xml_text
from generator.forms.akoma_meta import PrintedIn, component_meta, document_meta
from generator.forms.akoma_names import element_id
from generator.forms.akoma_outline import Outline, named
from generator.forms.reading_order import ElementAround, part_title, reading_order
from generator.forms.site_links import SERVED, Links
from generator.model import DocumentRecord, Finding
from generator.outline.headings import PlacedPart, place_parts

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">'


@dataclass(slots=True)
class _Section:
    """The text of a document, or of one of its components, while it is taken in order."""

    outline: Outline | None
    """None where a document has no text of its own."""
    before: str = ""
    """Elements before the text."""
    after: str = ""
    """Elements behind it."""
    has_begun: bool = False

    def put(self, elements: str) -> None:
        """Put elements before the text or behind it, as far as it is there."""
        if self.has_begun:
            self.after += elements
        else:
            self.before += elements

    def add(self, piece: Piece) -> None:
        """Add what is no block of the text."""
        if self.outline is not None:
            self.has_begun = True
            self.outline.add([piece])

    def take(self, block: int) -> None:
        """Take a block of the text."""
        if self.outline is not None:
            self.has_begun = True
            self.outline.take(block)

    @property
    def xml(self) -> str:
        """Preamble, body and conclusions; a body must have some content."""
        body = (self.outline.xml() if self.outline is not None else "") or "<p/>"
        return f"{_in('preamble', self.before)}<mainBody>{body}</mainBody>{_in('conclusions', self.after)}"


def akoma_ntoso(
    record: DocumentRecord,
    findings: Sequence[Finding] = (),
    printed_in: PrintedIn | None = None,
    links: Links = SERVED,
    parts: Sequence[PlacedPart] | None = None,
) -> bytes:
    """The Akoma Ntoso of a document, UTF-8.

    :param findings: those on its lines
    :param printed_in: the issue that prints it
    :param parts: its parts in the outline, where they are known already
    """
    document = record.document
    placed = place_parts(document) if parts is None else parts
    own, *others = _sections(record, placed, find_refs(record))
    first = 1 if _has_body(placed) else 0
    attached = "".join(
        _attachment(record, part, nth, section)
        for nth, (part, section) in enumerate(zip(placed[first:], others, strict=True), 1)
    )
    printed = printed_in or PrintedIn(record.gazette, record.issue)
    meta = document_meta(record, findings, printed, links.document(record.id))
    name = xml_text("".join((document.kind or "").split())) or "document"
    preface = "".join(_preface(record))
    text = (
        f'{_HEAD}<doc name="{name}">{meta}<preface>{preface}</preface>{own.xml}'
        f"{_in('attachments', attached)}</doc></akomaNtoso>\n"
    )
    return text.encode()


def _has_body(parts: Sequence[PlacedPart]) -> bool:
    """Whether the first part is the document's own text."""
    return bool(parts) and parts[0].part.kind == "body"


def _in(tag: str, xml: str) -> str:
    """Content in an element; nothing for none."""
    return f"<{tag}>{xml}</{tag}>" if xml else ""


def _preface(record: DocumentRecord) -> Iterator[str]:
    """发文机关标志, title and number in the order of the print, as far as it is known where each of them is."""
    document = record.document
    written = {
        "head": paragraph(xml_text(document.head or ""), "head"),
        "title": f'<p class="title"><docTitle>{xml_text(document.title)}</docTitle></p>',
        "number": f'<p class="number"><docNumber>{xml_text(document.number or "")}</docNumber></p>',
    }
    names = [name for name in written if getattr(document, name)]
    if all(document.at.get(name) for name in names):
        names.sort(key=lambda name: document.at[name][0])
    yield from (written[name] for name in names)


def _sections(record: DocumentRecord, parts: Sequence[PlacedPart], refs: Refs) -> list[_Section]:
    """The document's own text, then each component, with the elements where they are printed.

    Elements before the first block of a section are its preamble, those before the title of the next its conclusion.
    """
    outlines = [Outline(nth, part, refs) for nth, part in enumerate(parts)]
    first = 1 if _has_body(parts) else 0
    sections = [_Section(None), *map(_Section, outlines)][first:]
    current, waiting = sections[0], ""
    for one in reading_order(record.document):
        if isinstance(one, ElementAround):
            waiting += _element(one)
            continue
        section = sections[one.part + 1 - first]
        if section is not current or not current.has_begun:
            current.put(waiting)
        elif waiting:
            section.add(Piece(waiting, "block"))
        current, waiting = section, ""
        if one.block is not None:
            section.take(one.block)
        elif section is sections[0]:
            section.add(Piece(xml_text(part_title(parts[one.part].part)), "p", name="part-title"))
    current.put(waiting)
    return sections


def _element(element: ElementAround) -> str:
    """An element around a text as a paragraph."""
    return paragraph(xml_text(element.text), element.name)


def _attachment(record: DocumentRecord, part: PlacedPart, nth: int, section: _Section) -> str:
    """An instrument that a document issues, or something that it attaches, as a component."""
    anchor = part.anchor or f"component-{nth}"
    label, title = xml_text(part.part.label or ""), xml_text(part.part.title or "")
    return (
        f"<attachment{named(anchor)}>{_in('num', label)}{_in('heading', title)}"
        f'<doc name="{part.part.kind}">{component_meta(record, element_id(anchor))}'
        f"{section.xml}</doc></attachment>"
    )

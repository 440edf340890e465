"""What Akoma Ntoso says of a document beside its text: identifiers, events, organs, findings."""

from collections.abc import Iterator, Mapping, Sequence

from generator.forms.akoma_blocks import xml_text
from generator.forms.akoma_names import COUNTRY, LANGUAGE, NO_DATE, frbr_uri, work_address
from generator.model import DocumentRecord, Finding, Value
from generator.model.base import is_real_date

READER, GAZETTE, ISSUER = "gongbao", "gazette", "issuer"
"""Ids of the program that read a document, of the gazette, and of the organs that issue it."""


class PrintedIn(Value, frozen=True):
    """The gazette and the issue that print a document."""

    gazette: str
    """Title of the gazette."""
    issue: str
    """2021年第4期."""
    published: str | None = None
    """ISO date of the issue."""


def document_meta(
    record: DocumentRecord, findings: Sequence[Finding], printed_in: PrintedIn, page: str
) -> str:
    """The ``meta`` of a document.

    :param page: address of its page, relative to the root of the site
    """
    published = printed_in.published or ""
    publication = (
        f'<publication date="{published}" name="{xml_text(printed_in.gazette)}" '
        f'showAs="{xml_text(printed_in.gazette)}" number="{xml_text(printed_in.issue)}"/>'
    )
    return (
        f"<meta>{_identification(record, page=page)}"
        f"{publication if is_real_date(published) else ''}"
        f"{_events(record)}{_references(record, printed_in)}{_notes(findings)}</meta>"
    )


def component_meta(record: DocumentRecord, component: str) -> str:
    """The ``meta`` of an instrument or an attachment, which is a component of its document."""
    return f"<meta>{_identification(record, component)}</meta>"


def _identification(record: DocumentRecord, component: str = "", page: str = "") -> str:
    """Work, Expression and Manifestation of a document, or of a component of it."""
    own, whole = frbr_uri(record.id, component), frbr_uri(record.id)
    date = _date_of(record)
    author = f'<FRBRauthor href="#{f"{ISSUER}_1" if record.document.issuers else GAZETTE}"/>'
    dated = (
        f'<FRBRdate date="{date}" name="{"unknown" if date == NO_DATE else "generation"}"/>{author}'
    )
    alias = f'<FRBRalias value="{xml_text(page)}" name="page"/>' if page else ""
    number = "" if component or not record.document.number else record.document.number
    numbered = f'<FRBRnumber value="{xml_text(number)}"/>' if number else ""
    return (
        f'<identification source="#{READER}">'
        f"<FRBRWork>{_names(own.work_uri(), whole.work_uri())}{alias}{dated}"
        f'<FRBRcountry value="{COUNTRY}"/>{numbered}</FRBRWork>'
        f"<FRBRExpression>{_names(own.expression_uri(), whole.expression_uri())}{dated}"
        f'<FRBRlanguage language="{LANGUAGE}"/></FRBRExpression>'
        f"<FRBRManifestation>{_names(own.manifestation_uri(), whole.manifestation_uri())}{dated}"
        f'<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>'
    )


def _names(this: str, uri: str) -> str:
    """The two identifiers of a level."""
    return f'<FRBRthis value="{xml_text(this)}"/><FRBRuri value="{xml_text(uri)}"/>'


def _date_of(record: DocumentRecord) -> str:
    """The 成文日期 where it is a day of the calendar, else the date that stands for none."""
    date = record.document.date or ""
    return date if is_real_date(date) else NO_DATE


def _events(record: DocumentRecord) -> str:
    """When the document was made, comes into force, ends and was repealed: as far as there is evidence."""
    known = _known_events(record)
    if not known:
        return ""
    refs = "".join(
        f'<eventRef eId="event_{name}" date="{date}" source="#{source}"{kind}/>'
        for name, (date, source, kind) in known.items()
    )
    ends = "repealed" if "repealed" in known else "until"
    bounds = [("start", "from"), ("end", ends)]
    interval = "".join(f' {key}="#event_{name}"' for key, name in bounds if name in known)
    temporal = (
        f'<temporalData source="#{READER}"><temporalGroup eId="tmpg_1">'
        f'<timeInterval refersTo="#in-force"{interval}/></temporalGroup></temporalData>'
    )
    return f'<lifecycle source="#{READER}">{refs}</lifecycle>{temporal if interval else ""}'


def _known_events(record: DocumentRecord) -> Mapping[str, tuple[str, str, str]]:
    """Name of an event → its day, what says so, and its type as an attribute, where Akoma Ntoso has one."""
    found = record.evidence
    by = found.by if found else None
    events = {
        "generation": (record.document.date, "original", ' type="generation"'),
        "from": (found.start if found else None, "original", ""),
        "until": (found.until if found else None, "original", ""),
        "repealed": (found.by_date if found and by else None, "repealing", ' type="repeal"'),
    }
    return {
        name: (day, source, kind)
        for name, (day, source, kind) in events.items()
        if day and is_real_date(day)
    }


def _references(record: DocumentRecord, printed_in: PrintedIn) -> str:
    """The document itself, what repeals it, its organs, and who read it."""
    return f'<references source="#{READER}">{"".join(_entries(record, printed_in))}</references>'


def _entries(record: DocumentRecord, printed_in: PrintedIn) -> Iterator[str]:
    """The entries of the references."""
    yield _reference("original", "original", work_address(record.id), record.document.title)
    if record.evidence and record.evidence.by:
        by = record.evidence.by
        yield _reference("passiveRef", "repealing", work_address(by), by)
    for nth, issuer in enumerate(record.document.issuers, 1):
        yield _reference(
            "TLCOrganization",
            f"{ISSUER}_{nth}",
            f"/ontology/organization/{COUNTRY}.{_path(issuer)}",
            issuer,
        )
    gazette = f"/ontology/object/{COUNTRY}.{_path(record.gazette)}"
    yield _reference("TLCObject", GAZETTE, gazette, printed_in.gazette)
    yield _reference("TLCObject", READER, "/ontology/object/gongbao", "Gongbao")
    yield _reference("TLCConcept", "in-force", "/ontology/concept/in-force", "in force")


def _path(name: str) -> str:
    """A name as part of an address, in which nothing ends it."""
    return "".join(sign if sign.isalnum() or sign in "-._" else "-" for sign in name)


def _reference(tag: str, id_: str, href: str, name: str) -> str:
    """An entry of the references."""
    return f'<{tag} eId="{id_}" href="{xml_text(href)}" showAs="{xml_text(name)}"/>'


def _notes(findings: Sequence[Finding]) -> str:
    """What was repaired, doubted or lost, each with its source line, the characters found and those read."""
    notes = "".join(_note(nth, finding) for nth, finding in enumerate(findings, 1))
    return f'<notes source="#{READER}">{notes}</notes>' if notes else ""


def _note(nth: int, finding: Finding) -> str:
    """A finding as a note."""
    said = (("found", finding.found), ("correct", finding.correct), ("message", finding.message))
    written = "".join(f'<p class="{name}">{xml_text(text)}</p>' for name, text in said if text)
    return (
        f'<note eId="note_{nth}" class="{finding.severity} {xml_text(finding.kind)}">'
        f'<p class="line">{finding.line}</p>{written}</note>'
    )

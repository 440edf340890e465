"""The register of documents that are cited and not held.

One row each, by level, with the documents that cite them.
"""

from collections.abc import Iterator, Mapping

from generator.lexicon.levels import LEVEL_CODES, LEVELS
from generator.model import DocumentRecord
from generator.pages.index.listing import Column, Group, Listing
from generator.pages.writing.addresses import document_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import link, span
from generator.registers.unheld import CitedDocument, CitedIndex
from generator.words.say import say

CITED = "archive/cited/index.md"
MOST_CITING = 5
"""Most documents that a row names; where there are more, a page of its own lists all."""
_KEYS = {**LEVEL_CODES, "": "unknown"}


def cited_listing(
    cited: CitedIndex, records: Mapping[str, DocumentRecord]
) -> Listing[CitedDocument]:
    """The register as a listing."""
    by_level: dict[str, list[CitedDocument]] = {level: [] for level in (*LEVELS, "")}
    for entry in cited.documents:
        by_level[entry.level or ""].append(entry)
    return Listing(
        uri=CITED,
        title=say("cited.title"),
        description=say("cited.description"),
        kind="listing",
        above=(home_crumb(), registers_crumb()),
        columns=_columns(records),
        groups=tuple(
            Group(_KEYS[level], say(f"level.{_KEYS[level]}"), rows)
            for level, rows in by_level.items()
            if rows
        ),
        intro=_intro() if cited.documents else (),
        empty=say("cited.empty") if records else say("empty.documents"),
    )


def _intro() -> tuple[str, ...]:
    """What is in the register, how it is ordered, and what else may be in it."""
    return say("cited.intro"), say("cited.intro_levels"), say("cited.intro_names")


def citing_uri(entry: CitedDocument) -> str:
    """Address of the page that lists all documents citing an entry.

    Only an entry has one whose row cannot name them all.
    """
    return f"archive/cited/{entry.id}.md"


def name_of(entry: CitedDocument) -> str:
    """Title, else number."""
    return entry.title or entry.number or ""


def _columns(records: Mapping[str, DocumentRecord]) -> tuple[Column[CitedDocument], ...]:
    """Title with the anchor, number, count of citing documents, the first of them."""
    return (
        Column(
            say("cited.document"),
            lambda entry, _: f'<span id="{entry.id}">{escape(name_of(entry))}</span>',
        ),
        Column(
            say("term.number"),
            lambda entry, _: span(entry.number, "number") if entry.number and entry.title else "",
        ),
        Column(say("cited.count"), lambda entry, _: say("cited.times", n=len(entry.citing))),
        Column(
            say("cited.citing"),
            lambda entry, uri: "<br>".join(_citing(entry, records, uri)),
        ),
    )


def _citing(entry: CitedDocument, records: Mapping[str, DocumentRecord], uri: str) -> Iterator[str]:
    """The documents that cite an entry, linked."""
    for id_ in entry.citing[:MOST_CITING]:
        yield link(records[id_].document.title, document_uri(records[id_]), uri)
    if len(entry.citing) > MOST_CITING:
        yield link(say("listing.all", n=len(entry.citing)), citing_uri(entry), uri)

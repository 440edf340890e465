"""The register of documents that are cited and not held.

Each has a row with the documents that cite it, on a page that its id alone decides: a document that cites
it leads there, and is the same page however large the archive is. The row of what very many documents cite
names none of them, so that it is not written anew with each. Above these pages the register is by level: all
of a small archive, the most cited of a large one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from msgspec.structs import replace as struct_replace

from generator.lexicon.levels import LEVEL_CODES, LEVELS
from generator.model import DocumentRecord
from generator.pages.index.listing import FEWER, Column, Group, Listing
from generator.pages.writing.addresses import document_uri, home_crumb, registers_crumb
from generator.pages.writing.escape import escape, escape_label
from generator.pages.writing.markdown import link, relative, span
from generator.registers.unheld import CitedDocument, CitedIndex
from generator.words.say import say

CITED = "archive/cited/index.md"
MOST_CITED = 200
"""Most cited documents of a register that is one page."""
MOST_CITING = 20
"""Most documents that a row names; where there are more, a page of its own lists all."""
NAMED = 5
"""How many of these the row of a small archive names nevertheless."""
STEPS = (1000, 500, 200, 100, 50, MOST_CITING + 1)
"""Counts of citing documents by which a row says that an entry is cited often: it changes only with these."""
SHELVES = 64
"""Pages that have the rows."""
MOST_ON_SHELF = 400
"""Most rows of one of these pages; more are in further pages, to which only the register leads."""
_KEYS = {**LEVEL_CODES, "": "unknown"}


def cited_listing(
    cited: CitedIndex, records: Mapping[str, DocumentRecord]
) -> Listing[CitedDocument]:
    """The register of a small archive as a listing."""
    return Listing(
        uri=CITED,
        title=say("cited.title"),
        description=say("cited.description"),
        kind="listing",
        above=(home_crumb(), registers_crumb()),
        columns=_columns(records),
        groups=tuple(by_level(cited)),
        intro=cited_intro() if cited.documents else (),
        empty=say("cited.empty") if records else say("empty.documents"),
        limit=MOST_CITED,
    )


def by_level(cited: CitedIndex) -> Iterator[Group[CitedDocument]]:
    """The cited documents of each level that has any, the most cited first."""
    rows: dict[str, list[CitedDocument]] = {level: [] for level in (*LEVELS, "")}
    for entry in cited.documents:
        rows[entry.level or ""].append(entry)
    for level, entries in rows.items():
        if entries:
            yield Group(_KEYS[level], say(f"level.{_KEYS[level]}"), entries)


def most_cited_listing(group: Group[CitedDocument]) -> Listing[CitedDocument]:
    """The most cited documents of a level of a large archive, which lead to their rows."""
    return Listing(
        uri=f"archive/cited/{group.key}.md",
        title=say("listing.part", title=say("cited.title"), part=group.label),
        description=say("cited.description"),
        kind="listing",
        above=(home_crumb(), registers_crumb(), (say("cited.title"), CITED)),
        columns=(Column(say("cited.document"), _linked), *_columns({})[1:3]),
        groups=(replace(group, label="", rows=group.rows[:FEWER]),),
        intro=(say("cited.most", n=min(len(group.rows), FEWER)),),
        label=group.label,
    )


def shelf_listings(
    cited: CitedIndex, records: Mapping[str, DocumentRecord]
) -> Iterator[Listing[CitedDocument]]:
    """The pages that have the rows, by the ids of the cited documents.

    What is known by several ids has a row for each.
    """
    shelves: defaultdict[str, list[CitedDocument]] = defaultdict(list)
    by_id = {entry.id: entry for entry in cited.documents}
    others = [struct_replace(by_id[id_], id=other) for other, id_ in cited.others.items()]
    for entry in (*cited.documents, *others):
        shelves[shelf_of(entry.id)].append(entry)
    for shelf, entries in sorted(shelves.items()):
        yield Listing(
            uri=f"archive/cited/{shelf}.md",
            title=say("listing.part", title=say("cited.title"), part=shelf),
            description=say("cited.description"),
            kind="listing",
            above=(home_crumb(), registers_crumb(), (say("cited.title"), CITED)),
            columns=(*_columns(records)[:2], *_steady_columns(records, cited.others)),
            groups=(Group("", "", sorted(entries, key=lambda entry: entry.id)),),
            label=shelf,
            limit=MOST_ON_SHELF,
        )


def shelf_of(id_: str) -> str:
    """Which page has the row of a cited document, by the two figures behind ``c-``: ``4c`` has that of ``c-4f…``."""
    figures = int(id_.removeprefix("c-")[:2], 16)
    return f"{figures - figures % (256 // SHELVES):02x}"


def cited_intro() -> tuple[str, ...]:
    """What is in the register, how it is ordered, and what else may be in it."""
    return say("cited.intro"), say("cited.intro_levels"), say("cited.intro_names")


def citing_uri(id_: str) -> str:
    """Address of the page that lists all documents citing an entry.

    Only an entry has one whose row cannot name them all.
    """
    return f"archive/cited/{id_}.md"


def _linked(entry: CitedDocument, uri: str) -> str:
    """A cited document, leading to its row."""
    address = f"{relative(uri, f'archive/cited/{shelf_of(entry.id)}.md')}#{entry.id}"
    return f"[{escape_label(name_of(entry))}]({address})"


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


def _steady_columns(
    records: Mapping[str, DocumentRecord], others: Mapping[str, str]
) -> Iterator[Column[CitedDocument]]:
    """Count of citing documents, and these; of many neither the exact count nor some of them."""
    _, _, count, citing = _columns(records)

    def count_of(entry: CitedDocument, uri: str) -> str:
        """How many cite it, or how many at least."""
        if len(entry.citing) <= MOST_CITING:
            return count.cell(entry, uri)
        least = next(step for step in STEPS if step <= len(entry.citing))
        return say("cited.at_least", n=least)

    def citing_of(entry: CitedDocument, uri: str) -> str:
        """Those that cite it, or where they are."""
        if len(entry.citing) <= MOST_CITING:
            return citing.cell(entry, uri)
        return link(say("cited.all_citing"), citing_uri(others.get(entry.id, entry.id)), uri)

    yield Column(count.name, count_of)
    yield Column(citing.name, citing_of)


def _citing(entry: CitedDocument, records: Mapping[str, DocumentRecord], uri: str) -> Iterator[str]:
    """The documents that cite an entry, linked."""
    is_long = len(entry.citing) > MOST_CITING
    for id_ in entry.citing[: NAMED if is_long else MOST_CITING]:
        yield link(records[id_].document.title, document_uri(records[id_]), uri)
    if is_long:
        yield link(say("listing.all", n=len(entry.citing)), citing_uri(entry.id), uri)

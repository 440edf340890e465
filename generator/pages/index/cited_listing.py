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
from generator.words.wording import level_word

CITED = "archive/cited/index.md"
MOST_CITING = 5
"""Most documents that a row names; where there are more, a page of its own lists all."""
_KEYS = {**LEVEL_CODES, "": "unknown"}
_INTRO = (
    "下列文件见于本库文件的引用，而本库未收。按制发机关的级别分组，依引用它的文件多少排列。",
    "级别据标题所载机关、地名或者发文字号推定，推定不出的列入“级别未详”。",
    "书名号内所引也有表单、系统、证书等，照录，不另剔除。",
)


def cited_listing(
    cited: CitedIndex, records: Mapping[str, DocumentRecord]
) -> Listing[CitedDocument]:
    """The register as a listing."""
    by_level: dict[str, list[CitedDocument]] = {level: [] for level in (*LEVELS, "")}
    for entry in cited.documents:
        by_level[entry.level or ""].append(entry)
    return Listing(
        uri=CITED,
        title="所引文件",
        description="本库文件引用而本库未收的文件。",
        kind="listing",
        above=(home_crumb(), registers_crumb()),
        columns=_columns(records),
        groups=tuple(
            Group(_KEYS[level], level_word(level) if level else "级别未详", rows)
            for level, rows in by_level.items()
            if rows
        ),
        intro=_INTRO if cited.documents else (),
        empty="本库所收文件中未见引用本库未收的文件。" if records else say("empty.documents"),
    )


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
            "所引文件", lambda entry, _: f'<span id="{entry.id}">{escape(name_of(entry))}</span>'
        ),
        Column(
            "发文字号",
            lambda entry, _: span(entry.number, "number") if entry.number and entry.title else "",
        ),
        Column("引用情况", lambda entry, _: f"{len(entry.citing):,}件引用"),
        Column("引用它的文件", lambda entry, uri: "<br>".join(_citing(entry, records, uri))),
    )


def _citing(entry: CitedDocument, records: Mapping[str, DocumentRecord], uri: str) -> Iterator[str]:
    """The documents that cite an entry, linked."""
    for id_ in entry.citing[:MOST_CITING]:
        yield link(records[id_].document.title, document_uri(records[id_]), uri)
    if len(entry.citing) > MOST_CITING:
        yield link(f"全部{len(entry.citing):,}件", citing_uri(entry), uri)

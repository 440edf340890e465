"""One issue from its source to all that was published of it: figures and differences."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from generator.archive.selection import cut_archive
from generator.model import Account, Archive, IssueRecord, Value
from generator.prove.carriers.loaded_texts import LoadedTexts, check_loaded
from generator.prove.carriers.whole_files import WholeFiles
from generator.prove.data_checks import check_catalogues, check_tables, read_catalogues
from generator.prove.form_checks import check_forms
from generator.prove.index_checks import check_pairs, check_texts
from generator.prove.mismatch import Difference
from generator.prove.outlets import Outlet, part_of
from generator.prove.page_checks import check_document_page, check_issue_page
from generator.prove.search_files import DamagedIndex, SearchFiles, refusing_damage
from generator.prove.source_copies import check_account, check_copies
from generator.prove.value_checks import check_values
from generator.source.source_file import Sources
from generator.visible import Balance, balance_of


class Proof(Value, frozen=True):
    """What was proven of an issue."""

    id: str
    """E.g. ``yunxi/2021/4``."""
    file: str
    """Its source, below the folder of the issues."""
    account: Account
    """Where each character of the source is."""
    expected: Balance
    """How many characters must be seen where."""
    differences: tuple[Difference, ...]
    """What is lost, doubled, moved or added, with its lines; empty where everything holds."""

    @property
    def holds(self) -> bool:
        """Whether every character is where it must be."""
        return not self.differences

    @property
    def found(self) -> Balance:
        """How many of the characters that must be seen are there."""
        missing = Counter[str]()
        for difference in self.differences:
            missing[difference.where] += difference.missing
        expected = msgspec.structs.asdict(self.expected)
        return Balance(**{name: max(0, count - missing[name]) for name, count in expected.items()})


def prove_issues(
    outlet: Outlet,
    records: Sequence[IssueRecord],
    sources: Sources | None = None,
    archive: Archive | None = None,
) -> Iterator[Proof]:
    """The proof of each of some issues; what is wrong of the whole archive is in that of the first.

    :param sources: where their sources are; without them what was published of these is not compared
    :param archive: all that was published, or more where that is a part; without it what is of several issues, feeds
        and lists of what is cited, is not compared
    """
    if archive and (part := part_of(outlet)):
        archive = cut_archive(archive, part)
    titles = {one.id: one.title for one in archive.publications} if archive else {}
    catalogues, search = read_catalogues(outlet), SearchFiles(outlet)
    in_index, loaded = check_index(search, records), LoadedTexts(outlet)
    whole = WholeFiles(outlet, catalogues, archive)
    once = tuple(whole.check_once())
    for record in records:
        differences = (
            *check_account(record),
            *(check_copies(outlet, record, sources) if sources else ()),
            *check_issue_page(outlet, record),
            *_check_documents(outlet, record, titles.get(record.publication, "")),
            *check_catalogues(catalogues, record),
            *check_values(record),
            *check_loaded(loaded, record),
            *whole.check(record),
            *in_index.get(record.id, ()),
            *once,
        )
        once = ()
        yield Proof(record.id, record.file, record.issue.account, balance_of(record), differences)


def _check_documents(outlet: Outlet, record: IssueRecord, gazette: str) -> Iterator[Difference]:
    """The differences of what was published of each document by itself."""
    for one in record.documents:
        yield from check_document_page(outlet, record, one, gazette)
        yield from check_tables(outlet, one)
        yield from check_forms(outlet, one)


def check_index(search: SearchFiles, records: Sequence[IssueRecord]) -> dict[str, list[Difference]]:
    """The differences of the index by the id of the issue; its postings are read once for all of them."""
    found: dict[str, list[Difference]] = {record.id: [] for record in records}
    documents = {one.id: one for record in records for one in record.documents}
    try:
        with refusing_damage():
            for one in documents.values():
                found[one.issue] += check_texts(search, one)
            held = [id_ for id_ in documents if id_ in search.places]
            for id_, masks in search.masks(held):
                found[documents[id_].issue] += check_pairs(search, documents[id_], masks)
    except DamagedIndex as error:
        for differences in found.values():
            differences.append(Difference("index", "search", 0, f"lost: {error}"))
    return found

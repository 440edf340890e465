"""Permanence: an id is given once, and a better parse finds each document under its id.

Everything here is pure: (the ledger of yesterday, the documents of today) → :class:`Settlement`.
Documents are compared within their issue by what the ledger keeps of them: number, folded title,
first and last line (:mod:`~generator.permanence.recognise`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from generator.errors import GazetteError
from generator.lexicon.characters import fold
from generator.model import Archive, Conflict, Document, Permalink, Value
from generator.model.ids import Id, read_id
from generator.permanence.lasting_numbers import count_new
from generator.permanence.recognise import find_holder, is_steady, pair_documents, pair_surely
from generator.permanence.renamed import Heir, find_heirs

Ledger = Mapping[str, Permalink]
"""Every id that was ever published → its entry."""


MISSING = "its issue is not in the archive any more"
"""Why nothing answers an id of an issue of which nothing was decided."""

NO_HOLDER = "its issue holds no such document any more, and none that holds its lines"
"""Why nothing answers an id of an issue that is there."""


class Settlement(Value, frozen=True):
    """The ids of the documents, and the ledger with them."""

    ids: dict[str, tuple[str, ...]]
    """Issue → the ids of its documents, in the order of the body."""
    ledger: tuple[Permalink, ...]
    """The new ledger in its order; a retired entry says where it leads or why it was withdrawn."""
    conflicts: tuple[Conflict, ...] = ()
    """Published ids that nothing answers any more, and marks in the ledger that cannot be true."""


def fingerprint(id_: str, document: Document) -> Permalink:
    """The ledger's entry for a document."""
    return Permalink(
        id_, document.number, fold(document.title), document.lines[:1] + document.lines[-1:]
    )


def settle_permalinks(ledger: Ledger, issues: Mapping[str, Sequence[Document]]) -> Settlement:
    """The ids of all documents (issue id → documents) and the new ledger.

    An issue that is counted otherwise now leads to what it is. Each document that an entry fits
    keeps the entry's id; each other one gets the next number of its issue that was never given. An
    entry without document leads to the document that holds its lines, or to what ``to`` says; an
    entry that does neither and is not withdrawn is a conflict.
    """
    draft = _Draft(ledger)
    fingerprints = {
        issue: [fingerprint("", document) for document in documents]
        for issue, documents in issues.items()
    }
    draft.take_heirs(fingerprints)
    for issue in sorted(issues):
        _settle_issue(draft, issue, fingerprints[issue])
    for issue in sorted(draft.entries.keys() - issues.keys()):
        _settle_missing_issue(draft, issue)
    _settle_whole_issues(draft)
    _settle_whole_gazettes(draft)
    return draft.settle()


def refuse_conflicts(archive: Archive) -> None:
    """Raise :class:`~generator.errors.GazetteError` when publishing would break an address.

    The error has a line for each id.
    """
    if lines := describe_conflicts(archive):
        raise GazetteError("\n".join(lines))


def describe_conflicts(archive: Archive) -> tuple[str, ...]:
    """A line for each address that would break and one that says what to do.

    Nothing where none would.
    """
    advice = "mend what is read, or write under the id in the ledger what became of it (withdrawn: or to:)"
    if not archive.conflicts:
        return ()
    return (*map(line_of, archive.conflicts), advice, *_lines_to_add(archive))


def _lines_to_add(archive: Archive) -> Iterator[str]:
    """For each issue that is gone, what to add to the ledger where one issue has documents called as its own were."""
    gone: defaultdict[str, set[str]] = defaultdict(set)
    for found in archive.conflicts:
        if found.reason == MISSING and read_id(found.id).is_document:
            gone[str(read_id(found.id).issue)].add(found.title)
    for issue, titles in gone.items():
        now = {one.issue for one in archive.documents if fold(one.document.title) in titles}
        if len(now) == 1:
            yield f"if {issue} is {min(now)} now, add these two lines to the ledger:"
            yield from (f"{issue}:", f"  to: {min(now)}")


def line_of(found: Conflict) -> str:
    """A conflict as one line: its id, what the ledger knows of it, and the reason."""
    return f"{found.id} {found.title}".rstrip() + f": {found.reason}"


class _Draft:
    """The new ledger while it is being made of the old one."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        ids = {id_: read_id(id_) for id_ in ledger}
        self.whole = {id_: entry for id_, entry in ledger.items() if ids[id_].is_issue}
        self.gazettes = {id_: entry for id_, entry in ledger.items() if ids[id_].is_gazette}
        self.entries: defaultdict[str, list[Permalink]] = defaultdict(list)
        for id_ in sorted(ids, key=lambda one: ids[one]):
            if ids[id_].is_document:
                self.entries[str(ids[id_].issue)].append(ledger[id_])
        self.heirs: dict[str, Heir] = {}
        """Issue → the one that all its documents are in now, where nobody said anything of it."""
        self.live: dict[str, list[Permalink]] = {}
        """Issue → the fingerprints of its documents under their ids."""
        self.retired: dict[str, Permalink] = {}
        """Id → its entry, which has no document any more: it leads elsewhere, or was withdrawn."""
        self.conflicts: list[Conflict] = []

    def take_heirs(self, issues: Mapping[str, Sequence[Permalink]]) -> None:
        """Find the issues that are counted otherwise now.

        One that is gone leads to what it is, as if a person had said so.
        """
        undecided = {
            issue: entries
            for issue, entries in self.entries.items()
            if self.decision_on(issue) is None
        }
        self.heirs = find_heirs(undecided, issues)
        for issue, heir in self.heirs.items():
            if issue not in issues:
                self.whole[issue] = Permalink(issue, to=heir.issue)

    def next_ids(self, issue: str, count: int) -> list[str]:
        """Ids that were never given in an issue."""
        last = max((read_id(entry.id).place for entry in self.entries[issue]), default=0)
        return [str(read_id(issue).document(last + nth)) for nth in range(1, count + 1)]

    def decision_on(self, issue: str) -> Permalink | None:
        """What was decided of an issue: of itself, else of its gazette as a whole.

        None when nothing was.
        """
        id_ = read_id(issue)
        said = self.whole.get(issue) or self.gazettes.get(id_.gazette)
        if said is None or not said.is_whole_gazette:
            return said
        is_gazette = said.to is not None and "/" not in said.to
        same_issue = str(id_.of_gazette(said.to)) if said.to and is_gazette else said.to
        return replace(said, id=issue, to=same_issue)

    def goal_of(self, issue: str) -> str | None:
        """The issue of the archive to which a retired issue leads in the end.

        None when it leads to none.
        """
        passed: set[str] = set()
        while issue not in self.live:
            said = self.decision_on(issue)
            if said is None or not said.to or issue in passed:
                return None
            passed.add(issue)
            issue = said.to
        return issue

    def retire(self, entry: Permalink, to: str | None, reason: str) -> None:
        """Keep an entry without document as withdrawn or as leading elsewhere.

        Refuse it when it is neither.
        """
        said_of_issue = self.decision_on(entry.issue)
        withdrawn = entry.withdrawn or (said_of_issue.withdrawn if said_of_issue else None)
        if withdrawn:
            self.retired[entry.id] = replace(entry, withdrawn=withdrawn, to=None)
        elif to:
            self.retired[entry.id] = replace(entry, to=to)
        else:
            self.add_conflict(entry, reason)

    def add_conflict(self, entry: Permalink, reason: str) -> None:
        """Note what cannot be published."""
        self.conflicts.append(Conflict(entry.id, entry.title, reason))

    def settle(self) -> Settlement:
        """The settlement, every redirect led to its end."""
        ids = {
            issue: tuple(document.id for document in documents)
            for issue, documents in self.live.items()
        }
        self._lead_to_ends()
        ledger = sorted((*self.retired.values(), *chain(*self.live.values())), key=order)
        counted = tuple(count_new(ledger, self.ledger))
        return Settlement(ids, counted, tuple(sorted(self.conflicts, key=order)))

    def _lead_to_ends(self) -> None:
        """Lead every redirect to its end; one that has none is a conflict."""
        ends = self._ends()
        for id_, entry in self.retired.items():
            end = self._end_of(entry, ends)
            self.retired[id_] = replace(entry, to=end or entry.to)
            if entry.to and not end:
                self.add_conflict(entry, f"leads to {entry.to}, which is no address of the archive")

    def _ends(self) -> set[str]:
        """Every address at which a redirect can end: of what the archive holds or withdrew."""
        ends = {id_ for id_, entry in self.retired.items() if entry.withdrawn}
        for issue, documents in self.live.items():
            ends |= {issue, read_id(issue).gazette, *(document.id for document in documents)}
        return ends

    def _end_of(self, entry: Permalink, ends: set[str]) -> str | None:
        """The address to which an entry leads, over others that are retired too.

        None when it leads to none.
        """
        passed: set[str] = set()
        while entry.to and entry.to not in ends:
            if entry.to in passed or entry.to not in self.retired:
                return None
            passed.add(entry.to)
            entry = self.retired[entry.to]
        return entry.to


def _settle_issue(draft: _Draft, issue: str, documents: Sequence[Permalink]) -> None:
    """Find the documents of an issue again and name the new ones.

    The entries left over are retired, or are conflicts.
    """
    entries = draft.entries[issue]
    present = [entry for entry in entries if not entry.is_retired]
    retired = [entry for entry in entries if entry.is_retired]
    pairs = pair_documents(present, documents)
    steady = is_steady(pairs, present, documents)
    pairs = pair_surely(retired, documents, pairs)
    new_ids = draft.next_ids(issue, len(documents) - len(pairs))
    live = draft.live[issue] = _name(documents, pairs, new_ids)
    moved = draft.heirs[issue].documents if issue in draft.heirs else {}
    for entry in entries:
        if entry.id not in pairs:
            holder = _holder_id(entry, live) if steady else None
            to = entry.to or moved.get(entry.id) or holder
            draft.retire(entry, to, NO_HOLDER)
        elif entry.withdrawn:
            draft.add_conflict(entry, "is withdrawn in the ledger, and yet its issue holds it")


def _holder_id(entry: Permalink, documents: Sequence[Permalink]) -> str | None:
    """Id of the document that holds the lines of an entry."""
    holder = find_holder(entry, documents)
    return holder.id if holder else None


def _name(
    documents: Sequence[Permalink], pairs: Mapping[str, int], new_ids: Sequence[str]
) -> list[Permalink]:
    """The fingerprints under the ids of their entries, those without entry under the new ids."""
    known = {place: id_ for id_, place in pairs.items()}
    unused = iter(new_ids)
    return [
        replace(document, id=known.get(place) or next(unused))
        for place, document in enumerate(documents)
    ]


def _settle_missing_issue(draft: _Draft, issue: str) -> None:
    """Lead the entries of an issue that is not there to the one that ``to`` names for all."""
    entries = draft.entries[issue]
    goal = draft.goal_of(issue)
    documents = draft.live[goal] if goal else []
    pairs = pair_documents(entries, documents)
    for entry in entries:
        to = documents[pairs[entry.id]].id if entry.id in pairs else entry.to
        draft.retire(entry, to, _reason(draft, issue, goal))


def _reason(draft: _Draft, issue: str, goal: str | None) -> str:
    """Why nothing answers a document of an issue that is not there."""
    said = draft.decision_on(issue)
    if goal:
        return f"its issue leads to {goal}, which holds no such document"
    return f"its issue leads to {said.to}, which is not there" if said and said.to else MISSING


def _settle_whole_issues(draft: _Draft) -> None:
    """Keep what was written of whole issues; an issue that is there cannot be withdrawn."""
    for id_, entry in draft.whole.items():
        if id_ not in draft.live:
            to = draft.goal_of(id_) or entry.to
            draft.retire(
                entry, to, "says neither why the issue was withdrawn nor to which it leads"
            )
        elif entry.withdrawn:
            draft.add_conflict(entry, "is withdrawn in the ledger, and yet the archive holds it")


def _settle_whole_gazettes(draft: _Draft) -> None:
    """Keep what was written of whole gazettes.

    One that is there is neither withdrawn nor elsewhere.
    """
    held = {read_id(issue).gazette for issue in draft.live}
    for id_, entry in draft.gazettes.items():
        if id_ in held:
            draft.add_conflict(
                entry, "is withdrawn or leads elsewhere in the ledger, and yet the archive holds it"
            )
        elif entry.to and "/" in entry.to:
            rule = "a gazette leads to a gazette, named without year and number"
            draft.add_conflict(entry, f"leads to {entry.to}; {rule}")
        else:
            draft.retire(
                entry, entry.to, "says neither why the gazette was withdrawn nor to which it leads"
            )


def order(entry: Permalink | Conflict) -> Id:
    """Sort key of the ledger: gazette, year, issue, number within the issue.

    The entry of a whole issue first.
    """
    return read_id(entry.id)

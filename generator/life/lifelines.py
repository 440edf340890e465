"""The life of a document as one line: what was done to it, and what it does, as far as the archive holds it.

A line has the documents that have one life with it (:attr:`~generator.life.acts.Act.joins`), and those to which it
does something or which do something to it. Without evidence no document is in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from generator.life.acts import KINDS, Act, Kind, find_acts
from generator.life.versions import Version
from generator.link.cited_titles import fold_title
from generator.link.mentions import quotes_of
from generator.model import DocumentRecord, Value

MOST = 20
"""Most documents of a line; where there are more, the page says how many."""


class Deed(Value, frozen=True):
    """What a document of a line does to another of it."""

    kind: Kind
    on: str
    """Id of the other."""
    sentence: str
    """The words that say so; empty where two titles do."""
    anchor: str
    """Anchor of these words on the page of the document, or before them; empty where there is none."""


class Event(Value, frozen=True):
    """A document in a line."""

    id: str
    title: str
    day: str | None
    """Its date; None where none is known, or where it is doubted."""
    issues: bool
    """Whether it issues an instrument (印发)."""
    deeds: tuple[Deed, ...]
    """The strongest first; empty for one that only appeared."""


class Life(Value, frozen=True):
    """The line of a document, itself in it; it has two documents at least."""

    events: tuple[Event, ...]
    """By date; those without one are last."""
    more: int = 0
    """How many others there are."""
    compared: tuple[tuple[str, str], ...] = ()
    """Ids of the newer and the older of two versions in it that a page compares."""


class Lives(NamedTuple):
    """The lives of an archive."""

    of: Mapping[str, Life]
    """Id of a document → its line; of most documents there is none."""
    compared: Mapping[str, tuple[Version, ...]]
    """Id of a newer document → its instruments with the older versions, of those that a page compares."""


def find_lives(records: Sequence[DocumentRecord]) -> Lives:
    """The lines of all documents that have one."""
    acts, versions = find_acts(records)
    compared = choose_compared(versions, len(records))
    if not acts:
        return Lives({}, compared)
    makers = _Lines(records, acts, compared)
    return Lives({id_: makers.line_of(id_) for id_ in makers.ids}, compared)


FEWEST_COMPARED, DOCUMENTS_COMPARED = 2, 200
"""Pages of comparison that every archive may have, and the documents for which it may have one of them."""


def choose_compared(
    versions: Sequence[Version], documents: int
) -> Mapping[str, tuple[Version, ...]]:
    """The versions that a page compares, by the newer document.

    Those that say so all have one; others only in what room an archive of this size has left, the oldest first.
    """
    found: defaultdict[str, list[Version]] = defaultdict(list)
    for version in versions:
        found[version.newer].append(version)
    most = max(FEWEST_COMPARED, documents // DOCUMENTS_COMPARED)
    silent = [id_ for id_, pairs in found.items() if not any(one.is_said for one in pairs)]
    room = max(most - (len(found) - len(silent)), 0)
    left_out = set(sorted(silent)[room:])
    return {id_: tuple(pairs) for id_, pairs in sorted(found.items()) if id_ not in left_out}


class _Lines:
    """Makes the lines, each of what the others share."""

    def __init__(
        self,
        records: Sequence[DocumentRecord],
        acts: Sequence[Act],
        compared: Mapping[str, tuple[Version, ...]],
    ) -> None:
        self._beside: defaultdict[str, list[Act]] = defaultdict(list)
        """Id of a document → the acts that it does, and those done to it."""
        for act in acts:
            self._beside[act.by].append(act)
            self._beside[act.on].append(act)
        self.ids = tuple(self._beside)
        self._records = {one.id: one for one in records if one.id in self._beside}
        self._depth = _depths(acts, self._records)
        self._first = _first_printings(self._records)
        self._groups: dict[str, dict[str, None]] = {}
        """Id of a document → all that have one life with it, by date, itself among them."""
        for group in _grouped(acts, self._beside):
            ordered = sorted({self._first[one] for one in group}, key=self._order)
            self._groups |= dict.fromkeys(group, dict.fromkeys(ordered))
        self._compared = compared
        self._quoted: dict[str, dict[int, tuple[str, str]]] = {}

    def line_of(self, id_: str) -> Life:
        """The line of a document that has one."""
        own = self._first[id_]
        beside = {one for act in self._beside[id_] for one in (act.by, act.on)}
        near = {self._first[one] for one in beside} - {own}
        group = self._groups.get(id_, {})
        shown = [id_]
        others = chain(sorted(near, key=self._order), (one for one in group if one not in near))
        shown += islice((one for one in others if one != own), MOST - 1)
        shown.sort(key=self._order)
        here = frozenset(shown)
        events = tuple(self._event(one, here) for one in shown)
        pairs = [
            (version.newer, version.older)
            for one in shown
            for version in self._compared.get(one, ())
            if version.older in here
        ]
        more = len(near - group.keys()) + len(group) - (own in group) + 1 - len(shown)
        return Life(events, more, tuple(dict.fromkeys(pairs)))

    def _order(self, id_: str) -> tuple[str, int, str]:
        """Sort key of a document in a line: its day, and on one day what is acted on before what acts."""
        return self._records[id_].day or "9", self._depth[id_], id_

    def _event(self, id_: str, here: frozenset[str]) -> Event:
        """A document with what it does to others of a line."""
        record = self._records[id_]
        acts = [act for act in self._beside[id_] if act.by == id_ and act.on in here]
        acts.sort(key=lambda act: KINDS.index(act.kind))
        issues = any(citation.relation == "issues" for citation in record.document.citations)
        deeds = tuple(self._deed(act) for act in acts)
        return Event(id_, record.document.title, record.day, issues, deeds)

    def _deed(self, act: Act) -> Deed:
        """An act with the words that say so."""
        if act.nth is None:
            return Deed(act.kind, act.on, "", "")
        if act.by not in self._quoted:
            quotes = quotes_of(self._records[act.by])
            self._quoted[act.by] = {one.nth: (one.sentence, one.anchor) for one in quotes}
        sentence, anchor = self._quoted[act.by].get(act.nth, ("", ""))
        return Deed(act.kind, act.on, sentence, anchor)


def _depths(acts: Iterable[Act], records: Mapping[str, DocumentRecord]) -> dict[str, int]:
    """How many acts on documents of its own day each document does: who acts comes behind."""
    depths = dict.fromkeys(records, 0)
    for act in acts:
        if records[act.by].day == records[act.on].day:
            depths[act.by] += 1
    return depths


def _first_printings(records: Mapping[str, DocumentRecord]) -> dict[str, str]:
    """Each document → the first of its printings: two that share number, date and title are one document."""
    first: dict[tuple[str, str, str], str] = {}
    found = {}
    for id_, record in sorted(records.items()):
        document = record.document
        found[id_] = id_
        if document.number and document.date:
            name = document.number, document.date, fold_title(document.title)
            found[id_] = first.setdefault(name, id_)
    return found


def _grouped(acts: Iterable[Act], beside: Mapping[str, Sequence[Act]]) -> Iterator[set[str]]:
    """The documents that have one life, each group once; those that have theirs alone are in none."""
    seen: set[str] = set()
    for act in acts:
        if not act.joins or act.by in seen:
            continue
        group, waiting = {act.by}, [act.by]
        while waiting:
            for other in beside[waiting.pop()]:
                found = {other.by, other.on} - group if other.joins else ()
                group |= set(found)
                waiting += found
        seen |= group
        yield group

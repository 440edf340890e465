"""Two versions of one instrument: issued again by the same organ under the same title, or in the place of the older.

Titles are the same but for the marks that an edition has behind its name (（试行）, （2020年修订）). Where the newer
document itself says that it repeals or amends the older one, 暂行, 试行 and a year within the title may differ, too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.lexicon.expressions.labels import EDITION, PROVISIONAL
from generator.lexicon.kinds import REISSUED, read_kind
from generator.link.cited_titles import fold_title, is_bare_kind
from generator.link.resolve import SHORTEST_TITLE, Target, instruments
from generator.model import DocumentRecord

_EDITION = re.compile(rf"[（(](?:{EDITION})[)）]")
_PROVISIONAL = re.compile(PROVISIONAL)

Changed = frozenset[tuple[str, str]]
"""Ids of a document and of another that it repeals or amends."""


class Version(NamedTuple):
    """A newer and an older version of an instrument."""

    newer: str
    """Id of its document."""
    older: str
    newer_part: int | None
    """Index of the part that the instrument is; None for the whole document."""
    older_part: int | None
    is_said: bool
    """Whether the newer document says that it repeals or amends the older one."""


def find_versions(records: Sequence[DocumentRecord], changed: Changed) -> Iterator[Version]:
    """Each instrument that is issued again, with the version right before it."""
    issued = [target for record in records for target in _lasting(record)]
    found: dict[tuple[str, int | None], Version] = {}
    for version in (*_said(issued, changed), *_entitled_alike(issued, changed)):
        found.setdefault((version.newer, version.newer_part), version)
    yield from found.values()


def _lasting(record: DocumentRecord) -> Iterator[Target]:
    """What of a document can be issued again: its instruments, or where it has none the document itself."""
    own = list(instruments(record)) or [Target(record, record.document.title)]
    for target in own:
        if read_kind(target.title) in REISSUED and not is_bare_kind(fold_title(target.title)):
            yield target


def _said(issued: Iterable[Target], changed: Changed) -> Iterator[Version]:
    """The versions of which the newer says that it is in the place of the older."""
    if not changed:
        return
    grouped = _grouped(issued, loosely=True)
    for targets in grouped.values():
        for newer in targets:
            older = [one for one in targets if (newer.record.id, one.record.id) in changed]
            if older:
                yield _version(newer, max(older, key=_order), is_said=True)


def _entitled_alike(issued: Iterable[Target], changed: Changed) -> Iterator[Version]:
    """The versions that one organ issued under one title on different days."""
    by_title = _grouped(issued, loosely=False)
    for targets in by_title.values():
        by_issuer: defaultdict[str, list[Target]] = defaultdict(list)
        for target in targets:
            if target.record.document.issuer and target.record.day:
                by_issuer[target.record.document.issuer].append(target)
        for same in by_issuer.values():
            yield from _in_turn(sorted(same, key=_order), changed)


def _in_turn(targets: Sequence[Target], changed: Changed) -> Iterator[Version]:
    """Each of some versions, oldest first, with the last one of an earlier day.

    Several of one day are printings of one document, or nothing says which of them is the newer.
    """
    before: list[Target] = []
    latest: list[Target] = []
    for target in targets:
        if latest and latest[-1].record.day != target.record.day:
            before, latest = latest, []
        latest.append(target)
        if before:
            older = before[0]
            is_said = (target.record.id, older.record.id) in changed
            yield _version(target, older, is_said=is_said)


def _grouped(issued: Iterable[Target], *, loosely: bool) -> dict[str, list[Target]]:
    """Instruments that can be versions of each other, by what their titles share; groups of one are left out."""
    groups: defaultdict[str, list[Target]] = defaultdict(list)
    for target in issued:
        title = fold_title(_EDITION.sub("", target.title))
        title = _PROVISIONAL.sub("", title) if loosely else title
        if len(title) >= SHORTEST_TITLE:
            groups[title].append(target)
    return {title: targets for title, targets in groups.items() if len(targets) > 1}


def _order(target: Target) -> tuple[str, str]:
    """Sort key of versions: their day, and what decides between those of one day."""
    return target.record.day or "", target.record.id


def _version(newer: Target, older: Target, *, is_said: bool) -> Version:
    """A pair of versions."""
    return Version(newer.record.id, older.record.id, newer.part, older.part, is_said)

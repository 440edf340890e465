"""The ledger of a part of an archive: the addresses that the part answers."""

from collections.abc import Iterator

from generator.model import Archive, Permalink


def cut_ledger(whole: Archive, part: Archive) -> tuple[Permalink, ...]:
    """The entries of the ledger that lead to something in a part, or say what became of something in it.

    An address of an issue or a gazette that only the whole archive holds is none of the part: the part does not know
    what is there.
    """
    held = {*_held(part)}
    elsewhere = {*_held(whole)} - held
    goals = {entry.id: entry.to for entry in whole.permalinks if entry.to}
    return tuple(
        entry
        for entry in whole.permalinks
        if elsewhere.isdisjoint((entry.gazette, entry.issue, entry.id))
        and _leads_inside(entry, goals, held)
    )


def _held(archive: Archive) -> Iterator[str]:
    """Ids of the gazettes, issues and documents of an archive."""
    yield from (record.id for record in archive.publications)
    for issue in archive.issues:
        yield issue.id
        yield from (record.id for record in issue.documents)


def _leads_inside(entry: Permalink, goals: dict[str, str], held: set[str]) -> bool:
    """Whether an entry is of a document that is held, leads to what is held, or says that it was withdrawn from it."""
    goal, left = entry.id, len(goals)
    while goal in goals and left:
        goal, left = goals[goal], left - 1
    if goal in held:
        return True
    return entry.withdrawn is not None and not held.isdisjoint((entry.gazette, entry.issue))

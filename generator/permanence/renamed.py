"""Issues that are counted otherwise than they were: 增刊第1期 that was published as 第1期.

A person need not say so where nothing is left to doubt: every document that was published under the old id is, with its
title, its number and its lines, in one issue that was never published, and in no other.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model import Permalink
from generator.model.ids import read_id
from generator.permanence.recognise import EXACT, Pairs, is_steady, pair_by_signs, pair_documents


class Heir(NamedTuple):
    """The issue that an issue is now."""

    issue: str
    """Its id."""
    documents: dict[str, str]
    """The id of a document that was published → its id now."""


def find_heirs(
    entries: Mapping[str, Sequence[Permalink]], issues: Mapping[str, Sequence[Permalink]]
) -> dict[str, Heir]:
    """Each issue of the ledger whose documents are all in another one now → that one.

    :param entries: issue → what the ledger says of its documents
    :param issues: issue → the fingerprints of the documents that it has now
    """
    new = {issue: documents for issue, documents in issues.items() if not entries.get(issue)}
    heirs: dict[str, Heir] = {}
    for issue, published in entries.items() if new else ():
        live = [entry for entry in published if not entry.is_retired]
        if not live or pair_documents(live, issues.get(issue, ())):
            continue
        found = [
            heir for id_, documents in new.items() if (heir := _heir(issue, id_, live, documents))
        ]
        if len(found) == 1:
            heirs[issue] = found[0]
    taken = [heir.issue for heir in heirs.values()]
    return {issue: heir for issue, heir in heirs.items() if taken.count(heir.issue) == 1}


def _heir(
    issue: str, id_: str, entries: Sequence[Permalink], documents: Sequence[Permalink]
) -> Heir | None:
    """An issue of the same gazette that holds each document of another where it was; None for any other."""
    if read_id(issue).gazette != read_id(id_).gazette:
        return None
    pairs = pair_by_signs(entries, documents, EXACT)
    if len(pairs) < len(entries) or not is_steady(pairs, entries, documents):
        return None
    return Heir(id_, _ids(id_, pairs))


def _ids(issue: str, pairs: Pairs) -> dict[str, str]:
    """The ids of the documents of an issue that has none yet: their places."""
    return {entry: str(read_id(issue).document(place + 1)) for entry, place in pairs.items()}

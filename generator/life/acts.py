"""What a held document does to another: it repeals, amends, forwards or carries it out, or is a new version of it.

Each act rests on a citation, the words around which say so, or for a new version on two titles. What a citation
could mean of several documents is no act.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.lexicon.expressions.verbs import FALLEN_SHORT
from generator.life.versions import Version, find_versions
from generator.link.cited_titles import fold_title
from generator.link.mentions import quotes_of
from generator.link.resolve import SHORTEST_TITLE, articles_of, instruments
from generator.model import Citation, DocumentRecord

Kind = Literal[
    "replaces", "repeals", "repeals_part", "amends", "forwards", "details", "implements", "reissues"
]
KINDS: tuple[Kind, ...] = (
    "replaces", "repeals", "repeals_part", "amends", "forwards", "details", "implements", "reissues",
)  # fmt: skip
"""What a document does to another, the strongest first: ``details`` is the rule that carries out another by name
(实施细则), ``replaces`` the new version of what it repeals."""
_INSTRUMENT = re.compile(r"enc(?:-\d+)?")
"""Anchor of an instrument, and of its text before the first heading."""
_FALLEN_SHORT = re.compile(FALLEN_SHORT)
_OF_WHOLE = (None, "enc")
"""Anchors of citations that mean a whole document, or the one instrument that it issues."""
_CHANGING: tuple[Kind, ...] = ("repeals", "repeals_part", "amends", "forwards")


class Act(NamedTuple):
    """What one document does to another."""

    kind: Kind
    by: str
    """Id of the document that does it."""
    on: str
    """Id of the other."""
    nth: int | None = None
    """The citation that says so, by its place in the document; None where two titles do."""
    joins: bool = False
    """Whether both have one life: a new version, or what a document does to this one and no other."""


class Acts(NamedTuple):
    """What the documents of an archive do to each other."""

    acts: Sequence[Act]
    """In the order of the archive; what a document does to another once for each kind."""
    versions: Sequence[Version]
    """The pairs of versions of one instrument."""


def find_acts(records: Sequence[DocumentRecord]) -> Acts:
    """Everything that documents do to each other."""
    by_id = {record.id: record for record in records}
    said = [act for record in records for act in _acts_of(record, by_id)]
    changed = frozenset((act.by, act.on) for act in said if act.kind in ("repeals", "amends"))
    versions = tuple(find_versions(records, changed))
    return Acts(tuple(_with_versions(said, versions)), versions)


def _with_versions(said: Iterable[Act], versions: Sequence[Version]) -> Iterator[Act]:
    """The acts, of which those on an older version say so."""
    left = {(version.newer, version.older) for version in versions}
    pairs = frozenset(left)
    for act in said:
        pair = act.by, act.on
        if pair not in pairs:
            yield act
            continue
        if act.kind == "repeals":
            left.discard(pair)
            yield act._replace(kind="replaces", joins=True)
        else:
            yield act._replace(joins=True)
    for version in versions:
        if (version.newer, version.older) in left:
            yield Act("reissues", version.newer, version.older, joins=True)


def _acts_of(record: DocumentRecord, by_id: Mapping[str, DocumentRecord]) -> Iterator[Act]:
    """What a document does to others that are held, each once."""
    found: dict[tuple[Kind, str], Act] = {}
    for nth, citation in enumerate(record.document.citations):
        if not citation.target or citation.target == record.id:
            continue
        for on in citation.candidates or (citation.target,):
            other = by_id.get(on)
            kind = _kind_of(citation, record, other) if other and on != record.id else None
            if kind and (kind != "implements" or _says_why(record, nth)):
                found.setdefault((kind, on), Act(kind, record.id, on, nth))
    alone = _changed_alone(record) if found else frozenset()
    for act in found.values():
        yield act._replace(joins=act.kind in alone)


def _kind_of(citation: Citation, record: DocumentRecord, other: DocumentRecord) -> Kind | None:
    """What a citation says that its document does to another; None where it only cites it."""
    if citation.relation == "repeals":
        return "repeals" if _is_whole(citation) else "repeals_part"
    if citation.role == "amends":
        return "amends"
    if citation.relation == "forwards":
        return "forwards"
    if citation.relation != "implements" and citation.role != "basis":
        return None
    if _names(record, other):
        return "details"
    return "implements" if citation.relation == "implements" else None


def _says_why(record: DocumentRecord, nth: int) -> bool:
    """Whether a citation is where a document says why it is made: before its first heading, or in its first article.

    What is carried out farther in (``执行《某某意见》不到位的``) is the matter of a clause, and not of the document.
    """
    quote = next((one for one in quotes_of(record) if one.nth == nth), None)
    if quote is None or _FALLEN_SHORT.search(quote.sentence):
        return False
    anchor = quote.anchor
    if not anchor or _INSTRUMENT.fullmatch(anchor):
        return True
    return any(
        one.anchor == anchor and one.number == 1 and one.insertion is None
        for one in articles_of(record)
    )


def _is_whole(citation: Citation) -> bool:
    """Whether a citation means a whole document, and no article of it."""
    return citation.anchor in _OF_WHOLE and citation.article is None


def _names(record: DocumentRecord, other: DocumentRecord) -> bool:
    """Whether an instrument of a document has the name of another in its own: 《某某条例》实施细则."""
    names = [fold_title(title) for title in titles_of(other)]
    own = [fold_title(one.title) for one in instruments(record)] or [
        fold_title(record.document.title)
    ]
    return any(
        len(name) >= SHORTEST_TITLE and name != title and title.startswith(name)
        for name in names
        for title in own
    )


def titles_of(record: DocumentRecord) -> Iterator[str]:
    """The title of a document, and those of the instruments that it issues."""
    yield record.document.title
    yield from (one.title for one in instruments(record))


def _changed_alone(record: DocumentRecord) -> frozenset[Kind]:
    """The kinds of act that a document does to one other, held or not, and to no more."""
    changed: defaultdict[Kind, set[str]] = defaultdict(set)
    for citation in record.document.citations:
        kind = _kind_of(citation, record, record)
        if kind in _CHANGING and not citation.alias_of and citation.target != record.id:
            changed[kind].add(citation.target or citation.number or citation.title or "")
    return frozenset(kind for kind, others in changed.items() if len(others) == 1)

"""Documents that are cited and that the archive does not hold.

Each is there once, however its citations word it.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from generator.lexicon.levels import level_of_number, level_of_title
from generator.lexicon.numbers import ORDER_KINDS, split_number
from generator.lexicon.regions import level_of_code, province_code
from generator.link.cited_titles import fold_title
from generator.model import Archive, Citation, DocumentRecord, PublicationRecord, Value

Key = tuple[str, str]
"""``number`` or ``title``,
and the canonical number or the folded title with the organ before it."""


_NAMELESS = re.compile(rf"\d{{4}}年|(?:{'|'.join(ORDER_KINDS)})?(?:\d{{4}}年)?第")
"""How a number without the name of an organ begins: 2019年第1号, 令第7号.
Many organs have one of these."""

K = TypeVar("K")
V = TypeVar("V")


class _Use(NamedTuple):
    """A citation with the document that has it."""

    record: DocumentRecord
    citation: Citation
    key: Key
    """What it means, as its document alone says it."""


Groups = Mapping[Key, Sequence[_Use]]
"""What each cited document is known by → the citations that mean it."""


class CitedDocument(Value, frozen=True):
    """A document that is cited without being held."""

    id: str
    """Lasting name, made from its number or its title: ``c-1f2e3d4c5b``."""
    title: str | None
    """The title in its fullest wording."""
    number: str | None
    """发文字号."""
    level: str | None
    """国家, 省, 市 or 县; null where neither number nor title says it."""
    citing: tuple[str, ...]
    """Ids of the documents that cite it, in the order of the archive."""


class CitedIndex(NamedTuple):
    """All cited documents, the most cited first, and which of them a citation means."""

    documents: tuple[CitedDocument, ...]
    """In order."""
    ids: Mapping[tuple[str, Citation], str]
    """Id of what a citation means, as its document alone says it, by the id of the citing document and
    the citation: no other document changes it, so that it is an address for good."""
    others: Mapping[str, str]
    """Such ids that are not that of their cited document → that one: a title whose number another
    document says."""


def collect_cited(archive: Archive) -> CitedIndex:
    """The cited documents of an archive."""
    groups = _group(archive)
    levels = _Levels(archive, groups)
    made = [_cited(key, group, levels.of(key, group)) for key, group in groups.items()]
    ids: dict[tuple[str, Citation], str] = {}
    others: dict[str, str] = {}
    for key, group in groups.items():
        id_ = _id(key)
        for use in group:
            own = _id(use.key)
            ids[use.record.id, use.citation] = own
            if own != id_:
                others[own] = id_
    return CitedIndex(tuple(sorted(made, key=_order)), ids, others)


def _order(cited: CitedDocument) -> tuple[int, str]:
    """Sort key: what most documents cite first, then by title, else by number."""
    return -len(cited.citing), cited.title or cited.number or ""


def _group(archive: Archive) -> Groups:
    """What each cited document is known by → the citations that mean it."""
    uses: list[_Use] = []
    for record in archive.documents:
        own = [_Use(record, citation, key) for citation, key in _keyed(record)]
        numbers = _numbers_of_titles(own)
        uses += [use._replace(key=numbers.get(use.key, use.key)) for use in own]
    numbers = _numbers_of_titles(uses)
    groups: defaultdict[Key, list[_Use]] = defaultdict(list)
    for use in uses:
        groups[numbers.get(use.key, use.key)].append(use)
    return groups


def _keyed(record: DocumentRecord) -> Iterable[tuple[Citation, Key]]:
    """The citations of a document that have no target, with the key of what they mean."""
    by_title: dict[str | None, Citation] = {}
    for citation in record.document.citations:
        if citation.alias_of is None:
            by_title.setdefault(citation.title, citation)
    for citation in record.document.citations:
        if citation.target is None and not citation.candidates:
            full = by_title.get(citation.alias_of, citation) if citation.alias_of else citation
            yield citation, _key(full)


def _key(citation: Citation) -> Key:
    """What the cited document is known by: its number, or its title with its organ."""
    number = citation.number
    if not number or (citation.title and _NAMELESS.match(number)):
        return _title_key(citation)
    return "number", number if number.endswith("号") else f"{number}号"


def _title_key(citation: Citation) -> Key:
    """The key of a document that is known by its title."""
    return "title", fold_title(_whole_title(citation))


def _numbers_of_titles(uses: Iterable[_Use]) -> dict[Key, Key]:
    """Title → number, where citations with that title name one number and no other."""
    numbers: defaultdict[Key, set[Key]] = defaultdict(set)
    for use in uses:
        if use.key[0] == "number" and use.citation.title:
            numbers[_title_key(use.citation)].add(use.key)
    return _certain(numbers)


def _certain(values: Mapping[K, Collection[V]]) -> dict[K, V]:
    """The entries that have one value and no other, with that value."""
    return {key: next(iter(found)) for key, found in values.items() if len(found) == 1}


def _cited(key: Key, group: Sequence[_Use], level: str | None) -> CitedDocument:
    """The entry of a cited document from the citations that mean it."""
    title = _fullest(Counter(_titles_of(group)))
    number = key[1] if key[0] == "number" else None
    citing = tuple(dict.fromkeys(use.record.id for use in group))
    return CitedDocument(_id(key), title, number, level, citing)


def _fullest(titles: Mapping[str, int]) -> str | None:
    """The longest title, of several the one that is printed most often; None when there is none."""
    return max(titles, key=lambda title: (len(title), titles[title], title), default=None)


def _titles_of(group: Iterable[_Use]) -> Iterator[str]:
    """The titles by which a document is cited, short forms (《办法》) left out."""
    for use in group:
        if use.citation.title and not use.citation.alias_of:
            yield _whole_title(use.citation)


def _whole_title(citation: Citation) -> str:
    """The title with the organ that is printed before it."""
    return f"{citation.organ or ''}{citation.title}"


def _id(key: Key) -> str:
    return f"c-{hashlib.sha256(':'.join(key).encode()).hexdigest()[:10]}"


class _Levels:
    """The level of each cited document.

    Prefixes are learnt from gazettes and from titles beside a number.
    """

    def __init__(self, archive: Archive, groups: Groups) -> None:
        self._provinces = {
            record.id: province_code(record.region or "") for record in archive.publications
        }
        self._by_title = {key: _level_of_titles(group) for key, group in groups.items()}
        learnt: defaultdict[str, set[str]] = defaultdict(set)
        described, cited = _described_levels(archive.publications), _cited_levels(self._by_title)
        for prefix, level in (*described, *cited):
            learnt[prefix].add(level)
        self._prefixes = _certain(learnt)

    def of(self, key: Key, group: Sequence[_Use]) -> str | None:
        """The level by its titles, else by its number."""
        if level := self._by_title[key]:
            return level
        if known := self._prefixes.get(_prefix(key)):
            return known
        provinces = {self._provinces.get(use.record.gazette) for use in group}
        province = provinces.pop() if len(provinces) == 1 else None
        return level_of_number(key[1] if key[0] == "number" else None, province)


def _described_levels(publications: Iterable[PublicationRecord]) -> Iterator[tuple[str, str]]:
    """The prefixes that gazettes describe, each with the level of its gazette."""
    for record in publications:
        if record.code:
            level = level_of_code(record.code)
            for organ in record.organs:
                yield from ((prefix, level) for prefix in organ.prefixes)


def _cited_levels(levels: Mapping[Key, str | None]) -> Iterator[tuple[str, str]]:
    """The prefixes of cited numbers, each with the level by the title beside the number.

    :param levels: by their titles, of all that is cited
    """
    for key, level in levels.items():
        if level and (prefix := _prefix(key)):
            yield prefix, level


def _level_of_titles(group: Iterable[_Use]) -> str | None:
    """The one level that the titles of a group have."""
    levels = set(map(level_of_title, _titles_of(group)))
    levels.discard(None)
    return levels.pop() if len(levels) == 1 else None


def _prefix(key: Key) -> str:
    """The 机关代字 of a number; empty where the key has none."""
    parts = split_number(key[1]) if key[0] == "number" else None
    return parts.prefix if parts else ""

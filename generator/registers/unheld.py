"""Documents that are cited and that the archive does not hold.

Each is there once, however its citations word it.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

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
    """Id of the cited document by the id of the citing document and the citation."""


def collect_cited(archive: Archive) -> CitedIndex:
    """The cited documents of an archive."""
    uses = [
        (record, citation, key) for record in archive.documents for citation, key in _keyed(record)
    ]
    same = _titles_with_number(uses)
    groups: defaultdict[Key, list[tuple[DocumentRecord, Citation]]] = defaultdict(list)
    for record, citation, key in uses:
        groups[same.get(key, key)].append((record, citation))
    levels = _Levels(archive, groups)
    made = [_cited(key, group, levels.of(key, group)) for key, group in groups.items()]
    order = sorted(made, key=lambda cited: (-len(cited.citing), cited.title or cited.number or ""))
    ids = {
        (record.id, citation): _id(key)
        for key, group in groups.items()
        for record, citation in group
    }
    return CitedIndex(tuple(order), ids)


def _keyed(record: DocumentRecord) -> Iterable[tuple[Citation, Key]]:
    """The citations of a document that have no target, with the key of what they mean."""
    meant: dict[str | None, Citation] = {}
    for citation in record.document.citations:
        if citation.alias_of is None:
            meant.setdefault(citation.title, citation)
    for citation in record.document.citations:
        if citation.target is None:
            full = meant.get(citation.alias_of, citation) if citation.alias_of else citation
            yield citation, _key(full)


def _key(citation: Citation) -> Key:
    if citation.number and not (citation.title and _NAMELESS.match(citation.number)):
        return "number", citation.number if citation.number.endswith(
            "号"
        ) else f"{citation.number}号"
    return "title", fold_title(_whole_title(citation))


def _titles_with_number(uses: Iterable[tuple[DocumentRecord, Citation, Key]]) -> dict[Key, Key]:
    """Title → number, where citations with that title name one number and no other."""
    numbers: defaultdict[Key, set[Key]] = defaultdict(set)
    for _, citation, key in uses:
        if key[0] == "number" and citation.title:
            numbers["title", fold_title(_whole_title(citation))].add(key)
    return {title: next(iter(found)) for title, found in numbers.items() if len(found) == 1}


def _cited(
    key: Key, group: list[tuple[DocumentRecord, Citation]], level: str | None
) -> CitedDocument:
    titles = Counter(
        _whole_title(citation) for _, citation in group if citation.title and not citation.alias_of
    )
    title = max(titles, key=lambda title: (len(title), titles[title], title), default=None)
    number = key[1] if key[0] == "number" else None
    citing = tuple(dict.fromkeys(record.id for record, _ in group))
    return CitedDocument(_id(key), title, number, level, citing)


def _whole_title(citation: Citation) -> str:
    """The title with the organ that is printed before it."""
    return f"{citation.organ or ''}{citation.title}"


def _id(key: Key) -> str:
    return f"c-{hashlib.sha256(':'.join(key).encode()).hexdigest()[:10]}"


class _Levels:
    """The level of each cited document.

    Prefixes are learnt from gazettes and from titles beside a number.
    """

    def __init__(
        self, archive: Archive, groups: Mapping[Key, list[tuple[DocumentRecord, Citation]]]
    ) -> None:
        self._provinces = {
            record.id: province_code(record.region or "") for record in archive.publications
        }
        learnt: defaultdict[str, set[str]] = defaultdict(set)
        for prefix, level in (*_described_levels(archive.publications), *_cited_levels(groups)):
            learnt[prefix].add(level)
        self._prefixes = {
            prefix: next(iter(levels)) for prefix, levels in learnt.items() if len(levels) == 1
        }

    def of(self, key: Key, group: list[tuple[DocumentRecord, Citation]]) -> str | None:
        """The level by its titles, else by its number."""
        if level := _level_of_titles(group):
            return level
        provinces = {self._provinces.get(record.gazette) for record, _ in group}
        number = key[1] if key[0] == "number" else None
        known = self._prefixes.get(_prefix(key))
        return known or level_of_number(number, provinces.pop() if len(provinces) == 1 else None)


def _described_levels(publications: Iterable[PublicationRecord]) -> Iterator[tuple[str, str]]:
    """The prefixes that gazettes describe, each with the level of its gazette."""
    for record in publications:
        if record.code:
            level = level_of_code(record.code)
            yield from ((prefix, level) for organ in record.organs for prefix in organ.prefixes)


def _cited_levels(
    groups: Mapping[Key, Sequence[tuple[DocumentRecord, Citation]]],
) -> Iterator[tuple[str, str]]:
    """The prefixes of cited numbers, each with the level by the title beside the number."""
    for key, group in groups.items():
        prefix, level = _prefix(key), _level_of_titles(group)
        if prefix and level:
            yield prefix, level


def _level_of_titles(group: Iterable[tuple[DocumentRecord, Citation]]) -> str | None:
    """The one level that the titles of a group have."""
    named = [citation for _, citation in group if citation.title and not citation.alias_of]
    levels = {level_of_title(_whole_title(citation)) for citation in named}
    levels.discard(None)
    return levels.pop() if len(levels) == 1 else None


def _prefix(key: Key) -> str:
    parts = split_number(key[1]) if key[0] == "number" else None
    return parts.prefix if parts else ""

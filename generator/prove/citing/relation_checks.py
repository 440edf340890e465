"""The relations that the head of a page says in JSON-LD, against the citations of its document.

Which citations mean the same document only the archive knows; so each relation must be that of a citation, and no
repeal and no amendment may be left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model import Citation, DocumentRecord
from generator.prove.citing.cited_values import is_same
from generator.prove.mismatch import quote
from generator.reference.csl_item import plain
from generator.visible import seen_text

Plain = Mapping[str, Any]
REPEALS, AMENDS, CITES = "legislationRepeals", "legislationAmends", "citation"


def wrong_relations(said: Plain, record: DocumentRecord) -> Iterator[str]:
    """What is wrong in the relations.

    :param said: the JSON-LD of the page of a document
    """
    known: dict[str, list[Citation]] = {REPEALS: [], AMENDS: [], CITES: []}
    for citation in record.document.citations:
        if citation.relation != "issues" and citation.target != record.id:
            known[_property_of(citation)].append(citation)
    seen = {name: _listed(said.get(name)) for name in known}
    for name, related in seen.items():
        yield from _wrong_in(name, related, known[name])
    strong = [*seen[REPEALS], *seen[AMENDS]]
    for name in (REPEALS, AMENDS):
        yield from _left_out(name, known[name], strong)


def _wrong_in(name: str, related: Sequence[Plain], known: Sequence[Citation]) -> Iterator[str]:
    """What a property says that no citation says."""
    for one in related:
        if not any(_means(citation, one) for citation in known):
            yield f"JSON-LD {name}: {quote(_words(one))} is not what the document says"


def _left_out(name: str, known: Sequence[Citation], said: Sequence[Plain]) -> Iterator[str]:
    """What is repealed or amended, and not said."""
    for citation in known:
        if not citation.alias_of and not _is_said(citation, known, said):
            words = f"{citation.title or ''}{citation.number or ''}{citation.target or ''}"
            yield f"JSON-LD {name}: lost: {quote(words)}"


def _property_of(citation: Citation) -> str:
    """The property that a citation belongs to."""
    if citation.relation == "repeals":
        return REPEALS
    return AMENDS if citation.relation == "cites" and citation.role == "amends" else CITES


def _is_said(citation: Citation, others: Sequence[Citation], said: Sequence[Plain]) -> bool:
    """Whether a citation, or another one that may mean the same document, is said."""
    same = [one for one in others if _may_be_same(one, citation)]
    return any(_means(one, related) for one in same for related in said)


def _may_be_same(one: Citation, other: Citation) -> bool:
    """Whether two citations may mean the same document: by its id, its number or its title."""
    pairs = ((one.target, other.target), (one.number, other.number), (one.title, other.title))
    return any(mine and mine == another for mine, another in pairs)


def _means(citation: Citation, related: Plain) -> bool:
    """Whether a citation means what is said: by the address of its page, else by its number and its title."""
    address = related.get("@id")
    if address:
        return bool(citation.target) and str(address).endswith(f"/archive/{citation.target}/")
    number, name = related.get("legislationIdentifier") or "", related.get("name") or ""
    title = seen_text(plain(citation.title or ""))
    if not title and not citation.number:  # what it is called, only the page that it leads to knows
        return bool(citation.target) and not number
    return is_same(citation.number or "", number) and seen_text(str(name)).endswith(title)


def _listed(value: object) -> list[Plain]:
    """The documents of a property; what is none says nothing."""
    values = value if isinstance(value, list) else [value]
    return [one if isinstance(one, dict) else {"name": one} for one in values if one]


def _words(related: Plain) -> str:
    """What is said of a document."""
    return " ".join(
        str(related[key]) for key in ("@id", "name", "legislationIdentifier") if key in related
    )

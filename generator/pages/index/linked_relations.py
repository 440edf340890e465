"""The documents that a document repeals, amends and cites, for search engines, as its page lists them.

A relation is called by what schema.org has for it. That something is carried out or forwarded is a ``citation`` there:
``legislationApplies`` and ``legislationEnsuresImplementationOf`` say more than a sentence of a notice proves.
"""

from urllib.parse import quote

from generator.model import Citation, DocumentRecord
from generator.pages.index.citations import Citations
from generator.pages.index.related import outgoing_of
from generator.pages.writing.addresses import document_uri, served
from generator.reference.linked_data import CITES, Related, Relations

PROPERTIES = {"repeals": "legislationRepeals", "amends": "legislationAmends"}
"""Group of what a document cites → its property; that of all other groups is ``CITES``."""


def relations_of(citations: Citations, record: DocumentRecord, site: str | None) -> Relations:
    """The relations of a document to others.

    :param site: absolute address of the site; without it, others are named and not linked
    """
    found: dict[str, list[Related]] = {}
    for group, cited in outgoing_of(citations, record).items():
        related = [_related(citations, record, one, site or "") for one in cited]
        known = [one for one in related if any(one)]
        if known:
            found.setdefault(PROPERTIES.get(group, CITES), []).extend(known)
    return found


def _related(
    citations: Citations, record: DocumentRecord, citation: Citation, site: str
) -> Related:
    """What a citation means; it has an address where that is one document that the archive holds."""
    target = None if citation.candidates else citations.records.get(citation.target or "")
    address = f"{site}{quote(served(document_uri(target)))}" if target and site else ""
    return Related(citations.full_title(record, citation), citation.number or "", address)

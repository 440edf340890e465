"""The relations of a document for search engines: those that its page lists, and nothing more."""

from itertools import chain

import pytest

from generator.model import Archive
from generator.pages.index.citations import make_citations
from generator.pages.index.linked_relations import relations_of
from generator.pages.index.related import outgoing_of

SITE = "https://example.org/"


def test_each_group_of_the_page_has_its_property(real_archive: Archive) -> None:
    citations = make_citations(real_archive)
    seen = set()
    for record in real_archive.documents:
        groups = outgoing_of(citations, record)
        found = relations_of(citations, record, SITE)
        assert len(found.get("legislationRepeals", ())) == len(groups["repeals"])
        assert len(found.get("legislationAmends", ())) == len(groups["amends"])
        rest = sum(len(groups[name]) for name in ("forwards", "basis", "cites"))
        assert len(found.get("citation", ())) == rest
        seen |= set(found)
    assert {"legislationRepeals", "citation"} <= seen


@pytest.mark.parametrize("site", [SITE, None])
def test_only_a_document_that_is_held_has_an_address(
    real_archive: Archive, site: str | None
) -> None:
    citations = make_citations(real_archive)
    addresses = 0
    for record in real_archive.documents:
        cited = [one for group in outgoing_of(citations, record).values() for one in group]
        found = [*chain.from_iterable(relations_of(citations, record, site).values())]
        addresses += sum(bool(one.address) for one in found)
        held = {one.target for one in cited if one.target and not one.candidates}
        assert {one.address for one in found} - {""} == (
            {f"{SITE}archive/{target}/" for target in held} if site else set()
        )
    assert bool(addresses) == bool(site)

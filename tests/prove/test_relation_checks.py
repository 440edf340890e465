"""``prove`` names each relation in the head of a page and each reference in the JSON that its document does not say."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from generator.export import SERVED, export_documents
from generator.forms.site_links import form_address
from generator.model import Archive, Citation, DocumentRecord
from generator.pages.index.citations import make_citations
from generator.pages.index.linked_relations import relations_of
from generator.prove.citing.cited_values import known_of
from generator.prove.citing.reference_checks import check_item
from generator.prove.citing.relation_checks import wrong_relations
from generator.reference.linked_data import document_data
from tests.fixtures.demo_archive import demo_archive
from tests.prove.test_form_checks import Published

SITE = "https://a.org/"
REPEALED = Citation(title="旧办法", number="云政发〔2010〕3号", relation="repeals", line=7)
AMENDED = replace(REPEALED, title="云溪县某办法", number=None, relation="cites", role="amends")
HELD = replace(REPEALED, title=None, number=None, relation="cites", target="yunxi/2020/1/2")


def said_of(archive: Archive, record: DocumentRecord, site: str | None = SITE) -> dict[str, Any]:
    """The JSON-LD of a document, with its relations."""
    relations = relations_of(make_citations(archive), record, site)
    known = {"title": record.document.title, "gazette": "云溪县人民政府公报"}
    found: dict[str, Any] = json.loads(f"{{{document_data(known, relations)}}}")
    return found


def with_citations(*citations: Citation) -> DocumentRecord:
    """A document that says these and nothing else."""
    record = demo_archive().documents[0]
    return replace(record, document=replace(record.document, citations=citations))


@pytest.mark.parametrize("site", [SITE, None])
def test_each_relation_is_proven(real_archive: Archive, site: str | None) -> None:
    for record in real_archive.documents:
        assert [*wrong_relations(said_of(real_archive, record, site), record)] == []


REPEALS = [{"name": "旧办法", "legislationIdentifier": "云政发〔2010〕3号"}]
AMENDS = [{"name": "云溪县某办法"}]
OTHER = [{"name": "某某", "legislationIdentifier": "云政发〔2010〕9号"}]
CITES = [{"@id": f"{SITE}archive/yunxi/2020/1/2/"}]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"legislationRepeals": REPEALS, "legislationAmends": AMENDS, "citation": CITES}, []),
        ({"legislationRepeals": REPEALS, "legislationAmends": AMENDS}, []),
        (
            {"legislationAmends": [*AMENDS, *REPEALS]},
            ["legislationAmends: “旧办法 云政发〔2010〕3号” is not what the document says"],
        ),
        ({"legislationRepeals": REPEALS}, ["legislationAmends: lost: “云溪县某办法”"]),
        ({"legislationAmends": AMENDS}, ["legislationRepeals: lost: “旧办法云政发〔2010〕3号”"]),
        (
            {"legislationRepeals": REPEALS, "legislationAmends": AMENDS, "citation": OTHER},
            ["citation: “某某 云政发〔2010〕9号” is not what the document says"],
        ),
        (
            {
                "legislationRepeals": REPEALS,
                "legislationAmends": AMENDS,
                "citation": [{"@id": f"{SITE}archive/yunxi/2020/1/21/"}],
            },
            ["citation: “https://a.org/archive/yunxi/2020/1/21/” is not what the document says"],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_relation_is_named(said: dict[str, Any], expected: list[str]) -> None:
    found = [*wrong_relations(said, with_citations(REPEALED, AMENDED, HELD))]
    if "legislationAmends" in said and REPEALS[0] in said["legislationAmends"]:
        found = found[:1]
    assert found == [f"JSON-LD {one}" for one in expected]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"title":', '"title":"防","was":', "CSL-JSON title: "),
        ('"URL":"https', '"URL":"ftp', "CSL-JSON URL: "),
        ('"csl":', '"other":', "lost: csl is not there"),
        ('"csl":{', '"csl":7,"other":{', "lost: csl is not there"),
        ("{", "", ""),
    ],
)
def test_what_is_wrong_in_the_reference_of_the_json_is_named(old: str, new: str, said: str) -> None:
    archive = demo_archive()
    issue, gazette = archive.issues[0], archive.publications[0].title
    record = issue.documents[0]
    files = dict(export_documents(archive, replace(SERVED, site=SITE)))
    address, page = form_address(record.id, "json"), f"{SITE}archive/{record.id}/"
    known = known_of(issue, record, gazette)
    assert not [*check_item(Published(files, {}), known, page, 7)]
    before, mark, behind = files[address].decode().partition('"csl":')
    spoilt = (
        f"{before}{mark}{behind}".replace(old, new, 1)
        if old == "{"
        else (f"{before}{(mark + behind).replace(old, new, 1)}")
    )
    outlet = Published(files, {address: spoilt.encode()})
    found = [one.said for one in check_item(outlet, known, page, 7)]
    assert [one.startswith(said) for one in found] == ([True] if said else [])

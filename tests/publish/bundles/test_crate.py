"""The metadata of a bundle is an RO-Crate 1.2 that the public library reads."""

import json
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.archive.clock import clock_of
from generator.model import Archive, Licence, Site
from generator.publish import Layout
from generator.publish.bundles import Bundled
from generator.publish.bundles.crate import crate_of
from tests.bundling import bundle_of


@pytest.fixture
def bundled(archive: Archive) -> Bundled:
    """A part with all that can be said of it."""
    site = Site("文库", publisher="办公室", licence=Licence("CC0", "https://example.org/cc0"))
    return Bundled(archive, site, clock_of(archive), "yunxi", "https://example.org/")


def entities(data: bytes) -> dict[str, dict[str, Any]]:
    """What is described, by its name; each once."""
    graph = json.loads(data)["@graph"]
    found = {entity["@id"]: entity for entity in graph}
    assert len(found) == len(graph)
    return found


def test_what_the_standard_requires_is_there(bundled: Bundled) -> None:
    data = crate_of(bundled)
    assert json.loads(data)["@context"] == "https://w3id.org/ro/crate/1.2/context"
    found = entities(data)
    descriptor = found["ro-crate-metadata.json"]
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    assert descriptor["about"] == {"@id": "./"}
    root = found["./"]
    assert root["@type"] == "Dataset"
    assert root["datePublished"] == "2020-03-31"
    assert root["name"] == "文库-yunxi-2020-03-31"
    assert root["description"]
    assert found[root["license"]["@id"]]["name"] == "CC0"
    assert found[root["publisher"]["@id"]]["name"] == "办公室"


def test_everything_that_is_named_is_described_and_every_file_is_a_part(bundled: Bundled) -> None:
    found = entities(crate_of(bundled))

    def named(value: Any) -> list[str]:
        if isinstance(value, list):
            return [name for one in value for name in named(one)]
        return [value["@id"]] if isinstance(value, dict) else []

    links = {name for one in found.values() for value in one.values() for name in named(value)}
    assert links - {"https://w3id.org/ro/crate/1.2"} <= set(found)
    files = {name for name, one in found.items() if "File" in str(one["@type"])}
    assert files == {one["@id"] for one in found["./"]["hasPart"]}


def test_each_issue_has_its_source_with_its_checksum(bundled: Bundled) -> None:
    found = entities(crate_of(bundled))
    for record in bundled.archive.issues:
        issue = found[f"archive/{record.id}/index.html"]
        assert found[issue["isBasedOn"]["@id"]]["sha256"] == record.issue.sha256


def test_terms_that_nobody_states_are_not_made_up(archive: Archive) -> None:
    found = entities(crate_of(Bundled(archive, Site("文库"), clock_of(archive))))
    assert found["#licence"]["name"] == "整理者未声明许可"
    assert "publisher" not in found["./"]


def test_the_public_library_reads_it_in_a_finished_bundle(
    archive: Archive, layout: Layout, tmp_path: Path
) -> None:
    with zipfile.ZipFile(bundle_of(archive, layout)) as packed:
        packed.extractall(tmp_path / "out")
    (top,) = (tmp_path / "out").iterdir()
    crate = import_module("rocrate.rocrate").ROCrate(str(top / "data"))
    assert crate.root_dataset.type == "Dataset"
    assert str(crate.version) == "1.2"
    assert {"index.html", "data/catalog.json"} <= {
        entity.id for entity in crate.data_entities if Path(top / "data" / entity.id).is_file()
    }

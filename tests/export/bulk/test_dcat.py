"""What data portals read of a site: DCAT-AP, with absolute addresses of files that are there."""

import json
from typing import Any
from urllib.parse import unquote

from msgspec.structs import replace

from generator.export import SERVED, build_exports
from generator.export.bulk.dcat import DCAT, export_dcat
from generator.model import Archive, Site
from generator.model.site import Licence

ADDRESS = "https://example.org/a/"
LINKS = replace(SERVED, site=ADDRESS)
SITE = Site("云溪文库")


def described(archive: Archive, site: Site = SITE) -> Any:
    """The description of an archive."""
    ((address, data),) = export_dcat(archive, site, LINKS)
    assert address == DCAT
    return json.loads(data)


def test_each_file_of_the_description_is_there_and_each_data_set_has_what_the_profile_wants(
    real_archive: Archive,
) -> None:
    files = dict(build_exports(real_archive, LINKS))
    catalog = described(real_archive)
    assert catalog["@type"] == "dcat:Catalog"
    assert {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"} <= catalog.keys()
    named = []
    for dataset in catalog["dcat:dataset"]:
        assert {"@id", "dct:title", "dct:description", "dct:identifier"} <= dataset.keys()
        for one in dataset["dcat:distribution"]:
            url = one["dcat:accessURL"]
            assert url.startswith(ADDRESS)
            named.append(unquote(url.removeprefix(ADDRESS)))
    assert set(named) <= files.keys()
    texts = [
        name for name in files if name.endswith((".jsonl.gz", ".csv")) and "/tables/" not in name
    ]
    assert set(texts) < set(named)
    assert "data/gongbao.sqlite" in named


def test_every_prefix_is_one_of_the_context(archive: Archive) -> None:
    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    catalog = described(archive)
    context = catalog["@context"]
    prefixes = {key.partition(":")[0] for key in keys(catalog) if ":" in key}
    assert prefixes <= context.keys()
    for dataset in catalog["dcat:dataset"]:
        for one in (dataset, *dataset["dcat:distribution"]):
            addresses = [one[name] for name in one if context.get(name) == {"@type": "@id"}]
            assert addresses
            for address in addresses:
                prefix, _, rest = address.partition(":")
                assert rest.startswith("//") or context[prefix].startswith("http")


def test_the_day_of_a_data_set_is_that_of_its_gazette(archive: Archive) -> None:
    (texts,) = [one for one in described(archive)["dcat:dataset"] if "dct:modified" in one]
    assert texts["dct:modified"]["@value"] == "2020-03-31"


def test_without_an_address_nothing_is_described(archive: Archive) -> None:
    assert [*export_dcat(archive, SITE, SERVED)] == []


def test_the_catalogue_has_the_name_of_the_site_and_of_who_publishes_it(archive: Archive) -> None:
    plain = described(archive)
    assert (plain["dct:title"], plain["dct:publisher"]["foaf:name"]) == ("云溪文库", "云溪文库")
    assert "dct:license" not in plain
    licence = Licence("CC0", "https://example.org/cc0")
    said = described(archive, Site("文库", description="公报", publisher="办公室", licence=licence))
    assert said["dct:description"] == "公报"
    assert said["dct:publisher"]["foaf:name"] == "办公室"
    assert said["dct:license"] == "https://example.org/cc0"

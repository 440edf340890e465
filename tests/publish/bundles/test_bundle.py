"""The bundle: one folder in one file, the same bytes every time."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.errors import GazetteError
from generator.model import Archive, Site
from generator.model.site import Licence
from generator.publish import Layout
from generator.publish.bundles import Bundled
from generator.publish.bundles.bundle import opening_page, read_me
from generator.words.say import speaking
from tests.bundling import bundle_of

TOP = "云溪-文库-2020-03-31"


@pytest.fixture
def bundle(archive: Archive, layout: Layout) -> Path:
    """A finished bundle."""
    return bundle_of(archive, layout)


def test_the_name_has_site_and_date(bundle: Path, layout: Layout) -> None:
    assert bundle == layout.dist / f"{TOP}.zip"
    assert [path.name for path in layout.dist.iterdir()] == [bundle.name]


def test_everything_lies_in_one_folder_in_order(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {TOP}
    assert {
        f"{TOP}/{name}"
        for name in ("index.html", "README.txt", "bagit.txt", "data/index.html", "data/about.html")
    } <= set(names)
    assert not [
        name for name in names if name.endswith(("404.html", "sitemap.xml", "sitemap.xml.gz"))
    ]


def test_chinese_names_are_said_to_be_utf8(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        assert all(entry.flag_bits & 0x800 for entry in packed.infolist())


def test_pages_know_that_they_are_in_a_bundle_and_name_files(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        home = packed.read(f"{TOP}/data/index.html").decode()
        catalog = json.loads(packed.read(f"{TOP}/data/data/catalog.json"))
    assert 'href="about.html"' in home
    assert "离线" in home
    assert catalog["documents"][0]["url"] == "archive/yunxi/2020/1/1.html"


def test_the_read_me_is_for_every_editor(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as packed:
        data = packed.read(f"{TOP}/README.txt")
    text = data.decode("utf-8-sig")
    assert data.startswith(b"\xef\xbb\xbf")
    assert text.count("\r\n") == text.count("\n") > 5
    assert "收录公报1种、2期，文件7件。" in text
    assert "index.html" in text


def test_the_read_me_is_in_the_language_of_the_site(archive: Archive) -> None:
    licence = Licence("CC BY 4.0", "https://example.org/by")
    site = Site("云溪文库", publisher="云溪市档案馆", licence=licence, language="en")
    with speaking("en"):
        lines = (
            read_me(Bundled(archive, site, datetime(2020, 3, 31, tzinfo=UTC)))
            .decode()
            .split("\r\n")
        )
    assert "Holdings as at 2020-03-31: gazettes: 1; issues: 2; documents: 7." in lines
    assert lines[-3].endswith(": 云溪市档案馆")
    assert lines[-2].endswith(": CC BY 4.0 https://example.org/by")


def test_the_same_archive_gives_the_same_bytes(
    bundle: Path, archive: Archive, layout: Layout
) -> None:
    first = bundle.read_bytes()
    assert bundle_of(archive, layout).read_bytes() == first


def test_a_failed_build_leaves_the_last_bundle(
    bundle: Path, archive: Archive, layout: Layout
) -> None:
    first = bundle.read_bytes()
    (layout.docs / "index.md").write_text("[没有](nowhere.md)", encoding="utf-8")
    with pytest.raises(GazetteError):
        bundle_of(archive, layout)
    assert bundle.read_bytes() == first


def test_a_name_with_markup_is_text_on_the_page_that_opens_the_bundle(archive: Archive) -> None:
    site = Site('<script>x</script>"', language="zh")
    page = opening_page(Bundled(archive, site, datetime(2020, 3, 31, tzinfo=UTC))).decode()
    assert "<script>" not in page
    assert 'content="0; url=data/index.html"' in page

"""Archives in which a reader finds nothing, or little: they are built like others, and say what is not there."""

from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import Tag

from generator.archive import read_archive
from generator.build import build_site
from generator.model import Archive
from generator.publish import Layout
from tests.site.projects import make_project, unpack_bundle
from tests.site.test_pages import levels
from tests.site.web import LINKS, Web, read_web

NO_DOCUMENTS = "本库尚未收录文件。"
SAID = {
    "empty": {
        "index": "本库尚未收录公报。",
        "archive/gazettes": "本库尚未收录公报。",
        "archive/regions/index": "本库尚未收录公报。",
        **dict.fromkeys(
            (
                "archive/years/index",
                "archive/issuers/index",
                "archive/numbers/index",
                "archive/kinds/index",
                "archive/columns/index",
                "archive/cited/index",
                "archive/force/index",
                "archive/tables/index",
                "archive/quality/index",
                "archive/picture",
                "archive/numbers/holdings",
                "archive/issuers/authority",
            ),
            NO_DOCUMENTS,
        ),
    },
    "quiet": {
        "archive/numbers/index": "本库所收文件都没有发文字号。",
        "archive/numbers/holdings": "本库所收文件都没有带机关代字的文号。",
        "archive/cited/index": "本库所收文件中未见引用本库未收的文件。",
        "archive/force/index": "截至2020年3月30日，所收1件未见失效记载；未见失效记载不等于现行有效。",
        "archive/tables/index": "本库所收文件中没有表格。",
        "archive/quality/index": "各文件正文里没有书名号和发文字号。",
    },
    "bare": {
        "archive/issuers/authority": "本库所收文件的发文机关都未能认定。",
        "archive/picture": "本库所收文件都没有可以据以统计的成文日期。",
        "archive/force/index": "截至2020年，所收1件未见失效记载",
    },
}
"""Archive → page of the bundle, without its suffix → a sentence on it."""


@pytest.fixture(scope="module", params=SAID)
def name(request: pytest.FixtureRequest) -> str:
    """An archive without issues, one of a notice that cites nothing, and one of a bare title."""
    return str(request.param)


@pytest.fixture(scope="module")
def little(name: str, root: Path) -> Archive:
    """The archive of that name."""
    archive, errors = (
        (Archive(), ()) if name == "empty" else read_archive(root / "tests/fixtures" / name)
    )
    assert errors == ()
    return archive


@pytest.fixture(scope="module")
def layout(little: Archive, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """Its site, built without a warning."""
    layout = make_project(little, root, tmp_path_factory.mktemp("project"))
    assert build_site(little, layout) == ()
    return layout


@pytest.fixture(scope="module")
def bundle(little: Archive, layout: Layout, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the unpacked bundle."""
    return unpack_bundle(little, layout, tmp_path_factory.mktemp("unpacked"))


@pytest.fixture(scope="module", params=["site", "bundle"])
def web(request: pytest.FixtureRequest, layout: Layout, bundle: Path) -> Web:
    """Every page of the site, then every page of the bundle."""
    return read_web(
        layout.site if request.param == "site" else bundle, served=request.param == "site"
    )


def test_every_link_resolves(web: Web) -> None:
    links = [(page, target) for page in web.pages.values() for target in page.attributes(LINKS)]
    assert [wrong for page, target in links if (wrong := web.resolve(page, target))] == []


def test_no_heading_is_above_nothing(web: Web) -> None:
    for address, page in web.pages.items():
        for heading in page.soup.select("main h1, main h2, main h3"):
            after = heading.find_next_sibling()
            assert isinstance(after, Tag), (address, heading.get_text())
            assert after.name not in {"h1", "h2", "h3"} or after.name > heading.name, (
                address,
                heading.get_text(),
            )


def test_no_table_or_list_is_empty(web: Web) -> None:
    for address, page in web.pages.items():
        assert all(table.find("td") for table in page.soup.select("main table")), address
        assert all(found.find(["li", "dd"]) for found in page.soup.select("main ul, main dl")), (
            address
        )


def test_headings_skip_no_level(web: Web) -> None:
    for address, page in web.pages.items():
        assert all(after <= before + 1 for before, after in pairwise(levels(page.soup))), address


def test_what_is_not_there_is_said(name: str, bundle: Path) -> None:
    pages = read_web(bundle, served=False).pages
    for address, sentence in SAID[name].items():
        main = pages[f"{address}.html"].soup.find("main")
        assert main, address
        assert sentence in main.get_text(), address


def test_no_date_is_given_for_nothing(web: Web, bundle: Path) -> None:
    note = (bundle.parent / "README.txt").read_text(encoding="utf-8-sig")
    assert "1980" not in note
    assert [address for address, page in web.pages.items() if "1980" in page.soup.get_text()] == []
    assert ("本库尚未收录公报。" in note) == ("截至" not in note)

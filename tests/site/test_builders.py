"""Every program that reads the pages and the settings makes the same site of them."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from packaging.requirements import Requirement
from playwright.sync_api import Browser

from generator.build import build_site, make_pages
from generator.cli.voice import Spoken
from generator.errors import GazetteError
from generator.model import Archive
from generator.publish import Layout
from generator.publish.builders import BUILDERS, MKDOCS
from generator.words.say import say, speaking
from tests.search.bench import served
from tests.site.test_browser import Watch
from tests.site.test_search import ask
from tests.site.web import LINKS, Web, WebPage, read_web

OTHERS = [name for name in BUILDERS if name != MKDOCS and find_spec(name)]
"""Those that are installed: Zensical has no wheel for some machines."""
LANGUAGES = ("zh", "en")
ADDRESS = "https://example.org/gazettes/"
SETTINGS = """
site_name: 云溪文库
site_url: {address}
repo_url: https://git.example.org/archive
edit_uri: edit/main/
theme:
  language: {language}
  palette: {{primary: "#0b3d20"}}
  icon: {{repo: fontawesome/brands/git-alt}}
extra:
  contact: gazette@example.org
  social: [{{icon: fontawesome/brands/weixin, link: "https://example.org/wx", name: 公众号}}]
  alternate: [{{link: "https://example.org/other/", name: Other, lang: en}}]
exclude_docs: /notes.md
"""
"""An archive that says who it is, and takes all else over."""

Sites = dict[str, dict[str, Web]]


def test_each_program_is_tried_that_has_a_wheel_for_this_machine(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = map(Requirement, project["optional-dependencies"]["dev"])
    fitting = {one.name for one in wanted if one.marker is None or one.marker.evaluate()}
    assert set(OTHERS) == fitting & set(BUILDERS) - {MKDOCS}
    assert "properdocs" in OTHERS


@pytest.fixture(scope="module")
def sites(real_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Language → program → the site that it made of the same folder."""
    folder = tmp_path_factory.mktemp("builders")
    return {language: built(real_archive, folder / language, language) for language in LANGUAGES}


def built(archive: Archive, folder: Path, language: str) -> dict[str, Web]:
    """The sites of an archive in one language."""
    layout = Layout(config=folder / "mkdocs.yml", docs=folder / "docs", site=folder / "site")
    layout.docs.mkdir(parents=True)
    layout.config.write_text(SETTINGS.format(language=language, address=ADDRESS), encoding="utf-8")
    (layout.docs / "notes.md").write_text("# 草稿\n", encoding="utf-8")
    made = {}
    with speaking(language):
        make_pages(archive, layout, Spoken())
        for name in (MKDOCS, *OTHERS):
            assert build_site(archive, layout, builder=name) == ()
            layout.site.rename(folder / name)
            made[name] = read_web(folder / name, served=True)
    return made


def shown(page: WebPage) -> str:
    """What a reader sees of a page, with single blanks."""
    assert page.soup.body
    return " ".join(page.soup.body.get_text(" ").split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("builder", OTHERS)
def test_each_page_shows_the_same_text(
    sites: Sites, real_archive: Archive, builder: str, language: str
) -> None:
    expected, found = sites[language][MKDOCS].pages, sites[language][builder].pages
    assert set(found) == set(expected)
    different = [name for name in expected if shown(found[name]) != shown(expected[name])]
    assert different == []
    documents = [f"archive/{record.id}/index.html" for record in real_archive.documents]
    assert len(documents) == len(set(documents) & set(found)) == 41


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("builder", OTHERS)
def test_each_page_says_the_same_to_machines(sites: Sites, builder: str, language: str) -> None:
    expected, found = sites[language][MKDOCS].pages, sites[language][builder].pages
    different = [
        name for name in expected if machine_read(found[name]) != machine_read(expected[name])
    ]
    assert different == []
    (data,) = machine_read(found["index.html"])[-1]
    assert data["url"] == ADDRESS


def machine_read(page: WebPage) -> tuple[list[Any], ...]:
    """Title, addresses, description, languages of parts, names, and data of a page."""
    soup = page.soup
    return (
        [str(soup.title)],
        [
            unquote(str(link["href"])).removeprefix("./")
            for link in soup.select("link[rel=canonical], link[rel=alternate]")
        ],
        [str(meta["content"]) for meta in soup.select("meta[name], meta[property]")],
        [str(tag["lang"]) for tag in soup.select("[lang]")],
        [str(tag["aria-label"]) for tag in soup.select("[aria-label]")],
        [
            json.loads(str(script.string))
            for script in soup.select("script[type='application/ld+json']")
        ],
    )


@pytest.mark.parametrize("builder", OTHERS)
def test_the_site_speaks_the_language_that_is_set(sites: Sites, builder: str) -> None:
    for language, tag in (("zh", "zh-Hans"), ("en", "en")):
        with speaking(language):
            menu, home = say("theme.menu"), say("nav.home")
        for page in sites[language][builder].pages.values():
            assert page.soup.html
            assert page.soup.html["lang"] == tag
            if page.soup.select(".kind-redirect"):
                continue  # leads on and has nothing else
            assert page.soup.select_one("#menu-button").get_text() == menu  # type: ignore[union-attr]
            assert page.soup.select_one("#menu a").get_text() == home  # type: ignore[union-attr]


@pytest.mark.parametrize("builder", OTHERS)
def test_every_link_of_the_site_leads_somewhere(sites: Sites, builder: str) -> None:
    web = sites["zh"][builder]
    wrong = {
        reason
        for address, page in web.pages.items()
        for link in page.attributes(LINKS)
        if (reason := web.resolve(page, without_folder(link, address)))
    }
    assert sorted(wrong) == []


def without_folder(link: str, address: str) -> str:
    """A link as it would be of a site at the root of its host; the page for what is not found knows the folder."""
    return link.replace("/gazettes/", "/") if address == "404.html" else link


@pytest.mark.parametrize("builder", OTHERS)
def test_the_sitemap_has_the_same_pages(sites: Sites, builder: str) -> None:
    addresses = {
        name: set(re.findall("<loc>(.*)</loc>", (web.folder / "sitemap.xml").read_text("utf-8")))
        for name, web in sites["zh"].items()
    }
    assert addresses[builder] == addresses[MKDOCS]
    assert len(addresses[builder]) > 41


@pytest.mark.parametrize("builder", OTHERS)
def test_files_beside_the_pages_are_the_same(sites: Sites, builder: str) -> None:
    """Data, index of the search, styles in the colour of the archive, scripts; nothing of the program's own theme."""
    of_one = {"sitemap.xml", "sitemap.xml.gz"}
    expected, found = (
        {
            path.relative_to(web.folder).as_posix(): path.read_bytes()
            for path in web.folder.rglob("*")
            if path.is_file() and path.suffix != ".html" and path.name not in of_one
        }
        for web in (sites["zh"][MKDOCS], sites["zh"][builder])
    )
    assert found == expected
    assert "data/search/manifest.js" in found


@pytest.mark.parametrize("builder", OTHERS)
def test_the_program_itself_makes_the_same_pages_of_the_folder(
    site: Path, layout: Layout, root: Path, tmp_path: Path, builder: str
) -> None:
    """Without this program: the pages, the theme and ``mkdocs.yml`` of this repository."""
    shutil.copytree(layout.docs, tmp_path / "docs_src")
    shutil.copytree(root / "overrides", tmp_path / "overrides")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    command = [sys.executable, "-m", builder, "build", "--config-file", "mkdocs.yml"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    expected = read_web(site, served=True).pages
    found = read_web(tmp_path / "site", served=True).pages
    assert [name for name in expected if shown(found[name]) != shown(expected[name])] == []


def test_a_program_that_is_not_installed_is_named(
    ready: Layout, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(GazetteError, match="zensical is not installed; pip install zensical"):
        build_site(archive, ready, builder="zensical")


INDEX_ONLY = """
import pathlib
site = pathlib.Path("site")
site.mkdir()
(site / "index.html").write_text("x")
"""
FAILING = {
    "left out pages": (INDEX_ONLY, r"zensical left out 1 of 1 pages\nsecond\.md"),
    "made nothing": ("print('done')", "zensical failed: it made no site\ndone"),
    "was killed": ("import os; os.kill(os.getpid(), 9)", "zensical failed: exit code -9"),
    "printed much": ("import sys; sys.exit('\\0\\a' + 'x' * 9_000_000)", "zensical failed: exit code 1\n  x.*"),
}  # fmt: skip


@pytest.mark.parametrize("how", FAILING)
def test_a_program_that_fails_leaves_the_last_site_as_it_was(
    ready: Layout, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    code, reason = FAILING[how]
    (tmp_path / "zensical.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: True)
    (ready.docs / "second.md").write_text("# 乙\n", encoding="utf-8")
    ready.site.mkdir()
    (ready.site / "index.html").write_text("the last site", encoding="utf-8")
    with pytest.raises(GazetteError) as refused:
        build_site(archive, ready, builder="zensical", strict=False)
    assert re.match(reason, str(refused.value))
    assert len(str(refused.value)) < 5_000
    assert [path.name for path in ready.site.iterdir()] == ["index.html"]
    assert (ready.site / "index.html").read_text(encoding="utf-8") == "the last site"


@pytest.mark.browser
@pytest.mark.parametrize("builder", OTHERS)
def test_the_search_finds_what_is_there(sites: Sites, chromium: Browser, builder: str) -> None:
    with served(sites["zh"][builder].folder) as address:
        watch = Watch(chromium.new_page())
        assert ask(watch.page, f"{address}search/", "加强组织领导")[0] > 0
        watch.page.locator("[data-id] .place").first.click()
        assert watch.page.locator("mark.found").first.inner_text() == "加强组织领导"
        assert watch.complaints == []
        watch.page.close()


@pytest.mark.parametrize("builder", OTHERS)
def test_a_broken_link_is_a_warning_that_ends_a_strict_build(
    real_archive: Archive, tmp_path: Path, builder: str
) -> None:
    layout = Layout(config=tmp_path / "mkdocs.yml", docs=tmp_path / "docs", site=tmp_path / "site")
    layout.docs.mkdir()
    layout.config.write_text("site_name: 云溪文库\n", encoding="utf-8")
    (layout.docs / "index.md").write_text("# 首页\n\n[没有](none.md)\n", encoding="utf-8")
    with pytest.raises(GazetteError, match=r"index\.md.*") as caught:
        build_site(real_archive, layout, builder=builder)
    assert "MkDocs" not in str(caught.value), "who named another program did not run this one"
    assert not layout.site.exists()
    warnings = build_site(real_archive, layout, strict=False, builder=builder)
    assert [warning for warning in warnings if "index.md" in warning] != []
    assert (layout.site / "index.html").is_file()

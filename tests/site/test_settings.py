"""An archive with all settings of Material that work is as accessible as one with none."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import build_site, make_pages
from generator.cli.voice import Spoken
from generator.publish import Layout
from tests.fixtures.demo_archive import demo_archive
from tests.serving import running
from tests.site.axe import inject, violations
from tests.site.conftest import QuietHandler
from tests.site.test_browser import Watch

SETTINGS = """
site_name: 云溪文库
repo_url: https://git.example.org/archive
edit_uri: edit/main/
theme:
  palette: {palette}
  icon: {{logo: material/library, repo: fontawesome/brands/git-alt}}
extra:
  generator: true
  social: [{{icon: fontawesome/brands/weixin, link: "https://example.org/wx", name: 公众号}}]
  alternate: [{{link: /en/, name: English, lang: en}}, {{link: /hant/, name: 繁體, lang: zh-Hant}}]
"""
SWITCHED = "[{scheme: slate, toggle: {name: 浅色}}, {scheme: default, toggle: {name: 深色}}]"
PALETTES = {
    "dark first": SWITCHED,
    "dark only": "{scheme: slate}",
    "light only": "{scheme: default}",
}
DARK = "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).every(part => part < 80)"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Palette → where the site that has it is served."""
    folder = tmp_path_factory.mktemp("settings")
    for name, palette in PALETTES.items():
        built(folder / name.replace(" ", "-"), palette)
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, running(server):
        address = f"http://127.0.0.1:{server.server_port}/"
        yield {name: f"{address}{name.replace(' ', '-')}/site/" for name in PALETTES}


def built(folder: Path, palette: str) -> None:
    """The fictional archive with these schemes."""
    layout = Layout(config=folder / "mkdocs.yml", docs=folder / "docs", site=folder / "site")
    layout.docs.mkdir(parents=True)
    layout.config.write_text(SETTINGS.format(palette=palette), encoding="utf-8")
    make_pages(demo_archive(), layout, Spoken())
    assert build_site(demo_archive(), layout) == ()


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_breaks_no_rule(
    chromium: Browser, addresses: dict[str, str], palette: str, width: int
) -> None:
    watch = Watch(chromium.new_page(viewport={"width": width, "height": 900}))
    for path in ("", "archive/yunxi/2020/1/1/"):
        watch.page.goto(addresses[palette] + path)
        inject(watch.page)
        assert violations(watch.page) == []
        assert [link.is_visible() for link in watch.page.locator(".alternate a").all()] == [
            True
        ] * 2
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watch.complaints == []
    watch.page.close()


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_first_scheme_is_shown_whatever_the_device_asks(
    chromium: Browser, addresses: dict[str, str], device: str
) -> None:
    watch = Watch(chromium.new_page(color_scheme=device))  # type: ignore[arg-type]
    for palette in PALETTES:
        watch.page.goto(addresses[palette])
        assert watch.page.evaluate(DARK) is palette.startswith("dark")
    watch.page.goto(addresses["dark first"])
    watch.page.get_by_role("button", name="浅色", exact=True).click()
    assert watch.page.evaluate(DARK) is False
    watch.page.reload()
    assert watch.page.evaluate(DARK) is False
    watch.page.goto(addresses["dark only"])
    assert watch.page.evaluate(DARK) is True
    assert watch.complaints == []
    watch.page.close()


COMPUTING = re.compile(
    r"\|\s*(?:replace|length|count|sum|map|join)\b|\.(?:count|split|replace|format|strip)\("
)


def test_templates_compute_nothing(root: Path) -> None:
    """They place values, by what Jinja and MiniJinja both know."""
    templates = [path for path in (root / "overrides").rglob("*") if path.is_file()]
    assert len(templates) > 15
    found = {
        path.name: COMPUTING.findall(path.read_text(encoding="utf-8"))
        for path in templates
        if path.parent.name != "words"
    }
    assert {name: calls for name, calls in found.items() if calls} == {}

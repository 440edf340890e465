"""The project's own archive, built once as a site and as a bundle, and a browser to read them with."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from generator.archive.source_folder import SourceFolder
from generator.build import build_site, make_pages
from generator.cli.voice import Spoken
from generator.model import Archive
from generator.publish import Layout, open_server
from generator.publish.identity import read_site
from tests.conftest import SAMPLES
from tests.fixtures.demo_archive import demo_archive
from tests.serving import running
from tests.site.browser import ADVICE, FIREFOX_ADVICE, find_browser, find_firefox
from tests.site.firefox import Firefox, open_firefox
from tests.site.kinds import find_kinds
from tests.site.projects import ADDRESS, make_project, unpack_bundle
from tests.site.voices import CHINESE_VOICE
from tests.site.web import Web, read_web


@pytest.fixture(scope="session")
def layout(root: Path, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The real pages in a folder of their own, beside copies of those written by hand."""
    return make_project(
        real_archive, root, tmp_path_factory.mktemp("project"), SourceFolder(SAMPLES)
    )


@pytest.fixture(scope="session")
def site(layout: Layout, real_archive: Archive) -> Path:
    """Folder of the built site."""
    build_site(real_archive, layout)
    return layout.site


@pytest.fixture(scope="session")
def bundle(layout: Layout, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the unpacked bundle."""
    return unpack_bundle(real_archive, layout, tmp_path_factory.mktemp("unpacked"))


@pytest.fixture(scope="session")
def named(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional archive, whose documents are hostile too, for a host that has a name."""
    layout = make_project(demo_archive(), root, tmp_path_factory.mktemp("named"))
    with Spoken() as voice:
        make_pages(demo_archive(), layout, voice, site=read_site(layout.config, ADDRESS))
    build_site(demo_archive(), layout, address=ADDRESS)
    return layout.site


@pytest.fixture(scope="session", params=["site", "bundle"])
def web(request: pytest.FixtureRequest) -> Web:
    """Every page of the site, then every page of the bundle."""
    return read_web(request.getfixturevalue(request.param), served=request.param == "site")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    with server, running(server):
        yield f"http://127.0.0.1:{server.server_port}/"


@pytest.fixture(scope="session")
def strict_address(site: Path) -> Iterator[str]:
    """Where the site is served as to everyone: under the content policy, compressed."""
    with open_server(site, 0) as server, running(server):
        yield server.address


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """Address of a page of each kind."""
    return find_kinds(site)


@pytest.fixture
def some_kinds(
    kinds: dict[str, str], sampled: Callable[[Sequence[str], int], list[str]]
) -> dict[str, str]:
    """Address of a page of some kinds, of others for each test and seed; of every kind with ``--all``."""
    return {name: kinds[name] for name in sampled(list(kinds), 12)}


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader without history, whose device has a Chinese voice."""
    made = chromium.new_context(locale="zh-CN")
    made.add_init_script(CHINESE_VOICE)
    yield made
    made.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine; without one the test fails, it is never skipped."""
    path = find_browser()
    if path is None:
        pytest.fail(ADVICE)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=root)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def running_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox of this machine; where there is none its tests are left out, and say so."""
    path = find_firefox()
    if path is None:
        pytest.skip(FIREFOX_ADVICE)
    with open_firefox(path, tmp_path_factory.mktemp("firefox") / "profile") as browser:
        yield browser


@pytest.fixture
def firefox(running_firefox: Firefox) -> Iterator[Firefox]:
    """A reader without history in Firefox, whose pages say nothing to the console and ask no other host."""
    running_firefox.start_anew()
    running_firefox.resize(1280)
    yield running_firefox
    assert running_firefox.complaints == []
    assert {urlsplit(url).hostname for url in running_firefox.requests} <= {"127.0.0.1", None}

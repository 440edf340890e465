"""The project's own archive, built once as a site and as a bundle, and a browser to read them with."""

import os
import shutil
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.model import Archive
from generator.pages import build_pages
from generator.publish import Layout, build_site, write_bundle, write_pages
from tests.site.browser import ADVICE, find_browser
from tests.site.web import Web, read_web


@pytest.fixture(scope="session")
def layout(root: Path, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The real pages in a folder of their own, beside copies of those written by hand."""
    folder = tmp_path_factory.mktemp("project")
    generated = shutil.ignore_patterns("archive", "n")
    shutil.copytree(root / "docs_src", folder / "docs", ignore=generated)
    write_pages(build_pages(real_archive), folder / "docs")
    return Layout(
        config=root / "mkdocs.yml", docs=folder / "docs", site=folder / "site", dist=folder / "dist"
    )


@pytest.fixture(scope="session")
def site(layout: Layout, real_archive: Archive) -> Path:
    """Folder of the built site."""
    build_site(real_archive, layout)
    return layout.site


@pytest.fixture(scope="session")
def bundle(layout: Layout, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the unpacked bundle."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(write_bundle(real_archive, layout)) as packed:
        packed.extractall(folder)
    (top,) = folder.iterdir()
    return top


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
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


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

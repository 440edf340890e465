"""The page of results as tests of the search open it: over HTTP and from a disk, under watch."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_browser import Watch


def search_address(request: pytest.FixtureRequest) -> str:
    """Its address on a server that gives parts of files (``site``), or on a disk (``bundle``)."""
    if request.param == "site":
        return f"{request.getfixturevalue('strict_address')}search/"
    bundle: Path = request.getfixturevalue("bundle")
    return (bundle / "search.html").as_uri()


@contextmanager
def silent_page(chromium: Browser, start: str) -> Iterator[Page]:
    """A fresh page that complains of nothing; without a network when it reads from a disk."""
    context = chromium.new_context(locale="zh-CN")
    watch = Watch(context.new_page())
    context.set_offline(start.startswith("file:"))
    yield watch.page
    # A click may cut the icon off.
    complaints = [text for text in watch.complaints if not text.endswith("seal.svg")]
    context.close()
    assert complaints == []

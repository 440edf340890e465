"""The pages of the demo archive, and how they are rendered."""

import pytest

from generator.pages import build_pages
from tests.fixtures.demo_archive import demo_archive
from tests.pages.rendering import Pages, Render, renderer


@pytest.fixture(scope="session")
def render() -> Render:
    """Markdown → parsed HTML."""
    return renderer()


@pytest.fixture(scope="session")
def pages() -> Pages:
    """All pages of the demo archive by address."""
    return {page.uri: page for page in build_pages(demo_archive())}

"""Addresses of pages whose rows and lines are on other pages now lead there, in a real browser."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.archive.source_folder import SourceFolder
from generator.build import build_site
from generator.model import Archive
from generator.pages.source import source_pages
from generator.pages.writing import source_lines
from generator.publish import open_server
from tests.conftest import SAMPLES
from tests.serving import running
from tests.site.projects import make_project

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("old", "goal"),
    [
        ("archive/linzi/2017/11/source/2/#L600", "archive/linzi/2017/11/source/#L600"),
        ("archive/linzi/2017/11/source/12", "archive/linzi/2017/11/source/"),
        ("archive/linzi/2017/11/quality/", "archive/linzi/2017/11/#quality"),
        ("archive/linzi/2017/11/quality/#ledger", "archive/linzi/2017/11/#ledger"),
        ("archive/cited/27/#c-277ba51009", "archive/cited/20/#c-277ba51009"),
        ("archive/cited/2f", "archive/cited/20/"),
        ("archive/cited/28/#c-29c4d7bc90", "archive/cited/20/#c-29c4d7bc90"),
        ("archive/cited/c-277ba51009/", "archive/cited/20/#c-277ba51009"),
        ("archive/cited/c-277ba51009/2010-2014/", "archive/cited/20/#c-277ba51009"),
        ("archive/cited/county/", "archive/cited/"),
        ("archive/kinds/通知/2020-2/", "archive/kinds/通知/"),
        ("archive/years/2021/07/", "archive/years/2021/"),
    ],
)
def test_a_page_that_was_joined_leads_to_what_has_its_text(
    chromium: Browser, strict_address: str, old: str, goal: str
) -> None:
    page = chromium.new_page()
    answer = page.goto(f"{strict_address}{old}")
    assert answer
    assert answer.status == HTTPStatus.NOT_FOUND
    page.wait_for_url(f"{strict_address}{goal}")
    if not goal.endswith(("/", "00000000")):
        expect(page.locator(goal[goal.index("#") :])).to_have_count(1)
    page.close()


def test_the_row_to_which_a_citation_leads_is_marked(
    chromium: Browser, strict_address: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{strict_address}archive/cited/20/#c-277ba51009")
    marked = page.locator(":is(th, td) > span").evaluate_all(
        "names => names.filter(name => getComputedStyle(name).backgroundColor !== 'rgba(0, 0, 0, 0)')"
        ".map(name => name.id)"
    )
    assert marked == ["c-277ba51009"]
    page.close()


@pytest.mark.parametrize("old", ["archive/cited/c-2000000000/", "archive/cited/c-2000000000/2010/"])
def test_what_is_cited_no_more_is_not_led_to_rows_without_it(
    chromium: Browser, strict_address: str, old: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{strict_address}{old}", wait_until="networkidle")
    assert page.url == f"{strict_address}{old}"
    link = page.locator("#why a")
    assert link.evaluate("link => link.href") == f"{strict_address}archive/cited/"
    page.close()


@pytest.fixture(scope="module")
def paged(
    root: Path, real_archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the samples are served, a page of whose sources has a few lines only."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (source_pages, source_lines):
            patch.setattr(module, "LINES_OF_PAGE", 300)
        layout = make_project(
            real_archive, root, tmp_path_factory.mktemp("paged"), SourceFolder(SAMPLES)
        )
    build_site(real_archive, layout)
    with open_server(layout.site, 0) as server, running(server):
        yield f"{server.address}archive/linzi/2017/11/source/"


@pytest.mark.parametrize(
    ("old", "goal"),
    [
        ("2/#L7", "#L7"),
        ("#L700", "3/#L700"),
        ("4/#L300", "#L300"),
        ("4/#L301", "2/#L301"),
        ("99/#L600", "2/#L600"),
        ("2/#L599", "2/#L599"),
        ("2/#lines", "2/#lines"),
    ],
)
def test_a_line_leads_to_the_page_that_has_it(
    chromium: Browser, paged: str, old: str, goal: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{paged}{old}")
    page.wait_for_url(f"{paged}{goal}")
    expect(page.locator(f"{old[old.index('#') :]}")).to_have_count(1)
    page.close()

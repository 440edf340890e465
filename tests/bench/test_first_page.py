"""The page of the first document: the same in a small archive and in one that goes on."""

from pathlib import Path

import pytest

from tests.bench.first_page import compare_pages, read_page
from tests.bench.project import Project

FORCE = '<dd><span class="force">{}</span></dd>'
BASIS = '<dd><span class="force-basis" data-printed="{0}">{0}</span></dd>'


def test_what_is_about_the_document_is_told_apart() -> None:
    small, large = (
        f"<h1>一</h1>\n{BASIS.format(issues)}\n<p>" for issues in ("所收1期", "所收6期")
    )
    assert compare_pages(small, small) == (0, 0, [])
    assert compare_pages(small, large) == (2, 0, [])
    assert compare_pages(FORCE.format("未过有效期"), FORCE.format("已过有效期")) == (2, 0, [])
    assert compare_pages(small, large + "二") == (4, 2, ["-<p>", "+<p>二"])


@pytest.mark.slow
def test_the_page_is_the_same_when_the_archive_goes_on(tmp_path: Path) -> None:
    pages = []
    for count in (24, 60):
        project = Project(tmp_path / str(count), count, seed=1)
        project.make()
        project.build()
        pages.append(read_page(project.site))
    assert compare_pages(*pages).examples == []

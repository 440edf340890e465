"""Records and keys of a web archive, and what it is not made without."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publish import Layout
from generator.publish.bundles.warc_records import Capture, key_of_url, response_record
from tests.bundling import public_surt

DAY = datetime(2021, 10, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/", "https://www.example.org/A/b/", "http://example.org:8000/a.css", "http://127.0.0.1/a",
        "https://example.org:443/a", "https://www2.example.org/%E4%BA%91/", "https://example.org/a/index.html",
    ],
)  # fmt: skip
def test_the_key_of_an_address_is_that_of_the_public_library(url: str) -> None:
    assert key_of_url(url) == public_surt()(url)


def test_the_same_answer_is_the_same_record_and_another_is_not() -> None:
    one = Capture("https://example.org/", "text/html", b"a")
    first = response_record(one, DAY)
    assert response_record(one, DAY) == first
    text = gzip.decompress(first).decode()
    assert "WARC-Date: 2021-10-08T00:00:00Z\r\n" in text
    assert text.endswith("Content-Length: 1\r\n\r\na\r\n\r\n")
    names = {
        line
        for capture in (one, one._replace(data=b"b"), one._replace(url="https://example.org/b"))
        for line in gzip.decompress(response_record(capture, DAY)).decode().splitlines()
        if line.startswith("WARC-Record-ID")
    }
    assert len(names) == 3


def run(layout: Layout, issues: Path, *more: str) -> tuple[int, str]:
    """``gongbao wacz`` in this process."""
    places = ("--site", layout.site, "--dist", layout.dist, "--config", layout.config)
    given = map(str, ("wacz", "--issues", issues, *places, *more))
    result = CliRunner().invoke(main, list(given), env={"SITE_URL": None})
    return result.exit_code, result.stderr


def test_without_an_address_or_a_site_one_line_says_so(issues: Path, layout: Layout) -> None:
    code, said = run(layout, issues)
    assert (code, said.count("\n")) == (2, 1)
    assert "needs the address of the site" in said
    code, said = run(layout, issues, "--site-url", "https://example.org/")
    assert (code, said.count("\n")) == (2, 1)
    assert "there is no finished site" in said
    assert not layout.dist.exists()


def test_the_command_makes_one_file_with_the_date_of_the_issues(
    issues: Path, layout: Layout
) -> None:
    (layout.site / "data").mkdir(parents=True)
    (layout.site / "index.html").write_text("<title>甲</title>", encoding="utf-8")
    (layout.site / "data/catalog.json").write_text("{}", encoding="utf-8")
    code, said = run(layout, issues, "--site-url", "https://example.org/")
    path = layout.dist / "云溪-文库-2020-03-31.wacz"
    assert (code, said) == (0, f"{path}: 0.0 MB\n")
    first = path.read_bytes()
    assert run(layout, issues, "--site-url", "https://example.org/")[0] == 0
    assert path.read_bytes() == first
    assert [one.name for one in layout.dist.iterdir()] == [path.name]

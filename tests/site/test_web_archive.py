"""The web archive of the built site: valid by the public tool, read by a public library, replayed in a real browser.

The program of those who keep web archives (replayweb.page) is not at hand; the answers that a browser gets here are
those that it would give: what is recorded at an address, and nothing where nothing is.
"""

import gzip
import json
import subprocess
import sys
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Route, expect

from generator.archive.clock import clock_of
from generator.model import Archive
from generator.publish import Layout
from generator.publish.bundles.web_archive import keep_site
from tests.bundling import public_surt
from tests.search.bench import FOUND, wait_until

ADDRESS = "https://gazettes.example.org/gz/"


@pytest.fixture(scope="module")
def wacz(layout: Layout, site: Path, real_archive: Archive) -> Path:
    """The web archive of the built site."""
    assert site.is_dir()
    return keep_site(layout, ADDRESS, clock_of(real_archive))


@pytest.fixture(scope="module")
def recorded(wacz: Path) -> dict[str, tuple[str, bytes]]:
    """Content-Type and bytes at each address, read by the public library, which checks each checksum."""
    found = {}
    with zipfile.ZipFile(wacz) as packed:
        data = packed.read("archive/site.warc.gz")
    reader = import_module("warcio.archiveiterator").ArchiveIterator(
        BytesIO(data), check_digests="raise"
    )
    for record in reader:
        if record.rec_type == "response":
            url = record.rec_headers.get_header("WARC-Target-URI")
            kind = record.http_headers.get_header("Content-Type")
            found[url] = kind, record.content_stream().read()
    return found


def test_the_public_tool_takes_it_for_valid(wacz: Path) -> None:
    command = [sys.executable, "-m", "wacz", "validate", "-f", str(wacz)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Validation succeeded" in done.stdout, done.stdout + done.stderr


def test_every_file_of_the_site_is_at_its_address(
    recorded: dict[str, tuple[str, bytes]], site: Path
) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(recorded) == len(files)
    assert recorded[ADDRESS][1] == (site / "index.html").read_bytes()
    assert recorded[f"{ADDRESS}about/"][0] == "text/html; charset=utf-8"
    short = [url for url in recorded if "/n/%E" in url]
    assert short


def test_the_index_leads_to_each_record(wacz: Path, recorded: dict[str, tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(wacz) as packed:
        warc, index = packed.read("archive/site.warc.gz"), packed.read("indexes/index.cdx.gz")
        blocks = packed.read("indexes/index.idx").decode().splitlines()[1:]
    lines = gzip.decompress(index).decode().splitlines()
    assert lines == sorted(lines)
    for line in lines:
        key, _, rest = line.split(" ", 2)
        said = json.loads(rest)
        assert key == public_surt()(said["url"])
        offset, length = int(said["offset"]), int(said["length"])
        record = gzip.decompress(warc[offset : offset + length])
        assert f"WARC-Target-URI: {said['url']}\r\n".encode() in record
    assert {json.loads(line.split(" ", 2)[2])["url"] for line in lines} == set(recorded)
    for line in blocks:
        place: dict[str, Any] = json.loads(line.split(" ", 2)[2])
        block = gzip.decompress(index[place["offset"] : place["offset"] + place["length"]])
        assert block.decode().startswith(line.partition(" {")[0])


def test_the_list_of_pages_names_what_a_reader_reads(
    wacz: Path, recorded: dict[str, tuple[str, bytes]], real_archive: Archive
) -> None:
    with zipfile.ZipFile(wacz) as packed:
        head, *pages = map(json.loads, packed.read("pages/pages.jsonl").decode().splitlines())
        package = json.loads(packed.read("datapackage.json"))
    assert head["format"] == "json-pages-1.0"
    urls = {page["url"] for page in pages}
    assert {f"{ADDRESS}archive/{record.id}/" for record in real_archive.documents} <= urls
    assert urls <= set(recorded)
    assert not [url for url in urls if "/n/" in url or "404" in url]
    assert package["mainPageUrl"] == ADDRESS
    assert package["wacz_version"] == "1.1.1"


@pytest.mark.browser
def test_it_is_replayed_in_a_browser(
    chromium: Browser, recorded: dict[str, tuple[str, bytes]], real_archive: Archive
) -> None:
    context, lost = chromium.new_context(locale="zh-CN"), []

    def answer(route: Route) -> None:
        url = urldefrag(route.request.url).url
        if url in recorded:
            kind, body = recorded[url]
            route.fulfill(status=200, content_type=kind, body=body)
        else:
            lost.append(url)
            route.fulfill(status=404)

    context.route("**/*", answer)
    page = context.new_page()
    record = real_archive.documents[0]
    page.goto(f"{ADDRESS}archive/{record.id}/")
    assert "".join(page.locator("h1").inner_text().split()) == record.document.title
    assert page.locator("h1").evaluate("e => getComputedStyle(e).textAlign") == "center"
    page.goto(f"{ADDRESS}search/")
    page.fill("#query", record.document.title)
    wait_until(page, FOUND)
    expect(page.locator(f"[data-id='{record.id}']").first).to_be_visible()
    assert lost == []
    context.close()

"""The other forms of a document in a real browser: made in the page on a server, files in a bundle."""

import json
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, expect

from generator.forms.markdown_text import markdown_text
from generator.forms.plain_text import plain_text
from generator.model import Archive, Document, DocumentRecord

Draw = Callable[[Sequence[DocumentRecord], int], list[DocumentRecord]]

WRITERS: dict[str, Callable[[Document], str]] = {"md": markdown_text, "txt": plain_text}
"""Ending of a form that is made in the page, and what makes it in Python."""


def links_of(file: Path) -> dict[str, Path]:
    """The links of the box of a page by their words, with the files that they lead to."""
    box = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").select_one("#forms")
    assert box is not None
    found = {}
    for link in box.select("a"):
        path = file.parent / unquote(urlsplit(str(link["href"])).path)
        found[link.get_text()] = path / "index.html" if path.is_dir() else path
    return found


def test_each_page_leads_to_its_forms(real_archive: Archive, site: Path, bundle: Path) -> None:
    for record in real_archive.documents:
        served = links_of(site / f"archive/{record.id}/index.html")
        bundled = links_of(bundle / f"archive/{record.id}.html")
        assert list(served)[:3] == ["JSON", "Akoma Ntoso XML", "原文件对应行"]
        assert list(bundled)[:5] == [
            "JSON",
            "Akoma Ntoso XML",
            "Markdown",
            "纯文本",
            "原文件对应行",
        ]
        assert all(path.is_file() for path in (*served.values(), *bundled.values())), record.id
        assert json.loads(served["JSON"].read_bytes())["id"] == record.id
        assert bundled["纯文本"].read_text(encoding="utf-8") == plain_text(record.document)
        assert bundled["Markdown"].read_text(encoding="utf-8") == markdown_text(record.document)
        tables = [name for name in served if name.startswith("CSV ")]
        assert len(tables) == len(json.loads(served["JSON"].read_bytes())["tables"])


@pytest.mark.browser
def test_what_the_page_makes_is_what_the_program_makes(
    real_archive: Archive, context: BrowserContext, strict_address: str, sampled: Draw
) -> None:
    page = context.new_page()
    for record in sampled(real_archive.documents, 6):
        page.goto(f"{strict_address}archive/{record.id}/")
        for ending, write in WRITERS.items():
            with page.expect_download() as download:
                page.click(f"#forms button[data-form={ending}]")
            made = Path(download.value.path()).read_text(encoding="utf-8")
            assert made == write(record.document), record.id
            assert download.value.suggested_filename == f"{record.id.replace('/', '-')}.{ending}"


@pytest.mark.browser
def test_without_the_data_the_reader_is_told(
    real_archive: Archive, context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.route("**/data/documents/**", lambda route: route.abort())
    page.goto(f"{address}archive/{real_archive.documents[0].id}/")
    page.click("#forms button[data-form=txt]")
    expect(page.locator("#doc-status")).to_have_text("未能取得本文数据，请稍后再试。")


@pytest.mark.browser
def test_without_scripts_the_links_are_there_and_no_button(
    real_archive: Archive, chromium: Browser, address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}archive/{real_archive.documents[0].id}/")
    assert page.locator("#forms a").count() >= 3
    assert not any(button.is_visible() for button in page.locator("#forms button").all())
    context.close()


@pytest.mark.browser
def test_links_and_buttons_of_forms_keep_apart_and_whole(
    context: BrowserContext, address: str, kinds: dict[str, str]
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address + kinds["document longest"])
    places = [control.bounding_box() for control in page.locator("#forms :is(a, button)").all()]
    for place, other in pairwise(filter(None, places)):
        across = other["x"] - place["x"] - place["width"]
        down = other["y"] - place["y"] - place["height"]
        assert max(across, down) >= 3

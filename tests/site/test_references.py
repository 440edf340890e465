"""What a page says of itself to reference managers, search engines and readers who cite it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page, expect

from generator.model import Archive, DocumentRecord
from generator.prove import Difference, open_outlet
from generator.prove.page_checks import check_document_page
from generator.reference import GB_2015, GB_2025, bibtex, gbt_7714, ris
from tests.fixtures.demo_archive import demo_archive
from tests.prove.test_form_checks import Published
from tests.site.projects import ADDRESS

HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_issue": "issue",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}
"""Tag → field of an item, as Zotero's translator for embedded metadata documents them."""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page of a reader who lets the clipboard be written."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context.new_page()


def page_of(site: Path, id_: str) -> BeautifulSoup:
    """A page of a site."""
    return BeautifulSoup((site / f"archive/{id_}/index.html").read_bytes(), "lxml")


def contents(page: BeautifulSoup, name: str) -> list[str]:
    """The values of a tag of the head."""
    tags = page.select(f'head > meta[name="{name}"], head > meta[property="{name}"]')
    return [str(tag["content"]) for tag in tags]


def embedded(page: BeautifulSoup) -> dict[str, Any]:
    """What Zotero makes of the tags: an article of a journal, as one is named."""
    item: dict[str, Any] = {
        field: " ".join(contents(page, tag))
        for tag, field in HIGHWIRE.items()
        if contents(page, tag)
    }
    item["itemType"] = "journalArticle" if contents(page, "citation_journal_title") else "webpage"
    item["creators"] = contents(page, "citation_author")
    pages = [*contents(page, "citation_firstpage"), *contents(page, "citation_lastpage")]
    return item | ({"pages": "-".join(pages)} if pages else {})


def linked_data(page: BeautifulSoup) -> dict[str, Any]:
    """The JSON-LD of a page."""
    (block,) = page.select("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(str(block.string))
    return found


def test_a_reference_manager_reads_each_document(site: Path, real_archive: Archive) -> None:
    titles = {record.id: record.title for record in real_archive.publications}
    issues = {issue.id: issue.issue for issue in real_archive.issues}
    for record in real_archive.documents:
        document, issue = record.document, issues[record.issue]
        item = embedded(page_of(site, record.id))
        assert item["itemType"] == "journalArticle"
        assert item["title"] == document.title
        assert item["creators"] == list(document.issuers or filter(None, [document.issuer]))
        published = issue.published or ""
        assert item["date"] == (published if published[:4] == f"{issue.year}" else f"{issue.year}")
        assert item["publicationTitle"] == titles[record.gazette]
        assert item["issue"] == str(issue.number)
        assert item["pages"] == str(document.page)
        assert item["language"] == "zh-CN"
        assert "url" not in item, "the site does not know its own address"


def test_search_engines_read_each_document(site: Path, real_archive: Archive) -> None:
    regions = {record.id: record.region for record in real_archive.publications}
    for record in real_archive.documents:
        found = linked_data(page_of(site, record.id))
        assert found["@type"] == "Legislation"
        assert found["name"] == record.document.title
        assert found.get("legislationIdentifier") == record.document.number
        assert found["legislationDate"] == record.document.date
        assert [one["name"] for one in found["legislationPassedBy"]] == list(
            record.document.issuers or (record.document.issuer,)
        )
        assert found["legislationJurisdiction"]["name"] == regions[record.gazette]
        assert found["isPartOf"]["@type"] == "PublicationIssue"
        assert found["isPartOf"]["isPartOf"]["@type"] == "Periodical"
        assert not {"url", "@id"} & found.keys()
        assert found.get("legislationLegalForce") == legal_force(record)


def legal_force(record: DocumentRecord) -> str | None:
    """What the print proves of a document."""
    proven = record.status in {"expired", "repealed"}
    return "https://schema.org/NotInForce" if proven else None


def test_nothing_is_said_that_needs_an_address_where_there_is_none(site: Path) -> None:
    for path in site.rglob("index.html"):
        head = BeautifulSoup(path.read_bytes(), "lxml").head
        assert head is not None
        if not head.select("meta[http-equiv=refresh]"):
            assert not head.select(
                '[property="og:url"], [property="og:image"], link[rel=canonical]'
            )


def test_a_site_that_knows_its_address_says_it(named: Path) -> None:
    page = page_of(named, "yunxi/2020/1/1")
    address = f"{ADDRESS}archive/yunxi/2020/1/1/"
    assert embedded(page)["url"] == address
    assert contents(page, "og:url") == [address]
    assert linked_data(page)["@id"] == linked_data(page)["url"] == address
    picture = contents(page, "og:image")[0]
    assert (named / picture.removeprefix(ADDRESS)).read_bytes().startswith(b"\x89PNG")
    assert contents(page, "og:title") == contents(page, "citation_title")
    assert contents(page, "DC.title") == contents(page, "citation_title")


def test_issues_and_gazettes_are_described(named: Path) -> None:
    issue = linked_data(page_of(named, "yunxi/2020/1"))
    assert (issue["@type"], issue["issueNumber"]) == ("PublicationIssue", "1")
    assert issue["isPartOf"] == {"@type": "Periodical", "name": "云溪市人民政府公报"}
    gazette = linked_data(page_of(named, "yunxi"))
    assert (gazette["@type"], gazette["name"]) == ("Periodical", "云溪市人民政府公报")


def test_pages_that_search_engines_leave_out_say_nothing(site: Path) -> None:
    silent = [
        path
        for path in site.rglob("*.html")
        if b'<meta name="robots"' in path.read_bytes()
        or b'http-equiv="refresh"' in path.read_bytes()
    ]
    assert silent
    for path in silent:
        assert b"citation_" not in path.read_bytes()
        assert b"og:title" not in path.read_bytes()


def test_a_document_leads_to_those_before_and_after_it(site: Path, real_archive: Archive) -> None:
    for issue in real_archive.issues:
        ids = [record.id for record in issue.documents]
        for nth, id_ in enumerate(ids):
            page = page_of(site, id_)
            ways = {
                str(link["rel"][0]): str(link["href"])
                for link in page.select("a[rel=prev], a[rel=next]")
            }
            before = {"prev": f"../{ids[nth - 1].rpartition('/')[2]}/"} if nth else {}
            after = {"next": f"../{ids[nth + 1].rpartition('/')[2]}/"} if nth + 1 < len(ids) else {}
            assert ways == before | after
            assert not page.select("head > link[rel=prev], head > link[rel=next]")  # loaded ahead


def test_a_document_leads_to_its_forms_for_programs(site: Path, real_archive: Archive) -> None:
    for record in real_archive.documents:
        page = page_of(site, record.id)
        links = page.select("link[rel=alternate][type]")
        found = [
            (link["type"], (site / "archive" / record.id / str(link["href"])).resolve())
            for link in links
        ]
        assert found == [
            ("application/json", (site / f"data/documents/{record.id}.json").resolve()),
            ("application/akn+xml", (site / f"data/documents/{record.id}.xml").resolve()),
        ]
        assert all(path.is_file() for _, path in found)


def test_gazette_text_never_ends_its_script(named: Path) -> None:
    """The fictional archive has titles with markup, quotation marks and signs of templates."""
    for path in (named / "archive/yunxi").rglob("index.html"):
        page = BeautifulSoup(path.read_bytes(), "lxml")
        for block in page.select("script[type='application/ld+json']"):
            assert json.loads(str(block.string))["@context"] == "https://schema.org"
        assert all(tag.get("src") or tag.get("type") for tag in page.select("script"))


def test_every_form_is_on_the_page_without_script(site: Path, real_archive: Archive) -> None:
    for record in real_archive.documents:
        page = page_of(site, record.id)
        shown = {
            str(tag["data-form"]): tag.get_text() for tag in page.select("#reference [data-form]")
        }
        (item,) = json.loads(shown["json"])
        assert item["id"] == record.id
        assert shown["2025.txt"] == gbt_7714(item, GB_2025)
        assert shown["2015.txt"] == gbt_7714(item, GB_2015)
        assert shown["bib"] == bibtex(item).rstrip("\n")
        assert shown["ris"].splitlines() == ris(item).splitlines()
        assert "accessed" not in item


def test_with_an_address_the_reference_has_it_without_script(named: Path) -> None:
    shown = page_of(named, "yunxi/2020/1/1").select_one("#reference [data-form='2025.txt']")
    assert shown is not None
    assert shown.get_text().endswith(f" {ADDRESS}archive/yunxi/2020/1/1/.")


def test_the_json_of_a_document_has_the_reference_of_its_page(site: Path, named: Path) -> None:
    addresses = set()
    for folder in (site, named):
        for path in (folder / "data/documents").rglob("*.json"):
            document = json.loads(path.read_bytes())
            shown = page_of(folder, document["id"]).select_one("#reference [data-form=json]")
            assert shown is not None
            assert json.loads(shown.get_text()) == [document["csl"]]
            addresses.add(document["csl"].get("URL", "")[: len(ADDRESS)])
    assert addresses == {"", ADDRESS}


def refer(page: Page, address: str) -> None:
    """Open the box of a document."""
    page.goto(address)
    page.click("#reference > summary")
    page.click(".reference-files > summary")
    page.wait_for_selector(".reference-files .form-tools")


@pytest.mark.browser
def test_the_reader_is_named_the_day_and_the_address(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    refer(page, f"{address}{kinds['document articles']}?q=x#art-1")
    today = page.evaluate("gongbaoTools.dayOf(new Date()).slice(0, 10)")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today)
    shown = {
        name: page.locator(f"[data-form='{name}']").inner_text()
        for name in ("2015.txt", "2025.txt", "bib", "json")
    }
    here = address + kinds["document articles"]
    assert shown["2015.txt"].endswith(f"[{today}]. {here}.")
    assert shown["2025.txt"].endswith(f". {here}.")
    assert f"urldate = {{{today}}}" in shown["bib"]
    (item,) = json.loads(shown["json"])
    assert item["URL"] == here
    assert gbt_7714(item, GB_2015) == shown["2015.txt"]


@pytest.mark.browser
def test_a_reference_is_copied_by_one_click(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    page.click("#refer")
    expect(page.locator("#doc-status")).to_have_text("已复制GB/T 7714—2025。")
    copied = page.evaluate("navigator.clipboard.readText()")
    page.click("#reference > summary")
    page.click(".reference-files > summary")
    assert copied == page.locator("[data-form='2025.txt']").inner_text()
    page.get_by_role("button", name="复制BibTeX").click()
    expect(page.locator("#doc-status")).to_have_text("已复制BibTeX。")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@article{")


@pytest.mark.browser
def test_each_form_is_a_file(
    page: Page, address: str, kinds: dict[str, str], tmp_path: Path
) -> None:
    refer(page, address + kinds["document articles"])
    id_ = urlsplit(kinds["document articles"]).path.strip("/").removeprefix("archive/")
    for form, ending in (("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"下载{form}").click()
        assert download.value.suggested_filename == f"{id_.replace('/', '-')}.{ending}"
        download.value.save_as(tmp_path / ending)
        shown = page.locator(f"[data-form='{ending}']").text_content() or ""
        saved = (tmp_path / ending).read_bytes().decode()
        assert saved.replace("\r\n", "\n").strip() == shown.strip()


@pytest.mark.browser
def test_it_works_from_a_disk(context: BrowserContext, bundle: Path, real_archive: Archive) -> None:
    page = context.new_page()
    refer(page, (bundle / f"archive/{real_archive.documents[0].id}.html").as_uri())
    shown = page.locator("[data-form='2025.txt']").inner_text()
    assert "[J]. " in shown
    assert "file:" not in page.locator("#reference").inner_text()
    page.click("#refer")
    expect(page.locator("#doc-status")).not_to_be_empty()


@pytest.mark.browser
def test_a_passage_is_cited_with_its_own_printed_page(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    page.evaluate(
        """() => {
        const line = Number(document.querySelector("p.run-on")
            .previousElementSibling.parentElement.querySelectorAll(".source-line")[0].textContent);
        document.getElementById("reference").dataset.pages = `1:7 ${line + 100000}:8`;
    }"""
    )
    page.click("#cite")
    page.locator("p.run-on .para-tools button").nth(1).click()
    expect(page.locator("#doc-status")).to_have_text("已复制本段和出处。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"）：7\. http", copied)
    assert "首页" not in copied


@pytest.mark.browser
def test_the_box_is_not_read_aloud_nor_printed(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document articles"])
    read = page.evaluate(
        "gongbaoTools.readable(document.querySelector('article.text'), 'p, li, dd, div').map(e => e.textContent)"
    )
    assert read
    assert not [text for text in read if "BibTeX" in text or "@article" in text or "[J" in text]
    page.emulate_media(media="print")
    expect(page.locator("#reference")).to_be_hidden()


def test_no_day_is_on_a_page_that_only_a_reader_has(site: Path) -> None:
    today = datetime.now(UTC).date().isoformat()
    text = page_of(site, "zichuan/2021/4/1").get_text()
    assert today not in text


TITLE_TAGS = ("og:title", "citation_title", "DC.title")
SPOILT_HEADS = [
    *[(f'({tag}" content=")', r"\1防", f"tag {tag}") for tag in (
        *TITLE_TAGS, "og:url", "og:image", "citation_author", "DC.creator", "citation_publication_date",
        "DCTERMS.issued", "article:published_time", "citation_journal_title", "citation_issue",
        "citation_firstpage", "citation_publisher", "DC.publisher", "citation_public_url", "DC.identifier",
        "DC.date", "DC.source",
    )],
    (r'<meta name="citation_author"[^>]*>', "", "tag citation_author"),
    (r'(<meta name="citation_title"[^>]*>)', r"\1\1", "tag citation_title"),
    (r"<title>", "<title>防", "title"),
    (r'(name="description" content=")', r"\1防", "description"),
    (r'(og:description" content=")', r"\1防", "og:description"),
    (r'(rel="canonical" href="[^"]*)/"', r'\g<1>9/"', "canonical"),
    *[(f'("{key}": ?")', r"\1x", f"JSON-LD {key}") for key in (
        "name", "url", "@id", "legislationIdentifier", "legislationType", "legislationDate", "datePublished",
    )],
    (r'(GovernmentOrganization","name":")', r"\1x", "JSON-LD legislationPassedBy"),
    (r'("issueNumber":")', r"\1x", "JSON-LD isPartOf issueNumber"),
    (r'(Periodical","name":")', r"\1x", "JSON-LD isPartOf isPartOf"),
    (r'(Organization","name":")(?=[^}]*}, ?"isPartOf")', r"\1x", "JSON-LD isPartOf publisher"),
    (r'<script type="application/ld.json">.*?</script>', "", "lost: its JSON-LD"),
    (r'"isPartOf":{', '"isPartOf":', "lost: its JSON-LD"),
]  # fmt: skip
"""What is spoilt in the head of a page: pattern, what is there instead, and what ``prove`` calls it."""


def spoilt_page(site: Path, pattern: str, text: str) -> list[Difference]:
    """What ``prove`` says of the page of the first document where something in it is another."""
    archive = demo_archive()
    issue = archive.issues[0]
    outlet = open_outlet(site)
    address = f"archive/{issue.documents[0].id}/index.html"
    page, count = re.subn(
        pattern, text, (outlet.read(address) or b"").decode(), count=1, flags=re.DOTALL
    )
    assert count, pattern
    title = archive.publications[0].title
    spoilt = Published({address: page.encode()}, {})
    return list(check_document_page(spoilt, issue, issue.documents[0], title))


def test_each_page_is_proven(named: Path) -> None:
    archive = demo_archive()
    title = archive.publications[0].title
    for issue in archive.issues:
        for record in issue.documents:
            assert check_document_page(open_outlet(named), issue, record, title) == ()


@pytest.mark.parametrize(("pattern", "text", "said"), SPOILT_HEADS)
def test_what_is_wrong_in_a_head_is_named(named: Path, pattern: str, text: str, said: str) -> None:
    found = spoilt_page(named, pattern, text)
    assert any(one.said.startswith(said) and one.place.startswith("head of ") for one in found)


def test_an_address_that_is_not_that_of_the_page_is_named(named: Path) -> None:
    found = spoilt_page(named, r'("URL":"https://)', r"\1x")
    assert any("is not the address of the page" in one.said for one in found)

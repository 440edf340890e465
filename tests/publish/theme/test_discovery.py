"""What browsers and search engines read of a site."""

import gzip
import re
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

import pytest

from generator.model import Site
from generator.publish.theme import discovery
from generator.publish.theme.discovery import (
    HEAD,
    LONGEST_NAME,
    MOST_ADDRESSES,
    finish_sitemap,
    opensearch,
    robots,
    sitemap,
)

NAMES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def page(address: str, more: str = "", before: str = "") -> str:
    """A page with its address in the head."""
    return f'<head>{before}<link rel="canonical" href="{address}">{more}</head>'


def test_the_sitemap_has_the_pages_that_may_be_found(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    texts = {
        "index.html": page("https://example.org/?a=1&amp;b=2"),
        "a/index.html": page("https://example.org/a/", '<meta name="robots" content="noindex">'),
        "a/b/index.html": page("https://example.org/a/b/"),
        "404.html": "<head></head>",
        "a/late.html": page("https://example.org/late/", before=" " * HEAD),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    root = ET.fromstring(sitemap(tmp_path))  # noqa: S314 - our own file
    assert [[value.text for value in url] for url in root] == [
        ["https://example.org/a/b/"],
        ["https://example.org/?a=1&b=2"],
    ]


ADDRESS = "https://example.org/a&b/"


DAYS = {"yunxi/2021/1": "2021-02-01", "yunxi/2021/1/2": "2021-03-09"}


def make_sitemap(folder: Path, *pages: str, day: str = "2020-03-31") -> dict[str, str]:
    """The sitemap of a site that has these pages: each file, by its address, as text."""
    urls = "".join(
        f"    <url>\n         <loc>{escape(ADDRESS)}{page}</loc>\n         <lastmod>{day}</lastmod>\n    </url>\n"
        for page in pages
    )
    folder.mkdir(exist_ok=True)
    (folder / "sitemap.xml").write_text(f"<urlset>\n{urls}</urlset>\n", encoding="utf-8")
    finish_sitemap(folder, ADDRESS, DAYS)
    parts = {
        path.relative_to(folder).as_posix(): gzip.decompress(path.read_bytes()).decode()
        for path in folder.rglob("*.xml.gz")
    }
    whole = (folder / "sitemap.xml").read_text(encoding="utf-8")
    assert parts.pop("sitemap.xml.gz") == whole
    return {"sitemap.xml": whole} | parts


def pages_of(issue: str, number: int) -> list[str]:
    """The addresses of an issue with so many documents."""
    return [f"archive/{issue}/", *(f"archive/{issue}/{nth}/" for nth in range(1, number))]


OTHERS = [
    "",
    "about/",
    "archive/years/2021/",
    "archive/kinds/%E9%80%9A%E7%9F%A5/2021-2/",
    "archive/yunxi/",
]


def test_a_long_sitemap_is_an_index_of_parts_in_the_folders_of_their_pages(tmp_path: Path) -> None:
    years = {"yunxi/2021/1": 600, "yunxi/2020/3x": 400, "he-2/2021/1": 7}
    pages = [page for issue, number in years.items() for page in pages_of(issue, number)]
    made = make_sitemap(tmp_path, *OTHERS, *pages)
    names = sorted(
        [
            "sitemap-pages.xml.gz",
            *{f"archive/{issue.partition('/')[0]}/sitemap.xml.gz" for issue in years},
        ]
    )
    index = ET.fromstring(made["sitemap.xml"])  # noqa: S314 - our own file
    assert index.tag.endswith("}sitemapindex")
    assert [place.text for entry in index for place in entry] == [ADDRESS + name for name in names]
    assert sorted(made) == sorted([*names, "sitemap.xml"])
    for name in names:
        part = ET.fromstring(made[name])  # noqa: S314 - our own file
        listed = [str(entry[0].text) for entry in part]
        assert all(page.startswith(ADDRESS + name.rpartition("sitemap")[0]) for page in listed)
    assert sum(made[name].count("<url>") for name in names) == len(OTHERS) + len(pages)


def test_an_added_issue_changes_the_part_of_its_gazette(tmp_path: Path) -> None:
    held = [*OTHERS, *pages_of("yunxi/2021/1", 900), *pages_of("he-2/2021/1", 900)]
    before = make_sitemap(tmp_path / "a", *held)
    after = make_sitemap(tmp_path / "b", *held, *pages_of("yunxi/2021/2", 3), day="2021-12-31")
    changed = [name for name, text in after.items() if before.get(name) != text]
    assert changed == ["archive/yunxi/sitemap.xml.gz"]
    packed = (tmp_path / "b" / changed[0]).read_bytes()
    assert len(packed) < len(after[changed[0]]) / 10


def test_a_sitemap_of_a_thousand_pages_is_one_file(tmp_path: Path) -> None:
    assert MOST_ADDRESSES == 1_000
    assert list(make_sitemap(tmp_path / "a", *pages_of("yunxi/2021/1", 1_000))) == ["sitemap.xml"]
    assert len(make_sitemap(tmp_path / "b", *pages_of("yunxi/2021/1", 1_001))) == 2


def test_a_site_without_a_sitemap_gets_none(tmp_path: Path) -> None:
    finish_sitemap(tmp_path, ADDRESS, {})
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_nobody_knows_the_address_of_has_no_sitemap(tmp_path: Path) -> None:
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).write_bytes(b"<urlset></urlset>")
    finish_sitemap(tmp_path, "", DAYS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("more", [0, 1_000])
def test_only_pages_whose_day_is_known_have_one(tmp_path: Path, more: int) -> None:
    pages = [*pages_of("yunxi/2021/1", 4), *pages_of("yunxi/2021/2", 2 + more)]
    texts = make_sitemap(tmp_path, "about/", *pages).values()
    urls = [url for text in texts for url in re.findall(r"<url>.*</url>", text)]
    assert [url for url in urls if "<lastmod>" in url] == [
        f"<url><loc>{escape(ADDRESS)}archive/{id_}/</loc><lastmod>{day}</lastmod></url>"
        for id_, day in DAYS.items()
    ]
    assert len(urls) == 7 + more


def test_no_part_of_a_sitemap_has_too_many_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert discovery.MOST_IN_PART == 10_000
    monkeypatch.setattr(discovery, "MOST_IN_PART", 600)
    made = make_sitemap(tmp_path, *(f"other/{nth}/" for nth in range(1_300)))
    counts = {name: text.count("<url>") for name, text in made.items()}
    assert counts == {
        "sitemap.xml": 0, "sitemap-pages.xml.gz": 600, "sitemap-pages-2.xml.gz": 600, "sitemap-pages-3.xml.gz": 100,
    }  # fmt: skip
    assert all(
        f"<loc>{escape(ADDRESS)}{name}</loc>" in made["sitemap.xml"]
        for name in made
        if name != "sitemap.xml"
    )


def test_robots_are_told_where_the_sitemap_is() -> None:
    assert (
        robots("https://example.org/").decode().splitlines()[-1]
        == "Sitemap: https://example.org/sitemap.xml"
    )
    assert robots("").decode().splitlines() == ["User-agent: *", "Allow: /"]


def test_the_description_of_the_search_is_text_and_not_too_long() -> None:
    long = Site("云" * LONGEST_NAME + "溪", description='a & <b> "c"')
    root = ET.fromstring(opensearch(long, "https://example.org/g/", "zh-Hant"))  # noqa: S314 - our own file
    assert root.findtext("o:ShortName", "", NAMES) == "云" * LONGEST_NAME
    assert root.findtext("o:Description", "", NAMES) == 'a & <b> "c"'
    assert root.findtext("o:Language", "", NAMES) == "zh-Hant"
    short = opensearch(
        Site("云溪市政府公报文库", short_name="文库"), "https://example.org/", "zh-Hans"
    )
    assert "<ShortName>文库</ShortName>".encode() in short
    assert "<Description>云溪市政府公报文库</Description>".encode() in short

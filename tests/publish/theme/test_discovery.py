"""What browsers and search engines read of a site."""

import xml.etree.ElementTree as ET
from pathlib import Path

from generator.model import Site
from generator.publish.theme.discovery import HEAD, LONGEST_NAME, opensearch, sitemap

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
    root = ET.fromstring(sitemap(tmp_path, "2020-03-31"))  # noqa: S314 - our own file
    assert [[value.text for value in url] for url in root] == [
        ["https://example.org/a/b/", "2020-03-31"],
        ["https://example.org/?a=1&b=2", "2020-03-31"],
    ]


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

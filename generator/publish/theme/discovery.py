"""What browsers and search engines learn of a site: how it is searched, and which pages it has."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape, unescape
from pathlib import Path

from generator.model import Site

OPENSEARCH, SITEMAP = "opensearch.xml", "sitemap.xml"

LONGEST_NAME = 16
"""Characters of a short name, as OpenSearch 1.1 limits it."""

HEAD = 8_192
"""Bytes of a page in which its address and its word to search engines are."""

MOST_ADDRESSES = 1_000
"""Most pages of a sitemap in one file; the protocol allows 50,000."""
OTHER_PAGES = "sitemap-pages.xml"
"""The part of a divided sitemap with the pages that belong to no year of a gazette."""

_LOC = re.compile(r"<loc>([^<]*)</loc>")
_YEAR = re.compile(r"archive/[a-z0-9-]+/\d{4}/(?=[^/]+/)")
"""The folder of a year of a gazette, in the address of a page in it, below the root of the site."""
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_ROBOTS = '<meta name="robots"'


def opensearch(site: Site, address: str, tag: str) -> bytes:
    """The description by which browsers add the search of a site.

    :param address: of the site, with its final slash
    :param tag: the language as BCP 47 names it
    """
    name = (site.short_name or site.name)[:LONGEST_NAME]
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(name)}</ShortName>
  <Description>{escape(site.description or site.name)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>{tag}</Language>
  <Url type="text/html" method="get" template="{escape(address)}search/?q={{searchTerms}}"/>
</OpenSearchDescription>
""".encode()


def sitemap(folder: Path, day: str) -> bytes:
    """The pages of a built site that search engines may know.

    :param day: on which they were last changed, as ISO 8601
    """
    return _listed(
        "urlset",
        (
            f"    <url>\n         <loc>{escape(address)}</loc>\n         <lastmod>{day}</lastmod>\n    </url>\n"
            for address in _addresses(folder)
        ),
    )


def divide_sitemap(folder: Path, address: str) -> None:
    """Make a sitemap of very many pages an index of parts, each in the folder of the pages that it lists.

    So an added issue changes the part of its year. No page has a day there: that of the archive, which
    MkDocs says of each, changes all of them and is that of none.

    :param address: of the site, with its final slash
    """
    path = folder / SITEMAP
    pages = _LOC.findall(path.read_text(encoding="utf-8")) if path.is_file() else []
    if len(pages) <= MOST_ADDRESSES:
        return
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        year = _YEAR.match(page.removeprefix(escape(address)))
        parts[f"{year[0]}{SITEMAP}" if year else OTHER_PAGES].append(page)
    for name, listed in parts.items():
        (folder / name).write_bytes(
            _listed("urlset", (f"<url><loc>{page}</loc></url>\n" for page in listed))
        )
    places = (f"<sitemap><loc>{escape(address)}{name}</loc></sitemap>\n" for name in sorted(parts))
    index = _listed("sitemapindex", places)
    path.write_bytes(index)
    path.with_name(f"{SITEMAP}.gz").write_bytes(gzip.compress(index, mtime=0))


def _listed(element: str, entries: Iterable[str]) -> bytes:
    """A sitemap, or an index of some, with these entries."""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<{element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{"".join(entries)}</{element}>
""".encode()


def _addresses(folder: Path) -> Iterator[str]:
    """The address of each page by its head; of those that search engines leave out, none."""
    for path in sorted(folder.rglob("*.html")):
        with path.open("rb") as file:
            head = file.read(HEAD).decode(errors="replace")
        match = _CANONICAL.search(head)
        if match and _ROBOTS not in head:
            yield unescape(match[1])

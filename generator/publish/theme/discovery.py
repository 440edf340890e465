"""What browsers and search engines learn of a site: how it is searched, and which pages it has."""

import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from generator.model import Site

OPENSEARCH, SITEMAP = "opensearch.xml", "sitemap.xml"

LONGEST_NAME = 16
"""Characters of a short name, as OpenSearch 1.1 limits it."""

HEAD = 8_192
"""Bytes of a page in which its address and its word to search engines are."""

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
    urls = "".join(
        f"    <url>\n         <loc>{escape(address)}</loc>\n         <lastmod>{day}</lastmod>\n    </url>\n"
        for address in _addresses(folder)
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{urls}</urlset>
""".encode()


def _addresses(folder: Path) -> Iterator[str]:
    """The address of each page by its head; of those that search engines leave out, none."""
    for path in sorted(folder.rglob("*.html")):
        with path.open("rb") as file:
            head = file.read(HEAD).decode(errors="replace")
        match = _CANONICAL.search(head)
        if match and _ROBOTS not in head:
            yield unescape(match[1])

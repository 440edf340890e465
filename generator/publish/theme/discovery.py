"""What browsers and search engines learn of a site: how it is searched, and which pages it has."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from pathlib import Path

from generator.model import Site

OPENSEARCH, SITEMAP, ROBOTS = "opensearch.xml", "sitemap.xml", "robots.txt"

LONGEST_NAME = 16
"""Characters of a short name, as OpenSearch 1.1 limits it."""

HEAD = 8_192
"""Bytes of a page in which its address and its word to search engines are."""

MOST_ADDRESSES = 1_000
"""Most pages of a sitemap in one file; the protocol allows 50,000."""
MOST_IN_PART = 10_000
"""Most pages of a part of a divided sitemap."""
PACKED = ".gz"
"""How the name of a packed sitemap ends: parts are only packed, so that an added issue sends little."""
OTHER_PAGES = "sitemap-pages.xml"
"""The part of a divided sitemap with the pages that belong to no issue."""

_LOC = re.compile(r"<loc>([^<]*)</loc>")
_GAZETTE = re.compile(r"archive/[a-z0-9-]+/(?=\d{4}/[^/]+/)")
"""The folder of a gazette, in the address of a page of an issue of a year, below the root of the site."""
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


def sitemap(folder: Path) -> bytes:
    """The pages of a built site that search engines may know."""
    return _listed(
        "urlset",
        (f"<url><loc>{escape(address)}</loc></url>\n" for address in _addresses(folder)),
    )


def finish_sitemap(folder: Path, address: str, days: Mapping[str, str]) -> None:
    """Say in the sitemap when each page was changed; one of very many pages becomes an index of parts.

    Each part is in the folder of the pages that it lists, so an added issue changes the part of its gazette.
    The day that MkDocs says of all pages is that of none. Without an address there is no sitemap: the
    protocol wants absolute addresses.

    :param address: of the site, with its final slash; empty where nobody knows it
    :param days: id of each issue and document → the day on which its page was last changed, as ISO 8601
    """
    path, packed = folder / SITEMAP, folder / f"{SITEMAP}{PACKED}"
    if not path.is_file() or not address:
        path.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)
        return
    pages = _LOC.findall(path.read_text(encoding="utf-8"))
    if len(pages) <= MOST_ADDRESSES:
        whole = _list_pages(pages, address, days)
    else:
        parts = dict(_parts_of(pages, escape(address)))
        for name, listed in parts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)  # pages may be elsewhere yet
            (folder / name).write_bytes(_packed(_list_pages(listed, address, days)))
        whole = _listed(
            "sitemapindex",
            (f"<sitemap><loc>{escape(address)}{name}</loc></sitemap>\n" for name in sorted(parts)),
        )
    path.write_bytes(whole)
    packed.write_bytes(_packed(whole))


def _packed(data: bytes) -> bytes:
    """The same bytes for the same data."""
    return gzip.compress(data, mtime=0)


def _parts_of(pages: Iterable[str], address: str) -> Iterator[tuple[str, list[str]]]:
    """The parts of a long sitemap: the address of each below the root, and its pages."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        gazette = _GAZETTE.match(page.removeprefix(address))
        parts[f"{gazette[0]}{SITEMAP}" if gazette else OTHER_PAGES].append(page)
    for name, listed in parts.items():
        for nth, begin in enumerate(range(0, len(listed), MOST_IN_PART), 1):
            own = name if nth == 1 else f"{name.removesuffix('.xml')}-{nth}.xml"
            yield f"{own}{PACKED}", listed[begin : begin + MOST_IN_PART]


def _list_pages(pages: Iterable[str], address: str, days: Mapping[str, str]) -> bytes:
    """A sitemap of pages, each with its day if that is known.

    :param pages: their absolute addresses as XML has them
    """
    root = escape(f"{address}archive/")
    return _listed("urlset", (_url(page, days.get(_id_of(page, root), "")) for page in pages))


def _url(page: str, day: str) -> str:
    """A page with its day."""
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{page}</loc>{changed}</url>\n"


def _id_of(page: str, root: str) -> str:
    """The id of the issue or document whose page it is; of any other page, what is nobody's id."""
    return page.removeprefix(root).strip("/") if page.startswith(root) else ""


def robots(address: str) -> bytes:
    """What robots are told: they may read everything, and where the sitemap is.

    :param address: of the site, with its final slash; empty where nobody knows it
    """
    place = f"\nSitemap: {address}{SITEMAP}\n" if address else ""
    return f"User-agent: *\nAllow: /\n{place}".encode()


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

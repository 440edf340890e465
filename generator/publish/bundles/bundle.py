"""The bundle: the whole site, or the site of a part of the archive, in one ZIP file.

It is opened by double click, without a server or a network, and it is a bag that an archivist can keep and check.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from msgspec.structs import replace

from generator.archive.clock import EARLIEST
from generator.model import Archive, Site
from generator.pages.writing.escape import escape_html
from generator.publish.bundles.bag import PART, PAYLOAD, Fact
from generator.publish.identity import read_settings
from generator.publish.layout import Layout
from generator.words.say import say, spoken
from generator.work.program import own_version

README = "README.txt"
"""What a person finds first in the folder."""

OPENING = "index.html"
"""What a person opens: the page that leads to the home page in the payload, which has the same name."""

NEEDS_SERVER = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz")
"""Files that only a server or a search engine has a use for."""

SOFTWARE = "gongbao"
"""The program, as bags and crates name it."""


class Bundled(NamedTuple):
    """What a bundle is of."""

    archive: Archive
    """What it holds."""
    site: Site
    moment: datetime
    """The date of the whole archive."""
    part: str = ""
    """Id of the gazette or the issue that it is of; empty for the whole archive."""
    address: str = ""
    """Where the whole archive is on the web, with its final slash; empty where nobody says it."""

    @property
    def name(self) -> str:
        """Name of the bundle without its suffix."""
        return bundle_name(self.site, self.moment, self.part)

    @property
    def identifier(self) -> str:
        """By which it is known outside: the permanent address of what it holds, or its name."""
        below = f"archive/{self.part}/" if self.part else ""
        return f"{self.address}{below}" if self.address else self.name

    @property
    def shown_site(self) -> Site:
        """Who the site is, as its pages say it: of a part, with the whole archive."""
        return replace(self.site, whole=self.address) if self.part else self.site

    @property
    def day(self) -> str:
        """The date as archives write it."""
        return f"{self.moment:%Y-%m-%d}"


def bundle_settings(layout: Layout) -> dict[str, Any]:
    """What differs from the site: addresses of files, and ``extra.bundle`` for the theme to see."""
    return {
        "use_directory_urls": False,
        "site_url": "",
        "extra": {**(read_settings(layout.config).get("extra") or {}), "bundle": True},
    }


def bundle_name(site: Site, moment: datetime, part: str = "") -> str:
    """Name of the bundle without its suffix.

    The site's name as every disk can hold it, the id of a part, and a date if there is one.
    """
    plain = re.sub(r"[^\w-]+", "-", site.name).strip("-") or "gongbao"
    dated = [f"{moment:%Y-%m-%d}"] if moment > EARLIEST else []
    return "-".join([plain, *filter(None, part.split("/")), *dated])


def files_beside(bundled: Bundled) -> Iterator[tuple[str, bytes]]:
    """The files beside the payload: the note for the person who unpacks it, and the page that opens it."""
    yield README, read_me(bundled)
    yield OPENING, opening_page(bundled)


def bag_facts(bundled: Bundled) -> Iterator[Fact]:
    """What ``bag-info.txt`` says of a bundle, but for its size."""
    archive, site = bundled.archive, bundled.site
    yield "Source-Organization", site.publisher or ""
    yield "External-Description", site.description or site.name
    yield "External-Identifier", bundled.identifier
    yield PART, bundled.part
    yield "Bagging-Date", bundled.day if bundled.moment > EARLIEST else ""
    yield "Bag-Software-Agent", f"{SOFTWARE} {own_version()}"
    yield "Gongbao-Gazettes", str(len(archive.publications))
    yield "Gongbao-Issues", str(len(archive.issues))
    yield "Gongbao-Documents", str(len(archive.documents))
    for record in archive.issues:
        yield "Gongbao-Source", f"{record.id} sha256:{record.issue.sha256} {record.file}"


def opening_page(bundled: Bundled) -> bytes:
    """A page that leads to the home page, for who opens the folder and not what is in it."""
    title, goal = escape_html(say("bundle.title", site=bundled.site.name)), f"{PAYLOAD}/{OPENING}"
    return (
        f'<!doctype html>\n<html lang="{spoken().tag}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={goal}">\n<p><a href="{goal}">{title}</a></p>\n</html>\n'
    ).encode()


def read_me(bundled: Bundled) -> bytes:
    """The note for the person who unpacks the bundle.

    It is UTF-8 with a mark and has lines that end with CR LF, for every text editor.
    """
    archive, site = bundled.archive, bundled.site
    lines = (
        say("bundle.title", site=site.name),
        "",
        _holdings(bundled) if archive.issues else say("empty.issues"),
        *_whole(bundled),
        "",
        say("bundle.use"),
        say("bundle.search"),
        say("bundle.data"),
        say("bundle.kept"),
        "",
        *_imprint(site),
    )
    return "\r\n".join(lines).encode("utf-8-sig")


def _whole(bundled: Bundled) -> Iterator[str]:
    """That the bundle is of a part, and where the whole archive is."""
    if bundled.part:
        yield say("bundle.part", part=bundled.part)
    if bundled.address:
        yield say("bundle.address", address=bundled.address)


def _holdings(bundled: Bundled) -> str:
    """How much the archive holds on a day."""
    archive = bundled.archive
    return say(
        "bundle.holdings",
        date=bundled.day,
        gazettes=len(archive.publications),
        issues=len(archive.issues),
        documents=len(archive.documents),
    )


def _imprint(site: Site) -> list[str]:
    """Who publishes the archive, how they are reached and on what terms.

    A line for each that is known.
    """
    licence = site.licence and " ".join(filter(None, (site.licence.name, site.licence.url)))
    known = {
        "publisher": site.publisher,
        "contact": site.contact,
        "licence": licence,
        "sources": site.repository,
    }
    lines = [
        say("bundle.imprint", name=say(f"theme.{name}"), value=value)
        for name, value in known.items()
        if value
    ]
    return [*lines, ""] if lines else []

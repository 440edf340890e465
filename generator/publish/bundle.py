"""The bundle: the whole site in one ZIP file.

It is opened by double click, without a server or a network.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.archive.clock import EARLIEST
from generator.errors import naming
from generator.model import Archive, Site
from generator.publish.identity import read_settings
from generator.publish.layout import Layout
from generator.words.say import say

README = "README.txt"
"""What a person finds first in the folder."""

UNFINISHED = ".bundle.part"
"""What is being packed, beside the bundles that are whole; the next run takes its place."""

NEEDS_SERVER = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz")
"""Files that only a server or a search engine has a use for."""


def path_of(layout: Layout, site: Site, moment: datetime) -> Path:
    """Where the bundle of a moment is written: ``dist/<site name>-<date>.zip``."""
    return layout.dist / f"{bundle_name(site, moment)}.zip"


def bundled_files(archive: Archive, site: Site, moment: datetime) -> Iterator[tuple[str, bytes]]:
    """The files that only a bundle has."""
    yield README, read_me(archive, site, moment)


def bundle_settings(layout: Layout) -> dict[str, Any]:
    """What differs from the site: addresses of files, and ``extra.bundle`` for the theme to see."""
    return {
        "use_directory_urls": False,
        "site_url": "",
        "extra": {**(read_settings(layout.config).get("extra") or {}), "bundle": True},
    }


def bundle_name(site: Site, moment: datetime) -> str:
    """Name of the bundle without its suffix.

    The site's name as every disk can hold it, and a date if there is one.
    """
    plain = re.sub(r"[^\w-]+", "-", site.name).strip("-") or "gongbao"
    return f"{plain}-{moment:%Y-%m-%d}" if moment > EARLIEST else plain


def read_me(archive: Archive, site: Site, moment: datetime) -> bytes:
    """The note for the person who unpacks the bundle.

    It is UTF-8 with a mark and has lines that end with CR LF, for every text editor.
    """
    lines = (
        say("bundle.title", site=site.name),
        "",
        _holdings(archive, moment) if archive.issues else say("empty.issues"),
        "",
        say("bundle.use"),
        say("bundle.search"),
        say("bundle.data"),
        "",
        *_imprint(site),
    )
    return "\r\n".join(lines).encode("utf-8-sig")


def _holdings(archive: Archive, moment: datetime) -> str:
    """How much the archive holds on a day."""
    return say(
        "bundle.holdings",
        date=f"{moment:%Y-%m-%d}",
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


def write_zip(folder: Path, path: Path, moment: datetime) -> None:
    """Pack a folder under one top folder named like the file.

    Sorted entries, one date: the same bytes every time.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(UNFINISHED)
    try:
        with naming(path):
            pack(folder, unfinished, path.stem, moment)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def pack(folder: Path, path: Path, top: str, moment: datetime) -> None:
    """Write the files of a folder into a ZIP file, below the folder ``top``."""
    files = sorted((file for file in folder.rglob("*") if file.is_file()), key=Path.as_posix)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for file in files:
            bundle.writestr(
                entry(f"{top}/{file.relative_to(folder).as_posix()}", moment), file.read_bytes()
            )


def entry(name: str, moment: datetime) -> zipfile.ZipInfo:
    """The head of a packed file: its name, one date and plain rights."""
    info = zipfile.ZipInfo(name, moment.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix, on every machine
    info.external_attr = 0o644 << 16
    return info

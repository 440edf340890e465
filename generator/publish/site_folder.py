"""The folder of the finished site.

What may take its place, and the files that are written into it.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from generator.errors import GazetteError, naming
from generator.export import Links, build_data, export_dcat
from generator.export.bulk.data_rows import Held
from generator.export.bulk.sqlite_file import STAMPS, fill_database
from generator.feeds import build_feeds
from generator.model import Archive, Site
from generator.permanence.published import CATALOG
from generator.publish.exchange import UNFINISHED, VOLUME
from generator.publish.turns import real
from generator.search import build_search
from generator.work import open_crew

SITE = ("index.html", CATALOG)
"""Files by which a site is known."""


def refuse_to_replace(site: Path, *sources: Path, known_by: tuple[str, ...] = SITE) -> None:
    """Refuse that a site takes the place of what is no site.

    Raises :class:`~generator.errors.GazetteError`.

    :param sources: what it is made from; it lies in no folder that is a site
    :param known_by: files that every site of its kind has
    """
    for source in sources:
        inside = source.is_dir() and real(site).is_relative_to(real(source))
        if inside or real(source).is_relative_to(real(site)):
            reason = f"{site}: the site would take the place of {source}; name another folder"
            raise GazetteError(reason)
    if site.exists() and not is_site(site, known_by):
        reason = f"{site}: is no site, and a site would take the place of all that it holds; name another folder"
        raise GazetteError(reason)


def is_site(folder: Path, known_by: tuple[str, ...] = SITE) -> bool:
    """Whether a folder holds nothing, or a site, or what a build that was killed left of one."""
    if not folder.is_dir():
        return False
    held = {path.name for path in folder.iterdir()} - VOLUME
    return not held or UNFINISHED in held or all((folder / name).is_file() for name in known_by)


def write_pieces(files: Iterable[tuple[str, Iterable[bytes]]], root: Path, below: str) -> None:
    """Write files piece by piece under ``root``, each in one step.

    :param below: the folder of their addresses that ``root`` is
    """
    for uri, pieces in files:
        path = root / uri.removeprefix(f"{below}/")
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.part")
        with naming(path):
            with unfinished.open("wb") as file:
                file.writelines(pieces)
            unfinished.replace(path)


def write_database(held: Held, path: Path) -> None:
    """Write the database of an archive of any size in one step; the bytes are those of a small one."""
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.unlink(missing_ok=True)
    with naming(path):
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as database:
            fill_database(database, held)
        with unfinished.open("r+b") as file:
            for at, stamp in STAMPS:
                file.seek(at)
                file.write(stamp)
        unfinished.replace(path)


def write_files(files: Iterable[tuple[str, bytes]], root: Path) -> None:
    """Write files by their address under ``root``."""
    folders: set[Path] = set()
    for uri, data in files:
        path = root / uri
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        with naming(path):
            path.write_bytes(data)


def write_data(archive: Archive, site: Site, links: Links, folder: Path) -> None:
    """Write the data files, feeds and the index of the search beside the pages of a site."""
    write_files(build_data(archive, links, links.site or site.address or ""), folder)
    write_files(export_dcat(archive, site, links), folder)
    write_files(build_feeds(archive, site, links), folder)
    with open_crew() as crew:
        write_files(build_search(archive, links, crew=crew), folder)

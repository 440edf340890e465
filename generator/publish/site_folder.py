"""The folder of the finished site.

What may take its place, and the files that are written into it.
"""

from collections.abc import Iterable
from pathlib import Path

from generator.errors import GazetteError, naming
from generator.export import Links, build_data
from generator.model import Archive
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


def write_data(archive: Archive, links: Links, folder: Path) -> None:
    """Write the data files and the index of the search beside the pages of a site."""
    write_files(build_data(archive, links), folder)
    with open_crew() as crew:
        write_files(build_search(archive, links, crew=crew), folder)

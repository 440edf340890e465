"""The site: MkDocs into a staging folder, the data files beside it, then in the place of the last site."""

from collections.abc import Iterable
from pathlib import Path

from generator.errors import GazetteError, naming
from generator.export import SERVED, build_exports
from generator.model import Archive
from generator.publish.clock import clock_of, fixed_clock
from generator.publish.exchange import UNFINISHED, VOLUME, take_place
from generator.publish.layout import Layout
from generator.publish.mkdocs import run_mkdocs
from generator.publish.turns import new_folder, real
from generator.search import build_search

SITE = ("index.html", "data/catalog.json")
"""Files by which a site is known."""


def build_site(
    archive: Archive, layout: Layout, *, strict: bool = True, address: str | None = None
) -> tuple[str, ...]:
    """Build the site from the pages on disk; the warnings that MkDocs gave.

    :param address: where the site is going to stand, e.g. ``https://example.org/gazettes/``: for its sitemap, and for
        the page for what is not found, which is read at any depth; None for what ``mkdocs.yml`` says

    Raises :class:`~generator.errors.GazetteError` when MkDocs fails, with ``strict`` also for a warning; the last site
    stands then as it was. Where it is a volume of its own it is brought up to date in place; an :class:`OSError` names
    then the file that could not be written, and the next build mends what this one left.
    """
    target = real(layout.site)
    with new_folder(layout.staging, target.name) as staging:
        with fixed_clock(clock_of(archive)):
            warnings = run_mkdocs(layout, staging, strict=strict, site_url=address)
        write_files(build_exports(archive, SERVED).items(), staging)
        write_files(build_search(archive, SERVED), staging)
        take_place(target, staging)
    return warnings


def refuse_to_replace(site: Path, *sources: Path) -> None:
    """Raise :class:`~generator.errors.GazetteError` when a site would take the place of what is no site.

    :param sources: what it is made from; it lies in no folder that is a site
    """
    for source in sources:
        inside = source.is_dir() and real(site).is_relative_to(real(source))
        if inside or real(source).is_relative_to(real(site)):
            reason = f"{site}: the site would take the place of {source}; name another folder"
            raise GazetteError(reason)
    if site.exists() and not is_site(site):
        reason = f"{site}: is no site, and a site would take the place of all that it holds; name another folder"
        raise GazetteError(reason)


def is_site(folder: Path) -> bool:
    """Whether a folder holds nothing, or a site, or what a build that was killed left of one."""
    if not folder.is_dir():
        return False
    held = {path.name for path in folder.iterdir()} - VOLUME
    return not held or UNFINISHED in held or all((folder / name).is_file() for name in SITE)


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

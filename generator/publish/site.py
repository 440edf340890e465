"""The site: MkDocs into a staging folder, the data files beside it, then in the place of the last site."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.errors import GazetteError
from generator.export import SERVED, build_exports
from generator.model import Archive
from generator.publish.clock import clock_of, fixed_clock
from generator.publish.layout import Layout
from generator.publish.mkdocs import run_mkdocs
from generator.publish.turns import new_folder
from generator.search import build_search


def build_site(
    archive: Archive, layout: Layout, *, strict: bool = True, address: str | None = None
) -> tuple[str, ...]:
    """Build the site from the pages on disk; the warnings that MkDocs gave.

    :param address: where the site is going to stand, e.g. ``https://example.org/gazettes/``: for its sitemap, and for
        the page for what is not found, which is read at any depth; None for what ``mkdocs.yml`` says

    Raises :class:`~generator.errors.GazetteError` when MkDocs fails, with ``strict`` also for a warning; the last site
    stands then as it was.
    """
    target = layout.site.resolve()
    with new_folder(layout.staging, target.name) as staging:
        with fixed_clock(clock_of(archive)):
            warnings = run_mkdocs(layout, staging, strict=strict, site_url=address)
        write_files(build_exports(archive, SERVED).items(), staging)
        write_files(build_search(archive, SERVED), staging)
        replace_folder(target, staging)
    return warnings


def refuse_to_replace(site: Path, *sources: Path) -> None:
    """Raise :class:`~generator.errors.GazetteError` when a site would take the place of what it is made from."""
    for source in sources:
        if source.resolve().is_relative_to(site.resolve()):
            reason = f"{site}: the site would take the place of {source}; name another folder"
            raise GazetteError(reason)


def write_files(files: Iterable[tuple[str, bytes]], root: Path) -> None:
    """Write files by their address under ``root``."""
    folders: set[Path] = set()
    for uri, data in files:
        path = root / uri
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_bytes(data)


def replace_folder(target: Path, source: Path) -> None:
    """Put ``source`` in the place of ``target`` by two renames; the old folder comes back when the second fails."""
    old = source.with_name(f"{source.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.replace(target, old)  # noqa: PTH105 - Path.replace says less about folders
    try:
        os.replace(source, target)  # noqa: PTH105
    except BaseException:
        if old.exists():
            os.replace(old, target)  # noqa: PTH105
        raise
    shutil.rmtree(old, ignore_errors=True)

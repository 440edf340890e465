"""Projects of other archives with the real theme and the real hand-written pages."""

import shutil
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generator.model import Archive
from generator.pages import Asset, Page, build_assets, build_pages
from generator.publish import Layout, supply_pages, write_pages
from generator.publish.bundles.bag import PAYLOAD
from generator.source.source_file import Sources
from tests.bundling import bundle_of

ADDRESS = "https://example.org/gazettes/"
"""Where the site is whose address is known."""


def make_project(
    archive: Archive, root: Path, folder: Path, sources: Sources | None = None
) -> Layout:
    """The pages of an archive in a folder of their own, beside copies of those written by hand."""
    shutil.copytree(
        root / "docs_src", folder / "docs", ignore=shutil.ignore_patterns("archive", "n")
    )
    layout = Layout(
        config=root / "mkdocs.yml", docs=folder / "docs", site=folder / "site", dist=folder / "dist"
    )
    supply_pages(layout)
    files: Iterator[Page | Asset] = chain(
        build_pages(archive, sources=sources), build_assets(archive, sources)
    )
    write_pages(files, layout.docs)
    return layout


def unpack_bundle(archive: Archive, layout: Layout, folder: Path) -> Path:
    """The folder of the pages that a reader has who unpacked the bundle; the bag is above it."""
    with zipfile.ZipFile(bundle_of(archive, layout)) as packed:
        packed.extractall(folder)
    (top,) = folder.iterdir()
    return top / PAYLOAD

"""The steps by which a bundle comes about: its pages, its site, the bag around them, one file."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from generator.export import BUNDLED
from generator.publish.bundles.bag import PAYLOAD, enclose
from generator.publish.bundles.bundle import (
    NEEDS_SERVER,
    Bundled,
    bag_facts,
    bundle_settings,
    files_beside,
)
from generator.publish.bundles.crate import METADATA, crate_of
from generator.publish.bundles.packing import write_zip
from generator.publish.files import GENERATED, HOME
from generator.publish.fixed_clock import fixed_clock
from generator.publish.layout import Layout
from generator.publish.mkdocs import run_mkdocs
from generator.publish.site_folder import write_data
from generator.publish.turns import new_folder


def path_of(layout: Layout, bundled: Bundled) -> Path:
    """Where a bundle is written: ``dist/<site name>-<date>.zip``."""
    return layout.dist / f"{bundled.name}.zip"


@contextmanager
def layout_of_part(layout: Layout) -> Iterator[Layout]:
    """The project with a folder of pages for a part of the archive; those of the whole stay as they are.

    Pages and files that people wrote are copied.
    """
    with new_folder(layout.staging, "pages") as folder:
        docs = folder / "docs"
        left_out = {layout.docs / name for name in (*GENERATED, HOME)}

        def ignored(where: str, names: list[str]) -> list[str]:
            return [name for name in names if Path(where, name) in left_out]

        if layout.docs.is_dir():
            shutil.copytree(layout.docs, docs, ignore=ignored)
        yield replace(layout, docs=docs)


def build_bundle(bundled: Bundled, layout: Layout, *, strict: bool = True) -> Path:
    """Build a bundle from the pages on disk and return its path, ``dist/<site name>-<date>.zip``.

    The same archive gives the same bytes. Raises :class:`~generator.errors.GazetteError` when MkDocs
    fails, with ``strict`` also for a warning; the last bundle is then as it was.
    """
    path = path_of(layout, bundled)
    with new_folder(layout.staging, "bundle") as bag:
        payload = bag / PAYLOAD
        with fixed_clock(bundled.moment):
            run_mkdocs(layout, payload, strict=strict, **bundle_settings(layout))
        for name in NEEDS_SERVER:
            (payload / name).unlink(missing_ok=True)
        write_data(bundled.archive, BUNDLED, payload)
        (payload / METADATA).write_bytes(crate_of(bundled))
        enclose(bag, bag_facts(bundled), files_beside(bundled))
        write_zip(bag, path, bundled.moment)
    return path

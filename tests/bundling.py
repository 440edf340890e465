"""Bundles of archives that a test has in memory."""

from pathlib import Path

from generator.archive.clock import clock_of
from generator.model import Archive
from generator.publish import Layout, read_site
from generator.publish.bundles import Bundled, build_bundle


def whole_of(archive: Archive, layout: Layout) -> Bundled:
    """A whole archive as a bundle of a project."""
    return Bundled(archive, read_site(layout.config), clock_of(archive))


def bundle_of(archive: Archive, layout: Layout) -> Path:
    """The finished bundle of a whole archive."""
    return build_bundle(whole_of(archive, layout), layout)

"""Bundles of archives that a test has in memory."""

import warnings
from collections.abc import Callable
from functools import cache
from importlib import import_module
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


@cache
def public_surt() -> Callable[[str], str]:
    """The public library that makes keys of addresses; Python warns of escapes in its source."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: Callable[[str], str] = import_module("surt").surt
    return found

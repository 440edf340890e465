"""The pages that MkDocs makes itself: those that people wrote, and those of the navigation."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.publish.files import GENERATED, HOME
from generator.publish.frames.known_files import KnownFiles
from generator.publish.mkdocs import Making, make_here
from generator.publish.theme.discovery import SITEMAP


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """The settings of what nobody can configure."""


class _Known(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Tells MkDocs of the generated pages that it does not make, so that links to them are found."""

    def __init__(self, is_generated: Callable[[str], bool]) -> None:
        super().__init__()
        self._is_generated = is_generated

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """The files that there are, and those that somebody else makes."""
        return KnownFiles(files, config, self._is_generated)


def make_rest(making: Making, is_generated: Callable[[str], bool]) -> None:
    """Let MkDocs make the pages in its folder; those of which it is only told are made already."""
    making.config.plugins["gongbao"] = _Known(is_generated)
    making.config.theme.static_templates.discard(SITEMAP)
    make_here(making)


def gather_rest(docs: Path, generated: Iterable[str], folder: Path) -> None:
    """Put the pages that people wrote, and some generated ones, into a folder of their own."""
    folder.mkdir(parents=True)
    for path in sorted(docs.iterdir()):
        if path.name in (*GENERATED, HOME):
            continue
        if path.is_dir():
            shutil.copytree(path, folder / path.name, copy_function=_link)
        else:
            _link(path, folder / path.name)
    for uri in generated:
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        _link(docs / uri, folder / uri)


def _link(source: str | Path, target: str | Path) -> None:
    """Link a file, or copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def pages_of_navigation(nav: Any) -> set[str]:
    """The addresses that the navigation leads to, whatever is below what."""
    if isinstance(nav, str):
        return {nav}
    below = nav.values() if isinstance(nav, dict) else nav or ()
    return set().union(*map(pages_of_navigation, below))

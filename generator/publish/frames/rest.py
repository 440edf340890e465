"""The pages that MkDocs makes itself: those that people wrote, and those of the navigation."""

import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.utils.templates import TemplateContext

from generator.publish.files import GENERATED, HOME
from generator.publish.frames.known_files import KnownFiles
from generator.publish.frames.page_work import Made
from generator.publish.mkdocs import Making, make_here
from generator.publish.theme.discovery import SITEMAP
from generator.work import files_below


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """The settings of what nobody can configure."""


class _Known(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Tells MkDocs of the generated pages that it does not make, for links to them and for the sitemap."""

    def __init__(self, made: Mapping[str, Made]) -> None:
        super().__init__()
        self._made = made

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """The files that there are, and those that somebody else makes."""
        return KnownFiles(files, config, self._made.__contains__)

    def on_template_context(
        self,
        context: TemplateContext,
        /,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - part of a hook
    ) -> TemplateContext:
        """All pages for the sitemap, in the order in which MkDocs finds them."""
        if template_name == SITEMAP:
            made = [Listed(page.uri, page.listed) for page in self._made.values() if page.listed]
            context["pages"] = sorted([*context["pages"], *made], key=_place)  # type: ignore[list-item]
        return context


class Listed(NamedTuple):
    """A page that is made already, as the sitemap asks for one: it is in no file of MkDocs, and is itself the page."""

    src_uri: str
    canonical_url: str
    page: None = None
    is_link: bool = False
    meta: Mapping[str, str] | None = None


def _place(file: File | Listed) -> list[tuple[bool, bool, str]]:
    """Sort key: the files of a folder, its index first, then the folders in it."""
    *folders, name = file.src_uri.split("/")
    is_index = name.rpartition(".")[0] in ("index", "README")
    return [*((True, True, folder) for folder in folders), (False, not is_index, name)]


def make_rest(making: Making, made: Mapping[str, Made]) -> None:
    """Let MkDocs make the pages in its folder; those of which it is only told are made already."""
    making.config.plugins["gongbao"] = _Known(made)
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


def written_beside(docs: Path, made: Container[str]) -> Iterator[str]:
    """The files that people put among those that are generated; hidden ones are none."""
    for folder in (docs / name for name in GENERATED):
        for path in files_below(folder) if folder.is_dir() else ():
            below = path.relative_to(docs)
            uri = below.as_posix()
            if uri not in made and not any(part.startswith(".") for part in below.parts):
                yield uri


def _link(source: str | Path, target: str | Path) -> None:
    """Link a file, or copy it where that cannot be."""
    try:
        os.link(os.path.realpath(source), target)  # a link to it might lead nowhere from there
    except OSError:
        shutil.copyfile(source, target)


def pages_of_navigation(nav: Any) -> set[str]:
    """The addresses that the navigation leads to, whatever is below what."""
    if isinstance(nav, str):
        return {nav}
    below = nav.values() if isinstance(nav, dict) else nav or ()
    return set().union(*map(pages_of_navigation, below))

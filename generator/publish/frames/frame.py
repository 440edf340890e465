"""The frame of the pages: settings, templates and navigation, loaded once by each process."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path, PurePosixPath

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MadePage

from generator.archive.clock import VARIABLE
from generator.errors import GazetteError
from generator.model import Value
from generator.pages import Page
from generator.publish.frames.frame_key import frame_key, own_themes
from generator.publish.frames.frame_settings import settings_of
from generator.publish.frames.kept_parts import AROUND, keep_parts
from generator.publish.frames.known_files import KnownFiles, file_of
from generator.publish.layout import Layout

MOST_KNOWN = 4096
"""Addresses of files that a frame remembers: most links lead to few of them."""


class FrameOf(Value, frozen=True):
    """What a process has to be told to load the frame."""

    config: Path
    """Configuration of MkDocs."""
    docs: Path
    """Folder of the pages."""
    target: Path
    """Folder that the site is made in."""
    address: str | None
    """That the site is going to have; None for what ``mkdocs.yml`` says."""
    epoch: str
    """The moment that the site is dated with, in seconds since 1970."""
    key: str = ""
    """Of what it has to be made, for a process that may see other files than the one that asks."""


class Frame:
    """What is around the text of every page."""

    def __init__(self, wanted: FrameOf, is_generated: Callable[[str], bool]) -> None:
        """Load settings, templates and navigation.

        :param is_generated: whether the archive has a page or a file at an address

        Raises :class:`~generator.errors.GazetteError` where they are not what was wanted.
        """
        layout = Layout(config=wanted.config, docs=wanted.docs)
        self.config, said = settings_of(layout, wanted.target, wanted.address)
        if wanted.key and frame_key(self.config, said) != wanted.key:
            reason = f"{layout.config}: a worker has other settings or templates than this build"
            raise GazetteError(reason)
        self.files = KnownFiles((), self.config, is_generated)
        self._env: jinja2.Environment = self.config.theme.get_env()
        keep_parts(self._env, own_themes(self.config))
        self._nav: Navigation = get_navigation(self.files, self.config)
        self.url_of = lru_cache(maxsize=MOST_KNOWN)(self._url_of)
        """The address in the site of a file of the documentation, which need not be there yet."""

    def place(self, page: Page) -> MadePage:
        """A page as the templates see it, without its text."""
        made = MadePage(None, file_of(page.uri, self.config), self.config)
        made.meta = page.meta
        return made

    def render(self, made: MadePage) -> bytes:
        """The bytes of a page with its text in the frame."""
        template = self._env.get_template(made.meta.get("template", AROUND))
        made.active = True
        text = template.render(get_context(self._nav, (), self.config, made))
        return text.encode("utf-8", errors="xmlcharrefreplace")

    def _url_of(self, uri: str) -> str:
        """The address in the site of a file."""
        return file_of(uri, self.config).url


@lru_cache(maxsize=1)
def frame_of(wanted: FrameOf) -> Frame:
    """The frame, loaded once by a process, for which any address that a file can have is one of the archive."""
    os.environ[VARIABLE] = wanted.epoch
    return Frame(wanted, _may_be_file)


def _may_be_file(uri: str) -> bool:
    """Whether an address can be that of a file."""
    return "." in PurePosixPath(uri).name

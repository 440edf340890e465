"""A site made of an archive page by page, with what the last build left."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.pages.index.indexes import Registers
from generator.publish.exchange import take_place
from generator.publish.files import Changes
from generator.publish.frames.frame import FrameOf
from generator.publish.frames.frame_key import frame_key, may_frame
from generator.publish.frames.frame_settings import gather_settings, load_settings
from generator.publish.frames.page_work import Made, Places
from generator.publish.frames.rest import gather_rest, make_rest, pages_of_navigation
from generator.publish.identity import read_settings
from generator.publish.kept.page_maker import PageMaker
from generator.publish.kept.record import SiteRecord
from generator.publish.kept.staging import Staging
from generator.publish.layout import Layout
from generator.publish.mkdocs import run_mkdocs
from generator.publish.turns import new_folder, real
from generator.words.say import spoken
from generator.work import Crew


class Settings:
    """The settings of a site, as far as they decide how its pages are made."""

    def __init__(self, layout: Layout, address: str | None) -> None:
        """Read the settings.

        :param address: that the site is going to have; None for what ``mkdocs.yml`` says
        """
        own = read_settings(layout.config)
        laid = gather_settings(layout, own, layout.site, site_url=address)
        self.said: dict[str, Any] = deepcopy({**own, **laid})
        self.config: MkDocsConfig = load_settings(layout, own, laid)

    @property
    def may_frame(self) -> bool:
        """Whether pages can be put into their frame one by one."""
        return may_frame(self.config, self.said)

    @property
    def frame(self) -> str:
        """A name for the frame."""
        return frame_key(self.config, self.said)


class SiteMaker:
    """Makes a site in a folder beside the last one, whose place it takes at the end."""

    def __init__(
        self, layout: Layout, settings: Settings, folder: Path, before: SiteRecord, crew: Crew
    ) -> None:
        """Make a site in an empty folder.

        :param before: what is known of the last one
        """
        self._layout = layout
        self._settings = settings
        self._before = before
        self._crew = crew
        self._work = folder
        self._target = real(layout.site)
        self._staging = Staging(folder / "site", self._target, before)
        self._pages: PageMaker | None = None
        self.warnings: list[str] = []

    def make_pages(
        self, registers: Registers, issues: Path | None, epoch: str, address: str | None
    ) -> Changes:
        """Make the pages of the archive; how many changed on disk."""
        layout = self._layout
        nav = pages_of_navigation(self._settings.said.get("nav"))
        absolute = Layout(
            *(path.absolute() for path in (layout.config, layout.docs, layout.site, layout.dist))
        )
        places = Places(
            docs=layout.docs.absolute(),
            issues=issues,
            language=spoken().language,
            frame=FrameOf(absolute, self._staging.folder.absolute(), address, epoch),
        )
        self._pages = PageMaker(
            places, self._crew, self._before, self._staging,
            frame=self._settings.frame, framed_apart=nav,
        )  # fmt: skip
        changes = self._pages.make(registers)
        self._make_rest(nav & self._pages.pages.keys(), address)
        return changes

    def _make_rest(self, nav: Iterable[str], address: str | None) -> None:
        """Let MkDocs make all other pages, and look at where links lead."""
        assert self._pages is not None
        known = self._pages.pages
        with new_folder(self._work, "rest") as folder:
            gather_rest(self._layout.docs, nav, folder / "docs")
            self.warnings += run_mkdocs(
                self._layout,
                folder / "site",
                strict=False,
                make=partial(make_rest, is_generated=known.__contains__),
                docs_dir=str(folder / "docs"),
                site_url=address,
            )
            self._staging.take(folder / "site")
        self.warnings += _dead_links(known)

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write further files."""
        self._staging.put(files)

    def finish(self) -> SiteRecord:
        """Put the site in its place; what is to be known of it."""
        assert self._pages is not None
        take_place(self._target, self._staging.folder)
        return SiteRecord(
            frame=self._settings.frame,
            pages=self._pages.pages,
            issues=self._pages.issues,
            files=self._staging.files,
        )


def _dead_links(pages: dict[str, Made]) -> Iterator[str]:
    """What MkDocs would say of links to files that are not there."""
    for page in pages.values():
        for link, uri in page.links:
            if uri not in pages:
                yield (
                    f"Doc file '{page.uri}' contains a link '{link}', "
                    f"but the target '{uri}' is not found among documentation files."
                )

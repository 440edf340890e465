"""A site made of an archive page by page, with what the last build left."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from generator.archive.text_apart import Texts
from generator.model import Site
from generator.pages import Page
from generator.pages.index.indexes import Registers
from generator.publish.exchange import take_place
from generator.publish.files import Changes
from generator.publish.frames.frame import FrameOf
from generator.publish.frames.frame_key import frame_key, may_frame, own_themes
from generator.publish.frames.frame_settings import settings_of
from generator.publish.frames.page_work import Made, Places
from generator.publish.frames.rest import (
    gather_rest,
    make_rest,
    pages_of_navigation,
    written_beside,
)
from generator.publish.identity import read_site
from generator.publish.kept.page_maker import PageMaker
from generator.publish.kept.site_record import PagesMade, SiteRecord
from generator.publish.kept.staging import Staging
from generator.publish.layout import Layout
from generator.publish.mkdocs import refuse_warnings, run_mkdocs
from generator.publish.turns import real
from generator.words.say import spoken
from generator.work import Crew


class Plan:
    """How a site is to be made, by its settings and by the command line."""

    def __init__(self, layout: Layout, address: str | None, *, strict: bool) -> None:
        """Read the settings.

        :param address: that the site is going to have; None for what ``mkdocs.yml`` says
        :param strict: whether a warning ends the run
        """
        self.layout = layout
        self.address = address
        self.strict = strict
        self._config, self._said = settings_of(layout, layout.site, address)

    @property
    def may_frame(self) -> bool:
        """Whether pages can be put into their frame one by one."""
        return may_frame(self._config, self._said)

    @cached_property
    def frame(self) -> str:
        """A name for the frame."""
        return frame_key(self._config, self._said)

    @property
    def site(self) -> Site:
        """Who the site is, and where."""
        return read_site(self.layout.config, self.address)

    @property
    def themes(self) -> list[Path]:
        """The folders of its theme that are nobody's package."""
        return own_themes(self._config)

    @cached_property
    def navigation(self) -> frozenset[str]:
        """The pages that the navigation leads to."""
        return frozenset(pages_of_navigation(self._said.get("nav")))


class SiteMaker:
    """Makes a site in a folder beside the last one, whose place it takes at the end."""

    def __init__(
        self,
        plan: Plan,
        folder: Path,
        before: SiteRecord,
        crew: Crew,
        replaced: Path | None = None,
    ) -> None:
        """Make a site in an empty folder.

        :param before: what is known of the last one
        :param replaced: where a site is kept of which another took the place; None to keep none
        """
        self._plan = plan
        self._before = before
        self._crew = crew
        self._folder = folder
        self._target = real(plan.layout.site)
        self._staging = Staging(folder / "site", self._target, before, replaced)
        self._pages: Mapping[str, Made] = {}
        self._made: Mapping[str, PagesMade] = {}
        self._links: Mapping[str, tuple[str, str]] = {}
        self.warnings: list[str] = []

    def make_pages(
        self, registers: Registers, texts: Texts, issues: Path, moment: datetime
    ) -> Changes:
        """Make the pages of the archive; how many changed on disk.

        :param texts: where those of its documents are, where these do not have them
        :param issues: the folder of the sources, as they are published beside the pages
        :param moment: that the site is dated with
        """
        maker = self._page_maker(issues, moment)
        changes = maker.make(registers, texts)
        self._take(maker)
        return changes

    def make_only(self, pages: Iterable[Page], moment: datetime) -> None:
        """Make some pages, beside which no source is published.

        :param moment: that the site is dated with
        """
        maker = self._page_maker(self._folder, moment)
        maker.make_pages(pages)
        self._take(maker)

    def _page_maker(self, issues: Path, moment: datetime) -> PageMaker:
        """What makes the pages of the site."""
        plan = self._plan
        layout = plan.layout
        frame = FrameOf(
            config=layout.config.absolute(),
            docs=layout.docs.absolute(),
            target=self._staging.folder.absolute(),
            address=plan.address,
            epoch=str(int(moment.timestamp())),
            key="" if self._crew.is_here else plan.frame,
        )
        places = Places(frame.docs, issues, spoken().language, frame)
        return PageMaker(
            places, self._crew, self._before, self._staging,
            frame=plan.frame, framed_apart=plan.navigation,
        )  # fmt: skip

    def _take(self, maker: PageMaker) -> None:
        """Take what was made."""
        self._pages, self._made, self._links = maker.pages, maker.made, maker.links

    def make_rest(self, days: Mapping[str, str] | None = None) -> None:
        """Let MkDocs make all other pages, and look at where links lead.

        :param days: id of each issue and document → the day on which its page was last changed
        """
        plan, known = self._plan, self._pages
        folder = self._folder / "rest"
        wanted = {*(plan.navigation & known.keys()), *written_beside(plan.layout.docs, known)}
        gather_rest(plan.layout.docs, sorted(wanted), folder / "docs")
        self.warnings += run_mkdocs(
            plan.layout,
            folder / "site",
            strict=False,
            make=partial(make_rest, made=known),
            docs_dir=str(folder / "docs"),
            days=days,
            site_url=plan.address,
        )
        self._staging.take(folder / "site")
        self.warnings += _dead_links(self._links, known)
        if self.warnings and plan.strict:
            refuse_warnings(self.warnings)

    def put(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write further files."""
        self._staging.put(files)

    def finish(self) -> SiteRecord:
        """Put the site in its place; what is to be known of it."""
        shown = {page.address for page in self._pages.values() if page.address}
        shown |= self._staging.files.keys()
        shown |= {form.address for made in self._made.values() for form in made.forms}
        self._staging.clear(shown)
        take_place(self._target, self._staging.folder)
        self._staging.keep_replaced(len(shown))
        return SiteRecord(
            frame=self._plan.frame,
            pages=dict(self._pages),
            made=dict(self._made),
            files=self._staging.files,
        )


def _dead_links(links: Mapping[str, tuple[str, str]], pages: Mapping[str, Made]) -> Iterator[str]:
    """What MkDocs would say of links to files that are not there."""
    for uri, (page, link) in links.items():
        if uri not in pages:
            yield (
                f"Doc file '{page}' contains a link '{link}', "
                f"but the target '{uri}' is not found among documentation files."
            )

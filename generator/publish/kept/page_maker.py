"""The pages of an archive on disk and in the site, of which only those are made that changed."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from generator.archive.source_folder import SourceFolder
from generator.errors import GazetteError
from generator.model import IssueRecord
from generator.pages import Page, pages_of_archive
from generator.pages.index.indexes import Registers
from generator.pages.index.neighbourhood import ENCODER, neighbourhoods
from generator.publish.files import Changes, Manifest
from generator.publish.frames.page_work import (
    BATCHES,
    Batch,
    Made,
    Places,
    digest_of,
    make_issue,
    make_pages,
    state_of,
)
from generator.publish.kept.inputs import content_of
from generator.publish.kept.site_record import IssueMade, SiteRecord
from generator.publish.kept.staging import Staging
from generator.work import Crew, key_of, program_key

BATCH = 40
"""Pages of registers that are one piece of work."""
_PAGES = msgspec.msgpack.Encoder()


class _Sent(NamedTuple):
    """A piece of work that was handed out."""

    issue: str
    """Id of the issue whose pages are made; empty for other pages."""
    key: str


class PageMaker:
    """Makes the pages of an archive."""

    def __init__(
        self,
        places: Places,
        crew: Crew,
        before: SiteRecord,
        staging: Staging,
        *,
        frame: str,
        framed_apart: Iterable[str],
    ) -> None:
        """Make pages in their places.

        :param before: what is known of the last build
        :param staging: the site that is made
        :param frame: of what the frame of the pages is made
        :param framed_apart: addresses of pages that another puts into the site
        """
        self._places = places
        self._crew = crew
        self._before = (
            before
            if before.frame == frame
            else msgspec.structs.replace(before, pages={}, issues={})
        )
        self._staging = staging
        self._frame = frame
        self._apart = frozenset(framed_apart)
        self._sent: deque[_Sent] = deque()
        self.pages: dict[str, Made] = {}
        """All pages, by their addresses."""
        self.issues: dict[str, IssueMade] = {}
        """The pages of each issue, by its id."""
        self.links: dict[str, tuple[str, str]] = {}
        """Files to which pages that were made lead: one of these pages, and the link in it."""

    def make(self, registers: Registers) -> Changes:
        """Make all pages of an archive; how many of them changed on disk."""
        pages = pages_of_archive(registers)
        return self._make(chain(self._issue_tasks(registers), self._page_tasks(pages)))

    def make_pages(self, pages: Iterable[Page]) -> Changes:
        """Make these pages and no others; how many of them changed on disk."""
        return self._make(self._page_tasks(pages))

    def _make(self, tasks: Iterator[tuple[str, bytes, Places]]) -> Changes:
        """Do all tasks."""
        manifest = Manifest(self._places.docs)
        for made in self._crew.map(_make, tasks):
            self._take(self._sent.popleft(), BATCHES.decode(made))
        removed = manifest.settle(self.pages)
        written = sum(made.written for made in self.pages.values())
        return Changes(written=written, kept=len(self.pages) - written, removed=removed)

    def _issue_tasks(self, registers: Registers) -> Iterator[tuple[str, bytes, Places]]:
        """The issues whose pages have to be made, handed out while the rest is prepared."""
        for around in neighbourhoods(registers):
            data = ENCODER.encode(around)
            record = around.record
            key = key_of("pages", program_key(), self._frame, data, *self._scan_of(record))
            if not self._keep_issue(record.id, key):
                self._sent.append(_Sent(record.id, key))
                yield "issue", data, self._places

    def _page_tasks(self, pages: Iterable[Page]) -> Iterator[tuple[str, bytes, Places]]:
        """The pages of no issue that have to be made."""
        bare = msgspec.structs.replace(self._places, frame=None)
        changed = (page for page in pages if not self._keep_page(page))
        while batch := list(islice(changed, BATCH)):
            apart = [page for page in batch if page.uri in self._apart]
            framed = [page for page in batch if page.uri not in self._apart]
            for group, places in ((apart, bare), (framed, self._places)):
                if group:
                    self._sent.append(_Sent("", ""))
                    yield "pages", _PAGES.encode(group), places

    def _scan_of(self, record: IssueRecord) -> Iterator[str]:
        """The files of the print beside a source, by what they hold."""
        scan = SourceFolder(self._places.issues).scan(record)
        folder = (self._places.issues / record.file).parent
        for name in filter(None, (scan.pdf, *(image.file for image in scan.images))):
            yield f"{name} {content_of(folder / name)}"

    def _keep_issue(self, id_: str, key: str) -> bool:
        """Take the pages of an issue over; False where one of them is not what it was."""
        before = self._before.issues.get(id_)
        if before is None or before.key != key:
            return False
        pages = [self._before.pages.get(uri) for uri in before.uris]
        if not all(page is not None and self._is_kept(page) for page in pages):
            return False
        for page in filter(None, pages):
            self._add(msgspec.structs.replace(page, written=False))
        self.issues[id_] = before
        return True

    def _keep_page(self, page: Page) -> bool:
        """Take a page over; False where it changed."""
        before = self._before.pages.get(page.uri)
        if (
            before is None
            or before.digest != digest_of(page.encoded())
            or not self._is_kept(before)
        ):
            return False
        self._add(msgspec.structs.replace(before, written=False))
        return True

    def _is_kept(self, page: Made) -> bool:
        """Whether a page is there as it was left, and in the site that is made, too."""
        try:
            if state_of(self._places.docs / page.uri) != page.there:
                return False
        except OSError:
            return False
        if page.uri in self._apart:
            return True
        return bool(page.address) and self._staging.keep(page.address, page.shown)

    def _take(self, sent: _Sent, batch: Batch) -> None:
        """Take what was made."""
        for page in batch.pages:
            self._add(page)
        self.links |= batch.links
        if sent.issue:
            self.issues[sent.issue] = IssueMade(sent.key, tuple(page.uri for page in batch.pages))

    def _add(self, page: Made) -> None:
        """Take a page, which no other may be."""
        if page.uri in self.pages:
            reason = f"two pages would be written to {page.uri}"
            raise GazetteError(reason)
        self.pages[page.uri] = page


def _make(kind: str, data: bytes, places: Places) -> bytes:
    """Do a piece of work."""
    return make_issue(data, places) if kind == "issue" else make_pages(data, places)

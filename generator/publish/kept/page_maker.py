"""The pages of an archive on disk and in the site, of which only those are made that changed."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from generator.archive.source_folder import SourceFolder
from generator.archive.text_apart import WHOLE, Texts, digests_of, without_texts
from generator.errors import GazetteError
from generator.forms.site_links import document_of
from generator.model import IssueRecord
from generator.pages import Page, pages_of_archive
from generator.pages.index.indexes import Registers
from generator.pages.index.neighbourhood import DocumentAround, IssueAround, neighbourhoods
from generator.publish.files import Changes, Manifest
from generator.publish.frames.page_work import (
    BATCHES,
    Batch,
    FileMade,
    IssueTask,
    Made,
    Pages,
    Places,
    digest_of,
    draw,
    make,
    put,
    stamp_of,
    state_of,
)
from generator.publish.kept.inputs import content_of
from generator.publish.kept.site_record import PagesMade, SiteRecord
from generator.publish.kept.staging import Staging
from generator.work import Crew, key_of, program_key

BATCH = 40
"""Pages of registers that are one piece of work."""
_PAGES = msgspec.msgpack.Encoder()
_AROUND = msgspec.msgpack.Encoder(order="deterministic")


Keys = Mapping[str, str]
"""Id of an issue, for its own pages, or of a document → of what its pages are made."""

Kept = Mapping[str, tuple[str, tuple[FileMade, ...]]]
"""Id of a document → of what its other forms are made, and those that are taken over."""


class _Sent(NamedTuple):
    """A piece of work that was handed out."""

    issue: str
    """Id of the issue whose pages are made, or those of its documents; empty for other pages."""
    keys: Keys
    """Of what is made."""
    places: Places
    forms: Kept = MappingProxyType({})


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
        self._before = before if before.frame == frame else replace(before, pages={}, made={})
        self._made_before = before.made
        self._staging = staging
        self._frame = frame
        self._apart = frozenset(framed_apart)
        self._sent: deque[_Sent] = deque()
        self.pages: dict[str, Made] = {}
        """All pages, by their addresses."""
        self.made: dict[str, PagesMade] = {}
        """The own pages of each issue and that of each document, by their ids."""
        self.links: dict[str, tuple[str, str]] = {}
        """Files to which pages that were made lead: one of these pages, and the link in it."""

    def make(self, registers: Registers, texts: Texts = WHOLE) -> Changes:
        """Make all pages of an archive; how many of them changed on disk.

        :param texts: where those of the documents are, where these do not have them
        """
        pages = pages_of_archive(registers)
        return self._make(chain(self._issue_tasks(registers, texts), self._page_tasks(pages)))

    def make_pages(self, pages: Iterable[Page]) -> Changes:
        """Make these pages and no others; how many of them changed on disk."""
        return self._make(self._page_tasks(pages))

    def _make(self, tasks: Iterator[tuple[Pages, Places]]) -> Changes:
        """Do all tasks."""
        manifest = Manifest(self._places.docs)
        for batch in self._batches(tasks):
            self._take(self._sent.popleft(), batch)
        removed = manifest.settle(self.pages)
        written = sum(made.written for made in self.pages.values())
        return Changes(written=written, kept=len(self.pages) - written, removed=removed)

    def _batches(self, tasks: Iterator[tuple[Pages, Places]]) -> Iterator[Batch]:
        """What was made of each task; who works elsewhere only draws the pages."""
        if self._crew.is_here:
            yield from map(BATCHES.decode, self._crew.map(make, tasks))
            return
        for drawn in self._crew.map(draw, tasks):
            yield put(drawn, self._sent[0].places)

    def _issue_tasks(self, registers: Registers, texts: Texts) -> Iterator[tuple[Pages, Places]]:
        """The issues whose pages have to be made, handed out while the rest is prepared."""
        for issue, documents in neighbourhoods(registers):
            yield from self._tasks_of_issue(issue, documents, texts)

    def _tasks_of_issue(
        self, issue: IssueAround, documents: Sequence[DocumentAround], texts: Texts
    ) -> Iterator[tuple[Pages, Places]]:
        """What has to be made of an issue, if anything."""
        record = issue.record
        ids = [one.id for one in record.documents]
        digests = dict(zip(ids, digests_of(record), strict=True))
        made_by = (program_key(), self._frame, *self._scan_of(record))
        bare = replace(issue, record=without_texts(record))
        documents = [replace(one, record=without_texts(one.record)) for one in documents]
        keys = {record.id: key_of("own", *made_by, _AROUND.encode(bare), *digests.values())}
        for one in documents:
            id_ = one.document.id
            keys[id_] = key_of("document", *made_by, _AROUND.encode(one), digests[id_])
        keys = {id_: key for id_, key in keys.items() if not self._keep_made(id_, key)}
        if not keys:
            return
        wanted = [one for one in documents if one.document.id in keys]
        own = bare if record.id in keys else None
        found = dict(zip(ids, texts.of(record), strict=True))
        needed = found if own else {id_: found[id_] for id_ in keys}
        forms = {one.document.id: self._keep_forms(one, digests) for one in wanted}
        lacking = tuple(id_ for id_, (_, kept) in forms.items() if not kept)
        data = _AROUND.encode(IssueTask(own, tuple(wanted), needed, lacking))
        stamp = "" if self._crew.is_here else stamp_of(record, self._places.issues)
        self._sent.append(_Sent(record.id, keys, self._places, forms))
        yield Pages("issue", data, stamp), self._places

    def _page_tasks(self, pages: Iterable[Page]) -> Iterator[tuple[Pages, Places]]:
        """The pages of no issue that have to be made."""
        bare = replace(self._places, frame=None)
        changed = (page for page in pages if not self._keep_page(page))
        while batch := list(islice(changed, BATCH)):
            apart = [page for page in batch if page.uri in self._apart]
            framed = [page for page in batch if page.uri not in self._apart]
            for group, places in ((apart, bare), (framed, self._places)):
                if group:
                    self._sent.append(_Sent("", {}, places))
                    yield Pages("pages", _PAGES.encode(group)), places

    def _scan_of(self, record: IssueRecord) -> Iterator[str]:
        """The files of the print beside a source, by what they hold."""
        folder = (self._places.issues / record.file).parent
        for name in SourceFolder(self._places.issues).scan(record).files:
            yield f"{name} {content_of(folder / name)}"

    def _keep_made(self, id_: str, key: str) -> bool:
        """Take the own pages of an issue over, or that of a document; False where one is not what it was."""
        before = self._before.made.get(id_)
        if before is None or before.key != key:
            return False
        pages = [self._before.pages.get(uri) for uri in before.uris]
        if not all(page is not None and self._is_kept(page) for page in pages):
            return False
        if not self._are_kept(before):
            return False
        for page in filter(None, pages):
            self._add(replace(page, written=False))
        self.made[id_] = before
        return True

    def _keep_forms(
        self, one: DocumentAround, digests: Mapping[str, str]
    ) -> tuple[str, tuple[FileMade, ...]]:
        """Of what the other forms of a document are made, and those of the last site if they are the same.

        A new template or another document in the issue changes the page of a document, and none of these.
        """
        id_ = one.document.id
        said = _AROUND.encode((one.publication, one.record, one.site.address))
        key = key_of("forms", program_key(), said, digests[id_])
        before = self._made_before.get(id_)
        if before is None or before.forms_key != key or not self._are_kept(before):
            return key, ()
        return key, before.forms

    def _are_kept(self, made: PagesMade) -> bool:
        """Whether the forms of a document are as they were left, and in the site that is made, too."""
        return all(self._staging.keep(form.address, form.state) for form in made.forms)

    def _keep_page(self, page: Page) -> bool:
        """Take a page over; False where it changed."""
        before = self._before.pages.get(page.uri)
        if (
            before is None
            or before.digest != digest_of(page.encoded())
            or not self._is_kept(before)
        ):
            return False
        self._add(replace(before, written=False))
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
        uris: defaultdict[str, list[str]] = defaultdict(list)
        for page in batch.pages:
            self._add(page)
            id_ = page.uri.removeprefix("archive/").removesuffix(".md")
            uris[id_ if id_ in sent.keys else sent.issue].append(page.uri)
        self.links |= batch.links
        forms: defaultdict[str, list[FileMade]] = defaultdict(list)
        for form in batch.forms:
            forms[document_of(form.address)].append(form)
        for id_, key in sent.keys.items():
            forms_key, kept = sent.forms.get(id_, ("", ()))
            self.made[id_] = PagesMade(key, tuple(uris[id_]), forms_key, kept or tuple(forms[id_]))

    def _add(self, page: Made) -> None:
        """Take a page, which no other may be."""
        if page.uri in self.pages:
            reason = f"two pages would be written to {page.uri}"
            raise GazetteError(reason)
        self.pages[page.uri] = page

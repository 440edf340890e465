"""Pages written to disk, as Markdown and in the frame, as pieces of work that any process may do."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException
from msgspec.structs import replace

from generator.archive.source_folder import SourceFolder
from generator.archive.text_apart import with_texts
from generator.errors import GazetteError
from generator.model import IssueRecord, Value
from generator.pages import Asset, Page, assets_of_issue, page_of_document, pages_of_issue
from generator.pages.index.neighbourhood import DocumentAround, IssueAround
from generator.publish.files import write_page
from generator.publish.frames.frame import Frame, FrameOf, frame_of
from generator.publish.frames.frame_settings import BROKEN, place_of
from generator.publish.frames.framed_text import fill
from generator.words.say import speaking

State = tuple[int, int]
"""Bytes of a file, and when it was written, in nanoseconds."""


class Made(Value, frozen=True):
    """A page, or a file beside the pages, as it was written."""

    uri: str
    """Below the folder of the pages: ``archive/yunxi/2021/4/1.md``."""
    digest: str
    """Of what is there."""
    written: bool
    """Whether it is new there, or differs from what was there."""
    there: State
    address: str = ""
    """In the site: ``archive/yunxi/2021/4/1/index.html``; empty where none is made."""
    shown: State = (0, 0)
    listed: str = ""
    """Its canonical address, where search engines may know it."""


class Batch(Value, frozen=True):
    """What a piece of work made."""

    pages: list[Made]
    links: dict[str, tuple[str, str]]
    """Files to which pages lead: a page that does so, and how the link is written there."""


class Places(Value, frozen=True):
    """Where pages are written."""

    docs: Path
    """As Markdown."""
    issues: Path
    """Where sources are."""
    language: str
    """Of the site."""
    frame: FrameOf | None
    """What is around them in the site; None where none is made."""


class IssueTask(Value, frozen=True):
    """The pages of an issue that are to be made; of its documents none has its text in itself."""

    own: IssueAround | None
    """For its own pages; None where these are not wanted."""
    documents: tuple[DocumentAround, ...]
    """Those whose pages are wanted."""
    texts: dict[str, bytes]
    """The text of each document that is needed, by its id."""


ENCODER = msgspec.msgpack.Encoder()
TASKS = msgspec.msgpack.Decoder(IssueTask)
PAGES = msgspec.msgpack.Decoder(list[Page])
BATCHES = msgspec.msgpack.Decoder(Batch)


def make_issue(task: bytes, places: Places) -> bytes:
    """Write pages of an issue, an :class:`IssueTask` in MessagePack; a :class:`Batch` in MessagePack."""
    with speaking(places.language):
        return _make(_pages_of(TASKS.decode(task), SourceFolder(places.issues)), places)


def _pages_of(task: IssueTask, sources: SourceFolder) -> Iterator[Page | Asset]:
    """The pages and files of a task."""
    if task.own:
        own = replace(task.own, record=_whole(task.own.record, task.texts))
        yield from pages_of_issue(own, sources)
        yield from assets_of_issue(own.record, sources)
    for one in task.documents:
        yield page_of_document(replace(one, record=_whole(one.record, task.texts)), sources)


def _whole(record: IssueRecord, texts: Mapping[str, bytes]) -> IssueRecord:
    """An issue whose documents have their texts."""
    return with_texts(record, [texts[one.id] for one in record.documents])


def make_pages(pages: bytes, places: Places) -> bytes:
    """Write some pages, a list of :class:`Page` in MessagePack; a :class:`Batch` in MessagePack."""
    with speaking(places.language):
        return _make(PAGES.decode(pages), places)


def _make(pages: Iterable[Page | Asset], places: Places) -> bytes:
    """Write pages and files.

    Raises :class:`~generator.errors.GazetteError` for a template that cannot be filled, as MkDocs would.
    """
    maker = _Maker(places)
    try:
        made = list(map(maker.make, pages))
    except (MkDocsException, TemplateError, *BROKEN) as error:
        reason = f"MkDocs: {place_of(error)}{error}"
        raise GazetteError(reason) from error
    return ENCODER.encode(Batch(made, maker.links))


class _Maker:
    """Writes pages to their places."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._frame = frame_of(places.frame) if places.frame else None
        self.links: dict[str, tuple[str, str]] = {}

    def make(self, page: Page | Asset) -> Made:
        """Write a page as Markdown and in the frame, or a file as it is."""
        data = page.encoded()
        written = write_page(page.uri, data, self._places.docs)
        made = Made(page.uri, digest_of(data), written, state_of(self._places.docs / page.uri))
        if self._frame is None:
            return made
        if isinstance(page, Page):
            return self._show(made, page, self._frame)
        state = write_new(Path(self._frame.config.site_dir) / page.uri, data)
        return replace(made, address=page.uri, shown=state)

    def _show(self, made: Made, page: Page, frame: Frame) -> Made:
        """Write a page in the frame."""
        shown = frame.place(page)
        for link, uri in fill(shown, page, frame):
            self.links.setdefault(uri, (page.uri, link))
        listed = "" if page.meta.get("robots") else shown.canonical_url or shown.abs_url or ""
        state = write_new(Path(shown.file.abs_dest_path), frame.render(shown))
        address = shown.file.dest_uri
        return replace(made, address=address, shown=state, listed=listed)


def digest_of(data: bytes) -> str:
    """A name for the content of a file."""
    return blake2b(data, digest_size=16).hexdigest()


def state_of(path: Path) -> State:
    """The state of a file by which a change of it is seen."""
    state = path.stat(follow_symlinks=False)
    return state.st_size, state.st_mtime_ns


def write_new(path: Path, data: bytes) -> State:
    """Write a file that is not there yet; one that is a link to another is no longer one."""
    try:
        try:
            path.unlink(missing_ok=True)
            path.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
    return state_of(path)

"""Pages written to disk, as Markdown and in the frame, as pieces of work that any process may do.

A process of this machine draws pages and puts them in their places, one by one. Another machine only draws them, and
hands over what is to be put.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException
from msgspec.structs import replace

from generator.archive.source_folder import SourceFolder
from generator.archive.text_apart import with_texts
from generator.errors import GazetteError
from generator.forms.form_files import form_files
from generator.forms.site_links import SERVED
from generator.model import IssueRecord, Value
from generator.pages import Asset, Page, assets_of_issue, page_of_document, pages_of_issue
from generator.pages.index.neighbourhood import DocumentAround, IssueAround
from generator.publish.files import PageFolder
from generator.publish.frames.frame import Frame, FrameOf, frame_of
from generator.publish.frames.frame_settings import BROKEN, place_of
from generator.publish.frames.framed_text import fill
from generator.words.say import speaking
from generator.work import key_of

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


class SiteFile(Value, frozen=True):
    """A file of the site that is no page: a form of a document."""

    address: str
    """In the site: ``data/documents/yunxi/2021/4/1.json``."""
    data: bytes


class FileMade(Value, frozen=True):
    """The same as it was written."""

    address: str
    state: State


class Drawn(Value, frozen=True):
    """A page, or a file beside the pages, that is not written yet."""

    uri: str
    data: bytes
    address: str = ""
    """In the site; empty where none is made."""
    shown: bytes | None = None
    """What is there; None for the same bytes."""
    listed: str = ""


Links = dict[str, tuple[str, str]]
"""Files to which pages lead: a page that does so, and how the link is written there."""


class Sheaf(Value, frozen=True):
    """What a piece of work drew."""

    pages: list[Drawn]
    links: Links
    forms: list[SiteFile]


class Batch(Value, frozen=True):
    """What a piece of work made."""

    pages: list[Made]
    links: Links
    forms: list[FileMade]


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


NEW = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
"""How a file is opened that is not there yet."""
PLAIN = 0o666
"""Rights of a file, as far as the process gives any: all may read and write it, nobody runs it."""


class IssueTask(Value, frozen=True):
    """The pages of an issue that are to be made; of its documents none has its text in itself."""

    own: IssueAround | None
    """For its own pages; None where these are not wanted."""
    documents: tuple[DocumentAround, ...]
    """Those whose pages are wanted."""
    texts: dict[str, bytes]
    """The text of each document that is needed, by its id."""
    forms: tuple[str, ...] = ()
    """Ids of those of the documents whose other forms are wanted."""

    @property
    def record(self) -> IssueRecord:
        """The issue, as far as it is there."""
        return (self.own or self.documents[0]).record


class Pages(NamedTuple):
    """What pages are made of."""

    kind: Literal["issue", "pages"]
    data: bytes
    """In MessagePack: an :class:`IssueTask`, or a list of :class:`Page`."""
    stamp: str = ""
    """Of the files of the issue, for a process that may see other files than the one that asks."""


ENCODER = msgspec.msgpack.Encoder()
TASKS = msgspec.msgpack.Decoder(IssueTask)
PAGES = msgspec.msgpack.Decoder(list[Page])
BATCHES = msgspec.msgpack.Decoder(Batch)
_SHEAVES = msgspec.msgpack.Decoder(Sheaf)


def make(pages: Pages, places: Places) -> bytes:
    """Draw some pages and put them in their places; a :class:`Batch` in MessagePack."""
    with speaking(places.language), _telling_of_templates():
        artist = _Artist(places)
        putter = _Putter(places)
        batch = Batch([], artist.links, [])
        for page in _pages_of(pages, places):
            if isinstance(page, SiteFile):
                batch.forms.append(putter.put_form(page))
            else:
                batch.pages.append(putter.put(artist.draw(page)))
        return ENCODER.encode(batch)


def draw(pages: Pages, places: Places) -> bytes:
    """Draw some pages and write nothing; a :class:`Sheaf` in MessagePack."""
    with speaking(places.language), _telling_of_templates():
        artist = _Artist(places)
        sheaf = Sheaf([], artist.links, [])
        for page in _pages_of(pages, places):
            if isinstance(page, SiteFile):
                sheaf.forms.append(page)
            else:
                sheaf.pages.append(artist.draw(page))
        return ENCODER.encode(sheaf)


def put(sheaf: bytes, places: Places) -> Batch:
    """Put what was drawn in its places."""
    drawn = _SHEAVES.decode(sheaf)
    putter = _Putter(places)
    forms = list(map(putter.put_form, drawn.forms))
    return Batch(list(map(putter.put, drawn.pages)), drawn.links, forms)


def _pages_of(pages: Pages, places: Places) -> Iterable[Page | Asset | SiteFile]:
    """The pages themselves, the files beside them, and the forms of documents.

    Raises :class:`~generator.errors.GazetteError` where they would be made of other files than was wanted.
    """
    if pages.kind == "pages":
        return PAGES.decode(pages.data)
    task = TASKS.decode(pages.data)
    if pages.stamp and stamp_of(task.record, places.issues) != pages.stamp:
        reason = f"{task.record.file}: a worker reads something else there than this build"
        raise GazetteError(reason)
    return _pages_of_issue(task, SourceFolder(places.issues))


def _pages_of_issue(task: IssueTask, sources: SourceFolder) -> Iterator[Page | Asset | SiteFile]:
    """The pages and files of a task."""
    if task.own:
        own = replace(task.own, record=_whole(task.own.record, task.texts))
        yield from pages_of_issue(own, sources)
        yield from assets_of_issue(own.record, sources)
    for one in task.documents:
        around = replace(one, record=_whole(one.record, task.texts))
        yield page_of_document(around, sources)
        if around.document.id in task.forms:
            links = replace(SERVED, site=around.site.address or "")
            files = form_files(around.publication, around.record, around.document, links)
            yield from (SiteFile(address, data) for address, data in files)


def _whole(record: IssueRecord, texts: Mapping[str, bytes]) -> IssueRecord:
    """An issue whose documents have their texts."""
    return with_texts(record, [texts[one.id] for one in record.documents])


@contextmanager
def _telling_of_templates() -> Iterator[None]:
    """Raise :class:`~generator.errors.GazetteError` for a template that cannot be filled, as MkDocs would."""
    try:
        yield
    except (MkDocsException, TemplateError, *BROKEN) as error:
        reason = f"MkDocs: {place_of(error)}{error}"
        raise GazetteError(reason) from error


class _Artist:
    """Draws pages as Markdown and in the frame."""

    def __init__(self, places: Places) -> None:
        self._frame = frame_of(places.frame) if places.frame else None
        self.links: Links = {}

    def draw(self, page: Page | Asset) -> Drawn:
        """A page as Markdown and in the frame, or a file as it is."""
        data = page.encoded()
        if self._frame is None:
            return Drawn(page.uri, data)
        if isinstance(page, Page):
            return self._show(page, data, self._frame)
        return Drawn(page.uri, data, address=page.uri)

    def _show(self, page: Page, data: bytes, frame: Frame) -> Drawn:
        """A page in the frame."""
        shown = frame.place(page)
        for link, uri in fill(shown, page, frame):
            self.links.setdefault(uri, (page.uri, link))
        listed = "" if page.meta.get("robots") else shown.canonical_url or shown.abs_url or ""
        return Drawn(page.uri, data, shown.file.dest_uri, frame.render(shown), listed)


class _Putter:
    """Puts what was drawn in its places."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._folder = PageFolder(places.docs)

    def put(self, drawn: Drawn) -> Made:
        """Write a page as Markdown and in the frame, or a file as it is."""
        written = self._folder.write(drawn.uri, drawn.data)
        there = state_of(self._places.docs / drawn.uri)
        made = Made(drawn.uri, digest_of(drawn.data), written, there)
        if self._places.frame is None:
            return made
        shown = drawn.data if drawn.shown is None else drawn.shown
        state = write_new(f"{self._places.frame.target}/{drawn.address}", shown)
        return replace(made, address=drawn.address, shown=state, listed=drawn.listed)

    def put_form(self, form: SiteFile) -> FileMade:
        """Write a form of a document into the site."""
        if self._places.frame is None:
            reason = f"{form.address}: a form of a document is in a site only"
            raise ValueError(reason)
        return FileMade(
            form.address, write_new(f"{self._places.frame.target}/{form.address}", form.data)
        )


def stamp_of(record: IssueRecord, issues: Path) -> str:
    """A name for the content of the source of an issue and of what lies beside it of its print."""
    sources = SourceFolder(issues)
    names = sources.scan(record).files
    files = [f"{name} {digest_of(sources.data(record, name))}" for name in names]
    return key_of(sources.data(record), *files)


def digest_of(data: bytes) -> str:
    """A name for the content of a file."""
    return blake2b(data, digest_size=16).hexdigest()


def state_of(path: Path) -> State:
    """The state of a file by which a change of it is seen."""
    state = path.stat(follow_symlinks=False)
    return state.st_size, state.st_mtime_ns


def write_new(path: str, data: bytes) -> State:
    """Write a file that is not there yet; one that is a link to another is no longer one."""
    try:
        file = _create(path)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            state = os.fstat(file)
        finally:
            os.close(file)
    except OSError as error:
        error.filename = error.filename or path
        raise
    return state.st_size, state.st_mtime_ns


def _create(path: str) -> int:
    """A new file, open for writing."""
    try:
        return os.open(path, NEW, PLAIN)
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        make_way(path)
    return os.open(path, NEW, PLAIN)


def make_way(path: str) -> None:
    """Remove what is at a path, and make the folder that it is in, where a file may be."""
    try:
        os.unlink(path)  # noqa: PTH108 - the address is no path object
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(Path(path).parent)
    except (IsADirectoryError, PermissionError):
        shutil.rmtree(path)


def _make_folder(folder: Path) -> None:
    """Make a folder, which another process may make as well; a file in its way is removed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for path in (folder, *folder.parents):
            if path.is_file():
                with suppress(OSError):
                    path.unlink()
        folder.mkdir(parents=True, exist_ok=True)

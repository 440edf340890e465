"""Pages written to disk, as Markdown and in the frame, as pieces of work that any process may do.

A process of this machine draws pages and puts them in their places, one by one. Another machine only draws them, and
hands over what is to be put.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from generator.archive.source_folder import SourceFolder
from generator.errors import GazetteError
from generator.model import IssueRecord, Value
from generator.pages import Asset, Page, assets_of_issue, pages_of_issue
from generator.pages.index.neighbourhood import DECODER as NEIGHBOURHOODS
from generator.publish.files import write_page
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


class Batch(Value, frozen=True):
    """What a piece of work made."""

    pages: list[Made]
    links: Links


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


class Pages(NamedTuple):
    """What pages are made of."""

    kind: Literal["issue", "pages"]
    data: bytes
    """In MessagePack: an issue with its neighbourhood, or a list of :class:`Page`."""
    stamp: str = ""
    """Of the files of the issue, for a process that may see other files than the one that asks."""


ENCODER = msgspec.msgpack.Encoder()
PAGES = msgspec.msgpack.Decoder(list[Page])
BATCHES = msgspec.msgpack.Decoder(Batch)
_SHEAVES = msgspec.msgpack.Decoder(Sheaf)


def make(pages: Pages, places: Places) -> bytes:
    """Draw some pages and put them in their places; a :class:`Batch` in MessagePack."""
    with speaking(places.language), _telling_of_templates():
        artist = _Artist(places)
        made = [_put(artist.draw(page), places) for page in _pages_of(pages, places)]
        return ENCODER.encode(Batch(made, artist.links))


def draw(pages: Pages, places: Places) -> bytes:
    """Draw some pages and write nothing; a :class:`Sheaf` in MessagePack."""
    with speaking(places.language), _telling_of_templates():
        artist = _Artist(places)
        drawn = list(map(artist.draw, _pages_of(pages, places)))
        return ENCODER.encode(Sheaf(drawn, artist.links))


def put(sheaf: bytes, places: Places) -> Batch:
    """Put what was drawn in its places."""
    drawn = _SHEAVES.decode(sheaf)
    return Batch([_put(page, places) for page in drawn.pages], drawn.links)


def _pages_of(pages: Pages, places: Places) -> Iterable[Page | Asset]:
    """The pages themselves, and the files beside them.

    Raises :class:`~generator.errors.GazetteError` where they would be made of other files than was wanted.
    """
    if pages.kind == "pages":
        return PAGES.decode(pages.data)
    around = NEIGHBOURHOODS.decode(pages.data)
    if pages.stamp and stamp_of(around.record, places.issues) != pages.stamp:
        reason = f"{around.record.file}: a worker reads something else there than this build"
        raise GazetteError(reason)
    sources = SourceFolder(places.issues)
    return chain(pages_of_issue(around, sources), assets_of_issue(around.record, sources))


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


def _put(drawn: Drawn, places: Places) -> Made:
    """Write a page as Markdown and in the frame, or a file as it is."""
    written = write_page(drawn.uri, drawn.data, places.docs)
    there = state_of(places.docs / drawn.uri)
    made = Made(drawn.uri, digest_of(drawn.data), written, there)
    if places.frame is None:
        return made
    shown = drawn.data if drawn.shown is None else drawn.shown
    state = write_new(places.frame.target / drawn.address, shown)
    return msgspec.structs.replace(made, address=drawn.address, shown=state, listed=drawn.listed)


def stamp_of(record: IssueRecord, issues: Path) -> str:
    """A name for the content of the source of an issue and of what lies beside it of its print."""
    sources = SourceFolder(issues)
    scan = sources.scan(record)
    names = filter(None, (scan.pdf, *(image.file for image in scan.images)))
    files = [f"{name} {digest_of(sources.data(record, name))}" for name in names]
    return key_of(sources.data(record), *files)


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

"""What a build remembers of a site: of what each of its files was made, and how each was left."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.model import Value
from generator.publish.frames.page_work import FileMade, Made, State
from generator.work import Store, key_of, program_key

_ENCODER = msgspec.msgpack.Encoder()


class PagesMade(Value, frozen=True):
    """The own pages of an issue, or that of a document, as they were made."""

    key: str
    """Of all that they were made of."""
    uris: tuple[str, ...]
    forms_key: str = ""
    """Of what the other forms of a document were made; empty for an issue."""
    forms: tuple[FileMade, ...] = ()
    """These forms, as they were left in the site."""


class File(Value, frozen=True):
    """A file of a site that is no page of the archive."""

    digest: str
    state: State


class Holdings(NamedTuple):
    """How much an archive holds."""

    gazettes: int
    issues: int
    documents: int


class SiteRecord(Value, frozen=True):
    """What was made of a site; an empty one where nothing is known."""

    frame: str = ""
    """Of what the frame of its pages was made."""
    pages: dict[str, Made] = msgspec.field(default_factory=dict)
    """By their addresses below the folder of the pages."""
    made: dict[str, PagesMade] = msgspec.field(default_factory=dict)
    """By the id of the issue or of the document."""
    files: dict[str, File] = msgspec.field(default_factory=dict)
    """By their addresses in the site."""
    inputs: str = ""
    """Of what all of it was made; empty where a build had something to say."""
    holdings: Holdings = Holdings(0, 0, 0)


_DECODER = msgspec.msgpack.Decoder(SiteRecord)


def read_record(store: Store, site: Path) -> SiteRecord:
    """What is known of a site; nothing of one that another version of the program made."""
    kept = store.get(_name(site))
    try:
        return _DECODER.decode(kept) if kept else SiteRecord()
    except (msgspec.MsgspecError, ValueError):
        return SiteRecord()


def write_record(store: Store, site: Path, record: SiteRecord) -> None:
    """Remember what was made of a site."""
    store.put(_name(site), _ENCODER.encode(record))


def _name(site: Path) -> str:
    """Under which key the record of a site is kept."""
    return key_of("site", program_key(), str(site))

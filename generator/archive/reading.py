"""One source → one issue under its id, as a piece of work that any process may do and a store may keep.

What is read depends on the source and on what lies beside it (corrections, a truth), on the description of the
gazette, on the language of the site and on the program; a result is kept by all of these.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.accuracy.truth import truth_file
from generator.archive.annotation import annotate
from generator.archive.record import record_issue
from generator.archive.sources import LARGEST_PRINT, read_issue
from generator.archive.text_apart import Texts, set_apart, still_apart, texts_in, with_texts
from generator.errors import GazetteError, NotAGazette
from generator.model import IssueRecord, PublicationRecord, Value
from generator.registers.plausible import doubt_dates
from generator.source.corrections_file import corrections_file, read_corrections
from generator.source.folder import Source, unread
from generator.words.say import speaking, spoken
from generator.work import Crew, Store, key_of, program_key
from generator.work.sharing import Sharing


class Trouble(Value, frozen=True):
    """What is wrong with a file, as plain data."""

    source: str
    """Path of the file."""
    line: int
    """1-based; 0 for the whole file."""
    reason: str
    """One plain sentence."""


class Reading(Value, frozen=True):
    """What was read of a source."""

    record: IssueRecord | None
    """The issue; None where the source could not be read."""
    refused: tuple[Trouble, ...]
    """Corrections that are no good."""
    troubles: tuple[Trouble, ...]
    """Why the source could not be read, or what is wrong with its truth."""


class Task(NamedTuple):
    """A source that is to be read."""

    source: Source
    publication: PublicationRecord | None
    """The description of its gazette."""
    language: str
    """In which findings are told."""


Made = tuple[bytes, bytes | None]
"""A :class:`Reading` in MessagePack whose documents are without their texts, and the texts."""


class Found(NamedTuple):
    """What is known of a source."""

    reading: Reading
    texts: bytes | None
    """The texts of its documents; None where only a store has them."""


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Reading)


def read_sources(
    sources: Sequence[Source],
    described: dict[str, PublicationRecord],
    crew: Crew,
    store: Store,
    texts: Texts | None = None,
) -> Iterator[Reading]:
    """What is read of each source, in their order; nothing is read twice that a store keeps.

    :param texts: where the texts of documents are, which are then apart from them
    """
    language = spoken().language
    tasks = [Task(source, described.get(source.publication), language) for source in sources]
    keys = [_key(task) for task in tasks]
    known = [store.has(key) and store.has(_key_of_texts(key)) for key in keys]
    wanted = ("" if crew.is_here else key for key in keys)
    todo = ((*task, key) for task, key, held in zip(tasks, wanted, known, strict=True) if not held)
    made = crew.map(read_source, todo)
    sharing = Sharing()
    for task, key, held in zip(tasks, keys, known, strict=True):
        found = _kept(task, key, store) if held else _store(next(made), key, store)
        yield _hand_on(found, task, key, store, texts, sharing)


def read_source(
    source: Source, publication: PublicationRecord | None, language: str, wanted: str = ""
) -> Made:
    """A :class:`Reading` without texts, and the texts.

    :param wanted: key of what is to be read, for a process that may see other files than the one that asks

    Raises :class:`~generator.errors.GazetteError` where it does.
    """
    if wanted and _key(Task(source, publication, language)) != wanted:
        raise GazetteError(f"{source.path}: a worker reads something else there than this build")
    with speaking(language):
        reading, texts = _read(source, publication), None
        if reading.record is not None:
            record, texts = set_apart(reading.record)
            reading = msgspec.structs.replace(reading, record=record)
        return _ENCODER.encode(reading), texts


def _read(source: Source, publication: PublicationRecord | None) -> Reading:
    """What is read of a source."""
    path = Path(source.path)
    corrections, refused = read_corrections(path)
    try:
        issue = read_issue(path, publication, corrections)
        record = doubt_dates(record_issue(issue, source))
        record, unusable = annotate(record, path, publication)
    except NotAGazette as error:
        return Reading(None, _troubles(refused), _troubles([error]))
    except OSError as error:
        return Reading(None, _troubles(refused), _troubles([unread(path, error)]))
    return Reading(record, _troubles(refused), _troubles(unusable))


def _troubles(errors: Iterable[NotAGazette]) -> tuple[Trouble, ...]:
    """Errors as plain data."""
    return tuple(Trouble(error.source, error.line, error.reason) for error in errors)


def errors_of(troubles: Iterable[Trouble]) -> list[NotAGazette]:
    """Plain data as errors."""
    return [NotAGazette(one.source, one.line, one.reason) for one in troubles]


def _kept(task: Task, key: str, store: Store) -> Found:
    """What a store has of a source; it is read again where that is no good."""
    kept = store.get(key)
    if kept is not None:
        try:
            return Found(_DECODER.decode(kept), None)
        except (msgspec.MsgspecError, ValueError):
            pass
    return _store(read_source(*task), key, store)


def _store(made: Made, key: str, store: Store) -> Found:
    """What was read, which a store keeps where it was read whole."""
    data, texts = made
    reading = _DECODER.decode(data)
    if key and texts is not None:
        store.put(_key_of_texts(key), texts)
        store.put(key, data)
    return Found(reading, texts)


def _hand_on(
    found: Found, task: Task, key: str, store: Store, texts: Texts | None, sharing: Sharing
) -> Reading:
    """What was read, with its texts or without them."""
    reading, record, own = found.reading, found.reading.record, _key_of_texts(key)
    if record is None:
        return reading
    again = partial(_read_texts, task)
    if texts is None:
        data = found.texts or store.get(own) or again()
        return msgspec.structs.replace(reading, record=with_texts(record, texts_in(data)))
    texts.take(record.file, own, found.texts, again)
    return msgspec.structs.replace(reading, record=still_apart(record, sharing))


def _read_texts(task: Task) -> bytes:
    """The texts of a source that was read before; none where it cannot be read any more."""
    return read_source(*task)[1] or b"\x90"


def _key_of_texts(key: str) -> str:
    """Under which the texts of a reading are kept; empty where nothing is."""
    return key and key_of("texts", key)


def _key(task: Task) -> str:
    """What a reading is made of; empty for a source that is read each time, because it may not be looked at."""
    path = Path(task.source.path)
    try:
        beside = [_bytes(file) for file in (corrections_file(path), truth_file(path))]
        data = _bytes(path)
    except OSError:
        return ""
    description = _ENCODER.encode(task.publication)
    return key_of("read", program_key(), task.language, str(path), description, data, *beside)


def _bytes(path: Path) -> bytes:
    """The bytes of a file; nothing for one that is not there.

    Raises :class:`OSError` for what is no file, and for one that is too large to be a source.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return b""
    if not path.is_file() or size > LARGEST_PRINT:
        raise OSError(path)
    return path.read_bytes() or b"\0"

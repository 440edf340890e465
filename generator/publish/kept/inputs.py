"""Whether a site has to be made at all: what it would be made of, and whether it is still as it was left."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.archive.clock import VARIABLE
from generator.publish.engine import list_assets
from generator.publish.files import GENERATED, HOME, MANIFEST
from generator.publish.frames.page_work import State, state_of
from generator.publish.kept.site_record import SiteRecord
from generator.publish.layout import Layout
from generator.source import LEDGER
from generator.work import files_below, key_of, program_key

LARGEST_READ = 8_000_000
"""Bytes of a file that is compared by its content; of a larger one, a picture or a PDF file, size and time count."""


def inputs_key(
    issues: Path, layout: Layout, frame: str, themes: Iterable[Path], options: Iterable[object]
) -> str:
    """A name for all that a site is made of but for the ledger; empty where something cannot be looked at.

    :param frame: the name of the frame, which stands for settings and templates
    :param themes: folders of which files are copied beside the pages
    :param options: what the command line says
    """
    try:
        files = [*_files_of(issues, {LEDGER}), *_files_of(layout.docs, {*GENERATED, HOME})]
        for theme in themes:
            files += ["theme", *_files_of(theme)]
        files += ["assets", *(content_of(path) for path in list_assets())]
    except OSError:
        return ""
    said = [str(option) for option in (os.environ.get(VARIABLE), *options)]
    return key_of("inputs", program_key(), frame, *said, "files", *files)


def with_ledger(inputs: str, issues: Path) -> str:
    """A name for all that a site is made of; empty where there is none for the rest of it.

    A build may write new ids into the ledger, and the same site is made of it then.
    """
    try:
        ledger = (issues / LEDGER).read_bytes()
    except OSError:
        ledger = b""
    return key_of(inputs, ledger) if inputs else ""


def is_as_left(record: SiteRecord, layout: Layout) -> bool:
    """Whether pages and site are what the last build made, with nothing lost, changed or added."""
    site = {page.address: page.shown for page in record.pages.values() if page.address}
    site |= {address: file.state for address, file in record.files.items()}
    site |= {form.address: form.state for made in record.made.values() for form in made.forms}
    docs = {page.uri: page.there for page in record.pages.values()}
    try:
        if not _holds(layout.site, site) or state_of(layout.docs / HOME) != docs.get(HOME):
            return False
        return all(_holds(layout.docs, docs, folder) for folder in GENERATED)
    except OSError:
        return False


def content_of(file: Path) -> str:
    """A name for the content of a file; for that of a large one, which would take long to read, its size and time."""
    state = file.stat()
    if state.st_size <= LARGEST_READ and file.is_file():
        return key_of(file.read_bytes())
    return f"{state.st_size} {state.st_mtime_ns}"


def _files_of(folder: Path, left_out: Iterable[str] = ()) -> Iterator[str]:
    """Every file below a folder, each with its name and its content, or its size and time."""
    passed_over = frozenset(left_out)
    for path in sorted(folder.iterdir()):
        if path.name in passed_over:
            continue
        for file in files_below(path) if path.is_dir() else [path]:
            yield key_of(os.fsencode(str(file.relative_to(folder))), content_of(file))


def _holds(root: Path, files: Mapping[str, State], folder: str = "") -> bool:
    """Whether the files below a folder of ``root`` are these, and as they were left."""
    wanted = {
        name: state for name, state in files.items() if not folder or name.startswith(f"{folder}/")
    }
    found = 0
    for name, state in _walk(root, folder):
        if name == MANIFEST:
            continue
        if wanted.get(name) != state:
            return False
        found += 1
    return found == len(wanted)


def _walk(root: Path, folder: str) -> Iterator[tuple[str, State]]:
    """The files below a folder of ``root`` by their addresses, with their states."""
    try:
        entries = list(os.scandir(root / folder))
    except FileNotFoundError:
        return
    for entry in entries:
        name = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, name)
        else:
            state = entry.stat(follow_symlinks=False)
            yield name, (state.st_size, state.st_mtime_ns)

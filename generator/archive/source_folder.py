"""The folder of issues as the place where pages and data files get sources from, one at a time."""

import hashlib
import re
from pathlib import Path

from generator.model import IssueRecord
from generator.proof.plain import decode_plainly
from generator.read.mixed_lines import UNDECODED
from generator.source.scans import find_scan
from generator.source.source_file import Scan, SourceText

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
"""Encodings of sources, in which that character itself can be."""


class SourceFolder:
    """Reads the sources of issues when they are asked for, and keeps none.

    All of them would be a third of what an archive holds in memory; to read one again takes a thousandth of
    the time in which its issue was read.
    """

    def __init__(self, folder: Path, alone: Path | None = None) -> None:
        """Take the folder of the issues, or the one file that is the source of the only issue."""
        self.folder = folder
        self._alone = alone
        self._last: tuple[str, Scan] = "", Scan()
        """The file of the issue whose print was searched for last, and what was found."""

    def text(self, record: IssueRecord) -> SourceText:
        """The source of an issue, line by line.

        Raises :class:`OSError` where it can no longer be read.
        """
        path, data = self._path(record), self.data(record)
        text = re.sub(r"\r\n?", "\n", decode_plainly(data)).removeprefix("\ufeff")
        lines = tuple(text.removesuffix("\n").split("\n"))
        checksum = hashlib.sha256(data).hexdigest()
        return SourceText(path.name, len(data), checksum, lines, _count_damaged(data, text))

    def scan(self, record: IssueRecord) -> Scan:
        """What lies beside the source of an issue of its print."""
        if self._last[0] != record.file:
            path = self._path(record)
            self._last = record.file, find_scan(path.parent, path.stem)[0]
        return self._last[1]

    def data(self, record: IssueRecord, file: str = "") -> bytes:
        """The bytes of a file in the folder of its gazette; of the source itself where none is named.

        Raises :class:`OSError` where it can no longer be read.
        """
        path = self._path(record)
        return (path.parent / file if file else path).read_bytes()

    def _path(self, record: IssueRecord) -> Path:
        """Where the source of an issue lies."""
        return self._alone or self.folder / record.file


def _count_damaged(data: bytes, text: str) -> int:
    """How many characters of a text stand for bytes that could not be decoded, and were not printed as such."""
    shown = text.count(UNDECODED)
    return shown - max(data.count(UNDECODED.encode(form)) for form in ENCODINGS) if shown else 0

"""What pages show of the files that an issue was read from: its text line by line, and pictures of its print."""

from typing import Protocol

from generator.model import IssueRecord, Value
from generator.model.base import Nth


class SourceText(Value, frozen=True):
    """A source as it was received."""

    file: str
    """Its file name."""
    size: int
    """Bytes."""
    sha256: str
    """Of its bytes, hexadecimal."""
    lines: tuple[str, ...]
    """Its lines as an editor counts them; what cannot be decoded is U+FFFD."""
    damaged: int = 0
    """How many of these stand for bytes that cannot be decoded."""


class PageImage(Value, frozen=True):
    """A picture of a printed page."""

    page: Nth
    """The printed page."""
    file: str
    """Its path below the folder of the gazette: ``2021-04.pages/012.png``."""


class Scan(Value, frozen=True):
    """The print itself, as far as it lies beside a source."""

    pdf: str | None = None
    """Name of the PDF file."""
    first_page: Nth | None = None
    """Page of the PDF file that is printed page 1; null when nobody said so."""
    images: tuple[PageImage, ...] = ()
    """Pictures of pages, by page."""

    @property
    def is_there(self) -> bool:
        """Whether anything of the print lies beside the source."""
        return bool(self.pdf or self.images)

    @property
    def files(self) -> tuple[str, ...]:
        """The PDF file and the pictures, below the folder of the gazette."""
        return (*filter(None, [self.pdf]), *(image.file for image in self.images))

    def image(self, page: int | None) -> PageImage | None:
        """The picture of a printed page; none where there is none."""
        return next((image for image in self.images if image.page == page), None)

    def pdf_page(self, page: int | None) -> int | None:
        """The page of the PDF file on which a printed page is; none where that is not known."""
        if page is None or self.first_page is None:
            return None
        return page + self.first_page - 1


class Sources(Protocol):
    """Where pages and data files get the sources of the issues from."""

    def text(self, record: IssueRecord) -> SourceText:
        """The source of an issue, line by line."""

    def scan(self, record: IssueRecord) -> Scan:
        """What lies beside it of the print."""

    def data(self, record: IssueRecord, file: str = "") -> bytes:
        """The bytes of a file in the folder of its gazette; of the source itself where none is named."""

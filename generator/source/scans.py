"""The print beside its text: ``2021-04.pdf``, or pictures of its pages in ``2021-04.pages/012.png``."""

import os
import re
from pathlib import Path

import msgspec

from generator.errors import NotAGazette
from generator.model import Value
from generator.model.base import Place
from generator.source.folder import PAGES, SCAN
from generator.source.source_file import PageImage, Scan
from generator.source.yaml_file import load_yaml, refusal, require_mapping

_PICTURE = re.compile(r"0*(?P<page>[1-9]\d{0,4})\.(?P<kind>png|jpe?g|webp|avif)", re.ASCII)
"""``012.png``: the printed page is the name."""

_SIGNS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "avif": re.compile(rb"....ftypavi[fs]", re.DOTALL),
    "pdf": re.compile(rb"%PDF-"),
}
"""How the bytes of a picture and of a PDF file begin."""

NO_PICTURE = "is no picture of a printed page: 12.png, .jpg, .webp or .avif, named after the page"
NO_FOLDER = "is no folder of pictures"
NO_PDF = "is no PDF file"
TWICE = "is a second picture of the same page"


class ScanDescription(Value, frozen=True, forbid_unknown_fields=True):
    """What ``2021-04.scan.yml`` says of the PDF file beside it."""

    first_page: Place
    """Page of the PDF file that is printed page 1."""


def find_scan(folder: Path, stem: str) -> tuple[Scan, tuple[NotAGazette, ...]]:
    """What lies beside a source of the print, and what is there and cannot be used.

    :param folder: of the gazette
    :param stem: name of the source without its ending
    """
    errors: list[NotAGazette] = []
    names = (f"{stem}.pdf", f"{stem}.PDF")
    pdf = next((name for name in names if os.path.lexists(folder / name)), None)
    if pdf and not _begins_as(folder / pdf, "pdf"):
        errors.append(NotAGazette(str(folder / pdf), 0, NO_PDF))
        pdf = None
    first_page = _read_first_page(folder / f"{stem}{SCAN}", errors) if pdf else None
    images = _find_images(folder / f"{stem}{PAGES}", errors)
    return Scan(pdf, first_page, images), tuple(errors)


def _read_first_page(path: Path, errors: list[NotAGazette]) -> int | None:
    """The page of the PDF file that is printed page 1; None where no file says it."""
    if not path.is_file():
        return None
    try:
        plain = require_mapping(path, load_yaml(path))
        return msgspec.convert(plain, ScanDescription).first_page
    except msgspec.ValidationError as error:
        errors.append(refusal(path, str(error)))
    except NotAGazette as error:
        errors.append(error)
    return None


def _find_images(folder: Path, errors: list[NotAGazette]) -> tuple[PageImage, ...]:
    """The pictures in a folder, by page."""
    if not folder.is_dir():
        if os.path.lexists(folder):
            errors.append(NotAGazette(str(folder), 0, NO_FOLDER))
        return ()
    images: dict[int, PageImage] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        match = _PICTURE.fullmatch(path.name)
        page = int(match["page"]) if match else 0
        if match is None or not _begins_as(path, match["kind"]):
            errors.append(NotAGazette(str(path), 0, NO_PICTURE))
        elif page in images:
            errors.append(NotAGazette(str(path), 0, TWICE))
        else:
            images[page] = PageImage(page, f"{folder.name}/{path.name}")
    return tuple(images[page] for page in sorted(images))


def _begins_as(path: Path, kind: str) -> bool:
    """Whether a file is what its name says, by its first bytes; what is no file, e.g. a pipe, is never opened."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _SIGNS[kind].match(file.read(16)) is not None
    except OSError:
        return False

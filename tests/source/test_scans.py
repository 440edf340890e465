"""The print beside its text: which files are taken for it, and what is said of the others."""

import os
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.source import find_sources
from generator.source.scans import find_scan
from generator.source.source_file import PageImage, Scan
from tests.hostile.publishing import plain_text, write_text

PNG, PDF = b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7\n"


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    """A folder with one source and a folder for pictures of its pages."""
    write_text(tmp_path / "east", plain_text())
    (tmp_path / "east/2021-04.pages").mkdir()
    return tmp_path / "east"


def test_pictures_and_pdf_are_found_and_are_no_sources(gazette: Path) -> None:
    (gazette / "2021-04.pages/012.png").write_bytes(PNG)
    (gazette / "2021-04.pages/2.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (gazette / "2021-04.pdf").write_bytes(PDF)
    (gazette / "2021-04.scan.yml").write_text("first_page: 3\n", encoding="utf-8")
    scan, errors = find_scan(gazette, "2021-04")
    assert errors == ()
    images = (PageImage(2, "2021-04.pages/2.jpg"), PageImage(12, "2021-04.pages/012.png"))
    assert scan == Scan("2021-04.pdf", 3, images)
    assert (scan.pdf_page(1), scan.pdf_page(12), scan.pdf_page(None)) == (3, 14, None)
    sources, refused = find_sources(gazette.parent)
    assert [Path(source.path).name for source in sources] == ["2021-04.txt"]
    assert refused == ()


def test_without_a_description_nobody_knows_the_page_of_a_pdf(gazette: Path) -> None:
    (gazette / "2021-04.pdf").write_bytes(PDF)
    assert find_scan(gazette, "2021-04")[0].pdf_page(5) is None


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("2021-04.pages/012.svg", b"<svg/>", "is no picture"),
        ("2021-04.pages/page.png", PNG, "is no picture"),
        ("2021-04.pages/012.png", b"<html><script>", "is no picture"),
        ("2021-04.pages/0.png", PNG, "is no picture"),
        ("2021-04.pdf", b"<html>", "is no PDF"),
        ("2021-05.pdf", PDF, "shows no source"),
        ("2021-05.scan.yml", b"first_page: 1", "shows no source"),
    ],
)
def test_what_cannot_be_shown_has_one_line(
    gazette: Path, name: str, data: bytes, reason: str
) -> None:
    (gazette / name).write_bytes(data)
    _, errors = read_archive(gazette.parent)
    assert [reason in str(error) for error in errors] == [True]
    assert name.rpartition("/")[2] in str(errors[0])


@pytest.mark.parametrize(
    "text", ["first_page: 0", "first_page: drei", "page: 3", "- 3", "first_page: [", ""]
)
def test_a_description_that_cannot_be_used_has_one_line(gazette: Path, text: str) -> None:
    (gazette / "2021-04.pdf").write_bytes(PDF)
    (gazette / "2021-04.scan.yml").write_text(text, encoding="utf-8")
    scan, errors = find_scan(gazette, "2021-04")
    assert (scan.pdf, scan.first_page, len(errors)) == ("2021-04.pdf", None, 1)


def test_two_pictures_of_a_page_are_one_and_a_line(gazette: Path) -> None:
    for name in ("12.png", "012.png"):
        (gazette / "2021-04.pages" / name).write_bytes(PNG)
    scan, errors = find_scan(gazette, "2021-04")
    assert [image.file for image in scan.images] == ["2021-04.pages/012.png"]
    assert "second picture" in str(errors[0])


def test_what_is_no_file_and_no_folder_has_one_line_and_is_never_opened(gazette: Path) -> None:
    os.mkfifo(gazette / "2021-04.pages/1.png")
    (gazette / "2021-04.pages/2.png").symlink_to(gazette / "nowhere")
    (gazette / "2021-04.pdf").mkdir()
    scan, errors = find_scan(gazette, "2021-04")
    assert scan == Scan()
    assert [Path(error.source).name for error in errors] == ["2021-04.pdf", "1.png", "2.png"]


def test_a_file_where_the_folder_of_pictures_should_be_has_one_line(gazette: Path) -> None:
    (gazette / "2021-04.pages").rmdir()
    (gazette / "2021-04.pages").write_bytes(PNG)
    (error,) = find_scan(gazette, "2021-04")[1]
    assert str(error).endswith("2021-04.pages:0: is no folder of pictures")

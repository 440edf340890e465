"""A ZIP file of a stranger lands nowhere but in its folder, and fills no disk."""

import stat
import zipfile
from pathlib import Path

import pytest

from generator.errors import Unreadable
from generator.publish.bundles import unpacking
from generator.publish.bundles.unpacking import unpack


def make(path: Path, *names: str | zipfile.ZipInfo) -> Path:
    """A ZIP file with entries of these names."""
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, b"x")
    return path


def refusal(path: Path, tmp_path: Path) -> str:
    """Why a file is not unpacked; nothing may have been written."""
    (tmp_path / "in/out").mkdir(parents=True)
    with pytest.raises(Unreadable) as caught:
        unpack(path, tmp_path / "in/out")
    assert not list((tmp_path / "in").rglob("*.html"))
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_plain_file_is_unpacked(tmp_path: Path) -> None:
    unpack(make(tmp_path / "a.zip", "文库/", "文库/页.html", "文库/a/b.html"), tmp_path / "out")
    assert {path.name for path in (tmp_path / "out/文库").rglob("*.html")} == {"页.html", "b.html"}


@pytest.mark.parametrize(
    "name",
    [
        "../x.html", "a/../../x.html", "/x.html", "a//x.html", "./x.html", "C:/x.html", "c:x.html", "a\\x.html",
        "..", "a/..", "//server/x.html",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    reason = refusal(make(tmp_path / "a.zip", "fine.html", name), tmp_path)
    assert reason == f"is not unpacked: {name!r} is no path within a folder"


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o644, stat.S_IFCHR | 0o644])
def test_a_link_and_what_is_no_file_are_refused(tmp_path: Path, mode: int) -> None:
    info = zipfile.ZipInfo("x.html")
    info.external_attr = mode << 16
    assert "is a link or no file" in refusal(make(tmp_path / "a.zip", info), tmp_path)


@pytest.mark.parametrize(
    "names",
    [
        ("a.html", "A.html"), ("\u00e9.html", "e\u0301.html"), ("a.html", "a.html/b.html"), ("a.html/b.html", "a.html"),
        ("a.html", "a.html/"), ("a.html/", "A.html"),
    ],
)  # fmt: skip
def test_a_name_that_is_there_twice_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert "is there twice" in refusal(make(tmp_path / "a.zip", *names), tmp_path)


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = make(tmp_path / "a.zip", "a.html", "a.html")
    assert "is there twice" in refusal(path, tmp_path)


def test_a_password_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "a.zip", "a.html")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "has a password" in refusal(path, tmp_path)


@pytest.mark.parametrize(("size", "good"), [(100_000, True), (100_001, False)])
def test_a_file_that_would_fill_the_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, *, good: bool
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.html", b"0" * size)
    monkeypatch.setattr(unpacking, "PLAIN_SIZE", 100_000)
    assert size > unpacking.MOST_TIMES * path.stat().st_size
    if good:
        unpack(path, tmp_path / "out")
    else:
        assert refusal(path, tmp_path) == "is not unpacked: would fill 100,001 bytes"


@pytest.mark.parametrize("most", [2, 1])
def test_too_many_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    path = make(tmp_path / "a.zip", "a.html", "b.html")
    monkeypatch.setattr(unpacking, "MOST_FILES", most)
    if most == 2:
        unpack(path, tmp_path / "out")
    else:
        assert refusal(path, tmp_path) == "is not unpacked: has more than 1 files"


def test_a_damaged_file_is_one_line(tmp_path: Path) -> None:
    path = make(tmp_path / "a.zip", "a/b.html")
    path.write_bytes(path.read_bytes().replace(b"b.htmlx", b"b.htmly", 1))
    with pytest.raises(Unreadable, match="is no ZIP file that can be read"):
        unpack(path, tmp_path / "out")

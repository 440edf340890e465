"""What is to be uploaded of a site that was built anew: by list, in order, byte for byte."""

import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.errors import WrongUse
from generator.publish.upload import compare_sites
from generator.publish.upload.published_files import FolderFiles


def write(root: Path, **files: bytes) -> Path:
    """A site: a home page and the files given, ``a__b`` for ``a/b``."""
    for name, data in {"index.html": b"home", **files}.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Two sites that have a file of each kind."""
    old = write(tmp_path / "old", a__same=b"1", b=b"old!", c__gone=b"123")
    return old, write(tmp_path / "new", a__same=b"1", b=b"new!", c__more=b"12345")


def run(*arguments: object) -> Result:
    """``gongbao diff`` in this process."""
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def pack(folder: Path, path: Path, top: str) -> Path:
    """A bundle of a site."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                packed.write(file, f"{top}{file.relative_to(folder).as_posix()}")
    return path


def test_each_change_is_a_line_in_the_order_of_paths_and_the_last_line_sums_up(
    sites: tuple[Path, Path],
) -> None:
    done = run(*sites)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "changed            4  b",
        "removed            3  c/gone",
        "added              5  c/more",
        "1 added, 1 changed, 1 removed, 2 unchanged; to send: 9 bytes in 2 files",
    ]


def test_nothing_changed_is_one_line(sites: tuple[Path, Path]) -> None:
    old, _ = sites
    said = "0 added, 0 changed, 0 removed, 4 unchanged; to send: 0 bytes in 0 files\n"
    assert run(old, old).stdout == said


def test_a_file_of_the_same_size_and_time_with_other_bytes_is_changed(tmp_path: Path) -> None:
    big = b"x" * 200_000
    old, new = write(tmp_path / "a", f=big + b"1"), write(tmp_path / "b", f=big + b"2")
    for site in (old, new):
        os.utime(site / "f", (1, 1))
    assert [change.path for change in compare_sites(old, new).changes] == ["f"]


def test_files_of_different_size_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = write(tmp_path / "a", f=b"1"), write(tmp_path / "b", f=b"22")
    opened: list[str] = []
    read = FolderFiles.open

    def noted(files: FolderFiles, path: str) -> IO[bytes]:
        opened.append(path)
        return read(files, path)

    monkeypatch.setattr(FolderFiles, "open", noted)
    compare_sites(old, new)
    assert opened == ["index.html", "index.html"]


def test_lists_for_programs_have_paths_alone(sites: tuple[Path, Path]) -> None:
    assert run(*sites, "--upload").stdout == "b\nc/more\n"
    assert run(*sites, "--delete").stdout == "c/gone\n"
    assert run(*sites, "--upload", "-0").stdout == "b\0c/more\0"


def test_json_has_every_path_with_its_bytes(sites: tuple[Path, Path]) -> None:
    assert json.loads(run(*sites, "--json").stdout) == {
        "added": [{"path": "c/more", "bytes": 5}],
        "changed": [{"path": "b", "bytes": 4}],
        "removed": [{"path": "c/gone", "bytes": 3}],
        "unchanged": 2,
        "bytes": 9,
    }


def test_a_bag_is_compared_by_its_payload(sites: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sites
    shutil.copytree(old, tmp_path / "bag/data")
    for name in ("bagit.txt", "index.html"):
        (tmp_path / "bag" / name).write_text("x", encoding="utf-8")
    for bag in (tmp_path / "bag", pack(tmp_path / "bag", tmp_path / "bag.zip", "文库/")):
        assert compare_sites(bag, new) == compare_sites(old, new)


@pytest.mark.parametrize("top", ["文库-2021-12-31/", ""])
def test_a_bundle_is_compared_as_its_folder(
    sites: tuple[Path, Path], tmp_path: Path, top: str
) -> None:
    old, new = sites
    bundle = pack(old, tmp_path / "old.zip", top)
    assert compare_sites(bundle, new) == compare_sites(old, new)
    assert compare_sites(bundle, old).changes == ()


def test_a_name_cannot_move_the_cursor_of_a_terminal_nor_be_two_lines(tmp_path: Path) -> None:
    old, new = write(tmp_path / "a"), write(tmp_path / "b")
    (new / "x\x1b[2J\ny").write_bytes(b"1")
    assert "x\\x1b[2J\\ny\n" in run(old, new).stdout
    refused = run(old, new, "--upload")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "x\\x1b[2J\\ny: holds the end of a line; use --null\n"
    assert run(old, new, "--upload", "--null").stdout == "x\x1b[2J\ny\0"


def test_a_name_that_is_no_utf_8_reaches_programs_as_it_is(tmp_path: Path) -> None:
    old, new = write(tmp_path / "a"), write(tmp_path / "b")
    (new / os.fsdecode(b"x\xff")).write_bytes(b"1")
    assert run(old, new, "--upload").stdout_bytes == b"x\xff\n"
    assert json.loads(run(old, new, "--json").stdout)["added"][0]["path"] == "x\\udcff"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "nowhere: there is no such site\n"),
        ("empty", "empty: is no site; it has no index.html\n"),
        ("torn.zip", "torn.zip: is neither a folder nor a bundle that can be read: "),
        ("other.zip", "other.zip: is no site; it has no index.html\n"),
        ("pipe", "pipe/p: is no file\n"),
        ("broken", "broken/l: is no file\n"),
    ],
)
def test_what_is_no_site_is_one_line_and_exit_2(
    sites: tuple[Path, Path], tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "torn.zip").write_bytes(b"PK")
    zipfile.ZipFile(tmp_path / "other.zip", "w").close()
    os.mkfifo(write(tmp_path / "pipe") / "p")
    (write(tmp_path / "broken") / "l").symlink_to("nothing")
    for arguments in ((sites[0], tmp_path / name), (tmp_path / name, sites[0])):
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.startswith(f"{tmp_path}/{said}")
        assert done.stderr.count("\n") == 1


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    loop = write(tmp_path / "a")
    (loop / "round").symlink_to(loop)
    with pytest.raises(WrongUse, match="round: is no file"):
        compare_sites(loop, loop)


def test_null_goes_with_a_list_of_paths(sites: tuple[Path, Path]) -> None:
    assert run(*sites, "--null").exit_code == 2

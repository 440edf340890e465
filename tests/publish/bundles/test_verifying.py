"""``verify`` names each file that is not as it was, and says why it cannot read what is no bundle."""

import shutil
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.publish.bundles import verifying
from generator.publish.bundles.bag import enclose

AGENT = ("Bag-Software-Agent", "gongbao 1")


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """The folder of a small bag, with names that are read in two ways."""
    payload = tmp_path / "文库/data"
    payload.mkdir(parents=True)
    for name in ("a.html", "b.html", "100%.html", "50%25.html", "甲.html"):
        (payload / name).write_text(name, encoding="utf-8")
    enclose(tmp_path / "文库", [AGENT], [("README.txt", b"read me")])
    return tmp_path / "文库"


def run(*files: Path) -> Result:
    """``gongbao verify`` in this process."""
    return CliRunner().invoke(main, ["verify", *map(str, files)])


def pack(folder: Path) -> Path:
    """A folder as a ZIP file."""
    return Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))


def test_a_whole_bag_holds_as_a_folder_and_as_a_file(bag: Path) -> None:
    result = run(bag, pack(bag), bag.parent / "文库")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == f"{bag}：清单所列文件全部相符，共10个"
    assert len(result.stdout.splitlines()) == 3


def test_the_public_library_takes_the_bag_for_valid(bag: Path) -> None:
    (bag / "data/100%.html").unlink()  # the library does not decode %25
    (bag / "data/50%25.html").unlink()
    shutil.rmtree(bag.parent / "other", ignore_errors=True)
    shutil.copytree(bag / "data", bag.parent / "other/data")
    enclose(bag.parent / "other", [AGENT], [])
    assert import_module("bagit").Bag(str(bag.parent / "other")).validate() is True


def damage_all(bag: Path) -> None:
    """One of each damage, in the payload and beside it."""
    (bag / "data/a.html").write_text("b.html", encoding="utf-8")
    (bag / "data/100%.html").write_text("changed", encoding="utf-8")
    (bag / "data/b.html").unlink()
    (bag / "data/new.html").write_text("x", encoding="utf-8")
    (bag / "README.txt").write_text("other", encoding="utf-8")
    (bag / "note.txt").write_text("x", encoding="utf-8")


@pytest.mark.parametrize("packed", [False, True])
def test_each_file_that_is_not_as_it_was_is_named(bag: Path, *, packed: bool) -> None:
    damage_all(bag)
    path = pack(bag) if packed else bag
    result = run(path)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        f"{path}：文件已改动：README.txt",
        f"{path}：文件已改动：data/100%.html",
        f"{path}：文件已改动：data/a.html",
        f"{path}：缺少文件：data/b.html",
        f"{path}：多出文件：data/new.html",
        f"{path}：多出文件：note.txt",
        f"{path}：与清单不符的文件，共6个",
    ]


def test_what_a_zip_file_has_beside_its_bag_is_named(bag: Path) -> None:
    path = pack(bag)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("甲/data/a.html", "x")
        packed.writestr("note.txt", "x")
    result = run(path)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        f"{path}：多出文件：note.txt",
        f"{path}：多出文件：甲/data/a.html",
        f"{path}：与清单不符的文件，共2个",
    ]


@pytest.mark.parametrize("name", ["bag-info.txt", "manifest-sha512.txt"])
def test_a_list_that_lacks_or_was_altered_is_named(bag: Path, name: str) -> None:
    text = (bag / name).read_bytes()
    (bag / name).write_bytes(text.replace(b"0", b"1"))
    assert f"文件已改动：{name}" in run(bag).stdout
    (bag / name).unlink()
    assert f"缺少文件：{name}" in run(bag).stdout


def test_the_sum_of_all_sizes_counts_where_no_list_has_it(tmp_path: Path) -> None:
    (tmp_path / "a/data").mkdir(parents=True)
    enclose(tmp_path / "a", [("Source-Organization", "x")], [])
    info = tmp_path / "a/bag-info.txt"
    info.write_text("Payload-Oxum: 1.1\n", encoding="utf-8")
    for path in (tmp_path / "a").glob("tagmanifest-*"):
        path.unlink()
    result = run(tmp_path / "a")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "文件已改动：bag-info.txt" in result.stdout


def write_text(name: str, text: str) -> Callable[[Path], None]:
    """A damage: another file of this name."""

    def damage(bag: Path) -> None:
        (bag / name).write_text(text, encoding="utf-8")

    return damage


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "no declaration": (
        lambda bag: (bag / "bagit.txt").unlink(),
        "is no bag: bagit.txt is not there",
    ),
    "another version": (
        write_text("bagit.txt", "BagIt-Version: x\n"),
        "is no bag that can be read",
    ),
    "unknown letters": (
        write_text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: X-9\n"),
        "is no bag that can be read",
    ),
    "no payload": (lambda bag: shutil.rmtree(bag / "data"), "is no bag that can be read"),
    "a list that leads out": (
        write_text("manifest-sha256.txt", "00  ../../secret\n"),
        "is no bag that can be read",
    ),
    "a link": (
        lambda bag: (bag / "data/x").symlink_to("/etc/passwd"),
        "'data/x' is a link or no file",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_bag_is_exit_2_with_one_line(bag: Path, name: str) -> None:
    damage, reason = BROKEN[name]
    damage(bag)
    result = run(bag)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_what_is_not_there_or_no_zip_is_exit_2_and_the_others_are_verified(
    bag: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    (bag / "data/a.html").unlink()
    result = run(tmp_path / "nowhere.zip", tmp_path / "text.zip", bag)
    assert result.exit_code == 2
    assert [line.split(": ")[1][:5] for line in result.stderr.splitlines()] == ["there", "is no"]
    assert "缺少文件：data/a.html" in result.stdout


def test_control_characters_of_a_name_move_no_cursor(bag: Path) -> None:
    (bag / "data/a\x1b[31m.html").write_text("x", encoding="utf-8")
    assert "data/a\\x1b[31m.html" in run(bag).stdout


def test_without_the_library_one_line_says_how_to_get_it(
    bag: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(verifying, "import_module", refuse)
    result = run(bag)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("pip install bagit\n")
    assert result.stderr.count("\n") == 1


def test_nothing_is_written_beside_the_bundle(bag: Path) -> None:
    path = pack(bag)
    before = sorted(path.parent.rglob("*"))
    run(path)
    assert sorted(path.parent.rglob("*")) == before
    assert zipfile.is_zipfile(path)

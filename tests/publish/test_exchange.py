"""A finished folder takes the place of the last one: in one step, or where that cannot be, file by file."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.build import build_site
from generator.model import Archive
from generator.publish import Layout, exchange
from generator.publish.exchange import UNFINISHED, bring_up_to_date, take_place
from tests.publish.test_site import files

OLD = {
    "index.html": "old",
    "data/a.json": "old",
    "same/page.html": "same",
    "gone/deep/page.html": "old",
    "turn": "a",
}
NEW = {
    "index.html": "new",
    "data/a.json": "new",
    "same/page.html": "same",
    "fresh/page.html": "new",
    "turn/a": "new",
}


def fill(folder: Path, texts: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def texts_of(folder: Path) -> dict[str, str]:
    """Every file under a folder."""
    return {name: data.decode() for name, data in files(folder).items()}


def mount(*arguments: str) -> bool:
    """Mount something; False where nobody may."""
    command = shutil.which("mount")
    if command is None:
        return False
    return subprocess.run([command, *arguments], check=False, capture_output=True).returncode == 0


def unmount(path: Path) -> None:
    """Take a volume away again."""
    with suppress(FileNotFoundError):
        subprocess.run(
            [str(shutil.which("umount")), "-l", str(path)], check=False, capture_output=True
        )


@pytest.fixture
def volume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is a volume of its own; where nothing may be mounted, one that cannot be exchanged either."""
    path = tmp_path / "volume"
    path.mkdir()
    if not mount("-t", "tmpfs", "tmpfs", str(path)):
        monkeypatch.setattr("generator.publish.exchange.exchange", lambda *_: False)
    yield path
    unmount(path)


def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = fill(tmp_path / "one", OLD), fill(tmp_path / "other", NEW)
    if not exchange.exchange(one, other):
        pytest.skip("this file system exchanges nothing")
    assert (texts_of(one), texts_of(other)) == (NEW, OLD)


def test_what_cannot_be_exchanged_stays_as_it_was(tmp_path: Path) -> None:
    one = fill(tmp_path / "one", OLD)
    assert not exchange.exchange(one, tmp_path / "missing")
    assert texts_of(one) == OLD


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_a_system_that_knows_no_exchange_says_so(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("ctypes.CDLL", lambda _: object())
    one, other = fill(tmp_path / "one", OLD), fill(tmp_path / "other", NEW)
    assert not exchange.exchange(one, other)
    take_place(one, other)
    assert texts_of(one) == NEW


def test_the_first_site_is_one_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.exchange.bring_up_to_date", pytest.fail)
    take_place(tmp_path / "site", fill(tmp_path / "new", NEW))
    assert texts_of(tmp_path / "site") == NEW
    assert not (tmp_path / "new").exists()


def test_a_volume_is_brought_up_to_date_in_place(volume: Path, tmp_path: Path) -> None:
    fill(volume, OLD)
    (volume / "lost+found").mkdir()
    take_place(volume, fill(tmp_path / "new", NEW))
    assert texts_of(volume) == NEW
    assert (volume / "lost+found").is_dir()
    assert {path.name for path in volume.iterdir()} == {name.split("/")[0] for name in NEW} | {
        "lost+found"
    }


def test_a_file_that_is_the_same_is_not_touched(volume: Path, tmp_path: Path) -> None:
    fill(volume, OLD)
    before = (volume / "same/page.html").stat()
    take_place(volume, fill(tmp_path / "new", NEW))
    after = (volume / "same/page.html").stat()
    assert (before.st_ino, before.st_size) == (after.st_ino, after.st_size)


def test_files_on_a_volume_have_the_times_of_those_that_were_made(
    volume: Path, tmp_path: Path
) -> None:
    """By which the next build sees that they are as they were left."""
    fill(volume, OLD)
    new = fill(tmp_path / "new", NEW)
    for nth, name in enumerate(NEW, 1):
        os.utime(new / name, (nth, nth))
    bring_up_to_date(volume, new)
    assert {name: (volume / name).stat().st_mtime for name in NEW} == {
        name: nth for nth, name in enumerate(NEW, 1)
    }


def test_a_folder_gives_way_to_a_file(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", NEW)
    bring_up_to_date(site, fill(tmp_path / "new", OLD))
    assert texts_of(site) == OLD


def test_no_link_leads_out_of_the_site(tmp_path: Path) -> None:
    elsewhere = fill(tmp_path / "elsewhere", {"page.html": "mine", "a.json": "mine"})
    site = fill(tmp_path / "site", {"index.html": "old"})
    for name in ("fresh", "data", "left"):
        (site / name).symlink_to(elsewhere)
    (site / "same").symlink_to(elsewhere / "page.html")
    bring_up_to_date(site, fill(tmp_path / "new", NEW))
    assert texts_of(site) == NEW
    assert texts_of(elsewhere) == {"page.html": "mine", "a.json": "mine"}


def test_what_is_no_longer_made_goes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    site = fill(tmp_path / "site", OLD)
    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(OSError, match="No space left") as caught:
        bring_up_to_date(site, fill(tmp_path / "new", NEW))
    assert caught.value.filename == str(site / "data/a.json")
    assert texts_of(site) == {**OLD, UNFINISHED: ""}


def test_a_volume_in_a_folder_that_nobody_may_write_has_its_site(
    archive: Archive, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = tmp_path / "host"
    host.mkdir()
    mounted = mount("-t", "tmpfs", "tmpfs", str(host))
    (host / "site").mkdir()
    mounted = (
        mounted
        and mount("-t", "tmpfs", "tmpfs", str(host / "site"))
        and mount("-o", "remount,ro", str(host))
    )
    if not mounted:
        monkeypatch.setattr("os.access", lambda path, _: Path(path) != host)
    try:
        there = Layout(config=layout.config, docs=layout.docs, site=host / "site", dist=layout.dist)
        assert there.staging == tmp_path / ".build"
        build_site(archive, there)
        build_site(archive, layout)
        assert files(host / "site") == files(layout.site)
        assert [path.name for path in host.iterdir()] == ["site"]
    finally:
        unmount(host / "site")
        unmount(host)

"""Files below a folder are found through links, each once, in a fixed order."""

from pathlib import Path

import pytest

from generator.work import files_below


def test_links_to_folders_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    inner, other = tmp_path / "folder/b", tmp_path / "other"
    inner.mkdir(parents=True)
    other.mkdir()
    (tmp_path / "folder/c.txt").touch()
    (inner / "a.txt").touch()
    (other / "d.txt").touch()
    (inner / "round").symlink_to(tmp_path / "folder")
    (tmp_path / "folder/a").symlink_to(other)
    found = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path / "folder")]
    assert found == ["folder/a/d.txt", "folder/b/a.txt", "folder/c.txt"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(files_below(tmp_path / "none"))

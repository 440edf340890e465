"""Generated pages on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import GazetteError
from generator.pages import Page
from generator.publish import Changes, write_pages
from generator.publish.files import MANIFEST, locate, read_manifest


def page(uri: str, text: str = "正文\n") -> Page:
    """A page with a title and a text."""
    return Page(uri=uri, meta={"title": "题"}, text=text)


def held(docs: Path) -> set[str]:
    """Every file under a folder but the manifest."""
    return {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()} - {
        MANIFEST
    }


def test_pages_lie_where_their_address_says(tmp_path: Path) -> None:
    changes = write_pages(
        [page("index.md"), page("archive/yunxi/2020/1/1.md"), page("n/云政发/2020/1.md")], tmp_path
    )
    assert changes == Changes(written=3)
    assert held(tmp_path) == {"index.md", "archive/yunxi/2020/1/1.md", "n/云政发/2020/1.md"}
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == page("index.md").render()


def test_an_unchanged_page_is_not_touched(tmp_path: Path) -> None:
    write_pages([page("archive/a.md"), page("archive/b.md")], tmp_path)
    before = (
        (tmp_path / "archive/a.md").stat().st_mtime_ns,
        (tmp_path / MANIFEST).stat().st_mtime_ns,
    )
    assert write_pages([page("archive/a.md"), page("archive/b.md", "新\n")], tmp_path) == Changes(
        written=1, kept=1
    )
    assert (
        (tmp_path / "archive/a.md").stat().st_mtime_ns,
        (tmp_path / MANIFEST).stat().st_mtime_ns,
    ) == before


def test_what_is_no_longer_made_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    gone = [page("archive/x/y/1.md"), page("n/甲/2020/1.md")]
    write_pages([page("archive/a.md"), *gone, page("archive/x/2.md")], tmp_path)
    assert write_pages([page("archive/a.md"), page("archive/x/2.md")], tmp_path) == Changes(
        kept=2, removed=2
    )
    assert held(tmp_path) == {"archive/a.md", "archive/x/2.md"}
    assert not (tmp_path / "n").exists()
    assert not (tmp_path / "archive/x/y").exists()


def test_pages_written_by_hand_stay(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    for name in ("about.md", "archive/note.md"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    write_pages([page("archive/a.md")], tmp_path)
    write_pages([], tmp_path)
    assert held(tmp_path) == {"about.md", "archive/note.md"}


def test_a_run_that_fails_forgets_no_page(tmp_path: Path) -> None:
    def failing() -> Iterator[Page]:
        yield page("archive/new.md")
        raise GazetteError("broken")

    write_pages([page("archive/old.md")], tmp_path)
    with pytest.raises(GazetteError, match="broken"):
        write_pages(failing(), tmp_path)
    assert held(tmp_path) == {"archive/old.md", "archive/new.md"}
    assert write_pages([page("archive/a.md")], tmp_path) == Changes(written=1, removed=2)


def test_the_manifest_knows_a_page_before_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[set[str]] = []
    replace = Path.replace

    def look(path: Path, target: Path) -> Path:
        known.append(read_manifest(tmp_path))
        assert target.name == ".manifest" or target.relative_to(tmp_path).as_posix() in known[-1]
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", look)
    write_pages([page("archive/a.md"), page("n/甲/2020/1.md")], tmp_path)
    assert known == [set(), {"archive/a.md"}, {"archive/a.md", "n/甲/2020/1.md"}]


@pytest.mark.parametrize("end", ["archive/b", "archive/b.md", "n/甲"])
def test_a_line_that_was_not_finished_names_no_page(end: str, tmp_path: Path) -> None:
    write_pages([page("archive/a.md"), page("archive/old.md")], tmp_path)
    with (tmp_path / MANIFEST).open("ab") as manifest:
        manifest.write(end.encode()[:-1])
    assert read_manifest(tmp_path) == {"archive/a.md", "archive/old.md"}
    (tmp_path / "archive/.part").write_text("of a run that was killed", encoding="utf-8")
    assert write_pages([page("archive/a.md"), page("archive/b.md")], tmp_path) == Changes(
        written=1, kept=1, removed=1
    )
    assert read_manifest(tmp_path) == held(tmp_path) == {"archive/a.md", "archive/b.md"}


def test_folders_that_a_killed_run_left_empty_go_too(tmp_path: Path) -> None:
    write_pages([page("archive/x/y/z/1.md"), page("archive/a.md")], tmp_path)
    (tmp_path / "archive/x/y/z/1.md").unlink()
    (tmp_path / "archive/x/y/z").rmdir()
    write_pages([page("archive/a.md")], tmp_path)
    assert not (tmp_path / "archive/x").exists()


def test_a_page_that_cannot_be_written_names_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_pages([page("archive/a.md")], tmp_path)
    assert caught.value.filename == str(tmp_path / MANIFEST)


def test_two_pages_of_one_address_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteError, match=r"two pages would be written to archive/a\.md"):
        write_pages([page("archive/a.md"), page("archive/a.md", "b\n")], tmp_path)


@pytest.mark.parametrize(
    "uri",
    [
        "about.md", "archive.md", "n.md", "archive/../about.md", "n/../about.md", "/etc/a.md", "archive//a.md",
        "archive/./a.md", "", "archive\\..\\a.md", "archive/a.html", "archive/.manifest", "../archive/a.md",
        "c:/archive/a.md",
    ],
)  # fmt: skip
def test_no_address_leads_elsewhere(uri: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteError):
        locate(uri, tmp_path)


def test_no_link_on_disk_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "docs/archive").symlink_to(tmp_path / "outside")
    with pytest.raises(GazetteError, match="leads out of"):
        write_pages([page("archive/a.md")], tmp_path / "docs")
    assert held(tmp_path / "outside") == set()


def test_a_manifest_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    write_pages([page("archive/a.md")], tmp_path)
    (tmp_path / "about.md").write_text("mine", encoding="utf-8")
    (tmp_path / MANIFEST).write_text("about.md\n", encoding="utf-8")
    with pytest.raises(GazetteError, match="no address of a generated page"):
        write_pages([page("archive/a.md")], tmp_path)
    assert (tmp_path / "about.md").exists()

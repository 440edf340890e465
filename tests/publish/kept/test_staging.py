"""A site is made in the folder of the one before the last: what is there costs no file of the new one."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.publish.exchange import take_place
from generator.publish.frames.page_work import digest_of, state_of, write_new
from generator.publish.kept.site_record import File, SiteRecord
from generator.publish.kept.staging import Staging
from tests.publish.kept.test_rebuilding import files_of

Files = Mapping[str, bytes]
MANY = {f"a/{number}/index.html": b"%d" % number for number in range(20)}


class Builds:
    """Sites one after the other, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        self.replaced = folder / "kept" / "replaced"
        self.known = SiteRecord()
        self._count = 0

    def begin(self) -> Staging:
        """The folder of the next site."""
        self._count += 1
        (self.folder / f"{self._count}").mkdir()
        return Staging(
            self.folder / f"{self._count}/site", self.site, self.known, replaced=self.replaced
        )

    def build(self, files: Files) -> None:
        """Make a site of some files; the last one stays as it is until then."""
        before = files_of(self.site) if self.site.exists() else {}
        staging = self.begin()
        staging.put(files.items())
        staging.clear(staging.files.keys())
        assert (files_of(self.site) if self.site.exists() else {}) == before
        take_place(self.site, staging.folder)
        staging.keep_replaced(len(staging.files))
        self.known = SiteRecord(files=staging.files)
        assert files_of(self.site) == files
        assert all(any(path.iterdir()) for path in self.site.rglob("*") if path.is_dir())


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    """Two sites, one of which took the place of the other."""
    made = Builds(tmp_path)
    made.build({**MANY, "page": b"one"})
    made.build({**MANY, "page": b"two"})
    assert (made.replaced / "page").read_bytes() == b"one"
    return made


def test_what_is_there_is_not_linked_again(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    linked: list[str] = []
    real = os.link

    def link(source: str, target: str) -> None:
        real(source, target)
        linked.append(target)

    monkeypatch.setattr(os, "link", link)
    builds.build({**MANY, "page": b"two", "new": b"new"})
    assert [Path(path).name for path in linked] == ["page"]
    linked.clear()
    builds.build({**MANY, "page": b"two", "new": b"new"})
    assert [Path(path).name for path in linked] == ["new"]


def test_what_is_no_longer_made_goes(builds: Builds) -> None:
    builds.build({name: data for name, data in MANY.items() if "/1" not in name})
    builds.build(MANY)


@pytest.mark.parametrize(
    ("one", "other"), [("page", "page/index.html"), ("page/a/b.html", "page"), ("a", "a/b")]
)
def test_a_file_takes_the_place_of_a_folder(one: str, other: str, tmp_path: Path) -> None:
    builds = Builds(tmp_path)
    rest = {f"rest/{number}": b"%d" % number for number in range(20)}
    for name in (one, other, one, one, other, other):
        builds.build({**rest, name: b"text"})


def test_nothing_is_written_through_what_is_there(builds: Builds) -> None:
    elsewhere = builds.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"elsewhere")
    (builds.replaced / "a/1/index.html").unlink()
    (builds.replaced / "a/1/index.html").symlink_to(elsewhere / "index.html")
    (builds.replaced / "a/2/index.html").unlink()
    (builds.replaced / "a/2").rmdir()
    (builds.replaced / "a/2").symlink_to(elsewhere)
    (builds.replaced / "a/3/index.html").unlink()
    (builds.replaced / "a/3/index.html").write_bytes(b"3")
    (builds.replaced / "foreign").mkdir()
    (builds.replaced / "foreign/file").write_bytes(b"foreign")
    builds.build({**MANY, "a/2/index.html": b"new", "page": b"two"})
    assert files_of(elsewhere) == {"index.html": b"elsewhere"}
    assert (builds.site / "a/3/index.html").stat().st_nlink > 1


def test_a_new_file_is_never_that_of_the_last_site(builds: Builds) -> None:
    staging = builds.begin()
    write_new(f"{staging.folder}/page", b"new")
    write_new(f"{staging.folder}/a/1/index.html", b"new")
    assert files_of(builds.site) == {**MANY, "page": b"two"}


def test_a_replaced_site_that_shares_little_is_not_kept(builds: Builds) -> None:
    builds.build({name: data + b" changed" for name, data in MANY.items()})
    assert not builds.replaced.exists()


@pytest.mark.parametrize("what", ["a file", "a link"])
def test_a_replaced_site_that_is_no_folder(what: str, builds: Builds) -> None:
    builds.replaced.rename(builds.folder / "away")
    if what == "a file":
        builds.replaced.write_bytes(b"")
    else:
        builds.replaced.symlink_to(builds.site)
    builds.build({**MANY, "page": b"three"})


def test_a_file_that_somebody_changed_is_not_taken_over(builds: Builds) -> None:
    (builds.site / "a/1/index.html").write_bytes(b"changed")
    builds.build(MANY)


def test_a_file_is_known_by_its_state(builds: Builds) -> None:
    staging = builds.begin()
    state = state_of(builds.site / "page")
    assert builds.known.files["page"] == File(digest_of(b"two"), state)
    assert staging.keep("page", state)
    assert not staging.keep("page", (state[0] + 1, state[1]))

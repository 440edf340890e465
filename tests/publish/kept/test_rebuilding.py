"""A build that takes over what the last one made gives the same bytes as one that makes everything anew.

Whatever was edited, lost or spoilt in between: the edits are drawn by a seed.
"""

import json
import os
import random
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.build import build_site, read, run_build
from generator.errors import GazetteError
from generator.publish import Layout
from generator.publish.turns import cache_beside
from generator.source import LEDGER
from tests.hostile.publishing import plain_text

EDITS_OF_A_RUN = 10
RUNS = 5
"""Together some fifty edits."""


class Silence:
    """A voice that nobody hears; it keeps the lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, *lines: str) -> None:
        """Keep lines."""
        self.lines += lines

    def busy(self, what: str) -> AbstractContextManager[None]:  # noqa: ARG002 - part of a protocol
        """Take a while."""
        return nullcontext()

    def progress(self, path: str, done: int, total: int) -> None:
        """Pass over that a source was read."""


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its address."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".manifest"
    }


class Project:
    """A small archive of its own with the theme of the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.layout = Layout(
            config=folder / "mkdocs.yml",
            docs=folder / "docs_src",
            site=folder / "site",
            dist=folder / "dist",
        )
        self.issues = folder / "issues"
        (self.issues / "east").mkdir(parents=True)
        self.layout.docs.mkdir()
        self.layout.config.write_text("site_name: 云溪文库\ndocs_dir: docs_src\n", encoding="utf-8")
        for number in (1, 2, 3):
            self.write(number)

    def write(self, number: int, line: str = "每月巡查不少于两次", year: int = 2021) -> None:
        """An issue, as new or as changed."""
        text = plain_text(masthead=f"{year}年第{number}期", line=line).replace(
            "云政发〔2021〕", f"云政发〔{year - number}〕"
        )
        self.path(number, year).write_text(text, encoding="utf-8")

    def path(self, number: int, year: int = 2021) -> Path:
        """The source of an issue."""
        return self.issues / f"east/{year}-{number:02}.txt"

    def held(self) -> list[Path]:
        """The sources that there are."""
        return sorted(self.issues.glob("*/*.txt"))

    def build(self, *, cached: bool = True) -> list[str]:
        """Build the site; what was said."""
        voice = Silence()
        run_build(self.issues, self.layout, voice, cached=cached)
        return voice.lines

    def assert_as_new(self) -> None:
        """Compare pages and site with those that are made of the same input where nothing was made before."""
        fresh = self.folder / "fresh"
        fresh.mkdir()
        for path in self.folder.iterdir():
            if path.name in ("site", "fresh", ".build"):
                continue
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            copy(path, fresh / path.name)
        for name in ("archive", "n"):
            shutil.rmtree(fresh / "docs_src" / name, ignore_errors=True)
        anew = Layout(
            config=fresh / "mkdocs.yml",
            docs=fresh / "docs_src",
            site=fresh / "site",
            dist=fresh / "dist",
        )
        run_build(fresh / "issues", anew, Silence(), cached=False)
        for made, expected in ((self.layout.site, anew.site), (self.layout.docs, anew.docs)):
            assert_same(files_of(made), files_of(expected))
        shutil.rmtree(fresh)


def assert_same(made: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    """Compare two folders, and name what differs."""
    assert made.keys() ^ expected.keys() == set()
    assert [name for name, data in made.items() if data != expected[name]] == []


Edit = Callable[[Project, random.Random], None]


def add_newest(project: Project, chance: random.Random) -> None:
    project.write(chance.randrange(4, 13), year=2022)


def add_old(project: Project, chance: random.Random) -> None:
    project.write(chance.randrange(1, 13), year=2015)


def remove(project: Project, chance: random.Random) -> None:
    held = project.held()
    if len(held) > 1:
        path = chance.choice(held)
        path.unlink()
        path.with_name(f"{path.stem}.corrections.yml").unlink(missing_ok=True)
        (project.issues / LEDGER).unlink()  # else the ledger holds the addresses that are lost


def change_line(project: Project, chance: random.Random) -> None:
    path = chance.choice(project.held())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("巡查", chance.choice(["检查", "巡察", "巡查"])), encoding="utf-8")


def correct(project: Project, chance: random.Random) -> None:
    path = chance.choice(project.held())
    said = {"why": "误", "by": "某", "on": "2022-01-01", "authority": "scan"}
    entry = [{"exact": "有关事项", "replace": chance.choice(["有关要求", "相关事项"]), **said}]
    file = path.with_name(f"{path.stem}.corrections.yml")
    file.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def rename(project: Project, chance: random.Random) -> None:
    path = chance.choice(project.held())
    if "x" not in path.stem:
        path.with_name(f"{path.stem}.corrections.yml").unlink(missing_ok=True)
        path.rename(path.with_name(f"{path.stem}x.txt"))


def describe(project: Project, chance: random.Random) -> None:
    title = chance.choice(["云溪县人民政府公报", "云溪公报"])
    file = project.issues / "east/publication.yml"
    file.write_text(f"title: {title}\nregion: 云溪县\n", encoding="utf-8")


def change_template(project: Project, chance: random.Random) -> None:
    own = project.folder / "own/partials"
    own.mkdir(parents=True, exist_ok=True)
    (own / "contact.html").write_text(f"<p>{chance.randrange(9)}</p>\n", encoding="utf-8")
    say(project, "theme: {name: material, custom_dir: own}")


def change_name(project: Project, chance: random.Random) -> None:
    say(project, f"site_description: {chance.choice(['一', '二'])}")


def say(project: Project, setting: str) -> None:
    """Put a setting into ``mkdocs.yml``."""
    key = setting.partition(":")[0]
    lines = project.layout.config.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if not line.startswith(f"{key}:")]
    project.layout.config.write_text("\n".join([*lines, setting, ""]), encoding="utf-8")


def write_page(project: Project, chance: random.Random) -> None:
    page = project.layout.docs / "notes.md"
    page.write_text(
        f"# 说明 {chance.randrange(9)}\n\n[公报](archive/gazettes.md)\n", encoding="utf-8"
    )


def spoil_results(project: Project, chance: random.Random) -> None:
    for path in sorted(cache_beside(project.issues).rglob("*")):
        if path.is_file() and chance.random() < 0.5:
            data = path.read_bytes()
            path.write_bytes(chance.choice([data[: len(data) // 2], data[:-1] + b"?", b""]))


def lose_results(project: Project, chance: random.Random) -> None:
    for path in sorted(cache_beside(project.issues).rglob("*")):
        if path.is_file() and chance.random() < 0.5:
            path.unlink()


def spoil_site(project: Project, chance: random.Random) -> None:
    for path in chance.sample(sorted(project.layout.site.rglob("*.html")), 5):
        path.write_text("spoilt", encoding="utf-8")


def lose_files(project: Project, chance: random.Random) -> None:
    for folder in (project.layout.site, project.layout.docs / "archive"):
        for path in chance.sample(sorted(folder.rglob("*.*")), 5):
            if path.is_file() and path.name != "catalog.json":
                path.unlink()


def leave_files(project: Project, chance: random.Random) -> None:
    (project.layout.site / f"stray-{chance.randrange(9)}.html").write_text("?", encoding="utf-8")
    pages = [
        *sorted((project.layout.docs / "archive").rglob("*.md")),
        project.layout.docs / "index.md",
    ]
    for page in (chance.choice(pages), pages[-1]):
        page.write_text("# 改动\n", encoding="utf-8")


def nothing(project: Project, chance: random.Random) -> None:
    """Change nothing at all."""


EDITS: tuple[Edit, ...] = (
    add_newest, add_old, remove, change_line, correct, rename, describe, change_template, change_name, write_page,
    spoil_results, lose_results, spoil_site, lose_files, leave_files, nothing,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.matrix(2)
@pytest.mark.parametrize("run", range(RUNS))
def test_whatever_was_edited_the_bytes_are_those_of_a_new_build(run: int, tmp_path: Path) -> None:
    chance = random.Random(run)
    project = Project(tmp_path / "project")
    project.build()
    edits = [chance.choice(EDITS) for _ in range(EDITS_OF_A_RUN)]
    for edit in edits:
        edit(project, chance)
        project.build()
        project.assert_as_new()


@pytest.mark.slow
def test_a_program_of_another_version_takes_nothing_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path)
    project.build()
    before = states_of(project.layout.site)
    for module in ("archive.reading", "publish.kept.page_maker", "publish.kept.site_record",
                   "publish.kept.inputs", "publish.frames.frame_key"):  # fmt: skip
        monkeypatch.setattr(f"generator.{module}.program_key", lambda: "another")
    project.build()
    after = states_of(project.layout.site)
    assert before.keys() == after.keys()
    assert not [name for name in after if name.endswith(".html") and after[name] == before[name]]


def states_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file under a folder by its address, with its number on the disk and its time."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            state = path.stat()
            found[path.relative_to(folder).as_posix()] = state.st_ino, state.st_mtime_ns
    return found


@pytest.mark.slow
def test_a_site_of_which_nothing_changed_is_not_touched(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert len(project.build()) > 1
    before = states_of(project.layout.site)
    said = project.build()
    assert states_of(project.layout.site) == before
    assert said == [
        f"{project.layout.docs}: 0 pages written, {len(pages_of(project))} unchanged, 0 removed"
    ]


def pages_of(project: Project) -> list[Path]:
    """The generated pages and files of sources."""
    folders = [project.layout.docs / "archive", project.layout.docs / "n"]
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in (*found, project.layout.docs / "index.md") if path.name != ".manifest"]


@pytest.mark.slow
def test_one_corrected_character_leaves_the_pages_of_other_issues_alone(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build()
    project.build()
    before = states_of(project.layout.site)
    correct(project, random.Random(1))
    project.build()
    after = states_of(project.layout.site)
    changed = {name for name in after if before.get(name) != after[name]}
    (issue,) = {name.split("/")[3] for name in changed if name.startswith("archive/east/2021/")}
    assert f"archive/east/2021/{issue}/1/index.html" in changed
    assert not {
        name for name in changed if name.startswith("archive/east/") and f"/{issue}/" not in name
    }


@pytest.mark.slow
def test_a_build_that_fails_leaves_the_site_and_what_is_known_of_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build()
    project.build()
    before = states_of(project.layout.site)
    page = project.layout.docs / "notes.md"
    page.write_text("[没有](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(GazetteError, match=r"nowhere\.md"):
        project.build()
    assert states_of(project.layout.site) == before
    page.unlink()
    project.build()
    assert states_of(project.layout.site) == before


@pytest.mark.slow
def test_unknown_errors_of_a_source_are_said_each_time(tmp_path: Path) -> None:
    project = Project(tmp_path)
    bad = project.issues / "east/2021-09.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    first, second = project.build(), project.build()
    assert (
        [line for line in first if str(bad) in line]
        == [line for line in second if str(bad) in line]
        != []
    )


@pytest.fixture
def dressed(tmp_path: Path) -> Project:
    """A project with templates of its own, whose site is made."""
    project = Project(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    (own / "main.html").write_text("{% include 'part.txt' %}{{ page.content }}", encoding="utf-8")
    (own / "part.txt").write_text("one", encoding="utf-8")
    say(project, "theme: {name: material, custom_dir: own}")
    project.build()
    project.build()
    return project


@pytest.mark.slow
@pytest.mark.parametrize("name", ["part.txt", "more.css", "sitemap.xml"])
def test_a_changed_file_of_the_theme_is_seen(name: str, dressed: Project) -> None:
    (dressed.folder / "own" / name).write_text("two", encoding="utf-8")
    dressed.build()
    dressed.assert_as_new()
    (dressed.folder / "own" / name).write_text("six", encoding="utf-8")
    dressed.build()
    dressed.assert_as_new()


@pytest.mark.slow
def test_a_template_that_cannot_be_filled_ends_in_a_plain_sentence(dressed: Project) -> None:
    before = states_of(dressed.layout.site)
    (dressed.folder / "own/part.txt").write_text("{{ nobody.knows.it }}", encoding="utf-8")
    with pytest.raises(GazetteError, match="MkDocs: 'nobody' is undefined"):
        dressed.build()
    assert states_of(dressed.layout.site) == before


@pytest.mark.slow
def test_a_page_in_a_folder_that_a_link_leads_to_is_seen(tmp_path: Path) -> None:
    project = Project(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    page = tmp_path / "elsewhere/notes.md"
    page.write_text("# 一\n", encoding="utf-8")
    (project.layout.docs / "deep").mkdir()
    (project.layout.docs / "deep/linked").symlink_to(tmp_path / "elsewhere")
    project.build()
    project.build()
    page.write_text("# 二\n", encoding="utf-8")
    project.build()
    shown = project.layout.site / "deep/linked/notes/index.html"
    assert "二" in shown.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_picture_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    project = Project(tmp_path)
    folder = project.path(2).with_suffix(".pages")
    folder.mkdir()
    picture = folder / "1.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n one")
    project.build()
    project.build()
    state = picture.stat()
    picture.write_bytes(b"\x89PNG\r\n\x1a\n two")
    os.utime(picture, ns=(state.st_atime_ns, state.st_mtime_ns))
    project.build()
    (shown,) = project.layout.site.rglob("page-1.png")
    assert shown.read_bytes().endswith(b"two")
    project.assert_as_new()


@pytest.mark.slow
@pytest.mark.parametrize(
    "setting",
    [
        "nav: [index.md, archive/gazettes.md]",
        "nav: [{首页: index.md}, {公报: ./archive/gazettes.md}]",
        "nav: [{公报: archive/gazettes.md}]",
        "nav: [{首页: index.md}, {说明: notes.md}, {公报: archive/gazettes.md}]",
        "nav:",
        "exclude_docs: /archive/quality/",
        "draft_docs: /archive/quality/",
        "extra_templates: [all.txt]",
    ],
)
def test_settings_that_concern_all_pages_give_what_mkdocs_makes(
    setting: str, tmp_path: Path
) -> None:
    project = Project(tmp_path)
    (project.layout.docs / "all.txt").write_text(
        "{% for page in pages %}{{ page.url }} {% endfor %}", encoding="utf-8"
    )
    (project.layout.docs / "notes.md").write_text("# 一\n", encoding="utf-8")
    say(project, setting)
    say(project, "validation: {nav: {not_found: ignore}, links: {not_found: ignore}}")
    project.build()
    assert_as_mkdocs_makes_it(project)


def assert_as_mkdocs_makes_it(project: Project) -> None:
    """Compare a site with that which MkDocs makes of the same pages all together."""
    archive = read(project.issues, Silence())
    plain = replace(project.layout, site=project.folder / "plain")
    build_site(archive, plain)
    assert_same(files_of(project.layout.site), files_of(plain.site))


@pytest.mark.slow
def test_a_page_that_is_a_link_to_another_folder_is_made(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / "README.md").write_text("# 来历\n", encoding="utf-8")
    (project.layout.docs / "readme-of-all.md").symlink_to("../README.md")
    project.build()
    shown = project.layout.site / "readme-of-all/index.html"
    assert "来历" in shown.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_page_that_somebody_put_among_those_of_the_archive_is_made(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build()
    page = project.layout.docs / "archive/notes.md"
    for text in ("# 一\n", "# 二\n"):
        page.write_text(text, encoding="utf-8")
        project.build()
        shown = project.layout.site / "archive/notes/index.html"
        assert text[2] in shown.read_text(encoding="utf-8")
    assert_as_mkdocs_makes_it(project)

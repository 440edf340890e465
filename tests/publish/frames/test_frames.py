"""Pages that are framed one by one are those that MkDocs makes of all of them together."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.build import build_site, in_language_of, make_pages, run_build
from generator.publish import Layout, supply_pages
from generator.publish.frames.page_work import write_new
from generator.publish.identity import read_site
from generator.publish.kept.site_maker import Plan
from tests.conftest import SAMPLES
from tests.fixtures.demo_archive import FOLDER
from tests.publish.kept.test_rebuilding import Silence, assert_same, files_of

DEMO = FOLDER
"""The files of one fictional gazette."""
ADDRESS = "https://gazettes.example.org/east/"


def project_of(folder: Path, issues: Path, settings: str = "") -> Layout:
    """A project with the theme of the program and a page by hand."""
    if issues == DEMO:
        shutil.copytree(issues, folder / "issues/yunxi")
    else:
        shutil.copytree(issues, folder / "issues")
    (folder / "docs_src").mkdir()
    (folder / "docs_src/notes.md").write_text(
        "# 说明\n\n[公报](archive/gazettes.md)\n", encoding="utf-8"
    )
    config = folder / "mkdocs.yml"
    config.write_text(f"site_name: 云溪文库\ndocs_dir: docs_src\n{settings}", encoding="utf-8")
    return Layout(config=config, docs=folder / "docs_src", site=folder / "site")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("issues", "address", "settings"),
    [
        (SAMPLES, None, ""),
        (SAMPLES, ADDRESS, "repo_url: https://git.example.org/a/b\nedit_uri: edit/main/issues/\n"),
        (DEMO, ADDRESS, "theme: {language: en, palette: {primary: teal}}\n"),
        (DEMO, None, "theme: {language: zh-Hant, icon: {logo: material/library}}\n"),
    ],
    ids=["samples", "with an address", "in English", "in traditional characters"],
)
def test_the_bytes_are_those_of_mkdocs(
    issues: Path, address: str | None, settings: str, tmp_path: Path
) -> None:
    framed = project_of(tmp_path / "framed", issues, settings)
    assert Plan(framed, address, strict=True).may_frame
    run_build(tmp_path / "framed/issues", framed, Silence(), address=address)
    plain = project_of(tmp_path / "plain", tmp_path / "framed/issues", settings)
    run_plainly(tmp_path / "plain/issues", plain, address)
    assert_same(files_of(framed.site), files_of(plain.site))
    assert_same(files_of(framed.docs), files_of(plain.docs))


def run_plainly(issues: Path, layout: Layout, address: str | None) -> None:
    """All pages on disk, and MkDocs for all of them."""
    voice = Silence()
    with in_language_of(layout, voice):
        archive, errors = read_archive(issues)
        assert errors == ()
        supply_pages(layout)
        make_pages(archive, layout, voice, SourceFolder(issues), read_site(layout.config, address))
        assert build_site(archive, layout, address=address) == ()


def own_template(folder: Path, text: str) -> str:
    """A template of the archive's own; the setting that names it."""
    (folder / "own/partials").mkdir(parents=True)
    (folder / "own/partials/contact.html").write_text(text, encoding="utf-8")
    return "theme: {name: material, custom_dir: own}\n"


def own_hook(folder: Path, text: str) -> str:
    """A hook of the archive's own; the setting that names it."""
    folder.mkdir()
    (folder / "hook.py").write_text(text, encoding="utf-8")
    return "hooks: [hook.py]\n"


@pytest.mark.parametrize(
    ("setting", "may"),
    [
        (lambda _: "", True),
        (lambda folder: own_template(folder, "<p>联系</p>\n"), True),
        (lambda folder: own_template(folder, "{# pages #}<p>联系</p>\n"), True),
        (lambda folder: own_template(folder, "{{ pages | length }}\n"), False),
        (lambda folder: own_template(folder, "{{ build_date_utc }}\n"), False),
        (lambda folder: own_template(folder, "{{ page.update_date }}\n"), False),
        (lambda folder: own_template(folder, "{{ page.previous_page }}\n"), False),
        (lambda folder: own_hook(folder, "def on_page_content(html, **_): return html\n"), False),
        (lambda _: "markdown_extensions: [admonition]\n", False),
        (lambda _: "extra_css: [own.css]\n", True),
    ],
    ids=[
        "as it comes", "own template", "a remark", "all pages", "the moment", "a day", "other pages", "a hook",
        "another Markdown", "own style",
    ],
)  # fmt: skip
def test_when_pages_may_be_framed_one_by_one(
    setting: Callable[[Path], str], *, may: bool, tmp_path: Path
) -> None:
    layout = project_of(tmp_path / "project", DEMO, setting(tmp_path / "project"))
    assert Plan(layout, None, strict=True).may_frame is may


def test_a_frame_is_named_by_all_that_can_change_it(tmp_path: Path) -> None:
    def frame(nth: int, settings: str, address: str | None = None) -> str:
        return Plan(project_of(tmp_path / f"{nth}", DEMO, settings), address, strict=True).frame

    plain = frame(1, "")
    assert frame(2, "") == plain
    others = {
        frame(3, "site_description: 别的\n"),
        frame(4, "", ADDRESS),
        frame(5, "theme: {language: en}\n"),
        frame(6, "extra: {contact: a@example.org}\n"),
        frame(7, own_template(tmp_path / "7", "<p>一</p>\n")),
        frame(8, own_template(tmp_path / "8", "<p>二</p>\n")),
    }
    assert len(others | {plain}) == 7


def test_a_file_of_a_site_is_no_program(tmp_path: Path) -> None:
    write_new(f"{tmp_path}/new/page.html", b"<!doctype html>")
    assert (tmp_path / "new/page.html").stat().st_mode & 0o111 == 0

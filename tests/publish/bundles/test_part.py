"""A bundle of a gazette or an issue: a small site of its own, without a dead link."""

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.archive.clock import clock_of
from generator.archive.selection import cut_archive
from generator.archive.source_folder import SourceFolder
from generator.cli import main
from generator.errors import WrongUse
from generator.model import Archive
from generator.pages import build_pages
from generator.publish import Layout, read_site, write_pages
from generator.publish.bundles import Bundled, build_bundle
from tests.fixtures.citing_archive import citing_archive

PART = "yunxi/2000/2"
"""The second issue of the fictional archive, whose documents all rest on one of the first issue."""
ADDRESS = "https://example.org/g/"


@pytest.fixture
def whole() -> Archive:
    """Documents of two issues, of which those of the second cite one of the first."""
    return citing_archive(14)


def pages_of(whole: Archive, layout: Layout, address: str) -> dict[str, str]:
    """The pages of the second issue as a bundle has them, by their addresses in it."""
    bundled = Bundled(
        cut_archive(whole, PART), read_site(layout.config), clock_of(whole), PART, address
    )
    write_pages(build_pages(bundled.archive, bundled.shown_site), layout.docs)
    with zipfile.ZipFile(build_bundle(bundled, layout)) as packed:
        below = f"{bundled.name}/data/"
        return {
            name.removeprefix(below): packed.read(name).decode()
            for name in packed.namelist()
            if name.startswith(below) and name.endswith((".html", ".json"))
        }


def test_a_part_keeps_what_its_documents_say_of_the_whole(whole: Archive) -> None:
    part = cut_archive(whole, PART)
    assert {record.issue for record in part.documents} == {PART}
    assert part.documents == tuple(one for one in whole.documents if one.issue == PART)
    assert "yunxi/2000/1/1" in {one.target for one in part.documents[0].document.citations}


def test_a_gazette_is_a_part_too(real_archive: Archive) -> None:
    part = cut_archive(real_archive, "zaozhuang-shizhong")
    assert [record.id for record in part.publications] == ["zaozhuang-shizhong"]
    assert len(part.issues) == 2
    assert {entry.gazette for entry in part.permalinks} == {"zaozhuang-shizhong"}


@pytest.mark.parametrize("id_", ["yunxi/1999/1", "yunx", "yunxi/2000", "yunxi/2000/1/1", "../x"])
def test_what_is_no_part_is_wrong_use(whole: Archive, id_: str) -> None:
    with pytest.raises(WrongUse, match=re.escape(f"{id_}: no gazette and no issue")):
        cut_archive(whole, id_)


def test_links_out_of_a_part_lead_to_the_permanent_address(whole: Archive, ready: Layout) -> None:
    """MkDocs warns of every link of a page that leads nowhere, and warnings end a build."""
    pages = pages_of(whole, ready, ADDRESS)
    document = pages[f"archive/{PART}/1.html"]
    goals = set(re.findall(r'href="(https://[^"]*)"', document))
    assert f"{ADDRESS}archive/yunxi/2000/1/1/#art-2" in goals
    assert {goal.partition("#")[0] for goal in goals} == {f"{ADDRESS}archive/yunxi/2000/1/1/"}
    assert "不在本包" in document
    assert f'<a href="{ADDRESS}">' in pages["index.html"]
    assert "archive/yunxi/2000/1/1.html" not in pages


def test_without_an_address_they_are_plain_text(whole: Archive, ready: Layout) -> None:
    pages = pages_of(whole, ready, "")
    document = pages[f"archive/{PART}/1.html"]
    assert "https://" not in document
    assert "不在本包" in document
    assert "这里是全库的一部分" in pages["index.html"]


def test_a_whole_archive_says_nothing_of_parts(whole: Archive) -> None:
    texts = [page.text for page in build_pages(whole)]
    assert not [text for text in texts if "不在本包" in text or "全库的一部分" in text]


def test_the_data_of_a_part_is_that_of_its_documents(whole: Archive, ready: Layout) -> None:
    catalog = json.loads(pages_of(whole, ready, "")["data/catalog.json"])
    assert [issue["id"] for issue in catalog["issues"]] == [PART]
    assert {one["issue"] for one in catalog["documents"]} == {PART}


def bundle(issues: Path, layout: Layout, *arguments: str) -> Result:
    """``gongbao bundle`` in this process."""
    places = ("--docs", layout.docs, "--dist", layout.dist, "--config", layout.config)
    given = map(str, ("bundle", *arguments, "--lenient", "--issues", issues, *places))
    return CliRunner().invoke(main, list(given))


def test_the_command_makes_a_part_and_leaves_the_pages_of_the_whole(
    issues: Path, ready: Layout, archive: Archive
) -> None:
    write_pages(build_pages(archive, sources=SourceFolder(issues)), ready.docs)
    before = sorted(ready.docs.rglob("*"))
    result = bundle(issues, ready, "yunxi/2020/1")
    path = ready.dist / "云溪-文库-yunxi-2020-1-2020-03-31.zip"
    said = result.stderr.splitlines()
    assert (result.exit_code, len(said)) == (0, 2)
    assert said[1].startswith(f"{path}: 1 gazettes, 1 issues, 5 documents, ")
    assert sorted(ready.docs.rglob("*")) == before
    with zipfile.ZipFile(path) as packed:
        note = packed.read(f"{path.stem}/README.txt").decode()
    assert "本包只收录全库的一部分：yunxi/2020/1。" in note


def test_a_page_that_a_person_wrote_keeps_no_dead_link(issues: Path, ready: Layout) -> None:
    text = "# 关于\n\n[户外广告](archive/yunxi/2019/12/1.md)、[绿化](archive/yunxi/2020/1/1.md)\n"
    (ready.docs / "about.md").write_text(text, encoding="utf-8")
    result = bundle(issues, ready, "yunxi/2020/1", "--site-url", ADDRESS)
    assert result.exit_code == 0
    (path,) = ready.dist.iterdir()
    with zipfile.ZipFile(path) as packed:
        page = packed.read(f"{path.stem}/data/about.html").decode()
    assert f'href="{ADDRESS}archive/yunxi/2019/12/1/"' in page
    assert 'href="archive/yunxi/2020/1/1.html"' in page
    assert (ready.docs / "about.md").read_text(encoding="utf-8") == text


def test_a_part_is_made_where_no_page_was_made_before(issues: Path, ready: Layout) -> None:
    shutil.rmtree(ready.docs)
    assert bundle(issues, ready, "yunxi").exit_code == 0
    assert not ready.docs.exists()


def test_a_part_that_is_not_there_is_exit_2(issues: Path, ready: Layout) -> None:
    result = bundle(issues, ready, "yunxi/1999/1")
    assert result.exit_code == 2
    assert "yunxi/1999/1: no gazette and no issue" in result.stderr
    assert not ready.dist.exists()

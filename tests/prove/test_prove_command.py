"""``prove`` on the command line: what it says, how it ends, and that nothing makes it fall."""

import gzip
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.archive import read_archive
from generator.archive.source_folder import SourceFolder
from generator.cli import main
from generator.model import Archive
from generator.prove import Memory, choose_issues
from generator.publish.engine import CONFIG

ISSUES = Path(__file__).parent / "issues"
QUIET = ISSUES.parent.parent / "fixtures/quiet"
ISSUE = "yunxi/2021/3"
FILE = "yunxi/2021-03.txt"


def run(*arguments: str | Path) -> Result:
    """What ``prove`` says, and how it ends; an exception that nobody expected is one here."""
    result = CliRunner().invoke(main, ["prove", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def issues(tmp_path: Path) -> Path:
    """The sample in a folder of its own."""
    shutil.copytree(ISSUES, tmp_path / "issues")
    return tmp_path / "issues"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What a build would publish of the sample, as files."""
    archive, _ = read_archive(ISSUES)
    return write_site(archive, tmp_path / "site")


def write_site(archive: Archive, folder: Path) -> Path:
    """The pages, data and index of an archive as files of a site."""
    memory = Memory(archive, CONFIG, SourceFolder(ISSUES))
    for address in memory.addresses:
        data = memory.read(address)
        assert data is not None
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_the_ledger_of_an_issue(issues: Path) -> None:
    result = run("--issues", issues, ISSUE)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "proven: in memory"
    assert lines[2] == f"{ISSUE}  {issues / FILE}  holds"
    figures = dict(line.strip().rsplit("  ", 1) for line in lines[3:])
    names = [name.strip() for name in figures]
    assert names[:4] == ["source", "kept", "repaired", "marks"]
    assert names[-4:] == ["on the page", "in the index", "in the data", "differences"]
    for line in lines[-4:-1]:
        found, expected = line.split()[-3::2]
        assert found == expected != "0"


def test_the_ledger_as_data(issues: Path) -> None:
    plain = json.loads(run("--issues", issues, "--json").stdout)
    (issue,) = plain["issues"]
    assert plain["proven"] == "in memory"
    assert issue["id"] == ISSUE
    assert issue["file"] == str(issues / FILE)
    assert issue["found"] == issue["expected"]
    assert issue["differences"] == []


def test_an_issue_may_be_named_by_its_file(issues: Path) -> None:
    assert run("--issues", issues, issues / FILE).exit_code == 0


def test_a_file_outside_of_the_archive_is_proven_by_itself(issues: Path, tmp_path: Path) -> None:
    other = tmp_path / "2020-07.txt"
    text = (issues / FILE).read_text(encoding="utf-8").replace("2021年第3期", "2020年第7期")
    other.write_text(text, encoding="utf-8")
    result = run("--issues", issues, other)
    assert result.exit_code == 0
    assert "/2020/7  " in result.stdout


def test_a_site_is_proven(issues: Path, site: Path) -> None:
    result = run("--issues", issues)
    assert result.stdout.startswith(f"proven: {site}\n"), "the site beside the issues is taken"
    assert result.exit_code == 0
    assert run("--issues", issues, "--site", site).exit_code == 0


def test_a_bundle_is_proven(issues: Path, site: Path, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in sorted(site.rglob("*")):
            packed.write(file, Path("文库-2021", file.relative_to(site)))
    result = run("--issues", issues, "--site", path)
    assert result.stdout.startswith(f"proven: {path}\n")
    assert result.exit_code == 0


@pytest.mark.parametrize("packed", [True, False])
def test_a_bundle_of_a_part_is_proven_against_its_part(
    issues: Path, site: Path, tmp_path: Path, *, packed: bool
) -> None:
    shutil.copytree(QUIET, issues, dirs_exist_ok=True)
    bag = tmp_path / "bag"
    bag.mkdir()
    site.rename(bag / "data")
    for part, code in ((ISSUE, 0), ("baiyu", 1), ("yunxi/2021/9", 2), ("", 1)):
        told = f"Bagging-Date: 2021-01-01\nInternal-Sender-Identifier: {part}\n"
        (bag / "bag-info.txt").write_text(told if part else "", encoding="utf-8")
        shown = Path(shutil.make_archive(str(bag), "zip", tmp_path, "bag")) if packed else bag
        result = run("--issues", issues, "--site", shown)
        assert result.exit_code == code, result.output
        assert (result.stderr.count("\n") == 1) is (code > 0)
    assert run("--issues", issues, "--site", shown, ISSUE).exit_code == 0


def replaced(old: str, new: str) -> Callable[[Path], object]:
    """A damage that puts other characters into a file."""

    def damage(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return damage


def page_of(nth: int) -> str:
    """Address of the page of a document."""
    return f"archive/{ISSUE}/{nth}/index.html"


PARTS, PART = "data/catalog/index.json", "data/catalog/yunxi/2021.json"

TEXTS, DATABASE = "data/texts/yunxi/2021.jsonl.gz", "data/gongbao.sqlite"


def repacked(old: str, new: str) -> Callable[[Path], object]:
    """A damage: other characters in a packed file."""

    def damage(path: Path) -> None:
        text = gzip.decompress(path.read_bytes()).decode()
        assert old in text
        path.write_bytes(gzip.compress(text.replace(old, new).encode()))

    return damage


def executed(statement: str) -> Callable[[Path], object]:
    """A damage: what a statement does to a database."""

    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path)) as database:
            assert database.execute(statement).rowcount
            database.commit()

    return damage


DAMAGES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a-page-is-gone": (page_of(2), Path.unlink, "51: page of yunxi/2021/3/2: lost: archive/"),
    "a-character-is-gone": (page_of(1), replaced("通信联络", "通信联"), ":30: page of yunxi/2021/3/1: lost: “络”"),
    "a-text-is-twice": (page_of(3), replaced("李明", "李明李明"), "page of yunxi/2021/3/3: twice: “李明”"),
    "a-page-is-empty": (page_of(3), lambda path: path.write_bytes(b""), "page of yunxi/2021/3/3: lost: "),
    "a-page-is-noise": (page_of(3), lambda path: path.write_bytes(bytes(range(256)) * 99), "the page has no heading"),
    "the-catalogue-is-empty": ("data/catalog.json", lambda path: path.write_bytes(b""), "catalog.json is damaged"),
    "the-catalogue-is-a-list": ("data/catalog.json", lambda path: path.write_bytes(b"[]"), "catalog.json is damaged"),
    "the-catalogue-is-deep": (
        "data/catalog.json", lambda path: path.write_bytes(b'{"a":' + b"[" * 9_999), "catalog.json is damaged"),
    "the-catalogue-lacks-all": ("data/catalog.json", lambda path: path.write_bytes(b"{}"), "it has no entry"),
    "a-title-is-another": ("data/catalog.json", replaced("做好防汛", "做好防讯"), "title: “"),
    "the-index-of-parts-is-gone": (PARTS, Path.unlink, f"lost: {PARTS} is not there"),
    "a-part-is-gone": (PART, Path.unlink, f"lost: {PART} is not there"),
    "a-part-is-not-the-one-of-the-index": (
        PART, replaced("做好防汛", "做好防讯"), f"lost: {PART} is not the one of the index"),
    "a-part-is-a-list": (PART, lambda path: path.write_bytes(b"[]"), f"{PART} is damaged"),
    "the-texts-are-gone": (TEXTS, Path.unlink, f"lost: {TEXTS} is not there, or is damaged"),
    "the-texts-are-cut": (TEXTS, lambda path: path.write_bytes(path.read_bytes()[:-9]), f"lost: {TEXTS} is not there"),
    "a-character-of-a-text-is-gone": (
        TEXTS, repacked("通信联络", "通信联"), f":30: text of yunxi/2021/3/1 in {TEXTS}: lost: “络”"),
    "a-document-has-no-line": (TEXTS, repacked('"id":"yunxi/2021/3/2"', '"id":"x"'), "lost: yunxi/2021/3/2 is not in"),
    "a-text-of-the-database-is-another": (
        DATABASE, executed("UPDATE documents SET text = replace(text, '通信联络', '通信联')"),
        f":30: text of yunxi/2021/3/1 in {DATABASE}: lost: “络”"),
    "the-database-is-noise": (DATABASE, lambda path: path.write_bytes(b"\xff" * 999), f"lost: {DATABASE} is damaged"),
    "the-database-is-gone": (DATABASE, Path.unlink, f"lost: {DATABASE} is not there"),
    "the-documents-as-rows-are-gone": (
        "data/csv/documents.csv", Path.unlink, "lost: data/csv/documents.csv is not there"),
    "a-reference-lost-a-form": (page_of(2), replaced('data-form="bib"', ""), "lost: the reference as bib"),
    "a-table-is-gone": ("data/tables/yunxi-2021-3-1-1.csv", Path.unlink, "lost: data/tables/"),
    "a-cell-is-another": (
        "data/tables/yunxi-2021-3-1-1.csv", replaced("市水利局", "市水务局"), "“利” is “务”"),
    "a-cell-is-in-another-column": (
        "data/tables/yunxi-2021-3-1-1.csv", replaced("水库巡查,市水利局", "水库巡查市水利局,"), "yunxi-2021-3-1-1.csv: "),
    "the-manifest-is-gone": ("data/search/manifest.js", Path.unlink, "manifest.js is not there"),
    "the-manifest-is-noise": ("data/search/manifest.js", lambda path: path.write_bytes(b"\xff" * 99), "is damaged"),
    "the-manifest-says-nothing": (
        "data/search/manifest.js", lambda path: path.write_bytes(b'a("manifest",{})'), "do not fit each other"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_site_is_told_with_line_and_characters(
    name: str, issues: Path, site: Path
) -> None:
    address, damage, expected = DAMAGES[name]
    damage(site / address)
    result = run("--issues", issues, "--site", site)
    assert result.exit_code in (1, 2)
    wrong = [line for line in result.output.splitlines() if expected in line]
    assert wrong, result.output
    assert all(line.startswith(f"{issues / FILE}:") or "data/catalog" in line for line in wrong)


def test_what_cannot_be_read_ends_with_2(issues: Path, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    assert run("--issues", issues, "none/2021/3").exit_code == 2
    assert run("--issues", issues, "--site", tmp_path / "none").exit_code == 2
    assert run("--issues", issues, "--site", tmp_path / "a.zip").exit_code == 2
    (issues / "yunxi/2021-04.txt").write_text("无", encoding="utf-8")
    assert run("--issues", issues).exit_code == 2
    assert run("--issues", issues, issues / "yunxi/2021-04.txt").exit_code == 2
    assert run("--issues", issues, ISSUE).exit_code == 0


def test_issues_are_chosen_once(issues: Path) -> None:
    archive, _ = read_archive(issues)
    choice = choose_issues(archive, issues, [ISSUE, str(issues / FILE), f"{ISSUE}/"])
    assert [record.id for record in choice.records] == [ISSUE]

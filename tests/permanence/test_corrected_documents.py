"""Published addresses survive corrections of where documents begin and end, in a whole archive."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.archive import read_archive
from generator.archive.reader import give_permalinks
from generator.cli import main
from generator.model import Archive
from generator.permanence.ledger import read_ledger
from tests.test_cases import PROVENANCE

PRINT = """东川市人民政府公报
2022年第3期
东川市人民政府
关于做好春季植树工作的通知
东政发〔2022〕7号
各区县人民政府：
要落实责任，备足树苗。
东川市人民政府
2022年3月1日
植树问答
问：何时植树？
答：春分前后，随到随栽。
东川市人民政府
关于做好防火工作的通知
东政发〔2022〕8号
各区县人民政府：
要加强巡查。
东川市人民政府
2022年3月2日
"""
SPLIT = {"exact": "植树问答", "begins": "document"}
MERGE = {"exact": "关于做好防火工作的通知", "begins": "nothing"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An issue that was published once, with its ledger beside it."""
    path = tmp_path / "issues/dongchuan/2022-03.txt"
    path.parent.mkdir(parents=True)
    path.write_text(PRINT, encoding="utf-8")
    assert run("permalinks", "--issues", path.parent.parent).exit_code == 0
    return path


def run(*arguments: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def correct(source: Path, *entries: dict[str, str]) -> None:
    """Put corrections beside a source."""
    text = json.dumps([PROVENANCE | entry for entry in entries], ensure_ascii=False)
    source.with_name("2022-03.corrections.yml").write_text(text, encoding="utf-8")


def published(source: Path) -> Archive:
    """The archive as it is read with its ledger."""
    folder = source.parent.parent
    archive, errors = read_archive(folder)
    assert errors == ()
    return give_permalinks(archive, read_ledger(folder))


def titles(archive: Archive) -> dict[str, str]:
    """The title of each document by its id."""
    return {document.id: document.document.title for document in archive.documents}


def redirects(archive: Archive) -> dict[str, str]:
    """Id that is gone → id that answers instead."""
    return {entry.id: entry.to for entry in archive.permalinks if entry.to}


BEFORE = {
    "dongchuan/2022/3/1": "东川市人民政府关于做好春季植树工作的通知",
    "dongchuan/2022/3/2": "东川市人民政府关于做好防火工作的通知",
}


def test_a_document_that_is_split_keeps_its_address_and_the_new_one_gets_the_next(
    source: Path,
) -> None:
    assert titles(published(source)) == BEFORE
    correct(source, SPLIT)
    archive = published(source)
    assert titles(archive) == {**BEFORE, "dongchuan/2022/3/3": "植树问答"}
    assert [document.document.sequence for document in archive.documents] == [1, 2, 3]
    assert (redirects(archive), archive.conflicts) == ({}, ())


def test_a_document_that_is_merged_leads_to_the_one_that_holds_it(source: Path) -> None:
    correct(source, MERGE)
    archive = published(source)
    assert list(titles(archive)) == ["dongchuan/2022/3/1"]
    assert redirects(archive) == {"dongchuan/2022/3/2": "dongchuan/2022/3/1"}
    assert archive.conflicts == ()


def test_a_correction_that_is_taken_back_gives_the_addresses_back(source: Path) -> None:
    folder = source.parent.parent
    for entries in ((SPLIT,), (MERGE,), ()):
        correct(source, *entries)
        assert run("permalinks", "--issues", folder).exit_code == 0
    archive = published(source)
    assert titles(archive) == BEFORE
    assert redirects(archive) == {"dongchuan/2022/3/3": "dongchuan/2022/3/1"}


def test_a_document_that_no_document_holds_any_more_is_a_conflict(source: Path) -> None:
    ends = {"exact": "东川市人民政府", "prefix": "随到随栽。", "ends": "document"}
    correct(source, ends, MERGE)
    result = run("check", "--issues", source.parent.parent)
    assert result.exit_code == 1
    assert "dongchuan/2022/3/2" in result.stderr

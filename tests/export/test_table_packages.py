"""The data packages of tables, held against their CSV files by frictionless."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.text_apart import WHOLE
from generator.export import SERVED
from generator.export.table_files import export_tables
from generator.model import Archive, Document, Part, Table
from generator.publish.site_folder import write_files
from tests.fixtures.demo_archive import demo_archive
from tests.pages import small

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own packages warn of their age when they are loaded
    import frictionless


def reports(archive: Archive, folder: Path) -> dict[str, "frictionless.Report"]:
    """What frictionless says of the data package of each gazette."""
    write_files(export_tables(archive, SERVED, WHOLE), folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            path.name: frictionless.validate(str(path))
            for path in sorted((folder / "data/tables").glob("*.datapackage.json"))
        }


def hostile() -> Archive:
    """An archive whose tables have blank, equal and several headers, no header, blank rows, formulas."""
    tables = (
        Table(header=(("名称", "名称", ""), ("", "数\n量", "")), rows=(("甲", "=1+1", ""), ("", "", "")), caption="a\x00b"),
        Table(rows=(("一", "二"), ("\x1b", '"引号",逗号'))),
        Table(header=(("一、水库", ""), ("名称", "数")), rows=(("甲", "-5"),), group=0),
    )  # fmt: skip
    parts = (Part("body", blocks=tables),)
    return small.archive(small.issue(4, small.document(1, parts=parts)))


@pytest.mark.parametrize("make", [demo_archive, hostile])
def test_every_table_keeps_to_its_schema(make: Callable[[], Archive], tmp_path: Path) -> None:
    found = reports(make(), tmp_path)
    assert found
    for name, report in found.items():
        assert report.valid, (name, report.flatten(["name", "type", "message"]))


@pytest.mark.slow
def test_the_tables_of_the_samples_keep_to_theirs(real_archive: Archive, tmp_path: Path) -> None:
    found = reports(real_archive, tmp_path)
    tables = len(list((tmp_path / "data/tables").glob("*.csv")))
    assert sum(len(report.tasks) for report in found.values()) == tables > 5
    for name, report in found.items():
        assert report.valid, (name, report.flatten(["name", "type", "message"]))


def test_a_column_that_is_gone_is_an_error(tmp_path: Path) -> None:
    files = dict(export_tables(hostile(), SERVED, WHOLE))
    (address,) = [one for one in files if one.endswith(".datapackage.json")]
    package = json.loads(files[address])
    assert package["name"] == "tables-yunxi"
    del package["resources"][0]["schema"]["fields"][0]
    write_files([*files.items(), (address, json.dumps(package).encode())], tmp_path)
    assert not frictionless.validate(str(tmp_path / address)).valid


def test_the_header_is_in_the_titles() -> None:
    files = dict(export_tables(hostile(), SERVED, WHOLE))
    package = json.loads(files["data/tables/yunxi.datapackage.json"])
    first, second, third = package["resources"]
    assert [field.get("title") for field in first["schema"]["fields"]] == [
        "名称",
        "名称 数 量",
        None,
    ]
    assert (first["path"], first["title"]) == ("yunxi-2020-4-1-1.csv", "a\ufffdb")
    assert first["dialect"]["commentRows"] == [1, 2]
    assert "commentRows" not in second["dialect"]
    assert third["dialect"]["commentRows"] == [1]


def test_a_document_without_tables_has_no_package() -> None:
    archive = small.archive(small.issue(4, small.document(1)))
    assert list(export_tables(archive, SERVED, WHOLE)) == []
    assert Document(1, (), "通知").parts == ()

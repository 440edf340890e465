"""The files of tables, byte for byte."""

from pathlib import Path

import pytest

from generator.archive.text_apart import WHOLE
from generator.export import SERVED
from generator.export.form import to_json
from generator.export.table_files import export_tables, safe_cell, table_csv
from generator.model import Archive, Document, DocumentRecord, Part, Table
from generator.registers.table_list import ArchiveTable
from generator.work import Store
from tests.fixtures.counting_texts import Counting
from tests.pages import small


def csv_of(table: Table) -> bytes:
    """The file of a table."""
    record = DocumentRecord("a/2021/4/1", "a/2021/4", Document(1, (1, 9), "通知"), 1)
    return table_csv(ArchiveTable(record, 1, (0, 0), None, table))


ROWS = (("甲", "乙"),)
HEADER = (("一、水库", ""), ("名称", "数"))


def test_a_file_opens_with_the_mark_that_spreadsheets_need() -> None:
    assert csv_of(Table(rows=ROWS)) == b"\xef\xbb\xbf" + "甲,乙\r\n".encode()


def test_the_name_of_the_first_group_is_below_the_header() -> None:
    plain = csv_of(Table(header=HEADER, rows=ROWS)).decode("utf-8-sig")
    assert plain.splitlines() == ["一、水库,", "名称,数", "甲,乙"]
    grouped = csv_of(Table(header=HEADER, rows=ROWS, group=0)).decode("utf-8-sig")
    assert grouped.splitlines() == ["名称,数", "一、水库,", "甲,乙"]


def test_a_line_break_in_a_cell_is_a_blank_and_begins_no_formula() -> None:
    text = csv_of(Table(rows=(("市公安局\n市交通局", "甲\n=乙"),))).decode("utf-8-sig")
    assert text == "市公安局 市交通局,甲 =乙\r\n"


def test_a_character_that_no_text_has_is_a_question_mark() -> None:
    assert csv_of(Table(rows=(("甲\ud800", "乙"),))).decode("utf-8-sig") == "甲?,乙\r\n"


@pytest.mark.parametrize("mark", "=+-@＝＋－＠")
@pytest.mark.parametrize("blank", ["", " ", "\u200b", "\ufeff", "\x00", "\u3000"])
def test_a_formula_is_none_behind_an_apostrophe(mark: str, blank: str) -> None:
    assert safe_cell(f"{blank}{mark}A1") == f"'{blank}{mark}A1"


@pytest.mark.parametrize("sign", "+-＋－")
@pytest.mark.parametrize(
    "number", ["", "5", "1,234", "1，234", "3.5", "3．5", "5%", "5％", "5‰", "5 %", "5 ‰"]
)
@pytest.mark.parametrize("blank", ["", " "])
def test_a_number_with_its_sign_is_left_as_it_is(sign: str, number: str, blank: str) -> None:
    text = f"{blank}{sign}{number}{blank}"
    assert safe_cell(text) == text


def test_data_are_readable_and_end_with_a_line() -> None:
    assert to_json({"甲": ["乙", 1]}) == '{\n  "甲": [\n    "乙",\n    1\n  ]\n}\n'.encode()


def with_table(cell: str, caption: str = "名单") -> Archive:
    """An archive with a document that has a table."""
    parts = (Part("body", blocks=(Table(rows=((cell,),), caption=caption),)),)
    return small.archive(small.issue(4, small.document(1, parts=parts)))


def test_no_text_is_read_of_tables_that_did_not_change(tmp_path: Path) -> None:
    def build(archive: Archive) -> int:
        with Counting(Store(tmp_path)) as texts:
            files = dict(export_tables(archive, SERVED, texts))
            assert files == dict(export_tables(archive, SERVED, WHOLE))
            return texts.asked

    archive = with_table("甲")
    assert [build(archive), build(archive)] == [1, 0]
    assert build(with_table("乙")) == build(with_table("甲", caption="表")) == 1
    assert build(small.archive()) == 0

"""Public parsers read of BibTeX and RIS what was written, whatever a title holds."""

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry

from generator.model import Archive
from generator.reference import Item, bibtex, ris
from generator.reference.bibtex import COMMANDS
from tests.reference.items import TODAY, hostile_items, items_of


@pytest.fixture(scope="module")
def items(real_archive: Archive) -> list[Item]:
    """Those of the frozen archive, and hostile ones."""
    return [{**item, "accessed": TODAY} for item in (*items_of(real_archive), *hostile_items())]


def read(text: str) -> list[Entry]:
    """The entries that bibtexparser finds; it finds fault with none."""
    library = parse_string(text)
    assert library.failed_blocks == []
    assert len(library.blocks) == len(library.entries)
    return library.entries


def test_a_parser_of_bibtex_reads_every_value(items: list[Item]) -> None:
    for item in items:
        (entry,) = read(bibtex(item))
        found = {field.key: field.value for field in entry.fields}
        names = [plain(name) for name in found["author"][1:-1].split("} and {")]
        assert (entry.entry_type, entry.key) == ("article", item["id"].replace("/", "-"))
        assert names == [author["literal"] for author in item["author"]]
        assert plain(found["title"][1:-1]) == item["title"]
        assert plain(found["journal"]) == item["container-title"]
        assert plain(found.get("note", "")) == item.get("number", "")
        assert (found["year"], found["number"]) == (item["id"].split("/")[1], item["issue"])
        assert found.get("pages", "") == item.get("page", "").replace("-", "--")
        assert found.get("url", "") == item.get("URL", "")
        assert found["urldate"] == "2026-01-09"


def test_all_entries_are_one_file(items: list[Item]) -> None:
    found = read("\n".join(map(bibtex, items)))
    assert [entry.key for entry in found] == [item["id"].replace("/", "-") for item in items]


def plain(text: str) -> str:
    """The text that TeX prints."""
    for sign, command in sorted(COMMANDS.items(), key=lambda pair: pair[0] != "\\"):
        text = text.replace(command, sign)
    return text


def test_a_parser_of_ris_reads_every_value(items: list[Item]) -> None:
    records = rispy.loads("".join(map(ris, items)))
    assert len(records) == len(items)
    for record, item in zip(records, items, strict=True):
        first, _, last = item.get("page", "").partition("-")
        assert record["type_of_reference"] == "MGZN"
        assert record["authors"] == [author["literal"] for author in item["author"]]
        assert record["title"] == item["title"]
        assert record["secondary_title"] == item["container-title"]
        assert record["number"] == item["issue"]
        assert record.get("notes", [""]) == [item.get("number", "")]
        assert (record.get("start_page", ""), record.get("end_page", "")) == (first, last)
        assert record.get("urls", [""]) == [item.get("URL", "")]
        assert record["access_date"] == "2026/01/09"


def test_lines_of_ris_end_as_the_format_has_it(items: list[Item]) -> None:
    text = ris(items[0])
    assert text.startswith("TY  - MGZN\r\n")
    assert text.endswith("\r\nER  - \r\n")
    assert text.replace("\r\n", "").count("\n") == 0


def test_the_day_of_an_issue_is_said_where_it_is_known() -> None:
    item = {"id": "a/2021/1/1", "title": "通知", "container-title": "公报", "language": "zh-CN"}
    issued = {"issued": {"date-parts": [[2021, 10]]}}
    assert "DA" not in ris({**item, **issued})
    appeared = {**issued, "available-date": {"date-parts": [[2022, 1, 4]]}}
    assert "PY  - 2021\r\n" in ris({**item, **appeared})
    assert "DA" not in ris({**item, **appeared}), "a program would cite 2022 for an issue of 2021"
    same = {"issued": {"date-parts": [[2021, 10, 8]]}}
    assert "PY  - 2021\r\nDA  - 2021/10/08\r\n" in ris({**item, **same})

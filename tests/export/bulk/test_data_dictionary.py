"""The data dictionary: every key of every format and every column, with what it holds."""

import re

from generator.export.bulk.data_dictionary import dictionary
from generator.export.bulk.data_tables import TABLES, WITH_TEXTS
from generator.export.schemas import FORMATS, schema_of


def sections() -> dict[str, dict[str, str]]:
    """The keys of each section with their meanings."""
    found: dict[str, dict[str, str]] = {}
    for section in dictionary(FORMATS).split("\n## ")[1:]:
        title, _, rows = section.partition("\n")
        found[title] = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", rows, re.MULTILINE))
    return found


def test_it_has_every_key_of_every_schema() -> None:
    told = {
        re.findall(r"`(\w+)`", title)[-1]: keys
        for title, keys in sections().items()
        if "`" in title
    }
    for kind in FORMATS.values():
        for name, definition in schema_of(kind, "").get("$defs", {}).items():
            keys = definition.get("properties", {}).keys()
            assert keys <= told[name].keys(), name
            assert all(len(meaning) > 1 for meaning in told[name].values())


def test_it_has_every_column() -> None:
    told = sections()
    for table in TABLES:
        assert tuple(told[f"Table `{table.name}` of CSV and database"]) == table.columns
    assert list(told["In the database only"]) == ["documents.text"]
    assert set(WITH_TEXTS.columns) - set(TABLES[2].columns) == {"text"}


def test_it_says_where_status_and_targets_are_that_the_lines_of_texts_leave_out() -> None:
    name = "`data/texts/<gazette>/<year>.jsonl.gz`: `TextDocument`"
    assert "status" not in sections()[name]
    assert "status of this one" in sections()[name]["citations"]

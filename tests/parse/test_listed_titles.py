"""Which lines end the title and number of an entry in a list of documents."""

import pytest

from generator.parse.rows.listed_titles import ends_entry, find_listed_titles
from generator.read.lines import read_lines

ENTRY = "紫云县关于用水的通知　　紫政发〔1999〕{}号"
TITLE = "紫云县关于用水的通知"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("紫云县关于用水的通知　　紫政发〔1999〕12号", True),
        ("紫云县关于用水的通知　紫政发〔1999〕12号", True),
        ("紫云县关于用水的通知  紫政发〔1999〕12号", True),
        ("紫云县关于用水的通知（紫政发〔1999〕12号）", True),
        ("紫云县关于用水的通知 （紫政发〔1999〕12号）；", True),
        ("紫云县用水办法（试行）　　紫政发〔1999〕12号", True),
        ("紫云县关于用水的通知 紫政发〔1999〕12号", False),
        ("紫云县关于用水的通知紫政发〔1999〕12号", False),
        ("紫云县关于用水的通知　　紫政发〔1999〕号", False),
        ("紫云县关于用水的通知　　联系〔1〕号", False),
        ("紫云县关于用水的通知　　紫政发1999年12号", False),
        ("紫云县关于用水的通知（紫政发〔1999〕12号", False),
        ("紫云县用水名册　　紫政发〔1999〕12号", False),
        ("紫云县关于用水的通知　　紫政发〔1999〕12号文件", False),
    ],
)
def test_the_end_of_an_entry(text: str, *, entry: bool) -> None:
    assert ends_entry(text) is entry


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ((ENTRY.format(1), ENTRY.format(2)), {0, 1}),
        ((ENTRY.format(1), TITLE, ENTRY.format(2)), {0, 2}),
        ((ENTRY.format(1), "紫云县防汛的通知；", ENTRY.format(2)), {0, 2}),
        ((ENTRY.format(1), "请落实。", ENTRY.format(2)), set()),
        ((ENTRY.format(1), "废止目录。请落实", ENTRY.format(2)), set()),
        ((ENTRY.format(1), "# 保留的文件", ENTRY.format(2)), set()),
        ((ENTRY.format(1), TITLE, "（紫政发〔1999〕12号）"), {0, 1, 2}),
        ((ENTRY.format(1), TITLE, "（第12号）"), set()),
        ((TITLE, "（紫政发〔1999〕12号）", ENTRY.format(1)), set()),
        (("（紫政发〔1999〕12号）", "（紫政发〔1999〕13号）"), set()),
        ((TITLE, "紫政发〔1999〕12号"), set()),
    ],
    ids=[
        "two", "a title between", "the end of an item between", "a sentence between", "a sentence begins between",
        "a heading between",
        "a number below its title",
        "a number without a year", "a number below the first title", "numbers alone", "a document",
    ],
)  # fmt: skip
def test_a_list_has_no_sentence_between_its_entries(
    lines: tuple[str, ...], places: set[int]
) -> None:
    assert find_listed_titles(read_lines("\n".join(lines)), 0) == places

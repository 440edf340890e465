"""Each character of the contents is in an entry: its figures, its common words and its page too."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.model import ContentsEntry, Issue
from generator.proof import prove_issue
from generator.proof.entry_print import is_whole
from generator.read import read_print
from tests.reading import read_bytes

BODY = """云溪市人民政府关于2021年度第3期防汛工作的通告
云政发〔2021〕3号
为做好防汛工作，现通告如下。
云溪市人民政府关于做好全市信息公开工作的通知
云政发〔2021〕4号
请各单位公开信息。
"""
LINES = f"""云溪市人民政府公报
2021年第3期
目录
【市政府文件】
关于2021年度第3期防汛工作的通告（云政发〔2021〕3号）……（4—9）
关于做好全市信息公开工作的通知
（云政发〔2021〕4号）……（10）
{BODY}"""
ROWS = f"""云溪市人民政府公报
2021年第3期
目录
| 栏目 | 标题 | 页码 |
|---|---|---|
| 市政府文件 | 关于2021年度第3期防汛工作的通告 云政发〔2021〕3号 | 4 |
| 市政府文件 | 关于做好全市信息公开工作的通知 云政发〔2021〕4号 | 10 |
{BODY}"""
PRINTS = {"lines": LINES, "rows": ROWS}

Change = Callable[[ContentsEntry], ContentsEntry]


def without(text: str, *fields: str) -> Change:
    """An entry that has lost some characters in some of its fields."""

    def change(entry: ContentsEntry) -> ContentsEntry:
        changed = {name: getattr(entry, name).replace(text, "", 1) for name in fields}
        return replace(entry, **changed)

    return change


FAULTS: dict[str, Change] = {
    "figures of a title": without("2021", "title"),
    "one figure of a title": without("3", "title"),
    "a year sign": without("年", "title"),
    "an ordinal word": without("第", "title"),
    "a common word": without("告", "title"),
    "a figure of a number": without("3", "number"),
    "a number": lambda entry: replace(entry, number=None),
    "a page": lambda entry: replace(entry, page=None),
    "another page": lambda entry: replace(entry, page=5),
    "figures of the print": without("2021", "as_printed"),
    "a page of the print": without("4", "as_printed"),
    "figures of title and print": without("2021", "title", "as_printed"),
    "a word of title and print": without("号", "number", "as_printed"),
    "an order of characters": lambda entry: replace(
        entry,
        title=entry.title.replace("2021年度", "年度2021"),
        as_printed=(entry.as_printed or "").replace("2021年度", "年度2021"),
    ),
    "title twice": lambda entry: replace(entry, title=entry.title * 2),
    "print twice": lambda entry: replace(entry, as_printed=(entry.as_printed or "") * 2),
}


def changed(issue: Issue, change: Change) -> Issue:
    """The issue with its first entry changed."""
    first, *others = issue.contents
    return replace(issue, contents=(change(first), *others))


@pytest.mark.parametrize("layout", PRINTS)
@pytest.mark.parametrize("name", FAULTS)
def test_what_an_entry_loses_is_unexplained(name: str, layout: str) -> None:
    data = PRINTS[layout].encode()
    issue = read_bytes(data, "a.txt")
    assert issue.account.holds
    wrong = changed(issue, FAULTS[name])
    assert wrong != issue
    assert not prove_issue(wrong, data, read_print(data, "a.txt").printed).account.holds


def test_an_entry_has_its_print() -> None:
    issue = read_bytes(LINES.encode(), "a.txt")
    assert [entry.as_printed for entry in issue.contents] == [
        "关于2021年度第3期防汛工作的通告（云政发〔2021〕3号）……（4—9）",
        "关于做好全市信息公开工作的通知 （云政发〔2021〕4号）……（10）",
    ]
    assert issue.account.form == 0


ENTRY = ContentsEntry("关于2021年防汛的通知", number="云政发〔2021〕3号", page=4, lines=(1,))


@pytest.mark.parametrize(
    ("printed", "says_all"),
    [
        ("关于2021年防汛的通知云政发〔2021〕3号……4", True),
        ("关于2021年防汛的通知 （云政发[2021]第3号） ……P4", True),
        ("一、关于2021年防汛的通知云政发〔二〇二一〕3号(4—9)", True),
        ("4 关于2021年云政发〔2021〕3号防汛的通知", True),
        ("第4页 关于2021年防汛的通知 云政发〔2021〕3号", True),
        ("关于2021年防汛的通知云政发〔2021〕3号……5", False),
        ("关于2021年防汛的通知云政发〔2021〕3号……4 5", False),
        ("关于2021年防汛的通知云政发〔2021〕4号……4", False),
        ("关于2021年度防汛的通知云政发〔2021〕3号……4", False),
        ("市关于2021年防汛的通知云政发〔2021〕3号……4", False),
        ("关于2021年防汛的通知云政发〔2021〕3号", False),
        ("防汛的通知关于2021年云政发〔2021〕3号……4", False),
    ],
)
def test_an_entry_says_all_but_its_form(printed: str, *, says_all: bool) -> None:
    assert is_whole(replace(ENTRY, as_printed=printed), ()) is says_all

"""Where a document without a number begins behind one that has ended, and where none does."""

import pytest

from tests.parse.limits import PROSE
from tests.reading import read_lawfully

HEAD = ("紫云县人民政府公报", "2021年第10期")
TITLE = "紫云县人民政府关于加强节约用水工作的通知"
OTHER = "紫云县人民政府关于加强价格工作的意见"
OPENED = (TITLE, "紫府发〔2021〕10号", "各乡镇人民政府：")
SIGNED = (PROSE, "紫云县人民政府", "2021年10月12日")
SPEECH = "在全县防汛工作会议上的讲话"


def titles_below(*lines: str) -> list[str]:
    """The titles of the documents behind a whole one."""
    issue = read_lawfully("\n".join((*HEAD, *OPENED, *SIGNED, *lines)).encode())
    return [document.title for document in issue.documents][1:]


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        (("紫云县公安局公告", "为加强管理，现公告如下"), True),
        (("紫云县公安局公告", "请各单位遵守。"), True),
        (("紫云县公安局公告", "请各单位遵守以下", PROSE), False),
        (("紫云县道路公告", "为加强管理，现公告如下。"), False),
        (("紫云县公安局公告",), False),
    ],
    ids=["clause", "sentence", "neither", "no organ", "nothing below"],
)
def test_an_announcement_is_above_a_sentence(lines: tuple[str, ...], *, begins: bool) -> None:
    assert titles_below(*lines) == ([lines[0]] if begins else [])


@pytest.mark.parametrize(
    ("below", "begins"),
    [
        (("王某某", "（2021年4月2日）", PROSE), True),
        (("紫云县统计局", PROSE), True),
        (("——在全县大会上", PROSE), True),
        (("王某某", PROSE), False),
        (("山水田林湖草", "（2021年4月2日）", PROSE), False),
        (("王某某",), False),
        ((), False),
    ],
    ids=["name and date", "organ", "occasion", "name alone", "date below a text", "last line", "nothing"],
)  # fmt: skip
def test_a_speech_is_above_its_speaker(below: tuple[str, ...], *, begins: bool) -> None:
    assert titles_below(SPEECH, *below) == ([SPEECH] if begins else [])


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("", "紫云县人民政府", "任免名单"), "紫云县人民政府任免名单"),
        (("紫云县人民政府", "任免名单"), "任免名单"),
        (("紫云县人民政府", "", "任免名单"), "任免名单"),
        (("", "紫云县人民政府", "", "任免名单"), "任免名单"),
        (("", "山水田林湖草", "任免名单"), "任免名单"),
        (("", "紫云县人民政府", "关于价格工作的意见"), "紫云县人民政府关于价格工作的意见"),
        (("紫云县人民政府", "关于价格工作的意见"), "紫云县人民政府关于价格工作的意见"),
    ],
)
def test_the_organ_above_a_title_without_one(lines: tuple[str, ...], title: str) -> None:
    """A list of appointments has one where a blank line is above it and none below it."""
    assert titles_below(*lines, "王某某任局长。") == [title]


def test_the_organ_above_a_list_that_opens_the_source() -> None:
    lines = ("紫云县人民政府", "任免名单", "王某某任局长。", "紫云县人民政府", "2021年10月12日")
    (document,) = read_lawfully("\n".join(lines).encode()).documents
    assert document.title == "紫云县人民政府任免名单"


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        (OTHER, True),
        (f"《{OTHER}》", True),
        (f"和《{OTHER}》", False),
        (f"以及{OTHER}》", False),
        (f"请各单位学习《{OTHER}》", False),
    ],
)
def test_a_title_of_the_contents_that_a_text_cites_begins_nothing(
    line: str, *, begins: bool
) -> None:
    contents = ("目录", f"{TITLE}……1", f"{OTHER}……5")
    lines = (*HEAD, *contents, *OPENED, "请各单位学习", line, *SIGNED)
    issue = read_lawfully("\n".join(lines).encode())
    assert len(issue.documents) == (2 if begins else 1)


IN_A_TEXT = "紫云县人民政府关于加强价格工作的意见"


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        (("要按照紫云县人民政府", "关于加强价格工作的意见", "（紫府发〔2021〕11号）", "，认真落实。"), False),
        (("各单位，要按照", IN_A_TEXT, "（紫府发〔2021〕11号）", "认真落实。"), False),
        (("各单位要按照", IN_A_TEXT, "紫府发〔2021〕11号", "，认真落实。"), False),
        (("各单位要按照《", IN_A_TEXT, "（紫府发〔2021〕11号）", "》认真落实。"), False),
        (("请落实。", f"根据{IN_A_TEXT}", "（紫府发〔2021〕11号）", "认真落实。"), False),
        (("各单位，要按照", "紫云县人民政府令第3号", "认真落实。"), False),
        (("各单位要按照", "紫云县人民政府令第3号", "，认真落实。"), False),
        (("各单位，要按照", IN_A_TEXT, "紫府发〔2021〕11号", "认真落实。"), True),
        (("请落实。", IN_A_TEXT, "（紫府发〔2021〕11号）", "认真落实。"), True),
        (("请落实。", "紫云县人民政府令第3号", "认真落实。"), True),
        (("请落实，", "紫云县人民政府文件", "紫府发〔2021〕11号", IN_A_TEXT, "认真落实。"), True),
        (("请落实，", "紫府发〔2021〕11号", IN_A_TEXT, "认真落实。"), True),
    ],
)  # fmt: skip
def test_a_title_with_its_number_in_a_sentence_begins_nothing(
    lines: tuple[str, ...], *, begins: bool
) -> None:
    """A number on a line of its own, without brackets, is that of a document, unless the line below goes on."""
    issue = read_lawfully("\n".join((*HEAD, *OPENED, PROSE, *lines, *SIGNED)).encode())
    assert len(issue.documents) == (2 if begins else 1)

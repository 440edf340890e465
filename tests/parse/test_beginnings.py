"""Where a document begins, and what is no gazette: both sides of each condition."""

import pytest

from generator.errors import NotAGazette
from generator.lexicon.levels import level_of_title
from tests.reading import read_bytes, read_lawfully

MASTHEAD = ("云溪市人民政府公报", "2020年第3期")
BODY = ("各乡镇人民政府：", "春季植树要抓紧，各单位要落实责任。", "云溪市人民政府", "2020年3月1日")


def test_a_date_at_the_very_top_makes_a_signature_of_the_organ_below_it() -> None:
    lines = ("2020年3月1日", "云溪市人民政府", "云政发〔2020〕1号", "关于做好春季植树工作的通知")
    (document,) = read_bytes("\n".join((*lines, *BODY[:3])).encode()).documents
    assert (document.head, document.lines) == (None, (3, 7))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("《关于加强水利工作的意见》的通知", "云政发〔2020〕1号"),
        ("《加强水利工作的意见》的通知", "云政发〔2020〕1号"),
    ],
)
def test_a_line_that_begins_with_a_title_of_its_own_goes_on_with_the_one_above_it(
    line: str, number: str | None
) -> None:
    lines = (*MASTHEAD, "云溪市人民政府转发省人民政府", line, "云政发〔2020〕1号", *BODY)
    (document,) = read_bytes("\n".join(lines).encode()).documents
    assert document.title == f"云溪市人民政府转发省人民政府{line}"
    assert document.number == number


@pytest.mark.parametrize(
    ("above", "official"),
    [
        ((), False),
        (("各位家长：",), False),
        (("各镇人民政府：",), True),
        (("云政发〔2020〕1号",), True),
    ],
    ids=["neither", "others", "recipients", "number"],
)
def test_without_a_masthead_only_what_an_organ_issues_is_read(
    above: tuple[str, ...], *, official: bool
) -> None:
    lines = ("关于召开会议的通知", *above, "请准时到会，共同商量。", "某某学校", "2020年3月1日")
    if official:
        assert len(read_lawfully("\n".join(lines).encode()).documents) == 1
        return
    with pytest.raises(NotAGazette, match="no masthead of a gazette and no official document"):
        read_bytes("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("江西省南昌市西湖区水利办法", "县"),
        ("江西省南昌市水利办法", "市"),
        ("浙江省水利办法", "省"),
        ("巢湖市关于水利的通知", None),
        ("国务院关于水利的通知", "国家"),
        ("市政府关于水利的通知", "市"),
        ("区政府关于水利的通知", "县"),
        ("水法", "国家"),
        ("水利办法", None),
        ("城市绿化条例", "国家"),
    ],
)
def test_the_level_of_a_title(title: str, level: str | None) -> None:
    assert level_of_title(title) == level

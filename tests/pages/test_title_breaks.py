"""Long titles break between their parts, never inside a word, and say what they said."""

from itertools import pairwise

import pytest

from generator.pages.writing.title_breaks import find_breaks, find_wholes
from tests.pages.rendering import Pages, Render


def parts(title: str) -> str:
    ends = [0, *find_breaks(title), len(title)]
    return "|".join(title[begin:end] for begin, end in pairwise(ends))


@pytest.mark.parametrize(
    "expected",
    [
        "云溪市人民政府|关于印发|云溪市|残疾人事业发展|“十三五”|规划|的通知",
        "云溪市人民政府|办公室|关于印发|《云溪市|城市绿化|管理办法|（试行）》|的通知",
        "云溪市人民政府|关于2020年度|安全生产目标完成情况|的通报",
        "关于|加快|推进养老服务业转型升级的|实施意见",
        "云溪市|公告",
    ],
)
def test_where_a_title_may_break(expected: str) -> None:
    assert parts(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("title", "wholes"),
    [
        ("清河县人民政府关于张宏等同志任免职的通知", []),
        ("𬇙河县人民政府关于张𬭎等同志任免职的通知", ["𬇙河", "张𬭎等"]),
        ("关于𠮷𬭎水库和𬘭山水库的通知", ["于𠮷𬭎水", "和𬘭山"]),
        ("清河县人民政府关于任免赵𠮷钱𬭎职务的通知", ["赵𠮷钱𬭎职"]),
        ("关于悼念张𬭎", ["张𬭎"]),
    ],
)
def test_rare_characters_are_kept_with_their_neighbours(title: str, wholes: list[str]) -> None:
    assert [title[start:end] for start, end in find_wholes(title, find_breaks(title))] == wholes


def test_the_words_of_a_title_stay_as_they_are(pages: Pages, render: Render) -> None:
    page = pages["archive/yunxi/2020/1/1.md"]
    heading = render(page.text).h1
    assert heading.find_all("wbr")
    assert heading.get_text() == page.meta["title"]

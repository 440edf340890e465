"""What makes no sense in a cell, on either side of each limit; names and terms are never meant."""

from collections.abc import Sequence

import pytest

from generator.lexicon.expressions.word_pairs import is_common, is_pair
from generator.parse.rows.sense import Pairs, senseless

NOTHING = Pairs(())
"""A text that prints no pair elsewhere."""


def strange(*cells: str, pairs: Pairs = NOTHING) -> Sequence[str]:
    """The cells of a column that make no sense."""
    return [
        cell for cell, is_strange in zip(cells, senseless(cells, pairs), strict=True) if is_strange
    ]


def test_pairs_and_common_characters() -> None:
    assert is_pair("交", "通")
    assert not is_pair("据", "文")
    assert (is_common("责"), is_common("樨")) == (True, False)


@pytest.mark.parametrize(
    "cell",
    [
        "华准人答理",
        "据文擇下的城市智能交通控制系统",
        "责落任实制度",
        "加完强成监整督改检查",
        "农水村利饮局水",
    ],
)
def test_no_sense(cell: str) -> None:
    assert strange(cell, "市交通局", "市公安局") == [cell]


@pytest.mark.parametrize(
    "cell",
    [
        "王荣秋同志",
        "区委书记焦鹏生",
        "阿卜杜热依木·买买提",
        "沙塄河乡东村",
        "下面高乡北杨家营村",
        "刘家峡盐锅峡八盘峡梯级电站",
        "邻苯二甲酸二丁酯",
        "苯丙氨酸解氨酶",
        "沙打旺草木樨",
        "大吨小标专项治理",
        "能减尽减能合尽合",
        "S206省道大忻线K12+300",
        "鲁政办发〔2017〕39号",
        "预应力砼小箱梁",
        "1.2×10³",
    ],
)
def test_names_terms_and_codes_are_none(cell: str) -> None:
    assert strange(cell, "市交通局", "市公安局") == []


def test_what_the_text_prints_elsewhere_makes_sense() -> None:
    cells = ("责落任实制度", "市交通局", "市公安局")
    assert strange(*cells, pairs=Pairs(["责落任实制度", "责落任实制是本地的叫法"])) == []
    assert strange(*cells, pairs=Pairs(["责落任实制度"])) == ["责落任实制度"]


@pytest.mark.parametrize(
    ("cell", "is_strange"), [("准人答。建设工程", False), ("华准人答。建设工程", True)]
)
def test_fewest_characters_without_a_pair(cell: str, is_strange: bool) -> None:  # noqa: FBT001
    assert bool(strange(cell)) is is_strange


@pytest.mark.parametrize(("more", "is_strange"), [(16, True), (17, False)])
def test_share_of_a_cell(more: int, is_strange: bool) -> None:  # noqa: FBT001
    sentence = "全面加强交通安全管理工作建设交通安全"[:more]
    assert bool(strange(f"华准人答，{sentence}")) is is_strange


@pytest.mark.parametrize(("cell", "is_strange"), [("准人答理", False), ("华准人答理", True)])
def test_longest_name(cell: str, is_strange: bool) -> None:  # noqa: FBT001
    assert bool(strange(cell)) is is_strange


@pytest.mark.parametrize(("more", "is_strange"), [("会", False), ("会议", True)])
def test_longest_term(more: str, is_strange: bool) -> None:  # noqa: FBT001
    """樨 is in few words; ten characters with it may be a term of which nobody knows the words."""
    assert bool(strange(f"华准人答，交通安全{more}樨")) is is_strange


@pytest.mark.parametrize(("names", "others", "count"), [(3, 2, 0), (3, 3, 3), (4, 4, 0), (4, 5, 4)])
def test_a_column_of_strange_words_is_one_of_names(names: int, others: int, count: int) -> None:
    """Two of five others are strange words among others, three of seven are the way of the column."""
    words = ["华准人答理", "顿底监完现格", "环健导急保护", "监完现格顿底"]
    assert len(strange(*words[:names], *["市公安局"] * others)) == count


@pytest.mark.parametrize(("text", "is_woven"), [
    ("运图动书会", False), ("运图动书会馆", True), ("农水村利饮", False),
    ("水科利技工创程", True), ("水科利技工创", False),  # two of six neighbours are pairs, two of five
    ("农水村利饮局水", True), ("村通饮安水全工管程", False),  # three of five are apart, four of seven
])  # fmt: skip
def test_what_is_woven(text: str, is_woven: bool) -> None:  # noqa: FBT001
    assert NOTHING.is_woven(text) is is_woven


@pytest.mark.parametrize("text", ["经济管理工学", "交通安全生产", "王荣秋李庭波"])
def test_words_and_names_are_not_woven(text: str) -> None:
    assert not NOTHING.is_woven(text)

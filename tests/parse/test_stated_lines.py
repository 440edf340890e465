"""Which source line says a fact that is shown of an issue or a document."""

import pytest
from msgspec.structs import replace

from generator.model import Issue
from generator.parse.issue.stated_lines import line_of_start, lines_of_columns, lines_of_values
from tests.reading import read_lawfully

TEXT = """河湾县人民政府公报
2021
第3期
（总第57期）
河湾县人民政府办公室主办
2021年4月2日出版
目　录
【县政府文件】
关于印发河湾县节约用水办法的通知（河政发〔2021〕5号）……1
【办公室文件】
关于做好防汛工作的通知（河政办发〔2021〕6号）……4
河湾县人民政府关于印发河湾县节约用水办法的通知
河政发〔2021〕5号
各乡镇人民政府：
现将《河湾县节约用水办法》印发给你们，请认真贯彻执行。
河湾县人民政府
2021年3月1日
河湾县节约用水办法
第一条 为了节约用水，制定本办法。
第二条 本办法自2021年5月1日起施行。
河湾县人民政府办公室关于做好防汛工作的通知
河政办发〔2021〕6号
各乡镇人民政府：
请落实。
河湾县人民政府办公室
2021年3月20日
"""


def issue_of(text: str = TEXT) -> Issue:
    """The issue of a print."""
    return read_lawfully(text.encode())


def test_each_value_of_the_first_pages_has_the_line_that_prints_it() -> None:
    values = {"year": 2, "number": 3, "serial": 4, "publisher": 5, "published": 6}
    assert lines_of_values(issue_of()) == values


def test_of_a_value_over_two_lines_the_first_is_meant() -> None:
    issue = issue_of(TEXT.replace("2021\n第3期\n", "2021\n3\n"))
    assert (issue.year, issue.number) == (2021, 3)
    assert lines_of_values(issue)["number"] == 2


@pytest.mark.parametrize(("name", "value"), [("year", 2022), ("published", "2021-04-03")])
def test_a_value_that_no_line_prints_has_none(name: str, value: object) -> None:
    assert name not in lines_of_values(replace(issue_of(), **{name: value}))


def test_a_column_has_the_line_above_its_entries() -> None:
    issue = issue_of()
    assert lines_of_columns(issue) == {1: 8, 2: 10}
    assert lines_of_columns(replace(issue, contents=())) == {}
    first, second = issue.documents
    other = replace(first, column="另一栏")
    assert lines_of_columns(replace(issue, documents=(other, second))) == {2: 10}


def test_a_day_of_force_has_the_line_of_its_sentence() -> None:
    first, second = issue_of().documents
    assert first.effective.start == "2021-05-01"
    assert (line_of_start(first), line_of_start(second)) == (20, 0)

"""Each character of a source is in its issue or in a finding; a reader with a fault is caught."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.errors import NotAGazette
from generator.model import Finding, Issue
from generator.proof import prove_issue
from generator.read import read_print
from tests.parse.test_fuzz import PIECES, QUICK
from tests.proof.mutations import MUTATIONS
from tests.reading import read_bytes

ISSUES = Path(__file__).parents[1] / "archive/issues"
SOURCES = {
    "table": ISSUES / "shuozhou/2020-03.txt",
    "contents": ISSUES / "zichuan/2021-04.txt",
    "parts": ISSUES / "linzi/2017-11.txt",
}
PRINT = """云溪市人民政府公报
2021年第3期
云溪市人民政府关于做好防汛工作的通知
云政发〔2021〕3号
各县区人民政府：
请做好**防汛**工作，落实各项
责任，加强值班值守。
云溪市人民政府
2021年3月5日
"""


def unexplained(issue: Issue) -> list[Finding]:
    """The findings on what nothing explains."""
    return [finding for finding in issue.findings if finding.kind == "unexplained"]


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Issue, bytes, list[tuple[int, str]]]]:
    """Issues as they are read, with their bytes and the lines of the reader."""
    found = {}
    for name, path in SOURCES.items():
        data = path.read_bytes()
        found[name] = (read_bytes(data, path.name), data, read_print(data, path.name).printed)
    return found


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_reader_with_a_fault_is_caught(
    name: str, read: dict[str, tuple[Issue, bytes, list[tuple[int, str]]]]
) -> None:
    tried = 0
    for issue, data, printed in read.values():
        assert issue.account.holds
        wrong = MUTATIONS[name](issue)
        if wrong is None or wrong == issue:
            continue
        tried += 1
        proved = prove_issue(wrong, data, printed)
        assert not proved.account.holds, name
        assert unexplained(proved)
        assert all(finding.line and finding.severity == "error" for finding in unexplained(proved))
    assert tried, "no issue has anything that this fault could hit"


@pytest.mark.parametrize(("drop", "line"), [(0, 1), (5, 6), (8, 9)])
def test_a_line_that_the_reader_does_not_give_is_unexplained(drop: int, line: int) -> None:
    data = PRINT.encode()
    printed = read_print(data, "a.txt").printed
    issue = read_bytes(data, "a.txt")
    proved = prove_issue(issue, data, printed[:drop] + printed[drop + 1 :])
    assert (line, printed[drop][1]) in {(one.line, one.found) for one in unexplained(proved)}


def test_lines_in_another_order_are_unexplained() -> None:
    data = PRINT.encode()
    printed = read_print(data, "a.txt").printed
    issue = read_bytes(data, "a.txt")
    assert unexplained(
        prove_issue(issue, data, [*printed[:5], printed[6], printed[5], *printed[7:]])
    )


FOOTNOTE = """云溪市人民政府公报
2021年第4期
云溪市人民政府关于加强河道管理的通知
云政发〔2021〕7号
各乡镇人民政府：
各乡镇要落实河长制［1］，加强对重点河段
［1］河长制：指由负责人担任河长的制度。
的巡查，发现问题及时处理。
云溪市人民政府
2021年10月8日
"""


def test_a_footnote_is_below_its_sentence_only_where_a_finding_quotes_it() -> None:
    data = FOOTNOTE.encode()
    printed = read_print(data, "a.txt").printed
    issue = read_bytes(data, "a.txt")
    assert unexplained(issue) == []
    assert issue.account.moved == len("［1］河长制：指由负责人担任河长的制度。")
    for change in ({"found": "［1］河长制"}, {"line": 6 - 20}, {"severity": "warning"}):
        findings = tuple(
            replace(one, **change) if one.kind == "footnote" else one for one in issue.findings
        )
        proved = prove_issue(replace(issue, findings=findings), data, printed)
        assert [one.line for one in unexplained(proved)] == [7], change


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("markup", "云溪市\\_人民政府公报"),
        ("font-encoding", "云溪市人民政府公报"),
    ],
)
def test_a_repair_without_its_finding_is_unexplained(kind: str, change: str) -> None:
    text = PRINT.replace("云溪市人民政府公报", change).replace(
        "请做好", "根据云政发也2020页1号请做好"
    )
    data = text.encode()
    issue = read_bytes(data, "a.txt")
    assert issue.account.holds
    silent = replace(issue, findings=tuple(one for one in issue.findings if one.kind != kind))
    assert len(silent.findings) < len(issue.findings)
    assert unexplained(prove_issue(silent, data, read_print(data, "a.txt").printed))


def test_a_proof_says_the_same_when_it_is_made_again() -> None:
    data = PRINT.encode()
    issue = read_bytes(data, "a.txt")
    assert prove_issue(issue, data, read_print(data, "a.txt").printed) == issue
    assert (issue.account.source, issue.account.kept, issue.account.marks) == (96, 92, 4)
    assert (issue.characters, issue.changed) == (96, 0)


def test_control_characters_are_counted_and_have_to_be_in_a_finding() -> None:
    data = PRINT.replace("请做好", "请\u200b做\u200b好\x07").encode()
    issue = read_bytes(data, "a.txt")
    assert issue.account.holds
    assert issue.account.marks == 7
    (said,) = [one for one in issue.findings if one.kind == "control-character"]
    assert said.found == "U+200B×2 U+0007"
    silent = replace(issue, findings=tuple(one for one in issue.findings if one != said))
    (found,) = unexplained(prove_issue(silent, data, read_print(data, "a.txt").printed))
    assert found.found == "\u200b\u200b\x07"


FAULTS = st.sampled_from(sorted(MUTATIONS))


@QUICK
@given(st.lists(st.sampled_from(PIECES), min_size=4, max_size=30), FAULTS)
def test_a_fault_in_a_damaged_print_is_caught(lines: list[str], name: str) -> None:
    data = "\n".join(["云溪市人民政府公报", "2021年第3期", *lines]).encode()
    try:
        issue = read_bytes(data, "a.txt")
    except NotAGazette:
        return
    wrong = MUTATIONS[name](issue)
    if wrong is None or wrong == issue or len(set(lines)) < len(lines):
        return
    assert not prove_issue(wrong, data, read_print(data, "a.txt").printed).account.holds


@pytest.mark.parametrize(
    "line",
    ["冶$“组冶$", "\\$\\.$", "冶冶：$“组冶$和“片冶"],
    ids=["a mark around a repair", "an escape in a formula", "the same character twice"],
)
def test_repairs_inside_others_are_explained_in_the_order_of_the_print(line: str) -> None:
    issue = read_bytes(PRINT.replace("请做好", f"{line}\n请做好").encode())
    assert unexplained(issue) == []


def test_a_bracket_before_a_year_is_no_number_of_another_line() -> None:
    page = "<p>某某通知<p>〔2021〕3号<p>2021年3月5日—[<p>2021年3月5日<p>目录<table>第"
    assert unexplained(read_bytes(page.encode(), "page.html")) == []


ONE_LINE = (
    "<p>云溪市人民政府公报</p><p>2021年第3期</p>"
    "<p>云溪市人民政府关于做好防汛工作的通知</p><p>云政发〔2021〕3号</p><p>各县人民政府：</p>"
    "<p>请做好防汛工作，落实各项责任。</p><p>云溪市水利局</p><p>2021年3月5日</p>"
    "<p>云溪市人民政府办公室关于做好抗旱工作的通知</p><p>云政办发〔2021〕4号</p><p>各乡镇人民政府：</p>"
    "<p>请做好抗旱工作，调度各项物资。</p><p>云溪市粮食局</p><p>2021年4月6日</p>"
)


@pytest.mark.parametrize("name", ["title", "number", "recipients", "signature", "date"])
def test_elements_of_a_page_in_one_line_are_those_of_their_documents(name: str) -> None:
    data = ONE_LINE.encode()
    issue = read_bytes(data, "page.html")
    assert issue.account.holds
    first, second = issue.documents
    prints = [{**first.as_printed}, {**second.as_printed}]
    if name in prints[0]:
        prints[0][name], prints[1][name] = prints[1][name], prints[0][name]
    exchanged = (
        replace(first, as_printed=prints[0], **{name: getattr(second, name)}),
        replace(second, as_printed=prints[1], **{name: getattr(first, name)}),
    )
    wrong = replace(issue, documents=exchanged)
    proved = prove_issue(wrong, data, read_print(data, "page.html").printed)
    assert proved.account.disordered

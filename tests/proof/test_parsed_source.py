"""What a file that another program parsed says is in the issue as it is read."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.archive import read_issue
from generator.cli import main
from generator.model.codec import issue_to_yaml
from tests.reading import read_bytes

PARSED = """source: a.txt
sha256: ''
publication: {title: 云溪市人民政府公报}
year: 2021
number: 3
documents:
  - sequence: 1
    lines: [3, 9]
    title: 云溪市人民政府关于做好防汛工作的通知
    date: 2021-10-08
"""


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        ("", []),
        ("    number: 云政发〔2021〕3号\n", []),
        ("    appendix: 附录 全文\n", [(11, "附录全文")]),
        (
            "    parts: [{kind: body, blocks: [{type: paragraph, text: 各县, tail: 区}]}]\n",
            [(11, "区")],
        ),
    ],
)
def test_a_text_that_the_reader_drops_is_an_error_with_its_line(
    tmp_path: Path, more: str, lost: list[tuple[int, str]]
) -> None:
    path = tmp_path / "2021-03.yml"
    path.write_text(PARSED + more, encoding="utf-8")
    issue = read_issue(path)
    found = [(one.line, one.found) for one in issue.findings if one.kind == "unexplained"]
    assert found == lost
    assert issue.account.holds is not bool(lost)
    assert issue.account.source == issue.account.kept + issue.account.unexplained


def test_an_account_that_a_file_brings_is_kept(tmp_path: Path) -> None:
    issue = read_bytes(
        "云溪市人民政府公报\n2021年第3期\n云溪市人民政府令\n第3号\n为了**防汛**。\n".encode()
    )
    path = tmp_path / "2021-03.yml"
    path.write_text(issue_to_yaml(issue), encoding="utf-8")
    assert issue.account.marks == 4
    assert read_issue(path).account == issue.account


@pytest.mark.parametrize(("more", "code"), [("", 0), ("    appendix: 附录\n", 1)])
def test_check_fails_for_what_nothing_explains(tmp_path: Path, more: str, code: int) -> None:
    path = tmp_path / "issues/yunxi/2021-03.yml"
    path.parent.mkdir(parents=True)
    path.write_text(PARSED + more, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--issues", str(tmp_path / "issues")])
    assert result.exit_code == code, result.output
    assert (f"{path}:11: unexplained" in result.output + result.stderr) is bool(code)

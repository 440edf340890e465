"""``check ISSUE``: each finding of an issue with its line, as lines and as JSON."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from msgspec import UNSET

from generator.archive import Notice, cut_around, list_notices
from generator.archive.notices import SEARCHED
from generator.cli import main
from generator.cli.finding_lines import AROUND, LONGEST, count_line, finding_lines
from generator.model import (
    Archive,
    Document,
    DocumentRecord,
    Finding,
    Issue,
    IssueRecord,
    Publication,
)
from generator.model.finding import FindingPlace, Severity
from generator.words.finding_kinds import KINDS, MARK_KINDS
from tests.hostile.publishing import plain_text, write_text

MISREAD = plain_text(imprint="2931年12月20日出版")
"""An issue whose year of publication was misread."""
KEYS = [
    "issue", "file", "line", "kind", "severity", "found", "correct", "message", "text", "document", "place",
]  # fmt: skip


def run(*arguments: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def misread(tmp_path: Path) -> Path:
    """A folder of issues with one whose dates contradict each other."""
    write_text(tmp_path / "issues/east", MISREAD)
    return tmp_path / "issues"


def notice(
    severity: Severity, kind: str, line: int = 3, text: str | None = "甲乙", **more: str
) -> Notice:
    """A finding of which only what is given is known."""
    given = {"found": "", "correct": "", "message": "说明"} | more
    return Notice(
        "a/2021/4",
        "a/2021-04.txt",
        line,
        kind,
        severity,
        **given,
        text=text,
        document=None,
        place=None,
    )


def test_errors_come_first_and_marks_are_one_line(tmp_path: Path) -> None:
    kinds: list[tuple[int, str, Severity]] = [
        (1, "markup", "info"), (2, "ocr-char", "info"), (2, "no-number", "warning"), (1, "sequence", "warning"),
        (9, "lost", "error"), (8, "markup", "info"), (8, "page-furniture", "info"), (0, "file-name", "warning"),
    ]  # fmt: skip
    findings = tuple(Finding(line, kind, severity) for line, kind, severity in kinds)
    (tmp_path / "a").mkdir()
    (tmp_path / "a/2021-04.txt").write_text("一行\n二行\n", encoding="utf-8")
    issue = Issue("x", "", Publication("公报"), findings=findings)
    record = IssueRecord("a/2021/4", "a", issue, (), "a/2021-04.txt")
    notices = list_notices(record, tmp_path)
    assert [(one.severity, one.line) for one in notices] == [
        ("error", 9), ("warning", 0), ("warning", 1), ("warning", 2),
        ("info", 1), ("info", 2), ("info", 8), ("info", 8),
    ]  # fmt: skip
    path = tmp_path / "a/2021-04.txt"
    lines = list(finding_lines(notices))
    assert [line.split(": ")[1] for line in lines if not line.startswith(" ")] == [
        "error lost", "warning file-name", "warning sequence", "warning no-number", "info ocr-char", "info marks",
    ]  # fmt: skip
    assert lines[1].startswith(f"{path}: warning file-name")
    assert lines[2:4] == [f"{path}:1: warning sequence: ", "    一行"]
    assert (
        lines[-1]
        == f"{path}: info marks: 3 on 2 lines (markup 2, page-furniture 1); --all lists each"
    )
    every = [line for line in finding_lines(notices, everything=True) if not line.startswith(" ")]
    assert len(every) == len(findings)
    assert count_line("a/2021/4", notices) == "a/2021/4: error 1, warning 3, info 4 (marks 3)"


def test_a_kind_of_mark_is_a_kind() -> None:
    assert set(MARK_KINDS) <= set(KINDS)


def test_a_doubted_removal_is_no_mark() -> None:
    (line, _) = finding_lines([notice("warning", "markup")])
    assert "warning markup" in line


@pytest.mark.parametrize(
    ("text", "found", "shown"),
    [
        ("", "甲", ""),
        ("甲乙丙丁戊", "丙", "…乙丙丁…"),
        ("甲乙丙丁戊", "甲", "甲乙…"),
        ("甲乙丙丁戊", "戊", "…丁戊"),
        ("甲乙丙丁戊", "", "甲…"),
        ("甲乙丙丁戊", "己", "甲…"),
        ("甲 乙\u3000丙丁", "乙丙", "… 乙\u3000丙…"),
        ("甲乙丙丁戊己庚辛壬癸", "丁戊己庚辛", "…丙丁戊己…"),
        ("一二三四五六七八九十子丑", "四五六七八九十寅卯辰", "一…"),
        ("一二三四五六七八九十子丑", "五六七八九十子丑寅卯辰", "…四五六七…"),
        ("甲" * (SEARCHED + 1) + "乙", "乙", "甲…"),
    ],
)
def test_a_line_is_shortened_around_what_was_found(text: str, found: str, shown: str) -> None:
    assert cut_around(text, found, around=1, longest=2) == shown


def test_lines_for_a_terminal_hold_nothing_that_moves_its_cursor() -> None:
    text = "甲\x1b[2J\t乙\u202e" + "丙" * 2 * (AROUND + LONGEST)
    lines = list(
        finding_lines(
            [notice("warning", "x", text=text, found="甲\x9b", correct="\x07" * 50, message="\n\r")]
        )
    )
    assert lines == [
        "a/2021-04.txt:3: warning x: \\n\\r (甲\\x9b → " + "\\x07" * LONGEST + "…)",
        "    甲\\x1b[2J 乙\\u202e" + "丙" * (AROUND - 8) + "…",
    ]


@pytest.mark.parametrize(
    ("line", "place", "document"),
    [
        (1, None, None),
        (2, None, "a/2021/4/1"),
        (5, None, "a/2021/4/1"),
        (6, None, None),
        (9, None, "a/2021/4/2"),
        (9, FindingPlace(document=1), "a/2021/4/1"),
        (10, None, None),
    ],
)
def test_the_document_of_a_finding(
    line: int, place: FindingPlace | None, document: str | None, tmp_path: Path
) -> None:
    finding = Finding(line, "x", "warning", place=place or UNSET)
    issue = Issue("x", "", Publication("公报"), findings=(finding,))
    spans = [(7, 9), (2, 5)]
    documents = tuple(
        DocumentRecord(f"a/2021/4/{nth}", "a/2021/4", Document(nth, lines, "通知"), 1)
        for nth, lines in zip((2, 1), spans, strict=True)
    )
    record = IssueRecord("a/2021/4", "a", issue, documents, "a/2021-04.yml")
    (found,) = list_notices(record, tmp_path)
    assert (found.document, found.place, found.text) == (document, place, None)


@pytest.mark.slow
def test_an_issue_is_named_by_its_id_and_by_its_file(
    misread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_id = run("check", "east/2021/4", "--issues", misread)
    assert (by_id.exit_code, by_id.stderr) == (0, "")
    path = misread / "east/2021-04.txt"
    first, headline, text, *_ = by_id.stdout.splitlines()
    assert first.startswith("east/2021/4: error 0, warning 1, info 0")
    line = next(nth for nth, one in enumerate(MISREAD.split("\n"), 1) if "2931" in one)
    assert headline.startswith(f"{path}:{line}: warning implausible-date: ")
    assert text == "    2931年12月20日出版"
    monkeypatch.chdir(misread.parent)
    relative = os.path.relpath(path)
    for name in ("east/2021/4/", path, relative, f"issues/../{relative}"):
        assert run("check", name, "--issues", misread).stdout == by_id.stdout, name
    assert run("check", "east/2021/4", path, "--issues", misread).stdout == by_id.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["east/2021/5", "east", "east/2021/4/1", "x.txt", "", "a\x1b[2Jb", "a\0b"]
)
def test_an_unknown_issue_is_one_line_and_exit_2(name: str, misread: Path) -> None:
    result = run("check", name, "--issues", misread)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "an issue is named by its id" in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.slow
def test_what_is_wrong_with_other_issues_is_not_said(issues: Path) -> None:
    (issues / "yunxi/2020-02.yml").write_text("[", encoding="utf-8")
    other = run("check", "yunxi/2019/12", "--strict", "--issues", issues)
    assert (other.exit_code, other.stderr) == (0, "")
    for name in ("yunxi/2020/2", issues / "yunxi/2020-02.yml"):
        broken = run("check", name, "--issues", issues)
        assert (broken.exit_code, broken.stdout) == (2, "")
        assert "2020-02.yml:" in broken.stderr
    assert run("check", "yunxi/2020/1", "--issues", issues).exit_code == 0
    strict = run("check", "yunxi/2020/1", "--strict", "--issues", issues)
    assert strict.exit_code == 1
    assert "2020-01.yml:203: impossible-date: " in strict.stderr


@pytest.mark.slow
def test_json_has_each_finding_of_one_issue_or_of_all(issues: Path, archive: Archive) -> None:
    everything = json.loads(run("check", "--json", "--issues", issues).stdout)
    one = json.loads(run("check", "yunxi/2020/1", "--json", "--issues", issues).stdout)
    assert all(list(found) == KEYS for found in everything)
    assert len(everything) == sum(len(record.issue.findings) for record in archive.issues)
    assert one == [found for found in everything if found["issue"] == "yunxi/2020/1"]
    assert [found["severity"] for found in one] == ["error", *["warning"] * 2, *["info"] * 3]
    strict = run("check", "yunxi/2020/1", "--json", "--strict", "--issues", issues)
    assert (strict.exit_code, json.loads(strict.stdout)) == (1, one)


@pytest.mark.slow
@pytest.mark.parametrize("options", [["--json"], ["east/2021/4", "--all"]])
def test_a_text_moves_no_cursor_of_a_terminal(options: list[str], misread: Path) -> None:
    write_text(misread / "east", MISREAD.replace("日出版", "日\x9b2J\u202e出版"))
    result = run("check", *options, "--issues", misread)
    assert "2931年12月20日" in result.stdout
    assert not set("\x9b\u202e") & set(result.stdout)


@pytest.mark.slow
def test_all_goes_with_an_issue(misread: Path) -> None:
    result = run("check", "--all", "--issues", misread)
    assert result.exit_code == 2
    assert "--all goes with ISSUE" in result.stderr


def readings(findings: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    """Line, kind and characters of findings, in the order of their lines."""
    return sorted((found["line"], found["kind"], found["found"]) for found in findings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (plain_text(), "2021-04"),
        (MISREAD, "2021-04"),
        (plain_text(date="1021年10月8日"), "2021-04"),
        (plain_text(masthead="2921年第4期"), "2921-04"),
        (MISREAD, "2021-05"),
    ],
)
def test_parse_and_check_have_the_same_findings(text: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"issues/east/{name}.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    parsed = json.loads(run("parse", path).stdout)["findings"]
    checked = json.loads(run("check", path, "--json", "--issues", tmp_path / "issues").stdout)
    assert readings(parsed) == readings(checked)
    assert bool(parsed) == (text != plain_text())
    again = tmp_path / f"again/east/{name}.yml"
    again.parent.mkdir(parents=True)
    again.write_text(run("parse", path, "--format", "yaml").stdout, encoding="utf-8")
    assert readings(json.loads(run("parse", again).stdout)["findings"]) == readings(parsed)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: 文库\ntheme: {name: material, language: en}\n", "could not be decoded"),
        ("site_name: 文库\ntheme: {name: material, language: zh-Hant}\n", "未能解碼"),
        ("site_name: 文库\n", "未能解码"),
        ("site_name: [\n", "未能解码"),
        (None, "未能解码"),
    ],
)
def test_check_speaks_the_language_of_the_site_and_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str | None, said: str
) -> None:
    write_text(tmp_path / "issues/east", plain_text(line="每月巡查(cid:12)次"))
    if settings is not None:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    messages = [finding["message"] for finding in json.loads(run("check", "--json").stdout)]
    assert any(said in message for message in messages)

"""The command line: what goes to which stream, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.codec import load_issue, plain_from_yaml
from generator.publish import Layout

pytestmark = pytest.mark.slow


def run(*arguments: object, answer: str | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=answer)


def test_reading_loads_nothing_that_only_a_site_needs(samples: Path) -> None:
    """It starts quickly, and where only these packages are missing."""
    code = (
        "import sys; from generator.cli import main\n"
        "main(['parse', sys.argv[1]], standalone_mode=False)\n"
        "sys.exit(str({'cobalt', 'pypinyin', 'segno'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", code, str(samples / "zichuan/2021-04.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1:] == ["set()"]
    assert json.loads(done.stdout)["number"] == 4


def test_parse_prints_json_and_nothing_else(samples: Path) -> None:
    result = run("parse", samples / "zichuan/2021-04.txt", "--publication", samples / "zichuan")
    assert (result.exit_code, result.stderr) == (0, "")
    issue = load_issue(json.loads(result.stdout))
    assert (issue.source, issue.year, issue.number, len(issue.documents)) == (
        "2021-04.txt",
        2021,
        4,
        4,
    )


def test_parse_prints_yaml_that_is_an_input_again(issues: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.yml"
    path.write_text(
        run("parse", issues / "yunxi/2020-01.yml", "--format", "yaml").stdout, encoding="utf-8"
    )
    again = run("parse", path, "--no-corrections").stdout
    assert json.loads(again) == json.loads(run("parse", issues / "yunxi/2020-01.yml").stdout)
    assert load_issue(plain_from_yaml(path.read_text(encoding="utf-8"))).number == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("story.txt", "从前有座山。\n".encode()),
        ("empty.txt", b""),
        ("broken.yml", b"source: [\n"),
        ("shape.yml", b"source: 1\n"),
        ("scan.pdf", b"%PDF-1.4"),
        ("missing.txt", None),
    ],
)
def test_what_is_no_gazette_is_one_line_and_exit_2(
    name: str, data: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    result = run("parse", path)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{path}:")
    number, reason = line.removeprefix(f"{path}:").split(": ", 1)
    assert number.isdigit()
    assert reason


def test_the_module_runs_as_a_program(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "parse", str(tmp_path / "missing.txt")]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_pages_writes_once(issues: Path, tmp_path: Path) -> None:
    first = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert (first.exit_code, first.stdout) == (0, "")
    assert (tmp_path / "docs/archive/yunxi/2020/1/1.md").exists()
    second = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert " 0 pages written" in second.stderr
    assert " 0 removed" in second.stderr


def test_pages_are_written_in_spite_of_a_bad_file(issues: Path, tmp_path: Path) -> None:
    (issues / "yunxi/2020-02.txt").write_text("几句话", encoding="utf-8")
    result = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert result.exit_code == 0
    assert "2020-02.txt:" in result.stderr
    assert (tmp_path / "docs/archive/yunxi/2020/1/1.md").exists()


def test_a_missing_folder_is_one_line_and_exit_1(tmp_path: Path) -> None:
    result = run("pages", "--issues", tmp_path / "nowhere", "--docs", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path / 'nowhere'}: no such folder of issues\n"


def places(project: Layout, *names: str) -> list[object]:
    """Options that name the folders of a project."""
    return [word for name in names for word in (f"--{name}", getattr(project, name))]


def test_build_makes_a_site(issues: Path, ready: Layout) -> None:
    where = places(ready, "docs", "site", "config")
    result = run(
        "build", "--issues", issues, "--lenient", *where, "--site-url", "https://example.org/"
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(f"{ready.site}: 1 gazettes, 2 issues, 7 documents\n")
    assert (ready.site / "archive/yunxi/2020/1/1/index.html").exists()
    assert "https://example.org/" in (ready.site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_build_that_fails_is_exit_1_with_its_reason(issues: Path, ready: Layout) -> None:
    (ready.docs / "about.md").write_text("[没有](nowhere.md)", encoding="utf-8")
    result = run("build", "--issues", issues, *places(ready, "docs", "site", "config"))
    assert result.exit_code == 1
    assert "nowhere.md" in result.stderr
    assert not ready.site.exists()


def test_bundle_makes_one_file(issues: Path, ready: Layout) -> None:
    result = run(
        "bundle", "--issues", issues, "--lenient", *places(ready, "docs", "dist", "config")
    )
    assert result.exit_code == 0
    assert (ready.dist / "云溪-文库-2020-03-31.zip").exists()
    assert "云溪-文库-2020-03-31.zip: 1 gazettes, 2 issues, 7 documents" in result.stderr


def test_check_shows_each_issue(issues: Path) -> None:
    result = run("check", "--issues", issues)
    assert result.exit_code == 0
    summary, *rows = result.stdout.splitlines()
    assert (
        summary == "citations 6: document 4 (66.7%), register 1 (16.7%), not understood 1 (16.7%)"
    )
    header, first, second = (line.split() for line in rows)
    findings = ["error", "warning", "info", "corrected", "failed"]
    assert header == ["issue", "docs", "contents", "missing", "extra", *findings]
    assert first == ["yunxi/2020/1", "5", "5", "1", "1", "1", "2", "3", "0", "0"]
    assert second[:3] == ["yunxi/2019/12", "2", "2"]


def test_check_strict_fails_on_errors(issues: Path) -> None:
    assert run("check", "--strict", "--issues", issues).exit_code == 1
    (issues / "yunxi/2020-01.yml").unlink()
    assert run("check", "--strict", "--issues", issues).exit_code == 0


def test_check_lists_bad_files_and_exits_2(issues: Path) -> None:
    (issues / "yunxi/2020-02.yml").write_text("[", encoding="utf-8")
    result = run("check", "--issues", issues)
    assert result.exit_code == 2
    assert "yunxi/2020/1" in result.stdout
    assert "2020-02.yml:" in result.stderr


@pytest.fixture
def source(issues: Path, tmp_path: Path) -> Path:
    """An issue that the archive does not hold."""
    text = (issues / "yunxi/2020-01.yml").read_text(encoding="utf-8")
    path = tmp_path / "new.yml"
    path.write_text(text.replace("number: 1\n", "number: 2\n", 1), encoding="utf-8")
    return path


def test_build_and_pages_add_new_ids_to_the_ledger(issues: Path, tmp_path: Path) -> None:
    first = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert f"{issues / 'permalinks.yml'}: 7 new ids; commit it with the issues" in first.stderr
    before = (issues / "permalinks.yml").read_bytes()
    second = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert "new ids" not in second.stderr
    assert (issues / "permalinks.yml").read_bytes() == before


def test_a_ledger_that_cannot_be_written_stops_no_build(issues: Path, tmp_path: Path) -> None:
    (issues / ".permalinks.yml.part").mkdir()
    result = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert result.exit_code == 0
    assert "permalinks.yml cannot be written" in result.stderr
    assert (tmp_path / "docs/archive/yunxi/2020/1/1.md").exists()


@pytest.mark.parametrize("command", ["pages", "check", "permalinks"])
def test_an_id_that_would_be_lost_is_one_line_and_exit_1(
    command: str, issues: Path, tmp_path: Path
) -> None:
    assert run("permalinks", "--issues", issues).exit_code == 0
    before = (issues / "permalinks.yml").read_bytes()
    (issues / "yunxi/2019-12.yml").unlink()
    result = run(
        command, "--issues", issues, *(["--docs", tmp_path / "docs"] if command == "pages" else [])
    )
    assert result.exit_code == 1
    first, second, advice = result.stderr.splitlines()
    assert first.startswith("yunxi/2019/12/1 ")
    assert second.startswith("yunxi/2019/12/2 ")
    assert "withdrawn" in advice
    assert (issues / "permalinks.yml").read_bytes() == before
    assert not (tmp_path / "docs").exists()


def test_permalinks_checks_and_writes(issues: Path) -> None:
    ledger = issues / "permalinks.yml"
    assert run("permalinks", "--check", "--issues", issues).exit_code == 1
    assert not ledger.exists()
    written = run("permalinks", "--issues", issues)
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == f"{ledger}: 7 ids, 0 of them redirected or withdrawn\n"
    assert run("permalinks", "--check", "--issues", issues).exit_code == 0
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace("lines: [20, ", "lines: [19, "), encoding="utf-8"
    )
    stale = run("permalinks", "--check", "--issues", issues)
    assert stale.exit_code == 1
    assert stale.stderr == f"{ledger} is not up to date; run: gongbao permalinks\n"


def test_a_broken_ledger_is_one_line_with_its_place(issues: Path) -> None:
    (issues / "permalinks.yml").write_text("yunxi/2020/1/1:\n  lines: x\n", encoding="utf-8")
    result = run("permalinks", "--issues", issues)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{issues / 'permalinks.yml'}:2: ")


def test_add_asks_and_copies(source: Path, issues: Path) -> None:
    result = run("add", source, "--issues", issues, answer="y\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        f"云溪市人民政府公报 2020年第2期, 5 documents → {issues / 'yunxi/2020-02.yml'}"
        in result.stderr
    )
    assert (issues / "yunxi/2020-02.yml").read_bytes() == source.read_bytes()


def test_add_takes_no_for_an_answer(source: Path, issues: Path) -> None:
    result = run("add", source, "--issues", issues, answer="n\n")
    assert result.exit_code == 0
    assert not (issues / "yunxi/2020-02.yml").exists()


def test_add_overwrites_nothing(source: Path, issues: Path) -> None:
    assert run("add", source, "--issues", issues, "--yes").exit_code == 0
    result = run("add", source, "--issues", issues, "--yes")
    assert result.exit_code == 1
    assert result.stderr.endswith("2020-02.yml exists already\n")


def test_add_to_a_new_gazette_says_how_to_describe_it(source: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    result = run("add", source, "--issues", tmp_path / "other", "--publication", "yunxi", "--yes")
    assert result.exit_code == 0
    assert "yunxi/publication.yml: says nothing yet; title, region" in result.stderr


def test_help_says_what_no_corrections_does() -> None:
    assert "without the corrections beside it" in " ".join(run("parse", "--help").stdout.split())


@pytest.fixture
def annotated(issues: Path) -> Path:
    """The input folder with a truth beside one issue."""
    truth = "source: 2020-01.yml\nissue: {publication: 云溪市人民政府公报, year: 2020, number: 1}\ndocuments: []\n"
    (issues / "yunxi/2020-01.truth.yml").write_text(truth, encoding="utf-8")
    return issues


def test_score_prints_the_figures_of_each_annotated_issue(annotated: Path) -> None:
    result = run("score", "--issues", annotated)
    assert (result.exit_code, result.stderr) == (0, "")
    title, header, first = result.stdout.splitlines()[:3]
    assert title.strip() == "yunxi/2020/1"
    assert header.split()[:6] == ["figure", "read:", "right", "precision", "recall", "F1"]
    assert first.split() == ["issue.year", "1/1", "1.000", "1/1", "1.000"]


def test_score_shows_what_was_gained_and_lost(annotated: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(run("score", "--json", "--issues", annotated).stdout, encoding="utf-8")
    assert run("score", "--compare", before, "--issues", annotated).stdout == "No figure changed.\n"
    truth = annotated / "yunxi/2020-01.truth.yml"
    truth.write_text(
        truth.read_text(encoding="utf-8").replace("number: 1", "number: 2"), encoding="utf-8"
    )
    _, lost, _ = run("score", "--compare", before, "--issues", annotated).stdout.splitlines()
    assert lost.split() == [
        "yunxi/2020/1",
        "read",
        "issue.number",
        "1.000",
        "(1/1)",
        "0.000",
        "(0/1)",
        "-1.000",
    ]


def test_score_refuses_what_is_no_figures(annotated: Path) -> None:
    result = run("score", "--compare", annotated / "yunxi/publication.yml", "--issues", annotated)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds no figures of accuracy" in result.stderr

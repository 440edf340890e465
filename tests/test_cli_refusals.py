"""What the system or a person refuses: one line with the path, an exit code, and nothing half done."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from generator.publish import Layout
from tests.publish.test_exchange import mount, unmount
from tests.test_cli import places, run

pytestmark = pytest.mark.slow

CORRECTION = (
    "- {exact: 从前有座山, replace: 山, why: 试, by: 某, on: 2026-11-21, authority: reading}\n"
)
WRITTEN = {
    "build": ("docs", "site", "config"),
    "bundle": ("docs", "dist", "config"),
    "pages": ("docs",),
}
"""What each command is given of the project."""
SPECIAL = (
    "2020-02.txt",
    "2020-02.yml",
    "publication.yml",
    "2020-01.corrections.yml",
    "2020-01.truth.yml",
)
"""A file of each kind that is read."""
PRESSED = """
import os, signal, sys
from generator import build, cli

build.run_mkdocs = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)
cli.main(sys.argv[1:])
"""
"""A build during which somebody presses Ctrl-C."""
HOSTILE = "a\x1b[2J\x07\x7f\u202e\u2066\n.txt"


@pytest.fixture
def prints(issues: Path, samples: Path) -> Path:
    """An input folder with a gazette of two printed issues, one of them with corrections."""
    (issues / "printed").mkdir()
    for name in ("2021-02.txt", "2021-02.corrections.yml", "2021-05.txt"):
        (issues / "printed" / name).write_bytes(
            (samples / "zaozhuang-shizhong" / name).read_bytes()
        )
    return issues


def start(root: Path, *arguments: object, **options: Any) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(
        command, cwd=root, text=True, check=False, stderr=subprocess.PIPE, **options
    )


@pytest.mark.parametrize("command", ["build", "bundle", "pages"])
def test_strict_writes_nothing_where_a_file_could_not_be_read(
    command: str, issues: Path, ready: Layout
) -> None:
    where = places(ready, *WRITTEN[command]) + ["--lenient"] * (command != "pages")
    assert run(command, "--strict", "--issues", issues, *where).exit_code == 0
    before = {path: path.read_bytes() for path in issues.parent.rglob("*") if path.is_file()}
    (issues / "yunxi/2020-02.txt").write_text("几句话", encoding="utf-8")
    (issues / "yunxi/2019-12.yml").unlink()
    result = run(command, "--strict", "--issues", issues, *where)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{issues / 'yunxi/2020-02.txt'}:1: ")
    after = {path: path.read_bytes() for path in issues.parent.rglob("*") if path.is_file()}
    assert {path for path in before if before[path] != after.get(path)} == {
        issues / "yunxi/2019-12.yml"
    }


@pytest.mark.parametrize("command", ["pages", "check"])
def test_names_that_were_swapped_drop_no_correction_in_silence(
    command: str, prints: Path, tmp_path: Path
) -> None:
    where = ["--docs", tmp_path / "docs"] if command == "pages" else []
    assert run(command, "--issues", prints, *where).stderr.count(".corrections.yml:") == 0
    one, other = prints / "printed/2021-02.txt", prints / "printed/2021-05.txt"
    texts = one.read_bytes(), other.read_bytes()
    one.write_bytes(texts[1])
    other.write_bytes(texts[0])
    result = run(command, "--issues", prints, *where)
    assert result.exit_code == (0 if command == "pages" else 1)
    entries = (
        (prints / "printed/2021-02.corrections.yml")
        .read_text(encoding="utf-8")
        .count("\n- exact: ")
    )
    lines = [line for line in result.stderr.splitlines() if ".corrections.yml:" in line]
    assert len(lines) >= entries > 20
    assert any("the quoted text is not in the source" in line for line in lines)
    assert run(command, "--strict", "--issues", prints, *where).exit_code == 1


def test_check_says_all_that_is_wrong(issues: Path) -> None:
    assert run("permalinks", "--issues", issues).exit_code == 0
    (issues / "yunxi/2019-12.yml").unlink()
    (issues / "yunxi/2019-11.yml").write_text("[", encoding="utf-8")
    (issues / "yunxi/2019-10.txt").write_text(
        "云溪市人民政府公报\n2019年第10期\n", encoding="utf-8"
    )
    result = run("check", "--strict", "--issues", issues)
    assert result.exit_code == 2
    parts = (
        "2019-11.yml:", "2019-10.txt:", "2020-01.yml:203: impossible-date: ", "yunxi/2019/12/1 ", "yunxi/2019/12/2 ",
        "mend what is read",
    )  # fmt: skip
    assert [part for part in parts if part not in result.stderr] == []


def test_check_strict_passes_where_a_person_recorded_each_loss(samples: Path) -> None:
    result = run("check", "--strict", "--issues", samples)
    assert (result.exit_code, result.stderr) == (0, "")


def test_permalinks_checks_what_was_published(issues: Path, ready: Layout) -> None:
    assert (
        run(
            "build", "--lenient", "--issues", issues, *places(ready, "docs", "site", "config")
        ).exit_code
        == 0
    )
    assert run("permalinks", "--check", "--issues", issues).exit_code == 0
    (issues / "yunxi/2019-12.yml").unlink()
    (issues / "permalinks.yml").unlink()
    assert run("permalinks", "--issues", issues).exit_code == 0
    result = run("permalinks", "--check", "--issues", issues)
    assert result.exit_code == 1
    assert [line.split()[0] for line in result.stderr.splitlines()] == [
        "yunxi/2019/12/1",
        "yunxi/2019/12/2",
    ]
    assert run("permalinks", "--check", "--published", "none", "--issues", issues).exit_code == 0
    built = run("build", "--lenient", "--issues", issues, *places(ready, "docs", "site", "config"))
    assert built.exit_code == 0
    assert (
        "2 addresses of the last site are gone or lead to another document: yunxi/2019/12/1, "
        in built.stderr
    )


def test_a_build_that_failed_gave_no_ids(issues: Path, ready: Layout) -> None:
    (ready.docs / "about.md").write_text("[没有](nowhere.md)", encoding="utf-8")
    assert run("build", "--issues", issues, *places(ready, "docs", "site", "config")).exit_code == 1
    assert (
        run("bundle", "--issues", issues, *places(ready, "docs", "dist", "config")).exit_code == 1
    )
    assert not (issues / "permalinks.yml").exists()
    path = issues / "yunxi/2019-12.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("number: 12\n", "number: 11\n", 1),
        encoding="utf-8",
    )
    path.rename(path.with_name("2019-11.yml"))
    (ready.docs / "about.md").unlink()
    result = run("build", "--lenient", "--issues", issues, *places(ready, "docs", "site", "config"))
    assert result.exit_code == 0
    assert "7 new ids" in result.stderr


@pytest.mark.parametrize("name", SPECIAL)
def test_a_pipe_is_refused_before_it_is_opened(name: str, issues: Path) -> None:
    path = issues / "yunxi" / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    result = run("check", "--issues", issues)
    assert result.exit_code == 2
    if name.endswith("corrections.yml"):
        assert f"{path}:1: corrects a print" in result.stderr
    else:
        assert (
            f"{path}:0: cannot be read: is no file, but a folder, a pipe or a device\n"
            in result.stderr
        )
    assert "yunxi/2020/1" in result.stdout


def test_corrections_of_a_print_that_are_a_pipe_are_refused(prints: Path) -> None:
    path = prints / "printed/2021-02.corrections.yml"
    path.unlink()
    os.mkfifo(path)
    result = run("check", "--issues", prints)
    assert f"{path}:0: cannot be read: is no file" in result.stderr
    assert "printed/2021/2" in result.stdout


def test_a_ledger_that_is_a_pipe_is_refused(issues: Path) -> None:
    os.mkfifo(issues / "permalinks.yml")
    result = run("permalinks", "--issues", issues)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_names_that_a_terminal_would_obey_are_written_out(issues: Path) -> None:
    (issues / "yunxi" / HOSTILE).write_text("几句话", encoding="utf-8")
    (issues / os.fsdecode(b"\xff\x9b")).mkdir()
    (issues / "yunxi" / os.fsdecode(b"2020-\xfe.txt")).touch()
    result = run("check", "--issues", issues)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert f"{issues}/yunxi/a\\x1b[2J\\x07\\x7f\\u202e\\u2066\\n.txt:1: " in result.stderr
    assert f"{issues}/\\udcff\\udc9b:0: the name is not UTF-8" in lines
    assert f"{issues}/yunxi/2020-\\udcfe.txt:0: the name is not UTF-8" in lines
    assert not set(result.stderr) & {"\x1b", "\x07", "\x7f", "\u202e", "\u2066"}


def test_a_folder_that_cannot_be_read_takes_only_itself_down(
    issues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (issues / "other").mkdir()
    iterdir = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "other":
            raise PermissionError(13, "Permission denied", str(path))
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    result = run("check", "--issues", issues)
    assert (result.exit_code, result.stderr) == (
        2,
        f"{issues / 'other'}:0: cannot be read: Permission denied\n",
    )
    assert "yunxi/2020/1" in result.stdout


def test_a_file_that_vanishes_takes_only_itself_down(
    issues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(path: Path) -> tuple[tuple[()], tuple[()]]:
        if path.name == "2019-12.yml":
            path.unlink(missing_ok=True)
        return (), ()

    monkeypatch.setattr("generator.archive.reading.read_corrections", vanish)
    result = run("check", "--issues", issues)
    assert (
        result.stderr
        == f"{issues / 'yunxi/2019-12.yml'}:0: cannot be read: No such file or directory\n"
    )


def test_a_name_that_is_too_long_for_its_corrections_has_none(issues: Path) -> None:
    path = issues / "yunxi" / f"{'x' * 245}.yml"
    path.write_bytes(
        (issues / "yunxi/2019-12.yml").read_bytes().replace(b"number: 12\n", b"number: 11\n", 1)
    )
    result = run("check", "--issues", issues)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "yunxi/2019/11" in result.stdout


@pytest.mark.parametrize("command", ["check", "pages", "permalinks", "score"])
def test_a_path_that_no_disk_can_hold_is_one_line(command: str) -> None:
    result = run(command, "--issues", "x" * 300)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{'x' * 300}: File name too long\n"


def no_docs(project: Layout) -> Path:
    """A file where the folder of the pages should be made."""
    project.docs.joinpath("archive").write_text("a file", encoding="utf-8")
    return project.docs / "archive"


def no_work(project: Layout) -> Path:
    """A file where the work folder should be made."""
    (project.site.parent / ".build").write_text("a file", encoding="utf-8")
    return project.site.parent / ".build"


def no_goal(project: Layout) -> Path:
    """A work folder that is a link which leads nowhere."""
    (project.site.parent / ".build").symlink_to("nowhere")
    return project.site.parent / ".build"


@pytest.mark.parametrize("spoil", [no_docs, no_work, no_goal])
def test_what_cannot_be_written_is_one_line(
    spoil: Callable[[Layout], Path], issues: Path, ready: Layout
) -> None:
    path = spoil(ready)
    result = run("build", "--lenient", "--issues", issues, *places(ready, "docs", "site", "config"))
    assert result.exit_code == 1
    last = result.stderr.splitlines()[-1]
    assert last.startswith(str(path))
    assert ": " in last
    assert not ready.site.exists()


def test_a_disk_that_is_full_is_one_line_with_the_file(
    issues: Path, ready: Layout, root: Path
) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    where = places(ready, "docs", "site", "config")
    for options in (
        ["pages", "--issues", issues, "--docs", ready.docs],
        ["build", "--issues", issues, *where],
    ):
        result = start(root, *options, preexec_fn=limit)
        assert result.returncode == 1
        (line,) = result.stderr.splitlines()
        assert line.startswith(f"{ready.docs}/")
        assert line.endswith(": File too large")
    assert not (issues / "permalinks.yml").exists()


def test_a_volume_that_is_full_is_one_line(issues: Path, ready: Layout, root: Path) -> None:
    ready.site.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(ready.site)):
        pytest.skip("nothing may be mounted here")
    try:
        where = places(ready, "docs", "site", "config")
        result = start(root, "build", "--lenient", "--issues", issues, *where)
        assert result.returncode == 1
        *_, last = result.stderr.splitlines()
        assert last.startswith(f"{ready.site}/")
        assert last.endswith(": No space left on device")
        assert "Traceback" not in result.stderr
        assert not (issues / "permalinks.yml").exists()
    finally:
        unmount(ready.site)


@pytest.mark.parametrize("name", ["pipe.md", os.fsdecode(b"\xff.md")])
def test_what_no_page_can_be_made_of_is_one_line(name: str, issues: Path, ready: Layout) -> None:
    if name == "pipe.md":
        os.mkfifo(ready.docs / name)
    else:
        (ready.docs / name).touch()
    result = run("build", "--lenient", "--issues", issues, *places(ready, "docs", "site", "config"))
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == {
        "pipe.md": f"{ready.docs}/pipe.md: is no file, but a pipe or a device",
    }.get(name, f"{ready.docs}/\\udcff.md: the name is not UTF-8")


@pytest.mark.parametrize("name", ["docs", "issues"])
def test_a_link_that_leads_round_in_a_circle_is_one_line(
    name: str, issues: Path, ready: Layout
) -> None:
    path = ready.config.parent / "circle"
    path.symlink_to(path.name)
    where = {
        "issues": issues,
        "docs": ready.docs,
        "site": ready.site,
        "config": ready.config,
        name: path,
    }
    options = [word for key, value in where.items() for word in (f"--{key}", value)]
    result = run("build", "--lenient", *options)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith(f"{path}")


def test_what_belongs_to_the_check_is_wrong_use_without_it(issues: Path) -> None:
    result = run("permalinks", "--since", "HEAD", "--issues", issues)
    assert result.exit_code == 2
    assert "--published and --since go with --check" in result.stderr


def test_add_says_what_it_could_not_read_or_write(
    issues: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = run("add", tmp_path / "nofile.txt", "--issues", issues)
    assert (missing.exit_code, missing.stderr) == (
        2,
        f"{tmp_path / 'nofile.txt'}: No such file or directory\n",
    )
    source = tmp_path / "2019-11.yml"
    source.write_bytes(
        (issues / "yunxi/2019-12.yml").read_bytes().replace(b"number: 12\n", b"number: 11\n", 1)
    )

    def full(*_: object) -> None:
        raise OSError(30, "Read-only file system", str(issues))

    monkeypatch.setattr("shutil.copyfile", full)
    refused = run("add", source, "--issues", issues, "--yes")
    assert refused.exit_code == 1
    assert refused.stderr.splitlines()[-1] == f"{issues}: Read-only file system"
    assert not [path for path in (issues / "yunxi").iterdir() if "2019-11" in path.name]


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
def test_ctrl_c_is_no_error_of_the_program(
    error: type[BaseException], issues: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(*_: object) -> None:
        failure = error()
        failure.__context__ = KeyboardInterrupt()
        raise failure

    monkeypatch.setattr("generator.build.write_pages", press)
    result = run("pages", "--issues", issues, "--docs", tmp_path / "docs")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


def test_ctrl_c_ends_a_build_without_a_traceback(issues: Path, ready: Layout, root: Path) -> None:
    arguments = ["build", "--lenient", "--issues", issues, *places(ready, "docs", "site", "config")]
    command = [sys.executable, "-c", PRESSED, *map(str, arguments)]
    build = subprocess.run(command, cwd=root, stderr=subprocess.PIPE, text=True, check=False)
    assert build.returncode == 130
    assert [line.split(":")[0] for line in build.stderr.splitlines()] == [str(ready.docs)]
    assert not (issues / "permalinks.yml").exists()
    assert {path.name for path in ready.staging.iterdir()} <= {"lock", "cache"}


@pytest.mark.matrix(2)
@pytest.mark.parametrize("arguments", [["parse"], ["check"], ["--help"], ["--version"]])
def test_output_that_nobody_takes_is_one_line(
    arguments: list[str], issues: Path, root: Path
) -> None:
    needed: dict[str, list[object]] = {
        "parse": [issues / "yunxi/2020-01.yml"],
        "check": ["--issues", issues],
    }
    more = needed.get(arguments[0], [])
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = start(root, *arguments, *more, stdout=full)
    assert (result.returncode, result.stderr) == (1, "standard output: No space left on device\n")
    reader, writer = os.pipe()
    os.close(reader)
    broken = start(root, *arguments, *more, stdout=writer)
    os.close(writer)
    assert (broken.returncode, broken.stderr) == (1, "")


@pytest.mark.parametrize("arguments", [["check"], ["permalinks"]])
def test_what_cannot_be_said_changes_nothing(
    arguments: list[str], issues: Path, root: Path
) -> None:
    (issues / "yunxi/2020-02.txt").write_text("几句话", encoding="utf-8")
    command = [sys.executable, "-m", "generator", *arguments, "--issues", str(issues)]
    expected = {"check": 2, "permalinks": 0}[arguments[0]]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        said = subprocess.run(command, cwd=root, stderr=full, stdout=subprocess.PIPE, check=False)
    assert said.returncode == expected
    shell = ["/bin/sh", "-c", '"$@" 2>&-', "sh", *command]
    closed = subprocess.run(shell, cwd=root, stdout=subprocess.PIPE, check=False)
    assert closed.returncode == expected
    assert b"2020-02" not in closed.stdout


def test_a_folder_that_is_no_site_is_not_replaced(
    issues: Path, ready: Layout, tmp_path: Path
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/mother.txt").write_text("mine", encoding="utf-8")
    where = places(ready, "docs", "config")
    result = run("build", "--issues", issues, *where, "--site", tmp_path / "letters")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'letters'}: is no site")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["mother.txt"]


@pytest.mark.parametrize("command", ["check", "score"])
def test_a_standard_output_that_is_closed_is_no_traceback(
    issues: Path, root: Path, command: str
) -> None:
    shell = f'"{sys.executable}" -m generator {command} --issues "{issues}" >&-'
    done = subprocess.run(
        ["sh", "-c", shell],  # noqa: S607
        cwd=root,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_a_question_that_nobody_answers_is_one_line(issues: Path, samples: Path) -> None:
    result = run(
        "add", samples / "zichuan/2021-04.txt", "--publication", "other", "--issues", issues
    )
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "nothing was done: nobody answered; options that answer: --help\n"
    )
    assert not (issues / "other").exists()


def test_a_site_among_its_pages_is_refused(issues: Path, ready: Layout) -> None:
    inside = ready.docs / "archive"
    result = run("build", "--issues", issues, *places(ready, "docs", "config"), "--site", inside)
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"{inside}: the site would take the place of {ready.docs}; name another folder\n"
    )
    assert not inside.exists()


def test_a_name_that_no_terminal_shows_is_refused(
    issues: Path, ready: Layout, tmp_path: Path
) -> None:
    result = run(
        "build",
        "--issues",
        issues,
        *places(ready, "docs", "config"),
        "--site",
        tmp_path / "a\x1b[31m\nb",
    )
    assert result.exit_code == 2
    assert "holds characters that no terminal shows" in result.stderr
    assert "\x1b" not in result.stderr


def test_strict_fails_where_new_ids_are_remembered_nowhere(issues: Path, ready: Layout) -> None:
    (issues / ".permalinks.yml.part").mkdir()
    options = ["--issues", issues, "--lenient", *places(ready, "docs", "site", "config")]
    assert run("build", *options).exit_code == 0
    strict = run("build", "--strict", *options)
    assert strict.exit_code == 1
    assert "permalinks.yml cannot be written" in strict.stderr


REFUSED = {
    "no-title": ("从前有座山。\n山上有座庙。\n", ":1: ", "no title, and no number"),
    "title-alone": ("云溪县关于防汛工作的通知\n请落实。\n", ":1: ", "no number, no recipients"),
    "blank-lines-above": (
        "\n\n云溪县关于防汛工作的通知\n请落实。\n",
        ":3: ",
        "in lines 3 to 4 the title of line 3",
    ),
    "company": (
        "青石科技有限公司关于防汛的通知\n各部门：\n请落实。\n青石科技有限公司\n2021年9月28日\n",
        ":1: ",
        "is not that of an organ of state",
    ),
}
"""Files that are no gazette → where and what the line says that refuses them."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_gazette_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    text, where, reason = REFUSED[name]
    path = tmp_path / "2021-04.txt"
    path.write_text(text, encoding="utf-8")
    result = run("parse", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert f"{path.name}{where}" in result.stderr
    assert reason in result.stderr

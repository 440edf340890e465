"""``theme.language`` chooses what a run says to readers."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

HEADINGS = {"zh": "检索", "zh-Hant": "檢索", "en": "Search"}
"""The heading of the page of the search by language."""


def run_pages(issues: Path, folder: Path, theme: str) -> tuple[Result, Path]:
    """The pages of an archive whose theme is set so; what was said, and where they are."""
    config = folder / "mkdocs.yml"
    config.write_text(f"site_name: 云溪文库\n{theme}", encoding="utf-8")
    docs = folder / "docs"
    arguments = ["pages", "--issues", issues, "--docs", docs, "--config", config]
    return CliRunner().invoke(main, list(map(str, arguments))), docs


def heading(docs: Path) -> str:
    """The heading of the page of the search."""
    (found,) = re.findall(
        r"^# (\S*)", (docs / "search.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    return str(found)


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
    ],
)
def test_a_site_speaks_the_language_of_its_theme(
    asked: str, spoken: str, issues: Path, tmp_path: Path
) -> None:
    result, docs = run_pages(issues, tmp_path, f"theme: {{language: {asked}}}\n")
    assert (result.exit_code, "theme.language" in result.stderr) == (0, False)
    assert heading(docs) == HEADINGS[spoken]


@pytest.mark.parametrize("theme", ["", "theme: {font: false}\n"])
def test_a_site_that_says_nothing_is_chinese(theme: str, issues: Path, tmp_path: Path) -> None:
    result, docs = run_pages(issues, tmp_path, theme)
    assert (result.exit_code, "theme.language" in result.stderr) == (0, False)
    assert heading(docs) == HEADINGS["zh"]


def test_a_language_without_words_is_one_line_and_a_chinese_site(
    issues: Path, tmp_path: Path
) -> None:
    result, docs = run_pages(issues, tmp_path, "theme: {language: fr}\n")
    assert result.exit_code == 0
    (line,) = [line for line in result.stderr.splitlines() if "theme.language" in line]
    assert line == (
        f"{tmp_path / 'mkdocs.yml'}: theme.language: fr has no words here, and the site is in zh; "
        "there are zh, en, zh-Hant"
    )
    assert heading(docs) == HEADINGS["zh"]


@pytest.mark.parametrize("asked", [r'"e\nn"', "x" * 5_000])
def test_a_language_that_is_no_name_is_one_short_line(
    asked: str, issues: Path, tmp_path: Path
) -> None:
    result, _ = run_pages(issues, tmp_path, f"theme: {{language: {asked}}}\n")
    (line,) = [line for line in result.stderr.splitlines() if "theme.language" in line]
    assert len(line) < 1_000
    assert line.endswith("has no words here, and the site is in zh; there are zh, en, zh-Hant")


def test_one_run_does_not_change_the_language_of_the_next(issues: Path, tmp_path: Path) -> None:
    for number, language in enumerate(["en", "zh"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        _, docs = run_pages(issues, folder, f"theme: {{language: {language}}}\n")
    assert heading(docs) == HEADINGS["zh"]

"""The program of the help page, as a reader copies it: it answers its questions from the data of the built site."""

import html
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.forms import plain_text
from generator.model import Archive
from generator.words.catalogue import list_languages
from generator.words.fixed_texts import read_fixed
from generator.words.say import speaking

ASKED = {"YEAR, KIND": '"2020", "意见"', "CITED": '"linzi/2017/11/3"', "PHRASE": '"农村公路"'}
"""Other values than those of the page, which the frozen archive has answers for."""


def program_of(text: str) -> str:
    """The one block of code of a page in Markdown."""
    (block,) = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", text, re.MULTILINE)
    return re.sub(r"^ {4}", "", block, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def program() -> str:
    """The program of the help page."""
    return program_of(read_fixed("help"))


def answers(program: str, folder: Path) -> dict[str, list[list[str]]]:
    """What a program prints: question → the rows of its answer."""
    command = [sys.executable, "-X", "utf8", "-W", "error", "-c", program]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, list[list[str]]] = {"1": [], "2": [], "3": []}
    for line in done.stdout.splitlines():
        question, *row = line.split("\t")
        found[question].append(row)
    return found


def counted(archive: Archive, year: str, kind: str, cited: str, phrase: str) -> dict[str, Any]:
    """The same answers, counted from what was read."""
    of_year = [
        one.document.issuer
        for one in archive.documents
        if one.document.kind == kind and (one.document.date or "").startswith(year)
    ]
    citing = {
        one.id
        for one in archive.documents
        if one.id != cited and any(each.target == cited for each in one.document.citations)
    }
    holding = {
        one.id
        for one in archive.documents
        if phrase in plain_text(one.document) or phrase in one.document.title
    }
    return {"1": Counter(of_year), "2": sorted(citing), "3": sorted(holding)}


def most_cited(archive: Archive) -> str:
    """The document that most others cite; of several the first by id."""
    targets = Counter(
        target
        for one in archive.documents
        for target in {each.target for each in one.document.citations} - {None, one.id}
    )
    return min(targets, key=lambda target: (-targets[target], target or "")) or ""


def test_it_answers_three_questions_as_they_are_counted_otherwise(
    program: str, site: Path, real_archive: Archive
) -> None:
    asked = program
    for name, value in ASKED.items():
        asked, changed = re.subn(rf"^{name} = .*$", f"{name} = {value}", asked, flags=re.MULTILINE)
        assert changed == 1
    for text, values in (
        (program, ("2020", "通知", most_cited(real_archive), "安全生产")),
        (asked, ("2020", "意见", "linzi/2017/11/3", "农村公路")),
    ):
        found, expected = answers(text, site), counted(real_archive, *values)
        assert {issuer: int(count) for issuer, count in found["1"]} == expected["1"]
        assert [row[:2] for row in found["2"]] == [[values[2], each] for each in expected["2"]]
        assert [row[0] for row in found["3"]] == expected["3"]
        assert all(expected.values())


def test_the_page_shows_the_program_as_it_is_in_each_language(program: str, site: Path) -> None:
    shown = BeautifulSoup((site / "help/index.html").read_bytes(), "lxml").select_one("pre")
    assert shown is not None
    assert html.unescape(shown.get_text()).strip() == program.strip()
    for language in list_languages():
        with speaking(language):
            assert program_of(read_fixed("help")) == program

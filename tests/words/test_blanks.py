"""Chinese words for readers have no blank beside figures and Latin letters: the style sheet sets them apart evenly."""

import re
from pathlib import Path

import pytest

from generator.words.catalogue import list_languages, read_catalogue

PAGES = Path(__file__).parents[2] / "generator/words/pages"
UNEVEN = re.compile(r"[\u4e00-\u9fff] +[0-9A-Za-z{]|[0-9A-Za-z}] +[\u4e00-\u9fff]")
"""A blank between a Chinese character and a figure, a Latin letter or a value."""


@pytest.mark.parametrize("language", [name for name in list_languages() if name.startswith("zh")])
def test_no_message_has_a_blank_beside_a_figure(language: str) -> None:
    messages = read_catalogue(language).messages
    forms = [(key, form) for key, message in messages.items() for form in message]
    assert len(forms) > 1000
    assert [key for key, form in forms if UNEVEN.search(form)] == []


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_no_fixed_page_has_one(page: Path) -> None:
    text = re.sub(r"`[^`]*`| *\{[:#][^}]*\}", "", page.read_text(encoding="utf-8"))
    assert UNEVEN.findall(text) == []


@pytest.mark.parametrize(
    ("text", "uneven"), [("共5篇", False), ("共 5篇", True), ("{n} 篇", True), ("5 pages", False)]
)
def test_the_rule_knows_a_blank(text: str, *, uneven: bool) -> None:
    assert bool(UNEVEN.search(text)) is uneven

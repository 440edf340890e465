"""Every language says all that the master says, with the same values, links and marks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from generator.words.catalogue import (
    CHINESE,
    ENDING,
    MASTER,
    list_languages,
    read_catalogue,
    read_messages,
)
from generator.words.fixed_texts import paragraphs_of_pages
from tests.words.make_words import (
    LANGUAGES,
    SCRIPT_WORDS,
    THEME_WORDS,
    find_misplaced,
    forms_of,
    merge,
    name_of,
    write_catalogue,
    write_outputs,
)
from tests.words.test_literals import HAN

TRANSLATED = [language for language in list_languages() if language != CHINESE]
FOREIGN = [language for language in TRANSLATED if not read_catalogue(language).is_chinese]
KEYED = {message.context or "": message for message in read_messages(MASTER) if message.id}
PAGES = {page for page, _ in paragraphs_of_pages()}

MARKS = re.compile(r"\]\([^)\s]*\)|`[^`]*`|</?[a-z][^>]*>|\{[:#.][^}]*\}")
"""What a translation has like its paragraph: targets of links, code, tags, attributes."""
QUOTED = re.compile(
    r"`[^`]*`"  # code
    r"|\[[^\]]*\]\(search\.md\?[^)]*\)|\]\([^)]*\)"  # what is asked of the search; an address
    r"|“[^”]*”|《[^》]*》|\([^()]*\)"  # a quotation, or what is in parentheses behind its translation
    rf"|(?:{HAN.pattern}|\d)+(?= \([A-Za-z])"  # what is explained in parentheses
    r"|^某某市人民政府：《[^a-z]*$"  # how a Chinese document is cited
)
"""Where another language may have Chinese."""


def messages_of(language: str) -> list[Message]:
    """The messages of a language without its head."""
    return [message for message in read_messages(f"{language}{ENDING}") if message.id]


def name(message: Message) -> str:
    """How a message is called in a report: its key, or its page and the beginning of its text."""
    source = forms_of(message.id)[0]
    return f"{message.context}: {source[:20]}"


def test_there_is_more_than_one_language() -> None:
    assert {"en", "zh-Hant"} <= set(TRANSLATED)
    assert FOREIGN


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_has_the_messages_of_the_master_and_no_others(language: str) -> None:
    own = {(message.context, forms_of(message.id)[0]) for message in messages_of(language)}
    keyed = {(key, forms_of(message.id)[0]) for key, message in KEYED.items()}
    assert own == keyed | set(paragraphs_of_pages())


@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_is_translated(language: str) -> None:
    forms = read_messages(f"{language}{ENDING}").num_plurals
    lacking = [
        name(message)
        for message in messages_of(language)
        if message.fuzzy
        or not all(forms_of(message.string))
        or len(forms_of(message.string)) != (1 if isinstance(message.id, str) else forms)
    ]
    assert lacking == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_has_the_values_of_the_master(language: str) -> None:
    assert list(find_misplaced(language, KEYED)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_paragraph_has_the_links_the_code_and_the_tags_of_the_master(language: str) -> None:
    differing = [
        f"{name(message)}: {sorted(MARKS.findall(source))} {sorted(MARKS.findall(form))}"
        for message in messages_of(language)
        for source in [forms_of(message.id)[0]]
        for form in forms_of(message.string)
        if form and sorted(MARKS.findall(source)) != sorted(MARKS.findall(form))
    ]
    assert differing == []


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_language_has_chinese_only_where_it_is_quoted(language: str) -> None:
    chinese = [
        f"{name(message)}: {form}"
        for message in messages_of(language)
        for form in forms_of(message.string)
        if HAN.search(QUOTED.sub("", form))
    ]
    assert chinese == []


def test_a_page_has_paragraphs_and_no_key_is_called_like_a_page() -> None:
    assert {"about", "help", "accessibility"} == PAGES
    assert set(KEYED) & PAGES == set()
    assert all("." in key for key in KEYED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_as_make_words_writes_it(language: str, tmp_path: Path) -> None:
    path = tmp_path / "written.po"
    own = read_messages(f"{language}{ENDING}")
    write_catalogue(merge(read_messages(MASTER), own, language), path, name_of(language))
    assert path.read_bytes() == (LANGUAGES / f"{language}{ENDING}").read_bytes()


def written() -> Iterator[Path]:
    """The files of the folders that make words writes."""
    for folder in (THEME_WORDS, SCRIPT_WORDS):
        yield from folder.iterdir()


def test_what_templates_and_scripts_load_is_up_to_date() -> None:
    expected = write_outputs()
    stale = [path for path, text in expected.items() if path.read_text(encoding="utf-8") != text]
    assert [path.name for path in stale] == [], "run make words"
    assert set(written()) == set(expected)

"""The pages that every site has, in each language."""

import re

import pytest
import yaml
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.lexicon.characters import HAN
from generator.model import Site
from generator.pages.fixed import FIXED, feedback, fixed_page
from generator.words.catalogue import list_languages, read_catalogue
from generator.words.say import say, speaking
from tests.pages.rendering import Render

QUOTED = {
    "document": ("address", "short_address"),
    "force": ("title",),
    "notes": ("heading",),
    "related": ("not_held", "title"),
    "retired": ("withdrawn",),
    "script": ("citation", "link", "marks"),
    "search": ("unmark",),
    "search_page": ("confirm",),
    "theme": ("toc",),
    "tools": ("print",),
    "validity": ("begun",),
}
"""Buttons and headings that the help names in quotation marks."""
NAMED = {
    "related": ("basis", "issue"),
    "severity": ("info", "warning", "error"),
    "theme": ("dark", "elder", "face_sans", "face_song", "light", "reading"),
    "tools": ("cite", "speak"),
    "validity": ("begun", "expired", "none", "pending", "repealed", "term"),
}
"""What else it calls by its name."""
FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def body_of(text: str) -> str:
    """A page without its front matter."""
    match = FRONT.match(text)
    assert match
    return text[match.end() :]


def values(soup: BeautifulSoup, attribute: str) -> list[str]:
    """The values of an attribute, in the order of the alphabet."""
    return sorted(str(element[attribute]) for element in soup.select(f"[{attribute}]"))


@pytest.mark.parametrize("address", FIXED)
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_places_and_links_are_those_of_the_chinese_page(
    address: str, language: str, render: Render
) -> None:
    chinese = render(body_of(fixed_page(address, Site("云溪文库"))))
    with speaking(language):
        spoken = render(body_of(fixed_page(address, Site("云溪文库"))))
    for attribute in ("id", "href"):
        assert values(spoken, attribute) == values(chinese, attribute)
    assert [item.name for item in spoken.select("h1, h2, li, dt, dd, code, kbd")] == [
        item.name for item in chinese.select("h1, h2, li, dt, dd, code, kbd")
    ]


@pytest.mark.parametrize("address", FIXED)
def test_what_is_chinese_says_so_on_an_english_page(address: str, render: Render) -> None:
    with speaking("en"):
        page = fixed_page(address, Site("云溪文库"))
    soup = render(body_of(page))
    for text in soup.find_all(string=re.compile(HAN)):
        assert text.find_parent(lang="zh-Hans"), text
    for element in soup.select("[lang]"):
        assert re.search(HAN, element.get_text())


def test_a_stretch_of_chinese_is_marked_once(render: Render) -> None:
    with speaking("en"):
        soup = render(body_of(fixed_page("help.md", Site("云溪文库"))))
    marked = [element.get_text() for element in soup.select("[lang]")]
    for words in ("云政发〔2021〕3号", "营商环境 市场监管", "应急预案 -地震", "30日后施行"):
        assert words in marked
    assert [element.name for element in soup.select("dt > [lang]")].count("code") == 13


@pytest.mark.parametrize("address", FIXED)
def test_a_chinese_page_marks_nothing(address: str) -> None:
    assert "lang=" not in fixed_page(address, Site("云溪文库"))


@pytest.mark.parametrize("language", list_languages())
def test_the_help_calls_buttons_and_states_as_they_are_called(language: str) -> None:
    with speaking(language):
        text = body_of(fixed_page("help.md", Site("云溪文库"))).lower()
        text = text.translate(str.maketrans("「」", "“”"))
        named = [say(f"{room}.{name}") for room, names in NAMED.items() for name in names]
        named += [f"“{say(f'{room}.{name}')}”" for room, names in QUOTED.items() for name in names]
    assert [words for words in named if words.lower() not in text] == []


@pytest.mark.parametrize(
    ("contact", "repository", "said"),
    [
        (
            "a@example.org",
            "https://example.org/git",
            "How to report: a@example.org, or open an issue in the repository.",
        ),
        ("a@example.org", None, "How to report: a@example.org."),
        (None, "https://example.org/git", "How to report: open an issue in the repository."),
        (None, None, ""),
    ],
)
def test_who_has_a_mistake_to_report_is_told_every_way_there_is(
    contact: str | None, repository: str | None, said: str
) -> None:
    with speaking("en"):
        site = Site("文库", contact=contact, repository=repository)
        soup = BeautifulSoup(feedback(site), "html.parser")
    assert soup.get_text() == said
    reached = [f"mailto:{contact}"] if contact else []
    assert [link["href"] for link in soup.select("a")] == [*reached, *filter(None, [repository])]


@pytest.mark.parametrize("translated", ["Aide : tout # ici", "[Aide]", '"Aide" & co'])
def test_a_translation_may_have_signs_of_yaml(
    monkeypatch: pytest.MonkeyPatch, translated: str
) -> None:
    words = read_catalogue("zh")
    said = {("help", "使用帮助"): translated}
    for place in ("generator.words.fixed_texts", "generator.pages.fixed"):
        monkeypatch.setattr(f"{place}.spoken", lambda: replace(words, paragraphs=said))
    monkeypatch.setattr("generator.pages.search_page.say", lambda _: translated)
    for address in ("help.md", "search.md"):
        front = fixed_page(address, Site("云溪文库")).split("---\n")[1]
        assert yaml.safe_load(front)["title"] == translated

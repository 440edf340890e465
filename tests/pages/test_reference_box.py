"""The box with the reference to a document is one block, in which no word of a gazette is markup."""

import json

from bs4 import BeautifulSoup

from generator.model import Document, Finding, Paragraph, Part
from generator.pages.tools.reference_box import BOX, forms_of, reference_box
from tests.reference.items import hostile_items


def test_each_form_is_text_whatever_a_title_holds() -> None:
    for item in hostile_items():
        box = reference_box(item, Document(1, (1, 9), "通知"), ())
        assert "\n\n" not in box
        soup = BeautifulSoup(box, "html.parser")
        assert {tag.name for tag in soup.find_all()} == {
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "div",
        }
        shown = {str(tag["data-form"]): tag.get_text() for tag in soup.select("[data-form]")}
        assert json.loads(shown["json"]) == [item]
        for _, form, text in forms_of(item):
            assert shown[form].split("\n") == text.splitlines()


def test_what_programs_read_is_folded_once_more() -> None:
    for item in hostile_items():
        box = BeautifulSoup(reference_box(item, Document(1, (1, 9), "通知"), ()), "html.parser")
        folded = [str(tag["data-form"]) for tag in box.select("details details > dl [data-form]")]
        open_ones = [str(tag["data-form"]) for tag in box.select(f"#{BOX} > dl [data-form]")]
        assert open_ones == ["2025.txt", "2015.txt"]
        assert folded == ["bib", "ris", "json"]
        assert all(fold.select("*")[0].name == "summary" for fold in box.select("details"))


def test_a_box_knows_the_pages_of_passages_or_says_that_it_does_not() -> None:
    blocks = (Paragraph(text="甲", lines=(12, 20)), Paragraph(text="乙", lines=(25, 33)))
    document = Document(1, (10, 90), "题", page=5, parts=(Part("body", blocks=blocks),))
    (item,) = [one | {"page": "5"} for one in list(hostile_items())[:1]]
    known = reference_box(item, document, [Finding(30, "page-furniture", "info", "- 5 -")])
    assert 'data-pages="10:5 25:5-6 31:6"' in known
    assert "首页" not in known
    assert "首页" in reference_box(item, document, ())

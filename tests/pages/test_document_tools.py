"""The tools of a document, as Markdown that any generator shows."""

from bs4 import BeautifulSoup

from generator.pages.tools.document_tools import document_tools


def test_a_document_without_articles_asks_for_none() -> None:
    soup = BeautifulSoup(document_tools(has_articles=False), "lxml")
    assert [button["id"] for button in soup.select("button")] == ["speak", "refer", "cite", "print"]
    assert soup.find("form") is None


def test_a_document_with_articles_asks_for_their_number() -> None:
    soup = BeautifulSoup(document_tools(has_articles=True), "lxml")
    assert soup.select_one("#jump label").get_text() == "跳到第条"
    assert soup.select_one("#jump label > #jump-number") is not None

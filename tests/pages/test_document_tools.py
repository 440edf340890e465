"""The tools of a document, as Markdown that any generator shows."""

from bs4 import BeautifulSoup

from generator.pages.body.document_tools import cite, document_tools

PLACE = "《云溪市人民政府公报》2020年第1期，第3页"


def test_a_document_is_cited_by_what_is_known_of_it() -> None:
    cited = cite("关于某事的通知", "云溪市人民政府", "云政发〔2020〕1号", PLACE)
    assert cited == f"云溪市人民政府《关于某事的通知》（云政发〔2020〕1号），{PLACE}"
    assert cite("公告", None, None, PLACE) == f"《公告》，{PLACE}"


def test_the_citation_is_text_whatever_is_in_it() -> None:
    tools = document_tools('"><script>x</script>', has_articles=False)
    soup = BeautifulSoup(tools, "lxml")
    assert soup.find("script") is None
    assert soup.select_one("#doc-tools")["data-citation"] == '"><script>x</script>'
    assert soup.find("form") is None


def test_a_document_with_articles_asks_for_their_number() -> None:
    soup = BeautifulSoup(document_tools("x", has_articles=True), "lxml")
    assert soup.select_one("#jump label").get_text() == "跳到第  条"
    assert soup.select_one("#jump label > #jump-number") is not None

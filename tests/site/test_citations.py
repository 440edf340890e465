"""Nothing that looks like a citation is passed over in silence: it is a link, or the report on quality names it."""

import re

from bs4 import BeautifulSoup

from generator.accuracy.understanding import count_understood
from generator.model import Archive
from tests.site.web import Web

SIGN = re.compile(
    r"《[^《》]*》|[《》]|[〔\[［(（﹝【〈]\s*[12][09]\d{2}\s*[〕\]］)）﹞】〉]\s*第?\s*\d{1,5}\s*号"
)
"""A title, half of one, or the year and the serial number of a document; the tests' own words for it."""
BESIDE = ".reference, h1, .facts, .related, .source, .pager, .crumbs, .notes, figure"
"""What is beside the text: its own title and number, lists and pictures of documents, notes on the text."""


def signs_outside_links(page: BeautifulSoup) -> list[str]:
    """What looks like a citation in the text of a document and is no link, with the words behind it."""
    article = BeautifulSoup(str(page.find("article")), "lxml")
    for tag in article.select(f"a, {BESIDE}"):
        tag.replace_with("\n")
    text = article.get_text()
    return [text[match.start() : match.end() + 8] for match in SIGN.finditer(text)]


def test_every_title_and_number_is_a_link_or_is_listed_as_not_understood(
    web: Web, real_archive: Archive
) -> None:
    end = "/index.html" if web.served else ".html"
    found = {
        record.id: signs
        for record in real_archive.documents
        if (signs := signs_outside_links(web.pages[f"archive/{record.id}{end}"].soup))
    }
    assert found == {"zaozhuang-shizhong/2021/2/6": ["》规定,对事中事后"]}, (
        "line 630 lost the 《 of its title"
    )
    understood = count_understood(real_archive.documents)
    assert [unread.record.id for unread in understood.unread] == list(found)
    assert "量管理规范》规定" in web.pages["archive/quality/index.html"].soup.get_text()


def test_the_links_of_the_texts_are_as_many_as_the_report_says(
    web: Web, real_archive: Archive
) -> None:
    understood = count_understood(real_archive.documents)
    report = "".join(web.pages["archive/quality/index.html"].soup.get_text().split())
    assert f"各文件正文里的书名号和发文字号共{understood.total}处" in report
    assert f"链接到本库所收文件（其中{understood.own}处指本件所附）{understood.linked}" in report
    assert f"链接到所引文件名录{understood.registered}" in report

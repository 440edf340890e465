"""沿革 on the pages of documents, and two versions of an instrument side by side."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.archive import read_archive
from generator.archive.text_apart import Texts
from generator.model import Archive, Citation, Paragraph, Part, TextPlace
from generator.model.block import block_texts
from generator.pages import Page, build_pages, pages_of_archive
from generator.pages.history.comparison_page import comparison_pages
from generator.pages.index.indexes import make_registers
from generator.pages.index.neighbourhood import neighbourhoods
from generator.prove.page_text import page_text
from generator.publish.dialect.conversion import convert
from tests.pages.rendering import Pages, Render
from tests.pages.small import archive, document, issue

REISSUED = Path(__file__).parent.parent / "fixtures/reissued"
"""Three places: a rule, its amendment, the rule that replaces it, one that forwards and one that carries it out."""
NEW, OLD = "archive/yunxi/2020/1/1.md", "archive/yunxi/2017/1/1.md"
COMPARED = "archive/yunxi/2020/1/1/compared.md"


@pytest.fixture(scope="module")
def held() -> Archive:
    """The archive of three places."""
    made, errors = read_archive(REISSUED)
    assert errors == ()
    return made


@pytest.fixture(scope="module")
def reissued(held: Archive) -> Pages:
    """Its pages."""
    return {page.uri: page for page in build_pages(held)}


def line(soup: BeautifulSoup) -> list[str]:
    """The events of a line as they read, without their quotations."""
    (section,) = soup.find_all("div", class_="life")
    for quote in section.find_all("span", class_="quote"):
        quote.decompose()
    return [" ".join(item.get_text(" ").split()) for item in section.select("ol > li")]


def test_a_life_is_read_by_date(reissued: Pages, render: Render) -> None:
    assert line(render(reissued[NEW].text)) == [
        "2017年3月6日 印发 云溪区人民政府关于印发《云溪区河道管理暂行办法》的通知",
        "2018年5月4日 修改 云溪区人民政府关于修改《云溪区河道管理暂行办法》的决定",
        "2020年3月30日 重新制定，原件废止 云溪区人民政府关于印发《云溪区河道管理办法》的通知 （本文件）",
        "2020年7月6日 转发 北川区人民政府转发云溪区人民政府关于印发《云溪区河道管理办法》的通知的通知",
        "2021年3月6日 贯彻落实 南河区人民政府关于贯彻落实《云溪区河道管理办法》的通知",
    ]


@pytest.mark.parametrize("uri", [NEW, OLD, "archive/yunxi/2018/2/1.md"])
def test_the_document_of_the_page_is_marked_and_no_link(
    uri: str, reissued: Pages, render: Render
) -> None:
    life = render(reissued[uri].text).find("div", class_="life")
    assert isinstance(life, Tag)
    (here,) = life.select('[aria-current="true"]')
    assert here.get_text() == reissued[uri].meta["title"]
    assert here.a is None


def test_the_fact_box_leads_to_the_line(reissued: Pages, render: Render) -> None:
    link = render(reissued[OLD].text).find("a", href="#life")
    assert isinstance(link, Tag)
    assert link.get_text() == "连同本件共4件文件"


def test_what_the_line_says_is_not_said_again_below(reissued: Pages, render: Render) -> None:
    related = render(reissued[NEW].text).find("div", class_="related")
    assert isinstance(related, Tag)
    assert [term.get_text() for term in related.find_all("dt")] == ["依据", "同期文件"]


def test_every_anchor_of_the_picture_is_there(reissued: Pages, render: Render) -> None:
    for uri in (NEW, OLD):
        soup = render(reissued[uri].text)
        anchors = {str(one["id"]) for one in soup.find_all(id=True)}
        wanted = {str(one["href"])[1:] for one in soup.find_all("a", href=re.compile("^#"))}
        assert wanted <= anchors
        assert len(anchors) == len(soup.find_all(id=True))


def test_a_line_is_no_text_of_the_gazette(reissued: Pages, render: Render) -> None:
    html = str(render(reissued[NEW].text))
    life = str(render(reissued[NEW].text).find("div", class_="life"))
    assert "转发" in life
    assert page_text(html) == page_text(html.replace(life, ""))


def test_a_document_with_which_nothing_happened_has_no_line() -> None:
    made = archive(issue(1, document(1), document(2)))
    assert not any("#life" in page.text for page in build_pages(made))


def test_a_document_without_a_date_says_so(render: Render) -> None:
    text = Part(kind="body", blocks=(Paragraph(text="《通知1》转发", lines=(2,)),))
    use = Citation(
        title="通知1", relation="forwards", target="yunxi/2020/1/1", place=TextPlace(0, 0), start=0, end=5
    )  # fmt: skip
    made = archive(issue(1, document(1), document(2, parts=(text,), citations=(use,))))
    pages = {page.uri: page for page in build_pages(made)}
    assert line(render(pages["archive/yunxi/2020/1/1.md"].text)) == [
        "日期不详 发布 通知1 （本文件）",
        "日期不详 转发 通知2",
    ]


def test_a_line_changes_only_with_what_is_about_it(held: Archive) -> None:
    """Without the place that only carries the new rule out, only the line of that rule is another one."""
    others = tuple(one for one in held.issues if one.publication != "nanhe")
    fewer = make_registers(Archive(held.publications, others)).lives.of
    lives = make_registers(held).lives.of
    changed = {id_ for id_ in fewer if fewer[id_] != lives[id_]}
    assert changed == {"yunxi/2020/1/1"}
    around = {
        one.document.id: one.life for _, documents in neighbourhoods(make_registers(held)) for one in documents
    }  # fmt: skip
    assert around == {id_: lives.get(id_) for id_ in around}


def test_two_versions_are_side_by_side(reissued: Pages, render: Render) -> None:
    soup = render(reissued[COMPARED].text)
    assert [one.get_text() for one in soup.find_all("h3")] == [
        "第二条 新增",
        "第三条（原第二条） 序号有变，文字未改",
        "第四条（原第三条） 有改动",
        "第五条（原第四条） 有改动",
        "原第五条 已删去",
        "第六条 有改动",
    ]
    fourth = soup.find("h3", string="第四条（原第三条） 有改动")
    assert isinstance(fourth, Tag)
    both = fourth.find_next_sibling("div", class_="compared")
    assert isinstance(both, Tag)
    older, newer = both.find_all("div")
    assert [one.get_text() for one in older.find_all("del")] == [
        f"删去：{words}（完）" for words in ("三", "利", "1")
    ]
    assert [one.get_text() for one in newer.find_all("ins")] == [
        f"新增：{words}（完）" for words in ("四", "务", "2", "在政府网站")
    ]


def test_a_list_leads_to_each_article_that_changed(reissued: Pages, render: Render) -> None:
    soup = render(reissued[COMPARED].text)
    anchors = {str(one["id"]) for one in soup.find_all("h3")}
    links = soup.ul.find_all("a") if soup.ul else []
    assert {str(one["href"])[1:] for one in links} == anchors
    assert soup.find_all("dd")[2].get_text().startswith("“《云溪区人民政府关于印发〈云溪区河道")
    assert soup.find_all("dd")[3].get_text() == "改动3处，新增1处，删去1处，仅序号有变1处，相同2处"


def test_no_word_of_either_version_is_lost_or_markup(
    held: Archive, reissued: Pages, render: Render
) -> None:
    soup = render(reissued[COMPARED].text)
    for hidden in soup.find_all("span", class_="visually-hidden"):
        hidden.decompose()
    assert soup.script is None
    assert "{{ site }}" in soup.get_text()
    for id_ in ("yunxi/2020/1/1", "yunxi/2017/1/1"):
        (record,) = (one for one in held.documents if one.id == id_)
        for block in record.document.parts[1].blocks:
            (words,) = block_texts(block)
            # Of what has another number now, the old one is in its heading.
            words = words.removeprefix("第二条 本办法")
            assert "".join(words.split()) in "".join(soup.get_text().split())


def test_both_documents_lead_to_the_comparison(reissued: Pages, render: Render) -> None:
    for uri, address in ((NEW, "1/compared.md"), (OLD, "../../2020/1/1/compared.md")):
        (link,) = render(reissued[uri].text).find_all("a", string="查看新旧版本对照")
        assert link["href"] == address


def test_the_pages_are_in_the_dialect(reissued: Pages) -> None:
    for uri in (NEW, OLD, COMPARED):
        assert convert(reissued[uri].text, str) is not None


def test_versions_are_compared_the_same_where_their_texts_are_apart(
    reissued: Pages,
) -> None:
    with Texts() as texts:
        apart, _ = read_archive(REISSUED, texts=texts)
        pages = pages_of_archive(make_registers(apart, texts=texts))
        assert {page.uri: page for page in pages}[COMPARED] == reissued[COMPARED]


def compared(old: str, new: str) -> Page:
    """The comparison of two instruments of one paragraph each."""
    title = "云溪区河道管理办法"
    documents = [
        document(
            1, issuer="云溪区人民政府", date=f"20{year}-01-01",
            parts=(Part("body"), Part("enclosure", title=title, blocks=(Paragraph(text=text, lines=(1,)),))),
        )
        for year, text in ((17, old), (20, new))
    ]  # fmt: skip
    issues = [issue(1, one, year=year) for one, year in zip(documents, (2017, 2020), strict=True)]
    (page,) = comparison_pages(make_registers(archive(*issues)))
    return page


def test_versions_that_share_nothing_are_not_set_side_by_side() -> None:
    page = compared("每年检查河道两次。", "本市实行垃圾分类。")
    assert "两版没有相同或者相近的条文" in page.text
    assert 'class="compared"' not in page.text


@pytest.mark.parametrize("sign", ["</ins>", "[a](b)", "{{ x }}", "**", "`", "\x00", "|", "&lt;"])
def test_signs_of_markup_in_what_changed_are_text(sign: str, render: Render) -> None:
    page = compared(
        f"河道每年检查两次，{sign}结果向社会公布。",
        f"河道每年检查三次，{sign}{sign}结果向社会公布。",
    )
    soup = render(page.text)
    for hidden in soup.find_all("span", class_="visually-hidden"):
        hidden.decompose()
    shown = sign.replace("\x00", "")
    assert f"河道每年检查三次，{shown}{shown}结果向社会公布。" in soup.get_text()
    assert soup.em is None
    assert soup.code is None

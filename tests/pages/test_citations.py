"""Citations as a reader meets them: links in the text, 相关文件, the register of what is not held; bounded pages."""

import re

import msgspec
import pytest
from msgspec.structs import replace

from generator.link import cite_issue, resolve_archive
from generator.model import Article, Citation, Document, Paragraph, Part, PublicationRecord, Table
from generator.pages import build_pages
from generator.pages.index import cited_listing
from generator.pages.index.cited_listing import CITED, MOST_CITED, MOST_OF_LEVEL, OFTEN
from generator.pages.index.often_cited import MOST_CITING
from generator.pages.index.related import MOST
from tests.fixtures.citing_archive import FOUNDING, MANAGEMENT, citing_archive, founding, issue_of
from tests.fixtures.demo_archive import archive_of
from tests.pages import small as made
from tests.pages.rendering import Pages, Render, piped

FIRST = "archive/yunxi/2000/1/1.md"
SECOND = "archive/yunxi/2000/1/2.md"


@pytest.fixture(scope="module")
def small() -> Pages:
    return {page.uri: page for page in build_pages(citing_archive(3))}


@pytest.fixture(scope="module")
def large() -> Pages:
    return {page.uri: page for page in build_pages(citing_archive(600))}


def test_a_citation_leads_to_the_instrument_and_to_its_article(
    small: Pages, render: Render
) -> None:
    text = render(small[SECOND].text).select("p:not([class])")[0]
    assert (
        text.get_text()
        == f"根据《{MANAGEMENT}》（以下简称《办法》）制定本通知。按《办法》第二条办理。"
    )
    links = [(a.get_text(), a["href"], a.get("title")) for a in text.find_all("a")]
    assert links == [
        (f"《{MANAGEMENT}》", "1.md#enc", None),
        ("《办法》", "1.md#enc", MANAGEMENT),
        ("《办法》", "1.md#art-2", MANAGEMENT),
    ]
    assert [a.get("title") for a in text.find_all("a")] == [title for _, _, title in links]


def test_a_bare_number_says_the_title_that_it_means(render: Render) -> None:
    blocks = (Paragraph(text="按照云政发〔2000〕1号文件执行。", lines=(2,)),)
    document = Document(
        1,
        (1, 9),
        "云溪市人民政府关于绿化的通知",
        date="2001-02-03",
        parts=(Part("body", blocks=blocks),),
    )
    issue = cite_issue(issue_of(0, [founding(), document]))
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), (issue,))
    pages = {page.uri: page for page in build_pages(resolve_archive(archive))}
    (link,) = render(pages[SECOND].text).find_all("a", href="1.md", title=True)
    assert link.get_text() == "云政发〔2000〕1号"
    assert link["title"] == f"{FOUNDING}（云政发〔2000〕1号）"


def test_a_citation_in_a_table_is_a_link_too(small: Pages, render: Render) -> None:
    cells = render(small[SECOND].text).find("div", class_="table-scroll").find_all("td")
    assert [cell.get_text() for cell in cells][1:3:2] == [f"《{MANAGEMENT}》第二条"]
    assert cells[1].a["href"] == "1.md#art-2"
    assert cells[3].a["href"].startswith("../../../cited/d0.md#c-d4")


def test_the_issuing_sentence_leads_to_the_instrument_below(small: Pages, render: Render) -> None:
    assert render(small[FIRST].text).find("a", string=f"《{MANAGEMENT}》")["href"] == "#enc"


def test_related_documents_of_both_sides(small: Pages, render: Render) -> None:
    citing = render(small[SECOND].text).find("div", class_="related")
    assert [term.get_text() for term in citing.find_all("dt")] == ["依据", "引用", "同期文件"]
    cited = render(small[FIRST].text).find("div", class_="related")
    assert [term.get_text() for term in cited.find_all("dt")] == ["依据", "被引用", "同期文件"]
    quotes = [quote.get_text() for quote in cited.find_all("span", class_="quote")]
    assert quotes == [f"“根据《{MANAGEMENT}》（以下简称《办法》）制定本通知。”"] * 3


def test_the_register_names_what_is_not_held(small: Pages, render: Render) -> None:
    rows = [
        [cell.get_text() for cell in row.find_all(["th", "td"])]
        for row in render(small[CITED].text).find_all("tr")
    ]
    assert ["云溪市旧绿化办法", "云政发〔1990〕7号", "3件引用"] in [row[:3] for row in rows]


@pytest.mark.slow
def test_nothing_grows_with_the_archive(large: Pages, render: Render) -> None:
    related = render(large[FIRST].text).find("div", class_="related")
    assert len(related.find_all("span", class_="quote")) == MOST
    assert related.find("a", string="全部600件")["href"] == "1/cited-by.md"
    assert len(large[FIRST].text) < 14_000
    entry = next(line for line in large[CITED].text.splitlines() if "云溪市旧绿化办法" in line)
    assert "全部600件" in entry
    assert len(entry) < 1_000
    lists = [
        page for uri, page in large.items() if uri.startswith("archive/yunxi/2000/1/1/cited-by")
    ]
    assert sum(page.text.count("根据《") for page in lists) == 600
    assert max(piped(page.text).count("\n| ") for page in lists) <= 202
    assert render(large[FIRST].text).h1.get_text() == FOUNDING


@pytest.mark.slow
def test_pictures_are_bounded(large: Pages, render: Render) -> None:
    network = render(large[FIRST].text).find("figure", class_="network")
    assert len(network.find_all("path")) == 12 + 1 + 1, (
        "twelve that cite, the rest as one, one that is cited"
    )
    assert "另有588件" in network.get_text()
    picture = render(large["archive/picture.md"].text)
    assert len(picture.find_all("circle")) <= 20 * 24 + 12 * 24
    assert all(len(table.tbody.find_all("tr")) <= 24 for table in picture.find_all("table"))


def test_few_neighbours_are_a_list_and_no_picture(small: Pages, render: Render) -> None:
    soup = render(small[SECOND].text)
    assert soup.find("figure") is None
    assert soup.find("div", class_="related").find("dt") is not None


def test_a_document_that_two_issues_print_leads_to_the_page_of_its_number() -> None:
    """Neither is the register of what is not held told of it."""
    blocks = (Paragraph(text="按照云政发〔2000〕1号文件执行。", lines=(2,)),)
    citing = Document(
        1, (1, 9), "关于绿化的通知", date="2003-02-03", parts=(Part("body", blocks=blocks),)
    )
    issues = (
        issue_of(0, [founding()]),
        issue_of(12, [founding()]),
        cite_issue(issue_of(24, [citing])),
    )
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), issues)
    resolved = resolve_archive(archive)
    (found,) = (
        one for record in resolved.documents for one in record.document.citations if one.candidates
    )
    pages = {page.uri: page for page in build_pages(resolved)}
    (uri,) = (uri for uri in pages if uri.startswith("n/"))
    assert "云政发〔2000〕1号在本库有2处刊载" in pages[uri].text
    assert [pages[f"archive/{id_}.md"].meta["title"] for id_ in found.candidates or ()] == [
        FOUNDING
    ] * 2
    held = [page for page in pages.values() if f"({'../' * 4}{uri}" in page.text]
    assert any("按照[" in page.text for page in held)
    assert "云政发〔2000〕1号" not in pages[CITED].text


def test_two_documents_of_one_number_are_not_said_to_be_missing(render: Render) -> None:
    blocks = (Paragraph(text="按照云政发〔2000〕1号文件执行。", lines=(2,)),)
    citing = Document(
        1, (1, 9), "关于绿化的通知", date="2003-02-03", parts=(Part("body", blocks=blocks),)
    )
    other = msgspec.structs.replace(founding(), title="云溪市人民政府关于防汛的通知")
    issues = (
        issue_of(0, [founding()]),
        issue_of(12, [other]),
        cite_issue(issue_of(24, [citing])),
    )
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), issues)
    pages = {page.uri: page for page in build_pages(resolve_archive(archive))}
    (uri,) = (uri for uri in pages if uri.startswith("n/"))
    assert "本库有2件文件，发文字号都是云政发〔2000〕1号" in pages[uri].text
    (page,) = (page for page in pages.values() if page.meta["title"] == "关于绿化的通知")
    links = render(page.text).find_all("a", href=f"{'../' * 4}{uri}")
    assert [link.get_text() for link in links] == ["云政发〔2000〕1号"] * 2
    assert "本库未收" not in page.text
    assert "云政发〔2000〕1号" not in pages[CITED].text


def test_a_text_leads_to_the_articles_and_attachments_of_its_document(render: Render) -> None:
    rules = (
        Article(number=1, text="第一条 表见附件1。", lines=(3,)),
        Article(
            number=2, text="第二条 违反本办法第一条、《某省办法》第二条的，不予受理。", lines=(4,)
        ),
    )
    parts = (
        Part("body", blocks=(Paragraph(text="现印发给你们。", lines=(2,)),)),
        Part("enclosure", title="云溪市苗木办法", at=(3,), blocks=rules),
        Part(
            "attachment",
            label="附件1",
            title="苗木表",
            at=(5,),
            blocks=(
                Table(header=(("名称", "依据"),), rows=(("杨", "本办法第二条"),), lines=(6, 7)),
            ),
        ),
    )
    document = Document(1, (1, 9), "关于印发云溪市苗木办法的通知", date="2001-02-03", parts=parts)
    issue = cite_issue(issue_of(0, [document]))
    archive = archive_of(PublicationRecord(id="yunxi", title="云溪市人民政府公报"), (issue,))
    pages = {page.uri: page for page in build_pages(resolve_archive(archive))}
    page = render(pages[FIRST].text)
    links = [(a.get_text(), a["href"]) for a in page.find_all("a", href=("#att-1", "#art-1"))]
    assert ("附件1", "#att-1") in links
    assert ("本办法第一条", "#art-1") in links
    cells = page.find("div", class_="table-scroll").find_all("td")
    assert [(a.get_text(), a["href"]) for cell in cells for a in cell.find_all("a")] == [
        ("本办法第二条", "#art-2")
    ]
    assert page.find(id="att-1")
    assert page.find(id="art-1")


def citing_pages(*cited: tuple[Citation, ...]) -> Pages:
    """The pages of an archive of documents that cite these."""
    documents = (made.document(nth, citations=those) for nth, those in enumerate(cited, 1))
    return {page.uri: page for page in build_pages(made.archive(made.issue(1, *documents)))}


UNHELD = [Citation(title=f"第{nth}号办法", line=1) for nth in range(MOST_CITED + 1)]


def test_a_document_leads_to_the_same_row_however_many_documents_are_cited() -> None:
    """Else each added issue would change the pages of documents that it is not about."""
    found = []
    for size in (1, MOST_CITED + 1):
        pages = citing_pages(*((one,) for one in UNHELD[:size]))
        text = pages["archive/yunxi/2020/1/1.md"].text
        ((page, anchor),) = set(re.findall(r"(cited/[0-9a-f]{2}\.md)#(c-[0-9a-f]{10})", text))
        assert f'<span id="{anchor}">' in pages[f"archive/{page}"].text
        found.append((page, anchor))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("size", "more", "same"), [(50, 51, False), (51, 99, True), (99, 100, False)]
)
def test_the_row_of_what_many_documents_cite_changes_rarely(
    size: int, more: int, *, same: bool
) -> None:
    """Each issue cites much that others cite, too."""
    one = Citation(title="水利办法", line=1)
    found = []
    for count in (size, more):
        pages = citing_pages(*((one,) for _ in range(count)))
        uri, anchor = linked_row(pages["archive/yunxi/2020/1/1.md"].text)
        found.append(pages[uri].text)
        years = re.findall(r"\((often\.md)#(c-[0-9a-f]{10})\)", pages[uri].text)
        assert years == [("often.md", anchor)] * (count > MOST_CITING)
        if years:
            often = pages["archive/cited/often.md"].text
            assert f'<span id="{anchor}">' in often
            assert f"[2020年](2020.md#{anchor})" in often
        named = pages["archive/cited/2020.md" if years else uri].text
        assert f'<span id="{anchor}">' in named
        assert all(f"(../yunxi/2020/1/{nth}.md)" in named for nth in range(1, count + 1))
    assert (found[0] == found[1]) is same


def test_a_citing_document_is_named_by_its_number_if_that_says_whose_it_is() -> None:
    one = Citation(title="水利办法", line=1)
    numbers = ("云政发〔2020〕5号", "第3号", None)
    documents = (
        made.document(nth, citations=(one,), number=number) for nth, number in enumerate(numbers, 1)
    )
    archive = made.archive(made.issue(1, *documents))
    pages = {page.uri: page.text for page in build_pages(archive)}
    uri, _ = linked_row(pages["archive/yunxi/2020/1/1.md"])
    assert re.findall(r"\[([^]]*)\]\(\.\./yunxi/", pages[uri]) == [numbers[0], "通知2", "通知3"]


def often_cited(*numbers: int) -> dict[str, bytes]:
    """The pages of the register of an archive of issues of 2019 and 2020, so many documents of which cite two."""
    two = (Citation(title="水利办法", line=1), Citation(title="道路办法", line=1))
    issues = [
        made.issue(
            1, *(made.document(nth, citations=two) for nth in range(1, number + 1)), year=year
        )
        for year, number in enumerate(numbers, 2019)
    ]
    pages = build_pages(made.archive(*issues))
    return {page.uri: page.encoded() for page in pages if page.uri.startswith("archive/cited/")}


def test_a_document_that_cites_what_is_often_cited_changes_the_page_of_its_year_only() -> None:
    before, after = often_cited(MOST_CITING, 30), often_cited(MOST_CITING, 31)
    changed = {uri for uri in before if before[uri] != after[uri]}
    assert before.keys() == after.keys()
    assert changed == {"archive/cited/2020.md", CITED}


def test_a_year_that_begins_changes_no_row_of_what_is_often_cited() -> None:
    before, after = often_cited(MOST_CITING + 1), often_cited(MOST_CITING + 1, 1)
    changed = {uri for uri in after if before.get(uri) != after[uri]}
    assert changed == {OFTEN, "archive/cited/2020.md", CITED}


def test_a_year_of_very_many_citing_documents_has_a_page_for_each_half_of_the_ids(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = {uri for uri in often_cited(60, 60) if "/cited/20" in uri}
    assert whole == {"archive/cited/2019.md", "archive/cited/2020.md"}
    monkeypatch.setattr("generator.pages.index.often_cited.MOST_LINKS", 119)
    halves = {uri: text.decode() for uri, text in often_cited(60, 60).items()}
    assert {uri for uri in halves if "/cited/20" in uri} == {
        *whole,
        *(uri.replace(".md", "-2.md") for uri in whole),
    }
    rows = [re.findall(r'id="(c-.)', halves[f"archive/cited/2020{end}.md"]) for end in ("", "-2")]
    assert [first < "c-8" for (first,) in rows] == [True, False]
    for uri, text in halves.items():
        for page, anchor in re.findall(r"\((20\d\d(?:-2)?\.md)#(c-[0-9a-f]{10})\)", text):
            assert f'<span id="{anchor}">' in halves[f"archive/cited/{page}"], uri


def test_what_is_known_by_title_and_number_has_a_row_for_each() -> None:
    title, number = Citation(title="水利办法", line=1), "国发〔2019〕7号"
    alone = citing_pages(*((title,) for _ in range(51)))
    both = citing_pages(*((title,) for _ in range(51)), (replace(title, number=number),))
    first = "archive/yunxi/2020/1/1.md"
    assert linked_row(alone[first].text) == linked_row(both[first].text)
    uri, anchor = linked_row(both[first].text)
    other_uri, other = linked_row(both["archive/yunxi/2020/1/52.md"].text)
    assert anchor != other
    for page, id_ in ((uri, anchor), (other_uri, other)):
        row = both[page].text.partition(f'<span id="{id_}">')[2]
        assert "水利办法" in row
        assert number in row
        assert f"](often.md#{other})" in row


def linked_row(text: str) -> tuple[str, str]:
    """The row of the register to which a page of a document leads."""
    ((page, anchor),) = set(re.findall(r"(cited/[0-9a-f]{2}\.md)#(c-[0-9a-f]{10})", text))
    return f"archive/{page}", anchor


def test_a_large_register_has_the_most_cited_of_each_level_and_all_pages_of_rows() -> None:
    pages = citing_pages(*((one, UNHELD[7]) for one in UNHELD))
    level = piped(pages["archive/cited/index.md"].text)
    assert "[级别未详](#g-unknown)" in level
    assert "{#g-unknown}" in level
    rows = re.findall(r"(?m)^\| \[(.*?)\]\((..\.md)#(c-.{10})\)", level)
    assert (rows[0][0], len(rows)) == ("第7号办法", MOST_OF_LEVEL)
    for _, page, anchor in rows:
        assert f'<span id="{anchor}">' in pages[f"archive/cited/{page}"].text
    shelves = re.findall(r"\[(..)\]\(\1\.md\)", pages["archive/cited/index.md"].text)
    assert [f"archive/cited/{shelf}.md" for shelf in shelves] == sorted(
        uri for uri in pages if re.fullmatch(r"archive/cited/[0-9a-f]{2}\.md", uri)
    )


def test_rows_on_further_pages_are_where_the_register_and_the_often_cited_lead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cited_listing, "MOST_ON_SHELF", 2)
    often = MOST_CITING + 1
    pages = citing_pages(
        *((one, UNHELD[7]) for one in UNHELD), *((UNHELD[9],) for _ in range(often))
    )
    assert any(re.fullmatch(r"archive/cited/[0-9a-f]{2}/page-2\.md", uri) for uri in pages)
    links = [
        (page, anchor)
        for uri in (CITED, *(uri for uri in pages if re.match(r"archive/cited/often\b", uri)))
        for page, anchor in re.findall(
            r"\]\(((?:\.\./)*[0-9a-f]{2}(?:/page-\d+)?\.md)#(c-.{10})\)", pages[uri].text
        )
    ]
    assert len(links) > MOST_OF_LEVEL
    for page, anchor in links:
        assert f'<span id="{anchor}">' in pages[f"archive/cited/{page.replace('../', '')}"].text

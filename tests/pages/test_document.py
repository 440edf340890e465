"""The page of a document: fact box, order of the elements, outline, notes, neighbours."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.model import Document, Finding
from generator.pages.body.attachment_note import link_titles
from generator.pages.body.collation import notes_markdown
from generator.pages.body.flow import document_text
from tests.pages.rendering import Pages, Render, piped


def strip_tags(markdown: str) -> str:
    """What a reader sees of a paragraph of Markdown."""
    return re.sub(r"<[^<>]*>|\{[^{}]*\}|\\", "", markdown).strip()


FIRST, SECOND, THIRD, FOURTH = (f"archive/yunxi/2020/1/{n}.md" for n in range(1, 5))


@pytest.fixture(scope="module")
def document(pages: Pages, render: Render) -> Callable[[str], BeautifulSoup]:
    return lambda uri: render(pages[uri].text)


def facts_of(soup: BeautifulSoup) -> dict[str, str]:
    box = soup.find("div", class_="facts")
    return {term.get_text(): term.find_next_sibling("dd").get_text() for term in box.find_all("dt")}


def order(soup: BeautifulSoup, *texts: str) -> bool:
    whole = soup.get_text()
    places = [whole.index(text) for text in texts]
    return places == sorted(places)


def test_fact_box(document: Callable[[str], BeautifulSoup]) -> None:
    assert facts_of(document(FIRST)) == {
        "发文字号": "云政发〔2020〕1号",
        "发文机关": "云溪市人民政府",
        "成文日期": "2020年1月8日",
        "文种": "通知",
        "印发文件": "《云溪市城市绿化管理办法》（办法）",
        "主题分类": "城乡建设、环境保护（按标题归类：城市绿化）",
        "栏目": "市政府文件",
        "刊载于": "云溪市人民政府公报2020年第1期，第1页",
        "施行日期": "2020年2月1日",
        "时效": "未过有效期，有效期至2025年1月31日",
        "校勘": "存疑1处，订正1处",
    }


def test_what_is_no_use_aloud_is_behind_the_text(document: Callable[[str], BeautifulSoup]) -> None:
    page = document(FIRST)
    box = page.find("div", class_="addresses")
    said = {term.get_text(): term.find_next_sibling("dd").get_text() for term in box.find_all("dt")}
    assert said == {"永久地址": "archive/yunxi/2020/1/1/", "短地址": "n/云政发/2020/1/"}
    assert page.find(id="notes") in box.find_all_previous("h2")
    assert page.find("p", class_="source") in box.find_all_previous("p")


def test_the_term_is_said_with_its_evidence(document: Callable[[str], BeautifulSoup]) -> None:
    soup = document(FIRST)
    state, basis, sentence = soup.find("dt", string="时效").find_next_siblings("dd")[:3]
    assert state.find(class_="force").attrs == {
        "class": ["force"], "data-from": "2020-02-01", "data-until": "2025-01-31",
        "data-expired": "已过有效期，有效期至2025年1月31日",
    }  # fmt: skip
    assert [tag["datetime"] for tag in state.find_all("time")] == ["2025-01-31"]
    assert (
        basis.get_text() == "时效依本库所收该公报各期判断；该公报收至何日、收有几期，见收录情况。"
    )
    assert basis.span.span["data-printed"] == "依文件所载判断"
    assert basis.a["href"] == "../../index.md#coverage"
    assert sentence.get_text() == "“第五条 本办法自2020年2月1日起施行，有效期至2025年1月31日。”"
    assert sentence.a["href"] == "#art-5"


def test_the_permanent_address_is_a_link(document: Callable[[str], BeautifulSoup]) -> None:
    links = document(FIRST).find_all("a", class_="address")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("archive/yunxi/2020/1/1/", "1.md"),
    ]


def test_the_short_address_is_text_that_a_script_makes_a_link(
    document: Callable[[str], BeautifulSoup],
) -> None:
    (short,) = document(FIRST).select(".addresses .short")
    assert (short.get_text(), short.name) == ("n/云政发/2020/1/", "span")


def test_a_fact_that_is_not_known_is_left_out(document: Callable[[str], BeautifulSoup]) -> None:
    assert list(facts_of(document("archive/yunxi/2019/12/2.md"))) == [
        "发文机关",
        "文种",
        "主题分类",
        "栏目",
        "刊载于",
        "时效",
    ]


def test_joint_issuers_are_all_linked(document: Callable[[str], BeautifulSoup]) -> None:
    box = document(THIRD).find("div", class_="facts")
    assert [a.get_text() for a in box.find_all("a")][:2] == [
        "云溪市人民政府办公室",
        "云溪市应急管理局",
    ]


def test_elements_are_in_the_order_of_the_print(document: Callable[[str], BeautifulSoup]) -> None:
    soup = document(FIRST)
    assert order(
        soup,
        "各县（区）人民政府",
        "已经市政府第1次",
        "附件：1.",
        "2020年1月8日\n（此件公开发布）",
        "第一编 通则",
        "附件2",
        "抄送：",
        "2020年1月9日印发",
        "校勘记",
        "本文据",
    )
    assert [p.get_text() for p in soup.find_all("p", class_="signature")] == ["云溪市人民政府"]
    assert soup.find("p", class_="signature").find_next_sibling("p")["class"] == ["date"]
    note = document(SECOND).find("p", class_="note")
    assert note.find_next_sibling("p")["class"] == ["signature"]


def test_elements_are_as_printed() -> None:
    bare = Document(
        sequence=1,
        lines=(1, 9),
        title="某市人民政府关于某事的通知",
        recipients="各县",
        note="此件公开发布",
        date="2020-08-03",
        at={"recipients": (3,), "date": (8,), "note": (9,)},
    )
    printed = {"recipients": "各县:", "date": "二〇二〇年八月三日", "note": "(此件公开发布)"}
    whole = [
        strip_tags(piece.text) for piece in document_text(replace(bare, as_printed=printed)).pieces
    ]
    assert whole == ["各县:", "二〇二〇年八月三日", "(此件公开发布)"]
    assert [strip_tags(piece.text) for piece in document_text(bare).pieces] == [
        "各县：",
        "2020年8月3日",
        "（此件公开发布）",
    ]


def test_head_and_recipients(document: Callable[[str], BeautifulSoup]) -> None:
    soup = document(FIRST)
    assert (
        soup.find("p", class_="red-head")
        .find_next("h1")
        .get_text()
        .startswith("云溪市人民政府关于印发")
    )
    assert (
        soup.find("p", class_="recipients").get_text()
        == "各县（区）人民政府，市政府各部门、各直属机构："
    )


def test_the_number_of_an_article_is_a_run_in_heading(
    document: Callable[[str], BeautifulSoup],
) -> None:
    soup = document(FIRST)
    number = soup.find(id="art-3")
    assert (number.name, number["class"], number.get_text()) == (
        "h6",
        ["run-in", "article"],
        "第三条",
    )
    assert number.find_previous(["h2", "h3", "h4", "h5"]).name == "h5"
    assert number.find_next_sibling("p").get_text() == "城市绿地系统规划应当包括下列内容："
    assert soup.find(id="art-4-1").get_text() == "第四条之一"


def test_items_are_a_list_as_printed(document: Callable[[str], BeautifulSoup]) -> None:
    items = document(FIRST).find("div", class_="items")
    outer = items.ul.find_all("li", recursive=False)
    assert [item.find(string=True).strip() for item in outer] == [
        "（一）规划目标和指标；",
        "（二）各类绿地的布局：",
    ]
    assert [item.find(string=True).strip() for item in outer[1].ul.find_all("li")][:2] == [
        "1. 公园绿地；",
        "(1) 综合公园；",
    ]
    assert items.find_all(["p", "ol"]) == []


def test_a_run_in_heading_and_its_paragraph_lose_nothing(
    document: Callable[[str], BeautifulSoup],
) -> None:
    heading = document(SECOND).find(id="s1-1")
    rest = heading.find_next_sibling("p")
    assert (heading.name, heading["class"], rest["class"]) == ("h3", ["run-in"], ["run-on"])
    assert (
        heading.get_text() + rest.get_text()
        == "（一）指导思想。坚持生态优先、绿色发展，推进渔业高质量发展。"
    )


def test_levels_and_anchors_of_a_body(document: Callable[[str], BeautifulSoup]) -> None:
    headings = document(SECOND).find_all(["h2", "h3", "h4", "h5"])
    assert [(tag.name, tag["id"]) for tag in headings] == [
        ("h2", "s1"),
        ("h3", "s1-1"),
        ("h3", "s1-2"),
        ("h2", "s2"),
        ("h3", "s2-1"),
        ("h4", "s2-1-1"),
        ("h5", "s2-1-1-1"),
        ("h5", "s2-1-1-2"),
        ("h3", "s2-2"),
        ("h3", "s2-2-b"),
        ("h2", "s3"),
        ("h2", "title-1"),
        ("h2", "related"),
        ("h2", "notes"),
        ("h3", "notes-error"),
    ]


def test_tables_say_their_header_caption_and_spans(
    document: Callable[[str], BeautifulSoup],
) -> None:
    first, second = document(FIRST).find_all("div", class_="table-scroll")
    assert (first["role"], first["tabindex"], first["aria-label"]) == (
        "region",
        "0",
        "古树名木分级标准",
    )
    assert first.caption.get_text() == "古树名木分级标准"
    assert [(th.get_text(), th["scope"]) for th in first.find_all("th")] == [
        ("类别", "col"),
        ("级别", "col"),
        ("标准", "colgroup"),
        ("树龄（年）", "col"),
        ("胸径（厘米）", "col"),
        ("古树", "rowgroup"),
        ("名木", "row"),
        ("合计", "row"),
    ]
    assert [group["span"] for group in first.find_all("colgroup")] == ["1", "1", "2"]
    bodies = first.find_all("tbody")
    assert [len(body.find_all("tr")) for body in bodies] == [2, 2]
    assert [
        [cell.get_text() for cell in row.find_all(["th", "td"])]
        for body in bodies
        for row in body("tr")
    ] == [
        ["古树", "一级", "500以上", "150 以上"],
        ["二级", "300—499", "100—149"],
        ["名木", "不分级", "具有重要历史、文化价值"],
        ["合计", "<500 & >100", "a | b"],
    ]
    assert second.caption.get_text() == "巡查频次表"
    assert document(FIRST).get_text().count("巡查频次表") == 1


def test_roster_is_a_description_list(document: Callable[[str], BeautifulSoup]) -> None:
    roster = document(FIRST).find("div", class_="roster")
    assert [(tag.name, tag.get_text()) for tag in roster.dl.find_all(["dt", "dd"])] == [
        ("dt", "主任"),
        ("dd", "赵一　市政府市长"),
        ("dt", "副主任"),
        ("dd", "钱二　市政府副市长"),
        ("dd", "孙三　市政府秘书长"),
        ("dt", "成员"),
        ("dd", "李四　市林业局局长 [兼]"),
        ("dd", "周五"),
        ("dd", "吴六　市财政局局长"),
    ]


def test_a_forwarded_report_keeps_its_own_elements(
    document: Callable[[str], BeautifulSoup],
) -> None:
    texts = [
        (p.get("class"), p.get_text())
        for p in document(FOURTH).find(id="enc").find_next_siblings("p")
    ]
    assert texts[:5] == [
        (["recipients"], "市政府："),
        (None, "现将水库安全检查情况报告如下。"),
        (["signature"], "云溪市水利局 2020年3月1日"),
        (["imprint"], "抄送：省水利厅。"),
        (["note"], "（此件发至县级）"),
    ]


def test_notes_hold_the_findings_of_the_document_only(
    document: Callable[[str], BeautifulSoup],
) -> None:
    table = document(SECOND).find(id="notes").find_next("table")
    cells = [cell.get_text() for cell in table.tbody.find_all(["th", "td"])]
    assert cells == ["第203行", "2020年2月30日", "照录", "二月没有30日，照原文保留。"]
    place = document(SECOND).find(id=table.a["href"][1:])
    assert place.get_text() == "2020年2月30日〔此处识读有误，见校勘记〕"
    assert place.find(class_="editor-note").a["href"] == f"#{table.span['id']}"
    assert document(THIRD).find(id="notes") is None


def test_source_and_neighbours(document: Callable[[str], BeautifulSoup]) -> None:
    soup = document(SECOND)
    source = (
        "本文据《云溪市人民政府公报》2020年第1期（第9页起）录入；原文件2020-01.txt第130—210行。"
    )
    assert soup.find("p", class_="source").get_text() == source
    assert [(a["class"], a["href"]) for a in soup.find("div", class_="pager").find_all("a")] == [
        (["previous"], "1.md"),
        (["next"], "3.md"),
    ]


def test_the_attachment_note_leads_to_the_attachments(
    document: Callable[[str], BeautifulSoup],
) -> None:
    note = document(FIRST).find("p", class_="attachment-note")
    assert note.get_text() == "附件：1. 古树名木分级标准；2. 云溪市城市绿化委员会组成人员名单"
    assert [(a.get_text(), a["href"]) for a in note.find_all("a")] == [
        ("古树名木分级标准", "#att-1"),
        ("云溪市城市绿化委员会组成人员名单", "#att-2"),
    ]


def test_the_same_repair_is_one_note_and_doubts_come_first() -> None:
    repair = Finding(
        line=3, kind="font-encoding", severity="info", found="也", correct="〔", message="还原"
    )
    doubt = Finding(line=9, kind="date", severity="warning", found="三月", message="存疑")
    again = [replace(repair, line=line) for line in (5, 5)]
    other = replace(repair, line=4, found="页", correct="〕")
    notes = notes_markdown([repair, *again, other, doubt], {3: "l-3", 5: "l-5", 9: "s1"})
    header, rule, *rows = [line for line in piped(notes).splitlines() if line.startswith("| ")]
    again_header = (header, rule)
    assert rows == [
        "| 第[9](#s1)行 | 三月 | 照录 | 存疑 |",
        *again_header,
        "| 第[3](#l-3)、[5](#l-5)（2处）行 | 也 | 〔 | 还原 |",
        "| 第4行 | 页 | 〕 | 还原 |",
    ]


def test_a_title_leads_to_its_attachment_in_either_width() -> None:
    anchors = {"目录（样表）": "att-1", "目录（样表）说明": "att-2"}
    assert (
        link_titles("2.目录(样表)说明；1.目录(样表)", anchors)
        == "2.[目录(样表)说明](#att-2)；1.[目录(样表)](#att-1)"
    )


def test_a_table_without_caption_is_named_after_the_heading_above(
    document: Callable[[str], BeautifulSoup],
) -> None:
    region = document(SECOND).find("div", class_="table-scroll")
    assert region["aria-label"] == "渔业转型升级任务分工"
    assert region.caption["class"] == ["visually-hidden"]

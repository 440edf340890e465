"""The registers of the archive's own documents against rows read by eye in ``issues/``."""

import csv
import io
import re
from typing import Any

import pytest
from bs4 import Tag

from generator.accuracy.understanding import count_understood
from generator.export import SERVED, build_exports
from generator.model import Archive
from generator.pages import build_pages
from tests.pages.rendering import Pages, Render


@pytest.fixture(scope="module")
def real_pages(real_archive: Archive) -> Pages:
    return {page.uri: page for page in build_pages(real_archive)}


def rows_of(render: Render, pages: Pages, uri: str) -> dict[str, list[list[str]]]:
    """The rows of a register by the heading above them."""
    groups: dict[str, list[list[str]]] = {}
    for listing in render(pages[uri].text).find_all("div", class_="listing"):
        above = listing.find_previous("h2").get_text()
        groups[above] = [
            [text(cell) for cell in row.find_all(["th", "td"])]
            for row in listing.tbody.find_all("tr")
        ]
    return groups


def text(cell: Tag) -> str:
    return cell.get_text("|", strip=True)


def test_cited_documents_by_level(render: Render, real_pages: Pages) -> None:
    groups = rows_of(render, real_pages, "archive/cited/index.md")
    assert list(groups) == ["国家级", "省级", "市级", "县级", "级别未详"]
    titles = {level: [row[:2] for row in rows] for level, rows in groups.items()}
    assert ["无障碍环境建设条例", "国务院令第622号"] in titles["国家级"]
    assert ["关于鼓励和规范互联网租赁自行车发展的指导意见", "交运发〔2017〕109号"] in titles[
        "国家级"
    ]
    assert ["山东省人民政府办公厅关于加强和改进行政应诉工作的意见", ""] in titles["省级"]
    assert ["国务院办公厅关于加强和改进行政应诉工作的意见", ""] in titles["国家级"]
    assert ["淄博市人民政府关于加快发展养老服务业的意见", "淄政发〔2015〕11号"] in titles["市级"]
    assert ["临淄区人民政府关于加快社会养老服务体系建设的意见", "临政发〔2014〕51号"] in titles[
        "县级"
    ]
    assert ["道路机动车辆生产企业及产品公告", ""] in titles["级别未详"]
    assert groups["国家级"][0][2] == "2件引用"
    twice = next(row for row in groups["省级"] if row[1] == "鲁政办发〔2020〕16号")
    assert twice[3].count("农村公路") == 2, (
        "line 304 of zichuan/2021-04 and line 472 of zaozhuang-shizhong/2021-02"
    )


def test_numbers_held_and_missing(render: Render, real_pages: Pages) -> None:
    groups = rows_of(render, real_pages, "archive/numbers/holdings.md")
    assert ["临政办字", "2017年", "127|、|129", "1—126、128", "129"] in groups["临淄区人民政府公报"]
    assert ["临政发", "2017年", "7|、|8|、|9", "1—6", "9"] in groups["临淄区人民政府公报"]
    assert ["朔政发", "2020年", "26|、|30", "1—25、27—29", "30"] in groups["朔州市人民政府公报"]


def test_organs(render: Render, real_pages: Pages) -> None:
    groups = rows_of(render, real_pages, "archive/issuers/authority.md")
    row = groups["山东省枣庄市市中区"][0]
    assert row[:5] == [
        "枣庄市市中区人民政府",
        "市中区人民政府、区政府",
        "县级",
        "枣庄市人民政府",
        "5件",
    ]
    assert [row[3] for row in groups["山西省朔州市"]] == ["山西省人民政府", "朔州市人民政府"]


def test_first_and_last_documents_of_an_organ(render: Render, real_pages: Pages) -> None:
    groups = rows_of(render, real_pages, "archive/issuers/authority.md")
    first, last = groups["山东省淄博市临淄区"][0][5].split("|")
    assert first == "2017年9月30日《临淄区人民政府关于印发临淄区土壤污染防治工作方案的通知》", (
        "line 56 of linzi/2017-11"
    )
    assert last.startswith("2017年11月27日《临淄区人民政府关于印发临淄区残疾人事业发展"), "line 479"


def test_years_and_months(render: Render, real_pages: Pages) -> None:
    rows = render(real_pages["archive/years/index.md"].text).tbody.find_all("tr")
    assert [[text(cell) for cell in row.find_all(["th", "td"])] for row in rows] == [
        ["2021年", "16", "4、5、8—12月"], ["2020年", "13", "7—9月"], ["2017年", "12", "9、11月"],
    ]  # fmt: skip
    groups = rows_of(render, real_pages, "archive/years/2021.md")
    assert {month: len(rows) for month, rows in groups.items()} == {
        "12月": 1, "11月": 1, "10月": 2, "9月": 4, "8月": 1, "5月": 6, "4月": 1,
    }  # fmt: skip
    assert [row[1] for row in groups["10月"]] == ["川政办字〔2021〕42号", "川政发〔2021〕3号"]


def test_the_archive_as_a_picture_says_what_its_tables_say(
    render: Render, real_pages: Pages
) -> None:
    soup = render(real_pages["archive/picture.md"].text)
    assert len(soup.find_all("figure", class_="picture")) == 2
    first, second = soup.find_all("table")[:2]
    rows = [
        [text(cell) for cell in row.find_all(["th", "td"])] for row in first.tbody.find_all("tr")
    ]
    assert rows[0] == ["2021年", "16", "市中区人民政府公报|12；|淄川区人民政府公报|4"]
    named = [
        name
        for row in second.select("tbody tr")
        for name in text(row.find_all(["th", "td"])[2]).split("；")
    ]
    assert len(soup.find_all("svg")[1].find_all("circle")) == len(named)
    links = [link.get_text() for link in second.select("tbody tr a")]
    assert (
        len(links)
        == len(set(links))
        == len({name.split(" ")[0].strip("|").split("|")[0] for name in named})
    )


def test_regions(render: Render, real_pages: Pages) -> None:
    groups = rows_of(render, real_pages, "archive/regions/index.md")
    assert ["淄博市", "临淄区", "临淄区人民政府公报", "2017", "12件"] in groups["山东省"]
    assert groups["山西省"] == [["朔州市", "", "朔州市人民政府公报", "2020", "13件"]]


def test_terms(render: Render, real_pages: Pages) -> None:
    groups = rows_of(render, real_pages, "archive/force/index.md")
    assert [row[1:] for row in groups["2025年9月到期"]] == [
        ["朔政办发〔2020〕32号", "2025年9月15日", "未过有效期", "朔州市人民政府公报"]
    ], "2020年8月17日，自公布之日起30日后实行，有效期为5年"
    assert [row[1:] for row in groups["2022年11月到期"]] == [
        [
            "临政办字〔2017〕129号",
            "2022年11月31日（历法中没有此日，照录）",
            "未过有效期",
            "临淄区人民政府公报",
        ]
    ]
    assert [row[1:] for row in groups["2020年12月到期"]] == [
        ["朔政办发〔2020〕39号", "2020年12月31日", "未过有效期", "朔州市人民政府公报"],
        ["临政办字〔2017〕127号", "2020年12月9日", "尚未施行", "临淄区人民政府公报"],
    ]


def test_a_day_of_validity_has_its_sentence(render: Render, real_pages: Pages) -> None:
    facts = render(real_pages["archive/shuozhou/2020/3/3.md"].text).find("div", class_="facts")
    day, sentence = facts.find("dt", string="施行日期").find_next_siblings("dd", limit=2)
    assert day.get_text() == "2020年8月28日"
    assert "30日后" in sentence.get_text() or "三十日后" in sentence.get_text()


def test_tables_and_their_data(render: Render, real_pages: Pages, real_archive: Archive) -> None:
    groups = rows_of(render, real_pages, "archive/tables/index.md")
    assert groups["2017年"][0][0] == "专栏1 加快残疾人小康进程主要指标"
    assert groups["2017年"][0][2] == "12×3"
    files = dict(build_exports(real_archive, SERVED))
    data = files["data/tables/linzi-2017-11-4-1.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == ["指标", "目标值", "属性"]
    assert len(rows) == 13


def test_the_picture_of_a_neighbourhood_says_what_the_list_says(
    render: Render, real_pages: Pages
) -> None:
    soup = render(real_pages["archive/linzi/2017/11/6.md"].text)
    svg = soup.find("figure", class_="network").svg
    assert_unheard(svg)
    whole = [name_of(box) for box in svg.select("rect:not(.network-self)")]
    listed = [a.get_text() for a in soup.select(".related dd a")][:-1]
    assert len(whole) == 6
    assert set(whole) == set(listed)
    assert [term.get_text() for term in soup.find("div", class_="related").find_all("dt")] == [
        "依据", "被引用", "同期文件",
    ]  # fmt: skip


def test_the_network_of_the_archive_says_what_its_tables_say(
    render: Render, real_pages: Pages
) -> None:
    soup = render(real_pages["archive/picture.md"].text)
    svg = soup.find("figure", class_="network").svg
    cited, citing = (table.tbody.find_all("tr") for table in soup.find_all("table")[-2:])
    assert (len(cited), len(citing)) == (16, 9)
    assert [cell.get_text() for cell in cited[1].find_all(["th", "td"])] == [
        "中华人民共和国外商投资法",
        "2件",
    ]
    shared = {
        row.th.get_text() for row in cited if int(row.find_all(["th", "td"])[1].get_text()[:-1]) > 1
    }
    named = [row.find_all(["th", "td"])[1].get_text().split("；") for row in citing]
    drawn = sum(len(shared.intersection(titles)) for titles in named)
    shapes = "".join(str(path["d"]) for path in svg.find_all("path"))
    assert len(shared) == 3
    assert shapes.count("M") == drawn == 6
    assert_unheard(svg)
    names = {row.th.get_text() for row in (*cited, *citing)}
    assert {name_of(box) for box in svg.find_all("rect")} <= names


def assert_unheard(svg: Any) -> None:
    """A picture is for the eye: nothing of it is heard, and the keyboard passes it by."""
    assert svg.parent["aria-hidden"] == "true"
    assert svg.find_all(["a", "button"]) == []
    assert svg.select("[tabindex]") == []
    assert "role" not in svg.attrs


def name_of(box: Any) -> str:
    """The whole title of a box, which is all its label where that is not cut."""
    if box.parent.name == "g":
        return str(box.parent.title.get_text())
    labels = []
    for after in box.find_next_siblings():
        if after.name != "text":
            break
        labels.append(after.get_text())
    return "".join(labels)


def test_related_documents_are_distinguished_by_their_organ(
    render: Render, real_pages: Pages
) -> None:
    soup = render(real_pages["archive/linzi/2017/11/12.md"].text)
    names = [a.get_text() for a in soup.find("div", class_="related").find_all("a")]
    assert "国务院办公厅关于加强和改进行政应诉工作的意见" in names
    assert "山东省人民政府办公厅关于加强和改进行政应诉工作的意见" in names
    labels = [
        a.get("title") for a in soup.find_all("a", string="《关于加强和改进行政应诉工作的意见》")
    ]
    assert labels == [
        f"{organ}关于加强和改进行政应诉工作的意见"
        for organ in ("国务院办公厅", "山东省人民政府办公厅")
    ]


def test_the_three_shares(real_archive: Archive) -> None:
    understood = count_understood(real_archive.documents)
    assert understood.linked + understood.registered + len(understood.unread) == understood.total
    assert (understood.linked, len(understood.unread)) == (41, 1)
    assert understood.unread[0].doubt.line == 630, "a 》 whose 《 the page lost"


@pytest.mark.parametrize("uri", ["archive/picture.md", "archive/linzi/2017/11/6.md"])
def test_every_line_of_a_network_ends_at_two_boxes_that_are_in_the_picture(
    uri: str, render: Render, real_pages: Pages
) -> None:
    svg = render(real_pages[uri].text).find("figure", class_="network").svg
    _, _, width, height = map(int, str(svg["viewbox"]).split())
    sides = ("x", "y", "width", "height")
    boxes = [[int(str(box[side])) for side in sides] for box in svg.find_all("rect")]
    for x, y, wide, high in boxes:
        assert 1 <= x < x + wide <= width - 1
        assert 0 <= y < y + high <= height
    begins = {(x + wide + 1, y + high // 2) for x, y, wide, high in boxes}
    ends = {(x - 1, y + high // 2) for x, y, wide, high in boxes}
    paths = svg.find_all("path")
    assert paths
    for path in paths:
        numbers = [int(number) for number in re.findall(r"\d+", str(path["d"]))]
        assert (numbers[0], numbers[1]) in begins
        assert (numbers[-2], numbers[-1]) in ends

"""The box 分享 is one block of text to copy, and its code is the one that the standard has for the address."""

import re
from collections.abc import Sequence

import pytest
import segno
from bs4 import BeautifulSoup

from generator.model import Document
from generator.pages.tools.qr_code import LONGEST, QUIET, qr_on_paper, qr_on_screen, symbol_of
from generator.pages.tools.share_box import BOX, message_of, sharing_of
from tests.reference.items import HOSTILE, hostile_items

SITE = "https://gongbao.example.org/"
DOCUMENT = Document(1, (1, 9), "通知", number="云政发〔2020〕3号", date="2020-08-13")
ITEM = {
    "title": "关于印发办法的通知",
    "author": [{"literal": "云溪县人民政府"}, {"literal": "云溪县水务局"}],
    "number": "云政发〔2020〕3号",
    "URL": f"{SITE}archive/yunxi/2020/1/1/",
}


def modules_of(svg: str) -> list[list[int]]:
    """The modules that a drawing has, with those around the symbol, row after row."""
    side = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    rows = [[0] * side for _ in range(side)]
    (path,) = re.findall(r' d="([^"]+)"', svg)
    x = y = 0
    for step, across, down in re.findall(r"([Mmh])(\d+)(?: ([\d.]+))?", path):
        if step == "M":
            x, y = int(across), int(float(down) - 0.5)
            continue
        if step == "h":
            rows[y][x : x + int(across)] = [1] * int(across)
        x += int(across)
    return rows


def surrounded(matrix: Sequence[Sequence[int]]) -> list[list[int]]:
    """A symbol in its quiet zone, as ISO/IEC 18004 asks for it."""
    side = len(matrix) + 2 * 4
    blank = [[0] * side for _ in range(4)]
    return [*blank, *([0] * 4 + list(row) + [0] * 4 for row in matrix), *blank]


@pytest.mark.parametrize(
    "rest",
    [
        "archive/yunxi/2020/1/1/",
        "archive/yunxi/2020/3-4/12/",
        "archive/zaozhuang-shizhong/2021/12-shang/8/",
        "archive/a/2020/s78/1/",
    ],
)
@pytest.mark.parametrize(
    "site", [SITE, "http://a.cn/", "https://公报.example/", f"https://{'a' * 120}.cn/"]
)
def test_a_code_is_that_of_the_address(site: str, rest: str) -> None:
    symbol = symbol_of(site, rest)
    assert symbol is not None
    whole = segno.make(site + rest, error="m", micro=False, encoding="utf-8", mode="byte", mask=2)
    assert symbol.width == len(whole.matrix)
    assert whole.error in {"M", "Q", "H"}
    assert modules_of(qr_on_paper(symbol)) == surrounded(whole.matrix)
    assert QUIET == 4


def test_a_code_does_not_depend_on_those_made_before() -> None:
    once = [symbol_of(SITE, f"archive/yunxi/2020/{nth}/1/") for nth in range(1, 10)]
    again = [symbol_of(SITE, f"archive/yunxi/2020/{nth}/1/") for nth in range(9, 0, -1)]
    assert once == again[::-1]
    assert len(set(once)) == len(once)


def test_a_code_is_black_on_white_and_says_what_it_is() -> None:
    symbol = symbol_of(SITE, "archive/yunxi/2020/1/1/")
    assert symbol is not None
    paper = BeautifulSoup(qr_on_paper(symbol), "html.parser")
    side = str(symbol.width + 8)
    assert (paper.rect["fill"], paper.rect["width"], paper.rect["height"]) == ("#fff", side, side)
    assert paper.path["stroke"] == "#000"
    screen = BeautifulSoup(qr_on_screen(symbol), "html.parser")
    for svg in (paper.svg, screen.svg):
        assert svg is not None
        assert (svg["role"], svg["aria-label"]) == ("img", "本件网址的二维码")
    assert screen.use["href"] == f"#{paper.g['id']}"


def test_an_address_that_paper_cannot_hold_has_no_code() -> None:
    rest = "archive/yunxi/2020/1/1/"
    longest = "https://" + "a" * (LONGEST - len("https:///") - len(rest)) + "/"
    assert symbol_of(longest, rest) is not None
    assert symbol_of(f"{longest}a", rest) is None


def test_a_message_says_title_number_issuers_date_and_address() -> None:
    assert message_of(ITEM, DOCUMENT).split("\n") == [
        "关于印发办法的通知",
        "云政发〔2020〕3号　云溪县人民政府　云溪县水务局　2020年8月13日",
        "https://gongbao.example.org/archive/yunxi/2020/1/1/",
    ]
    assert message_of({"title": "公告"}, Document(1, (1, 9), "公告")) == "公告"


def test_a_site_with_an_address_offers_it_and_its_code() -> None:
    sharing = sharing_of(ITEM, DOCUMENT, SITE)
    box = BeautifulSoup(sharing.box, "html.parser")
    shown = {str(tag["data-share"]): tag.get_text() for tag in box.select("[data-share]")}
    assert shown == {
        "address": f"{SITE}archive/yunxi/2020/1/1/",
        "short": f"{SITE}n/云政发/2020/3/",
        "message": message_of(ITEM, DOCUMENT),
    }
    assert box.select_one(f"details#{BOX} > summary + svg") is not None
    assert sharing.code
    assert f"短地址：{SITE}n/云政发/2020/3/" in sharing.short


def test_a_site_without_an_address_offers_no_code_and_no_address() -> None:
    item = {name: value for name, value in ITEM.items() if name != "URL"}
    sharing = sharing_of(item, DOCUMENT, "")
    assert (sharing.code, sharing.short) == ("", "")
    box = BeautifulSoup(sharing.box, "html.parser")
    assert [tag["data-share"] for tag in box.select("[data-share]")] == ["message"]
    assert box.svg is None
    assert "http" not in sharing.box


def test_a_document_without_a_number_has_no_short_address() -> None:
    sharing = sharing_of(ITEM, Document(1, (1, 9), "公告"), SITE)
    assert 'data-share="short"' not in sharing.box
    assert sharing.short == ""
    assert sharing.code


def test_what_is_copied_is_text_whatever_a_title_holds() -> None:
    for item, text in zip(hostile_items(), HOSTILE, strict=True):
        document = Document(1, (1, 9), text, number=text)
        box = sharing_of(item, document, "").box
        assert "\n\n" not in box
        soup = BeautifulSoup(box, "html.parser")
        assert {tag.name for tag in soup.find_all()} == {
            "details", "summary", "dl", "dt", "dd", "div",
        }  # fmt: skip
        (shown,) = soup.select("[data-share]")
        assert shown.get_text().split("\n") == message_of(item, document).splitlines()

"""What the tags of a page say of its lines: headings, parts of the site, rows."""

import pytest

from generator.read.lines import Line
from generator.read.web.html import read_html
from tests.reading import read_lawfully


def lines_of(page: str) -> list[Line]:
    """The lines of a page."""
    return read_html(page).lines


@pytest.mark.parametrize(
    ("tag", "marks"),
    [
        ("<h1>甲乙</h1>", ["#"]),
        ("<h2>甲乙</h2>", ["##"]),
        ("<h6>甲乙</h6>", ["######"]),
        ("<p>甲乙</p>", [""]),
        ("<nav>甲乙</nav>", ["nav"]),
        ("<p>目录</p><ul><li><a href=1>甲</a></li><li><a href=2>乙</a></li></ul>", ["", "", ""]),
        (
            "<p>专题</p><ul><li><a href=1>甲</a></li><li><a href=2>乙</a></li></ul>",
            ["", "nav", "nav"],
        ),
        ("<p>专题</p><ul><li><a href=#1>甲</a></li><li><a href=#2>乙</a></li></ul>", ["", "", ""]),
        ("<p>专题</p><ul><li><a name=1>甲</a></li><li><a name=2>乙</a></li></ul>", ["", "", ""]),
        ('<h2 class="nav">甲乙</h2>', ["##"]),
        ('<div class="footer">甲乙</div>', ["nav"]),
        ('<div class="share">甲乙</div>', ["nav"]),
        ('<div class="share">甲乙。</div>', [""]),
        ('<div class="share">云溪公报</div>', [""]),
        ('<div class="share"><h2>甲乙</h2></div>', ["##"]),
        ('<div class="share">甲<h2>乙</h2></div>', ["", "##"]),
        ('<div id="x">甲乙</div>', [""]),
    ],
)
def test_the_mark_of_a_line_is_that_of_its_tag(tag: str, marks: list[str]) -> None:
    assert [line.mark for line in lines_of(f"<body>{tag}</body>")] == marks


def test_an_organ_above_a_number_is_a_head_and_a_signature_is_none() -> None:
    body = [
        "云溪市人民政府",
        "云政发〔2020〕1号",
        "关于做好春季植树工作的通知",
        "各乡镇人民政府：",
        "春季植树要抓紧，各单位要落实责任。",
        "云溪市人民政府",
        "2020年3月1日",
    ]
    (alone,) = read_lawfully("\n".join(body).encode()).documents
    assert (alone.head, alone.lines) == ("云溪市人民政府", (1, 7))
    second = [line.replace("1号", "2号").replace("植树", "防火") for line in body]
    documents = read_lawfully("\n".join([*body, *second]).encode()).documents
    assert [(one.number, one.head, one.lines) for one in documents] == [
        ("云政发〔2020〕1号", "云溪市人民政府", (1, 7)),
        ("云政发〔2020〕2号", "云溪市人民政府", (8, 14)),
    ]

"""The text of the gazette on a page: what is printed, and none of what the site and its editors say."""

import pytest

from generator.prove.page_text import page_text
from generator.visible import CELL, ROW

PAGE = '<html><title>网站</title><body><nav>首页</nav><main><h1 id="title">通知</h1>{}</main><p>页脚</p></body></html>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲 &lt;乙&gt;\u3000丙</p>", "甲<乙>丙"),
        ('<p class="editorial">编者<b>按</b></p><p>甲</p>', "甲"),
        ('<div class="facts"><p>文号</p><span class="number as-printed">某〔1〕</span></div>', "某〔1〕"),
        ('<p class="source">来源</p><p>甲<span class="visually-hidden">注</span>乙</p>', "甲乙"),
        ("<table><tr><th>一</th><td>二</td></tr></table>", f"{ROW}{CELL}一{CELL}二"),
        ("<p>甲<br>乙<wbr>丙<script>x()</script><svg><title>图</title></svg></p>", "甲乙丙"),
        ("<p>甲<p>乙</div></p></span>", "甲乙"),
        ("<!-- 注 --><p>甲</p>", "甲"),
    ],
)  # fmt: skip
def test_the_text_of_a_page(html: str, expected: str) -> None:
    assert page_text(PAGE.format(html)) == f"通知{expected}"


@pytest.mark.parametrize("html", ["", "<p>甲</p>", "\0\xff<<<", "</div>" * 10])
def test_a_page_without_heading_has_no_text(html: str) -> None:
    assert page_text(html) is None


def test_a_page_that_nests_for_ever_is_read() -> None:
    deep = "<div>" * 20_000 + "甲" + "</p></div>" * 20_000
    assert page_text(PAGE.format(deep)) == "通知甲"


@pytest.mark.parametrize(
    "broken", ["<![x[ 乙 ]]>", "<![ x", "<![if !IE]>", "<!x", "</>", "&#9999999999;"]
)
def test_a_broken_page_is_read_to_its_end(broken: str) -> None:
    text = page_text(f'<main><h1 id="title">甲</h1>{broken}</main>')
    assert text is not None
    assert text.startswith("甲")

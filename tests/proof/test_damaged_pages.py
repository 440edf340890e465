"""Whatever the markup of a page is, each of its characters is explained: the plain path and the reader agree."""

from hypothesis import given
from hypothesis import strategies as st

from generator.errors import NotAGazette
from generator.proof.plain import read_plain
from generator.proof.visible_text import visible
from generator.read import read_print
from tests.parse.test_fuzz import HTML_UNITS, PAGE, QUICK
from tests.reading import read_lawfully

UNITS = (
    *HTML_UNITS,
    "第二条 为了",
    "</html>",
    "</body>",
    "<body class=nav>",
    "<textarea>甲\n乙</textarea>",
    "<select><option>丙<option>丁</select>",
    "<img alt='二维码'>",
    "<ruby>灞<rt>bà</rt></ruby>",
    "<caption>某表</caption>",
    "<nav>首页</nav>",
    "</td>",
    "</tr>",
    "</table>",
    "</p>",
    "</div>",
    "-->",
    "</script>",
    "</title>",
    "<head>",
    "</head>",
    "<style>p{}</style>",
    "<noscript>请启用脚本</noscript>",
    '<div style="display:none">某县人民政府。\n第3号</div>',
    "<p hidden>丙。",
    "<div hidden>",
    "<span style='visibility:hidden'>丁",
    "</span>",
    "<noscript>某政发〔2021〕3号<p>各县要落实。</p></noscript>",
    "<iframe srcdoc='&lt;p&gt;某政发〔2021〕4号&lt;/p&gt;各县。'></iframe>",
    "&nbsp;&#20113;&lt;p&gt;&bogus;&#0;&#x1;",
    "a<b 且 c>d",
    "<p title='a>b'>",
    "<p class=it's>",
    "\u200b\ufeff\x01",
    "\n",
    "| 甲 | 乙 |",
)


@QUICK
@given(st.lists(st.sampled_from(UNITS), max_size=25))
def test_a_damaged_page_is_wholly_explained(units: list[str]) -> None:
    try:
        read_lawfully((PAGE + "".join(units)).encode(), "page.html")
    except NotAGazette:
        return


@QUICK
@given(st.lists(st.sampled_from(UNITS), max_size=25))
def test_tables_in_a_text_are_wholly_explained(units: list[str]) -> None:
    head = "云溪市人民政府公报\n2021年第3期\n云溪市人民政府令\n第3号\n为了。\n<table><tr><td>"
    data = (head + "".join(units) + "</table>\n2021年3月5日").encode()
    plain = read_plain(data)
    try:
        printed = read_print(data, "a.md").printed
    except NotAGazette:
        return
    assert "".join(plain.lines) == "".join(visible(text) for _, text in printed)

"""Each form of the dialect as it comes out, and what is refused; whatever is made is what MkDocs makes."""

import pytest

from tests.publish.dialect.reference import difference, made, render

MADE = {
    "## 总则 {#s1 .part-title}": '<h2 class="part-title" id="s1">总则</h2>',
    "## 一、[甲](a.md)> {#s1}": '<h2 id="s1">一、<a href="at:a.md">甲</a>&gt;</h2>',
    r"### \> 甲 \# {#s1}": '<h3 id="s1">&gt; 甲 #</h3>',
    "文字\n{: #l-39 .note .item }": '<p class="note item" id="l-39">文字</p>',
    "一行\n两行": "<p>一行\n两行</p>",
    "　　文字": "<p>文字</p>",
    "1. 甲": "<ol>\n<li>甲</li>\n</ol>",
    "1. <span>甲</span> [乙](b.md)\n1. 丙<br>丁": (
        '<ol>\n<li><span>甲</span> <a href="at:b.md">乙</a></li>\n<li>丙<br>丁</li>\n</ol>'
    ),
    "- 甲\n  {#l-3}\n    - 乙\n- 丙": '<ul>\n<li id="l-3">甲<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>',
    "成员\n:   张三\n:   李四": "<dl>\n<dt>成员</dt>\n<dd>张三</dd>\n<dd>李四</dd>\n</dl>",
    "成员\n:   张三\n\n:   李四": "<dl>\n<dt>成员</dt>\n<dd>张三</dd>\n<dd>李四</dd>\n</dl>",
    "| 甲 | 乙 |\n| --- | --- |\n| a |  |": (
        "<table>\n<thead>\n<tr>\n<th>甲</th>\n<th>乙</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>a</td>\n<td></td>\n</tr>\n</tbody>\n</table>"
    ),
    "| 甲 |\n| --- |": (
        "<table>\n<thead>\n<tr>\n<th>甲</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n</tr>\n</tbody>\n</table>"
    ),
    '<div class="a" id="&quot;" markdown="1">\n\n甲\n\n</div>': '<div class="a" id="&quot;">\n<p>甲</p>\n</div>',
    '<div class="a" markdown="1">\n\n\n\n</div>': '<div class="a"></div>',
    '<details class="a" markdown="1">\n<summary>甲 &amp; 乙</summary>\n\n丙\n\n</details>': (
        '<details class="a">\n<summary>甲 &amp; 乙</summary>\n<p>丙</p>\n</details>'
    ),
    '<p class="caption" markdown="span">甲[乙](b.md)</p>': '<p class="caption">甲<a href="at:b.md">乙</a></p>',
    '<div markdown="block">\n<table markdown="block">\n<tbody markdown="block">\n'
    '<tr id="l" markdown="block"><td markdown="span">[甲](a.md)</td><td markdown="span"></td></tr>\n'
    "</tbody>\n</table>\n</div>": (
        '<div>\n<table>\n<tbody>\n<tr id="l">\n<td><a href="at:a.md">甲</a></td>\n<td></td>\n</tr>\n'
        "</tbody>\n</table>\n</div>"
    ),
    '<figure>\n<svg viewBox="0 0 1 1"></svg>\n</figure>\n<p>甲</p>\n\n乙': (
        '<figure>\n<svg viewBox="0 0 1 1"></svg>\n</figure>\n<p>甲</p>\n\n<p>乙</p>'
    ),
    '[39](a.md#L39 "甲　乙"){.s aria-label="第39行"}丙': (
        '<p><a aria-label="第39行" class="s" href="at:a.md#L39" title="甲 乙">39</a>丙</p>'
    ),
    "[甲<wbr>[乙]丙](#a){: .b }": '<p><a class="b" href="at:#a">甲<wbr>[乙]丙</a></p>',
    '[![](a.png){: loading="lazy" }甲](b.png)': (
        '<p><a href="at:b.png"><img alt="" loading="lazy" src="at:a.png" />甲</a></p>'
    ),
    '<span class="number">甲</span><br>乙': '<p><span class="number">甲</span><br>乙</p>',
    r"\*甲\* \\ \_ &lt; &#124; > [乙] 丙]": r"<p>*甲* \ _ &lt; &#124; &gt; [乙] 丙]</p>",
    "![甲[乙](c)": '<p>![甲<a href="at:c">乙</a></p>',
    r"\\![](b)": r'<p>\<img alt="" src="at:b" /></p>',
    "甲|乙\n:   丙": "<dl>\n<dt>甲|乙</dt>\n<dd>丙</dd>\n</dl>",
    "**责任单位：**甲": "<p><strong>责任单位：</strong>甲</p>",
    "": "",
    "\n\n": "",
}


@pytest.mark.parametrize("text", MADE)
def test_what_is_made(text: str) -> None:
    converted = made(text)
    assert converted is not None
    assert converted.html == MADE[text]
    assert difference(text, converted) == ""


REFUSED = (
    "# 甲", "#甲 {#a}", "## {#a}", "## 甲 ## {#a}", "## 甲 {#a}\n乙", "- 甲\n\n- 乙", "* 甲", "+ 甲", "１. 甲", "- - 甲",
    "2. 甲", "1. 甲\n2. 乙", "1. 甲\n\n1. 乙", "1. 甲\n\n- 乙", "- 甲\n\n1. 乙", "1.  甲", "1. 1. 甲", "1. 甲\n乙",
    "-     甲", "    甲", " 甲", "> 甲", "甲\n> 乙", "甲\n- 乙", "甲\n# 乙", "甲\n---", "甲\n===", "---", "***", "_ _ _",
    "甲  \n乙",
    "    甲\n:   乙", "甲\n \n乙", "\\![](b)",
    "甲\n乙\n:   丙\n丁", ":   甲", "甲\n\n:   乙", "甲\n:       乙", "甲\n:   # 乙", "甲\n:   - 乙",
    "| 甲 | 乙 |\n| --- | --- |\n| a |", "| 甲 |\n| :-- |", "甲 | 乙\n--- | ---", "| 甲 | \\| |\n| --- | --- |",
    "[甲]: b", "- [甲]: b", "[甲\n乙]: b", "[甲](b c)", "[甲](<b>)", "[甲](b 'c')", "[甲]()", "[](b)", "[ ](b)",
    "[甲](b(c))", "](b)",
    "[甲[乙](c)](d)", "![甲](b)", "[甲] (b)[乙](c){ }", "[甲](b){.c}}", "甲{.c}", "{: .c }", "甲\n{: .c }\n乙",
    '[甲](b){href="c"}',
    "`甲`", "*甲*", "_甲_", "**甲**乙**丙**", "** 甲**", "[**甲](b)**", "a_b", "甲 & 乙", "&lt", "&#60", "a < b", "甲<",
    "<!-- -->", "<?a?>", "甲<!",
    "<http://a.b>", "<a@b.c>", "<span class='a'>", "<br/>", "甲<div>乙</div>", "<p>甲", "<p>甲</p>乙", "<p>甲</p></p>",
    "<p>a & b</p>",
    "<hr>", "<pre>甲</pre>", "<script>甲</script>", "<p>甲\n\n乙</p>", "甲\n<p>乙</p>", '<div markdown="1">\n\n甲',
    "</div>", "甲\n</div>",
    '<div markdown="1">甲</div>', '<div markdown="1">\n\n<p>甲</p>\n\n</div>', '<div markdown="span">\n\n甲\n\n</div>',
    '<details markdown="1">\n\n甲\n\n</details>', '<div markdown="1">\n\n甲\n\n</details>',
    '<section markdown="1">\n\n甲\n\n</section>',
    "[TOC]", "甲\x02乙", "甲\t乙", "甲\r\n乙", "甲\x0b乙", "\xa0", "\\甲", r"\"", "甲\\", r"\<",
    '<p markdown="1">甲</p>',
    '<div markdown="block">\n<table markdown="block">\n<tr markdown="block"></tr>\n</table>\n</div>',
)  # fmt: skip

CELL = '<td markdown="span">甲</td>'


def region(*lines: str) -> str:
    """A table whose cells are Markdown, of some lines, in which sections, rows and ends are said briefly."""
    brief = ("div", "table", "thead", "tbody")
    return "\n".join(f'<{line} markdown="block">' if line in brief else line for line in lines)


def rows(text: str) -> str:
    """Such a table with something in its one section."""
    return region("div", "table", "tbody", text, "</tbody>", "</table>", "</div>")


ROW = f'<tr markdown="block">{CELL}</tr>'
UNLIKE_A_TABLE = {
    "row in no section": region("div", "table", ROW, "</table>", "</div>"),
    "section in no table": region("div", "tbody", ROW, "</tbody>", "</div>"),
    "table in a table": region("div", "table", "table", "</table>", "</table>", "</div>"),
    "ends in another order": region("div", "table", "tbody", ROW, "</table>", "</tbody>", "</div>"),
    "no end": region("div", "table", "tbody", ROW, "</tbody>", "</table>"),
    "text in a section": rows("甲"),
    "text before a cell": rows(ROW.replace("<td", "甲<td")),
    "text behind a cell": rows(ROW.replace("</tr>", "甲</tr>")),
    "cell that is not read": rows(ROW.replace(CELL, "<td>甲</td>")),
    "row without end": rows(ROW.replace("</tr>", "")),
}  # fmt: skip
UNLIKE_OTHERS = (
    "<p>甲\n \n乙</p>", '<details markdown="1">\n<summary>甲<b>乙</b></summary>\n\n丙\n\n</details>',
    '<details markdown="1">\n<p>甲</p>\n\n丙\n\n</details>', "甲\n:   乙\n丙丁戊己庚辛", "甲\n:   \u3000", "- 甲\n    乙",
    "- \u3000", "- 甲\n  乙", "- 甲\n乙丙丁戊己", "## ![](a) {#a}",
)  # fmt: skip


def test_a_table_like_those_refused_is_made() -> None:
    text = rows(ROW)
    converted = made(text)
    assert converted is not None
    assert difference(text, converted) == ""


@pytest.mark.parametrize("text", UNLIKE_A_TABLE.values(), ids=UNLIKE_A_TABLE)
def test_what_is_no_table_is_refused(text: str) -> None:
    assert made(text) is None


@pytest.mark.parametrize("text", [*REFUSED, *UNLIKE_OTHERS])
def test_what_is_refused(text: str) -> None:
    assert made(text) is None


def test_headings_are_nested_as_the_outline_has_them() -> None:
    levels = (2, 4, 3, 1, 6, 2, 2, 3, 5, 4, 1)
    text = "\n\n".join(f"{'#' * level} 第{nth}　章 {{#s{nth}}}" for nth, level in enumerate(levels))
    converted = made(text)
    assert converted is not None
    assert converted.toc == render(text).toc
    assert converted.toc[0]["name"] == "第0 章"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 甲 <wbr>[乙](c.md) {#a}\n\n丙", "甲 乙"),
        ("甲\n\n# 乙 {#a}", None),
        ("## 甲 {#a}", None),
        ("", None),
    ],
)
def test_the_title_is_that_of_a_first_heading(text: str, title: str | None) -> None:
    converted = made(text)
    assert converted is not None
    assert converted.title == title == render(text).title

"""What a page says of itself to the theme: scripts, and whether it has an outline."""

import pytest

from generator.model import Archive
from generator.pages import build_pages
from generator.pages.writing.furnish import furnish, list_entries
from generator.pages.writing.page import Page
from generator.words.say import speaking


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 通知 {#title}\n\n## 一、目标 {#s1}\n\n## 二、任务 {#s2}\n", 2),
        ("# 通知\n\n正文 ## 二\n", 0),
        ("## 一、目标 {#s1}\n\n### （一）范围 {#s1-1 .run-in}\n", 2),
        ("## 第一条 {#art-1}\n\n### 一、范围 {#art-1-s1}\n\n## 第二条 {#enc-art-2 .run-in}\n", 0),
        ("## 第一章 {#ch1}\n\n### 第一条 {#art-1}\n\n#### 一、范围 {#art-1-s1}\n\n## 第二章 {#ch2}\n", 2),
        ("## 甲 {#a}\n\n### 乙 {#b}\n\n#### 丙 {#c}\n\n##### 丁 {#d}\n", 3),
        ("## 甲 {#a}\n\n##### 丁 {#d}\n\n###### 戊 {#e}\n", 2),
        ("## 甲\n\n## 乙\n", 2),
        ("####### 甲 {#a}\n\n##乙 {#b}\n", 0),
    ],
)  # fmt: skip
def test_headings_of_the_outline_are_counted(text: str, expected: int) -> None:
    assert len(list(list_entries(text))) == expected


@pytest.mark.parametrize(
    ("kind", "text", "scripts"),
    [
        ("document", "正文\n", ["document"]),
        ("document", '<table class="x">\n', ["document", "tables"]),
        ("listing", "| 名 | 数 |\n| --- | --- |\n| 甲 | 1 |\n", ["tables"]),
        ("listing", "甲 | --- | 乙\n", None),
        ("source", "正文\n", ["lines"]),
    ],
)
def test_a_page_names_the_scripts_that_it_needs(
    kind: str, text: str, scripts: list[str] | None
) -> None:
    page = Page(uri="archive/x.md", meta={"title": "", "kind": kind, "hide": ["toc"]}, text=text)
    assert furnish(page).meta.get("scripts") == scripts


@pytest.mark.parametrize(
    ("hide", "text", "expected"),
    [
        (None, "## 甲\n", ["toc"]),
        (None, "## 甲\n\n## 乙\n", None),
        (["navigation"], "## 甲\n", ["navigation", "toc"]),
        (["toc"], "## 甲\n\n## 乙\n", ["toc"]),
    ],
)
def test_an_outline_of_one_entry_is_hidden(
    hide: list[str] | None, text: str, expected: list[str] | None
) -> None:
    meta = {"title": "", "kind": "listing"} | ({"hide": hide} if hide else {})
    page = Page(uri="archive/x.md", meta=meta, text=text)
    assert furnish(page).meta.get("hide") == expected
    assert page.meta == meta


def test_only_documents_with_articles_ask_for_their_number(real_archive: Archive) -> None:
    pages = {page.uri: page.text for page in build_pages(real_archive)}
    asking = {uri for uri, text in pages.items() if 'id="jump"' in text}
    having = {uri for uri, text in pages.items() if "{#art-" in text or "-art-1 " in text}
    documents = {f"archive/{record.id}.md" for record in real_archive.documents}
    assert asking == having & documents
    assert asking < documents


@pytest.mark.parametrize(
    ("language", "title", "tag"),
    [
        ("zh", "关于某事的通知", None),
        ("en", "关于某事的通知", "zh-Hans"),
        ("en", "Help", None),
        ("zh-Hant", "通知", None),
    ],
)
def test_a_chinese_title_on_a_page_in_another_language_says_so(
    language: str, title: str, tag: str | None
) -> None:
    with speaking(language):
        page = furnish(Page(uri="x.md", meta={"title": title, "kind": "document"}, text=""))
    assert page.meta.get("lang") == tag

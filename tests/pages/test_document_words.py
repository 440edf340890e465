"""What the page of a document says in its own words, in Chinese and in English."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from msgspec import structs

from generator.model import Citation, Document, Effective, Evidence, Finding, Paragraph, Part, Table
from generator.outline.headings import PlacedBlock
from generator.pages.body.collation import count_findings, notes_groups
from generator.pages.body.flow import document_text
from generator.pages.body.table_markup import table_html
from generator.pages.body.validity_note import state_markdown, validity_values
from generator.pages.index.citations import make_citations
from generator.pages.index.indexes import make_registers
from generator.pages.writing.markdown import heading
from generator.pages.writing.page import Page
from generator.words.say import speaking
from generator.words.wording import validity_word
from tests.fixtures.dated import date_on
from tests.pages.rendering import piped
from tests.pages.small import archive, document, issue
from tests.pages.whole_archive import document_pages

IN_SPAN = '<span lang="zh-Hans">{}</span>'


@pytest.fixture
def english() -> Iterator[None]:
    """A site in English."""
    with speaking("en"):
        yield


def made_page(**fields: object) -> Page:
    """The page of a document of which only what a test is about is known."""
    (page,) = document_pages(make_registers(archive(issue(1, document(1, **fields)))))
    return page


def terms_of(text: str) -> list[str]:
    """The terms of the fact box."""
    box = text.partition('class="facts')[2].partition("</div>")[0]
    return re.findall(r"\n(.+)\n:   ", box)


def source_of(text: str) -> str:
    """What is said of the source, without tags."""
    line = re.search(r"(.*)\n\{: \.source \}", text)
    return re.sub("<[^>]*>", "", line[1]) if line else ""


FACTS = {
    "number": "某发〔2020〕1号",
    "issuer": "某局",
    "date": "2020-03-01",
    "kind": "通知",
    "column": "文件",
    "subjects": ("甲", "乙"),
    "page": 3,
}


def test_the_terms_of_the_fact_box() -> None:
    assert terms_of(made_page(**FACTS).text) == [
        "发文字号",
        "发文机关",
        "成文日期",
        "文种",
        "栏目",
        "主题词",
        "刊载于",
    ]


@pytest.mark.usefixtures("english")
def test_the_terms_of_the_fact_box_in_english() -> None:
    text = made_page(**FACTS).text
    assert terms_of(text) == [
        "Document number",
        "Issuing body",
        "Date of issue",
        "Document type",
        "Column",
        "Subject terms",
        "Published in",
    ]
    assert "\nPermanent address\n:   [" in text
    assert "\nShort address\n:   <span" in text
    assert " › Document\n" in text
    assert "(index.md), page 3\n" in text
    assert '<time datetime="2020-03-01">[1 March 2020]' in text


@pytest.mark.parametrize(
    ("page", "lines", "chinese", "english"),
    [
        (3, (1, 9), "《yunxi公报》2020年第1期（第3页起）录入；原文件x第1—9行", "2020, No.\u00a01, from page 3; source file x, lines 1–9"),
        (3, (), "《yunxi公报》2020年第1期（第3页起）录入；原文件x", "2020, No.\u00a01, from page 3; source file x"),
        (None, (1, 9), "《yunxi公报》2020年第1期录入；原文件x第1—9行", "2020, No.\u00a01; source file x, lines 1–9"),
        (None, (), "《yunxi公报》2020年第1期录入；原文件x", "2020, No.\u00a01; source file x"),
    ],
)  # fmt: skip
def test_where_the_text_comes_from(
    page: int | None, lines: tuple[int, ...], chinese: str, english: str
) -> None:
    assert source_of(made_page(page=page, lines=lines).text) == f"本文据{chinese}。"
    with speaking("en"):
        shown = source_of(made_page(page=page, lines=lines).text)
    assert shown == f"Transcribed from yunxi公报 {english}."


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "en"])
def test_a_document_is_cited_in_chinese_in_all_languages(language: str) -> None:
    with speaking(language):
        assert made_page(page=3).meta["printed_in"] == "《yunxi公报》2020年第1期，第3页"
        assert made_page().meta["printed_in"] == "《yunxi公报》2020年第1期"


def dated_values(effective: Effective) -> list[str]:
    """What is said of the validity of a document on 1 June 2021, without tags."""
    dated = date_on(archive(issue(1, document(1, effective=effective))), "2021-06-01")
    values = validity_values(make_citations(dated), dated.documents[0], "x.md", "")
    return [re.sub("<[^>]*>", "", value) for value in values]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("effective", "said"),
    [
        (Effective(None, "2022-01-01"), "{term}, valid until 1 January 2022"),
        (Effective(None, "2021-01-01"), "{expired}, valid until 1 January 2021"),
        (Effective("2022-01-01"), "{pending}, effective from 1 January 2022"),
        (Effective("2020-01-01"), "{none}"),
    ],
)
def test_what_is_said_of_each_state_in_english(effective: Effective, said: str) -> None:
    states = {state: validity_word(state) for state in ("term", "expired", "pending", "none")}
    printed = "Judged from what the document states"
    judged = "Judged from the issues of this gazette that are held"
    basis = printed if "{expired}" in said else judged
    assert dated_values(effective) == [
        said.format(**states),
        f"{basis}. How far this gazette is held: [Coverage](archive/yunxi/index.md#coverage).",
    ]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2021-02-31", "validity is worked out from 28 February 2021."),
        ("长期", "validity has not been worked out from it."),
    ],
)
def test_what_is_said_of_a_day_that_no_calendar_has_in_english(until: str, said: str) -> None:
    *_, last = dated_values(Effective("2020-01-01", until))
    day = "31 February 2021" if until == "2021-02-31" else until
    given = f"The source gives {day}, which does not exist in the calendar; it is kept as printed"
    assert last == f"{given}, and {said}"


def repealed() -> str:
    """What is said of a document that another one repeals."""
    made = archive(issue(1, document(1), document(2, title="关于废止《甲》的决定")))
    first, second = made.documents
    evidence = Evidence("2021-06-01", by=second.id, by_date="2020-01-01")
    record = structs.replace(first, status="repealed", evidence=evidence)
    return state_markdown(make_citations(made), record, "archive/x.md")


def test_what_repeals_a_document_is_named() -> None:
    linked = "[{}](yunxi/2020/1/2.md)"
    title = "《关于废止〈甲〉的决定》"
    day = '<time datetime="2020-01-01">{}</time>'
    assert (
        repealed()
        == f'<span class="force">已被{linked.format(title)}（{day.format("2020年1月1日")}）废止</span>'
    )
    with speaking("en"):
        by = linked.format(IN_SPAN.format(title))
        english = day.format("1 January 2020")
        assert repealed() == f'<span class="force">Repealed by {by} ({english})</span>'


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (None, ["自2021年6月2日起被《决定》废止"]),
        ("2022-01-01", ["未过有效期，有效期至2022年1月1日", "自2021年6月2日起被《决定》废止"]),
    ],
)
def test_a_repeal_that_is_to_come_is_said_with_its_day(until: str | None, said: list[str]) -> None:
    repeals = Citation(title="通知1", relation="repeals", target="yunxi/2020/1/1")
    repealing = document(2, title="决定", date="2021-06-02", citations=(repeals,))
    held = issue(1, document(1, effective=Effective(None, until)), repealing)
    made = date_on(archive(held), "2021-06-01")
    values = validity_values(make_citations(made), made.documents[0], "x.md", "")
    texts = [re.sub(r"<[^>]*>|\[|\]\([^)]*\)", "", value) for value in values]
    assert [text for text in texts if "该公报" not in text] == said
    assert made.documents[0].status == ("term" if until else "none")


def found(
    line: int,
    text: str = "",
    correct: str = "",
    severity: Literal["info", "warning", "error"] = "info",
) -> Finding:
    """A finding whose message is its severity."""
    return Finding(line, "x", severity, text, correct, message=severity)


@pytest.mark.usefixtures("english")
def test_notes_in_english_have_their_plural() -> None:
    findings = [
        found(3, "a", "b"), found(5, "a", "b"), found(5, "a", "b"),
        found(7, "  "),
        *[found(9, severity="warning")] * 3,
        found(0, severity="error"),
    ]  # fmt: skip
    groups = piped("\n".join(notes_groups(findings)))
    rows = [
        line.strip("| ").split(" | ") for line in groups.split("\n") if line.startswith(("#", "|"))
    ]
    header, rule = ["Place", "Source", "This page", "Explanation"], ["---"] * 4
    assert rows == [
        ["### Missing or scrambled {#notes-error .editorial}"], header, rule,
        ['<span id="note-0"></span>', "", "", "error"],
        ["### Doubtful {#notes-warning .editorial}"], header, rule,
        ["line 9 (3 places)", "", "", "warning"],
        ["### Corrected {#notes-info .editorial}"], header, rule,
        ["lines 3, 5 (2 places)", "a", "b", "info"],
        ["line 7", "(blank)", "removed", "info"],
    ]  # fmt: skip
    assert count_findings(findings) == "1 missing or scrambled, 3 doubtful, 4 corrected"


def headings_of(made: Document) -> list[str]:
    """The headings of the parts of a document."""
    pieces = document_text(made).pieces
    return [piece.text.split(" {")[0] for piece in pieces if piece.text.startswith("## ")]


def test_a_part_without_heading_is_called_what_it_is() -> None:
    block = Paragraph(text="甲", lines=(3,))
    parts = (
        Part(kind="body", blocks=(block,)),
        Part(kind="enclosure", blocks=(block,)),
        Part(kind="attachment", blocks=(block,)),
    )
    made = document(1, parts=(*parts, Part(kind="attachment", label="附件2", title="清单")))
    assert headings_of(made) == ["## 印发文件", "## 附件", "## 附件2　清单"]
    with speaking("en"):
        own = IN_SPAN.format("附件2　清单")
        assert headings_of(made) == ["## Enclosed document", "## Annex", f"## {own}"]


def test_a_table_without_name_is_called_a_table_and_says_that_its_text_is_chinese() -> None:
    table = Table(header=(("甲", "乙"),), rows=(("一", "二"),))
    region, made, *_ = table_html(table, None, PlacedBlock(table)).split("\n")
    assert 'aria-label="表格"' in region
    assert made == "<table>"
    with speaking("en"):
        region, made, *_ = table_html(table, None, PlacedBlock(table)).split("\n")
        named, *_ = table_html(table, "清单", PlacedBlock(table)).split("\n")
    assert 'aria-label="Table"' in region
    assert "lang" not in region
    assert made == '<table lang="zh-Hans">'
    assert 'aria-label="清单" tabindex="0" lang="zh-Hans"' in named


def test_a_text_that_is_too_heavy_for_markdown_says_its_language() -> None:
    heavy = "甲[" * 400
    with speaking("en"):
        assert heading(2, heavy).startswith('<h2 lang="zh-Hans">甲[')
    assert heading(2, heavy).startswith("<h2>甲[")

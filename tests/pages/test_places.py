"""Where a page has the elements of a document, and in which words it says its days and terms."""

import re
from html import unescape

import pytest

from generator.model import CellSpan, Effective, Paragraph, Part, Stretch, Table
from generator.outline.headings import PlacedBlock
from generator.pages.body.flow import document_text
from generator.pages.body.table_markup import table_html
from generator.pages.body.validity_note import (
    LONGEST,
    start_values,
    state_markdown,
    validity_values,
)
from generator.pages.index.citations import make_citations
from generator.pages.index.indexes import make_registers
from generator.pages.lists.gazette_page import gazette_pages
from generator.pages.writing.markdown import dated, is_day, time_inserts
from tests.fixtures.dated import date_on
from tests.pages.small import archive, document, issue
from tests.pages.whole_archive import document_pages


def test_a_sentence_is_quoted_up_to_eighty_characters() -> None:
    assert LONGEST == 80
    for size, end in ((80, ""), (81, "…")):
        block = Paragraph(text="字" * size, lines=(3,))
        effective = Effective("2020-01-01", "2022-01-01", {"until": Stretch(0, 0, 0, size)})
        made = document(1, parts=(Part(kind="body", blocks=(block,)),), effective=effective)
        dated = date_on(archive(issue(1, made)), "2021-06-01")
        (record,) = dated.documents
        values = list(validity_values(make_citations(dated), record, "x.md", "l-3"))
        assert values[2] == f"[“{'字' * 80}{end}”](#l-3)"
        assert list(start_values(record, "l-3")) == [
            '<time datetime="2020-01-01">2020年1月1日</time>'
        ]


def test_what_is_said_of_each_state() -> None:
    terms = (
        (Effective(None, "2022-01-01"), "未过有效期，有效期至2022年1月1日"),
        (Effective(None, "2021-01-01"), "已过有效期，有效期至2021年1月1日"),
        (Effective("2022-01-01", "2023-01-01"), "尚未施行，自2022年1月1日起施行"),
        (Effective("2020-01-01"), "未见失效记载"),
    )
    for effective, words in terms:
        made = date_on(archive(issue(1, document(1, effective=effective))), "2021-06-01")
        (record,) = made.documents
        shown = state_markdown(make_citations(made), record, "x.md")
        assert re.sub("<[^>]*>", "", shown) == words
        short = state_markdown(make_citations(made), record, "x.md", short=True)
        assert re.sub("<[^>]*>", "", short) == words.partition("，")[0]
        can_change = record.status in {"term", "pending"}
        for name, date in (("from", effective.start), ("until", effective.until)):
            assert (f'data-{name}="{date}"' in shown) is (can_change and date is not None)


GAZETTE, PRINT = "时效依本库所收该公报各期判断", "依文件所载判断"


@pytest.mark.parametrize(
    ("day", "effective", "basis", "later"),
    [
        ("2021-06-01", Effective(None, None), GAZETTE, None),
        ("2021-06-01", Effective(None, "2021-12-31"), GAZETTE, PRINT),
        ("2021-06", Effective("2022-01-01"), GAZETTE, PRINT),
        ("2021", Effective(None, "长期"), GAZETTE, None),
        ("2021", Effective(None, "2020-12-31"), PRINT, None),
        (None, Effective(None, "2020-12-31"), GAZETTE, PRINT),
    ],
)
def test_what_a_state_is_judged_by(
    day: str | None, effective: Effective, basis: str, later: str | None
) -> None:
    made = date_on(archive(issue(1, document(1, effective=effective))), day)
    _, shown, *_ = validity_values(make_citations(made), made.documents[0], "x.md", "")
    place = "[收录情况](archive/yunxi/index.md#coverage)"
    said = f"{basis}；该公报收至何日、收有几期，见{place}。"
    assert re.sub("<[^>]*>", "", shown) == said
    found = re.search('data-printed="([^"]*)"', shown)
    assert (found and unescape(found[1])) == later


@pytest.mark.parametrize(
    ("day", "missing", "said"),
    [
        ("2021-06-01", 0, "收至2021年6月1日（所收1期，其后各期未收）"),
        ("2021-06", 1204, "收至2021年6月（所收1期，其间至少缺1,204期，其后各期未收）"),
        ("2021", 0, "收至2021年（所收1期，其后各期未收）"),
        (None, 0, "各期日期未详（所收1期，其后各期未收）"),
    ],
)
def test_the_page_of_a_gazette_says_how_far_it_is_held(
    day: str | None, missing: int, said: str
) -> None:
    made = date_on(archive(issue(1, document(1))), day, missing)
    (page,) = gazette_pages(make_registers(made))
    (line,) = re.findall(r'<span id="coverage">.*', page.text)
    assert re.sub("<[^>]*>", "", line) == said


def test_a_later_issue_of_its_gazette_changes_no_page_that_is_not_about_it() -> None:
    """How far a gazette is held would be said anew on every page of it."""
    first, second = (issue(nth, document(1, title=f"通知{nth}")) for nth in (1, 2))
    one = date_on(archive(first), "2020-06-01")
    two = date_on(archive(second, first), "2020-12-31")
    before, after = (
        {page.uri: page.encoded() for page in document_pages(make_registers(made))}
        for made in (one, two)
    )
    assert before["archive/yunxi/2020/1/1.md"] == after["archive/yunxi/2020/1/1.md"]


@pytest.mark.parametrize(
    ("effective", "states"),
    [
        (Effective(None, "2022-01-01"), {"expired": "已过有效期，有效期至2022年1月1日"}),
        (Effective(None, "2021-02-31"), {}),
        (Effective(None, "2022-02-31"), {"expired": "已过有效期，有效期至2022年2月31日"}),
        (Effective(None, "长期"), {}),
        (Effective("2022-01-01"), {"begun": "已到施行日期，自2022年1月1日起施行"}),
        (Effective("2022-01-01", "长期"), {"begun": "已到施行日期，自2022年1月1日起施行"}),
        (
            Effective("2022-01-01", "2023-01-01"),
            {
                "term": "未过有效期，有效期至2023年1月1日",
                "expired": "已过有效期，有效期至2023年1月1日",
            },
        ),
        (Effective("2020-01-01"), {}),
    ],
)
def test_the_page_has_the_words_for_a_later_day(
    effective: Effective, states: dict[str, str]
) -> None:
    made = date_on(archive(issue(1, document(1, effective=effective))), "2021-06-01")
    shown = state_markdown(make_citations(made), made.documents[0], "x.md")
    names = "expired|begun|term|pending|none|repealed"
    assert dict(re.findall(rf'data-({names})="([^"]*)"', shown)) == states


def test_elements_without_a_line_are_where_a_document_prints_them() -> None:
    blocks = (Paragraph(text="甲", lines=(3,)), Paragraph(text="乙", lines=(5,)))
    attached = Part(
        kind="attachment", title="清单", at=(7,), blocks=(Paragraph(text="丙", lines=(8,)),)
    )
    parts = (Part(kind="body", blocks=blocks), attached)
    elements = {"recipients": "各局", "signature": "市府", "parts": parts}

    def order(**at: tuple[int, ...]) -> list[str]:
        text = document_text(document(1, **elements, at=at))
        words = "甲乙丙各市"
        return [
            next(word for word in words if word in piece.text)
            for piece in text.pieces
            if "清单" not in piece.text
        ]

    assert order() == list("各甲乙市丙")
    assert order(recipients=(4,), signature=(3,)) == list("甲市各乙丙")
    assert order(recipients=(5,), signature=(2,)) == list("市甲各乙丙")
    assert order(recipients=(9,), signature=(9,)) == list("甲乙各丙市")


@pytest.mark.parametrize(
    ("until", "judged"),
    [("2021-02-31", "时效按2021年2月28日推算。"), ("长期", "时效未作推算。"), ("2021-02-28", None)],
)
def test_a_day_that_no_calendar_has_is_judged_by_the_last_of_its_month(
    until: str, judged: str | None
) -> None:
    made = date_on(
        archive(issue(1, document(1, effective=Effective("2020-01-01", until)))), "2021-06-01"
    )
    values = list(validity_values(make_citations(made), made.documents[0], "x.md", ""))
    assert [value.partition("；")[2] for value in values[2:]] == ([judged] if judged else [])


def test_a_cell_says_how_many_it_covers_when_it_covers_several() -> None:
    spans = (CellSpan(1, 0, 2, 1), CellSpan(1, 1, 1, 1))
    table = Table(header=(("甲", "乙"),), rows=(("一", "二"), ("", "三")), spans=spans)
    html = table_html(table, "表", PlacedBlock(table))
    assert re.findall(r'(?:rowspan|colspan)="\d+"', html) == ['rowspan="2"']


@pytest.mark.parametrize(
    ("size", "shown"),
    [(106, "某发〔2020〕1号 各局：" + "字" * 106), (107, "某发〔2020〕1号 各局：" + "字" * 107)],
)
def test_a_description_has_a_hundred_and_twenty_characters(size: int, shown: str) -> None:
    block = Paragraph(text="字" * size, lines=(3,))
    one = document(
        1, number="某发〔2020〕1号", recipients="各局", parts=(Part(kind="body", blocks=(block,)),)
    )
    registers = make_registers(archive(issue(1, one, document(2))))
    first, second = document_pages(registers)
    assert first.meta["description"] == shown[:120]
    assert second.meta["description"] == "通知2"


def test_a_date_around_the_text_is_one_for_machines() -> None:
    one = document(1, date="2020-03-01", parts=(Part(kind="body"),))
    text = "".join(piece.text for piece in document_text(one).pieces)
    assert '<time datetime="2020-03-01">2020年3月1日</time>' in text


def test_only_a_day_of_the_calendar_is_one_for_machines() -> None:
    assert time_inserts("2021年2月3日", "2021-02-03") == (
        (0, '<time datetime="2021-02-03">'),
        (9, "</time>"),
    )
    assert time_inserts("2021年2月31日", "2021-02-31") == ()
    assert time_inserts("（2021年2月）", "2021-02") == (
        (1, '<time datetime="2021-02">'),
        (8, "</time>"),
    )
    assert time_inserts("2021年2月", "2021-03") == ()
    assert time_inserts("2021年13月", "2021-13") == ()
    assert dated("2021-02") == '<time datetime="2021-02">2021年2月</time>'
    assert dated("2021-13") == "2021年13月"
    both = "2021年1月1日至2021年2月3日"
    assert [offset for offset, _ in time_inserts(both, "2021-02-03")] == [10, 19]
    assert time_inserts("即日", "2021-02-03") == ()
    assert [is_day(day) for day in ("2021-02-28", "2021-02-29", "20210228", None)] == [
        True,
        False,
        False,
        False,
    ]
    assert dated("2021-02-31") == "2021年2月31日"
    assert dated("2021-02-03", classes="date") == (
        '<time class="date" datetime="2021-02-03">2021年2月3日</time>'
    )

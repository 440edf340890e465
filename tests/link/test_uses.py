"""How a text uses what it cites: where a use goes on, where a list of repeals ends, whose a number is."""

import pytest

from generator.link.cite import cite_issue
from generator.link.citing_texts import line_at
from generator.link.find import find_citations
from generator.link.relations import heads_repeals, introduces_repeals, opens_item
from generator.model import (
    Block,
    Citation,
    Document,
    Heading,
    Issue,
    Paragraph,
    Part,
    Publication,
)


def cited(*blocks: Block | str, title: str = "通知", more: tuple[Part, ...] = ()) -> list[Citation]:
    """The citations of a document with these blocks."""
    made = tuple(
        Paragraph(text=block, lines=(nth,)) if isinstance(block, str) else block
        for nth, block in enumerate(blocks, 1)
    )
    document = Document(1, (1, 9), title, parts=(Part(kind="body", blocks=made), *more))
    (found,) = cite_issue(Issue("x", "", Publication("公报"), documents=(document,))).documents
    return list(found.citations)


def uses(*blocks: Block | str, **more: str) -> list[str]:
    """How each is used."""
    found = cited(*blocks, **more)  # type: ignore[arg-type]
    return [citation.role or citation.relation for citation in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《甲法》、《乙法》，制定本办法。", ["basis", "basis"]),
        ("根据《甲法》和国务院《乙法》，制定本办法。", ["basis", "basis"]),
        ("根据《甲法》制定本办法。《乙法》另行公布。", ["basis", "cites"]),
        ("根据《甲法》（2019）并2020年《乙法》制定本办法。", ["basis", "cites"]),
        ("根据《甲法》办理。", ["cites"]),
        ("贯彻《甲意见》、参照《乙意见》办理。", ["implements", "cites"]),
        ("参照《甲意见》，贯彻落实《乙意见》。", ["cites", "implements"]),
        ("《甲办法》、《乙办法》同时废止。", ["repeals", "repeals"]),
        ("《甲办法》废止后，按《乙办法》办理。", ["cites", "cites"]),
        ("废止《甲办法》。", ["repeals"]),
        ("《甲办法》作如下修改：", ["amends"]),
        ("修改《甲办法》", ["amends"]),
    ],
)
def test_a_use_goes_on_through_a_list(text: str, expected: list[str]) -> None:
    assert uses(text) == expected


def test_what_is_issued_hands_its_use_to_no_other() -> None:
    found = uses(
        "现将《水利工程办法》、《某省物价办法》印发给你们。", title="关于印发水利工程办法的通知"
    )
    assert found == ["issues", "cites"]


def test_an_own_title_is_forwarded_wherever_the_sentence_says_so() -> None:
    title = "关于转发水利工程办法的通知"
    assert uses("现将《水利工程办法》发给你们，请一并转发。", title=title) == ["forwards"]
    assert uses("现将《某省物价办法》发给你们，请一并转发。", title=title) == ["cites"]
    assert uses("《水利工程办法》已经同意，请予转发。", title=title) == ["forwards"]
    assert uses("《水利工程办法》已经同意，请予研究。", title=title) == ["cites"]


@pytest.mark.parametrize(
    ("text", "introduces"),
    [
        ("下列文件予以废止：", True),
        ("下列文件予以废止或者修改：", False),
        ("下列文件继续有效，其余废止：", False),
        ("有效期届满的下列文件予以废止：", True),
        ("下列文件予以公布：", False),
    ],
)
def test_a_list_of_repeals_keeps_nothing(text: str, *, introduces: bool) -> None:
    assert introduces_repeals(text) is introduces


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("决定废止的规范性文件目录", True),
        ("决定废止和修改的规范性文件目录", False),
        ("保留和废止的文件目录", False),
        ("规范性文件目录", False),
    ],
)
def test_a_title_of_repeals_keeps_nothing(title: str, *, heads: bool) -> None:
    assert heads_repeals(title) is heads


@pytest.mark.parametrize(
    ("text", "opens"),
    [("1.某某县人民政府办公室", True), ("1.某某县人民政府办公室的", False), ("根据", False)],
)
def test_an_item_opens_with_twelve_characters(text: str, *, opens: bool) -> None:
    assert opens_item(text) is opens


def test_a_list_of_repeals_ends_with_what_is_no_item() -> None:
    found = uses(
        "下列文件予以废止：",
        "1.《甲水利办法》",
        "2.《乙水利办法》",
        "本决定自公布之日起施行，请各有关单位认真抓好落实。",
        "3.《丙水利办法》",
    )
    assert found == ["repeals", "repeals", "cites"]


def test_a_heading_without_a_citation_begins_and_ends_a_list_of_repeals() -> None:
    listed = Heading(kind="title", text="决定废止的规范性文件目录")
    item = Heading(kind="1", text="一、《甲水利办法》")
    other = Heading(kind="title", text="其他")
    assert uses(listed, item, "1.《乙水利办法》", other, "1.《丙水利办法》") == [
        "repeals",
        "repeals",
        "cites",
    ]


def test_a_heading_with_a_citation_is_an_item_of_the_list() -> None:
    blocks = (
        Heading(kind="1", text="一、《甲水利办法》"),
        Heading(kind="1", text="二、《乙水利办法》"),
    )
    listed = Part(kind="attachment", title="决定废止的规范性文件目录", blocks=blocks)
    assert [one.relation for one in cited("略", more=(listed,))] == ["repeals", "repeals"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《甲》和《乙》（国发〔2020〕1号）", [("甲", None), ("乙", "国发〔2020〕1号")]),
        (
            "《甲》（国发〔2020〕1号、国发〔2020〕2号）",
            [("甲", "国发〔2020〕1号"), (None, "国发〔2020〕2号")],
        ),
        (
            "《甲》和《乙》（国发〔2020〕1号、2号）",
            [("甲", None), ("乙", None), (None, "国发〔2020〕1号"), (None, "国发〔2020〕2号")],
        ),
        (f"《甲《{'乙' * 118}》", [("甲" + "乙" * 118, None)]),
        (f"《甲《{'乙' * 119}》", [("乙" * 119, None)]),
    ],
)
def test_whose_a_number_is(text: str, found: list[tuple[str | None, str | None]]) -> None:
    assert [(one.title, one.number) for one in find_citations(text)] == found


@pytest.mark.parametrize(("cut", "whole"), [(0, False), (4, True), (8, False)])
def test_a_title_is_torn_where_a_line_ends_inside_it(cut: int, *, whole: bool) -> None:
    text = "甲《水利工程办法》乙"
    torn = Paragraph(text=f"{text}", lines=(1, 2), breaks=(1 + cut,))
    issued = Part(kind="enclosure", title="水利工程监督管理办法")
    (citation,) = cited(torn, more=(issued,))
    assert (citation.title == issued.title) is whole


def test_the_line_of_an_offset() -> None:
    assert [line_at((5, 6, 8), (3, 7), offset) for offset in (0, 2, 3, 6, 7, 99)] == [
        5,
        5,
        6,
        6,
        8,
        8,
    ]
    assert line_at((), (), 3) == 0
    assert line_at((5,), (3, 7), 9) == 5

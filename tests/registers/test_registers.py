"""What the archive holds and lacks: series of numbers, organs, cited documents, tables."""

import msgspec
import pytest

from generator.model import (
    Archive,
    Citation,
    Document,
    Heading,
    Issue,
    IssueRecord,
    Organ,
    Part,
    Publication,
    PublicationRecord,
    Table,
)
from generator.model.archive import DocumentRecord
from generator.registers.authority import list_authorities, parent_of
from generator.registers.holdings import list_series
from generator.registers.plausible import misreads_year
from generator.registers.table_list import list_tables
from generator.registers.unheld import collect_cited

COUNTY = "浙江省杭州市西湖区"


def document(nth: int, number: str | None = None, **more: object) -> Document:
    """A document with a number."""
    fields = {"sequence": nth, "lines": (nth, nth), "title": f"通知{nth}", "number": number, **more}
    return Document(**fields)  # type: ignore[arg-type]


def archive(*documents: Document, gazette: str = "yunxi", **more: object) -> Archive:
    """An archive of one issue of one gazette."""
    issue = f"{gazette}/2021/1"
    records = tuple(DocumentRecord(f"{issue}/{one.sequence}", issue, one, 9) for one in documents)
    record = IssueRecord(issue, gazette, Issue("x", "", Publication("公报"), year=2021), records)
    publication = PublicationRecord(id=gazette, title="公报", **more)  # type: ignore[arg-type]
    return Archive((publication,), (record,))


def both(one: Archive, other: Archive) -> Archive:
    """Two archives as one."""
    return Archive(one.publications + other.publications, one.issues + other.issues)


@pytest.mark.parametrize(
    ("held", "cited", "missing", "highest"),
    [
        ((1, 2, 3), (), (), 3),
        ((2, 5, 6), (), ((1, 1), (3, 4)), 6),
        ((1,), (1,), (), 1),
        ((1,), (2,), ((2, 2),), 2),
        ((3, 3), (7, 5), ((1, 2), (4, 7)), 7),
        ((4,), (2,), ((1, 3),), 4),
    ],
)
def test_the_gaps_of_a_series(
    held: tuple[int, ...],
    cited: tuple[int, ...],
    missing: tuple[tuple[int, int], ...],
    highest: int,
) -> None:
    citations = tuple(Citation(number=f"云政发〔2020〕{serial}号") for serial in cited)
    documents = [document(nth, f"云政发〔2020〕{n}号") for nth, n in enumerate(held, 1)]
    citing = document(9, citations=citations)
    (series,) = list_series(archive(*documents, citing))
    assert (series.missing, series.highest) == (missing, highest)
    assert [serial for serial, _ in series.held] == sorted(held)
    assert (series.cited_by is not None) == (highest > max(held))


def test_series_are_ordered_by_prefix_and_the_newest_year_first() -> None:
    numbers = ("云政办发〔2020〕1号", "云政发〔2019〕1号", "云政发〔2020〕1号", "令第7号", None)
    series = list_series(archive(*(document(n, number) for n, number in enumerate(numbers, 1))))
    assert [(one.prefix, one.year) for one in series] == [
        ("云政办发", 2020),
        ("云政发", 2020),
        ("云政发", 2019),
    ]


def test_a_year_that_was_misread_comes_last() -> None:
    made = archive(
        document(1, "云政发〔2201〕1号", date="2021-02-01"),
        document(2, "云政发〔2022〕1号", date="2021-02-01"),
        document(3, "云政发〔2020〕1号", date="2021-02-01"),
    )
    assert [one.year for one in list_series(made)] == [2022, 2020, 2201]


@pytest.mark.parametrize(
    ("date", "doubted", "year", "misread"),
    [
        ("2021-02-01", False, 2022, False),
        ("2021-02-01", False, 2023, True),
        ("2021-02-01", True, 2023, True),
        (None, False, 2923, False),
        (None, True, 2923, True),
    ],
)
def test_a_year_is_misread_where_the_date_says_so_or_is_doubted(
    date: str | None, year: int, *, doubted: bool, misread: bool
) -> None:
    (record,) = archive(document(1, date=date)).documents
    assert misreads_year(msgspec.structs.replace(record, doubted=doubted), year) is misread


def test_a_number_is_cited_in_the_same_gazette_only() -> None:
    citation = Citation(number="云政发〔2020〕9号")
    made = both(
        archive(document(1, "云政发〔2020〕1号")),
        archive(document(1, citations=(citation,)), gazette="donghu"),
    )
    assert [one.highest for one in list_series(made)] == [1]


@pytest.mark.parametrize(
    ("name", "region", "parent"),
    [
        ("西湖区人民政府办公室", COUNTY, "西湖区人民政府"),
        ("浙江省人民政府办公厅", "浙江省", "浙江省人民政府"),
        ("西湖区人民政府", COUNTY, "杭州市人民政府"),
        ("浙江省人民政府办公厅", None, "浙江省人民政府"),
        ("杭州市人民政府", "浙江省杭州市", "浙江省人民政府"),
        ("浙江省人民政府", "浙江省", None),
        ("西湖区水利局", COUNTY, "西湖区人民政府"),
        ("水利局", COUNTY, None),
        ("西湖区水利局", None, None),
    ],
)
def test_the_organ_above(name: str, region: str | None, parent: str | None) -> None:
    assert parent_of(name, region) == parent


def test_an_organ_with_its_names_and_its_first_and_last_document() -> None:
    name, other = "云溪市水利局", "云溪市财政局"
    organ = Organ(name, ("云溪水利", name), ("云水发",))
    made = archive(
        document(1, issuer=name, signature="市水利局", date="2021-03-01"),
        document(2, issuer=name, date=None),
        document(3, issuer=name, issuers=(name, other), signature="水利局", date="2020-01-01"),
        document(4, issuer=name, signature="市政府", date="2022-01-01"),
        document(5, issuer=name, date="2021-01-01"),
        region="浙江省云溪市",
        organs=(organ,),
    )
    entries = {entry.name: entry for entry in list_authorities(made)}
    found = entries[name]
    assert found.aliases == ("云溪水利", "市水利局")
    assert (found.first.document.sequence, found.last.document.sequence) == (3, 4)
    assert (found.count, entries[other].count) == (5, 1)
    assert (found.prefixes, found.region) == (("云水发",), "浙江省云溪市")


def test_organs_are_ordered_by_region_and_governments_come_first() -> None:
    names = ("浙江省水利厅", "浙江省人民政府", "浙江省交通厅")
    organs = tuple(map(Organ, names))
    documents = [document(nth, issuer=name) for nth, name in enumerate(names, 1)]
    made = archive(*documents, region="浙江省", organs=organs)
    assert [entry.name for entry in list_authorities(made)] == [
        "浙江省人民政府",
        "浙江省交通厅",
        "浙江省水利厅",
    ]


def test_a_cited_document_is_there_once_however_it_is_worded() -> None:
    number = "国发〔2019〕7号"
    made = archive(
        document(1, citations=(Citation(title="水利办法", number=number),)),
        document(2, citations=(Citation(number="国发〔2019〕7"), Citation(number=number))),
        document(3, citations=(Citation(title="水利“办法”"), Citation(title="水利办法"))),
        document(4, citations=(Citation(title="一般办法"), Citation(title="一般办法"))),
        document(5, citations=(Citation(title="绿化条例", target="yunxi/2021/1/1"),)),
    )
    index = collect_cited(made)
    assert [(one.title, one.number, len(one.citing)) for one in index.documents] == [
        ("水利“办法”", number, 3),
        ("一般办法", None, 1),
    ]
    assert len({one.id for one in index.documents}) == len(index.documents)


def test_no_other_document_changes_where_a_citation_leads() -> None:
    """Else the page of a document would change with an issue that is not about it, and an address die."""
    by_title = document(1, citations=(Citation(title="水利办法"),))
    by_both = document(2, citations=(Citation(title="水利办法", number="国发〔2019〕7号"),))
    alone, other, both = (
        collect_cited(archive(*documents))
        for documents in ((by_title,), (document(1), by_both), (by_title, by_both))
    )
    assert both.ids == {**alone.ids, **other.ids}
    (entry,) = both.documents
    assert entry.citing == ("yunxi/2021/1/1", "yunxi/2021/1/2")
    assert both.others == {alone.documents[0].id: entry.id}
    assert entry.id == other.documents[0].id
    assert not alone.others
    assert not other.others


def test_a_document_that_says_a_number_means_it_by_the_title_too() -> None:
    citations = (Citation(title="水利办法"), Citation(title="水利办法", number="国发〔2019〕7号"))
    index = collect_cited(archive(document(1, citations=citations)))
    assert len(set(index.ids.values())) == 1
    assert not index.others


def test_a_title_that_two_numbers_have_stays_a_title() -> None:
    made = archive(
        document(1, citations=(Citation(title="实施办法", number="国发〔2019〕7号"),)),
        document(2, citations=(Citation(title="实施办法", number="国发〔2020〕7号"),)),
        document(3, citations=(Citation(title="实施办法"),)),
    )
    assert [(one.title, one.number) for one in collect_cited(made).documents] == [
        ("实施办法", "国发〔2019〕7号"),
        ("实施办法", "国发〔2020〕7号"),
        ("实施办法", None),
    ]


@pytest.mark.parametrize(
    ("number", "own"),
    [
        ("第7号", False),
        ("令第7号", False),
        ("2019年第1号", False),
        ("2019年1号", False),
        ("国务院令第7号", True),
    ],
)
def test_a_number_without_an_organ_counts_by_its_title(number: str, *, own: bool) -> None:
    made = archive(document(1, citations=(Citation(title="办法", number=number),)))
    (cited,) = collect_cited(made).documents
    assert cited.number == (number if own else None)
    (alone,) = collect_cited(archive(document(1, citations=(Citation(number=number),)))).documents
    assert (alone.title, alone.number) == (None, number)


def test_a_short_form_means_what_it_stands_for() -> None:
    citations = (
        Citation(title="关于加强水利工作的实施办法"),
        Citation(title="办法", alias_of="关于加强水利工作的实施办法"),
        Citation(title="规定", alias_of="关于别的规定"),
    )
    index = collect_cited(archive(document(1, citations=citations)))
    assert {index.ids["yunxi/2021/1/1", citation] for citation in citations[:2]} == {
        one.id for one in index.documents if one.title == citations[0].title
    }
    assert len(index.documents) == 2


def test_the_level_of_a_cited_document_is_that_of_its_own_title() -> None:
    citations = (
        Citation(title="浙江省水利办法"),
        Citation(title="国务院办法", alias_of="浙江省水利办法"),
        Citation(title="水利办法", organ="国务院"),
        Citation(title="水利措施"),
    )
    index = collect_cited(archive(document(1, citations=citations)))
    assert {one.title: one.level for one in index.documents} == {
        "浙江省水利办法": "省",
        "国务院水利办法": "国家",
        "水利措施": None,
    }


def test_a_prefix_is_known_by_the_gazette_that_describes_it_or_by_a_title_beside_it() -> None:
    titled = Citation(title="浙江省水利办法", number="甲乙发〔2019〕1号")
    alone = Citation(number="甲乙发〔2019〕2号")
    described = Citation(number="丙丁发〔2019〕3号")
    unknown = Citation(number="戊己发〔2019〕4号")
    made = archive(
        document(1, citations=(titled, alone, described, unknown)),
        code="330106",
        organs=(Organ("西湖区水利局", (), ("丙丁发",)),),
    )
    levels = {one.number: one.level for one in collect_cited(made).documents}
    assert [levels[one.number] for one in (titled, alone, described, unknown)] == [
        "省", "省", "县", None,
    ]  # fmt: skip
    other = Citation(title="国务院水利规定", number="甲乙发〔2019〕5号")
    both_levels = archive(document(1, citations=(titled, alone, other)))
    levels = {one.number: one.level for one in collect_cited(both_levels).documents}
    assert levels[alone.number] is None


def test_tables_are_named_by_what_is_above_them() -> None:
    table = Table(header=(("a",),), rows=(("一", "二"), ("三", "四", "五")))
    part = Part(
        kind="attachment",
        title="附表",
        blocks=(
            table,
            Heading(kind="1", text="一、甲"),
            table,
            Table(caption="乙", rows=(("一",),)),
        ),
    )
    (record,) = archive(document(1, parts=(Part(kind="body"), part))).documents
    tables = list(list_tables([record]))
    assert [one.caption for one in tables] == ["附表", "一、甲", "乙"]
    assert [one.place for one in tables] == [(1, 0), (1, 2), (1, 3)]
    assert [one.name for one in tables] == [f"yunxi-2021-1-1-{nth}" for nth in (1, 2, 3)]
    assert [one.columns for one in tables] == [3, 3, 1]

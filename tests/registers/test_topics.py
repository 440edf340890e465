"""What documents are about: what decides, in which order, and how often the words of titles are right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.errors import NotAGazette
from generator.lexicon.subjects.classes import topic_classes
from generator.lexicon.subjects.measured import KNOWN, UNSEEN, Measured
from generator.model import Archive, Document, Issue, Part, Publication, PublicationRecord, Topic
from generator.registers.topics import classify_issue, count_topics, find_topics
from generator.source.description import read_publication
from tests.pages.small import archive, document, issue

LABELS = Path(__file__).parent.parent / "lexicon/subjects"
COLUMNS = {"人事任免": "劳动、人事、监察"}


def decided(one: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    """Class, basis and words of a document."""
    return [(topic.code, topic.by, topic.words) for topic in find_topics(one, COLUMNS)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"title": "关于公路的通知", "subjects": ("经济管理", "表彰"), "column": "人事任免"},
            [("economy", "subjects", ("经济管理",))],
        ),
        (
            {"title": "关于公路的通知", "subjects": ("表彰",), "column": "人事任免"},
            [("labour-personnel", "publication", ("人事任免",))],
        ),
        (
            {"title": "关于公路和铁路的通知", "column": "市政府文件"},
            [("industry-transport", "title", ("公路", "铁路"))],
        ),
        (
            {"title": "关于校园食品安全的通知"},
            [
                ("market-safety", "title", ("食品安全",)),
                ("science-education", "title", ("校园",)),
            ],
        ),
        ({"title": "关于教育、公路和旅游的通知"}, []),
        ({"title": "关于表彰先进单位的决定"}, []),
    ],
    ids=["subject word", "column", "title", "two classes", "three classes", "nothing"],
)
def test_what_decides_for_a_class(
    fields: dict[str, object], expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert decided(document(1, **fields)) == expected


def test_where_the_title_says_nothing_that_of_the_instrument_does() -> None:
    parts = (
        Part("body"),
        Part("enclosure", title="客运管理办法"),
        Part("attachment", title="教育"),
    )
    assert decided(document(1, title="关于印发两项制度的通知", parts=parts)) == [
        ("industry-transport", "title", ("客运",))
    ]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("关于印发某某市人民政府工作规则的通知", ["general-affairs"]),
        ("关于同意某某镇人民政府驻地迁移的批复", []),
        ("某某县人民政府公告", []),
        ("关于落实惠民政策的通知", []),
        ("关于加强人民调解工作的意见", ["security-justice"]),
        ("关于做好应对台风工作的通知", []),
        ("关于加强办公安全管理的通知", []),
        ("关于学习先进个人事迹的通知", []),
        ("关于举办山水文化节的通知", ["culture-media"]),
        ("关于扶持本地名优特产品的意见", []),
        ("关于规范加工资质管理的通知", []),
        ("关于规范各种业务收费的通知", []),
        ("关于成立重大动物疫情指挥部的通知", ["agriculture-water"]),
        ("关于加强劳动教育的意见", ["science-education"]),
        ("关于加强某某市民族工作的意见", ["ethnic-religious"]),
        ("关于建立残疾儿童康复救助制度的意见", ["civil-affairs"]),
    ],
)
def test_characters_of_two_other_words_are_no_word(title: str, codes: list[str]) -> None:
    assert [topic.code for topic in find_topics(document(1, title=title), {})] == codes


def test_a_document_that_brings_its_classes_keeps_them() -> None:
    own = (Topic("defence", "国防", "publication"),)
    documents = (document(1, title="公路", topics=own), document(2, title="公路"))
    read = classify_issue(Issue("x", "", Publication("公报"), documents=documents), None)
    assert [one.topics[0].code for one in read.documents] == ["defence", "industry-transport"]


def test_classes_are_counted_in_the_order_of_the_catalogue() -> None:
    both = find_topics(document(1, title="关于校园食品安全的通知"), {})
    one = find_topics(document(2, title="关于学校的通知"), {})
    held = archive(issue(1, document(1, topics=both), document(2, topics=one), document(3)))
    assert [(each.name, count) for each, count in count_topics(held)] == [
        ("市场监管、安全生产监管", 1),
        ("科技、教育", 2),
    ]


def test_a_description_names_classes_of_the_catalogue(tmp_path: Path) -> None:
    file = tmp_path / "publication.yml"
    file.write_text("title: 公报\ntopics: {人事任免: 劳动、人事、监察}\n", encoding="utf-8")
    read = read_publication(tmp_path)
    assert isinstance(read, PublicationRecord)
    assert read.topics == COLUMNS
    file.write_text("title: 公报\ntopics: {人事任免: 人事}\n", encoding="utf-8")
    with pytest.raises(NotAGazette, match=r":2: .* is no class of subjects at topics"):
        read_publication(tmp_path)


def labelled(name: str) -> Iterator[tuple[str, set[str]]]:
    """The titles of a file, or ids of documents, with the classes that a person gives them."""
    for line in (LABELS / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            title, classes = line.split("\t")
            yield title, set(classes.split("|"))


@pytest.mark.parametrize(
    ("name", "figures"), [("labelled_titles.tsv", KNOWN), ("cited_titles.tsv", UNSEEN)]
)
def test_the_figures_of_the_report_are_those_that_people_counted(
    name: str, figures: Measured, real_archive: Archive
) -> None:
    held = {record.id: record.document for record in real_archive.documents}
    titles = given = right = 0
    for title, classes in labelled(name):
        assert classes <= {*topic_classes(), "-"}
        found = find_topics(held.get(title) or document(1, title=title), {})
        titles, given = titles + 1, given + len(found)
        right += sum(topic.code in classes for topic in found)
    assert Measured(titles, given, right) == figures


def test_the_samples_are_classed_when_they_are_read(real_archive: Archive) -> None:
    for record in real_archive.documents:
        one = record.document
        assert one.topics == find_topics(replace(one, topics=()), {})
    assert sum(not record.document.topics for record in real_archive.documents) == 1

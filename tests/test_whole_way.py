"""Every field of the model is shown, published and searched, or there is a reason why not."""

from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from generator.export import SERVED, build_exports
from generator.model import Issue, Stretch, TextPlace
from generator.model.document import PartKind
from generator.model.finding import FindingPlace
from generator.pages import build_pages
from generator.search import build_search
from tests.prove.proving import assert_published
from tests.reading import read_bytes
from tests.search.test_index import Index
from tests.whole_way import (
    DATA,
    LEFT_OUT,
    PAGE,
    SEARCH,
    archive_of,
    assert_whole_way,
    fields_of,
    leaves_of,
)

FITTING: dict[str, Any] = {
    "Issue.source": "词Issue之source词.yml",
    "Issue.year": 1999,
    "Issue.published": "1999-01-31",
    "Document.date": "1999-01-28",
    "Printed.date": "1999-01-29",
    "Effective.start": "1999-02-01",
    "Effective.until": "2099-02-02",
    "ContentsEntry.document": 1,
    "Document.sequence": 1,
    "Document.as_printed": {},
    "Document.issuer": "首个机关",
    "Document.issuers": ("首个机关", "另一机关"),
    "Special.kind": "增刊",
    "IssuePart.code": "xia",
    "Heading.kind": "1",
    "Paragraph.kind": "1",
    "Item.kind": "1",
    "Table.spans": (),
    "Table.group": 0,
    "Opened.enumerator": 2,
    "Numbered.number": "之",
    "Citation.start": 0,
    "Citation.end": 1,
    "Citation.place": TextPlace(0, 0),
    "Effective.at": {"from": Stretch(0, 0, 0, 1)},
    "Finding.start": 0,
    "Finding.end": 1,
    "Finding.place": FindingPlace(1, "title"),
    "Occurrence.start": 0,
    "Occurrence.end": 1,
    "Occurrence.place": FindingPlace(1, "title"),
}
"""Values of fields that must have a form, or must fit another field; an element as printed takes another's place."""


class Sample:
    """Makes a value of a type in which every field is set, each text and number another one."""

    def __init__(self, fitting: dict[str, Any]) -> None:
        self._fitting = fitting
        self._count = 1000

    def make(self, kind: msgspec.inspect.Type, field: str = "") -> Any:
        """A value of a type for a field."""
        if field in self._fitting:
            return self._fitting[field]
        if isinstance(kind, msgspec.inspect.StructType):
            types = {one.name: one.type for one in kind.fields}
            return kind.cls(
                **{name: self.make(types[name], inner) for name, inner in fields_of(kind.cls)}
            )
        if isinstance(kind, msgspec.inspect.VarTupleType):
            return tuple(self.make(one, field) for one in self._kinds(kind.item_type))
        if isinstance(kind, msgspec.inspect.DictType):
            return {"title": self.make(kind.value_type, field)}
        return self._make_one(self._kinds(kind)[0], field)

    def _make_one(self, kind: msgspec.inspect.Type, field: str) -> Any:
        """A text or number; of a union that holds more, its first."""
        self._count += 1
        if isinstance(kind, msgspec.inspect.IntType):
            return self._count
        if isinstance(kind, msgspec.inspect.LiteralType):
            return kind.values[0]
        if isinstance(kind, msgspec.inspect.StrType):
            return f"词{field.replace('.', '之')}词{self._count}"
        assert isinstance(kind, msgspec.inspect.StructType), (
            f"{field}: say here how a {kind} is made"
        )
        return self.make(kind, field)

    @staticmethod
    def _kinds(kind: msgspec.inspect.Type) -> list[msgspec.inspect.Type]:
        """The types of a union but for null; any other type alone."""
        types = kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)
        return [one for one in types if not isinstance(one, msgspec.inspect.NoneType)]


def whole_issue(kind: str = "body") -> Issue:
    """An issue with every field that the model has, and every kind of block, in a part of this kind."""
    issue: Issue = Sample(FITTING | {"Part.kind": kind}).make(msgspec.inspect.type_info(Issue))
    return issue


def all_fields(kind: msgspec.inspect.Type) -> Iterator[str]:
    """Every field of a type, those of the values in it included."""
    match kind:
        case msgspec.inspect.StructType():
            types = {one.name: one.type for one in kind.fields}
            for name, field in fields_of(kind.cls):
                yield field
                yield from all_fields(types[name])
        case msgspec.inspect.VarTupleType():
            yield from all_fields(kind.item_type)
        case msgspec.inspect.DictType():
            yield from all_fields(kind.value_type)
        case msgspec.inspect.UnionType():
            for one in kind.types:
                yield from all_fields(one)


HOLDERS = {
    "Issue.account",
    "Issue.part",
    "Issue.special",
    "Issue.publication",
    "Issue.masthead",
    "Issue.contents",
    "Issue.documents",
    "Issue.findings",
    "Document.printed",
    "Document.effective",
    "Document.parts",
    "Document.topics",
    "Document.citations",
    "Part.blocks",
    "Part.effective",
    "Roster.groups",
    "RosterGroup.members",
    "Citation.place",
    "Effective.at",
    "Finding.again",
    "Finding.place",
    "Finding.provenance",
    "Occurrence.place",
}
"""Fields that hold no text or number themselves, only values that do."""
UNSET = {
    "Document.as_printed",
    "Table.spans",
    "CellSpan.row",
    "CellSpan.column",
    "CellSpan.rows",
    "CellSpan.columns",
    "TextPlace.row",
    "TextPlace.column",
    "FindingPlace.part",
    "FindingPlace.block",
    "FindingPlace.row",
}
"""Fields that would put something else in the place of another field, or cover it."""
FIELDS = sorted(set(all_fields(msgspec.inspect.type_info(Issue))))


@pytest.mark.parametrize("kind", get_args(PartKind))
def test_every_field_is_shown_published_and_searched(kind: str) -> None:
    """A field that was added to the model and reaches no page, no data or no search fails here."""
    issue = whole_issue(kind)
    assert_whole_way(issue)
    assert_published(issue)


def test_the_issue_that_has_every_field_has_every_field() -> None:
    """No field is passed over because the made-up issue has nothing in it; some hold only other fields."""
    walked = {leaf.field for leaf in leaves_of(whole_issue(), "everywhere")}
    assert set(FIELDS) - walked == HOLDERS | UNSET


@pytest.mark.parametrize("field", LEFT_OUT)
def test_what_is_left_out_is_a_field_and_has_a_reason(field: str) -> None:
    assert field in FIELDS
    assert set(LEFT_OUT[field]) <= {PAGE, DATA, SEARCH}
    assert all(LEFT_OUT[field].values())


SUBJECTS = """云溪市人民政府公报
2005年第3期
云溪市人民政府关于节约用水的通知
云政发〔2005〕3号
各县区人民政府：
请认真落实。
云溪市人民政府
2005年3月5日
主题词：城市管理　水利　通知
抄送：市委各部门。
"""


def test_subject_words_are_a_fact_a_key_and_are_found() -> None:
    archive = archive_of(read_bytes(SUBJECTS.encode()))
    page = next(
        page.text for page in build_pages(archive) if page.uri == "archive/sample/2005/3/1.md"
    )
    assert "\n主题词\n:   城市管理　水利　通知\n" in page
    assert page.index("\n主题词：城市管理　水利　通知\n{: .imprint }") < page.index(
        "\n抄送：市委各部门。\n{: .imprint }"
    )
    catalog = msgspec.json.decode(dict(build_exports(archive, SERVED))["data/catalog.json"])
    assert catalog["documents"][0]["subjects"] == ["城市管理", "水利", "通知"]
    assert Index(dict(build_search(archive, SERVED))).documents("市管").keys() == {0}

"""Both sides of each limit of finding and linking what documents cite."""

from typing import Any

import pytest

from generator.lexicon.organs import is_organ
from generator.link.cited_numbers import find_numbers
from generator.link.mentions import find_mentions
from generator.link.resolve import resolve_archive
from generator.model import (
    Archive,
    Citation,
    Document,
    DocumentRecord,
    Issue,
    IssueRecord,
    Publication,
)
from tests.reading import read_bytes

FILLER = "各级有关方面要认真抓好各项具体工作"


def words(size: int) -> str:
    """Words without a mark, a title or a verb of citing, of this many characters."""
    return (FILLER * (size // len(FILLER) + 1))[:size]


def issue_of(
    *paragraphs: str, title: str = "紫云县人民政府关于价格工作的意见", below: tuple[str, ...] = ()
) -> Issue:
    lines = (
        "紫云县人民政府公报",
        "2021年第10期",
        title,
        "紫府发〔2021〕10号",
        "各乡镇人民政府：",
        *paragraphs,
        "紫云县人民政府",
        "2021年10月12日",
        *below,
    )
    return read_bytes("\n".join(lines).encode())


def citations_of(*paragraphs: str, **more: Any) -> tuple[Citation, ...]:
    return issue_of(*paragraphs, **more).documents[0].citations


@pytest.mark.parametrize(("size", "alias"), [(48, "全国物价总体规划"), (49, None)])
def test_a_short_form_is_defined_up_to_sixty_characters_behind_its_title(
    size: int, alias: str | None
) -> None:
    defined = f"根据《全国物价总体规划》（{words(size)}，以下简称《规划纲目》）办理。"
    assert defined.rindex("》") - defined.index("》") == size + 12
    assert citations_of(defined, "按《规划纲目》办理。")[-1].alias_of == alias


@pytest.mark.parametrize(("title", "relation"), [("价格规定", "issues"), ("格规定", "cites")])
def test_a_title_of_four_characters_counts_as_issued_where_the_own_title_holds_it(
    title: str, relation: str
) -> None:
    own = "紫云县人民政府关于印发紫云县价格规定的通知"
    assert citations_of(f"现将《{title}》印发给你们。", title=own)[0].relation == relation


@pytest.mark.parametrize(("organ", "found"), [("省府令", ["省府令第7号"]), ("部令", [])])
def test_an_organ_of_a_number_has_three_characters(organ: str, found: list[str]) -> None:
    assert [one.number for one in citations_of(f"继续执行的{organ}第7号，不再重印。")] == found


@pytest.mark.parametrize(("last", "count"), [(51, 51), (52, 2)])
def test_a_range_of_numbers_goes_over_fifty(last: int, count: int) -> None:
    assert len(citations_of(f"紫府发〔2012〕1至{last}号继续有效。")) == count


@pytest.mark.parametrize(
    ("blanks", "number"), [(0, "省政府令第7号"), (1, "省政府令第7号"), (2, "日省政府令第7号")]
)
def test_the_figure_of_a_day_before_an_organ_is_one_blank_off(blanks: int, number: str) -> None:
    text = f"12{' ' * blanks}日省政府令第7号"
    assert [found.number for found in find_numbers(text, 0, len(text))] == [number]


@pytest.mark.parametrize(("size", "organ"), [(40, True), (41, False)])
def test_an_organ_has_forty_characters_at_most(*, size: int, organ: bool) -> None:
    name = "东湖南山" * 9 + "省政府"
    assert is_organ("西" * (size - len(name)) + name) is organ


@pytest.mark.parametrize(("name", "organ"), [("审计厅", True), ("市委", False)])
def test_an_organ_has_three_characters_at_least(*, name: str, organ: bool) -> None:
    assert is_organ(name) is organ


def test_an_organ_of_forty_characters_is_read_before_a_title() -> None:
    organ = "西" + "东湖南山" * 9 + "省政府"
    assert len(organ) == 40
    assert citations_of(f"遵照{organ}《关于价格工作的意见》办理。")[0].organ == organ


@pytest.mark.parametrize(
    ("between", "title", "number"),
    [("、和", "物价办法", None), ("、和与", "物价办法", "紫府发〔2012〕3号")],
)
def test_numbers_behind_two_titles_belong_to_none_of_them_where_two_characters_join_these(
    between: str, title: str, number: str | None
) -> None:
    found = citations_of(f"《粮价办法》{between}《物价办法》（紫府发〔2012〕3、4号）继续有效。")
    assert next(one.number for one in found if one.title == title) == number
    assert {one.number for one in found} >= {"紫府发〔2012〕3号", "紫府发〔2012〕4号"}


@pytest.mark.parametrize(("size", "whole"), [(200, True), (201, False)])
def test_a_sentence_of_two_hundred_characters_is_quoted_whole(*, size: int, whole: bool) -> None:
    around = size - len("请按《粮价办法》办理。")
    sentence = f"{words(around - 90)}请按《粮价办法》{words(90)}办理。"
    assert len(sentence) == size
    (mention,) = find_mentions(issue_of(f"{sentence}特此通知。").documents[0])
    assert (mention.sentence == sentence) is whole
    assert ("…" in mention.sentence) is not whole


@pytest.mark.parametrize(("size", "relation"), [(58, "implements"), (59, "cites")])
def test_the_verb_of_a_citation_is_within_sixty_characters(size: int, relation: str) -> None:
    assert citations_of(f"贯彻{words(size)}《粮价办法》。")[0].relation == relation


@pytest.mark.parametrize(("size", "role"), [(198, "basis"), (199, None)])
def test_what_is_made_on_a_basis_is_within_two_hundred_characters(
    size: int, role: str | None
) -> None:
    assert citations_of(f"根据《价格法》，{words(size)}制定本意见。")[0].role == role


@pytest.mark.parametrize(
    ("organ", "relation"),
    [("紫云县人民政府物价管理局", "repeals"), ("紫云县人民政府物价管理总局", "cites")],
)
def test_twelve_characters_are_before_the_citation_of_an_item(organ: str, relation: str) -> None:
    found = citations_of("现决定下列文件予以废止：", f"{organ}《粮价办法》；", "《物价办法》。")
    assert found[0].relation == relation


@pytest.mark.parametrize(
    ("title", "target"), [("物价管理办法", "b/2020/5/3"), ("物价的办法", None)]
)
def test_a_document_is_found_by_a_title_of_six_characters(title: str, target: str | None) -> None:
    citing = record("a/2021/1/1", "某县人民政府关于第一件事的通知", (Citation(title=title),))
    resolved = resolve_archive(archive(citing, record("b/2020/5/3", title)))
    assert resolved.issues[0].documents[0].document.citations[0].target == target


def record(id_: str, title: str, citations: tuple[Citation, ...] = ()) -> DocumentRecord:
    document = Document(sequence=1, lines=(1, 2), title=title, citations=citations)
    return DocumentRecord(id_, id_.rsplit("/", 1)[0], document, 1)


def archive(*records: DocumentRecord) -> Archive:
    issue = Issue("a.txt", "", Publication("某县人民政府公报"))
    return Archive((), tuple(IssueRecord(one.issue, one.gazette, issue, (one,)) for one in records))


@pytest.mark.parametrize(
    ("whole", "above", "below", "completed"),
    [
        pytest.param(
            "玉泉市防汛抗旱工作检查督查办法", "玉泉市防汛抗", "督查办法", True, id="lost 5"
        ),
        pytest.param(
            "玉泉市防汛抗旱工作日常检督查办法", "玉泉市防汛抗", "督查办法", True, id="lost 6"
        ),
        pytest.param(
            "玉泉市防汛抗旱工作日常检查督查办法", "玉泉市防汛抗", "督查办法", False, id="lost 7"
        ),
        pytest.param("玉泉市防汛抗旱工作督查办法", "玉泉市防", "工作督查办法", True, id="before 4"),
        pytest.param("玉泉市防汛抗旱工作督查办法", "玉泉市", "工作督查办法", False, id="before 3"),
        pytest.param("玉泉市防汛抗旱工作督查办法", "玉泉市防汛抗旱", "办法", True, id="behind 2"),
        pytest.param(
            "玉泉市防汛抗旱工作督查办法", "玉泉市防汛抗旱工作督", "法", False, id="behind 1"
        ),
    ],
)
def test_what_a_torn_title_keeps(*, whole: str, above: str, below: str, completed: bool) -> None:
    found = citations_of(
        f"根据《{whole}》，制定本通知。各单位要认真落实《{above}", f"{below}》的规定。"
    )
    assert found[1].title == (whole if completed else above + below)

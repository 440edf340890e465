"""Corrections on lines: nothing is lost on the way, and every piece keeps the number of its line."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from generator.model.correction import OPERATIONS, Correction
from generator.read import Line
from generator.read.corrections import FAILURES, correct
from generator.read.corrections.operations import EDITS
from generator.read.lines import read_lines

PROVENANCE = {"by": "编者", "on": "2026-11-21", "why": "分栏错接", "authority": "reading"}
TEXTS = st.lists(
    st.text("甲乙丙丁戊己庚辛 *\t　", min_size=1, max_size=8), min_size=1, max_size=5
).map("\n".join)
QUOTES = st.text("甲乙丙丁戊己庚辛 \n", min_size=1, max_size=4).filter(str.strip)
EDITS_OF_ORDER = st.one_of(
    st.builds(lambda quote: {"move": {"after": {"exact": quote}}}, QUOTES),
    st.builds(lambda quote: {"move": {"before": {"exact": quote}}}, QUOTES),
    st.just({"join": True}),
    st.just({"split": True}),
    st.just({"lost": True}),
    st.builds(
        lambda name: {"begins": name},
        st.sampled_from(["document", "attachment", "preface", "nothing"]),
    ),
    st.just({"ends": "document"}),
)


def entry(exact: str, **said: object) -> Correction:
    """An entry of a file of corrections."""
    return convert({**PROVENANCE, "exact": exact, **said}, Correction)


def characters(lines: list[Line]) -> Counter[tuple[int, str]]:
    """How often each character is on each source line."""
    return Counter(
        (line.number, character)
        for line in lines
        for character in line.text
        if character not in " \t　"
    )


def test_every_operation_has_its_edit() -> None:
    assert tuple(EDITS) == OPERATIONS


@given(TEXTS, QUOTES, EDITS_OF_ORDER)
def test_what_restores_order_changes_no_character_and_no_number(
    text: str, exact: str, said: dict[str, object]
) -> None:
    lines = read_lines(text)
    corrected = correct(lines, [entry(exact, **said)])
    assert characters(corrected.lines) == characters(lines)
    assert all(line.text or line.mark for line in corrected.lines)
    if any(finding.kind in FAILURES for finding in corrected.findings):
        assert corrected.lines == lines
    else:
        assert corrected.findings or corrected.waiting


@given(TEXTS, QUOTES, st.sampled_from(["document", "enclosure", "attachment"]))
def test_a_quoted_head_is_on_lines_of_its_own(text: str, exact: str, name: str) -> None:
    corrected = correct(read_lines(text), [entry(exact, begins=name)])
    said = [line for line in corrected.lines if line.said is not None]
    if corrected.waiting:
        assert bare("".join(line.text for line in said)) == bare(exact)
        places = [place for place, line in enumerate(corrected.lines) if line.said is not None]
        assert places == list(range(places[0], places[-1] + 1))
    else:
        assert said == []


def bare(text: str) -> str:
    """A text without blanks and marks."""
    return "".join(text.split()).replace("*", "")


@given(TEXTS, QUOTES, st.text("子丑寅卯", max_size=3))
def test_a_replacement_changes_only_what_is_quoted(text: str, exact: str, right: str) -> None:
    lines = read_lines(text)
    corrected = correct(lines, [entry(exact, replace=right)])
    if corrected.findings[0].kind == "correction":
        before, after = (
            "".join("".join(line.text for line in one).split()) for one in (lines, corrected.lines)
        )
        before, after = (one.replace("*", "") for one in (before, after))
        assert after == before.replace("".join(exact.split()), right, 1)
    else:
        assert corrected.lines == lines


def test_the_same_corrections_give_the_same_lines() -> None:
    lines = read_lines("甲乙\n丙丁")
    move = entry("丙", move={"after": {"exact": "甲"}})
    assert correct(lines, [move]) == correct(lines, [move])


def test_a_piece_that_loses_its_head_keeps_the_form_of_its_line() -> None:
    lines = read_lines("甲\n\n## 乙丙\n丁")
    moved = correct(lines, [entry("乙", move={"after": {"exact": "甲"}})]).lines
    assert [(line.number, line.text, line.mark, line.moved) for line in moved] == [
        (1, "甲", "", False),
        (3, "乙", "##", True),
        (3, "丙", "##", False),
        (4, "丁", "", False),
    ]


def test_a_cell_that_is_corrected_stays_a_cell() -> None:
    lines = read_lines("序号\t名  称\n1\t树描")
    (header, row) = correct(lines, [entry("树描", replace="树苗")]).lines
    assert (header.cells, row.cells) == (("序号", "名  称"), ("1", "树苗"))

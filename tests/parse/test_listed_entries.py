"""Which titles and numbers begin no document, with the lines of a source and the starts that it shows."""

from collections.abc import Sequence

import pytest

from generator.model import ContentsEntry
from generator.parse.draft import Draft, Start
from generator.parse.issue.listed_entries import without_listed
from generator.read.lines import read_lines

WATER, FOREST = "云溪县关于加强水利工作的通知", "云溪县关于加强林业工作的通知"
NUMBER, OTHER = "云政发〔2021〕1号", "云政发〔2021〕2号"
TEXT = "请各乡镇认真落实。"
WHOLE = ("云溪县关于防汛工作的通知", TEXT)
FORWARDS = "云溪县转发省政府关于加强水利工作的通知的通知"
"""A document that has a text, and one that forwards another."""


def kept(texts: Sequence[str], starts: Sequence[Start], *announced: str) -> list[int]:
    """The first lines of the starts that remain."""
    draft = Draft(
        "print.txt",
        "",
        read_lines("\n".join(texts)),
        contents=tuple(ContentsEntry(title=title) for title in announced),
    )
    return [start.first for start in without_listed(draft, starts)]


def test_a_source_without_a_title_has_no_entries() -> None:
    assert kept((TEXT,), ()) == []


@pytest.mark.parametrize(
    ("below", "listed"),
    [
        ((), True),
        ((NUMBER,), True),
        (("12",), True),
        (("云溪县关于防火工作的意见",), True),
        (("云溪县关于防火工作的意见（云政发〔2021〕7号）",), True),
        ((TEXT,), False),
        (("附件：关于防火工作的通知",), False),
        (("云溪县民政局",), False),
        (("东溪镇\t通知",), False),
        (("12\t", "\t13"), False),
        ((NUMBER, TEXT), False),
    ],
)
def test_a_title_with_no_text_below_it_is_an_entry(below: tuple[str, ...], *, listed: bool) -> None:
    """Two of them follow each other behind a document that has a text."""
    end = 2 + 1 + len(below)
    texts = (*WHOLE, WATER, *below, FOREST, *below)
    starts = [Start(0, (0, 1)), Start(2, (2, 3)), Start(end, (end, end + 1))]
    assert kept(texts, starts) == ([0] if listed else [0, 2, end])


@pytest.mark.parametrize(
    ("texts", "starts", "first"),
    [
        ((WATER, *WHOLE), [Start(0, (0, 1)), Start(1, (1, 2))], [0, 1]),
        ((WATER, OTHER, *WHOLE), [Start(0, (0, 1)), Start(2, (2, 3))], [2]),
        ((WATER, WATER, TEXT), [Start(0, (0, 1)), Start(1, (1, 2))], [1]),
        ((WHOLE[0], "省" + WHOLE[0], TEXT), [Start(0, (0, 1)), Start(1, (1, 2))], [1]),
        ((WATER, FOREST), [Start(0, (0, 1)), Start(1, (1, 2))], [0, 1]),
        ((*WHOLE, NUMBER, OTHER), [Start(0, (0, 1)), Start(2, (2, 2), 2), Start(3, (3, 3), 3)], [0, 2, 3]),
    ],
    ids=["one alone", "one with another number below it", "the same with its text", "of another organ",
    "no text at all", "numbers without titles"],
)  # fmt: skip
def test_an_entry_has_others_beside_it_or_its_text_elsewhere(
    texts: Sequence[str], starts: list[Start], first: list[int]
) -> None:
    assert kept(texts, starts) == first


@pytest.mark.parametrize(
    ("owner", "title", "announced", "begins"),
    [
        (FORWARDS, "省政府关于加强水利工作的通知", (), False),
        (FORWARDS, "省政府办公厅关于加强水利工作的通知", (), False),
        (FORWARDS, "省政府关于加强水利工作的意见", (), True),
        (FORWARDS, "省政府水利工作方案", (), True),
        (FORWARDS, "省政府关于加强水利工作的通知", ("省政府关于加强水利工作的通知",), True),
        (FORWARDS, "省政府关于加强水利工作的通知", ("关于加强水利工作的通知",), True),
        (FORWARDS, "省政府关于加强水利工作的通知", ("关于防汛工作的通知",), False),
        ("云溪县关于学习省政府关于加强水利工作的通知的意见", "省政府关于加强水利工作的通知", (), True),
        ("云溪县关于加强水利工作的通知的转发意见", "省政府关于加强水利工作的通知", (), True),
    ],
)  # fmt: skip
def test_what_a_document_forwards_begins_none_unless_it_has_an_entry(
    owner: str, title: str, announced: tuple[str, ...], *, begins: bool
) -> None:
    starts = [Start(0, (0, 1)), Start(2, (2, 3))]
    assert kept((owner, TEXT, title, TEXT), starts, *announced) == ([0, 2] if begins else [0])


def test_what_is_forwarded_follows_the_document_that_forwards_it() -> None:
    texts = (FORWARDS, TEXT, *WHOLE, "省政府关于加强水利工作的通知", TEXT)
    starts = [Start(0, (0, 1)), Start(2, (2, 3)), Start(4, (4, 5))]
    assert kept(texts, starts) == [0, 2, 4]

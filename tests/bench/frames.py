"""What is around the documents of an issue: the cover, the contents and the heads, as the samples have them."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Protocol

from tests.bench.places import Place

PAGE = 900
"""Characters on a page of print."""


class Titled(Protocol):
    """A document as the contents name it."""

    @property
    def issuer(self) -> str:
        """Who issues it."""

    @property
    def number(self) -> str:
        """Its document number."""

    @property
    def title(self) -> str:
        """Its title with the issuer."""

    @property
    def of_office(self) -> bool:
        """Whether the office of the government issues it."""


class Dated(Protocol):
    """An issue as its cover names it."""

    @property
    def place(self) -> Place:
        """Whose gazette it is of."""

    @property
    def year(self) -> int:
        """In which it was printed."""

    @property
    def number(self) -> int:
        """Its number in the year."""


def frame_issue(issue: Dated, heads: Sequence[Titled], texts: Sequence[Sequence[str]]) -> str:
    """The text of an issue of heads of documents and their lines."""
    lengths = [sum(map(len, text)) // PAGE + 1 for text in texts]
    pages = [1, *(1 + length for length in accumulate(lengths))]
    lines = [*write_cover(issue), *write_contents(issue.place, heads, pages)]
    for head, text in zip(heads, texts, strict=True):
        lines += [*write_head(issue.place, head), "", *text, ""]
    return "\n".join(lines) + "\n"


def write_cover(issue: Dated) -> list[str]:
    """Title, number, publisher and day of an issue."""
    place = issue.place
    month, day = (issue.number * 3, 28) if issue.number < 5 else (12, 31)
    name = f"{place.government}公报"
    return [
        *place.heading(name), "", str(issue.year), "", f"第 {issue.number} 期", "", name, "",
        f"{issue.year} 年第 {issue.number} 期", "", place.office, "",
        f"{issue.year} 年 {month} 月 {day} 日出版", "",
    ]  # fmt: skip


def write_contents(place: Place, heads: Sequence[Titled], pages: Sequence[int]) -> Iterator[str]:
    """The table of contents with its two columns."""
    level = place.name[-1]
    yield from (*place.heading("目 录"), "") if place.marked else ()
    for of_office, column in (
        (False, f"【{level}政府文件】"),
        (True, f"【{level}政府办公室文件】"),
    ):
        listed = [row for row in zip(heads, pages, strict=False) if row[0].of_office is of_office]
        yield from (column, "") if listed else ()
        for head, page in listed:
            yield head.title if place.marked else head.title.removeprefix(head.issuer)
            yield "" if not place.marked else f"{head.number}{page}"
            yield from (f"（{head.number}）.....（{page}）", "") if not place.marked else ()
    yield ""


def write_head(place: Place, head: Titled) -> list[str]:
    """Title and number above a document."""
    title = f"{head.issuer} {head.title.removeprefix(head.issuer)}"
    return [*place.heading(title), "", head.number]

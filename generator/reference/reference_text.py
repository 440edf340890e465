"""A reference by GB/T 7714, in the edition of 2015 or of 2025, in force since 2026-07-01.

The text of 2015 is that which the public style ``china-national-standard-gb-t-7714-2015-numeric`` prints of the same
item. How 2025 differs from it is in :data:`DIFFERENCES`, each with where it is documented. The text of the standard was
not at hand: what nobody documents is as it was in 2015.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from generator.model import Value
from generator.reference.csl_item import Item

MOST_NAMED = 3
"""Authors that are named; of more the first three and a word for the others."""
OTHERS = "等"
KIND = "J"
"""文献类型标识: an article of a serial."""
ONLINE = "/OL"
"""文献载体标识, where an address is given."""


class Edition(Value, frozen=True):
    """What depends on the edition of the standard."""

    year: int
    comma: str = ", "
    colon: str = ": "
    brackets: str = "()"
    shows_access: bool = True
    """Whether the day on which an article of a serial was read is given."""
    guesses_year: bool = True
    """Whether the year of that day, in brackets, takes the place of a year that is not known."""


class Difference(NamedTuple):
    """Something in which GB/T 7714—2025 differs for the articles of a serial."""

    fields: dict[str, Any]
    """Of :class:`Edition`, with their values in 2025."""
    source: str
    """Where it is documented."""


DIFFERENCES = (
    Difference(
        {"comma": "，", "colon": "：", "brackets": "（）"},
        "7: full and square brackets are half-width, all other signs full-width"
        " (zotero-chinese/styles#701, zotero-chinese/styles#572, TJ-CSCCG/TongjiThesis#124)",
    ),
    Difference(
        {"shows_access": False},
        "8.5: an article of a serial has no 引用日期 (style GB/T 7714—2025 of zotero-chinese/styles#611, and its"
        " examples of the standard, zotero-chinese/styles#613)",
    ),
    Difference(
        {"guesses_year": False},
        "8.5: without that day no year is guessed from it (as above)",
    ),
)
"""Each has a test of its own. Names of persons and of meetings, which differ too, are in no reference of a gazette."""

GB_2015 = Edition(2015)
GB_2025 = replace(
    GB_2015, year=2025, **{k: v for one in DIFFERENCES for k, v in one.fields.items()}
)


def gbt_7714(item: Item, edition: Edition) -> str:
    """The reference to an item, without its number in a list.

    ``某市人民政府. 某市人民政府关于某事的通知：某政发〔2021〕3号[J]. 某市人民政府公报，2021（4）：1-3.``
    """
    names = [author["literal"] for author in item.get("author", ())]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], OTHERS]
    title = edition.colon.join(filter(None, (item["title"], item.get("number"))))
    online = ONLINE if item.get("URL") else ""
    parts = (
        edition.comma.join(names),
        f"{title}[{KIND}{online}]",
        _place(item, edition),
        item.get("URL", ""),
    )
    return "".join(_sentences(filter(None, parts)))


def _place(item: Item, edition: Edition) -> str:
    """Gazette, year, number and page: 某市人民政府公报，2021（4）：1-3."""
    opening, closing = edition.brackets[0], edition.brackets[1]
    accessed = written_day(item, "accessed") if item.get("URL") else ""
    year = written_day(item, "issued")[:4]
    if not year and edition.guesses_year and "accessed" in item:
        year = f"[{written_day(item, 'accessed')[:4]}]"
    where = edition.comma.join(filter(None, (item["container-title"], year)))
    if issue := item.get("issue"):
        where += f"{opening}{issue}{closing}"
    where = edition.colon.join(filter(None, (where, item.get("page"))))
    return f"{where}[{accessed}]" if accessed and edition.shows_access else where


def written_day(item: Item, name: str) -> str:
    """A date of an item as ISO 8601 writes it; empty where it has none."""
    parts = item.get(name, {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02}" if nth else f"{part:04}" for nth, part in enumerate(parts))


def _sentences(parts: Iterator[str]) -> Iterator[str]:
    """Parts with a full stop and a blank between them and a full stop at the end; no stop after another."""
    before = ""
    for part in parts:
        if before:
            yield " " if before.endswith(".") else ". "
        yield part
        before = part
    yield "" if before.endswith(".") else "."

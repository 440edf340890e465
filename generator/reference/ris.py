"""An item as RIS, which EndNote, NoteExpress, Zotero and library catalogues read: a tag and a value a line."""

from generator.reference.csl_item import Item
from generator.reference.reference_text import written_day

TYPE = "MGZN"
"""An article of a magazine, as the item is."""


def ris(item: Item) -> str:
    """The record; every line ends in CR and LF, as the format has it. 发文字号 is a note (``N1``).

    Programs prefer a day (``DA``) to the year (``PY``): that of an issue which appeared in another year than the one
    it is counted in is left out, or they would cite 2022（4） for 2021（4）.
    """
    first, _, last = item.get("page", "").partition("-")
    known = [
        ("TY", TYPE),
        *[("AU", author["literal"]) for author in item.get("author", ())],
        ("TI", item["title"]),
        ("T2", item["container-title"]),
        ("PY", written_day(item, "issued")[:4]),
        ("DA", _date(item, "issued")),
        ("IS", item.get("issue", "")),
        ("SP", first),
        ("EP", last),
        ("PB", item.get("publisher", "")),
        ("N1", item.get("number", "")),
        ("LA", item["language"]),
        ("UR", item.get("URL", "")),
        ("Y2", _date(item, "accessed")),
    ]
    lines = [f"{tag}  - {value}" for tag, value in known if value]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def _date(item: Item, name: str) -> str:
    """A date as RIS writes it: 2021/10/08; empty where no day is known."""
    day = written_day(item, name)
    return day.replace("-", "/") if day.count("-") == 2 else ""

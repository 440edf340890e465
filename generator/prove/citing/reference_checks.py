"""The reference of a document, on its page and in its JSON, against it.

Each form in the box 引用 is read back, and its values are those that are known.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from generator.forms.site_links import form_address
from generator.prove.citing.cited_values import Known, is_address, is_same, unlike
from generator.prove.data_checks import read_plain
from generator.prove.mismatch import Difference, quote
from generator.prove.outlets import Outlet
from generator.prove.page_text import PageReader
from generator.reference import GB_2015, GB_2025, Edition, gbt_7714
from generator.reference.bibtex import COMMANDS

Plain = dict[str, Any]
FORMS = ("2025.txt", "2015.txt", "bib", "ris", "json")
_BOX = re.compile(rb'<details class="reference[ "].*?</details>', re.DOTALL)
_FIELD = re.compile(r"^  (\w+) = \{(.*)\},?$", re.MULTILINE)
_TAG = re.compile(r"^([A-Z][A-Z0-9])  - (.*)$", re.MULTILINE)
_PRINTED = {command: sign for sign, command in COMMANDS.items()}
_COMMAND = re.compile("|".join(map(re.escape, [*_PRINTED, "{", "}"])))
"""What TeX reads as a sign, else a brace that groups."""


class _Box(PageReader):
    """Reads the text of each form of a reference."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, str] = {}
        """Ending of its file → text."""
        self._form: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a form."""
        self._form = dict(attrs).get("data-form") if tag == "div" else None

    def handle_endtag(self, tag: str) -> None:
        """End a form."""
        if tag == "div":
            self._form = None

    def handle_data(self, data: str) -> None:
        """Take the text of a form."""
        if self._form is not None:
            self.forms[self._form] = self.forms.get(self._form, "") + data


def check_reference(page: bytes, known: Known, canonical: str, line: int) -> Iterator[Difference]:
    """The differences of the references on the page of a document.

    :param canonical: the address of the page, as its head says it
    """
    found = _BOX.search(page)
    box = _Box()
    box.feed(found[0].decode(errors="replace") if found else "")
    box.close()
    for said in _wrong_in(box.forms, known, canonical):
        yield Difference("pages", f"reference of {known.id}", line, said)


def _wrong_in(forms: Mapping[str, str], known: Known, canonical: str) -> Iterator[str]:
    """What is wrong in the forms of a reference."""
    missing = [name for name in FORMS if name not in forms]
    if missing:
        yield f"lost: the reference as {', '.join(missing)} is not there"
        return
    item = _item_of(forms["json"])
    fields = {name: _without_tex(value) for name, value in _FIELD.findall(forms["bib"])}
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for tag, value in _TAG.findall(forms["ris"]):
        tags[tag].append(value)
    url = item.get("URL") or ""
    yield from _wrong_item(item, known, canonical)
    yield from unlike("BibTeX", {**_in_bibtex(known), "url": url}, fields)
    yield from unlike("RIS", {**_in_ris(known), "UR": [url] if url else []}, tags)
    for edition in (GB_2025, GB_2015):
        text = forms[f"{edition.year}.txt"]
        if not is_same(_cited(item, edition), text):
            yield f"GB/T 7714—{edition.year}: {quote(text)} is not the reference of its CSL-JSON"


def check_item(outlet: Outlet, known: Known, canonical: str, line: int) -> Iterator[Difference]:
    """The differences of the reference in the JSON of a document; JSON that is damaged is a difference of the forms.

    :param canonical: the address of the page, as its head says it
    """
    address = form_address(known.id, "json")
    plain, damage = read_plain(outlet, address)
    if damage:
        return
    item = plain.get("csl")
    if not isinstance(item, dict):
        yield Difference("forms", address, line, "lost: csl is not there")
        return
    for said in _wrong_item(item, known, canonical):
        yield Difference("forms", address, line, said)


def _wrong_item(item: Plain, known: Known, canonical: str) -> Iterator[str]:
    """What is wrong in an item of CSL-JSON."""
    yield from unlike("CSL-JSON", _in_item(known), _with_names(item))
    url = item.get("URL")
    if not is_address(url, known, canonical):
        yield f"CSL-JSON URL: {quote(str(url or ''))} is not the address of the page"


def _item_of(text: str) -> Plain:
    """The item of CSL-JSON; empty where it is damaged."""
    try:
        return msgspec.json.decode(text, type=tuple[Plain])[0]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return {}


def _with_names(item: Plain) -> Plain:
    """The item with the names of its authors in their place."""
    authors = item.get("author")
    names = [
        one.get("literal") if isinstance(one, dict) else one
        for one in (authors if isinstance(authors, list) else [])
    ]
    return {**item, "author": names}


def _cited(item: Plain, edition: Edition) -> str:
    """The reference to an item; empty for one that is damaged."""
    try:
        return gbt_7714(item, edition)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        return ""


def _without_tex(value: str) -> str:
    """A value of BibTeX as it is printed: without the braces around and in it."""
    return _COMMAND.sub(lambda match: _PRINTED.get(match[0], ""), value)


def _pages(known: Known, between: str) -> str:
    """The printed pages; one where the last is not known or the first."""
    first = str(known.first or "")
    return f"{first}{between}{known.last}" if known.last > known.first else first


def _in_item(known: Known) -> Plain:
    """What CSL-JSON says."""
    return {
        "id": known.id,
        "title": known.title,
        "author": list(known.issuers),
        **({"container-title": known.gazette} if known.gazette else {}),
        "issued": _date(known.counted),
        "original-date": _date(known.date),
        "number": known.number,
        "issue": known.issue,
        "page": _pages(known, "-"),
        "publisher": known.publisher,
    }


def _date(iso: str) -> Plain:
    """A date as CSL-JSON has it; nothing where there is none."""
    return {"date-parts": [[int(part) for part in iso.split("-")]]} if iso else {}


def _in_bibtex(known: Known) -> dict[str, str]:
    """What BibTeX says."""
    return {
        "title": known.title,
        "author": " and ".join(known.issuers),
        **({"journal": known.gazette} if known.gazette else {}),
        "year": known.counted[:4],
        "note": known.number,
        "number": known.issue,
        "pages": _pages(known, "--"),
        "publisher": known.publisher,
    }


def _in_ris(known: Known) -> dict[str, list[str]]:
    """What RIS says, tag by tag; without those that nobody knows."""
    is_day = known.counted.count("-") == len(("month", "day"))
    said = {
        "TI": known.title,
        **({"T2": known.gazette} if known.gazette else {}),
        "PY": known.counted[:4],
        "DA": known.counted.replace("-", "/") if is_day else "",
        "IS": known.issue,
        "SP": str(known.first or ""),
        "EP": str(known.last) if known.last > known.first else "",
        "PB": known.publisher,
        "N1": known.number,
    }
    tags = {tag: [value] if value else [] for tag, value in said.items()}
    return {**tags, "AU": list(known.issuers)}

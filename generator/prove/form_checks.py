"""The other forms of a document against it: JSON, Akoma Ntoso, plain text and Markdown have each printed character.

Plain text and Markdown are files in a bundle. On a server the page makes them of the JSON, so they are made of what was
published as JSON here, too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec
from lxml import etree
from msgspec.structs import replace

from generator.forms.carried import FORBIDDEN, REPLACEMENT, one_line
from generator.forms.found_evidence import without_day
from generator.forms.markdown_text import markdown_text
from generator.forms.plain_text import plain_text
from generator.forms.site_links import form_address
from generator.model import Document, DocumentRecord
from generator.model.base import is_real_date
from generator.prove.data_checks import Plain, differing, read_plain
from generator.prove.mismatch import Difference, compare, quote
from generator.prove.outlets import Outlet
from generator.visible import CELL, ROW, Piece, seen_text
from generator.visible.pages_seen import HEAD, document_seen
from generator.visible.printed_text import first

NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_MARKS = str.maketrans("", "", CELL + ROW)
_ODD = re.compile(f"[{FORBIDDEN}]")
_RULE = re.compile(r"\|(?: --- \|)+")
_SIGNS = re.compile(r"#{1,6} |- |\| ")
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def check_forms(outlet: Outlet, record: DocumentRecord) -> Iterator[Difference]:
    """The differences between a document and its forms, each with its line and characters."""
    line = first(record.document.lines)
    address = form_address(record.id, "json")
    plain, damage = read_plain(outlet, address)
    if damage:
        yield Difference("forms", address, line, damage)
    else:
        yield from _check_json(plain, record, address)
        yield from _check_texts(outlet, plain, record)
    yield from _check_akoma(outlet, record, line)


def _check_json(plain: Plain, record: DocumentRecord, address: str) -> Iterator[Difference]:
    """The differences of the JSON: value by value, then the text in its order."""
    line = first(record.document.lines)
    expected = _as_json(record.document)
    expected |= {"id": record.id, "issue": record.issue, "gazette": record.gazette}
    expected |= {"words": record.characters, "status": record.status}
    expected["evidence"] = _as_json(without_day(record.evidence))
    yield from differing(expected, plain, "forms", address, line)
    try:
        seen = seen_text("".join(_texts_in(plain)))
    except (AttributeError, KeyError, TypeError):
        yield Difference("forms", address, line, f"lost: {address} is damaged")
        return
    yield from compare(_printed(record.document), seen, "forms", address)


def _as_json(value: Any) -> Any:
    """A value as JSON has it."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _check_texts(outlet: Outlet, plain: Plain, record: DocumentRecord) -> Iterator[Difference]:
    """The differences of plain text and Markdown: of the files, else of what a page makes of the JSON."""
    pieces = _printed(_carried(record.document))
    said = plain.get("forms")
    for ending, name in (("txt", "text"), ("md", "markdown")):
        address = form_address(record.id, ending)
        data = outlet.read(address)
        if data is not None:
            text = data.decode(errors="replace")
        elif isinstance(said, dict) and name in said:
            yield Difference("forms", address, pieces[0].line, f"lost: {address} is not there")
            continue
        else:
            text = _made_of(plain, ending)
        words = text if ending == "txt" else "".join(markdown_words(text))
        yield from compare(pieces, seen_text(words), "forms", address)


def _made_of(plain: Plain, ending: str) -> str:
    """What a page makes of the JSON of a document; nothing of one that is damaged."""
    own = {name: plain[name] for name in _names() if name in plain}
    try:
        document = msgspec.convert(own, Document)
    except msgspec.ValidationError:
        return ""
    return plain_text(document) if ending == "txt" else markdown_text(document)


@cache
def _names() -> tuple[str, ...]:
    """The keys of a document."""
    return Document.__struct_encode_fields__


def markdown_words(text: str) -> Iterator[str]:
    """The words of the Markdown that the program writes, line by line, without its signs."""
    for line in text.splitlines():
        if _RULE.fullmatch(line):
            continue
        sign = _SIGNS.match(line)
        words = line[sign.end() :] if sign else line
        if sign and sign[0] == "| ":
            words = _BAR.sub(r"\1", words)
        yield _ESCAPED.sub(r"\1", words)


def _check_akoma(outlet: Outlet, record: DocumentRecord, line: int) -> Iterator[Difference]:
    """The differences of the Akoma Ntoso: its text without what is said of the document."""
    address = form_address(record.id, "xml")
    data = outlet.read(address)
    if data is None:
        yield Difference("forms", address, line, f"lost: {address} is not there")
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield Difference("forms", address, line, f"lost: {address} is damaged: {error.msg}")
        return
    seen = seen_text("".join(_words_in(root)))
    expected = _printed(_carried(record.document), _head_of(record.document))
    yield from compare(expected, seen, "forms", address)
    for name, held, said in _said_of(root, record):
        if held != said:
            yield Difference(
                "forms", address, line, f"{name}: {quote(str(held))} is {quote(str(said))}"
            )


def _said_of(root: Any, record: DocumentRecord) -> Iterator[tuple[str, object, object]]:
    """What the Akoma Ntoso says of the whole document, beside what is known: name, known value, value that it says."""
    document, evidence = record.document, record.evidence
    said: Plain = {one.get("eId"): one.get("date") for one in root.iter(f"{NAMESPACE}eventRef")}
    days = {"generation": document.date}
    if evidence:
        days |= {"from": evidence.start, "until": evidence.until}
        days |= {"repealed": evidence.by_date if evidence.by else None}
    for name, day in days.items():
        known = day if day and is_real_date(day) else None
        yield name, known, said.get(f"event_{name}")
    numbers = [one.get("value") for one in root.iter(f"{NAMESPACE}FRBRnumber")]
    yield "number", [one_line(document.number)] if document.number else [], numbers
    organs = [one.get("showAs") for one in root.iter(f"{NAMESPACE}TLCOrganization")]
    yield "issuers", list(map(one_line, document.issuers)), organs


def _words_in(root: Any) -> Iterator[str]:
    """The text of elements that are not in ``meta``, in order."""
    inside = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_meta = element.tag == f"{NAMESPACE}meta"
        inside += is_meta if event == "start" else -is_meta
        text = element.text if event == "start" else element.tail
        if text and not inside:
            yield text


def _head_of(document: Document) -> Sequence[str]:
    """What is above the text of a document, as it is printed, where it is known on which lines."""
    lines = {name: first(document.at.get(name, ())) for name in HEAD if getattr(document, name)}
    return sorted(lines, key=lambda name: lines[name]) if all(lines.values()) else HEAD


def _printed(document: Document, head: Sequence[str] = HEAD) -> list[Piece]:
    """The pieces that must be seen; where a cell ends is not said in every form."""
    seen = document_seen(document, head)
    pieces = [replace(one, text=one.text.translate(_MARKS)) for one in seen]
    return pieces or [Piece("", 0)]


def _carried(document: Document) -> Document:
    """A document with the character that stands for those that no text may have."""
    data = msgspec.json.encode(document).decode()
    if "\\u00" not in data and not _ODD.search(data):
        return document
    return msgspec.convert(_replaced(msgspec.to_builtins(document)), Document)


def _replaced(value: Any) -> Any:
    """Plain data with the same in each text."""
    if isinstance(value, str):
        return _ODD.sub(REPLACEMENT, value)
    if isinstance(value, dict):
        return {key: _replaced(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(one) for one in value]
    return value


def _texts_in(plain: Plain) -> Iterator[str]:
    """The texts of the JSON of a document in the order that it says."""
    around: defaultdict[tuple[Any, Any], list[str]] = defaultdict(list)
    for one in plain["elements"]:
        around[one["part"], one["block"]].append(one["text"])
    framed = {(one["part"], one["block"]): one["text"] for one in plain["framed"]}
    yield from (plain[name] or "" for name in ("head", "title", "number"))
    for index, part in enumerate(plain["parts"]):
        title = f"{part['label'] or ''}{part['title'] or ''}"
        yield from (*(around[index, None] if title else ()), title)
        for place, said in _blocks_of(part):
            yield from around[index, place]
            yield from [framed[index, place]] if (index, place) in framed else said
    yield from around[None, None]


def _blocks_of(part: Plain) -> Iterator[tuple[int, Iterable[str]]]:
    """The place and the texts of each block; a caption that its table has is once with that."""
    above, is_above = part["title"], True
    blocks = part["blocks"]
    for place, (block, following) in enumerate(zip(blocks, (*blocks[1:], {}), strict=False)):
        is_heading = block["type"] == "heading"
        is_caption = (
            is_heading
            and block["kind"] == "caption"
            and following.get("type") == "table"
            and following["caption"] == block["text"]
        )
        if not is_caption:
            is_said = is_above and block.get("caption") == above
            yield place, _texts_of(block, "" if is_said else block.get("caption") or "")
        is_above = is_heading and not is_caption
        above = block["text"] if is_heading else above


def _texts_of(block: Plain, caption: str) -> Iterator[str]:
    """The texts of a block."""
    if block["type"] == "table":
        groups = int("group" in block)
        header = block["header"]
        yield caption
        for row in (*header[groups:], *header[:groups], *block["rows"]):
            yield from row
    elif block["type"] == "roster":
        above = None
        for group in block["groups"]:
            has_label = "label" in group
            yield "" if has_label and group["role"] == above else group["role"] or ""
            yield group.get("label") or ""
            yield from (f"{one['name']}{one['post'] or ''}" for one in group["members"])
            above = group["role"] if has_label else None
    else:
        yield block["text"]

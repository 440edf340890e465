"""What the findings on corrections say went and came is what went and came, character by character."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import UnsetType, convert

from generator.lexicon.characters import squeeze
from generator.model import Issue, PublicationRecord
from generator.model.block import block_texts
from generator.model.correction import Correction
from generator.parse import parse_issue
from generator.read import read_print
from generator.words.element_texts import shown_elements
from tests.reading import read_bytes
from tests.test_cases import CASES, PROVENANCE, corrections_of, load

CORRECTED = [path for path in CASES if path.parent.name == "corrections"]
RESTORES_ORDER = {"move", "join", "split", "begins", "ends", "columns", "header", "announces"}
"""Operations that change characters only where their finding says which came."""
NO_TEXTS = ("issue.", "effective.", "page", "column")
"""What is no text of the issue itself; the lines that print another value stay."""
FORM = "*-"
"""Marks of the recogniser, which a quote holds as the source has them."""
FORMS = {
    "date": "0123456789年月日",
    "recipients": "：",
    "subjects": "主题词：",
    "signer": "签发人：",
    "index": "索引号：",
    "number": "〔〕",
    "contents": "…0123456789",
}
"""What the form of an element adds in print: a label, brackets, in the contents leader and page."""


def texts_of(issue: Issue) -> Iterator[str]:
    """Every text of an issue, once."""
    yield from (line.text for line in issue.masthead)
    for entry in issue.contents:
        yield from (entry.title, entry.number or "")
    for document in issue.documents:
        yield from (document.head or "", document.title, document.number or "")
        yield from (text for _, text in shown_elements(document))
        for part in document.parts:
            yield from (part.label or "", part.title or "")
            for block in part.blocks:
                yield from block_texts(block)


def count(issue: Issue) -> Counter[str]:
    """How often each character is in an issue."""
    return Counter(squeeze("".join(texts_of(issue))))


def said(issue: Issue) -> Counter[str]:
    """How many characters of each kind came by corrections, less those that went."""
    balance: Counter[str] = Counter()
    for finding in issue.findings:
        provenance = finding.provenance
        if finding.kind != "correction" or isinstance(provenance, UnsetType):
            continue
        if provenance.operation in RESTORES_ORDER and not finding.correct:
            continue
        if (provenance.element or "").startswith(NO_TEXTS):
            continue
        balance.update(squeeze(finding.correct))
        balance.subtract(squeeze(finding.found))
    return Counter({character: n for character, n in balance.items() if n})


@pytest.mark.parametrize("path", CORRECTED, ids=lambda path: path.stem)
def test_what_went_and_came_is_what_is_said(path: Path) -> None:
    case = load(path)
    data, name = case["input"].encode(), case.get("source", "case.txt")
    corrections = corrections_of(case)
    before, after = read_bytes(data, name), read_bytes(data, name, corrections)
    change, balance = count(after), said(after)
    change.subtract(count(before))
    form = set(FORM).union(*map(form_of, corrections))
    assert without(change, form) == without(balance, form)


def form_of(entry: Correction) -> str:
    """What the form of the print adds where an entry speaks."""
    return FORMS["contents"] if entry.begins else FORMS.get(entry.element or "", "")


def without(count: Counter[str], characters: set[str]) -> dict[str, int]:
    """What is counted, but for some characters."""
    return {one: times for one, times in count.items() if times and one not in characters}


def test_the_title_of_a_gazette_that_is_described_is_in_its_description() -> None:
    data = "东川市人民政府公报\n2022年第3期\n关于植树的通知\n东政发〔2022〕7号\n各区县：\n要备足树苗。\n".encode()
    entry = convert(
        PROVENANCE | {"exact": "2022年第3期", "issue": "title", "value": "甲公报", "line": 1},
        Correction,
    )
    described = PublicationRecord(id="dongchuan", title="东川市人民政府公报")
    issue = parse_issue(read_print(data, "a.txt", [entry]), described)
    assert issue.publication.title == "东川市人民政府公报"
    assert [one.kind for one in issue.findings if one.entry] == ["unusable-correction"]

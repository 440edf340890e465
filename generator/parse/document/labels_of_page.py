"""What the labels of a web page give a document that it does not print: 索引号, 成文日期, 发文机关.

``成文日期：2021年6月9日`` is the date of a document without one, and ``发文机关：某某市人民政府`` its issuer; each is
said. Where the document prints another date or names another issuer it is followed, which is said too. All other
labels belong to the site.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.lexicon.dates import read_labelled_date
from generator.lexicon.expressions.site_words import PUBLISHED_BY
from generator.lexicon.organs import is_organ
from generator.model import Finding
from generator.model.finding import Severity
from generator.parse.document.elements import Elements
from generator.parse.heads.issuers import OrganNames
from generator.read.lines import Line, PageLabel
from generator.words.say import say

_MADE = "成文"
"""How the labels begin that say when a document was made; others (发文日期) come after them."""
_PARTED = re.compile(r"[、,，;；/]")


class Labelled(NamedTuple):
    """What the labels of a page give."""

    issuers: tuple[str, ...]
    """The issuers of the document, those of its labels where it names none."""
    at: dict[str, tuple[int, ...]]
    """The source lines of what was taken from labels."""
    findings: list[Finding]


def labels_of(lines: Iterable[Line]) -> list[PageLabel]:
    """The labels that lines carry."""
    return [label for line in lines for label in line.labels]


def take_labels(
    labels: Sequence[PageLabel], elements: Elements, issuers: tuple[str, ...], names: OrganNames
) -> Labelled:
    """The issuers of a document, and its elements brought up to date by labels."""
    at: dict[str, tuple[int, ...]] = {}
    findings: list[Finding] = []
    ordered = sorted(labels, key=lambda label: not label.name.startswith(_MADE))
    dates = [label for label in ordered if label.element == "date"]
    for label in labels:
        if label.element == "index" and "index" not in elements.values:
            before, _, behind = label.text.rpartition(label.value)
            elements.put("index", label.value, [], before + label.value)
            at["index"] = (label.line,)
            findings += [_aside(label, behind)] if behind else []
        elif label not in dates[:1] or "date" in elements.values:
            findings.append(_aside(label, label.text))
    if dates:
        findings += _take_date(dates[0], elements, at)
    for label in labels:
        if label.element == "issuer":
            said = _issuers_of(label, names)
            findings += _compared(label, said, issuers)
            issuers = issuers or said
    return Labelled(issuers, at, findings)


def set_aside(labels: Iterable[PageLabel]) -> Iterator[Finding]:
    """What is said of labels that no document takes up."""
    for label in labels:
        yield _aside(label, label.text)


def _take_date(
    label: PageLabel, elements: Elements, at: dict[str, tuple[int, ...]]
) -> Iterator[Finding]:
    """The date of a label where the document has none; where it has another, that is said."""
    said, printed = read_labelled_date(label.value), elements.values.get("date")
    if said and not printed:
        elements.put("date", said, [], label.value)
        at["date"] = (label.line,)
        before, _, behind = label.text.rpartition(label.value)
        for piece in filter(None, (before, behind)):
            yield _aside(label, piece)
        yield _finding(
            label, "page-label", "warning", say("message.page-label.date", label=label.name)
        )
    elif said and not said.startswith(str(printed)):
        shown = elements.as_printed.get("date") or str(printed)
        message = say("message.page-differs.date", label=label.name, printed=shown)
        yield _finding(label, "page-differs", "warning", message)


def _issuers_of(label: PageLabel, names: OrganNames) -> tuple[str, ...]:
    """The organs of a label, by their full names."""
    organs = [part for part in _PARTED.split(label.value) if is_organ(part)]
    return tuple(names.full(organ) for organ in organs)


def _compared(
    label: PageLabel, said: tuple[str, ...], issuers: tuple[str, ...]
) -> Iterator[Finding]:
    """What is said of the organs of a label: they are the issuers, or others than the document names."""
    if said and not issuers:
        yield _finding(
            label, "page-label", "warning", say("message.page-label.issuer", label=label.name)
        )
    elif not all(any(_is_short_for(organ, issuer) for issuer in issuers) for organ in said):
        severity: Severity = "info" if label.name == PUBLISHED_BY else "warning"
        message = say("message.page-differs.issuer", label=label.name, printed="、".join(issuers))
        yield _finding(label, "page-differs", severity, message)


def _is_short_for(organ: str, issuer: str) -> bool:
    """Whether a name is that of an issuer, which may be shorter: 市政府办公室."""
    return issuer.replace("人民政府", "政府").endswith(organ.replace("人民政府", "政府"))


def _aside(label: PageLabel, found: str) -> Finding:
    """What is said of a label, or the words before its value, that was set aside."""
    return Finding(
        line=label.line,
        kind="site-menu",
        severity="info",
        found=found,
        message=say("message.site-menu"),
    )


def _finding(label: PageLabel, kind: str, severity: Severity, message: str) -> Finding:
    """What is said of the value of a label."""
    return Finding(
        line=label.line, kind=kind, severity=severity, found=label.value, message=message
    )

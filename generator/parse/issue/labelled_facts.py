"""What the first pages and the imprint say of the gazette itself behind a label: 主办单位, 地址, 电话, 邮编, 编辑, 准印证.

Only what a label names is a fact; nothing is inferred from where it is printed.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from generator.lexicon.characters import BETWEEN, squeeze, tidy
from generator.lexicon.gazettes import (
    EDITOR_LINE,
    FACT_FORMS,
    FACT_LABEL,
    LONE_SPONSOR,
    name_fact,
)
from generator.lexicon.organs import is_organ
from generator.model import Issue, TextLine

LONGEST = 60
"""Longest value, in characters; a longer one is text."""
_AROUND = "；;，,。 　（("
"""What is between two facts of a line."""


class LabelledFact(NamedTuple):
    """A fact of a gazette as an issue prints it."""

    name: str
    """``sponsor``, ``editor``, ``post``, ``postcode``, ``phone``, ``email`` or ``permit``."""
    text: str
    """The value without its label."""
    line: int
    """The source line that prints it."""


def read_facts(issue: Issue) -> dict[str, LabelledFact]:
    """The labelled facts of an issue by name; of two that differ, the one that is printed first.

    Editors are all there, each with the label that says what they do.
    """
    found: dict[str, LabelledFact] = {}
    lines = [line for line in issue.masthead if line.text.strip()]
    for fact in (*chain.from_iterable(map(_facts_of, lines)), *_below_labels(lines)):
        first = found.setdefault(fact.name, fact)
        if fact.name == "editor" and fact.text not in first.text:
            found[fact.name] = first._replace(text=f"{first.text}；{fact.text}")
    return found


def _facts_of(line: TextLine) -> Iterator[LabelledFact]:
    """The facts whose label and value are on a line; it may have several."""
    if match := EDITOR_LINE.fullmatch(line.text.strip()):
        names = BETWEEN.join(match["names"].split())
        yield LabelledFact("editor", f"{match['label']}{BETWEEN}{names}", line.line)
    labels = list(FACT_LABEL.finditer(line.text))
    ends = [label.start() for label in labels] + [len(line.text)]
    for label, end in zip(labels, ends[1:], strict=True):
        name, text = name_fact(label["label"]), tidy(line.text[label.end() : end]).strip(_AROUND)
        if name and text and len(text) <= LONGEST and FACT_FORMS[name].fullmatch(text):
            said = f"{squeeze(label['label'])}{BETWEEN}{text}" if name == "editor" else text
            yield LabelledFact(name, said, line.line)


def _below_labels(lines: Sequence[TextLine]) -> Iterator[LabelledFact]:
    """The organ below a line that is nothing but 主办单位."""
    for above, below in pairwise(lines):
        name = tidy(below.text)
        if LONE_SPONSOR.fullmatch(tidy(above.text)) and is_organ(name):
            yield LabelledFact("sponsor", name, below.line)

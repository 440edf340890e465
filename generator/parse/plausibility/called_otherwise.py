"""What a document is about or attaches, called by one name in one place and by another one where it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.expressions.labels import TRIAL_OR_DRAFT
from generator.lexicon.expressions.verbs import BROUGHT, FORWARDED, NAMED_ENCLOSED
from generator.lexicon.kinds import ENCLOSING, FOUNDING
from generator.model import Document, Finding, Text
from generator.parse.draft import Draft
from generator.parse.plausibility.named_attachments import named_attachments
from generator.parse.plausibility.places import line_at, line_of, quotable, running
from generator.words.say import say

_NAMED = re.compile(r"《(?P<name>(?:[^《》]|《[^《》]*》)+)》")
_ISSUED = re.compile(
    rf"(?:{NAMED_ENCLOSED})(?:《(?P<marked>.+)》|(?P<plain>.+?))的(?:{ENCLOSING})$"
)
_FOUNDED = re.compile(rf"关于(?:{FOUNDING})(?P<name>.+?)(?:组成人员|成员|名单)?的(?:{ENCLOSING})$")
_SENTENCE = re.compile("[^。]+")
_FORWARDS = re.compile(FORWARDED)
"""What is forwarded has the name of its own organ before it, which the notice prints and it does not."""
_BROUGHT = re.compile(BROUGHT)
_TRIAL = re.compile(TRIAL_OR_DRAFT)


@dataclass(frozen=True, slots=True)
class NameLimits:
    """When two names are of one thing, and not the same."""

    alike: float = 0.6
    """Lowest likeness of two names of one instrument; of less alike ones each may be of another one."""
    blocks: int = 4
    """Blocks of a text in which it names what its title names."""
    founded: int = 12
    """Shortest name of a group, in characters, of which another one that differs in little is a misprint."""
    misprint: int = 2
    """Most characters in which the two differ."""
    end: int = 4
    """Characters at the end of a name that both share."""


NAMES = NameLimits()


def check_names(draft: Draft) -> Iterator[Finding]:
    """The documents that call what they issue, found or attach otherwise than it calls itself."""
    for document in draft.documents:
        yield from _check_attached(document)
        found = _ISSUED.search(document.title)
        if found and not _FORWARDS.search(document.title):
            yield from _check_issued(document, found["marked"] or found["plain"])
        elif found := _FOUNDED.search(document.title):
            yield from _check_founded(document, found["name"])


def _check_issued(document: Document, name: str) -> Iterator[Finding]:
    """What title and text call an instrument, against its own title."""
    titles = [part.title or "" for part in document.parts if part.kind == "enclosure"]
    if len(titles) != 1 or not titles[0]:
        return
    (own,) = titles
    if _are_two(name, own):
        yield _differs(line_of(document, "title"), name, own)
    for block in _first_texts(document):
        for start, called in _brought(block):
            if _are_two(called, own):
                yield _differs(line_at(block, start), squeeze(called), own)


def _first_texts(document: Document) -> Iterator[Text]:
    """The blocks in which a document names what its title names."""
    return islice(running(document.parts[0]), NAMES.blocks)


def _brought(block: Text) -> Iterator[tuple[int, str]]:
    """The names, each with its offset, in those sentences of a text that bring what they name."""
    for sentence in _SENTENCE.finditer(block.text):
        if _BROUGHT.search(sentence[0]):
            for match in _NAMED.finditer(sentence[0]):
                yield sentence.start() + match.start("name"), match["name"]


def _check_attached(document: Document) -> Iterator[Finding]:
    """The titles of attachments against those that the note has under the same number."""
    noted = {f"附件{number}": title for _, number, title in named_attachments(document)}
    named = set(map(fold, noted.values()))
    for part in document.parts:
        title, label = part.title or "", squeeze(part.label or "")
        if part.kind != "attachment" or not part.at or fold(title) in named:
            continue
        if _are_two(noted.get(label, title), title):
            yield _differs(part.at[:2][-1], title, squeeze(noted[label]))


def _are_two(name: str, own: str) -> bool:
    """Whether two names are of one instrument, and one is no shorter form of the other."""
    short, long = sorted((_bare(name), _bare(own)), key=len)
    if not short or short in long:
        return False
    most_alike = 2 * len(short) / (len(short) + len(long))
    if most_alike < NAMES.alike:  # by their lengths alone: no need to compare them
        return False
    return SequenceMatcher(None, short, long, autojunk=False).ratio() >= NAMES.alike


def _bare(name: str) -> str:
    """A name without marks, without 的, which a longer title may leave out, and without 试行 and the like."""
    return _TRIAL.sub("", fold(name)).removeprefix("关于").replace("的", "")


def _check_founded(document: Document, name: str) -> Iterator[Finding]:
    """The name of a group in the title, against that in the text, where few characters of it differ."""
    if len(name) < NAMES.founded or not document.parts:
        return
    for block in _first_texts(document):
        for start, other in _near(block, name):
            differing = [
                at for at, pair in enumerate(zip(name, other, strict=True)) if len(set(pair)) > 1
            ]
            yield _differs(line_at(block, start + differing[0]), other, name)


def _near(block: Text, name: str) -> Iterator[tuple[int, str]]:
    """The places of a text that end as a name does and differ from it in few characters."""
    for match in re.finditer(re.escape(name[-NAMES.end :]), block.text):
        start = match.end() - len(name)
        other = block.text[start : match.end()] if start >= 0 else ""
        if len(other) == len(name):
            differing = sum(one != two for one, two in zip(name, other, strict=True))
            if 0 < differing <= NAMES.misprint:
                yield start, other


def _differs(line: int, here: str, there: str) -> Finding:
    """What is said of a name that differs from another one of the same document."""
    return Finding(
        line=line,
        kind="name-differs",
        severity="warning",
        found=here,
        message=say("message.name-differs", here=quotable(here), there=quotable(there)),
    )

"""Where the parts behind a body begin: instruments by their title, attachments by their label or promised title."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import get_args

from generator.lexicon.characters import ends_sentence, fold, squeeze
from generator.lexicon.enumerators import read_enumerator
from generator.lexicon.expressions.labels import ANY_ATTACHMENT, LISTED_ATTACHMENT, TRIAL
from generator.lexicon.expressions.signs import SHORT_BRACKET
from generator.lexicon.kinds import read_kind
from generator.lexicon.numerals import TENS
from generator.model import Finding
from generator.model.correction import Correction
from generator.model.document import PartKind
from generator.parse.text.promises import LISTED, NOTE, Promise
from generator.read import Line
from generator.read.corrections.notes import correction_finding
from generator.words.say import say

_WORD = re.compile(ANY_ATTACHMENT)
_LABEL_LETTER = "附"
"""The first letter of every label; most lines have another one."""
_NUMBER = rf"(?P<n>\d{{1,2}}|[{TENS}]{{1,3}})"
_LABEL = re.compile(rf"{ANY_ATTACHMENT}\s*[（(]?{_NUMBER}?(?P<sub>[-－—]\d{{1,2}})?[)）]?\s*[:：]?")
_LABELLED = re.compile(
    rf"(?P<label>{LISTED_ATTACHMENT}\s*{_NUMBER}?(?:[-－—]\d{{1,2}})?)\s*(?:[:：.．、]|\s)\s*(?P<title>[^\s\d].{{2,60}})",
)
_BRACKETED = re.compile(r"[（(][^（()）]{2,16}[)）]")
_TRIAL = re.compile(rf"[（(](?:{TRIAL})[)）]$")
_SHORT_BRACKET = re.compile(SHORT_BRACKET)


@dataclass(frozen=True, slots=True)
class PartTitleLimits:
    """What the title of an instrument or attachment is; anything else is text."""

    named_line: int = 90
    """Longest line of a title that the document names, in characters."""
    line: int = 60
    """Longest line of another title, in characters without blanks."""
    lines: int = 4
    """Most lines of a title that the document names, or of the first one behind its closing."""
    labelled: int = 3
    """Most lines of a title below its label."""
    label: int = 2
    """Shortest label that needs no title named or marked below it, in characters: 附件; 附 alone may be a scrap."""


PART_TITLE = PartTitleLimits()


@dataclass(slots=True)
class Section:
    """A part while it is being read; positions count in the list of lines."""

    kind: PartKind
    first: int
    end: int
    label: str | None = None
    title: str | None = None
    heading: list[int] = field(default_factory=list)
    """Positions of label and title."""

    @property
    def body(self) -> int:
        """The first position after label and title."""
        return max(self.heading) + 1 if self.heading else self.first


@dataclass(slots=True)
class Sections:
    """Finds the parts of one document among ``lines``, up to ``end``."""

    lines: list[Line]
    end: int
    closing: int
    """Position after signature and date."""
    opening: int
    """Position from which on label and title on one line are an attachment rather than a note on one."""
    titles: set[str]
    """Folded titles of the instruments that the document issues."""
    promised: dict[str, Promise]
    """Attachments that the text names and that were not met yet, by folded title."""
    noted: set[int]
    """Positions of lines that name attachments and are none."""
    issuing: bool
    """Whether an instrument is behind the closing, whatever its title."""
    taken: AbstractSet[int] = frozenset()
    """Positions of lines that are an element of the document."""
    said: list[Finding] = field(default_factory=list)
    """What was made of the beginnings that people named or denied."""

    def find(self, begin: int) -> list[Section]:
        """The parts from ``begin`` on, in order; each ends where the next begins."""
        found: list[Section] = []
        place = begin
        while place < self.end:
            section = self._section_at(place)
            if section is None:
                place += 1
                continue
            if found:
                found[-1].end = place
            found.append(section)
            place = max(section.body, place + 1)
        return found

    def _section_at(self, place: int) -> Section | None:
        """The part that begins at a line: as people said, else by the first rule that finds one.

        None at a row or a note on attachments.
        """
        said = self.lines[place].said
        if said is not None and said.begins in get_args(PartKind):
            return self._named(place, said)
        if place in self.noted or self.lines[place].cells:
            return None
        is_labelled = self.lines[place].text.lstrip().startswith(_LABEL_LETTER)
        for rule in PART_RULES if is_labelled else UNLABELLED_RULES:
            section = rule(self, place)
            if section is not None:
                return None if self._is_denied(section) else section
        return None

    def _named(self, place: int, said: Correction) -> Section:
        """The part that begins with these lines, as a person said, who may name its label and title."""
        stop = place
        while stop < self.end and self.lines[stop].said is said:
            stop += 1
        heading = list(range(place, stop))
        label, title = read_heading([self.lines[at].text for at in heading])
        kind: PartKind = "enclosure" if said.begins == "enclosure" else "attachment"
        printed = " ".join(self.lines[at].text for at in heading)
        right = " ".join(filter(None, [said.label or label, said.title or title]))
        if said.label or said.title:
            what = say(f"message.correction.begins.{kind}-named")
        else:
            what, right = say(f"message.correction.begins.{kind}"), ""
        line = self.lines[place].number
        self.said.append(correction_finding(said, line, what, printed, right))
        return Section(kind, place, self.end, said.label or label, said.title or title, heading)

    def _is_denied(self, section: Section) -> bool:
        """Whether people said that nothing begins with one of the lines that name a part."""
        for place in section.heading:
            said = self.lines[place].said
            if said is not None and said.begins == "nothing":
                what = say("message.correction.begins.no-part")
                line = self.lines[place]
                self.said.append(correction_finding(said, line.number, what, line.text))
                return True
        return False

    def at_label(self, place: int) -> Section | None:
        """附件1 on a line of its own, the title below it."""
        text = self.lines[place].text.strip()
        label = _LABEL.fullmatch(text)
        if not label:
            return None
        if len(squeeze(text)) < PART_TITLE.label and not self._is_announced(place + 1):
            return None
        named = set(self.promised)
        title = self._title_below(place + 1)
        section = self._attachment(place, _label(text, label), self._text(title), [place, *title])
        key = fold(section.title or "")
        instrument = key not in named or read_kind(section.title or "") is not None
        section.kind = "enclosure" if key in self.titles and instrument else "attachment"
        return section

    def _is_announced(self, place: int) -> bool:
        """Whether a title is here, below a lone 附: one that the text named, or one marked as a heading."""
        marked = place < self.end and self.lines[place].mark.startswith("#")
        return marked or self._match(place, set(self.promised)) is not None

    def at_labelled_title(self, place: int) -> Section | None:
        """附件1：某某办法 on one line, and no list of further attachments below it."""
        text = self.lines[place].text.strip()
        labelled = _LABELLED.fullmatch(text) if place >= self.opening else None
        if not labelled or ends_sentence(text) or self._is_listed(place + 1):
            return None
        title = labelled["title"]
        if not labelled["n"] and fold(title) not in self.promised:
            return None
        if self._follows(place, title):
            return None
        return self._attachment(place, squeeze(labelled["label"]), squeeze(title), [place])

    def at_lone_note(self, place: int) -> Section | None:
        """附件：某某办法 right behind the closing, or above a table, where it is a heading rather than a note."""
        text = self.lines[place].text.strip()
        note = NOTE.fullmatch(text) if self._heads(place) else None
        title = note["first"].strip() if note else ""
        if (
            not title
            or ends_sentence(text)
            or LISTED.fullmatch(title)
            or self._follows(place, title)
        ):
            return None
        return self._attachment(place, "附件", squeeze(title), [place])

    def _follows(self, place: int, title: str) -> bool:
        """Whether the attachment that a note names follows below it, with a label or its title once more."""
        below = self.lines[place + 1].text.strip() if place + 1 < self.end else ""
        return (
            _LABEL.fullmatch(below) is not None or self._match(place + 1, {fold(title)}) is not None
        )

    def _heads(self, place: int) -> bool:
        """Whether a note on an attachment is where a heading is: right behind the closing, or above a table."""
        if place + 1 >= self.end:
            return False
        above_table = bool(self.lines[place + 1].cells)
        return place == self.closing or (place > self.closing and above_table)

    def at_promised(self, place: int) -> Section | None:
        """The title of an attachment that the text named."""
        span = self._match(place, self.promised.keys())
        if not span:
            return None
        promise = self.promised.pop(self._key(span))
        return self._attachment(place, f"附件{promise.number or ''}", self._text(span), span)

    def at_enclosed(self, place: int) -> Section | None:
        """An instrument: its title was named, or it opens what follows a document that issues one."""
        if place < self.closing:
            return None
        span = self._match(place, self.titles)
        if span is None and self.issuing and place == self.closing:
            span = self._first_title(place)
        if not span:
            return None
        if self._has_trial_below(span):
            span = [*span, span[-1] + 1]
        return Section("enclosure", place, self.end, None, self._text(span), span)

    def _has_trial_below(self, span: list[int]) -> bool:
        """Whether （试行） is on the line below a title that was named with it."""
        below = span[-1] + 1
        text = squeeze(self.lines[below].text) if below < self.end else ""
        return (
            _TRIAL.fullmatch(text) is not None and f"{self._key(span)}{fold(text)}" in self.titles
        )

    def _attachment(self, place: int, label: str, title: str | None, heading: list[int]) -> Section:
        """An attachment that goes on to the end of the document until the next part is found."""
        return Section("attachment", place, self.end, label, title, heading)

    def _text(self, span: list[int]) -> str | None:
        """The title that some lines print, without blanks."""
        return squeeze("".join(self.lines[at].text for at in span)) or None

    def _key(self, span: list[int]) -> str:
        """The title that some lines print, as two prints of it share it."""
        return fold("".join(self.lines[at].text for at in span))

    def _is_listed(self, place: int) -> bool:
        """Whether a line is an attachment in a numbered list of them: 2.某某表."""
        return place < self.end and LISTED.fullmatch(self.lines[place].text.strip()) is not None

    def _title_below(self, place: int) -> list[int]:
        """The lines of the title below a label: as promised, else the lines up to the first that is no title."""
        promised = self._match(place, set(self.promised))
        if promised:
            self.promised.pop(self._key(promised), None)
            return promised
        span: list[int] = []
        complete = False
        for at in range(place, min(place + PART_TITLE.labelled, self.end)):
            line = self.lines[at]
            complete = complete or self._is_complete(span, line)
            if at in self.taken:
                break
            in_brackets = bool(span) and _BRACKETED.fullmatch(squeeze(line.text)) is not None
            if not in_brackets and (complete or not _is_title_line(line)):
                break
            span.append(at)
        return span

    def _is_complete(self, span: list[int], below: Line) -> bool:
        """Whether a title below a label has ended: it names a kind of document, or a line with a mark follows."""
        title = self._text(span)
        return title is not None and (bool(below.mark) or read_kind(title) is not None)

    def _match(self, place: int, titles: AbstractSet[str]) -> list[int] | None:
        """The lines from ``place`` on that together are one of the titles."""
        if not titles:
            return None
        text = ""
        for stop in range(place, min(place + PART_TITLE.lines, self.end)):
            if self.lines[stop].cells or len(self.lines[stop].text) > PART_TITLE.named_line:
                return None
            text += fold(self.lines[stop].text)
            if text and text in titles:
                return list(range(place, stop + 1))
            if not any(title.startswith(text) for title in titles):
                return None
        return None

    def _first_title(self, place: int) -> list[int]:
        """The title lines of an instrument whose title was not named exactly so."""
        span: list[int] = []
        for at in range(place, min(place + PART_TITLE.lines, self.end)):
            line = self.lines[at]
            in_brackets = bool(span) and _SHORT_BRACKET.fullmatch(squeeze(line.text)) is not None
            if at in self.taken or not (in_brackets or _is_title_line(line)):
                break
            span.append(at)
            if read_kind(self._text(span) or "") and not self._is_bracketed(at + 1):
                break
        return span

    def _is_bracketed(self, place: int) -> bool:
        """Whether a line opens with a bracket, as what belongs to a title does: （试行）."""
        return place < self.end and self.lines[place].text.strip().startswith(("（", "("))


_Rule = Callable[[Sections, int], Section | None]
UNLABELLED_RULES: tuple[_Rule, ...] = (Sections.at_promised, Sections.at_enclosed)
"""Where a part begins that has no label on its line, in order."""
PART_RULES: tuple[_Rule, ...] = (
    Sections.at_label,
    Sections.at_labelled_title,
    Sections.at_lone_note,
    *UNLABELLED_RULES,
)
"""Where a part begins, in order: the first rule that finds one at a line decides."""


def short_forms(title: str) -> set[str]:
    """A title, folded, with and without a trailing （试行）."""
    return {fold(title), fold(_TRIAL.sub("", title))}


def read_heading(texts: list[str]) -> tuple[str | None, str | None]:
    """Label and title that the lines print with which a part begins: 附件2 | 防汛物资清单."""
    first = texts[0].strip()
    label = _LABEL.fullmatch(first)
    if label:
        return _label(first, label), squeeze("".join(texts[1:])) or None
    labelled = _LABELLED.fullmatch(" ".join(texts).strip())
    if labelled:
        return squeeze(labelled["label"]), squeeze(labelled["title"])
    return None, squeeze("".join(texts))


def _label(text: str, printed: re.Match[str]) -> str:
    """The label as printed, a lone 附 completed: 附件1, 附表2, 附件1-1."""
    match = _WORD.match(text)
    word = squeeze(match[0]) if match else ""
    return (word if len(word) > 1 else "附件") + (printed["n"] or "") + (printed["sub"] or "")


def _is_title_line(line: Line) -> bool:
    """Whether a line can be one of a part's title: short, no sentence, no enumerator."""
    text = squeeze(line.text)
    if line.cells or len(text) > PART_TITLE.line:
        return False
    if ends_sentence(text) or "：" in text:
        return False
    return read_enumerator(line.text) is None

"""The parts of a document: its own body, the instruments it issues, its attachments (附件)."""

import re
from dataclasses import dataclass, field

from generator.lexicon.enumerators import DIVISIONS, read_enumerator
from generator.lexicon.kinds import read_kind
from generator.lexicon.organs import is_organ
from generator.model.document import PartKind
from generator.lexicon.text import ends_sentence, fold, open_brackets, squeeze
from generator.read import Line

_LABEL = re.compile(r"附\s*(?:件|表|图|录)?\s*(?P<n>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?:[-－—][0-9]{1,2})?\s*[:：]?")
_LABELLED = re.compile(r"(?P<label>附\s*(?:件|表)\s*(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})?)\s*(?:[:：.．、]|\s)\s*(?P<title>[^\s0-9].{2,60})")
_NOTE = re.compile(r"附\s*(?:件|表)?\s*[:：]\s*(?P<first>.*)")
_LISTED = re.compile(r"(?:附件)?\s*(?P<n>[0-9]{1,2})\s*[.．、]\s*(?P<title>.+)")
_NAMED = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》")
_ISSUING = re.compile(r"印发|公布|发布|转发|批转|颁布|下发|发给|制定")
_TITLE_NAMES = re.compile(r"(?:印发|发布|公布|转发|批转|下发)(?:关于)?(?:《(?P<marked>.+)》|(?P<plain>.+?))的(?:通知|公告|通告|决定|函|令)$")


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


@dataclass(frozen=True, slots=True)
class Promise:
    """An attachment that the text names (附件说明)."""

    number: int | None
    title: str
    place: int


def find_promises(lines: list[Line], begin: int, end: int) -> list[Promise]:
    """The attachments named in 附件：1.… | 2.…; a title may go on over the next line."""
    promises: list[Promise] = []
    place = begin
    while place < end:
        match = _NOTE.fullmatch(lines[place].text.strip())
        if not match or lines[place].cells:
            place += 1
            continue
        found, place = _read_promises(lines, place, end, match["first"])
        promises += found
    return promises


def _read_promises(lines: list[Line], place: int, end: int, first: str) -> tuple[list[Promise], int]:
    found: list[Promise] = []
    text, at = first, place
    while True:
        listed = _LISTED.fullmatch(text.strip())
        if listed:
            found.append(Promise(int(listed["n"]), squeeze(listed["title"]), at))
        elif text.strip() and not found:
            found.append(Promise(None, squeeze(text), at))
        elif text.strip():
            break
        at += 1
        while found and at < end and _goes_on(lines, at, found[-1].title):
            found[-1] = Promise(found[-1].number, found[-1].title + squeeze(lines[at].text), found[-1].place)
            at += 1
        if at >= end or lines[at].cells or not (_LISTED.fullmatch(lines[at].text.strip()) and (found or not first.strip())):
            break
        text = lines[at].text
    return found, max(at, place + 1)


def _goes_on(lines: list[Line], at: int, title: str) -> bool:
    """Whether a line is the rest of the name of an attachment: a bracket is open, or the name stops in mid-word."""
    text = lines[at].text.strip()
    if lines[at].cells or _LISTED.fullmatch(text) or len(text) > 40:
        return False
    return open_brackets(title) or (lines[at].indent and not lines[at].gap and not ends_sentence(text) and not is_organ(text))


def issued_titles(title: str, lines: list[Line], begin: int, end: int) -> list[str]:
    """Titles of the instruments that a document issues: from its own title and from the 《…》 of an issuing sentence."""
    names: list[str] = []
    text = "".join(squeeze(line.text) for line in lines[begin:min(end, begin + 12)])
    for sentence in re.split(r"[。；]", text):
        if _ISSUING.search(sentence):
            names += [match["title"] for match in _NAMED.finditer(sentence)]
    if match := _TITLE_NAMES.search(squeeze(title)):
        names.append(match["marked"] or match["plain"])
    return names


def is_issuing(title: str) -> bool:
    """Whether a document's title says that it issues or forwards something."""
    return bool(re.search(r"印发|公布|发布|转发|批转|颁布|令$|公告$", squeeze(title)))


def find_sections(lines: list[Line], closing: int, begin: int, end: int, names: list[str], promises: list[Promise], issuing: bool) -> list[Section]:
    """The parts after the body, which ends at ``closing``; ``begin`` is the first position of the body."""
    titles = {fold(form) for name in names for form in (name, re.sub(r"[（(](?:试行|暂行)[)）]$", "", name))}
    named = {fold(promise.title): promise for promise in promises}
    noted = {promise.place for promise in promises if promise.place != closing}
    sections: list[Section] = []
    place = begin
    while place < end:
        section = None
        if place not in noted:
            section = _attachment_at(lines, place, end, named, titles, place == closing)
            if section is None and place >= closing:
                section = _enclosure_at(lines, place, end, titles, first=place == closing and issuing)
        if section is None:
            place += 1
            continue
        if sections:
            sections[-1].end = place
        sections.append(section)
        place = max(section.body, place + 1)
    return sections


def _attachment_at(lines: list[Line], place: int, end: int, named: dict[str, Promise], titles: set[str], opening: bool) -> Section | None:
    """An attachment that begins at ``place``: at its label, at label and title on one line, or at a title that was promised."""
    line = lines[place]
    text = line.text.strip()
    if (label := _LABEL.fullmatch(text)) and len(squeeze(text)) >= 2 and not line.cells:
        title = _title_lines(lines, place + 1, end, named)
        section = _section(lines, place, end, _label_text(text, label["n"]), title, [place, *title])
        section.kind = "enclosure" if fold(section.title or "") in titles else "attachment"
        return section
    labelled = _LABELLED.fullmatch(text)
    if labelled and not ends_sentence(text) and not line.cells and (labelled["n"] or fold(labelled["title"]) in named) \
            and not (place + 1 < end and _LISTED.fullmatch(lines[place + 1].text.strip())):
        section = _section(lines, place, end, squeeze(labelled["label"]), [], [place])
        section.title = squeeze(labelled["title"])
        return section
    if opening and (note := _NOTE.fullmatch(text)) and note["first"].strip() and not ends_sentence(text) and place + 1 < end \
            and not _LISTED.fullmatch(note["first"].strip()):
        section = _section(lines, place, end, "附件", [], [place])
        section.title = squeeze(note["first"])
        return section
    span = _match(lines, place, end, named)
    if span and not line.cells:
        promise = named.pop(fold("".join(lines[at].text for at in span)))
        return _section(lines, place, end, f"附件{promise.number or ''}", span, span)
    return None


def _label_text(text: str, number: str | None) -> str:
    """The label as printed, a lone 附 completed: 附件1, 附表2."""
    word = re.match(r"附\s*(?:件|表|图|录)?", text)
    return (squeeze(word[0]) if word and len(squeeze(word[0])) > 1 else "附件") + (number or "")


def _section(lines: list[Line], place: int, end: int, label: str, title: list[int], heading: list[int]) -> Section:
    text = squeeze("".join(lines[at].text for at in title)) or None
    return Section("attachment", place, end, label, text, heading)


def _title_lines(lines: list[Line], place: int, end: int, named: dict[str, Promise]) -> list[int]:
    """The lines of the title below a label: as promised, else the lines up to the first that is no title."""
    if span := _match(lines, place, end, named):
        named.pop(fold("".join(lines[at].text for at in span)), None)
        return span
    span = []
    for at in range(place, min(place + 3, end)):
        bracketed = bool(span) and re.fullmatch(r"[（(][^（()）]{2,16}[)）]", squeeze(lines[at].text)) is not None
        if bracketed:
            span.append(at)
            continue
        if not _is_title_line(lines[at]) or (span and (lines[at].mark or read_kind(squeeze("".join(lines[p].text for p in span))))):
            break
        span.append(at)
    return span


def _match(lines: list[Line], place: int, end: int, titles: "dict[str, Promise] | set[str]") -> list[int] | None:
    """The lines from ``place`` on that together are one of the titles."""
    text = ""
    for stop in range(place, min(place + 4, end)):
        if lines[stop].cells or len(lines[stop].text) > 90:
            return None
        text += fold(lines[stop].text)
        if text and text in titles:
            return list(range(place, stop + 1))
        if not any(title.startswith(text) for title in titles):
            return None
    return None


def _is_title_line(line: Line) -> bool:
    text = squeeze(line.text)
    return not line.cells and len(text) <= 60 and not ends_sentence(text) and read_enumerator(line.text) is None and "：" not in text


def _enclosure_at(lines: list[Line], place: int, end: int, titles: set[str], first: bool) -> Section | None:
    """An instrument that begins at ``place``: its title was named, or it is the first text behind the closing of a document that issues one."""
    span = _match(lines, place, end, titles) if titles else None
    if span is None and first:
        span = _first_title(lines, place, end, titles)
    if span is None:
        return None
    title = squeeze("".join(lines[at].text for at in span)) or None
    return Section("enclosure", place, end, None, title, span)


def _first_title(lines: list[Line], place: int, end: int, titles: set[str]) -> list[int] | None:
    """The title lines of an instrument whose title was not named exactly so."""
    span: list[int] = []
    for at in range(place, min(place + 4, end)):
        text = squeeze(lines[at].text)
        found = read_enumerator(lines[at].text)
        if not _is_title_line(lines[at]) and not (span and re.fullmatch(r"[（(].{1,8}[)）]", text)) or (found and found.kind in DIVISIONS):
            break
        span.append(at)
        if read_kind(squeeze("".join(lines[p].text for p in span))) and not (at + 1 < end and re.match(r"[（(]", lines[at + 1].text.strip())):
            break
    return span or None

"""Documents without a number: their title is in the contents, or reads as one where a document has ended."""

import re
from bisect import bisect_left
from collections import deque
from dataclasses import dataclass

from generator.lexicon.above_text.salutations import is_salutation
from generator.lexicon.above_text.without_number import has_no_date
from generator.lexicon.characters import HAN, IDEOGRAPHS, ends_sentence, fold, squeeze
from generator.lexicon.dates import BRACKETED_DATE, SPOKEN_DATE, read_date
from generator.lexicon.expressions.verbs import PASSED_TEXT
from generator.lexicon.expressions.years import ANY_YEAR
from generator.lexicon.kinds import BARE_LISTS, is_spoken_title, is_standing_title
from generator.lexicon.names import is_name
from generator.lexicon.numbers import ANNOUNCEMENTS, split_trailing_number
from generator.lexicon.numerals import HUNDREDS
from generator.lexicon.organs import (
    ADDRESSEE_OF_START,
    is_order_head,
    is_organ,
    is_signed_name,
    read_head,
    split_organs,
)
from generator.parse.beginnings.mid_sentence import is_mid_sentence
from generator.parse.document.closing import find_closings
from generator.parse.draft import Draft, Start
from generator.parse.heads.repeated_titles import repeated_title
from generator.parse.heads.titles import (
    BRACKETED_TAIL,
    CONTINUED,
    TITLE,
    TitleLines,
    can_be_title_line,
    is_title,
    title_after,
)
from generator.parse.issue.title_index import TitleIndex
from generator.parse.rows.listed_titles import find_listed_titles
from generator.read import Line

_RECIPIENTS = re.compile(
    rf"^(?:各|有关|[{IDEOGRAPHS}（）()、，,]{{2,80}}(?:{ADDRESSEE_OF_START})[^。]{{0,60}})[^。]{{0,200}}?[:：]",
)
_DATED = re.compile(rf"{BRACKETED_DATE}|[（(]{ANY_YEAR}年.{{2,80}}(?:{PASSED_TEXT}).{{0,80}}[)）]")
_SPOKEN = re.compile(SPOKEN_DATE)
_PERIOD = re.compile(
    r"[（(](?:\d{4}年)?(?:\d{1,2}月)?(?:(?:至|[—–~～-]{1,2})(?:\d{4}年)?\d{1,2}月)?[)）]"
)
_MINUTES = re.compile(
    rf"[{IDEOGRAPHS}（）()\d]{{4,30}}第[\d{HUNDREDS}]{{1,5}}次{HAN}{{0,12}}会议纪要"
)


@dataclass(frozen=True, slots=True)
class NumberlessLimits:
    """Where a document without a number begins; anything else is text of the document before."""

    title: int = 160
    """Longest title over several lines, in characters."""
    broken: int = 12
    """Shortest first line of a title that the width of the print breaks, in characters."""
    announced: int = 4
    """Shortest title of the contents that is known anywhere, in characters; a shorter one (更正) only where a blank line
    is before it and a document has ended, or is of a kind that nobody signs."""
    first: int = 11
    """Last line of the body, counted from 0, on which a document begins with none before it and no recipients below."""
    dated: int = 3
    """Lines below a title in which a date ends what is spoken."""
    speaker: int = 10
    """Longest line with the name of a speaker alone, in characters with its blanks."""
    addressed: int = 3
    """Lines below a title in which recipients or a date follow."""
    enclosed: int = 8
    """Lines below the title of a document in which it names the very title that follows as what it issues."""


NUMBERLESS = NumberlessLimits()


def find_numberless(draft: Draft, starts: list[Start]) -> list[Start]:
    """The documents without a number of their own that begin between those with one."""
    search = _Search(draft, starts)
    found: list[Start] = []
    bodies = [(start.body, start) for start in starts]
    waiting = deque(sorted(bodies, key=lambda one: one[0]))
    owner: Start | None = None
    place = draft.body
    while place < len(draft.lines):
        while waiting and waiting[0][0] <= place:
            _, owner = waiting.popleft()
        span = search.title_at(place, owner)
        if span and not _is_enclosed(draft.lines, span, owner):
            found.append(_with_head(draft.lines, span, draft.body))
            place = span[1]
            owner = found[-1]
        else:
            place += 1
    return found


class _Search:
    """Finds titles in the lines that no document with a number has for its head."""

    def __init__(self, draft: Draft, starts: list[Start]) -> None:
        self._lines = draft.lines
        self._begin = draft.body
        self._covered = {place for start in starts for place in range(start.first, start.body)}
        self._columns = {fold(entry.title): entry.column for entry in draft.contents}
        self._announced = TitleIndex()
        for entry in draft.contents:
            self._announced.add(entry.title)
        self._closings = find_closings(draft.lines)
        self._texts = [squeeze(line.text) for line in draft.lines]
        self._periods = {place for place, text in enumerate(self._texts) if _PERIOD.fullmatch(text)}
        """Places of lines that hold a period in brackets, which may belong to the title above: （2013年3月）."""
        listed = find_listed_titles(draft.lines, draft.body)
        self._possible = [
            place not in listed
            and can_be_title_line(line)
            and not (line.linked and _is_among_links(draft.lines, place))
            and not _is_red_head(line.text)
            for place, line in enumerate(draft.lines)
        ]

    def title_at(self, place: int, owner: Start | None) -> TitleLines | None:
        """The lines of a title that begins at ``place`` and opens a document; ``owner`` is the document before it."""
        text = ""
        for stop in range(place, min(place + TITLE.lines, len(self._lines))):
            if stop in self._covered or not self._possible[stop]:
                return None
            text += self._texts[stop]
            if len(text) > NUMBERLESS.title:
                return None
            if stop + 1 in self._periods and fold(text + self._texts[stop + 1]) in self._announced:
                return place, stop + 2
            known = self._is_known(text, place, owner)
            if not (known or self._opens(text, place, stop, owner)):
                continue
            if not is_mid_sentence(self._lines, place, stop + 1, self._begin):
                return place, stop + 1
        return None

    def _is_known(self, text: str, place: int, owner: Start | None) -> bool:
        """Whether the contents announce a title, with or without the organ that is printed before it."""
        if not self._announced:
            return False
        title = split_trailing_number(text)[0]
        if _is_cited(title):
            return False
        bare = fold(title)
        if len(bare) < NUMBERLESS.announced:
            apart = self._lines[place].gap or place == self._begin
            ended = self._has_ended(owner, place) or self._is_unsigned(owner)
            return apart and bare in self._announced and ended
        return bare in self._announced or self._announced.closes(bare)

    def _opens(self, text: str, place: int, stop: int, owner: Start | None) -> bool:
        """Whether the lines are a title where nothing announces it: recipients follow, or a document has ended."""
        if _is_standing(self._lines, place, stop):
            return self._has_ended(owner, place) or self._is_unsigned(owner)
        if self._is_spoken(text, place, stop):
            return self._has_ended(owner, place) or self._is_unsigned(owner)
        if stop == place and text.endswith(ANNOUNCEMENTS) and self._is_announcement(text, place):
            return self._has_ended(owner, place)
        if not is_title(text) or not self._is_whole(text, stop):
            return False
        if _is_addressed(self._lines, stop + 1):
            return True
        early = owner is not None or place <= NUMBERLESS.first
        return early and self._has_ended(owner, place)

    def _is_whole(self, text: str, stop: int) -> bool:
        """Whether a title begins and ends with its lines: it does not go on with the line above or below."""
        return not text.startswith(CONTINUED) and not _is_split(self._lines, stop)

    def _is_spoken(self, text: str, place: int, stop: int) -> bool:
        """Whether the lines are the title of a speech, on one line or broken after a long one, above its speaker."""
        broken = stop == place + 1 and len(self._texts[place]) >= NUMBERLESS.broken
        if stop != place and not broken:
            return False
        return is_spoken_title(text) and _is_spoken_below(self._lines, stop + 1)

    def _is_announcement(self, text: str, place: int) -> bool:
        """Whether a line is an organ and 公告 or 通告, and a sentence is below it: 某某市公安局公告."""
        if not is_organ(text[:-2]):
            return False
        below = self._texts[place + 1] if place + 1 < len(self._texts) else ""
        return "，" in below or ends_sentence(below)

    def _is_unsigned(self, owner: Start | None) -> bool:
        """Whether the document before is of a kind that nobody signs: minutes, a report, a chronicle, statistics."""
        title = "".join(self._texts[slice(*owner.title)]) if owner else ""
        if is_standing_title(title) or is_spoken_title(title):
            return True
        return has_no_date(title, self._columns.get(fold(title)))

    def _has_ended(self, owner: Start | None, place: int) -> bool:
        """Whether the document before ``place`` has come to its end: it is signed and dated, or there is none."""
        if owner is None:
            return True
        below_title = self._texts[owner.title[1] : min(owner.body + NUMBERLESS.dated, place)]
        if any(_DATED.fullmatch(text) or _SPOKEN.match(text) for text in below_title):
            return True
        closing = bisect_left(self._closings, owner.body)
        return closing < len(self._closings) and self._closings[closing] < place


def _is_red_head(text: str) -> bool:
    """Whether a line is a red head, which no title has: 某某县人民政府文件; 某某县人民政府令 is one of an order."""
    return read_head(text) is not None and not is_order_head(text)


def _is_among_links(lines: list[Line], place: int) -> bool:
    """Whether a line that is a link has another beside it: they lead to documents, and are none."""
    beside = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return not lines[place].mark and any(line.linked for line in beside)


def _is_cited(title: str) -> bool:
    """Whether a text ends with a title in marks that a sentence leads to: 和《某某市人民政府关于…的通知》."""
    before = title[: title.find("《")] if title.endswith("》") and "《" in title else ""
    return before != "" and not is_organ(before) and not is_title(title)


def _is_standing(lines: list[Line], place: int, stop: int) -> bool:
    """Whether lines are a title that recurs (大事记); above another such title one names the column instead."""
    if stop > place:
        return _is_broken_minutes(lines, place, stop)
    following = lines[place + 1].text if place + 1 < len(lines) else ""
    return is_standing_title(lines[place].text) and not is_standing_title(following)


def _is_broken_minutes(lines: list[Line], place: int, stop: int) -> bool:
    """Whether two lines are the title of minutes that was too long for one: …第五十次常务会 | 议纪要."""
    first, last = squeeze(lines[place].text), squeeze(lines[stop].text)
    if stop != place + 1 or not last.endswith("要") or len(first) < NUMBERLESS.broken:
        return False
    return _MINUTES.fullmatch(squeeze(lines[place].text + lines[stop].text)) is not None


def _is_spoken_below(lines: list[Line], below: int) -> bool:
    """Whether a speaker, an organ, an occasion, a date or a greeting is right below the title of a speech."""
    if below >= len(lines):
        return False
    text = lines[below].text
    if text.startswith(("—", "--")) or _DATED.fullmatch(squeeze(text)):
        return True
    if is_salutation(text) or is_signed_name(text) or split_organs(text):
        return True
    return _is_bare_speaker(lines, below)


def _is_bare_speaker(lines: list[Line], place: int) -> bool:
    """Whether a line is a bare name, a date in brackets or a greeting below it: ``孙某某`` | ``（2003年2月18日）``."""
    if place + 1 >= len(lines) or len(lines[place].text) > NUMBERLESS.speaker:
        return False
    below = lines[place + 1].text
    opens = _DATED.fullmatch(squeeze(below)) is not None or is_salutation(below)
    return opens and is_name(lines[place].text)


def _is_split(lines: list[Line], stop: int) -> bool:
    """Whether the title goes on in the next line: 的通知, （试行）."""
    following = squeeze(lines[stop + 1].text) if stop + 1 < len(lines) else ""
    if following.startswith("的"):
        return True
    return bool(BRACKETED_TAIL.fullmatch(following)) and not read_date(following.strip("（()）"))


def _is_addressed(lines: list[Line], index: int) -> bool:
    """Whether recipients follow, or a date under the title."""
    below = [squeeze(line.text) for line in lines[index : index + NUMBERLESS.addressed]]
    if any(_DATED.fullmatch("".join(below[:count])) for count in range(1, len(below) + 1)):
        return True
    return _RECIPIENTS.match("".join(below)) is not None


def _is_enclosed(lines: list[Line], span: TitleLines, owner: Start | None) -> bool:
    """Whether the document before names this very title as what it forwards or issues."""
    if owner is None or repeated_title(lines, owner, span[0], span) == span:
        return False
    if not ends_sentence(lines[span[0] - 1].text) and span[0] == owner.body:
        return True
    title = fold("".join(line.text for line in lines[span[0] : span[1]]))
    stop = min(owner.title[1] + NUMBERLESS.enclosed, span[0])
    own = "".join(line.text for line in lines[slice(*owner.title)])
    is_next = is_standing_title(own) and fold(own).endswith(title)
    first = owner.title[1] if is_next else owner.title[0]
    return title in fold("".join(line.text for line in lines[first:stop]))


def _with_head(lines: list[Line], span: TitleLines, begin: int) -> Start:
    """A start at a title, with the organ or red head printed above it."""
    first, end = span
    above = first - 1
    if above < begin:
        return Start(first, span)
    if read_head(lines[above].text):
        return Start(above, span, None, above)
    is_continued = squeeze(lines[first].text).startswith(CONTINUED[:-1])
    if (is_continued or _heads_list(lines, first, begin)) and split_organs(lines[above].text):
        return Start(above, (above, end))
    return Start(first, span)


def _heads_list(lines: list[Line], place: int, begin: int) -> bool:
    """Whether the line above a bare 任免名单 is part of its title: a blank line is above it, and none below it."""
    if squeeze(lines[place].text) not in BARE_LISTS:
        return False
    return place - 1 == begin or (lines[place - 1].gap and not lines[place].gap)


def find_whole(draft: Draft) -> list[Start]:
    """A source that shows no beginning at all is one document when it opens with a title."""
    for place in range(draft.body, min(draft.body + NUMBERLESS.first + 1, len(draft.lines))):
        span = title_after(draft.lines, place, len(draft.lines))
        if span[0] < span[1]:
            return [_with_head(draft.lines, span, draft.body)]
    return []

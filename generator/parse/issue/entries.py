"""One entry of the contents: its title, its number, and the scraps that a recogniser read twice."""

import re
from collections.abc import Sequence
from itertools import groupby

import msgspec

from generator.lexicon.characters import HAN, IDEOGRAPHS, squeeze
from generator.lexicon.counts.rare_numbers import LIKE_NUMBER
from generator.lexicon.dates import PLAIN_DATE, read_date, read_short_date
from generator.lexicon.enumerators import LEVELS, Enumerator, read_enumerator
from generator.lexicon.expressions.verbs import PROMULGATED, SENT, SENT_ON
from generator.lexicon.expressions.years import ANY_YEAR
from generator.lexicon.kinds import INSTRUMENTS, OFFICIAL, OTHER, SPOKEN_KINDS, read_kind
from generator.lexicon.numbers import (
    BARE_SIGN,
    NUMBER,
    NUMBER_END,
    ORDER,
    ORDERED,
    YEARLY,
    format_number,
    read_year,
)
from generator.lexicon.numerals import in_figures
from generator.lexicon.organs import LISTED_ENDS
from generator.model import ContentsEntry, Finding
from generator.words.say import say

LEADER = r"[.．·…•‥。_\-—\s]"
"""A character that leads from a title to its page."""
_LEADERS = re.compile(rf"^{LEADER}+|(?:{LEADER}|(?<![〔\[［])[\]］])+$")
_NUMBER = re.compile(rf"[（(]?\s*{NUMBER}\s*[)）]?")
_BRACKETED = re.compile(rf"[（(]{NUMBER}[)）]")
_KINDS = OFFICIAL + INSTRUMENTS + OTHER
_KINDS_BY_SIZE = [list(kinds) for _, kinds in groupby(sorted(_KINDS, key=len), key=len)]
_BEHIND_KIND = "|".join(f"(?<={'|'.join(kinds)})" for kinds in _KINDS_BY_SIZE)
"""Behind a kind of document; the alternatives of a look-behind have one length."""
_AFTER_KIND = re.compile(rf"(?:{_BEHIND_KIND}|(?<=[)）》”])){BARE_SIGN}{NUMBER}")
"""A number right behind the title; where it does not begin: 办法|的通知某政发〔2023〕1号."""
_ORDER = re.compile(
    rf"[（(]\s*(?P<day>{PLAIN_DATE})?(?P<organ>{HAN}{{2,24}}{ORDERED})?"
    rf"\s*(?:{YEARLY}|{ORDER})\s*(?P<done>{PROMULGATED})?[)）]",
)
"""（国务院令第741号）, （海关总署公告2021年第29号）, （2019年第38号）, （2018年7月18日某某市人民政府令第9号）."""
_DATED = re.compile(
    rf"[（(]\s*(?:(?P<above>{PLAIN_DATE})[，,、]?)?{NUMBER}(?:[，,、]?(?P<below>{PLAIN_DATE}))?\s*[)）]"
)
"""（云政发〔2021〕3号，2021年3月5日）, a number with the day of its document."""
_DAY_BEHIND = re.compile(r"[（(](?P<day>[^（()）]{6,14})[)）]$")
"""The day of a document that some contents print so: 关于某事的通知（2021年3月5日）, （2021.3.5）."""
_BARE = re.compile(rf"[（(](?P<number>〔{ANY_YEAR}〕第?\d{{1,4}}号)[)）]")
"""（〔2005〕第2号）, a number without a sign."""
_UNFINISHED = re.compile(rf"[（(](?P<number>{NUMBER.removesuffix(NUMBER_END)})[)）]$")
"""（云政发〔2021〕3), a number that lacks its 号 in print."""
_MISREAD = re.compile(rf"[（(](?P<number>{LIKE_NUMBER}[^（()）]{{0,12}}号)[)）]$")
"""（云政发〔202l〕3号）, a number that was misread; it stays as it is printed."""
_AUTHOR = re.compile(
    rf"(?<=[^…·.．‥])(?:[…‥]{{2,}}|[.．·•]{{4,}})(?P<author>{HAN}{{2,4}}(?:[、\s]{HAN}{{2,4}}){{0,2}})$"
)
"""The author that is printed between the leaders and the page: 政府工作报告………王某某（4）."""
_SPOKEN = re.compile(
    rf"(?P<beside>[（(]\s*{PLAIN_DATE}\s*[)）](?:[\s·.．…‥]*(?P<speaker>{HAN}{{2,4}}|{HAN}\s+{HAN}))?)\s*$"
)
"""The day of a speech, and its speaker, between its title and the page: 在某某会议上的讲话 （2021年1月15日） 王某某（1）."""
_SCRAP = re.compile(r"[/\\|<>{}^~]{2,}|[）)]{2,}|[（(]{2,}")
_ISSUER = rf"(?:{HAN}{{2,20}}(?:{LISTED_ENDS})(?:等{HAN}{{0,2}}(?:部门|单位))?)"
_WHOLE = re.compile(rf"(?:{_ISSUER}(?:[、\s]?{_ISSUER}){{0,5}})?(?:{SENT}|关于)")
"""What a title opens with, so that nothing before a later 关于 is a scrap."""
_BEHIND_SCRAP = re.compile(rf"(?<=[^{IDEOGRAPHS}]){_ISSUER}?(?:{SENT_ON})?关于")
SHORTEST_TITLE = 6
"""Shortest title before a number on its row, in characters; what is shorter may be a sign: 某办函发〔2021〕8号."""
FEWEST_COUNTED = 2
"""Fewest entries with an ordinal that counts on; where these are also half of all, no ordinal is part of a title."""


def make_entry(
    rows: list[tuple[int, str]], column: str | None, page: int | None, printed: Sequence[str] = ()
) -> ContentsEntry:
    """The entry that some rows print, each a source line and its text.

    :param printed: the rows with their pages
    """
    number, title = _split_number([squeeze(_without_author(text)) for _, text in rows])
    lines = tuple(dict.fromkeys(line for line, _ in rows))
    return ContentsEntry(
        title=_LEADERS.sub("", title),
        column=column,
        number=number,
        page=page,
        lines=lines,
        as_printed=" ".join(filter(None, map(squeeze, printed))) or None,
    )


def _without_author(text: str) -> str:
    """A row without the author, or the day and the speaker, that are printed before the page."""
    bare = _AUTHOR.sub("", text.strip())
    spoken = _day_of_speech(bare)
    return bare[: spoken.start()] if spoken else bare


def _day_of_speech(text: str) -> re.Match[str] | None:
    """The day of a speech that ends a row: with its speaker, behind the kind of a speech, or on a row of its own."""
    match = _SPOKEN.search(text)
    if match is None or match["speaker"]:
        return match
    before = text[: match.start()].strip()
    return match if not before or before.endswith(SPOKEN_KINDS) else None


def ends_entry(text: str) -> bool:
    """Whether a line can be the last one of an entry without a page: it ends in a number or in a kind of document."""
    bare = squeeze(text)
    number, title = _split_number([bare])
    if read_kind(title) is None:
        return False
    return number is None or bare[-1] in "号）)" or text.endswith(title)


def split_day(title: str) -> tuple[str, str | None]:
    """A title in the contents without the day behind it, and that day; None where it prints none."""
    match = _DAY_BEHIND.search(title)
    day = read_date(match["day"]) or read_short_date(match["day"]) if match else None
    return (title[: match.start()], day) if match and day else (title, None)


def _split_number(rows: list[str]) -> tuple[str | None, str]:
    """The number in the rows of an entry and what remains as its title."""
    for place, row in enumerate(rows):
        if _is_balanced(row) and not _has_title(row) and (match := _NUMBER.fullmatch(row)):
            return format_number(match), "".join(rows[:place] + rows[place + 1 :])
    text = "".join(rows)
    for pattern in (_BRACKETED, _DATED, _AFTER_KIND, _NUMBER):
        if match := pattern.search(text):
            return format_number(match), text[: match.start()] + text[match.end() :]
    if bare := _BARE.search(text):
        return squeeze(bare["number"]), text[: bare.start()] + text[bare.end() :]
    if order := _ORDER.search(text):
        return _format_order(order), text[: order.start()] + text[order.end() :]
    return _split_damaged(text)


def _has_title(row: str) -> bool:
    """Whether a row has a title before its number, short as it may be: 关于加强水库管理的通知云政发〔2021〕8号."""
    match = _AFTER_KIND.search(row)
    return match is not None and match.start() >= SHORTEST_TITLE


def _split_damaged(text: str) -> tuple[str | None, str]:
    """A number at the end of an entry that lacks its 号 or was misread, and its title."""
    if unfinished := _UNFINISHED.search(text):
        return format_number(unfinished).removesuffix(NUMBER_END), text[: unfinished.start()]
    if misread := _MISREAD.search(text):
        return misread["number"], text[: misread.start()]
    return None, text


def _format_order(match: re.Match[str]) -> str:
    """The canonical number of an order or of an announcement by year, with its organ when printed."""
    if match["of"]:
        return f"{match['organ'] or ''}{read_year(match['of'])}年第{in_figures(match['nth'])}号"
    return f"{match['organ'] or ''}第{in_figures(squeeze(match['order']))}号"


def remark_on(rows: list[tuple[int, str]]) -> Finding | None:
    """What is said of an author, or of the day of an order, that the contents print beside a title and its number."""
    for line, text in rows:
        if match := _AUTHOR.search(text.strip()):
            return _beside(line, "contents-author", match["author"], say("message.contents-author"))
        if match := _day_of_speech(text):
            found = squeeze(match["beside"])
            return _beside(line, "contents-date", found, say("message.contents-date"))
    whole = squeeze("".join(text for _, text in rows))
    if number := _DATED.search(whole):
        dated = number["above"] or number["below"] or ""
    elif order := _ORDER.search(whole):
        dated = (order["day"] or "") + (order["done"] or "")
    else:
        return None
    if not dated:
        return None
    return _beside(rows[-1][0], "contents-date", dated, say("message.contents-date"))


def _beside(line: int, kind: str, found: str, message: str) -> Finding:
    """What is said of something that the contents print beside a title."""
    return Finding(line=line, kind=kind, severity="info", found=found, message=message)


def edge_character(line: int, found: str) -> Finding:
    """What is said of a character or a rule at the edge of the column, which is no part of an entry."""
    return _beside(line, "contents-stray", found, say("message.contents-stray"))


def misread_page(line: int, found: str, page: int | None) -> Finding:
    """What is said of a page that is not printed as one, was misread, or is missing behind its leaders."""
    if page:
        message = say("message.contents-page.read", found=found, page=str(page))
    elif found:
        message = say("message.contents-page.unread", found=found)
    else:
        message = say("message.contents-page.none")
    return Finding(
        line=line,
        kind="contents-page",
        severity="warning",
        found=found,
        correct=str(page) if page else "",
        message=message,
    )


def _is_balanced(text: str) -> bool:
    """Whether a text closes as many parentheses as it opens."""
    return text.count("(") + text.count("（") == text.count(")") + text.count("）")


def is_scrap(entry: ContentsEntry) -> bool:
    """Whether what was read as an entry is the recogniser's second, broken reading of a line."""
    return "关于" not in entry.title and _SCRAP.search(entry.title) is not None


def is_whole(title: str) -> bool:
    """Whether a title opens as titles do, so that nothing before a later 关于 is a scrap: 某某局等三部门关于…."""
    return _WHOLE.match(title) is not None


def without_ordinals(entries: list[ContentsEntry]) -> list[ContentsEntry]:
    """The entries without the ordinals that some contents print before them, where most of these count on."""
    ordinals = [_ordinal(entry) for entry in entries]
    counted = 0
    for place, ordinal in enumerate(ordinals):
        if ordinal is not None and ordinal.number in {place, place + 1}:
            counted += 1
    if counted < FEWEST_COUNTED or counted * 2 < len(entries):
        return entries
    return [
        msgspec.structs.replace(entry, title=entry.title[one.end :]) if one else entry
        for entry, one in zip(entries, ordinals, strict=True)
    ]


def _ordinal(entry: ContentsEntry) -> Enumerator | None:
    """The ordinal that opens the title of an entry: 1., （一）; no chapter and no article."""
    found = read_enumerator(entry.title)
    return found if found and found.kind in LEVELS else None


def without_scrap(entry: ContentsEntry) -> ContentsEntry:
    """The entry without scraps that the recogniser put before its title."""
    match = None if is_whole(entry.title) else _BEHIND_SCRAP.search(entry.title)
    if not match or read_kind(entry.title) is None:
        return entry
    before, title = entry.title[: match.start()], entry.title[match.start() :]
    if re.search("[《“〈]", before):
        return entry
    return cut_before(entry, title)


def cut_before(entry: ContentsEntry, title: str) -> ContentsEntry:
    """The entry with the end of its title only; its print loses the same characters."""
    gone = iter(entry.title.removesuffix(title))
    waiting = next(gone, "")
    kept: list[str] = []
    for char in entry.as_printed or "":
        if char == waiting:
            waiting = next(gone, "")
        else:
            kept.append(char)
    return msgspec.structs.replace(entry, title=title, as_printed="".join(kept).strip() or None)


def damage(entry: ContentsEntry, title: str) -> Finding:
    """The finding on an entry of which only ``title`` could be read; without one, nothing of it is kept."""
    gone = entry.title.removesuffix(title) if title else entry.as_printed or entry.title
    return Finding(
        line=entry.lines[0],
        kind="contents-damage",
        severity="error",
        found=gone,
        message=say("message.contents-damage"),
    )

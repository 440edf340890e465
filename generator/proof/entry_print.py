"""An entry of the contents against its print: what title, number and page leave out is only its form."""

import re
from collections.abc import Sequence

from generator.lexicon.numerals import TENS, read_number
from generator.model import ContentsEntry
from generator.proof.alignment import common_length
from generator.proof.number_forms import as_number

LEADERS = "（）()〔〕[]［］【】〖〗{}.．·•…‥。_-—–―－~～/／、,，|★☆◆◇■□●○▲△▼※◎*＊"
"""Marks around the texts of an entry, and those that lead from its title to its page."""
_PAGE = re.compile(
    r"[〈《＜<]?(?:第|[Pp]\.?)?(?<!\d)(?P<page>\d{1,7})(?!\d)(?:[页Pp]?[-－—–~～至](?:第|[Pp]\.?)?\d{1,4})?(?!\d)页?[〉》＞>]?"
)
"""A page with what may be around it: 第4页, P4, 4—9."""
_ORDINAL = re.compile(rf"[{re.escape(LEADERS)}]*(?:第?[\d{TENS}]{{1,4}})[)）、.．·]")
"""What counts an entry in front of its title: 1., （一）."""
_TH = re.compile("〕/?第")
_ZEROS = re.compile(r"(?<=〕)0+(?=\d)")
"""What a canonical number leaves out: 〔2021〕03号."""
_HAN_PAGE = re.compile(f"[{TENS}]{{1,4}}")
BETWEEN = "\0"
"""What is in the place of a number; no print holds it."""
_NO_MARKS = str.maketrans("", "", LEADERS + BETWEEN)
MOST_BACK = 12
"""Most characters by which a number in the middle of a title may begin like what follows it."""
FARTHEST = 40
"""Farthest place in a print at which a title begins, in characters: a guard against slowness."""


def is_whole(entry: ContentsEntry, remarks: Sequence[str]) -> bool:
    """Whether an entry says all that its lines print, but for leaders, ordinal and the marks of number and page.

    :param remarks: what findings say that its lines print besides: an author, the day of an order
    """
    rows = (entry.as_printed or "").split()
    title, number = "".join(entry.title.split()), _TH.sub("〕", entry.number or "")
    page = entry.page or 0
    whole = _without_remarks("".join(rows), remarks)
    if any(_is_form(around, number, page) for around in _around(whole, title)):
        return True
    pages = [_page_of(row) for row in rows]
    first = next((nth for nth, found in enumerate(pages) if found is None), 0)
    if not any(pages) or any(found not in {None, page} for found in pages[first:]):
        return False
    kept = [
        row if found is None else _PAGE.sub("", row) for row, found in zip(rows, pages, strict=True)
    ]
    text = _without_remarks("".join(kept), remarks)
    left = 0 if page in pages else page
    return any(_is_form(around, number, left) for around in _around(text, title))


def is_print_of(entry: ContentsEntry) -> bool:
    """Whether a print has the title of an entry once, and its page."""
    printed = "".join((entry.as_printed or "").split())
    title = "".join(entry.title.split())
    left = iter(printed)
    if not all(char in left for char in title) or (title and printed.count(title) > 1):
        return False
    pages = (read_number(match["page"]) for match in _PAGE.finditer(printed))
    return not entry.page or entry.page in pages


def _page_of(row: str) -> int | None:
    """The page that a row is, with marks around it and nothing else."""
    match = _PAGE.fullmatch(row.strip(LEADERS))
    return read_number(match["page"]) if match else None


def _without_remarks(printed: str, remarks: Sequence[str]) -> str:
    """A print without what findings say of it; the day of an order has its number in the middle."""
    for remark in remarks:
        for length in range(len(remark), 0, -1):
            place = printed.rfind(remark[:length])
            behind = printed.find(remark[length:], place + length)
            if place >= 0 and behind >= 0:
                rest = behind + len(remark) - length
                printed = printed[:place] + printed[place + length : behind] + printed[rest:]
                break
    return printed


def _around(printed: str, title: str) -> list[tuple[str, str, str]]:
    """What is before a title, inside and behind it, wherever it may be in a print."""
    found: list[tuple[str, str, str]] = []
    begin = printed.find(title[:1])
    while 0 <= begin <= FARTHEST:
        same = common_length(printed, begin, title, 0)
        if same == len(title):
            found.append((printed[:begin], "", printed[begin + same :]))
        for length in range(min(same, len(title) - 1), max(0, same - MOST_BACK), -1):
            behind = printed.rfind(title[length:], begin + length)
            if behind >= 0:
                end = behind + len(title) - length
                inside = printed[begin + length : behind]
                found.append((printed[:begin], inside, printed[end:]))
        begin = printed.find(title[:1], begin + 1) if title else -1
    return found


def _is_form(around: tuple[str, str, str], number: str, page: int) -> bool:
    """Whether what is around a title is its number, its page and the marks of an entry.

    :param page: the page that is printed there; 0 where there is none, or on a line of its own
    """
    texts = list(around)
    if number:
        numbered = [_ZEROS.sub("", _TH.sub("〕", as_number(text))) for text in texts]
        place = next((nth for nth, text in enumerate(numbered) if number in text), None)
        if place is None:
            return False
        texts[place] = numbered[place].replace(number, BETWEEN, 1)
    if not _take_page(texts, page) and page:
        return False
    texts[0] = _ORDINAL.sub("", texts[0], count=1)
    return not "".join(texts).translate(_NO_MARKS)


def _take_page(texts: list[str], page: int) -> bool:
    """Whether the page is behind or before a title; it is taken away there."""
    for place in (2, 1, 0):
        for match in reversed(list(_PAGE.finditer(texts[place]))):
            if read_number(match["page"]) == page:
                texts[place] = texts[place][: match.start()] + texts[place][match.end() :]
                return True
    counted = _HAN_PAGE.fullmatch(texts[2].strip(LEADERS + BETWEEN))
    if counted is None or read_number(counted[0]) != page:
        return False
    texts[2] = ""
    return True

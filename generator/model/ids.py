"""Ids of the archive in their parts: of a gazette, of an issue, of a document.

=====================  ==========================  =====================================================
what is printed        id of the issue             its parts
=====================  ==========================  =====================================================
2021年第4期            ``yunxi/2021/4``            its number in the year
2021年第3、4期合刊     ``yunxi/2021/3-4``          the first and the last number that it joins
2021年增刊第1期        ``yunxi/2021/z1``           what it is (``z`` 增刊, ``zk`` 专刊 …), and its own number
2021年增刊             ``yunxi/2021/z``            the same without a number
2021年第4期增刊        ``yunxi/2021/4-z``          its number in the year, and what it is
2021年第12期（上）     ``yunxi/2021/12-shang``     its number in the year, and which part of it
2021年第12期（二）     ``yunxi/2021/12-p2``        the same of parts that are counted
2021年，总第78期       ``yunxi/2021/s78``          the number of all issues, where none in the year is known
总第78期               ``yunxi/s78``               the same where no year is known
=====================  ==========================  =====================================================

The part is behind everything else: 增刊第1期（下） is ``yunxi/2021/z1-xia``, 第3、4期合刊（上） ``yunxi/2021/3-4-shang``. The
words are 上, 中 and 下 whatever is printed behind them (上册, 上半月), so an address does not change with the print. The
parts of a number are right behind the whole number, 上 before 中 before 下.
"""

from typing import NamedTuple

from generator.model.base import MOST_ISSUES

SPECIALS = ("z", "zk", "zj", "tk", "hw", "x")
"""What an issue outside the count is called in an id: 增刊, 专刊, 专辑, 特刊, 号外; ``x`` for any other."""
PARTS = ("shang", "zhong", "xia")
"""What the parts 上, 中 and 下 of a number are called in an id, in their order."""
COUNTED_PART = len(PARTS)
"""The place of the parts of a number that are counted: behind 上, 中 and 下, by their number."""
LONGEST_PART = 2
"""Most figures of the number of a part."""
BEHIND_ALL = MOST_ISSUES + 1
"""The place in its year of an issue that has no number in it: behind all that have one."""


class Count(NamedTuple):
    """How an issue is counted, in the order of the issues of a year."""

    first: int
    """Its number in the year, the lowest of a joint issue; :data:`BEHIND_ALL` where it has none."""
    last: int
    """The highest."""
    special: str = ""
    """One of :data:`SPECIALS`; empty for a regular issue. ``s`` where only the number of all issues is known."""
    own: int = 0
    """Its number among those; 0 where it has none."""
    part: int = 0
    """Place of the part among those of its number: 1 for 上, 2 for 中, 3 for 下, :data:`COUNTED_PART` more than its
    number for one that is counted; 0 for a whole number."""

    @property
    def by_serial(self) -> bool:
        """Whether ``first`` and ``last`` count all issues of the gazette."""
        return self.special == "s"

    @property
    def numbered(self) -> bool:
        """Whether it has a number in its year."""
        return not self.by_serial and self.first != BEHIND_ALL

    @property
    def part_code(self) -> str:
        """Which part of its number it is, as an id says it: ``shang``, ``p2``; empty for a whole one."""
        if not self.part:
            return ""
        counted = self.part - COUNTED_PART
        return f"p{counted}" if counted > 0 else PARTS[self.part - 1]

    def __str__(self) -> str:
        return "-".join(filter(None, (self._whole, self.part_code)))

    @property
    def _whole(self) -> str:
        """The number without its part."""
        numbers = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        if self.by_serial:
            return f"s{numbers}"
        special = f"{self.special}{self.own or ''}"
        if not self.numbered:
            return special
        return f"{numbers}-{special}" if special else numbers


ALL = Count(-1, -1)
"""In the place of the count: every issue of a gazette."""
UNDATED = -1
"""In the place of a year that is not known."""


class Id(NamedTuple):
    """An id: ``yunxi``, ``yunxi/2021/4`` or ``yunxi/2021/4/1``.

    As text it is an address and the key of every list.
    """

    gazette: str
    """Name of the gazette's folder."""
    year: int = UNDATED
    """Year of the issue; :data:`UNDATED` for a whole gazette, and where only the number of all issues is known."""
    nth: Count = ALL
    """How the issue is counted; :data:`ALL` for a whole gazette."""
    place: int = 0
    """Number of the document in the issue; 0 for a whole issue or gazette."""

    @property
    def issue(self) -> "Id":
        """The id of the issue: of an issue its own, of a document that of its issue.

        A whole gazette has only its own.
        """
        return self._replace(place=0)

    @property
    def is_gazette(self) -> bool:
        """Whether it names all that a gazette ever published."""
        return self.nth == ALL

    @property
    def is_issue(self) -> bool:
        """Whether it names an issue and no single document."""
        return not self.is_gazette and not self.place

    @property
    def is_document(self) -> bool:
        """Whether it names a document."""
        return self.place > 0

    def document(self, number: int) -> "Id":
        """The id of a document of this issue."""
        return self._replace(place=number)

    def of_gazette(self, gazette: str) -> "Id":
        """The same issue or document of a gazette that is called otherwise."""
        return self._replace(gazette=gazette)

    def __str__(self) -> str:
        if self.is_gazette:
            return self.gazette
        year = () if self.year == UNDATED else (self.year,)
        place = (self.place,) if self.place else ()
        return "/".join(map(str, (self.gazette, *year, self.nth, *place)))


def read_id(text: str) -> Id:
    """The parts of an id; raises :class:`ValueError` for text that is none."""
    gazette, *parts = text.split("/")
    if not parts:
        return Id(gazette)
    year = UNDATED if parts[0][:1] == "s" else int(parts.pop(0))
    if not parts or len(parts) > len(("nth", "place")):
        raise ValueError(text)
    return Id(gazette, year, read_count(parts[0]), int(parts[1]) if parts[1:] else 0)


def part_place(code: str) -> int:
    """The place of a part by its code; 0 for text that is none: 1 for ``shang``, 5 for ``p2``."""
    if code in PARTS:
        return PARTS.index(code) + 1
    number = code[1:]
    is_counted = code[:1] == "p" and number.isascii() and number.isdigit() and number[0] != "0"
    return COUNTED_PART + int(number) if is_counted and len(number) <= LONGEST_PART else 0


def read_count(text: str) -> Count:
    """How the id of an issue counts it; raises :class:`ValueError` for text that does not say it."""
    whole, _, code = text.rpartition("-")
    if place := part_place(code) if whole else 0:
        return _read_whole(whole)._replace(part=place)
    return _read_whole(text)


def _read_whole(text: str) -> Count:
    """How the id of an issue counts it, of whose number it is no part."""
    if text.isascii() and text.isdecimal():  # as nearly all ids have it
        return Count(int(text), int(text))
    if text[:1] == "s":
        first, _, last = text[1:].partition("-")
        return Count(int(first), int(last or first), "s")
    *before, end = text.split("-")
    special = end.rstrip("0123456789")
    numbers = [int(number) for number in (before if special else [*before, end])]
    if special not in {"", *SPECIALS} or not numbers[:2] == numbers or not (numbers or special):
        raise ValueError(text)
    first_number, last_number = (numbers[0], numbers[-1]) if numbers else (BEHIND_ALL, BEHIND_ALL)
    own = int(end[len(special) :] or 0) if special else 0
    return Count(first_number, last_number, special, own)


def issue_id(gazette: str, year: int, number: int) -> Id:
    """The id of an issue that has one number in its year."""
    return Id(gazette, year, Count(number, number))

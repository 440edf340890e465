"""Chinese and Arabic numerals as gazettes print them."""

from functools import lru_cache

ONES = "一二三四五六七八九"
"""The digits from 一 to 九 as part of a class;
those below hold each other: each is what one reader takes."""
TENS = f"{ONES}十"
HUNDREDS = f"{TENS}百"
THOUSANDS = f"〇零{HUNDREDS}千"
SERIAL = f"〇○零{HUNDREDS}"
"""Those of a serial number that a text cites: ○ is forgiven, 千 is not expected."""
COUNTING = f"{THOUSANDS}两"
"""Also 两, which counts (两个月, 两年) and numbers nothing."""
DIGITS = (
    dict.fromkeys("零〇○ΟОOＯo０0", 0)
    | {digit: value for value, digit in enumerate(f"〇{ONES}")}
    | {"两": 2}
)
"""Chinese digits, and the letters and circles that are printed for 〇."""
UNITS = {"十": 10, "百": 100, "千": 1000}
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

NUMERAL = rf"(?:\d+|[{COUNTING}]+)"
"""Regular expression of a whole number in either script."""


LONGEST_NUMBER = 7
"""Most figures of a number that is read as one;
what is longer is text: no year, page, article or serial has more."""


def plain_digits(text: str) -> str:
    """The text with ０-９ as 0-9; places in it stay what they are."""
    return text.translate(FULL_WIDTH)


@lru_cache(maxsize=1024)
def read_number(text: str) -> int | None:
    """The whole number that ``text`` is (``12``, ``１２``, ``十二``, ``二〇一九``), or None.

    None also where it is too long.
    """
    text = text.replace("廿", "二十").replace("卅", "三十")
    figures = plain_digits(text)
    if figures.isascii() and figures.isdigit():
        return _read_figures(figures)
    if not _is_chinese_number(text):
        return None
    if any(character in UNITS for character in text):
        number = _read_with_units(text)
        return number if number < 10**LONGEST_NUMBER else None
    return _read_figures("".join(str(DIGITS[character]) for character in text))


def _is_chinese_number(text: str) -> bool:
    """Whether a text is nothing but Chinese digits and units."""
    return bool(text) and all(character in DIGITS or character in UNITS for character in text)


def _read_figures(figures: str) -> int | None:
    """The number of Arabic figures, None where these are too many."""
    return int(figures) if len(figures) <= LONGEST_NUMBER else None


def in_figures(text: str) -> str:
    """A whole number in Arabic figures.

    One that is too long to be read stays as it is printed, without blanks.
    """
    number = read_number(text)
    return "".join(text.split()) if number is None else str(number)


def _read_with_units(text: str) -> int:
    total = digit = 0
    for char in text:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return total + digit

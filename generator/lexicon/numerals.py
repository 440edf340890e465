"""Chinese and Arabic numerals as gazettes print them."""

DIGITS = dict.fromkeys("零〇○ΟОOＯo０0", 0) | {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"两": 2}
"""Chinese digits, and the letters and circles that are printed for 〇."""
UNITS = {"十": 10, "百": 100, "千": 1000}
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

NUMERAL = r"(?:\d+|[〇零一二三四五六七八九十百千两]+)"
"""Regular expression of a whole number in either script."""


def plain_digits(text: str) -> str:
    """The text with ０-９ as 0-9; places in it stay what they are."""
    return text.translate(FULL_WIDTH)


def read_number(text: str) -> int | None:
    """The whole number that ``text`` is (``12``, ``１２``, ``十二``, ``二〇一九``), or None."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    digits = plain_digits(text)
    if digits.isascii() and digits.isdigit():
        return int(digits)
    if not text or any(c not in DIGITS and c not in UNITS for c in text):
        return None
    if not any(c in UNITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    return _read_with_units(text)


def _read_with_units(text: str) -> int:
    total = digit = 0
    for char in text:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return total + digit

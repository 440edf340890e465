"""Chinese and Arabic numerals as gazettes print them."""

DIGITS = {"零": 0, "〇": 0, "○": 0, "Ο": 0, "О": 0, "O": 0, "Ｏ": 0, "o": 0} | {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

NUMERAL = r"(?:[0-9０-９]+|[〇零一二三四五六七八九十百千两]+)"
"""Regular expression of a whole number in either script."""


def read_number(text: str) -> int | None:
    """The whole number that ``text`` is (``12``, ``１２``, ``十二``, ``二〇一九``), or None."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    digits = text.translate(FULL_WIDTH)
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

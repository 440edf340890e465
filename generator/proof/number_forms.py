"""Numbers as they are printed, and as the format writes them."""

import re

from generator.lexicon.numerals import COUNTING, ONES, in_figures


def as_number(text: str) -> str:
    """A text whose numbers are as the format writes them: brackets 〔〕, Arabic figures."""
    text = text.translate(_FIGURES)
    text = _YEAR.sub(lambda match: f"〔{in_figures(match[1])}〕", text)
    return _NUMERALS.sub(lambda match: in_figures(match[0]), text)


_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")
_YEAR = re.compile(rf"[〔\[［(（﹝【〈]([\dOoＯ○〇零{ONES}]{{4}})[〕\]］)）﹞】〉}}]?/?")
_NUMERALS = re.compile(f"[○{COUNTING}]+(?=[年号])")

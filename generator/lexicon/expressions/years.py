"""Years as gazettes print them and as recognisers misread them: no two readers forgive the same.

==================  ====================  =====================================================================
variant             example               what it forgives, and who reads with it
==================  ====================  =====================================================================
``YEAR``            2015                  nothing; two centuries: all that distinguish a year from a page or an item
``ROUGH_YEAR``      2015, 1015            a second figure misread: lines of dates, the masthead, measures
``ANY_YEAR``        2015, 2715            any century: bracketed years without a sign, notes on what was passed
``WIDE_YEAR``       2015, ２０15          the first two figures in full width: running heads
``LETTER_YEAR``     2O15, ＯＯ15          O Ｏ for any figure: the repair of 方正 fonts
``BRACKETED_YEAR``  二O15, 1x15           all but blanks and brackets: the repair of brackets, a number behind it
``HAN_YEAR``        二○一五, 二OＯ五      ○ 零 O Ｏ for 〇: masthead, running heads
``HAN_YEAR_2000``   二○一五               the same, from 2000 on: a year alone in a masthead
``DATE_YEAR``       2 0 1 5, 二０一五     ○ 零 O Ｏ o 0 ０ for 〇, blanks between figures: dates
``NUMBER_YEAR``     2O15, 二0一五, 2〇15  ○ 零 O Ｏ o 0 for 〇, O o Ｏ 〇 ○ for figures, no blanks: numbers
``CITED_YEAR``      ２０15, 二○一五       ○ 零 for 〇, no letters, no blanks: numbers that running text cites
==================  ====================  =====================================================================

So 二OO九 is a year to a number of its own, to the masthead and to a date,
but not to a citation; 二０一五 only to a date.
"""

from generator.lexicon.numerals import ONES

YEAR = r"(?:19|20)\d\d"
"""``2015``."""
ROUGH_YEAR = r"[12][09]\d\d"
"""``2015``, also ``1015``."""
ANY_YEAR = r"[12]\d{3}"
"""``2015``, also ``2715``."""
WIDE_YEAR = r"(?:19|20|１９|２０)\d{2}"
"""``2015``, ``２０15``; ``\\d`` takes figures of full width too."""
LETTER_YEAR = rf"(?:{ANY_YEAR}|[\dOＯ]{{4}})"
"""``2015``, ``2O15``."""
BRACKETED_YEAR = r"[12１２一二][^\s〕\]］)）﹞】]{3}"
"""``2015``, ``二○一五``, ``2〇15``; the brackets around it make it certain."""
HAN_YEAR = f"[一二][九〇○零OＯ][〇○零OＯ{ONES}]{{2}}"
"""``二〇一五``, ``二○一五``, ``一九九八``."""
HAN_YEAR_2000 = f"二[〇○零OＯ][〇○零OＯ{ONES}]{{2}}"
"""``二〇一五``, not ``一九九八``."""
DATE_YEAR = rf"(?:[12１２]\s*[09０９]\s*\d\s*\d|[一二][九〇○零OＯOo0０][〇○零OＯo0０{ONES}]{{2}})"
"""``2015``, ``2 0 1 5``, ``二○一五``, ``二０一五``."""
NUMBER_YEAR = rf"(?:[12１２][\dOoＯ〇○]{{3}}|[一二][九〇○零OＯo0][〇○零OＯo0{ONES}]{{2}})"
"""``2015``, ``2O15``, ``二○一五``."""
CITED_YEAR = rf"(?:[12１２][09０９]\d{{2}}|[一二][九〇○零][〇○零{ONES}]{{2}})"
"""``2015``, ``２０15``, ``二○一五``."""

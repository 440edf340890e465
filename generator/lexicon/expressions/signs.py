r"""Brackets, colons, dashes and marks of lists, as expressions of one character.

=================  ==================  =======================================================================
variant            characters          who reads with it
=================  ==================  =======================================================================
``OPEN``           〔 [ ［ （ ( ﹝ 【 〈  the year of a document number, as is ``CLOSE``
``REPAIRED_OPEN``  〔 [ ［ （ ( ﹝ 【    the repair of those brackets, which leaves 〈 as it is printed
``OPEN_BEHIND``    〔 [ （ ( ﹝ 【       a number in brackets behind a title
``CLOSE_MISREAD``  〕 ] } 】 ﹞         what closes such brackets though a parenthesis opened them
``BLOCK_OPEN``     （ ( ［ [            whether a place in mid-line is within brackets
``TORN_OPEN``      （ ( 《 〔           whether a line is torn within brackets
=================  ==================  =======================================================================

The two widths of a parenthesis, ``[（(]`` and ``[)）]``, and of a colon, ``[:：]``,
are written where they are used.
"""

OPEN, CLOSE = r"[〔\[［(（﹝【〈]", r"[〕\]］)）﹞】〉]"
"""``〔2021〕``, ``[2021]``, ``【2021】``."""
REPAIRED_OPEN, REPAIRED_CLOSE = r"[〔\[［(（﹝【]", r"[〕\]］)）﹞】]"
"""``[2021]``."""
OPEN_BEHIND = r"[（(〔\[【﹝]"
"""``《某某办法》〔某政发…``."""
CLOSE_MISREAD = r"[〕\]}】﹞]"
"""``（国发〔2018〕19号〕``."""
BLOCK_OPEN, BLOCK_CLOSE = r"[（(［\[]", r"[)）］\]]"
"""``（一）``, ``[1]``."""
TORN_OPEN, TORN_CLOSE = "[（(《〔]", "[)）》〕]"
"""``《某某``."""

ANY_COLON = "[:：∶﹕]"
"""``某某局∶``: a colon, the ratio sign and the small colon, behind recipients."""
DASHES = "[—–-]"
"""``——2008年1月20日``, ``—``, ``–``, ``-``."""
WIDTHS = ("(（", ")）", ",，", ":：", ";；", '“"', '”"')
"""Signs that print uses for each other, each with its other form."""
POINT = "[.．、]"
"""``1.``, ``1．``, ``1、``: what follows a number."""
WITH_BRACKETS = r"(?:[（(][^（()）]*[)）][^（()）]*)*"
"""How a text within brackets goes on that has brackets itself: ``（某某局（某某处）、某某局）``."""
SHORT_BRACKET = r"[（(].{1,8}[)）]"
"""``（试行）``, ``（2021年版）``: the end of a title."""
LIST_MARK = r"(?:#{1,6}|>|[-*+•●■◆▪](?=[ \t]))"
"""``# ``, ``- ``, ``● ``: what a recogniser puts before a line."""
FOOTNOTE = r"\[\^[^\[\]\s]{1,30}\]"
"""``[^1]``: the mark of a footnote as Markdown writes it."""
FOOTNOTE_LABEL = rf"{FOOTNOTE}\s?[:：]"
"""``[^1]: ``: what a note begins with."""
PRINTED_PAGE = r"[\s\-—–－·•第P.]*(?P<page>[1-9]\d{0,3})[\s\-—–－·•页.]*"
"""``- 12 -``, ``第12页``: the number of a page alone on a line."""

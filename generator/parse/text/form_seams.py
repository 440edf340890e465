"""Seams by the form of the lines: words that open a paragraph or go on, whole lines, lists, the end of a sentence.

Each rule is a :data:`~generator.parse.text.seams.SeamRule`: True for a line that goes on, False for one that begins a
paragraph, None where it does not know.
"""

import re
from collections.abc import Callable

from generator.lexicon.characters import HAN, open_brackets, open_title
from generator.lexicon.dates import read_date
from generator.lexicon.enumerators import DIVISIONS, read_enumerator
from generator.lexicon.expressions.labels import (
    ATTACHMENT,
    BOX,
    CHARGE,
    COPIES,
    REMARK,
    TOPICS,
    UNIT,
)
from generator.lexicon.expressions.signs import DASHES, FOOTNOTE_LABEL, WITH_BRACKETS
from generator.lexicon.expressions.stops import PARAGRAPH_STOPS
from generator.lexicon.expressions.verbs import PASSED
from generator.lexicon.gazettes import is_print_run, is_topics
from generator.lexicon.names import is_officer, opens_with_name
from generator.lexicon.numbers import NUMBER_AND_DAY, is_register_line
from generator.lexicon.numerals import NUMERAL, TENS
from generator.lexicon.organs import is_signed_name, split_organs
from generator.parse.rows.kept_blanks import can_be_row, has_wide, is_row
from generator.parse.rows.listed_titles import ends_entry, goes_on_with_number
from generator.parse.rows.persons import is_seated
from generator.parse.text.leads import is_lone_heading
from generator.parse.text.runs import is_complete
from generator.parse.text.seams import (
    CONTINUES,
    LABEL,
    LIST,
    SEAM,
    SEMICOLONS,
    SPOKEN,
    Seam,
    is_open,
)
from generator.parse.text.setting import Layout, measure
from generator.read import Line

_STARTERS = re.compile(
    rf"{FOOTNOTE_LABEL}"
    rf"|{ATTACHMENT}\s*\d*\s*[:：]|{REMARK}|(?:{CHARGE})\s*[:：]|{UNIT}|{BOX}[\d{TENS}]+\s|{TOPICS}|{COPIES}\s*[:：]"
    r"|具体措施\s*[:：]|联系人\s*[:：]|主\s*持\s*[:：]|其\s*中\s*[:：]|出\s*席\s*[:：]|列\s*席\s*[:：]",
)
"""Words that only open paragraphs."""
_PASSED = rf"(?:{PASSED}|[年月]\d{{1,2}}日|[{TENS}]日)"
_BRACKETED = re.compile(
    rf"[（(](?=.*{_PASSED}[^（()）]{{0,8}}[)）]$)[^）)]*{WITH_BRACKETS}[)）]",
)
"""A note on when a text was passed or dated, on a line of its own: （2009年1月7日国务院令第546号公布）."""
_SUBTITLE = re.compile(rf"{DASHES}{{1,2}}(?=.*[年在])")
_SUBTITLE_END = re.compile(r"(?:[上]|时|[)）]|报告)$")
"""——2008年1月20日在某某省第十一届人民代表大会第一次会议上."""
_NUMBER_AND_DATE = re.compile(rf".{{2,14}}{NUMBER_AND_DAY}")
_MONTH = re.compile(rf"(?:\d{{1,2}}|[{TENS}]{{1,2}})月份?")
"""A month over the days of a chronicle."""
_ENDS_IN_PLACE = re.compile(rf"\S第\s*[（(]?{NUMERAL}[)）]?\s*(?:分编|[编章节条款项])$")
"""A text that stops behind a reference: 违反本办法第二章; 第二章 alone heads one."""
_CAPTION = re.compile(
    rf"{BOX}[\d{TENS}]{{1,3}} ?[^，。；：]{{2,36}}|附?[表图]\d{{1,3}} ?[^，。；：]{{2,36}}[表图]"
)
"""专栏1 主要指标, 表2 任务分解表: the caption of a box, a table or a picture."""
_PLACE_ENDS = frozenset("编章节条款项")
"""The last letters of such a reference: a guard against slowness."""
_LABEL_ALONE = re.compile(rf"(?:{CHARGE}|联系人|联系电话)[:：]$")
_COLONS = (":", "：")
_LISTED = ("-", "*", "+", "•")
_MARKED = re.compile(r"[★☆●■◆▲○□◇]")
_WHOLE_BRACKET = re.compile(r"[（(][^（()）]{4,60}[)）]")
_COUNTED = re.compile(
    rf"{HAN}{{2,16}}[（(][共计]?(?:\d{{1,4}}|[{TENS}]{{1,3}})[项名个件人户家篇位][)）]"
)
_BRACKET_END = re.compile(r"[^（()）《》“”。；：]{1,20}[)）][。；]?")
_BRACKET_ENDS = (")", "）", "。", "；")
"""Its last characters."""
_NUMBERED_TITLE = re.compile(
    r"[^《》，。；]{1,6}《[^《》]+》[（(][^（()）]*〔\d{4}〕\d+号[^（()）]*[)）]"
)
"""An item that names a document with its number: 三、《某某办法》（某政发〔1998〕30号）."""
_FULL_STOP = re.compile(f"[{PARAGRAPH_STOPS}]")
_WIDE_BLANK = re.compile(r"[ \u3000]{2,}")


def by_person(seam: Seam) -> bool | None:
    """What a person said of the line break."""
    return seam.line.joined


def by_element(seam: Seam) -> bool | None:
    """An element of an HTML page begins a paragraph, unless the page holds one element a printed line."""
    return False if seam.line.opens and not seam.layout.wrapped else None


def by_words(seam: Seam) -> bool | None:
    """A line that opens with a closing mark or a particle goes on, and so does what follows a lone label.

    But for the next item or label: （三）联系电话： | （四）电子邮箱：.
    """
    text = seam.line.text.lstrip()
    if CONTINUES.match(text) and not seam.line.mark:
        return True
    if not seam.run.text.endswith(_COLONS) or not _LABEL_ALONE.search(seam.run.text):
        return None
    return True if seam.layout.enumerator(text) is None and not LABEL.match(text) else None


def by_figure(seam: Seam) -> bool | None:
    """A figure alone is a paragraph of its own."""
    return False if seam.run.text.isdigit() and len(seam.run.text) >= SEAM.figure else None


def _is_number_and_date(text: str) -> bool:
    """Whether a line is a notice among several: 某政任〔2007〕9号 11月12日."""
    return "〔" in text and _NUMBER_AND_DATE.fullmatch(text) is not None


WHOLE = (
    is_lone_heading,
    is_signed_name,
    is_topics,
    is_register_line,
    is_print_run,
    read_date,
    _MONTH.fullmatch,
    _is_number_and_date,
    _BRACKETED.fullmatch,
)
"""Forms of lines that are whole in themselves."""
WHOLE_IF_LONG = (is_topics, _BRACKETED.fullmatch)
"""Those of them that a long text can have."""
WHOLE_IF_ENDED = (is_topics, is_register_line)
"""Those of them that a text can have which ends as sentences do."""
_SENTENCE_ENDS = ("。", "；")
LONGEST_WHOLE = 400
"""Longest text that can have one of the others, in characters: a guard against slowness, none has half as many."""


def by_closed_line(seam: Seam) -> bool | None:
    """Lines that are whole in themselves: topic words, register numbers, a note in brackets, organs under a title."""
    text = seam.run.text
    if _SUBTITLE.match(text) and seam.first:
        return not _SUBTITLE_END.search(text)
    if _is_whole(text) and not open_brackets(text):
        return False
    if _CAPTION.fullmatch(text) and not seam.layout.is_cut(seam.before):
        return False
    if seam.layout.width is None and _NUMBERED_TITLE.fullmatch(text):
        return False
    if len(seam.run.lines) == 1 and _is_alone(seam.before.text, first=seam.first):
        return False
    return None


def _is_whole(text: str) -> bool:
    """Whether a line has one of the forms that are whole in themselves."""
    forms: tuple[Callable[[str], object], ...]
    forms = WHOLE if len(text) <= LONGEST_WHOLE else WHOLE_IF_LONG
    if text.endswith(_SENTENCE_ENDS):  # as most lines do
        forms = WHOLE_IF_ENDED
    return any(is_such(text) for is_such in forms)


def _is_alone(text: str, *, first: bool) -> bool:
    """Whether a printed line is a paragraph by whom it names: a row of organs, an officer, an organ under a title."""
    if first and split_organs(text):
        return True
    return _is_row_of_organs(text) or is_officer(text)


def _is_row_of_organs(text: str) -> bool:
    """Whether a line is a row of several organs in a list, set apart by wide blanks."""
    return _WIDE_BLANK.search(text.strip()) is not None and len(split_organs(text)) > 1


def by_start(seam: Seam) -> bool | None:
    """A line that opens like a paragraph begins one, but in an open 《 or bracket, or where a reference goes on."""
    if _goes_on_with_place(seam):
        return True
    if _starts_paragraph(seam.line, seam.layout) or seam.line.mark.startswith("#"):
        text = seam.line.text.lstrip()
        is_inside = open_title(seam.run.text) or _closes_bracket(seam.run.text, text)
        return is_inside and read_enumerator(text) is None
    return None


def _goes_on_with_place(seam: Seam) -> bool:
    """Whether a line names a division in the place that the line above names: …第二款第（一）项 | 第二目处理并备案."""
    above = seam.run.text
    if above[-1:] not in _PLACE_ENDS or not _ENDS_IN_PLACE.search(above):
        return False
    found = read_enumerator(seam.line.text.lstrip())
    return found is not None and found.kind in DIVISIONS


def _closes_bracket(above: str, text: str) -> bool:
    """Whether a line is the end of a parenthesis that is open above: …（市某某局按职责分 | 工负责）."""
    end = text.rstrip()
    return (
        end.endswith(_BRACKET_ENDS)
        and _BRACKET_END.fullmatch(end) is not None
        and open_brackets(above)
    )


def _starts_paragraph(line: Line, layout: Layout) -> bool:
    """Whether a line opens with an enumerator, a list mark, or a word that only opens paragraphs."""
    if line.mark in _LISTED:
        return True
    text = line.text.lstrip()
    return layout.enumerator(text) is not None or _STARTERS.match(text) is not None


def by_list(seam: Seam) -> bool | None:
    """Lines that are in a list by their form are paragraphs of their own."""
    if seam.layout.wrapped or is_open(seam.run.text):
        return None
    return False if any(is_such(seam) for is_such in LIST_FORMS) else None


def _are_names(seam: Seam) -> bool:
    """A list of names or targets, one a line, or of lines that open with the name of a person."""
    if seam.named:
        return True
    return opens_with_name(seam.line.text.lstrip()) and opens_with_name(seam.before.text)


def _is_set_apart(seam: Seam) -> bool:
    """A line with a list mark (★…), or a note in brackets or a counted caption (二等奖（3项）), above or below."""
    text = seam.line.text.lstrip()
    if _MARKED.match(text):
        return True
    return any(
        _WHOLE_BRACKET.fullmatch(one) or _COUNTED.fullmatch(one) for one in (text, seam.run.text)
    )


def _is_label_below(seam: Seam) -> bool:
    """A label and value below a paragraph that can be in their list: short and plain, or with a label itself."""
    if not LABEL.match(seam.line.text.lstrip()):
        return False
    above = seam.run.text
    short = measure(above) < LIST.line and not SPOKEN.search(above)
    return short or LABEL.match(above) is not None


def _is_text_below_list(seam: Seam) -> bool:
    """A long line below a short one of a list: of labels and values, or of marked lines."""
    if not (seam.listed or _MARKED.match(seam.run.text)):
        return False
    return measure(seam.run.text) < LIST.line <= measure(seam.line.text.lstrip())


LIST_FORMS = (_are_names, _is_set_apart, _is_label_below, _is_text_below_list)
"""Forms by which a line is no part of the paragraph above it."""


def by_blanks(seam: Seam) -> bool | None:
    """A row of words that blanks set apart is a paragraph of its own; below a long line it may hold the rest of that.

    ``市民政局　市司法局``, below 成员单位： and above the next row.
    """
    if goes_on_with_number(seam.run.text, seam.line.text):
        return True
    if _ends_listed(seam):
        return not ends_entry(seam.before.text)
    if not (can_be_row(seam.before.text) or can_be_row(seam.line.text)) or is_open(seam.run.text):
        return None
    if len(seam.run.lines) == 1 and is_row(seam.before.text):
        return False
    if has_wide(seam.line.text) and is_seated(seam.line.text):
        return False
    is_short = measure(seam.run.text) < LIST.line and not SPOKEN.search(seam.run.text)
    return False if is_short and is_row(seam.line.text) else None


def _ends_listed(seam: Seam) -> bool:
    """Whether the line ends an entry of a list of documents, or the line before does."""
    if "〔" not in seam.before.text and "〔" not in seam.line.text:
        return False
    if ends_entry(seam.before.text):
        return True
    return ends_entry(seam.line.text) and not SPOKEN.search(seam.run.text)


def by_end(seam: Seam) -> bool | None:
    """A paragraph goes on until a sentence ends with its line; a semicolon ends one only in a list."""
    text = seam.run.text
    if text.endswith(SEMICOLONS) and not seam.in_list and _FULL_STOP.search(text):
        return True
    return not is_complete(text, seam.layout)

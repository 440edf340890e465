"""Headings: on a line of their own, with an enumerator or without, or run in at the head of a paragraph."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from generator.lexicon.characters import IDEOGRAPHS, ends_sentence, open_brackets, squeeze, tidy
from generator.lexicon.enumerators import DIVISIONS, Enumerator
from generator.lexicon.expressions.labels import OWN_CONTENTS
from generator.lexicon.expressions.stops import ANY_STOPS, LEAD_STOPS
from generator.lexicon.expressions.verbs import CHARGED_WITH
from generator.parse.rows.kept_blanks import is_wide
from generator.parse.text.runs import Run
from generator.parse.text.setting import Layout
from generator.read import Line

_SENTENCE = re.compile(rf"[{ANY_STOPS}]|[：:](?!\d)")
_NO_LEAD = re.compile(
    r"[；;：:！？]|应当|不得|必须|以下简称|有下列|之日起"
    r"|(?<=[局厅委办会院站所门位府镇道村校业])要(?![求点素件领闻义务害道地塞职])"
)
"""What a sentence has and no caption: 各单位要…."""
_SPACED = re.compile(rf"(?P<caption>[{IDEOGRAPHS}、“”]{{4,25}})[ \u3000]+(?=[{IDEOGRAPHS}“《])")
_NAME = rf"(?P<caption>[{IDEOGRAPHS}\d、（）“”《》+·—]{{2,24}})(?<!\d)[：:]"
_BEFORE_COLON = re.compile(rf"{_NAME}(?=.{{6}}|(?:{CHARGED_WITH}).{{2}})")
"""A name before a colon and what is said of it: more than a short value, or a duty (``水利站：负责巡查；``)."""
_COLON_ALONE = re.compile(_NAME)
_OPENS_LIST = re.compile("下列|以下|如下|包括|是指|[应须]|[是为]$")
"""What introduces what follows a colon, and names nothing."""
_CLAUSE = re.compile(f"[{LEAD_STOPS}]")
_LONE_HEADING = re.compile(
    rf"(?:序|前|引)\s?言|序|结\s?语|结束语|后\s?记|{OWN_CONTENTS}|名词解释|附\s?则|附\s?录"
)
"""What a plan or a book heads its own parts with."""


@dataclass(frozen=True, slots=True)
class HeadingLimits:
    """What a heading is, on a line of its own or run in; anything else is an item."""

    line: int = 45
    """Longest heading on a line of its own, in characters without its enumerator."""
    shortest_lead: int = 2
    """Shortest run-in heading, in characters."""
    lead: int = 40
    """Longest run-in heading, in characters."""
    commas: int = 2
    """Most commas of a run-in heading; with more it is the first sentence."""


@dataclass(frozen=True, slots=True)
class SpacedLimits:
    """When a blank sets captions apart from the text behind them: all paragraphs of a kind do it, or none."""

    rest: int = 10
    """Shortest text behind the blank, in characters; a shorter one is part of the line, and so is one with a blank."""
    share: float = 0.5
    """Lowest share of the running paragraphs of that kind that have one."""
    differing: int = 2
    """Fewest characters from the shortest to the longest caption before blanks of half a letter.

    Those that come from the width of the print are in one place.
    """
    fewest: int = 2
    """Fewest captions of equal length before a blank of the width of a letter, which no end of a column leaves."""


HEADING, SPACED = HeadingLimits(), SpacedLimits()


def find_spaced_leads(lines: list[Line], layout: Layout) -> dict[int, tuple[int, int]]:
    """Places of lines that open with a caption set apart by a blank, and where in the line the caption begins and ends.

    ``（三）推动结构优化　加快发展…，…``: where at least half of the running paragraphs of that kind are set so; behind
    decimal numbers (``2.1 组织机构 市防汛指挥部…``) any blank does where all of them are.
    """
    found: dict[str, dict[int, tuple[int, int]]] = {}
    running: Counter[str] = Counter()
    wide: Counter[str] = Counter()
    decimal: Counter[str] = Counter()
    for place, line in enumerate(lines):
        one = layout.enumerator(line.text)
        if one is None or not _can_have_lead(one) or not _is_running(line):
            continue
        running[one.kind] += 1
        match = _SPACED.match(line.text, one.end)
        if match and _opens_text(line.text[match.end() :]):
            found.setdefault(one.kind, {})[place] = match.span("caption")
            wide[one.kind] += is_wide(line.text[match.end("caption") : match.end()])
            decimal[one.kind] += "." in one.printed
    captions: dict[int, tuple[int, int]] = {}
    for kind, group in found.items():
        all_wide = wide[kind] == len(group) or decimal[kind] == running[kind]
        if _are_captions(list(group.values()), running[kind], all_wide=all_wide):
            captions |= group
    return captions


def _can_have_lead(found: Enumerator) -> bool:
    """Whether a paragraph with this enumerator can have a run-in heading: no article, chapter or ①."""
    return found.kind not in ("article", "5", *DIVISIONS)


def _is_running(line: Line) -> bool:
    """Whether a line is running text: no row, and with a clause."""
    return not line.cells and _CLAUSE.search(line.text) is not None


def _opens_text(rest: str) -> bool:
    """Whether what is behind a caption is running text: long enough, and without a blank at its beginning."""
    return len(rest) >= SPACED.rest and not re.search(r"[ \u3000]", rest[: SPACED.rest])


def _are_captions(spans: list[tuple[int, int]], running: int, *, all_wide: bool) -> bool:
    """Whether stretches before a blank are captions: many, and what the lines of the print do not leave.

    The blank is as wide as a letter in all of them, or they are of different length.
    """
    if len(spans) < running * SPACED.share:
        return False
    if all_wide and len(spans) >= SPACED.fewest:
        return True
    sizes = [end - begin for begin, end in spans]
    return max(sizes) - min(sizes) >= SPACED.differing


def lead_before_colon(text: str, layout: Layout) -> str | None:
    """What an enumerated paragraph names before a colon and speaks of behind it (``二、宣传部门：负责…``).

    A list of duties, of places or of points has such captions; its siblings decide (:mod:`.siblings`).
    """
    return _name_of(text, layout, _BEFORE_COLON.match)


def name_alone(text: str, layout: Layout) -> str | None:
    """What an enumerated paragraph names before the colon with which it ends (``（一）乡镇职责：``)."""
    return _name_of(text, layout, _COLON_ALONE.fullmatch)


def _name_of(
    text: str, layout: Layout, read: Callable[[str, int], re.Match[str] | None]
) -> str | None:
    """What an enumerated paragraph names before a colon, where that opens no list of what follows."""
    found = layout.enumerator(text)
    if found is None or not _can_have_lead(found):
        return None
    match = read(text, found.end)
    if match is None or _OPENS_LIST.search(match["caption"]):
        return None
    return tidy(match["caption"])


def is_lone_heading(text: str) -> bool:
    """Whether a line is 序言, 目录 or another heading that needs no number."""
    return _LONE_HEADING.fullmatch(text) is not None


def is_heading_line(text: str, layout: Layout) -> bool:
    """Whether a line is an enumerated heading on a line of its own: short, without a mark that ends a sentence."""
    found = layout.enumerator(text)
    if found is None or found.kind in ("article", "5"):
        return False
    if found.kind in DIVISIONS:
        return True
    if text.find("。", found.end) >= 0:  # as in most paragraphs
        return False
    rest = squeeze(text[found.end :]).rstrip("？?")
    if not 0 < len(rest) <= HEADING.line:
        return False
    return not (ends_sentence(rest) or _SENTENCE.search(rest) or open_brackets(rest))


def is_heading_run(run: Run, layout: Layout) -> bool:
    """Whether a paragraph, as read so far, is a heading on a line of its own."""
    return not run.caption and is_heading_line(run.text, layout)


def lead_of(text: str, layout: Layout) -> str | None:
    """The run-in heading of an enumerated paragraph: the caption before its first 。 (``（一）实行清单管理。各部门…``)."""
    found = layout.enumerator(text)
    if found is None or not _can_have_lead(found):
        return None
    caption, stop, _ = text[found.end :].partition("。")
    if not stop or not HEADING.shortest_lead <= len(squeeze(caption)) <= HEADING.lead:
        return None
    commas = caption.count("，") + caption.count(",")
    if _NO_LEAD.search(caption) or commas > HEADING.commas or open_brackets(caption):
        return None
    return tidy(caption)

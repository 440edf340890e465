"""Paragraphs → blocks: headings, articles, items, paragraphs with and without a run-in heading."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import takewhile, zip_longest

from generator.lexicon.characters import ends_sentence, squeeze
from generator.lexicon.enumerators import DIVISIONS, LEVELS, Enumerator
from generator.lexicon.expressions.labels import BOX, REMARK
from generator.lexicon.expressions.verbs import PROMULGATED
from generator.lexicon.expressions.years import ROUGH_YEAR
from generator.lexicon.gazettes import is_topics
from generator.lexicon.numbers import is_register_line, split_trailing_number
from generator.lexicon.numerals import TENS
from generator.lexicon.organs import is_organ, is_signed_name
from generator.model import Article, Block, Heading, Item, Note, Paragraph, Signature
from generator.parse.rows.aligned import set_tables
from generator.parse.rows.rosters import Rosters
from generator.parse.rows.tables import is_caption, is_unit, read_table, table_end
from generator.parse.text.leads import is_heading_run, is_lone_heading, lead_of
from generator.parse.text.numbering import number_block
from generator.parse.text.paragraphs import make_paragraphs
from generator.parse.text.promises import NOTE
from generator.parse.text.runs import Run
from generator.parse.text.seams import ATTACHMENT_NOTE
from generator.parse.text.setting import Layout
from generator.parse.text.siblings import settle_leads
from generator.read import Line

_BOX = re.compile(rf"{BOX}[\d{TENS}]+\s*\S.{{0,40}}")
_PROMULGATED = re.compile(
    rf"[（(][^（()）]{{0,30}}令第[^（()）]{{1,6}}号(?:{PROMULGATED})[^（()）]{{0,60}}[)）]$"
)
_CAPTIONS = ("caption", "box")
"""Kinds of heading that name the table below them."""
_NOTE = re.compile(REMARK)
_DATE_LINE = re.compile(rf"{ROUGH_YEAR}年\d{{1,2}}月\d{{1,2}}日")
_OPENS_LIST, _GOES_ON = re.compile(r"[：:]$"), re.compile(r"[；;]$")


@dataclass(frozen=True, slots=True)
class BlockLimits:
    """How long a paragraph is that is more than text."""

    signature: int = 30
    """Longest organ at the end of a part that signs it, in characters."""
    title: int = 45
    """Longest line marked by the recogniser that is a heading, in characters."""
    behind_lead: int = 2
    """Longest text behind a run-in heading that adds nothing to it, in characters: the mark of its sentence."""


BLOCK = BlockLimits()


@dataclass(slots=True)
class Progress:
    """How far a part was read, as far as that decides what its next paragraph is."""

    layout: Layout
    in_article: bool = False
    """Whether an article was opened: its enumerated paragraphs are items (项)."""
    in_note: bool = False
    """Whether 附件： was read: what is numbered after it are titles of attachments."""
    table_below: bool = False
    """Whether a table or a list of names follows the paragraph that is being read."""
    before: str = ""
    """Text of the block before."""

    def level(self, run: Run | None) -> int | None:
        """How deep the enumerator of a paragraph is: 0 for 一、; None when it has none of :data:`LEVELS`."""
        found = self.layout.enumerator(run.text) if run else None
        return LEVELS.index(found.kind) if found and found.kind in LEVELS else None

    def is_deeper(self, run: Run | None, above: Enumerator) -> bool:
        """Whether a paragraph has an enumerator of a deeper level than one above it."""
        level = self.level(run)
        return level is not None and level > LEVELS.index(above.kind)


def read_blocks(lines: list[Line], layout: Layout) -> list[Block]:
    """The blocks of the lines of one part."""
    blocks: list[Block] = []
    lines = set_tables(lines, layout.is_cut)
    layout = layout.of_part(lines)
    progress = Progress(layout)
    rosters = Rosters(lines)
    place = 0
    while place < len(lines):
        end = table_end(lines, place)
        if end > place:
            blocks.append(read_table(lines[place:end], _caption(blocks)))
            place = end
            continue
        end = rosters.end(place)
        prose: list[Line] = []
        if end > place:
            roster, rest = rosters.read(place, end)
            blocks.append(roster)
            place = end
            if rest is None:
                continue
            prose.append(rest)
        end = _prose_end(rosters, place)
        blocks += _read_prose([*prose, *lines[place:end]], progress, below=end < len(lines))
        place = end
    return [number_block(block) for block in settle_leads(blocks, layout)]


def _prose_end(rosters: Rosters, place: int) -> int:
    """The end of the running text at ``place``: the next table or roster."""
    lines = rosters.lines
    end = place
    while end < len(lines) and table_end(lines, end) == end and rosters.end(end) == end:
        end += 1
    return end


def _caption(blocks: list[Block]) -> str | None:
    """The caption that the block before a table gives it."""
    for block in reversed(blocks):
        if isinstance(block, Note) and is_unit(block.text):
            continue
        return block.text if isinstance(block, Heading) and block.kind in _CAPTIONS else None
    return None


def _read_prose(lines: list[Line], progress: Progress, *, below: bool) -> list[Block]:
    """The blocks of lines that are neither table nor roster; ``below``: whether one of these follows."""
    runs = make_paragraphs(lines, progress.layout)
    listed = find_own_contents(runs, progress.layout)
    blocks: list[Block] = []
    for place, (run, following) in enumerate(zip_longest(runs, runs[1:])):
        progress.table_below = following is None and below
        if place in listed:
            blocks.append(Paragraph(**run.place))
        else:
            blocks.append(_read_block(run, following, progress))
        blocks += (Note(**footnote.place) for footnote in run.footnotes)
        progress.before = run.text
    return blocks


def find_own_contents(runs: list[Run], layout: Layout) -> set[int]:
    """Places of the contents that an instrument prints of itself: 目录, and headings up to the first once more."""
    texts = [squeeze(run.text) for run in runs]
    last = {text: place for place, text in enumerate(texts)} if "目录" in texts else {}
    for place, text in enumerate(texts):
        if text == "目录":
            end = _own_contents_end(runs, place + 1, layout, last)
            if end is not None:
                return set(range(place, end))
    return set()


def _own_contents_end(
    runs: list[Run], begin: int, layout: Layout, last: dict[str, int]
) -> int | None:
    """Where the contents that begin at a place end, and the text begins; None when they are no contents.

    That is where their first heading is counted once more, else below the last of them, when the first is printed once
    more farther down; ``last``: the last place of each text.
    """
    listed = takewhile(lambda run: _can_be_listed(run, layout), runs[begin:])
    found = [(place, layout.enumerator(run.text)) for place, run in enumerate(listed, begin)]
    headings = [(place, one.kind, one.number) for place, one in found if one]
    if not headings:
        return None
    first, *opening = headings[0]
    for place, *counted in headings[1:]:
        if counted == opening:
            return place
    end = headings[-1][0] + 1
    return end if last[squeeze(runs[first].text)] >= end else None


def _can_be_listed(run: Run, layout: Layout) -> bool:
    """Whether a paragraph can be in the contents of an instrument: a heading, or 序言."""
    found = layout.enumerator(run.text)
    if found is None:
        return is_lone_heading(run.text) and squeeze(run.text) != "目录"
    return found.kind in (*DIVISIONS, *LEVELS)


def _read_block(run: Run, following: Run | None, progress: Progress) -> Block:
    """The block of one paragraph, by its enumerator."""
    found = progress.layout.enumerator(run.text)
    if found is None:
        progress.in_note = ATTACHMENT_NOTE.match(run.text) is not None
        return _read_plain(run, following, progress.before)
    if found.kind in DIVISIONS:
        progress.in_article = False
        return Heading(kind=found.kind, **run.place)
    if found.kind == "article":
        progress.in_article = True
        return Article(number=found.number, insertion=found.insertion, **run.place)
    return _read_enumerated(run, found, following, progress)


def _read_enumerated(
    run: Run, found: Enumerator, following: Run | None, progress: Progress
) -> Block:
    """A paragraph with 一、 （一） 1. (1) or ①: a heading, a paragraph with a run-in heading, or an item."""
    if progress.in_note and found.kind == "3":
        return Item(kind=found.kind, **run.place)
    progress.in_article = progress.in_article and found.kind != "1"
    if _is_heading(run, found, following, progress):
        return Heading(kind=found.kind, **run.place)
    if progress.in_article or _is_listed(found, progress):
        return Item(kind=found.kind, **run.place)
    lead = run.caption or lead_of(run.text, progress.layout)
    if lead and not _is_caption_only(run, found, lead, following, progress):
        return Paragraph(lead=lead, kind=found.kind, **run.place)
    return Item(kind=found.kind, **run.place)


def _is_listed(found: Enumerator, progress: Progress) -> bool:
    """Whether a paragraph goes on with a list: the one before ends in ；, or opens a list of low level with ：."""
    opened = found.kind in ("4", "5") and _OPENS_LIST.search(progress.before) is not None
    return opened or _GOES_ON.search(progress.before) is not None


def _is_caption_only(
    run: Run, found: Enumerator, lead: str, following: Run | None, progress: Progress
) -> bool:
    """Whether a paragraph is one short sentence with nothing below it: an item of a list rather than a heading."""
    if len(squeeze(run.text)) - found.end - len(squeeze(lead)) > BLOCK.behind_lead:
        return False
    if following is None:
        return not progress.table_below
    below = progress.level(following)
    return below is not None and below <= LEVELS.index(found.kind)


def _is_heading(run: Run, found: Enumerator, following: Run | None, progress: Progress) -> bool:
    """Whether an enumerated line is a heading of its own rather than an item of a list: no document with its number."""
    ends_part = following is None and not progress.table_below
    if ends_part or _names_document(run.text) or not is_heading_run(run, progress.layout):
        return False
    divided = progress.is_deeper(following, found)
    if progress.in_article or divided:
        return divided
    if found.kind in ("1", "2") or run.mark.startswith("#"):
        return True
    return following is None or progress.layout.enumerator(following.text) is None


def _names_document(text: str) -> bool:
    """Whether a line is a document with its number: …（某政发〔2015〕12号）, …（1996年8月14日某某令第9号公布）."""
    if not text.endswith(("）", ")")):
        return False
    return split_trailing_number(text)[1] is not None or _PROMULGATED.search(text) is not None


def _read_plain(run: Run, following: Run | None, before: str) -> Block:
    """The block of a paragraph without enumerator: the first kind whose form it has."""
    make = next((make for is_such, make in PLAIN if is_such(run, following)), Paragraph)
    if make is Signature and following is None and not ends_sentence(before):
        return Paragraph(**run.place)
    return make(**run.place)


def _is_box(run: Run, _: Run | None) -> bool:
    """专栏1 某某指标."""
    return _BOX.fullmatch(run.text) is not None and not ends_sentence(run.text)


def _is_note(run: Run, _: Run | None) -> bool:
    """注：…, 单位：万元, 主题词：…, 登记号：…."""
    return any(is_such(run.text) for is_such in NOTES)


NOTES = (_NOTE.match, is_unit, is_topics, is_register_line)
"""Forms of lines that say something about the text and are no part of it."""


def _is_signature(run: Run, following: Run | None) -> bool:
    """An organ at the end of a part, or above a date."""
    closing = following is None or _DATE_LINE.fullmatch(squeeze(following.text)) is not None
    return closing and len(run.text) <= BLOCK.signature and is_organ(run.text)


def _is_table_caption(run: Run, following: Run | None) -> bool:
    """The title of a table below it, a line with the unit between them allowed."""
    return is_caption(run.text) and (following is None or is_unit(following.text))


def _is_title(run: Run, _: Run | None) -> bool:
    """A line that the recogniser marked as a heading; occasion, speaker and adoption below a title head nothing."""
    if run.text.startswith(("（", "(", "—")) or is_signed_name(run.text):
        return False
    return run.mark.startswith("#") and len(run.text) <= BLOCK.title and not ends_sentence(run.text)


def _is_attachment_note(run: Run, _: Run | None) -> bool:
    """附件：某某名单, 附：某某表."""
    return run.text.startswith("附") and NOTE.fullmatch(run.text) is not None


PLAIN: tuple[tuple[Callable[[Run, Run | None], bool], Callable[..., Block]], ...] = (
    (_is_attachment_note, Paragraph),
    (_is_box, partial(Heading, kind="box")),
    (_is_note, Note),
    (_is_signature, Signature),
    (_is_table_caption, partial(Heading, kind="caption")),
    (_is_title, partial(Heading, kind="title")),
)
"""Forms of paragraphs without enumerator, in order, and the block that each makes."""

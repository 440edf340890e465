"""Paragraphs → blocks: headings, articles, items, paragraphs with and without a run-in heading."""

import re
from dataclasses import dataclass

from generator.lexicon.enumerators import DIVISIONS, LEVELS, Enumerator
from generator.lexicon.organs import is_organ
from generator.lexicon.text import ends_sentence, squeeze
from generator.model import Article, Block, Heading, Item, Note, Paragraph, Signature
from generator.parse.layout import Layout
from generator.parse.paragraphs import is_heading_line, lead_of, make_paragraphs
from generator.parse.rosters import read_roster, roster_end
from generator.parse.runs import Run
from generator.parse.tables import is_caption, is_unit, read_table, table_end
from generator.read import Line

_BOX = re.compile(r"专栏\s*[0-9一二三四五六七八九十]+\s*\S.{0,40}")
_ATTACHMENT_NOTE = re.compile(r"附\s*件\s*[:：]")
_NOTE = re.compile(r"注\s*[:：]")
_DATE_LINE = re.compile(r"[12][09]\d\d年\d{1,2}月\d{1,2}日")


@dataclass(slots=True)
class Outline:
    """Where in the outline the text is."""

    layout: Layout
    in_article: bool = False
    """Whether an article was opened: its enumerated paragraphs are items (项)."""
    in_note: bool = False
    """Whether 附件： was read: what is numbered after it are titles of attachments."""
    before: str = ""
    """Text of the block before."""


def read_blocks(lines: list[Line], layout: Layout) -> list[Block]:
    """The blocks of the lines of one part."""
    blocks: list[Block] = []
    outline = Outline(layout)
    place = 0
    while place < len(lines):
        if (end := table_end(lines, place)) > place:
            caption = _caption(blocks)
            blocks += read_table(lines[place:end], caption)
        elif (end := roster_end(lines, place)) > place:
            roster, rest = read_roster(lines[place:end])
            blocks.append(roster)
            if rest is not None:
                following = _prose_end(lines, end)
                blocks += _read_prose([rest, *lines[end:following]], layout, outline)
                end = following
        else:
            end = _prose_end(lines, place)
            blocks += _read_prose(lines[place:end], layout, outline)
        place = end
    return blocks


def _prose_end(lines: list[Line], place: int) -> int:
    """The end of the running text at ``place``: the next table or roster."""
    end = place
    while end < len(lines) and table_end(lines, end) == end and roster_end(lines, end) == end:
        end += 1
    return max(end, min(place + 1, len(lines)))


def _caption(blocks: list[Block]) -> str | None:
    """The caption that the block before a table gives it."""
    last = next((block for block in reversed(blocks) if not (isinstance(block, Note) and is_unit(block.text))), None)
    return last.text if isinstance(last, Heading) and last.kind in ("caption", "box") else None


def _read_prose(lines: list[Line], layout: Layout, outline: Outline) -> list[Block]:
    runs = make_paragraphs(lines, layout)
    blocks: list[Block] = []
    for index, run in enumerate(runs):
        following = runs[index + 1] if index + 1 < len(runs) else None
        blocks.append(_read_block(run, following, outline, last=index + 1 == len(runs)))
        outline.before = run.text
    return blocks


def _read_block(run: Run, following: Run | None, outline: Outline, last: bool) -> Block:
    text, found = run.text, outline.layout.enumerator(run.text)
    if found is None:
        outline.in_note = _ATTACHMENT_NOTE.match(text) is not None
        return _read_plain(run, following, last)
    if outline.in_note and found.kind == "3":
        return Item(kind=found.kind, text=text, lines=tuple(run.lines), breaks=tuple(run.breaks))
    if found.kind in DIVISIONS:
        outline.in_article = False
        return Heading(kind=found.kind, text=text, lines=tuple(run.lines), breaks=tuple(run.breaks))
    if found.kind == "article":
        outline.in_article = True
        return Article(number=found.number, insertion=found.insertion, text=text, lines=tuple(run.lines), breaks=tuple(run.breaks))
    if found.kind == "1":
        outline.in_article = False
    if _is_heading(run, found, following, outline):
        return Heading(kind=found.kind, text=text, lines=tuple(run.lines), breaks=tuple(run.breaks))
    lead = None if outline.in_article or _is_listed(found, outline) else lead_of(text, outline.layout)
    if lead and not _is_caption_only(run, found, lead, following, outline):
        return Paragraph(text=text, lead=lead, kind=found.kind, lines=tuple(run.lines), breaks=tuple(run.breaks))
    return Item(kind=found.kind, text=text, lines=tuple(run.lines), breaks=tuple(run.breaks))


def _is_listed(found: Enumerator, outline: Outline) -> bool:
    """Whether a paragraph goes on with a list: the one before ends in ；, or opens a list of low level with ：."""
    return bool(re.search(r"[；;]$", outline.before)) or (found.kind in ("4", "5") and bool(re.search(r"[：:]$", outline.before)))


def _is_caption_only(run: Run, found: Enumerator, lead: str, following: Run | None, outline: Outline) -> bool:
    """Whether a paragraph that is one short sentence is an item of a list rather than a heading: nothing stands below it."""
    if len(squeeze(run.text)) - found.end - len(squeeze(lead)) > 2:
        return False
    if following is None:
        return True
    below = outline.layout.enumerator(following.text)
    return below is not None and below.kind in LEVELS and LEVELS.index(below.kind) <= LEVELS.index(found.kind)


def _is_heading(run: Run, found: Enumerator, following: Run | None, outline: Outline) -> bool:
    """Whether an enumerated line is a heading of its own rather than an item of a list."""
    if not is_heading_line(run.text, outline.layout):
        return False
    below = outline.layout.enumerator(following.text) if following else None
    deeper = below is not None and below.kind in LEVELS and LEVELS.index(below.kind) > LEVELS.index(found.kind)
    if outline.in_article:
        return deeper
    if found.kind in ("1", "2") or run.mark.startswith("#"):
        return following is not None
    return deeper or (following is not None and below is None)


def _read_plain(run: Run, following: Run | None, last: bool) -> Block:
    text, lines, breaks = run.text, tuple(run.lines), tuple(run.breaks)
    if _BOX.fullmatch(text) and not ends_sentence(text):
        return Heading(kind="box", text=text, lines=lines, breaks=breaks)
    if _NOTE.match(text):
        return Note(text=text, lines=lines, breaks=breaks)
    if is_organ(text) and (last or (following is not None and _DATE_LINE.fullmatch(squeeze(following.text)))) and len(text) <= 30:
        return Signature(text=text, lines=lines, breaks=breaks)
    if is_unit(text):
        return Note(text=text, lines=lines, breaks=breaks)
    if is_caption(text) and (last or (following is not None and is_unit(following.text))):
        return Heading(kind="caption", text=text, lines=lines, breaks=breaks)
    if run.mark.startswith("#") and len(text) <= 45 and not ends_sentence(text):
        return Heading(kind="title", text=text, lines=lines, breaks=breaks)
    return Paragraph(text=text, lines=lines, breaks=breaks)

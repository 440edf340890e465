"""Printed lines → paragraphs: joined over line, column and page breaks, split where a new one begins in mid-line."""

import re
from dataclasses import replace

from generator.lexicon.enumerators import DIVISIONS, is_ordinal, read_enumerator
from generator.lexicon.text import ends_sentence, open_brackets, squeeze, tidy
from generator.parse.layout import Layout, measure
from generator.parse.runs import Run
from generator.read import Line

_STARTERS = re.compile(r"附\s*件\s*[0-9]*\s*[:：]|注\s*[:：]|责任单位\s*[:：]|牵头单位\s*[:：]|[（(]?单位\s*[:：]|专栏\s*[0-9一二三四五六七八九十]+\s|抄\s*送\s*[:：]|具体措施\s*[:：]|联系人\s*[:：]|主\s*持\s*[:：]|出\s*席\s*[:：]|列\s*席\s*[:：]")
_CONTINUES = re.compile(r"^(?:[，、；。：）)》”’,;.:!！?？]|的(?!士)|和(?!谐|平)|及(?!时|早))")
_CONNECTS = re.compile(r"[，、,“（(《〈和与及或的对在按为将由从向把被并从以至于—-]$")
_LABEL_ALONE = re.compile(r"(?:责任单位|牵头单位|联系人|联系电话)[:：]$")
_HEADING_LENGTH = 45
_FAR = 40
"""Lines between siblings beyond which they say nothing of each other."""
_ARTICLE_IN_CHAPTER = re.compile(r"(?<=[\u4e00-\u9fff])\s*(?=第[一二三四五六七八九十百]+条\s)")
_MIDWAY = re.compile(r"(?<=[。；])\s*(?=第[一二三四五六七八九十百]+条\s)|(?<=[：:])\s*(?=[（(]一[)）])|(?<=[。；）)])\s*(?=(?:责任单位|牵头单位)[:：])|(?<=。)\s*(?=[1-9][0-9]?\s*[.．、]\s*[\u4e00-\u9fff“])|(?<=[。；])\s*(?=[（(][一二三四五六七八九十]{1,3}[)）]\s*[\u4e00-\u9fff])|(?<=[处府局]。)\s*(?=[二三四五六七八九十]+是)")
"""Where a new paragraph begins in mid-line: an article, the line of responsible organs, the next ordinal after that line."""


def is_heading_line(text: str, layout: Layout) -> bool:
    """Whether a line is an enumerated heading on a line of its own: short, without a mark that ends a sentence."""
    found = layout.enumerator(text)
    if found is None or found.kind in ("article", "5"):
        return False
    if found.kind in DIVISIONS:
        return True
    rest = squeeze(text[found.end:])
    return 0 < len(rest) <= _HEADING_LENGTH and not ends_sentence(rest) and "。" not in rest and not open_brackets(rest)


def make_paragraphs(lines: list[Line], layout: Layout) -> list[Run]:
    """The paragraphs of lines of running text."""
    pieces = cut_lines(lines)
    siblings = _find_siblings(pieces, layout)
    runs: list[Run] = []
    first = 0
    for place, line in enumerate(pieces):
        if runs and continues(runs[-1], pieces[place - 1], line, layout, siblings.get(first, [])):
            runs[-1].add(line)
        else:
            runs.append(Run.of(line))
            first = place
    return runs


def continues(run: Run, before: Line, line: Line, layout: Layout, siblings: list[bool]) -> bool:
    """Whether ``line`` goes on with the paragraph ``run``, whose last line is ``before``; ``siblings`` as of :func:`_find_siblings`."""
    if line.joined is not None:
        return line.joined
    text = line.text.lstrip()
    if (_CONTINUES.match(text) and not line.mark) or _LABEL_ALONE.search(run.text):
        return True
    if run.text.isdigit() and len(run.text) > 3:
        return False
    if starts_paragraph(line, layout) or line.mark.startswith("#"):
        return bool(run.text) and open_title(run.text) and read_enumerator(text) is None
    if layout.indented and not line.gap and not line.indent and before.indent and len(text) > 2 and not is_heading_line(run.text, layout):
        return True
    if layout.wrapped:
        return _continues_wrapped(run, before, line, layout)
    if run.mark.startswith("#") and is_heading_line(run.text, layout):
        return _CONNECTS.search(run.text) is not None or (len(squeeze(text)) <= 4 and ends_sentence(text))
    if is_heading_line(run.text, layout):
        return _heading_goes_on(run, line, layout, siblings)
    return not ends_sentence(run.text) and not _closes_with_bracket(run.text, layout)


def starts_paragraph(line: Line, layout: Layout) -> bool:
    """Whether a line opens with an enumerator, 一是, or a word that only opens paragraphs."""
    text = line.text.lstrip()
    return layout.enumerator(text) is not None or _STARTERS.match(text) is not None or line.mark in ("-", "*", "+", "•")


def open_title(text: str) -> bool:
    """Whether a 《 is still open at the end of a text."""
    return text.rfind("《") > text.rfind("》")


def _continues_wrapped(run: Run, before: Line, line: Line, layout: Layout) -> bool:
    """In hard-wrapped text a full line goes on, unless an indent or a blank line says otherwise."""
    if layout.indented and line.indent:
        return False
    full = layout.is_full(before.text if not before.indent else "　　" + before.text)
    if line.gap:
        return not ends_sentence(run.text) and not is_heading_line(run.text, layout) and full
    if is_heading_line(run.text, layout):
        return full
    return full or (not ends_sentence(run.text) and not _closes_with_bracket(run.text, layout))


def _heading_goes_on(run: Run, line: Line, layout: Layout, siblings: list[bool]) -> bool:
    """Whether a line that looks like a heading stops in mid-sentence.

    It does when it ends in a connecting word, or when it fills the printed line and its siblings (``True`` for a heading of its own) do not
    all look like headings; where the width of the print is not known, the siblings alone decide.
    """
    found = layout.enumerator(run.text)
    if found and found.kind in DIVISIONS:
        return False
    text = squeeze(line.text)
    if _CONNECTS.search(run.text) or (len(text) <= 4 and ends_sentence(text)):
        return True
    if is_ordinal(text) or len(text) <= 8 or (siblings and all(siblings)):
        return False
    if layout.width is None:
        return bool(siblings) and not any(siblings)
    return measure(run.text) >= layout.width - 3 and layout.is_full(run.text)


def _find_siblings(lines: list[Line], layout: Layout) -> dict[int, list[bool]]:
    """For each enumerated line: whether the lines with the number before and after it, in the same run, look like headings."""
    found = {place: enumerator for place, line in enumerate(lines) if (enumerator := layout.enumerator(line.text.lstrip()))}
    siblings: dict[int, list[bool]] = {}
    last: dict[tuple[str, int], int] = {}
    for place, enumerator in found.items():
        before = last.get((enumerator.kind, enumerator.number - 1))
        if before is not None and place - before < _FAR:
            siblings.setdefault(place, []).append(is_heading_line(lines[before].text, layout))
            siblings.setdefault(before, []).append(is_heading_line(lines[place].text, layout))
        last[enumerator.kind, enumerator.number] = place
    return siblings


def _closes_with_bracket(text: str, layout: Layout) -> bool:
    """Whether a paragraph ends in a parenthesis of organs: （区交通运输局、区财政局）, （某某局牵头，某某局参与）."""
    match = re.search(r"[。；]?[（(](?P<organs>[^（()）]{2,}(?:[（(][^（()）]*[)）][^（()）]*)*)[)）]$", text)
    if match is None:
        return False
    if re.search(r"(?:负责|参与|配合|牵头|落实|组织实施)$", match["organs"]):
        return True
    return (match[0][0] in "。；" or re.search(r"局|委|办", match["organs"]) is not None) and not layout.is_full(text)


def cut_lines(lines: list[Line]) -> list[Line]:
    """The lines, cut where a new paragraph begins in mid-line; the pieces keep the number of their line."""
    return [piece for line in lines for piece in _cut(line)]


def _cut(line: Line) -> list[Line]:
    pattern = _ARTICLE_IN_CHAPTER if re.match(r"第\s*\S+\s*[章节编]", line.text) else _MIDWAY
    cuts = [0, *(match.end() for match in pattern.finditer(line.text) if match.end() > 0), len(line.text)]
    if len(cuts) == 2:
        return [line]
    pieces = [line.with_text(line.text[begin:end].strip()) for begin, end in zip(cuts, cuts[1:], strict=False)]
    return [piece if place == 0 else replace(piece, mark="", gap=False, joined=None) for place, piece in enumerate(pieces)]


def lead_of(text: str, layout: Layout) -> str | None:
    """The run-in heading that opens an enumerated paragraph: the caption before its first 。, or the whole of a short sentence."""
    found = layout.enumerator(text)
    if found is None or found.kind in ("article", "5", *DIVISIONS):
        return None
    caption = text[found.end:].split("。", 1)[0]
    if "。" not in text[found.end:] or not 2 <= len(squeeze(caption)) <= 40:
        return None
    if re.search(r"[；;：:！？]|应当|不得|以下简称|有下列|之日起", caption) or caption.count("，") + caption.count(",") > 2 or open_brackets(caption):
        return None
    return tidy(caption)

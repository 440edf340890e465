"""Printed lines → paragraphs: joined over line, column and page breaks, split where a new one begins in mid-line."""

import re

from generator.lexicon.enumerators import DIVISIONS, is_ordinal, read_enumerator
from generator.parse.layout import Layout
from generator.parse.text import Run, ends_sentence, open_brackets, squeeze, tidy
from generator.read import Line

_STARTERS = re.compile(r"附\s*件\s*[0-9]*\s*[:：]|注\s*[:：]|责任单位\s*[:：]|牵头单位\s*[:：]|专栏\s*[0-9一二三四五六七八九十]+\s|抄\s*送\s*[:：]|具体措施\s*[:：]|联系人\s*[:：]|主\s*持\s*[:：]|出\s*席\s*[:：]|列\s*席\s*[:：]")
_CONTINUES = re.compile(r"^[，、；。：）)》”’,;.:!！?？]")
_CONNECTS = re.compile(r"[，、,“（(《〈和与及或的对在按为将由从向把被并从以至于—-]$")
_HEADING_LENGTH = 45
_SPLITS = re.compile(r"(?<=[。；）)事处])\s*(?=责任单位[:：])")
_ARTICLE_IN_CHAPTER = re.compile(r"(?<=\S)\s+(?=第[一二三四五六七八九十百]+条\s)")
_ARTICLE_MIDWAY = re.compile(r"(?<=[。；])\s*(?=第[一二三四五六七八九十百]+条\s)")


def is_heading_line(text: str) -> bool:
    """Whether a line is an enumerated heading on a line of its own: short, without a mark that ends a sentence."""
    found = read_enumerator(text)
    if found is None or found.kind in ("article", "5"):
        return False
    if found.kind in DIVISIONS:
        return True
    rest = squeeze(text[found.end:])
    return 0 < len(rest) <= _HEADING_LENGTH and not ends_sentence(rest) and "。" not in rest and not open_brackets(rest)


def make_paragraphs(lines: list[Line], layout: Layout) -> list[Run]:
    """The paragraphs of lines of running text."""
    runs: list[Run] = []
    before: Line | None = None
    for line in lines:
        if runs and before is not None and continues(runs[-1], before, line, layout):
            runs[-1].add(line)
        else:
            runs.append(Run.of(line))
        before = line
    return [piece for run in runs for piece in split_run(run)]


def continues(run: Run, before: Line, line: Line, layout: Layout) -> bool:
    """Whether ``line`` goes on with the paragraph ``run``, whose last line is ``before``."""
    text = line.text.lstrip()
    if _CONTINUES.match(text) and not line.mark:
        return True
    if starts_paragraph(line) or line.mark.startswith("#"):
        return bool(run.text) and open_title(run.text) and read_enumerator(text) is None
    if layout.wrapped:
        return _continues_wrapped(run, before, line, layout)
    if is_heading_line(run.text):
        return _heading_goes_on(run, line, layout)
    return not ends_sentence(run.text) and not _closes_with_bracket(run.text, layout)


def starts_paragraph(line: Line) -> bool:
    """Whether a line opens with an enumerator, 一是, or a word that only opens paragraphs."""
    text = line.text.lstrip()
    return read_enumerator(text) is not None or _STARTERS.match(text) is not None or line.mark in ("-", "*", "+", "•")


def open_title(text: str) -> bool:
    """Whether a 《 is still open at the end of a text."""
    return text.rfind("《") > text.rfind("》")


def _continues_wrapped(run: Run, before: Line, line: Line, layout: Layout) -> bool:
    """In hard-wrapped text a full line goes on, unless an indent or a blank line says otherwise."""
    if layout.indented and line.indent:
        return False
    full = layout.is_full(before.text if not before.indent else "　　" + before.text)
    if line.gap:
        return not ends_sentence(run.text) and not is_heading_line(run.text) and full
    if is_heading_line(run.text):
        return full
    return full or (not ends_sentence(run.text) and _CONNECTS.search(run.text) is not None)


def _heading_goes_on(run: Run, line: Line, layout: Layout) -> bool:
    """A line that looks like a heading goes on when it stops in mid-word or fills the printed line."""
    found = read_enumerator(run.text)
    if found and found.kind in DIVISIONS:
        return False
    text = squeeze(line.text)
    if _CONNECTS.search(run.text) or (len(text) <= 4 and ends_sentence(text)):
        return True
    return layout.is_full(squeeze(run.text)) and len(run.text) > 12 and not is_ordinal(text) and (ends_sentence(text) or len(text) > 8) \
        and layout.width is not None and len(run.text) >= layout.width - 3 and "。" in text[:40]


def _closes_with_bracket(text: str, layout: Layout) -> bool:
    """Whether a paragraph ends in a parenthesis of organs: （区交通运输局、区财政局）."""
    match = re.search(r"[。；]?[（(][^（()）]{2,}(?:[（(][^（()）]*[)）][^（()）]*)*[)）]$", text)
    return match is not None and (match[0][0] in "。；" or re.search(r"负责|牵头|参与|配合|落实|局|委|办", match[0]) is not None) \
        and not layout.is_full(text)


def split_run(run: Run) -> list[Run]:
    """Cut a run where a new paragraph begins in mid-line."""
    pattern = _ARTICLE_IN_CHAPTER if re.match(r"第\S+[章节编]", run.text) else _ARTICLE_MIDWAY
    cuts = sorted({match.end() for match in (*_SPLITS.finditer(run.text), *pattern.finditer(run.text))} - {0})
    pieces, offset = [], 0
    for cut in cuts:
        if 0 < cut - offset < len(run.text):
            left, run = run.split(cut - offset)
            pieces.append(left)
            offset = cut
    return [*pieces, run]


def lead_of(text: str) -> str | None:
    """The run-in heading that opens an enumerated paragraph: the caption before its first 。, or the whole of a short sentence."""
    found = read_enumerator(text)
    if found is None or found.kind in ("article", "5", *DIVISIONS):
        return None
    caption = text[found.end:].split("。", 1)[0]
    if "。" not in text[found.end:] or not 2 <= len(squeeze(caption)) <= 40:
        return None
    if re.search(r"[；;：:！？]|应当|不得|以下简称|有下列|之日起", caption) or caption.count("，") + caption.count(",") > 2 or open_brackets(caption):
        return None
    return tidy(caption)

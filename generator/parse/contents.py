"""The printed table of contents (目录): plain lines, dotted leaders, list items, tab rows, tables, wrapped titles."""

import re
from dataclasses import dataclass, field, replace

import msgspec

from generator.lexicon.kinds import read_kind
from generator.lexicon.numerals import read_number
from generator.lexicon.numbers import NUMBER, ORDER, format_number, read_number_line
from generator.lexicon.organs import is_organ, read_head
from generator.model import ContentsEntry, Finding, TextLine
from generator.parse.draft import Draft
from generator.lexicon.text import fold, squeeze
from generator.read import Line

_HEADING = re.compile(r"(?:[\u4e00-\u9fff]{0,12}公报)?(?:本期)?(?:目录|目次|要目)(?:CONTENTS)?|CONTENTS", re.IGNORECASE)
_LEADER = r"[.．·…•‥。_\-—\s]"
_PAGE = re.compile(rf"(?:{_LEADER}{{2,}}|[\s/／]|(?<=[\u4e00-\u9fff）)》”〕]))\s*[（(/／]?\s*(?P<page>[0-9０-９]{{1,4}})\s*[)）]?\s*$")
_PAGE_FIRST = re.compile(r"(?P<page>[0-9]{1,4})\s+(?=[\u4e00-\u9fff《])")
_BARE_PAGE = re.compile(rf"{_LEADER}*[（(]?(?P<page>[0-9０-９]{{1,4}})[)）]?")
_COLUMN = re.compile(
    r"[【\[［〖](?P<marked>[^】\]］〗]{2,20})[】\]］〗]"
    r"|[★☆◆■●▲◇□○※*]?(?P<plain>[\u4e00-\u9fff·、]{2,16}(?:文件|公文|规章|命令|任免|大事记|公告|要闻|讲话|解读|法规|决定|选登|文选|动态|专栏|政策|文稿|信息|通报|报告|事项|资料|解读|更正|其他|其它|选登|摘要))"
)
_SHORT_COLUMN = re.compile(r"(?P<marked>)(?P<plain>[\u4e00-\u9fff]{2,6})")
_NUMBER = re.compile(rf"[（(]?\s*{NUMBER}\s*[)）]?")
_BRACKETED = re.compile(rf"[（(]{NUMBER}[)）]")
_AFTER_KIND = re.compile(rf"(?:(?<=通知|意见|办法|决定|公告|通告|批复|通报|方案|规定|规划)|(?<=[)）》”])){NUMBER}")
_ORDER = re.compile(rf"[（(]\s*(?:[\u4e00-\u9fff]{{2,20}}令)?{ORDER}\s*[)）]")
_IMPRINT = re.compile(r"年第?[0-9]+期|[0-9]日出版|总第|主办|编辑出版|编辑[:：]|地址|电话|邮编|邮箱|承印|标准文本|刊号|公报$")
_CLOSING_IMPRINT = re.compile(r"主办[:：]|编辑[:：]|编印[:：]|地址[:：]|邮编[:：]|邮政编码[:：]|印刷[:：]|承印|印数[:：]|内部资料|准印证|刊号|电话[:：]\d|发行[:：]|定价[:：]")
_PUBLISHING = re.compile(r"主办|编辑|编印|承印|印刷|准印证|刊号")
_HEADING_OF_IMPRINT = re.compile(r"[\u4e00-\u9fff]{2,24}(?:公报|政报)|[（(].{4,24}[)）]|[\u4e00-\u9fff]{4,24}(?:编辑部|编辑室)")
_LONGEST, _MOST = 150, 7
_SEARCHED = 400


@dataclass(slots=True)
class _Reader:
    """Entries and masthead lines found so far."""

    entries: list[ContentsEntry] = field(default_factory=list)
    front: list[TextLine] = field(default_factory=list)
    column: str | None = None
    column_cell: int | None = None
    """The cell of a table row that names the column."""
    rows: list[tuple[int, str]] = field(default_factory=list)
    """Source lines and texts of the entry that is being read."""

    def close(self, page: int | None) -> None:
        """Turn the rows read so far into an entry."""
        if self.rows:
            self.entries.append(_entry(self.rows, self.column, page))
            self.rows = []


def read_contents(draft: Draft) -> Draft:
    """The draft with its contents, the lines of its first pages, and the place where the body begins."""
    lines, imprint = _cut_imprint(draft.lines)
    start = _find_start(lines)
    behind = start < len(lines) and any((number := read_number_line(line.text)) and "〔" in number for line in lines[:start])
    reader = _Reader([], [TextLine(line.number, line.text) for line in lines[start - 1 if behind else 0:start]])
    body = _read_entries(lines, start, reader) if start < len(lines) else 0
    if not reader.entries:
        reader, body = _Reader(), 0
    elif behind:
        lines, body = lines[:start - 1], 0
    reader.front += imprint
    scraps = [entry for entry in reader.entries if _is_scrap(entry)]
    whole = [entry for entry in reader.entries if not _is_scrap(entry)]
    entries = [_clean(entry) for entry in whole]
    findings = tuple(_damage(entry.lines[0], entry.title) for entry in scraps)
    findings += tuple(_damage(before.lines[0], before.title.removesuffix(after.title))
                      for before, after in zip(whole, entries, strict=True) if before.title != after.title)
    reader.front += [TextLine(line.number, line.text) for line in lines if line.number in {n for entry in scraps for n in entry.lines}]
    return replace(draft, contents=tuple(entries), lines=lines, front=tuple(sorted(reader.front, key=lambda line: line.line)), body=body,
                   findings=draft.findings + findings)


def _find_start(lines: list[Line]) -> int:
    """The line after the heading 目录, or the first of at least two entries with a page; the end when there is neither."""
    for index, line in enumerate(lines):
        if any(_HEADING.fullmatch(squeeze(cell)) for cell in (line.cells or (line.text,))):
            return index + 1
    paged = [index for index, line in enumerate(lines[:60]) if re.search(rf"{_LEADER}{{3,}}[（(]?\d+[)）]?$", line.text.strip())]
    if len(paged) < 2:
        return len(lines)
    start = paged[0]
    while start > 0 and not _COLUMN.fullmatch(squeeze(lines[start].text)) and paged[0] - start < 3:
        start -= 1
    return start if _COLUMN.fullmatch(squeeze(lines[start].text)) else paged[0]


def _cut_imprint(lines: list[Line]) -> tuple[list[Line], list[TextLine]]:
    """The lines without the imprint that closes an issue, and that imprint."""
    end = len(lines)
    while end > 1 and not lines[end - 1].cells and len(lines[end - 1].text) < 90 and (
            _CLOSING_IMPRINT.search(squeeze(lines[end - 1].text)) or (end < len(lines) and _HEADING_OF_IMPRINT.fullmatch(squeeze(lines[end - 1].text)))):
        end -= 1
    if not any(_PUBLISHING.search(squeeze(line.text)) for line in lines[end:]):
        return lines, []
    return lines[:end], [TextLine(line.number, line.text) for line in lines[end:]]


def _read_entries(lines: list[Line], start: int, reader: _Reader) -> int:
    """Read entries from ``start``; returns the index of the first line of the body."""
    two_columns = sum(bool(line.cells and _IMPRINT.search(squeeze(line.cells[0]))) for line in lines[start:start + 30]) > 2
    index = start
    while index < len(lines):
        line = lines[index]
        texts = _texts(line, two_columns, reader)
        if not reader.rows and _is_body(lines, index, reader):
            break
        for text in texts:
            _take(line.number, text, reader)
        if len(reader.rows) > _MOST or sum(len(text) for _, text in reader.rows) > _LONGEST:
            index = _back(lines, index, reader)
            break
        index += 1
    reader.close(None) if reader.rows and index >= len(lines) else None
    return index


def _texts(line: Line, two_columns: bool, reader: _Reader) -> list[str]:
    """The texts of a line that belong to the contents; the imprint beside them goes to the first pages."""
    if not line.cells:
        return [line.text]
    cells = list(line.cells)
    names = [squeeze(cell) for cell in cells]
    if any(name in ("页码", "页数", "页次", "页") for name in names):
        reader.column_cell = next((place for place, name in enumerate(names) if name in ("栏目", "类别", "分类")), None)
        reader.front.append(TextLine(line.number, line.text))
        return []
    if reader.column_cell is not None and reader.column_cell < len(cells):
        reader.column = squeeze(cells.pop(reader.column_cell)) or reader.column
    if two_columns:
        if cells[0]:
            reader.front.append(TextLine(line.number, cells[0]))
        cells = cells[1:]
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and re.fullmatch(r"[（(]?\d{1,4}[)）]?", filled[-1]):
        return ["".join(filled[:-1]) + "\t" + filled[-1]]
    return ["".join(filled)] if filled else []


def _take(number: int, text: str, reader: _Reader) -> None:
    """Add one text of the contents to the reader."""
    bare = squeeze(text)
    column = _COLUMN.fullmatch(bare) or (_SHORT_COLUMN.fullmatch(bare) if not reader.rows and not _HEADING.fullmatch(bare) else None)
    if column and (column["marked"] or not reader.rows) and not _PAGE.search(text):
        reader.close(None)
        reader.column = column["marked"] or column["plain"]
        reader.front.append(TextLine(number, text))
        return
    first = _PAGE_FIRST.match(text)
    if first and not reader.rows and not _PAGE.search(text):
        reader.rows.append((number, text[first.end():]))
        reader.close(int(first["page"]))
        return
    if _HEADING.fullmatch(bare):
        reader.front.append(TextLine(number, text))
        return
    page = _PAGE.search(text) or (_BARE_PAGE.fullmatch(text.strip()) if reader.rows else None)
    if page:
        reader.rows.append((number, text[:page.start()]))
        reader.close(read_number(page["page"]))
    else:
        reader.rows.append((number, text))


def _is_body(lines: list[Line], index: int, reader: _Reader) -> bool:
    """Whether the body begins at ``index``: a red head, a line that repeats an entry, or no page in what follows."""
    text = squeeze(lines[index].text)
    if not reader.entries or lines[index].cells:
        return False
    if _COLUMN.fullmatch(text) and any(_PAGE.search(line.text) for line in lines[index + 1:index + 4]):
        return False
    if read_head(text) and not _PAGE.search(lines[index].text):
        return True
    nearby = fold("".join(line.text for line in lines[index:index + 5]))
    organ = fold(text) if is_organ(text) else ""
    return not _PAGE.search(lines[index].text) and any(_opens_with(nearby, organ, fold(entry.title)) for entry in reader.entries)


def _opens_with(text: str, organ: str, title: str) -> bool:
    """Whether a folded text begins with a title of the contents, an organ before it passed over."""
    place = text.find(title)
    return len(title) > 3 and (place == 0 or (place > 0 and (organ == text[:place] or is_organ(text[:place]))))


def _back(lines: list[Line], index: int, reader: _Reader) -> int:
    """What was taken for an entry has no page: the body began with its first row."""
    first = reader.rows[0][0]
    reader.rows = []
    while index > 0 and lines[index].number > first:
        index -= 1
    return index


def _entry(rows: list[tuple[int, str]], column: str | None, page: int | None) -> ContentsEntry:
    number, title = _split_number([squeeze(text) for _, text in rows])
    title = re.sub(rf"^{_LEADER}+|(?:{_LEADER}|(?<![〔\[［])[\]］])+$", "", title)
    return ContentsEntry(title=title, column=column, number=number, page=page, lines=tuple(dict.fromkeys(line for line, _ in rows)))


def _split_number(rows: list[str]) -> tuple[str | None, str]:
    """The number in the rows of an entry and what remains as its title."""
    for place, row in enumerate(rows):
        if row.count("(") + row.count("（") == row.count(")") + row.count("）") and (match := _NUMBER.fullmatch(row)):
            return format_number(match), "".join(rows[:place] + rows[place + 1:])
    text = "".join(rows)
    for match in (_BRACKETED.search(text), _AFTER_KIND.search(text), _NUMBER.search(text)):
        if match:
            return format_number(match), text[:match.start()] + text[match.end():]
    if order := _ORDER.search(text):
        return order[0].strip("（()）"), text[:order.start()] + text[order.end():]
    return None, text


def _is_scrap(entry: ContentsEntry) -> bool:
    """Whether what was read as an entry is the recogniser's second, broken reading of a line."""
    return "关于" not in entry.title and re.search(r"[/\\|<>{}^~]{2,}|[）)]{2,}|[（(]{2,}", entry.title) is not None


def _clean(entry: ContentsEntry) -> ContentsEntry:
    """The entry without scraps that the recogniser put before its title."""
    match = re.search(r"(?<=[^\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,20}(?:政府|办公室|办公厅|委员会|局))?(?:印发|转发)?关于", entry.title)
    if not match or read_kind(entry.title) is None or re.search("[《“〈]", entry.title[:match.start()]):
        return entry
    return msgspec.structs.replace(entry, title=entry.title[match.start():])


def _damage(line: int, scrap: str) -> Finding:
    return Finding(line=line, kind="contents-damage", severity="error", found=scrap, message="目录此处识别混乱，无法辨认的字未收入题名")

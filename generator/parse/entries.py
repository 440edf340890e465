"""One entry of the contents: its title, its number, and the scraps that a recogniser read twice."""

import re

import msgspec

from generator.lexicon.kinds import read_kind
from generator.lexicon.numbers import NUMBER, ORDER, format_number
from generator.lexicon.text import HAN, squeeze
from generator.model import ContentsEntry, Finding

LEADER = r"[.．·…•‥。_\-—\s]"
"""A character that leads from a title to its page."""
_LEADERS = re.compile(rf"^{LEADER}+|(?:{LEADER}|(?<![〔\[［])[\]］])+$")
_NUMBER = re.compile(rf"[（(]?\s*{NUMBER}\s*[)）]?")
_BRACKETED = re.compile(rf"[（(]{NUMBER}[)）]")
_AFTER_KIND = re.compile(
    rf"(?:(?<=通知|意见|办法|决定|公告|通告|批复|通报|方案|规定|规划)|(?<=[)）》”])){NUMBER}",
)
_ORDER = re.compile(rf"[（(]\s*(?:{HAN}{{2,20}}令)?{ORDER}\s*[)）]")
_SCRAP = re.compile(r"[/\\|<>{}^~]{2,}|[）)]{2,}|[（(]{2,}")
_ISSUER = rf"(?:{HAN}{{2,20}}(?:政府|办公室|办公厅|委员会|局))"
_BEHIND_SCRAP = re.compile(rf"(?<=[^\u4e00-\u9fff]){_ISSUER}?(?:印发|转发)?关于")


def make_entry(rows: list[tuple[int, str]], column: str | None, page: int | None) -> ContentsEntry:
    """The entry that stands on some rows, each a source line and its text."""
    number, title = _split_number([squeeze(text) for _, text in rows])
    lines = tuple(dict.fromkeys(line for line, _ in rows))
    return ContentsEntry(title=_LEADERS.sub("", title), column=column, number=number, page=page, lines=lines)


def _split_number(rows: list[str]) -> tuple[str | None, str]:
    """The number in the rows of an entry and what remains as its title."""
    for place, row in enumerate(rows):
        if _is_balanced(row) and (match := _NUMBER.fullmatch(row)):
            return format_number(match), "".join(rows[:place] + rows[place + 1:])
    text = "".join(rows)
    for pattern in (_BRACKETED, _AFTER_KIND, _NUMBER):
        if match := pattern.search(text):
            return format_number(match), text[:match.start()] + text[match.end():]
    if order := _ORDER.search(text):
        return order[0].strip("（()）"), text[:order.start()] + text[order.end():]
    return None, text


def _is_balanced(text: str) -> bool:
    return text.count("(") + text.count("（") == text.count(")") + text.count("）")


def is_scrap(entry: ContentsEntry) -> bool:
    """Whether what was read as an entry is the recogniser's second, broken reading of a line."""
    return "关于" not in entry.title and _SCRAP.search(entry.title) is not None


def without_scrap(entry: ContentsEntry) -> ContentsEntry:
    """The entry without scraps that the recogniser put before its title."""
    match = _BEHIND_SCRAP.search(entry.title)
    if not match or read_kind(entry.title) is None or re.search("[《“〈]", entry.title[:match.start()]):
        return entry
    return msgspec.structs.replace(entry, title=entry.title[match.start():])


def damage(entry: ContentsEntry, title: str) -> Finding:
    """The finding on an entry of which only ``title`` could be read."""
    return Finding(
        line=entry.lines[0], kind="contents-damage", severity="error", found=entry.title.removesuffix(title),
        message="目录此处识别混乱，无法辨认的字未收入题名",
    )

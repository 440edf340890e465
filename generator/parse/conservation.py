"""The law of conservation: every non-blank character of the repaired source is in a value, or in a finding.

Lines that one value was made of belong together, and so do the values that were made of one line. For each such group
the characters of its lines must be in its values; what only the layout of an element prints is listed here and
nothing else may be missing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

from generator.lexicon.characters import squeeze
from generator.lexicon.numerals import HUNDREDS
from generator.model import Block, Document, Issue, Printed, Roster, RosterGroup, Table, Text
from generator.read import Line

NUMERALS = f"0123456789０１２３４５６７８９〇○零{HUNDREDS}千廿卅OＯoΟО两"
BRACKETS = "（）()〔〕[]［］﹝﹞【】〖〗《》〈〉"
LAYOUT = {
    "contents": BRACKETS
    + NUMERALS
    + ".．·…•‥。_-－—–/／、|★☆◆◇■□●○▲△▼※◎*＊～~第期年号令公告页码数次栏目标题类别分Pp",
    "number": BRACKETS + NUMERALS + "年第号签发人会：:/月日文字",
    "date": BRACKETS + NUMERALS + "年月日，,印发.．-/成文期时间：:",
    "signature": "，,、",
    "recipients": "：:∶﹕",
    "note": BRACKETS,
    "subjects": "主题词：:",
    "copies": "抄送报发：:。",
    "printed": NUMERALS + "年月日印发制，,",
    "part": "附件表图录：:、.．" + NUMERALS,
    "roster": BRACKETS + "：:、，,；;",
    "column": "【】〖〗[]［］★☆·",
    "title": BRACKETS + NUMERALS + "第号",
}
"""Characters that the form of an element adds in print: leaders and pages, enumerating marks, brackets, colons."""

SPEAKING = {"table-joined", "correction"}
"""Kinds of finding that speak for all characters of their line: a header printed again, what a person put right."""

Value = tuple[str, str, tuple[int, ...]]
"""A role, a text and the source lines that it was made of."""


def values_of(issue: Issue) -> Iterator[Value]:
    """Every text of an issue with its role and its lines."""
    for line in issue.masthead:
        yield "", line.text, (line.line,)
    for entry in issue.contents:
        yield "contents", _joined(entry.title, entry.number, entry.column), entry.lines
    for document in issue.documents:
        yield from elements_of(document)
        for part in document.parts:
            yield "part", _joined(part.label, part.title), part.at
            for block in part.blocks:
                yield from texts_of(block)


def _joined(*texts: str | None) -> str:
    """The texts that a value has, one behind the other."""
    return "".join(filter(None, texts))


def elements_of(document: Document) -> Iterator[Value]:
    """The elements of a document; one that has no line of its own is part of another."""
    for name, lines in document.at.items():
        behind = "文件令" if name == "head" else ""
        yield name, _text_of(getattr(document, name, None)) + behind, lines
    if "title" in document.at:
        yield "title", document.number or "", document.at["title"]


def _text_of(value: str | tuple[str, ...] | Printed | None) -> str:
    """The text of an element."""
    text = value.organ if isinstance(value, Printed) else value
    return text if isinstance(text, str) else "".join(text or ())


def texts_of(block: Block) -> Iterator[Value]:
    """The texts of a block."""
    if isinstance(block, Text):
        yield "", block.text, block.lines
    elif isinstance(block, Table):
        cells = chain.from_iterable((*block.header, *block.rows))
        yield "", "".join(cells), block.lines
    elif isinstance(block, Roster):
        yield "roster", "".join(map(_text_of_group, block.groups)), block.lines


def _text_of_group(group: RosterGroup) -> str:
    """The text of the persons that a roster has in one role."""
    persons = (_joined(member.name, member.post) for member in group.members)
    return _joined(group.role, *persons)


class Groups:
    """Lines that belong together because a value was made of them."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def find(self, line: int) -> int:
        """The line by which the group of a line is known."""
        while self._above.setdefault(line, line) != line:
            line = self._above[line]
        return line

    def join(self, lines: tuple[int, ...]) -> None:
        """Put lines into one group."""
        for line in lines[1:]:
            self._above[self.find(line)] = self.find(lines[0])


def losses(issue: Issue, lines: list[Line]) -> dict[int, str]:
    """The characters that are neither in a value nor in a finding, by the first line of their group."""
    values = [value for value in values_of(issue) if value[2]]
    groups = Groups()
    for _, _, made_of in values:
        groups.join(made_of)
    kept = _kept(values, issue, groups)
    layout = _layout(values, groups)
    corrected = _corrected(issue)
    lost: dict[int, str] = {}
    for first, characters in _printed(issue, lines, groups).items():
        missing = (characters - kept[first] - corrected).elements()
        text = "".join(character for character in missing if character not in layout[first])
        if text:
            lost[first] = text
    return lost


def _layout(values: list[Value], groups: Groups) -> defaultdict[int, set[str]]:
    """The characters that the forms of the elements of each group add in print."""
    layout: defaultdict[int, set[str]] = defaultdict(set)
    for role, _, made_of in values:
        layout[groups.find(made_of[0])] |= set(LAYOUT.get(role, ""))
    return layout


def _corrected(issue: Issue) -> Counter[str]:
    """The characters that people corrected, wherever they are now."""
    corrected: Counter[str] = Counter()
    for finding in issue.findings:
        if finding.kind == "correction":
            corrected.update(finding.found)
    return corrected


def _kept(values: list[Value], issue: Issue, groups: Groups) -> defaultdict[int, Counter[str]]:
    """The characters that the values of each group hold, and its findings."""
    kept: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for _, text, made_of in values:
        kept[groups.find(made_of[0])].update(text)
    for finding in issue.findings:
        kept[groups.find(finding.line)].update(finding.found)
    return kept


def _printed(issue: Issue, lines: list[Line], groups: Groups) -> dict[int, Counter[str]]:
    """The characters of the lines of each group, but for groups of which a finding speaks as a whole."""
    spoken_for = {groups.find(one.line) for one in issue.findings if one.kind in SPEAKING}
    printed: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for line in lines:
        group = groups.find(line.number)
        if group not in spoken_for:
            printed[group].update(squeeze(line.text))
    return printed

"""The laws that hold for every issue, whatever its source."""

from collections.abc import Iterator

from generator.lexicon.dates import is_real_date
from generator.model import Article, Document, Issue, Item, Roster, Table, Text
from generator.model.codec import dump_issue, issue_to_yaml, load_issue, plain_from_yaml
from generator.read import Line


def texts_of(document: Document) -> Iterator[str]:
    """All texts of a document's blocks, cells and members."""
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Text):
                yield block.text
            elif isinstance(block, Table):
                yield from (cell for row in (*block.header, *block.rows) for cell in row)
            elif isinstance(block, Roster):
                yield from (text for group in block.groups for member in group.members for text in (member.name, member.post or ""))


def lines_of(issue: Issue) -> set[int]:
    """Every source line that some value of the issue was made of."""
    owned = {line.line for line in issue.masthead} | {number for entry in issue.contents for number in entry.lines}
    for document in issue.documents:
        owned |= {number for lines in document.at.values() for number in lines}
        owned |= {number for part in document.parts for number in part.at}
        owned |= {number for part in document.parts for block in part.blocks for number in block.lines}
    return owned


def assert_laws(issue: Issue) -> None:
    """Round trips, spans in order, numbers that fit their text, no document outside its lines."""
    assert load_issue(dump_issue(issue)) == issue
    assert load_issue(plain_from_yaml(issue_to_yaml(issue))) == issue
    corrected = {finding.line for finding in issue.findings if finding.kind == "correction"}
    last = 0
    for sequence, document in enumerate(issue.documents, 1):
        assert document.sequence == sequence
        first, end = document.lines
        assert last < first <= end, "documents stand in the order of their lines and do not overlap"
        last = end
        assert document.date is None or is_real_date(document.date) or any(f.kind == "impossible-date" for f in issue.findings)
        for part in document.parts:
            for block in part.blocks:
                assert list(block.lines) == sorted(block.lines) or corrected & set(block.lines), block
                assert all(first <= line <= end or line in corrected for line in block.lines), block
                if isinstance(block, Text):
                    assert block.text.strip() == block.text != ""
                    assert len(block.breaks) == len(block.lines) - 1
                if isinstance(block, Article | Item):
                    assert block.text[0] in "第（(" or block.text[0].isalnum() or block.text[0] in "①②③④⑤⑥⑦⑧⑨⑩"
                if isinstance(block, Table):
                    assert len({len(row) for row in (*block.header, *block.rows)}) <= 1, "every row has the columns of the table"


def assert_nothing_lost(issue: Issue, lines: list[Line]) -> None:
    """Every line that the repairs left stands in the issue or in a finding."""
    told = {finding.line for finding in issue.findings if finding.severity == "error"}
    lost = [line.number for line in lines if line.number not in lines_of(issue) | told]
    assert not lost, f"lines {lost} are neither in the text nor in a finding"

"""The laws that hold for every issue, whatever its source."""

from itertools import pairwise

from msgspec import UnsetType

from generator.lexicon.characters import squeeze
from generator.lexicon.dates import is_month, is_real_date
from generator.model import Article, Block, Document, Issue, Item, Table, Text
from generator.model.codec import dump_issue, issue_to_yaml, load_issue, plain_from_yaml
from generator.read import Line


def assert_laws(issue: Issue) -> None:
    """Round trips, spans in order, numbers that fit their text, no document outside its lines."""
    assert load_issue(dump_issue(issue)) == issue
    assert load_issue(plain_from_yaml(issue_to_yaml(issue))) == issue
    corrected = {finding.line for finding in issue.findings if finding.kind == "correction"}
    impossible = any(finding.kind == "impossible-date" for finding in issue.findings)
    for sequence, document in enumerate(issue.documents, 1):
        assert document.sequence == sequence
        date = document.date
        assert date is None or is_real_date(date) or is_month(date) or impossible
        for part in document.parts:
            for block in part.blocks:
                assert_block(block, document, corrected)
    moved = {
        finding.line
        for finding in issue.findings
        if not isinstance(finding.provenance, UnsetType) and finding.provenance.operation == "move"
    }
    fused = {finding.line for finding in issue.findings if finding.kind == "line-ends-lost"}
    for before, document in pairwise(issue.documents):
        cut = {before.lines[1]} & {document.lines[0]} & corrected
        share_one = before.lines[1] == document.lines[0]
        was_moved = moved if share_one else moved & {before.lines[1], document.lines[0]}
        is_page_of_one_line = share_one and issue.source.endswith(".html")
        is_fused = share_one and before.lines[1] in fused
        is_shared = cut or was_moved or is_page_of_one_line or is_fused
        assert before.lines[1] < document.lines[0] or is_shared, (
            "documents are in the order of their lines and share one only where a person cut it, a web "
            "page has both on one, or the line ends are lost, unless a person moved one, or text into it"
        )


def assert_block(block: Block, document: Document, corrected: set[int]) -> None:
    """A block keeps its lines in order and inside its document, and its text fits its kind."""
    first, last = document.lines
    moved = corrected & set(block.lines)
    assert moved or list(block.lines) == sorted(block.lines), block
    assert all(first <= line <= last or line in corrected for line in block.lines), block
    if isinstance(block, Text):
        assert block.text.strip() == block.text != ""
        assert len(block.breaks) == len(block.lines) - 1
    if isinstance(block, Article | Item):
        assert block.text[0] in "第（(" or block.text[0].isalnum()
    if isinstance(block, Table):
        assert len({len(row) for row in (*block.header, *block.rows)}) <= 1, (
            "every row has the columns of the table"
        )


def assert_nothing_lost(issue: Issue, lines: list[Line]) -> None:
    """Every character that the repairs left is in the issue or in a finding, each piece of a text in its line."""
    unexplained = [finding for finding in issue.findings if finding.kind == "unexplained"]
    assert unexplained == []
    account = issue.account
    assert account.holds
    assert (
        account.source
        == account.kept
        + account.changed
        + account.marks
        + account.furniture
        + account.form
        + (account.aside + account.lost + account.unexplained)
    )
    printed: dict[int, str] = {}
    for line in lines:
        printed[line.number] = printed.get(line.number, "") + squeeze(line.text)
    for document in issue.documents:
        for block in (
            block for part in document.parts for block in part.blocks if isinstance(block, Text)
        ):
            ends = [*block.breaks, len(block.text)]
            for number, begin, end in zip(block.lines, [0, *block.breaks], ends, strict=True):
                assert squeeze(block.text[begin:end]) in printed[number], block

"""质量报告: what was changed, doubted and lost, and how accurate the reading is.

The figures are those of each issue and of the archive.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.accuracy.understanding import count_understood
from generator.model import Archive, Finding, IssueRecord
from generator.pages.body.collation import count_findings
from generator.pages.index.indexes import Registers
from generator.pages.index.listing import Column, Listing, group_by, listing_pages
from generator.pages.reports.accuracy_tables import LIMITS, NOT_ANNOTATED, SAME, accuracy_markdown
from generator.pages.reports.understanding_table import understanding_markdown
from generator.pages.writing.addresses import (
    QUALITY,
    crumbs,
    gazette_uri,
    gazettes_crumb,
    home_crumb,
    issue_uri,
    quality_crumb,
    quality_uri,
)
from generator.pages.writing.escape import escape
from generator.pages.writing.markdown import bullets, facts, heading, join, link, table
from generator.pages.writing.page import NOT_SEARCHED, Page
from generator.source import count_corrections
from generator.words.finding_kinds import KINDS, name_kind
from generator.words.wording import SEVERITIES, count, percent, severity_word

UNMEASURED = "未详"
"""What an issue says of its characters when its source was not a print."""
INTRO = (
    "这里公布本库整理文字的质量：改动了多少字，怎样改动，有多少处存疑和缺失，识读的结果同人工标注相比准确到什么程度。"
    "数字由程序在每次生成本站时重新统计。"
)


def quality_pages(registers: Registers) -> Iterator[Page]:
    """The report on the archive and one on each issue."""
    yield from listing_pages(_listing(registers))
    for record in registers.archive.issues:
        yield _issue_page(registers, record)


def untouched(characters: int, changed: int) -> str:
    """The share of the characters of a source that are shown as they were."""
    return percent(characters - changed, characters) if characters else UNMEASURED


def _listing(registers: Registers) -> Listing[IssueRecord]:
    """The report on the archive.

    Totals, kinds of finding, accuracy, and each issue with its own report.
    """
    archive = registers.archive
    return Listing(
        uri=QUALITY,
        title="质量报告",
        description="本库整理文字的质量：改动、存疑、缺失的统计和准确率的测定。",
        kind="quality",
        above=(home_crumb(),),
        columns=(
            Column(
                "公报",
                lambda record, uri: link(registers.full_name(record), quality_uri(record), uri),
            ),
            Column(
                "字符",
                lambda record, _: (
                    f"{record.issue.characters:,}" if record.issue.characters else UNMEASURED
                ),
            ),
            Column(
                "未经改动",
                lambda record, _: untouched(record.issue.characters, record.issue.changed),
            ),
            Column("校勘", lambda record, _: count_findings(record.issue.findings)),
        ),
        groups=group_by(
            archive.issues,
            lambda record: f"{record.issue.year or ''}",
            lambda year: f"{year}年各期" if year else "年份未详的各期",
        ),
        intro=tuple(_archive_report(registers)),
        empty="",
        unit="issues",
    )


def _archive_report(registers: Registers) -> Iterator[str]:
    """The text above the list of the issues."""
    archive = registers.archive
    yield INTRO
    yield facts(_archive_facts(archive))
    yield from _kinds(finding for record in archive.issues for finding in record.issue.findings)
    yield heading(2, "引用", "citations")
    understood = count_understood(archive.documents, registers.citations.mentions)
    nothing = registers.where_empty("各文件正文里没有书名号和发文字号。")
    if understood.total:
        yield from understanding_markdown(understood, QUALITY)
    else:
        yield nothing
    yield heading(2, "准确率", "accuracy")
    annotated = [record for record in archive.issues if record.accuracy]
    if not annotated:
        yield "还没有一期经过逐行的人工标注，准确率没有测定。"
        return
    yield f"下列各期经过逐行的人工标注，测定了准确率，数字见各期的质量报告。{LIMITS}"
    links = (
        link(registers.full_name(record), quality_uri(record), QUALITY) for record in annotated
    )
    yield bullets(links)


def _archive_facts(archive: Archive) -> list[tuple[str, list[str]]]:
    """Totals; issues whose characters are not known do not count among the characters."""
    issues = [record.issue for record in archive.issues]
    characters = sum(issue.characters for issue in issues)
    changed = sum(issue.changed for issue in issues)
    corrections = sum(count_corrections(issue).applied for issue in issues)
    findings = [finding for issue in issues for finding in issue.findings]
    annotated = sum(record.accuracy is not None for record in archive.issues)
    return [
        ("期数", [count(len(issues), "期")]),
        *_characters(characters, changed),
        ("人工勘误", [count(corrections, "条")]),
        ("校勘", [count_findings(findings) or "无"]),
        ("人工标注", [count(annotated, "期")]),
    ]


def _characters(characters: int, changed: int) -> list[tuple[str, list[str]]]:
    """Characters, those that were changed, and the share of the others.

    Nothing when they were not counted.
    """
    if not characters:
        return []
    return [
        ("原文件字符", [f"{count(characters, '个')}（不计空白）"]),
        ("改动的字符", [f"{count(changed, '个')}（含删去的排版标记和移正的文字）"]),
        ("未经改动", [untouched(characters, changed)]),
    ]


def _issue_page(registers: Registers, record: IssueRecord) -> Page:
    """The report on one issue."""
    uri = quality_uri(record)
    title = registers.publications[record.publication].title
    above = (
        home_crumb(),
        gazettes_crumb(),
        (title, gazette_uri(record.publication)),
        (record.name, issue_uri(record)),
    )
    blocks = [
        crumbs(uri, above, "质量报告"),
        heading(1, f"{title} {record.name} 质量报告", "title"),
        facts(_issue_facts(record)),
        *_kinds(record.issue.findings),
        heading(2, "目录与正文", "contents"),
        _contents(record),
        heading(2, "准确率", "accuracy"),
        *_accuracy(record),
        f"全库的统计见{link(*quality_crumb(), uri)}。",
    ]
    return Page(uri=uri, meta=_meta(f"{title} {record.name} 质量报告"), text=join(blocks))


def _meta(title: str) -> dict[str, object]:
    """Front matter."""
    return {
        "title": title,
        "description": f"{title}：改动、存疑、缺失的统计和准确率。",
        "kind": "quality",
        **NOT_SEARCHED,
    }


def _issue_facts(record: IssueRecord) -> list[tuple[str, list[str]]]:
    """The figures of an issue."""
    issue = record.issue
    corrections = count_corrections(issue)
    failed = f"，另有{count(corrections.failed, '条')}未能采用" if corrections.failed else ""
    return [
        ("原文件", [escape(issue.source)]),
        *_characters(issue.characters, issue.changed),
        ("人工勘误", [f"{count(corrections.applied, '条')}{failed}"]),
        ("校勘", [count_findings(issue.findings) or "无"]),
    ]


def _kinds(findings: Iterable[Finding]) -> Iterator[str]:
    """How often each kind of finding occurs, and what it means.

    What was put right comes first, losses come last.
    """
    counts: Counter[tuple[str, str]] = Counter(
        (finding.severity, finding.kind) for finding in findings
    )
    if not counts:
        return
    yield heading(2, "校勘的种类", "kinds")
    severities, kinds = list(SEVERITIES), [*KINDS, *(kind for _, kind in counts)]

    def as_explained(key: tuple[str, str]) -> tuple[int, int]:
        """Sort key: by severity, then in the order of the explanations."""
        severity, kind = key
        return severities.index(severity), kinds.index(kind)

    rows = (_kind_row(*key, counts[key]) for key in sorted(counts, key=as_explained))
    yield table(["类别", "种类", "处数", "说明"], rows, "findings")


def _kind_row(severity: str, kind: str, number: int) -> list[str]:
    """Severity, name, count and explanation of a kind."""
    name, explanation = name_kind(kind)
    return [severity_word(severity), escape(name), f"{number:,}", escape(explanation)]


def _contents(record: IssueRecord) -> str:
    """Whether the printed contents and the body name the same documents."""
    entries, documents = len(record.issue.contents), len(record.documents)
    if not entries:
        return f"本期没有可识读的目录，正文收录文件{count(documents)}。"
    missing, extra = len(record.missing), len(record.unannounced)
    named = [entry.document for entry in record.issue.contents if entry.document is not None]
    repeated = len(named) - len(set(named))
    found = f"目录列有{count(entries, '条')}，正文收录文件{count(documents)}"
    if not missing and not extra and not repeated:
        return f"{found}，二者相符。"
    differences = []
    if missing:
        differences.append(f"目录有而正文没有的{count(missing, '条')}")
    if extra:
        differences.append(f"正文有而目录没有的{count(extra)}")
    if repeated:
        differences.append(f"目录重复列出的{count(repeated, '条')}")
    return f"{found}，{'，'.join(differences)}。"


def _accuracy(record: IssueRecord) -> Iterator[str]:
    """The figures of an annotated issue, or that there are none."""
    if record.accuracy is None:
        yield NOT_ANNOTATED
        return
    yield from accuracy_markdown(record.accuracy)
    makes_no_difference = record.accuracy.read == record.accuracy.published
    if makes_no_difference and count_corrections(record.issue).applied:
        yield SAME

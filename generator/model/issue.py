"""An issue of a gazette: the value that ``parse`` prints and that YAML input holds."""

import msgspec

from generator.model.base import Filled, IssueNumber, Line, Nth, PartCode, Place, Span, Value, Year
from generator.model.document import Document
from generator.model.finding import Finding


class Publication(Value, frozen=True):
    """The gazette that an issue belongs to."""

    title: str
    """Masthead without blanks, e.g. 某某市人民政府公报."""
    region: str | None = None
    """Full administrative path, e.g. 某某省某某市某某区; null when it is not known."""


class Special(Value, frozen=True):
    """What an issue is called that is outside the count of its year."""

    kind: Filled
    """增刊, 专刊, 专辑, 特刊 or 号外."""
    number: IssueNumber | None = None
    """Its number among the issues that are called so: 1 of 增刊第1期; null when none is printed."""
    as_printed: str = ""
    """With its number or theme, without blanks: 增刊第1期, 安全生产专刊."""


class IssuePart(Value, frozen=True):
    """Which part of its number an issue is, where one number appears in several."""

    code: PartCode
    """As an id calls it: ``shang``, ``zhong``, ``xia`` for 上, 中, 下; ``p2`` for 第12期（二）."""
    as_printed: str = ""
    """As printed, without brackets and blanks: 上, 下册, 上半月; empty where only the name of the file says it."""


class ContentsEntry(Value, frozen=True):
    """One line of the printed table of contents."""

    title: str
    """Title as printed there, repaired, without blanks."""
    column: str | None = None
    """栏目 it is under."""
    number: str | None = None
    """发文字号, when printed."""
    page: Nth | None = None
    """Printed page."""
    lines: Span = ()
    """Source lines."""
    document: Place | None = None
    """Sequence of the document it announces; null when the issue does not hold it."""
    as_printed: str | None = None
    """The whole entry as its lines print it, repaired, a blank between lines: with its leaders, its ordinal,
    number and page; null where it is not known."""


class TextLine(Value, frozen=True):
    """A line kept as it is."""

    line: Line
    """1-based source line."""
    text: str
    """Its text."""


class Account(Value, frozen=True):
    """Where every visible character of a source is, counted from its bytes.

    ``source`` is the sum of ``kept``, ``changed``, ``marks``, ``furniture``, ``form``, ``set_aside``,
    ``lost`` and ``unexplained``. All counts are of characters without blanks.
    """

    source: Line = 0
    """Visible characters of the decoded bytes, markup of a web page included; 0 when not counted."""
    kept: Line = 0
    """Characters that are in the issue as they are in the source."""
    changed: Line = 0
    """Characters that repairs or corrections changed or removed, marks not included."""
    marks: Line = 0
    """Marks of a recogniser and control characters that were removed."""
    furniture: Line = 0
    """Characters of page numbers and running heads."""
    form: Line = 0
    """Characters of the form of an element: the brackets of a number, the colon of recipients."""
    set_aside: dict[str, Line] = msgspec.field(default_factory=dict)
    """What is no text of the gazette, by reason: ``tag``, ``comment``, ``script``, ``head``, ``menu``."""
    lost: Line = 0
    """Characters that a finding of loss names and that are not in the issue."""
    unexplained: Line = 0
    """Characters of the source that are neither in the issue nor in a finding."""
    added: Line = 0
    """Characters of the issue that are not in the source and that no finding explains."""
    disordered: Line = 0
    """Characters of the issue in another order than in the source, which no finding explains."""
    moved: Line = 0
    """Those of ``kept`` that are in another place than in the source: a correction moved them,
    or an element is printed on another line."""

    @property
    def holds(self) -> bool:
        """Whether every character is explained."""
        return not self.wrong

    @property
    def wrong(self) -> int:
        """How many characters are not explained: of the source, of the issue, and of its order."""
        return self.unexplained + self.added + self.disordered

    @property
    def aside(self) -> int:
        """How many characters were set aside, for all reasons."""
        return sum(self.set_aside.values())


class Issue(Value, frozen=True):
    """One issue, wholly read."""

    source: str
    """File name."""
    sha256: str
    """Of the source bytes, hexadecimal."""
    publication: Publication
    """The gazette."""
    year: Year | None = None
    """Year of the issue."""
    number: IssueNumber | None = None
    """第 N 期; of a joint issue the first, null where the issue has none in its year."""
    numbers: tuple[IssueNumber, ...] = ()
    """All numbers of a joint issue: 3 and 4 of 第3、4期合刊; empty for any other."""
    serial: Nth | None = None
    """总第 N 期; of a joint issue the first."""
    serials: tuple[Nth, ...] = ()
    """All such numbers of a joint issue: 27 and 28 of 总第27、28期; empty for any other."""
    special: Special | None = None
    """What an issue outside the count is; null for a regular one."""
    part: IssuePart | None = None
    """Which part of its number it is: 上 of 第12期（上）; null for a whole one."""
    published: str | None = None
    """ISO date of publication."""
    publisher: str | None = None
    """As printed."""
    masthead: tuple[TextLine, ...] = ()
    """Every line that belongs to no document and is no entry
    of the contents: masthead and imprint."""
    contents: tuple[ContentsEntry, ...] = ()
    """Printed table of contents, in order."""
    documents: tuple[Document, ...] = ()
    """In order of the body."""
    findings: tuple[Finding, ...] = ()
    """In order of the lines."""
    characters: Line = 0
    """Count of the non-blank characters of the source, markup of a web page not included;
    0 when it is not known."""
    changed: Line = 0
    """How many of them repairs changed or removed, the marks of a recogniser not among them."""
    account: Account = Account()
    """Where each character of the source is, counted from its bytes."""


def findings_on(issue: Issue, document: Document) -> tuple[Finding, ...]:
    """The findings of an issue on the lines of a document."""
    if not document.lines:
        return ()
    first, last = document.lines[0], document.lines[-1]
    return tuple(finding for finding in issue.findings if first <= finding.line <= last)

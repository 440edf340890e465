"""Comments of HTML in a text that go over lines: what a converter says to programs is no text.

``<!--`` | ``page 3, two columns`` | ``-->``. One without an end is text, as a browser shows it.
"""

from generator.model import Finding
from generator.read.lines import Line
from generator.read.repairs.markup import markup_finding

_BEGIN, _END = "<!--", "-->"
LONGEST_COMMENT = 200
"""Most lines of a comment; what goes on for longer is text."""


def drop_comments(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """Lines without comments that go over lines; each line that goes is recorded."""
    if not any(_BEGIN in line.text for line in lines):
        return lines, []
    kept: list[Line] = []
    findings: list[Finding] = []
    place = 0
    while place < len(lines):
        end = _end_of(lines, place)
        if end == place:
            kept.append(lines[place])
        else:
            first, last = lines[place], lines[end]
            begin = first.text.rfind(_BEGIN)
            stop = last.text.find(_END) + len(_END)
            findings.append(markup_finding(first.number, first.text[begin:]))
            inside = lines[place + 1 : end]
            findings += [markup_finding(line.number, line.raw.strip()) for line in inside]
            findings.append(markup_finding(last.number, last.text[:stop]))
            rests = (first.with_text(first.text[:begin]), last.with_text(last.text[stop:]))
            kept += [rest for rest in rests if rest.text.strip()]
        place = end + 1
    return kept, findings


def _end_of(lines: list[Line], place: int) -> int:
    """Where a comment ends that begins in a line and goes on; the line itself where there is none."""
    _, begins, inside = lines[place].text.rpartition(_BEGIN)
    if not begins or _END in inside or lines[place].cells:
        return place
    for at in range(place + 1, min(place + LONGEST_COMMENT, len(lines))):
        if _END in lines[at].text:
            return at
        if _BEGIN in lines[at].text:
            return place
    return place

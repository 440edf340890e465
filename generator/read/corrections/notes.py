"""What the reader of a page reads about a correction."""

from generator.model import Finding
from generator.model.correction import Correction

AUTHORITIES = {"scan": "据影印件", "official website": "据官方网站", "reading": "据文意"}
"""What a reader is shown of what a correction rests on."""


def provenance(correction: Correction) -> str:
    """Who, when, why and on what authority: 分栏错接。Gongbao editors，2026-11-21，据文意."""
    why, who = correction.why.strip().rstrip("。"), correction.by.strip()
    return f"{why}（{who}，{correction.on}，{AUTHORITIES[correction.authority]}）"


def correction_finding(
    correction: Correction, line: int, what: str, found: str, correct: str = ""
) -> Finding:
    """A correction that was made on a source line."""
    return Finding(
        line=line,
        kind="correction",
        severity="info",
        found=found,
        correct=correct,
        message=f"勘误：{what}。{provenance(correction)}",
        entry=correction.line,
    )


def lost_finding(correction: Correction, line: int, found: str) -> Finding:
    """Text that is known to be lost at ``found``."""
    note = f"：{correction.note.strip()}" if correction.note else ""
    return Finding(
        line=line,
        kind="lost",
        severity="error",
        found=found,
        message=f"此处文字缺失{note}。{provenance(correction)}",
        entry=correction.line,
    )


def failed_finding(correction: Correction, kind: str, message: str) -> Finding:
    """A correction that was not made."""
    return Finding(
        line=0,
        kind=kind,
        severity="error",
        found=correction.exact,
        message=f"{message}，未作勘误",
        entry=correction.line,
    )

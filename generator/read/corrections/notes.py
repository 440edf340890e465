"""What the reader of a page reads about a correction."""

from generator.model import Finding
from generator.model.correction import Correction
from generator.words.say import say


def provenance(correction: Correction) -> str:
    """Who, when, why and on what authority: 分栏错接。Gongbao editors，2026-11-21，据文意."""
    return say(
        "message.provenance",
        why=correction.why.strip().rstrip("。"),
        who=correction.by.strip(),
        date=str(correction.on),
        authority=say(f"message.authority.{correction.authority.replace(' ', '-')}"),
    )


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
        message=say("message.correction.done", what=what, provenance=provenance(correction)),
        entry=correction.line,
    )


def lost_finding(correction: Correction, line: int, found: str) -> Finding:
    """Text that is known to be lost at ``found``."""
    note, rest = (correction.note or "").strip(), provenance(correction)
    return Finding(
        line=line,
        kind="lost",
        severity="error",
        found=found,
        message=say("message.lost.noted", note=note, provenance=rest)
        if note
        else say("message.lost.bare", provenance=rest),
        entry=correction.line,
    )


def failed_finding(correction: Correction, kind: str, message: str) -> Finding:
    """A correction that was not made."""
    return Finding(
        line=0,
        kind=kind,
        severity="error",
        found=correction.exact,
        message=message,
        entry=correction.line,
    )

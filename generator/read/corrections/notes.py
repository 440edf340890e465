"""What the reader of a page reads about a correction."""

from generator.model import Finding
from generator.model.correction import Correction
from generator.model.finding import Provenance
from generator.words.say import say
from generator.words.wording import date_words


def provenance(correction: Correction) -> str:
    """Who, when, why and on what authority: 分栏错接。Gongbao editors，2026-11-21，据文意."""
    return say(
        "message.provenance",
        why=correction.why.strip().rstrip("。"),
        who=correction.by.strip(),
        date=date_words(str(correction.on)),
        authority=say(f"message.authority.{correction.authority.replace(' ', '-')}"),
    )


def provenance_of(correction: Correction) -> Provenance:
    """The same for programs."""
    return Provenance(
        operation=correction.operation,
        by=correction.by.strip(),
        on=str(correction.on),
        why=correction.why.strip(),
        authority=correction.authority,
        element=correction.named or None,
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
        provenance=provenance_of(correction),
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
        provenance=provenance_of(correction),
    )


def failed_finding(correction: Correction, kind: str, message: str, quoted: str = "") -> Finding:
    """A correction that was not made; ``quoted`` is what does not fit, if not what the entry quotes first."""
    return Finding(
        line=0,
        kind=kind,
        severity="error",
        found=quoted or correction.exact,
        message=message,
        entry=correction.line,
    )


def is_right_already(correction: Correction) -> Finding:
    """A correction that would change nothing."""
    return failed_finding(correction, "stale-correction", say("message.stale-correction.right"))


def is_set_already(correction: Correction, entry: int) -> Finding:
    """A correction of what another entry, on this line of the file, has set."""
    message = say("message.unusable-correction.twice", line=str(entry))
    return failed_finding(correction, "unusable-correction", message)


def finding_of_value(
    correction: Correction, line: int, term: str, found: str, right: str
) -> Finding:
    """A value that was set, or taken away; ``term`` is what it is called."""
    what = (
        say("message.correction.element", term=term)
        if right
        else say("message.correction.no-element", term=term)
    )
    return correction_finding(correction, line, what, found, right)

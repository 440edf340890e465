"""What people said and no stage could make: each is reported, with its entry."""

from dataclasses import replace

from generator.model import Finding
from generator.parse.draft import Draft
from generator.read import Placed
from generator.read.corrections.notes import failed_finding
from generator.words.say import say


def report_unmade(draft: Draft) -> Draft:
    """The draft with a finding on each entry of which no other speaks."""
    known = {finding.entry for finding in draft.findings}
    unmade = [_unmade(placed) for placed in draft.waiting if placed.correction.line not in known]
    return replace(draft, findings=(*draft.findings, *unmade))


def _unmade(placed: Placed) -> Finding:
    """The entry as one that was not made: what it speaks of is not where it is quoted."""
    correction = placed.correction
    if correction.begins == "nothing":
        message = say("message.unusable-correction.no-beginning")
    elif correction.begins:
        message = say("message.unusable-correction.beginning")
    else:
        message = say("message.unusable-correction.ends")
    return failed_finding(correction, "unusable-correction", message)

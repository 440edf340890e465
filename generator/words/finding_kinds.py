"""What each kind of finding is called, and what it means to a reader: one table for all pages."""

from generator.words.say import say

FindingName = tuple[str, str]
"""Name (名称) and explanation (说明)."""

KINDS = (
    "font-encoding",
    "ocr-char",
    "compatibility-form",
    "control-character",
    "markup",
    "number-brackets",
    "page-furniture",
    "table-joined",
    "contents-author",
    "signatory",
    "file-name",
    "correction",
    "impossible-date",
    "implausible-date",
    "implausible-year",
    "sequence",
    "table-shape",
    "numbering-gap",
    "numbering-duplicate",
    "missing-attachment",
    "no-number",
    "number-incomplete",
    "title-differs",
    "citation-completed",
    "ambiguous-citation",
    "contents-date",
    "contents-damage",
    "ocr-loop",
    "cell-repeated",
    "cell-scrambled",
    "lost",
    "unplaced",
    "stale-correction",
    "ambiguous-correction",
    "unusable-correction",
)
"""Those that were put right first, then those that were doubted, then losses."""


def name_kind(kind: str) -> FindingName:
    """Name and explanation of a kind.

    A kind that the table does not know is called what the data call it.
    """
    return (
        (say(f"finding.{kind}.name"), say(f"finding.{kind}.text")) if kind in KINDS else (kind, "")
    )

"""What each kind of finding is called, and what it means to a reader: one table for all pages."""

from collections.abc import Iterable

from generator.words.say import say

FindingName = tuple[str, str]
"""Name (名称) and explanation (说明)."""

KINDS = (
    "font-encoding",
    "ocr-char",
    "bold-doubled",
    "compatibility-form",
    "control-character",
    "markup",
    "number-brackets",
    "page-furniture",
    "footnote",
    "site-menu",
    "front-matter",
    "hidden-text",
    "mixed-encoding",
    "page-label",
    "set-aside",
    "table-joined",
    "contents-author",
    "contents-stray",
    "file-name",
    "line-ends-lost",
    "correction",
    "impossible-date",
    "force-not-reckoned",
    "force-differs",
    "implausible-date",
    "implausible-year",
    "sequence",
    "table-shape",
    "numbering-gap",
    "numbering-duplicate",
    "numbering-late",
    "numbering-alone",
    "missing-attachment",
    "missing-label",
    "label-differs",
    "no-title",
    "no-number",
    "number-incomplete",
    "number-differs",
    "page-differs",
    "number-repeated",
    "reprint-differs",
    "number-date-inversion",
    "loose-number",
    "issue-number",
    "no-date",
    "incomplete-date",
    "year-differs",
    "date-after-issue",
    "date-before-document",
    "title-differs",
    "name-differs",
    "cell-cut",
    "cell-empty",
    "row-undivided",
    "document-without-entry",
    "citation-completed",
    "ambiguous-citation",
    "front-text",
    "contents-date",
    "contents-page",
    "contents-damage",
    "ocr-loop",
    "cell-repeated",
    "undecoded",
    "cell-scrambled",
    "interleaved",
    "lost",
    "entry-without-document",
    "unplaced",
    "unexplained",
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


DAMAGES = {
    "interleaved": "interleaved",
    "cell-scrambled": "scrambled",
    "lost": "lost",
    "ocr-loop": "loop",
    "unplaced": "unplaced",
}
"""Kinds of damage and the name of the note that is said in its place, the gravest first."""
OTHER_DAMAGE = "other"


def name_damage(kinds: Iterable[str]) -> str:
    """The note that is said in the place of damage, in the words of its gravest kind: 〔此处文字缺失，见校勘记〕."""
    found = set(kinds)
    names = [name for kind, name in DAMAGES.items() if kind in found]
    return say(f"damage.{names[0] if names else OTHER_DAMAGE}")


MARK_KINDS = ("markup", "control-character", "page-furniture")
"""Kinds of repair that take away what is no text: marks of a recogniser, what the page repeats."""

"""Damage in its place: words of the editors where text is lost or out of order, linked to the row of the 校勘记.

They are in an element of the class ``editor-note``, by which what is copied, cited or counted distinguishes them from
the print; ``data-damage`` names the findings that they speak of.
"""

import re
from collections.abc import Sequence

from msgspec import UnsetType

from generator.model import Finding
from generator.pages.writing.markdown import paragraph
from generator.words.finding_kinds import name_damage
from generator.words.say import spoken

EDITOR_NOTE = "editor-note"
"""Class of the words that the editors put into a text."""
_NAMED = re.compile(r'data-damage="([^"]*)"')


def is_damage(finding: Finding) -> bool:
    """Whether a finding is shown in its place whatever a reader chooses: text is lost or out of order."""
    return finding.severity == "error"


def damage_key(finding: Finding) -> str:
    """What a finding of damage is called in a page: its line, its kind and the offset where it begins."""
    start = "" if isinstance(finding.start, UnsetType) else finding.start
    return f"{finding.line}-{finding.kind}-{start}"


def row_anchor(line: int) -> str:
    """The anchor of the first row of the 校勘记 that speaks of damage on a source line."""
    return f"note-{line}"


def note_html(findings: Sequence[Finding]) -> str:
    """〔此处识读混乱，见校勘记〕: one note for findings of damage at one place, in the words of the gravest kind."""
    keys = " ".join(dict.fromkeys(map(damage_key, findings)))
    line, said = findings[0].line, name_damage(finding.kind for finding in findings)
    words = spoken()
    tag = "" if words.is_chinese else f' lang="{words.language}"'
    opening = f'<span class="{EDITOR_NOTE}"{tag} data-damage="{keys}">'
    return f'{opening}<a href="#{row_anchor(line)}">{said}</a></span>'


def notes_below(findings: Sequence[Finding], markdown: str) -> str:
    """A paragraph for the findings of damage of which nothing is said in the Markdown of what they point at.

    It is empty where all are.
    """
    if not findings:
        return ""
    said = {key for keys in _NAMED.findall(markdown) for key in keys.split(" ")}
    left: dict[int, list[Finding]] = {}
    for finding in findings:
        if damage_key(finding) not in said:
            left.setdefault(finding.line, []).append(finding)
    return paragraph("".join(map(note_html, left.values())), "damage-below") if left else ""

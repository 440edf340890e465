"""The tools of a document: read aloud, cite, print, go to an article, which are shown where scripts run.

The numbers of the source lines are shown with or without them.
"""

from collections.abc import Sequence

from generator.outline.headings import PlacedPart
from generator.pages.writing.escape import escape_html
from generator.words.say import say

ARTICLE = "art"
"""Part of an anchor that an article has: ``art-12``, ``enc-2-art-3``."""


def document_tools(*, has_articles: bool, has_lines: bool = False) -> str:
    """The buttons, the line in which they answer, and the switch of the line numbers, which needs no script.

    :param has_lines: whether the text has links to the lines of its source
    """
    label = f'aria-label="{escape_html(say("tools.label"))}"'
    lines = [
        f'<div class="doc-tools scripted" id="doc-tools" role="group" {label}>',
        f'<button type="button" id="speak" hidden>{escape_html(say("tools.speak"))}</button>',
        f'<button type="button" id="refer">{escape_html(say("tools.refer"))}</button>',
        f'<button type="button" id="cite" aria-pressed="false">{escape_html(say("tools.cite"))}</button>',
        f'<button type="button" id="print">{escape_html(say("tools.print"))}</button>',
        *([_jump_form()] if has_articles else []),
        "</div>",
        '<p class="doc-status scripted" id="doc-status" role="status"></p>',
        *([line_switch()] if has_lines else []),
    ]
    return "\n".join(lines)


def _jump_form() -> str:
    """The form that asks for the number of an article.

    Its name is a sentence around the field, which would be heard once as text and once more as the name of the field.
    """
    name = escape_html(say("tools.jump_name"))
    field = f'<input id="jump-number" aria-label="{name}" size="4" required>'
    around = say("tools.jump", field="\n").split("\n")
    label = field.join(
        f'<span aria-hidden="true">{words}</span>' if words else "" for words in around
    )
    button = f'<button type="submit">{escape_html(say("tools.go"))}</button>'
    return f'<form class="jump" id="jump" autocomplete="off"><label>{label}</label> {button}</form>'


def line_switch() -> str:
    """The box that shows the numbers of the source lines beside the text."""
    label = escape_html(say("source.show_lines"))
    return f'<p class="line-switch editorial"><label><input type="checkbox" id="show-lines"> {label}</label></p>'


def has_articles(parts: Sequence[PlacedPart]) -> bool:
    """Whether a document has numbered articles."""
    anchors = (block.anchor for part in parts for block in part.blocks)
    return any(ARTICLE in anchor and ARTICLE in anchor.split("-") for anchor in anchors)

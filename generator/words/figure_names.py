"""What each measured figure of accuracy is called on a page, and the order in which they are shown."""

from generator.words.say import say

FIGURES = (
    "issue.publication",
    "issue.year",
    "issue.number",
    "issue.serial",
    "issue.published",
    "issue.publisher",
    "contents",
    "documents",
    "headings",
    "articles",
    "enclosures",
    "attachments",
    "citations",
    "continuations",
    "repairs.font-encoding",
    "document.number",
    "document.title",
    "document.issuer",
    "document.column",
    "document.page",
    "document.date",
    "document.signature",
    "document.recipients",
    "document.note",
    "document.effective",
    "document.lines",
    "table.shape",
    "table.header",
    "roster.persons",
    "citation.relation",
    "anomalies",
)
"""Names of figures in the data."""


def name_figure(name: str) -> str:
    """What a figure is called; one that the table does not know is called what the data call it."""
    return say(f"figure.{name}") if name in FIGURES else name

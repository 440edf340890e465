"""A page while it is written: the HTML so far, the headings, and what stands last."""

from dataclasses import dataclass, field

from generator.publish.dialect.headings_listed import HeadingToken
from generator.publish.dialect.running_text import Resolve


@dataclass(slots=True)
class Sheet:
    """A page while it is written."""

    resolve: Resolve
    """The address in the HTML of an address as it is written."""
    html: list[str] = field(default_factory=list)
    """Pieces; each block ends in a line end."""
    headings: list[HeadingToken] = field(default_factory=list)
    """Those so far, in order."""
    title: str | None = None
    """The text of a heading of the first level that begins the page."""
    last: str = ""
    """Tag of the block before the next one, within the same element; empty before the first."""
    open: list[tuple[str, int]] = field(default_factory=list)
    """Elements whose content is Markdown: the name of each, and how many pieces there were when it began."""

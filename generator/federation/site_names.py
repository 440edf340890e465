"""What an archive calls itself: the title of its home page, which it publishes beside its data."""

from contextlib import suppress
from html.parser import HTMLParser

from generator.errors import NotAGazette
from generator.federation.members import Member
from generator.source.folder import refuse_special

HEAD = 100_000
"""Bytes of a page in which its title is looked for."""
LONGEST_SITE_NAME = 60
"""Longest name that is taken, in characters."""


class _Title(HTMLParser):
    """Keeps the text of the first title of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._state = "before"

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - part of the parser's protocol
        if tag == "title" and self._state == "before":
            self._state = "inside"

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._state == "inside":
            self._state = "behind"

    def handle_data(self, data: str) -> None:
        if self._state == "inside":
            self.parts.append(data)


def read_site_name(member: Member) -> str | None:
    """The name of the site; None where its home page is not there, or has no title that can be one."""
    if member.data == member.root:
        return None
    page = member.root / "index.html"
    with suppress(OSError, NotAGazette):
        refuse_special(page)
        with page.open("rb") as file:
            text = file.read(HEAD).decode(errors="replace")
        parser = _Title()
        parser.feed(text)
        name = " ".join("".join(parser.parts).split())
        return name if 0 < len(name) <= LONGEST_SITE_NAME and name.isprintable() else None
    return None

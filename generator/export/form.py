"""What every export is given and gives."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from generator.archive.text_apart import Texts
from generator.model import Archive, Value


class Links(Value, frozen=True):
    """How the addresses of pages look in the site that is being built."""

    issue_end: str = "/"
    """What follows the id of an issue:
    ``/`` on a server, ``/index.html`` in a bundle opened from a disk."""
    document_end: str = "/"
    """What follows the id of a document: ``/`` on a server, ``.html`` in a bundle."""
    site: str = ""
    """Absolute address of the site with its final slash, ``https://example.org/gazettes/``; empty where nobody knows
    it, and what needs it is not made."""

    def issue(self, id_: str) -> str:
        """Address of the page of an issue, relative to the root of the site."""
        return f"archive/{id_}{self.issue_end}"

    def document(self, id_: str) -> str:
        """Address of the page of a document, relative to the root of the site."""
        return f"archive/{id_}{self.document_end}"

    def absolute(self, address: str) -> str:
        """An address below the root of the site as an absolute one; raises where that of the site is not known."""
        if not self.site:
            reason = "the address of the site is not known"
            raise LookupError(reason)
        return f"{self.site}{quote(address)}"


SERVED = Links()
"""Addresses of a site on a server."""

BUNDLED = Links(issue_end="/index.html", document_end=".html")
"""Addresses of a site that is opened from a disk."""

File = tuple[str, bytes]
"""A data file: its address below the root of the site, and its bytes."""

Export = Callable[[Archive, Links, Texts], Iterator[File]]
"""Makes data files, one or as many as the archive asks for; of documents whose texts are in them or apart."""


def to_line(value: Any) -> bytes:
    """JSON of any value on one line, Chinese left readable, a line feed at the end; half as many bytes."""
    return msgspec.json.encode(value) + b"\n"


def to_json(value: Any) -> bytes:
    """JSON of any value, Chinese left readable, two blanks of indent, a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"

"""What every export is given and gives."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from generator.archive.text_apart import Texts
from generator.forms.site_links import BUNDLED, SERVED, Links
from generator.model import Archive

__all__ = ["BUNDLED", "SERVED", "Export", "File", "Links", "to_json", "to_line"]


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

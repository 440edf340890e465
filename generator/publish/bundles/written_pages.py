"""Pages that people wrote, in a bundle of a part: where they lead to documents that the part does not hold."""

import posixpath
import re
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from generator.pages.writing.addresses import served
from generator.publish.files import GENERATED, HOME

_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s#:]+\.md)(#[^()\s]*)?\)")
"""A link of Markdown to another page: words, page, anchor."""


def lead_out(docs: Path, address: str) -> None:
    """Let links to generated pages that are not there lead to the whole archive.

    :param address: of the whole archive, with its final slash; where it is empty, such links become plain text
    """
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        if page == HOME or page.partition("/")[0] in GENERATED:
            continue
        text = path.read_bytes().decode("utf-8-sig", errors="surrogateescape")
        led = _LINK.sub(partial(_led_out, page=page, docs=docs, address=address), text)
        if led != text:
            path.write_bytes(led.encode(errors="surrogateescape"))


def _led_out(link: re.Match[str], page: str, docs: Path, address: str) -> str:
    """A link of a page as it is, or as it is to be where the part has no such page."""
    words, target, anchor = link.groups(default="")
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(target)))
    if uri.partition("/")[0] not in GENERATED or (docs / uri).is_file():
        return link[0]
    return f"[{words}]({address}{served(uri)}{anchor})" if address else words

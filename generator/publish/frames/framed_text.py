"""The text of a page as HTML with its outline, and where its links lead."""

import posixpath
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs.structure.pages import Page as MadePage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from generator.pages import Page
from generator.publish.dialect import convert
from generator.publish.frames.frame import Frame

Link = tuple[str, str]
"""A link as it is written, and the file that it means."""


def fill(made: MadePage, page: Page, frame: Frame) -> list[Link]:
    """Give a page its text and its outline, as Python-Markdown would; the links to other files in it."""
    made.markdown = page.text
    links = Links(made, frame)
    converted = convert(page.text, links.lead)
    if converted is None:
        frame.files.asked.clear()
        made.render(frame.config, frame.files)
        return [(uri, uri) for uri in frame.files.asked]
    made.content = converted.html
    made.toc = get_toc(converted.toc)  # type: ignore[arg-type] # the same keys under a name of ours
    return list(links.found.items())


class Links:
    """The links of one page, each led to the address that the file which it means has in the site."""

    def __init__(self, made: MadePage, frame: Frame) -> None:
        """Lead links of a page."""
        self._folder = posixpath.dirname(made.file.src_uri)
        self._url = made.url
        self._frame = frame
        self._led: dict[str, str] = {}
        """Path as it is written → address in the site; most links of a page are to lines of one file."""
        self.found: dict[str, str] = {}
        """Link → the file that it means, once for each file."""

    def lead(self, link: str) -> str:
        """The address of a link in the site; one that means no file of the documentation stays as it is."""
        path, mark, fragment = link.partition("#")
        if not path:
            return link
        led = self._led.get(path)
        if led is None:
            led = self._led[path] = self._lead(path)
        return f"{led}{mark}{fragment}"

    def _lead(self, link: str) -> str:
        """The address of a link without fragment."""
        meant = _meant(self._folder, link)
        if meant is None:
            return link
        self.found[link] = meant.uri
        target = get_relative_url(self._frame.url_of(meant.uri), self._url)
        return f"{target}?{meant.query}" if meant.query else target


class _Meant(NamedTuple):
    """What a link means."""

    uri: str
    """The file, below the folder of the documentation."""
    query: str


@lru_cache(maxsize=4096)
def _meant(folder: str, link: str) -> _Meant | None:
    """What a link without fragment means that is written in a file of a folder; None for no file of the documentation.

    The pages of a folder lead to the same few files.
    """
    scheme, host, path, query, _ = urlsplit(link)
    if scheme or host or not path or link.startswith(("/", "\\")):
        return None
    return _Meant(posixpath.normpath(posixpath.join(folder, unquote(path))), query)

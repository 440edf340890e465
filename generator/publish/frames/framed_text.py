"""The text of a page as HTML with its outline, and where its links lead."""

import posixpath
from functools import lru_cache
from urllib.parse import unquote, urlsplit, urlunsplit

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
        self.found: dict[str, str] = {}
        """Link → the file that it means."""

    def lead(self, link: str) -> str:
        """The address of a link in the site; one that means no file of the documentation stays as it is."""
        scheme, host, path, query, fragment = urlsplit(link)
        if scheme or host or not path or link.startswith(("/", "\\")):
            return link
        uri = posixpath.normpath(posixpath.join(self._folder, unquote(path)))
        self.found[link] = uri
        target = get_relative_url(_url_of(self._frame, uri), self._url)
        return urlunsplit(("", "", target, query, fragment))


@lru_cache(maxsize=4096)
def _url_of(frame: Frame, uri: str) -> str:
    """The address of a file in the site."""
    return frame.file_of(uri).url

"""A folder of HTML pages as a reader's browser sees it: addresses, links, targets."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

ROOT = "http://site.test/"
LINKS = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "form": "action",
    "source": "src",
    "iframe": "src",
}
LOADS = {
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "link": "href",
    "use": "href",
}


@dataclass(frozen=True)
class WebPage:
    """A page and the address that it is read at."""

    address: str
    soup: BeautifulSoup

    @cached_property
    def ids(self) -> set[str]:
        """Everything that a fragment may name."""
        return {str(tag["id"]) for tag in self.soup.find_all(id=True)} | {""}

    def attributes(self, names: dict[str, str]) -> list[str]:
        """Values of an attribute of each of these tags."""
        tags = self.soup.find_all(list(names))
        return [str(tag[names[tag.name]]) for tag in tags if tag.has_attr(names[tag.name])]


@dataclass(frozen=True)
class Web:
    """All pages of a folder."""

    folder: Path
    served: bool
    pages: dict[str, WebPage]

    def resolve(self, page: WebPage, link: str) -> str | None:
        """What is wrong with a link; None when it leads to a file, and its fragment to something in it."""
        if urlsplit(link).scheme in {"mailto", "data"} or (
            link.startswith("http") and "://" in link
        ):
            return None
        target = urlsplit(urljoin(ROOT + page.address, link))
        path = unquote(target.path).removeprefix("/")
        if self.served and (path == "" or path.endswith("/")):
            path += "index.html"
        if not (self.folder / path).is_file():
            return f"{page.address}: {link} leads nowhere"
        known = path not in self.pages or unquote(target.fragment) in self.pages[path].ids
        return None if known else f"{page.address}: {link} names no anchor of {path}"


def read_web(folder: Path, *, served: bool) -> Web:
    """Every page under a folder by its address."""
    files = sorted(folder.rglob("*.html"))
    addresses = {file: file.relative_to(folder).as_posix() for file in files}
    pages = {
        address: WebPage(as_read(address), BeautifulSoup(file.read_bytes(), "lxml"))
        for file, address in addresses.items()
    }
    return Web(folder, served, pages)


def as_read(address: str) -> str:
    """The address as the base of links: the page for what is not found is read at the root."""
    return posixpath.basename(address) if address == "404.html" else address

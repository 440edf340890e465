"""A server that answers as the sample configuration says: its headers, compressed text, its page for errors."""

import gzip
import posixpath
import re
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

SERVER_ONLY = "; frame-ancestors 'none'"
"""What a page cannot say of itself: browsers ignore it in a ``meta`` element and warn."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""Types of the files that a page loads."""

_HEADER = re.compile(r'add_header (?P<name>[\w-]+) "(?P<value>[^"]+)" always;')


def declared_headers(root: Path) -> dict[str, str]:
    """Headers of ``deploy/nginx.conf`` by name."""
    text = (root / "deploy/nginx.conf").read_text(encoding="utf-8")
    return {match["name"]: match["value"] for match in _HEADER.finditer(text)}


@cache
def compressed(path: Path) -> bytes:
    """A file as it goes over the line."""
    return gzip.compress(path.read_bytes(), 6)


class StrictHandler(BaseHTTPRequestHandler):
    """Serves a folder; subclasses name it and the headers of every answer."""

    protocol_version = "HTTP/1.1"
    folder: ClassVar[Path]
    declared: ClassVar[dict[str, str]]

    def do_GET(self) -> None:
        """Answer with a file, or with the page for what is not found."""
        path = self.find(unquote(urlsplit(self.path).path))
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        self.answer(path or self.folder / "404.html", status)

    def find(self, address: str) -> Path | None:
        """The file of an address, None when there is none."""
        plain = posixpath.normpath(address).lstrip("/")
        path = self.folder / plain / "index.html" if address.endswith("/") else self.folder / plain
        return path if path.is_file() else None

    def answer(self, path: Path, status: HTTPStatus) -> None:
        """A file, compressed, under the declared headers."""
        data = compressed(path)
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        for name, value in self.declared.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""

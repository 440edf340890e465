"""The finished site, served on this machine.

It is served as the configurations in ``deploy/`` serve it to everyone.
"""

import gzip
import hashlib
import os
import posixpath
import re
import sys
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from generator.errors import GazetteError

HOST = "127.0.0.1"
"""Only this machine is served."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Content Security Policy, as each page also says it of itself."""

HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every answer.
Browsers take ``frame-ancestors`` from a server only, never from a page."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".gz": "application/gzip",
    ".zip": "application/zip",
    ".sqlite": "application/vnd.sqlite3",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
}
"""Content-Type by the ending of a file's name; of any other file it is ``UNKNOWN``."""

UNKNOWN = "application/octet-stream"

PLAIN_TEXT = frozenset({kind for kind in TYPES.values() if "charset" in kind} | {TYPES[".svg"]})
"""The types that are compressed for a client that takes gzip."""


SHORT = re.compile(r"/n/[^/]+/\d{4}/\d+/?")
"""The short address of a document by its number."""


class SiteServer(ThreadingTCPServer):
    """A folder on a port of this machine; port 0 is any that is free.

    The folder is looked at anew for every request, so that a build may put another in its place.
    """

    allow_reuse_address = os.name == "posix"  # elsewhere it would let two servers have one port
    allow_reuse_port = False
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__((HOST, port), partial(SiteHandler, folder=folder))

    @property
    def address(self) -> str:
        """Where the home page is, ``http://127.0.0.1:8000/``."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a reader hang up; anything else is an error of this program."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def open_server(site: Path, port: int) -> SiteServer:
    """A server of a finished site, for the caller to run and to close.

    Raises :class:`~generator.errors.GazetteError` where no site is,
    and for a port that cannot be had.
    """
    if not (site / "index.html").is_file():
        reason = f"{site}: no site there; build one first: gongbao build"
        raise GazetteError(reason)
    try:
        return SiteServer(site, port)
    except OSError as error:
        reason = f"{HOST}:{port}: {error.strerror}; choose another with --port or make serve PORT="
        raise GazetteError(reason) from error


class SiteHandler(BaseHTTPRequestHandler):
    """Answers one connection from a folder."""

    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # an answer to what is no request has headers too
    error_content_type = TYPES[".txt"]
    error_message_format = "%(code)d %(message)s\n"
    timeout = 60

    def __init__(self, *arguments: Any, folder: Path) -> None:
        self.folder = folder
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer with a file, with the address of the folder that was meant, or with an error page.

        The error page is that for what is not found.
        """
        try:
            address, query = read_target(self.path)
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        plain = posixpath.normpath(address)
        index = find_file(self.folder, f"{plain}/index.html")
        file = index if address.endswith("/") else find_file(self.folder, plain)
        if not (file or index) and SHORT.fullmatch(address):
            file = find_file(self.folder, "404.html")  # which leads to the document
        if file:
            self.answer(file, HTTPStatus.OK)
        elif index:
            self.redirect(quote(plain) + "/" + query)
        else:
            self.answer(self.folder / "404.html", HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def answer(self, file: Path, status: HTTPStatus) -> None:
        """Send a file, compressed for a client that takes it so."""
        try:
            data = file.read_bytes()
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = TYPES.get(file.suffix, UNKNOWN)
        tag = hashlib.sha256(data).hexdigest()[:16]
        part = self.part_of(data, tag) if status == HTTPStatus.OK else None
        headers = {"Content-Type": kind, "Accept-Ranges": "bytes", "ETag": f'"{tag}"'}
        if kind in PLAIN_TEXT:
            headers["Vary"] = "Accept-Encoding"
        if part is not None and not part:
            self.refuse_part(len(data))
            return
        if part:
            status = HTTPStatus.PARTIAL_CONTENT
            headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(data)}"
            data = data[part.start : part.stop]
        elif kind in PLAIN_TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
            headers |= {"Content-Encoding": "gzip", "ETag": f'"{tag}-gzip"'}
            data = gzip.compress(data, 6, mtime=0)
        self.send_file(status, headers, data)

    def part_of(self, data: bytes, tag: str) -> range | None:
        """The bytes of a file that the client asks for, none where it has so many not; None for all.

        A part of another file than it has seen is of no use to it (``If-Range``).
        """
        seen = self.headers.get("If-Range", f'"{tag}"')
        asked = self.headers.get("Range", "") if seen == f'"{tag}"' else ""
        return read_range(asked, len(data)) if self.command == "GET" else None

    def refuse_part(self, size: int) -> None:
        """Say that a file is too short for what was asked of it."""
        headers = {"Content-Range": f"bytes */{size}"}
        self.send_file(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers, b"")

    def send_file(self, status: HTTPStatus, headers: Mapping[str, str], data: bytes) -> None:
        """Send an answer with a body; without it where only the headers are wanted."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def redirect(self, location: str) -> None:
        """Say where the page is."""
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def end_headers(self) -> None:
        """Close the headers of any answer, an error too, with those that every answer has."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def version_string(self) -> str:
        """What the header ``Server`` says: no version of anything."""
        return "gongbao"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def read_range(asked: str, size: int) -> range | None:
    """The bytes that a header asks for: ``bytes=2-5``, ``bytes=2-``, ``bytes=-2``; none where no byte is there.

    None for anything else, such as several parts: the whole file is an answer, too (RFC 9110, 14.2).
    """
    match = re.fullmatch(r"bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))", asked)
    if match is None:
        return None
    first, last, final = match.groups()
    if final:
        return range(max(0, size - int(final)), size)
    until = min(size, int(last) + 1) if last else size
    if last and int(last) < int(first):
        return None
    return range(int(first), until)


def read_target(target: str) -> tuple[str, str]:
    """Address and query of a request, ``/n/%E5%B7%9D?q=1`` → ``/n/川`` and ``?q=1``.

    :param target: as the request line has it, each of its bytes one character

    Raises :class:`ValueError` for what is no address here: not UTF-8, with control characters,
    without a slash in front, or above the site by ``..``.
    """
    local = re.sub(r"^https?://[^/?#]*/?", "/", target, flags=re.IGNORECASE)
    path, mark, query = local.partition("?")
    address = unquote_to_bytes(path.encode("latin-1")).decode()
    relative = address.lstrip("/")
    above = posixpath.normpath(relative).split("/")[0] == ".."
    if not address.startswith("/") or above or re.search(r"[\x00-\x1f\x7f]", address):
        raise ValueError(target)
    return f"/{relative}", mark + query


def find_file(folder: Path, address: str) -> Path | None:
    """The file at a normal address below a folder.

    None when there is none, or when a link on the disk leads out.
    """
    path = folder / address.lstrip("/")
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        return path if inside and path.is_file() else None
    except (OSError, RuntimeError):
        return None

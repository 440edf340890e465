"""The Content Security Policy that the sample server configuration declares, and a server that declares it."""

import re
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

SERVER_ONLY = "; frame-ancestors 'none'"
"""What a page cannot say of itself: browsers ignore it in a ``meta`` element and warn."""

_HEADER = re.compile(r'add_header (?P<name>[\w-]+) "(?P<value>[^"]+)" always;')


def declared_headers(root: Path) -> dict[str, str]:
    """Headers of ``deploy/nginx.conf`` by name."""
    text = (root / "deploy/nginx.conf").read_text(encoding="utf-8")
    return {match["name"]: match["value"] for match in _HEADER.finditer(text)}


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves a folder as the sample configuration does: its headers, its page for what is not found."""

    headers_of_every_answer: dict[str, str] = {}

    def end_headers(self) -> None:
        """The declared headers before all others end."""
        for name, value in self.headers_of_every_answer.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""

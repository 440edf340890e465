"""The web servers that ``deploy/`` configures, on free ports of this machine, with a certificate of their own."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

NAME = "archive.test"
"""The name that the site has here."""

OWN_FOLDERS = "".join(
    f"{name}_temp_path {{folder}}/{name};"
    for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)
"""Lets nginx run for a user who may not write where it keeps what it receives."""

CHANGES = {
    "nginx.conf": {
        "gazettes.example.org;": f"{NAME};",
        "/etc/ssl/certs/gazettes.example.org.pem": "{folder}/site.pem",
        "/etc/ssl/private/gazettes.example.org.key": "{folder}/site.key",
        "/srv/gongbao/site": "{folder}/site",
    },
    "Caddyfile": {
        "{$SITE_HOST:gazettes.example.org}": NAME,
        "/srv/gongbao/site": "{folder}/site",
    },
}
"""What the first lines of each ask an administrator to change."""

HERE = {
    "nginx.conf": {
        "http {": f"http {{{{ access_log off; {OWN_FOLDERS}",
        "listen 80": "listen 127.0.0.1:{http}",
        "listen 443": "listen 127.0.0.1:{https}",
    },
    "Caddyfile": {
        "auto_https disable_redirects": (
            "auto_https disable_redirects\nhttp_port {http}\nhttps_port {https}\nadmin off\n"
            "storage file_system {folder}/caddy"
        ),
        "# 自备证书时加一行：tls ": "tls {folder}/site.pem {folder}/site.key # ",
    },
}
"""What is different besides where no service may be disturbed: ports and folders."""


class Place:
    """A server that runs: its ports, and requests to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.http, self.https = free_ports(2)
        self.context = ssl.create_default_context(cafile=str(folder / "site.pem"))

    def line(self, *, name: str | None = NAME) -> socket.socket:
        """A connection; encrypted for a name, plain for None."""
        port = self.https if name else self.http
        plain = socket.create_connection(("127.0.0.1", port), timeout=30)
        try:
            return self.context.wrap_socket(plain, server_hostname=name) if name else plain
        except ssl.SSLError:
            plain.close()
            raise

    def fetch(
        self, target: str, method: str = "GET", *, encrypted: bool = True, **headers: str
    ) -> tuple[HTTPResponse, bytes]:
        """An answer and its body; header names are written with underscores."""
        connection = HTTPConnection(NAME)
        connection.sock = self.line(name=NAME if encrypted else None)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, quote(target, "/?=%"), headers=named)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def send(self, request: bytes) -> bytes:
        """All that comes back for the bytes of a request."""
        with self.line() as line:
            line.sendall(request)
            return b"".join(iter(lambda: line.recv(65536), b""))


def free_ports(count: int) -> list[int]:
    """Ports that nobody has."""
    lines = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [line.getsockname()[1] for line in lines]
    for line in lines:
        line.close()
    return ports


def make_certificate(folder: Path) -> None:
    """A certificate of the name, signed by itself."""
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={NAME}"]
    files = [
        "-addext",
        f"subjectAltName=DNS:{NAME}",
        "-keyout",
        str(folder / "site.key"),
        "-out",
        str(folder / "site.pem"),
    ]
    subprocess.run([*make, *files], check=True, capture_output=True)


def adapt(sample: Path, place: Place) -> Path:
    """A copy of a configuration for a place."""
    text = sample.read_text(encoding="utf-8")
    for old, new in (CHANGES[sample.name] | HERE[sample.name]).items():
        assert old in text, old
        text = text.replace(
            old, new.format(folder=place.folder, http=place.http, https=place.https)
        )
    path = place.folder / sample.name
    path.write_text(text, encoding="utf-8")
    return path


def command_of(config: Path) -> list[str]:
    """What starts the server of a configuration in the foreground."""
    if config.name == "Caddyfile":
        return ["caddy", "run", "--config", str(config), "--adapter", "caddyfile"]
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of tests are private
    here = f"daemon off; {user} pid {config.parent}/nginx.pid; error_log stderr;"
    return ["nginx", "-c", str(config), "-g", here]


@contextmanager
def running(sample: Path, site: Path, folder: Path) -> Iterator[Place]:
    """The server of a configuration, for a copy of a site, until the block ends."""
    make_certificate(folder)
    shutil.copytree(site, folder / "site")
    place = Place(folder)
    environment = os.environ | {"HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command_of(adapt(sample, place)), stdout=log, stderr=log, env=environment
        )
    try:
        while not all(map(answers, (place.http, place.https))):
            assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield place
    finally:
        process.terminate()
        process.wait()


def answers(port: int) -> bool:
    """Whether somebody listens on a port."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0

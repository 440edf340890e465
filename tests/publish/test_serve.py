"""``gongbao serve``: the finished site as a web server shows it, on this machine only, whatever is asked."""

import gzip
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import GazetteError
from generator.publish import open_server
from generator.publish.exchange import take_place
from generator.publish.serve import HEADERS, TYPES, SiteServer, read_target
from tests.serving import running

MISSING = "<h1>没有这一页</h1>"
PRIVATE = "nobody's business"


def make_site(folder: Path, title: str = "首页") -> Path:
    """A site with a file of each type, a folder with a page, one without, and one with a Chinese name."""
    for name in ("about", "assets/styles", "n/川政发"):
        (folder / name).mkdir(parents=True)
    (folder / "index.html").write_text(f"<h1>{title}</h1>", encoding="utf-8")
    (folder / "404.html").write_text(MISSING, encoding="utf-8")
    (folder / "about/index.html").write_text("<h1>关于</h1>", encoding="utf-8")
    (folder / "n/川政发/index.html").write_text("<h1>川政发</h1>", encoding="utf-8")
    for suffix in TYPES:
        (folder / f"assets/styles/file{suffix}").write_bytes(b"/* text */")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a small finished site, beside a file that is not part of it."""
    (tmp_path / "secret.txt").write_text(PRIVATE, encoding="utf-8")
    return make_site(tmp_path / "site")


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    """The site, served."""
    with open_server(site, 0) as server, running(server):
        yield server


def fetch(
    server: SiteServer, target: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    """An answer and its body."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
    connection.request(method, target, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def send(server: SiteServer, request: bytes) -> bytes:
    """All that comes back for the bytes of a request, to the end of the connection."""
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=30) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


def assert_headers(response: HTTPResponse) -> None:
    """Every header is there once, with its value."""
    for name, value in {**HEADERS, "Cache-Control": "no-cache"}.items():
        assert response.headers.get_all(name) == [value], name


@pytest.mark.parametrize(
    ("target", "status", "text"),
    [
        ("/", 200, "<h1>首页</h1>"),
        ("/?q=1", 200, "<h1>首页</h1>"),
        ("/about/", 200, "<h1>关于</h1>"),
        ("/about/index.html", 200, "<h1>关于</h1>"),
        ("//about//", 200, "<h1>关于</h1>"),
        ("/assets/../about/", 200, "<h1>关于</h1>"),
        ("/n/%E5%B7%9D%E6%94%BF%E5%8F%91/", 200, "<h1>川政发</h1>"),
        ("/n/%E5%B7%9D%E6%94%BF%E5%8F%91/2021/3/", 200, MISSING),
        ("/n/%E5%B7%9D%E6%94%BF%E5%8F%91/2021/3", 200, MISSING),
        ("/n/%E5%B7%9D%E6%94%BF%E5%8F%91/2021/", 404, MISSING),
        ("/nowhere", 404, MISSING),
        ("/nowhere/", 404, MISSING),
        ("/assets/", 404, MISSING),
        ("/assets/styles", 404, MISSING),
        ("/assets/styles/", 404, MISSING),
        ("/index.html/", 404, MISSING),
    ],
)
def test_pages_and_what_is_not_found(
    target: str, status: int, text: str, server: SiteServer
) -> None:
    response, body = fetch(server, target)
    assert (response.status, body.decode()) == (status, text)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert_headers(response)


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/about", "/about/"),
        ("/about?q=%E5%B7%9D", "/about/?q=%E5%B7%9D"),
        ("//about", "/about/"),
        ("/n/%E5%B7%9D%E6%94%BF%E5%8F%91", "/n/%E5%B7%9D%E6%94%BF%E5%8F%91/"),
    ],
)
def test_a_folder_that_was_meant_is_named(target: str, location: str, server: SiteServer) -> None:
    response, body = fetch(server, target)
    assert (response.status, response.headers["Location"], body) == (301, location, b"")
    assert_headers(response)


@pytest.mark.parametrize(
    ("asked", "part", "said"),
    [
        ("bytes=3-6", b"text", "bytes 3-6/10"),
        ("bytes=3-", b"text */", "bytes 3-9/10"),
        ("bytes=-2", b"*/", "bytes 8-9/10"),
        ("bytes=-20", b"/* text */", "bytes 0-9/10"),
        ("bytes=8-99", b"*/", "bytes 8-9/10"),
        ("bytes=0-0", b"/", "bytes 0-0/10"),
    ],
)
def test_a_part_of_a_file_is_given_as_it_is(
    server: SiteServer, asked: str, part: bytes, said: str
) -> None:
    headers = {"Range": asked, "Accept-Encoding": "gzip"}
    response, body = fetch(server, "/assets/styles/file.js", **headers)
    assert (response.status, response.headers["Content-Range"], body) == (206, said, part)
    assert response.headers["Content-Encoding"] is None
    assert response.headers["Content-Type"] == TYPES[".js"]
    assert_headers(response)


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=10-12", "bytes=-0"])
def test_what_a_file_has_not_is_no_part_of_it(server: SiteServer, asked: str) -> None:
    response, body = fetch(server, "/assets/styles/file.js", Range=asked)
    assert (response.status, response.headers["Content-Range"], body) == (416, "bytes */10", b"")
    assert_headers(response)


@pytest.mark.parametrize(
    "asked", ["bytes=6-3", "bytes=0-1,3-4", "bytes=", "bytes=-", "lines=1-2", "bytes=x-1", "3-6"]
)
def test_what_is_no_part_is_answered_with_the_whole(server: SiteServer, asked: str) -> None:
    response, body = fetch(server, "/assets/styles/file.js", Range=asked)
    assert (response.status, body) == (200, b"/* text */")
    assert response.headers["Accept-Ranges"] == "bytes"


def test_a_part_of_another_file_than_was_seen_is_the_whole(server: SiteServer, site: Path) -> None:
    tag = str(fetch(server, "/assets/styles/file.js")[0].headers["ETag"])
    again = {"Range": "bytes=3-6", "If-Range": tag}
    assert fetch(server, "/assets/styles/file.js", **again)[0].status == 206
    (site / "assets/styles/file.js").write_bytes(b"/* more */")
    response, body = fetch(server, "/assets/styles/file.js", **again)
    assert (response.status, body) == (200, b"/* more */")


def test_neither_headers_alone_nor_an_error_have_a_part(server: SiteServer) -> None:
    response, _ = fetch(server, "/assets/styles/file.js", "HEAD", Range="bytes=3-6")
    assert (response.status, response.headers["Content-Length"]) == (200, "10")
    response, body = fetch(server, "/nowhere", Range="bytes=3-6")
    assert (response.status, body.decode()) == (404, MISSING)


@pytest.mark.parametrize("suffix", TYPES)
def test_every_file_has_its_type(suffix: str, server: SiteServer) -> None:
    response, body = fetch(server, f"/assets/styles/file{suffix}")
    assert (response.status, body) == (200, b"/* text */")
    assert response.headers["Content-Type"] == TYPES[suffix]
    assert_headers(response)


def test_text_is_compressed_for_who_takes_it(server: SiteServer) -> None:
    packed, body = fetch(server, "/about/", **{"Accept-Encoding": "br, gzip"})
    assert (packed.headers["Content-Encoding"], packed.headers["Vary"]) == (
        "gzip",
        "Accept-Encoding",
    )
    assert gzip.decompress(body).decode() == "<h1>关于</h1>"
    picture, _ = fetch(server, "/assets/styles/file.png", **{"Accept-Encoding": "gzip"})
    assert picture.headers["Content-Encoding"] is None


def test_head_is_get_without_the_body(server: SiteServer) -> None:
    missing = len(MISSING.encode())
    for target, status, length in (
        ("/about/", 200, 15),
        ("/nowhere", 404, missing),
        ("/about", 301, 0),
    ):
        response, body = fetch(server, target, "HEAD")
        assert (response.status, response.headers["Content-Length"], body) == (
            status,
            str(length),
            b"",
        )
        assert_headers(response)


HOSTILE = [
    "GET /../secret.txt HTTP/1.1",
    "GET /../../../../../../etc/passwd HTTP/1.1",
    "GET /%2e%2e/secret.txt HTTP/1.1",
    "GET /..%2fsecret.txt HTTP/1.1",
    "GET /about/..%2f..%2fsecret.txt HTTP/1.1",
    "GET /..%5csecret.txt HTTP/1.1",
    "GET //../secret.txt HTTP/1.1",
    "GET /%2e%2e HTTP/1.1",
    "GET /out/secret.txt HTTP/1.1",
    "GET /out.txt HTTP/1.1",
    "GET /out HTTP/1.1",
    "GET /loop/ HTTP/1.1",
    "GET /pipe HTTP/1.1",
    "GET ../secret.txt HTTP/1.1",
    "GET secret.txt HTTP/1.1",
    "GET * HTTP/1.1",
    "GET file:///etc/passwd HTTP/1.1",
    "GET http://[/x HTTP/1.1",
    "GET /%00 HTTP/1.1",
    "GET /about%0d%0aX-Injected:%201 HTTP/1.1",
    "GET /%ff%fe HTTP/1.1",
    "GET /\xff HTTP/1.1",
    f"GET /{'a' * 5000} HTTP/1.1",
    f"GET {'/a' * 3000} HTTP/1.1",
    "GET / x HTTP/1.1",
    "GET / HTTP/x",
    "GET / ICMP/1.1",
    "\x16\x03\x01\x02\x00\x01",
    "GET",
    "get /about/ HTTP/1.1",
    "BREW / HTTP/1.1",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_a_hostile_request_gets_an_error_and_nothing_else(
    line: str, site: Path, server: SiteServer, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "out").symlink_to(site.parent)
    (site / "out.txt").symlink_to(site.parent / "secret.txt")
    (site / "loop").symlink_to("loop")
    os.mkfifo(site / "pipe")
    answer = send(server, f"{line}\r\nHost: 127.0.0.1\r\n\r\n".encode("latin-1"))
    first = answer.split(b"\r\n", 1)[0].decode()
    assert re.match(r"HTTP/1\.1 (400|404|501) ", first), answer
    assert PRIVATE.encode() not in answer
    assert b"X-Injected" not in answer.split(b"\r\n\r\n", 1)[0]
    for name, value in HEADERS.items():
        assert f"\r\n{name}: {value}\r\n".encode() in answer
    assert fetch(server, "/")[0].status == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n", b"431"),
    ],
)
def test_more_than_fits_is_refused(
    request_: bytes, status: bytes, server: SiteServer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert send(server, request_).startswith(b"HTTP/1.1 " + status)
    assert capfd.readouterr() == ("", "")


def test_who_hangs_up_causes_no_words(
    site: Path, server: SiteServer, capfd: pytest.CaptureFixture[str]
) -> None:
    (site / "large.bin").write_bytes(bytes(5_000_000))
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", server.server_address[1])) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            line.sendall(b"GET /large.bin HTTP/1.1\r\n\r\n")
    assert fetch(server, "/")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_a_link_inside_the_site_and_a_site_behind_a_link_are_served(
    tmp_path: Path, site: Path
) -> None:
    (site / "copy.html").symlink_to("index.html")
    (tmp_path / "link").symlink_to(site)
    with open_server(tmp_path / "link", 0) as server, running(server):
        assert fetch(server, "/copy.html")[1] == "<h1>首页</h1>".encode()


def test_a_site_that_a_build_replaces_is_served_anew(
    tmp_path: Path, site: Path, server: SiteServer
) -> None:
    take_place(site, make_site(tmp_path / "staging", "新的首页"))
    assert fetch(server, "/")[1].decode() == "<h1>新的首页</h1>"
    (site / "404.html").unlink()
    response, body = fetch(server, "/nowhere")
    assert (response.status, body) == (404, b"404 Not Found\n")
    assert_headers(response)


def test_an_absolute_address_is_one_of_this_site() -> None:
    assert read_target("http://any.example/about?q=1") == ("/about", "?q=1")
    assert read_target("HTTP://any.example") == ("/", "")


def run(*arguments: object) -> tuple[int, str]:
    """Exit code and standard error of a command that is refused."""
    result = CliRunner().invoke(main, ["serve", *map(str, arguments)])
    assert result.stdout == ""
    return result.exit_code, result.stderr


def test_a_busy_port_is_one_line(site: Path, server: SiteServer) -> None:
    port = server.server_address[1]
    with pytest.raises(GazetteError):
        open_server(site, port)
    line = f"127.0.0.1:{port}: Address already in use; choose another with --port or make serve PORT=\n"
    assert run("--site", site, "--port", port) == (1, line)


@pytest.mark.parametrize("name", ["nowhere", "empty", "file"])
def test_no_site_is_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    path = tmp_path / name
    with pytest.raises(GazetteError):
        open_server(path, 0)
    if name != "file":
        assert run("--site", path) == (
            1,
            f"{path}: no site there; build one first: gongbao build\n",
        )


def test_ctrl_c_ends_it_quietly(root: Path, site: Path) -> None:
    command = [sys.executable, "-m", "generator", "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        address = process.stdout.readline()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", address)
        assert found
        connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=30)
        connection.request("GET", "/")
        assert connection.getresponse().read().decode() == "<h1>首页</h1>"
        process.send_signal(signal.SIGINT)  # while a reader is still connected
        assert process.communicate() == ("", "")
        assert process.returncode == 0
        connection.close()

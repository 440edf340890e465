"""The sample configurations of servers say the same, and do what they say for every kind of page."""

import gzip
import re
import shutil
import ssl
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.publish.serve import HEADERS, PLAIN_TEXT, POLICY, TYPES
from tests.site.servers import CHANGES, NAME, Place, running

SAMPLES = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
ENCRYPTED = HEADERS | {"Strict-Transport-Security": "max-age=31536000"}
FRESH, KEPT = "no-cache", "public, max-age=31536000, immutable"
PAGE = TYPES[".html"]


def text_of(root: Path, name: str) -> str:
    """The text of a file of the project."""
    return (root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def nginx(root: Path) -> str:
    """The text of the sample for nginx."""
    return text_of(root, "deploy/nginx.conf")


@pytest.fixture(scope="module")
def caddy(root: Path) -> str:
    """The text of the sample for Caddy."""
    return text_of(root, "deploy/Caddyfile")


def test_nginx_needs_no_file_of_the_system_but_the_certificate(nginx: str) -> None:
    changed = {name for name in CHANGES["nginx.conf"] if name.startswith("/")}
    assert re.findall(r"^\s*include\b.*", nginx, re.MULTILINE) == []
    assert set(re.findall(r"(/(?:etc|srv)/[^;\s]+);", nginx)) == changed


def test_every_file_of_the_site_has_a_type(site: Path) -> None:
    assert {file.suffix for file in site.rglob("*") if file.is_file()} <= set(TYPES)


def test_nginx_has_the_same_headers_and_types(nginx: str) -> None:
    found = dict(
        re.findall(r'^    add_header ([\w-]+) "?([^"\n]+?)"? always;$', nginx, re.MULTILINE)
    )
    assert found == {**HEADERS, "Strict-Transport-Security": "$transport", "Cache-Control": "$kept"}
    # A server or location with one of its own would lose these.
    assert nginx.count("add_header ") == len(found)
    block = re.search(r"types \{(.*?)\}", nginx, re.DOTALL)
    assert block
    types = {f".{suffix}": kind for kind, suffix in re.findall(r"(\S+/\S+) (\w+);", block[1])}
    assert types == {suffix: kind.split(";")[0] for suffix, kind in TYPES.items()}


def test_caddy_has_the_same_headers_and_types(caddy: str) -> None:
    snippet = re.search(r"\(headers\) \{\n\theader \{\n(.*?)\n\t\}", caddy, re.DOTALL)
    assert snippet
    assert dict(re.findall(r'^\t\t([\w-]+) "([^\n]+)"$', snippet[1], re.MULTILINE)) == HEADERS
    blocks = len(re.findall(r"^\S*(?:http|https)://.*\{$", caddy, re.MULTILINE)) + caddy.count(
        "handle_errors"
    )
    assert caddy.count("import headers") == blocks == 5
    types = dict(re.findall(r'"~\\(\.\w+)\$" "([^"]+)"', caddy))
    assert types.items() <= TYPES.items()
    matched = re.search(r"@typed path (.+)", caddy)
    assert matched
    assert matched[1].split() == [f"*{suffix}" for suffix in types]


def test_both_keep_the_same_files_for_ever(nginx: str, caddy: str) -> None:
    first = re.search(r'"~\*(.+)" "(public, .+)";', nginx)
    second = re.search(r'"~\(\?i\)(.+)" "(public, .+)"', caddy)
    assert first
    assert second
    assert first.groups() == second.groups()


def test_a_page_says_the_same_policy_of_itself(root: Path) -> None:
    assert f'content="{POLICY}"' in text_of(root, "overrides/partials/policy.html")


def test_no_redirect_follows_what_a_client_calls_the_site(nginx: str, caddy: str) -> None:
    assert re.findall(r"\$(?:http_)?host\b", nginx) == []
    assert re.findall(r"\{(?:http\.request\.)?(?:host|hostport)\}", caddy) == []


MOVED = {
    "/archive/linzi/2017/11/quality/": "/archive/linzi/2017/11/#quality",
    "/archive/yunxi/s3/quality": "/archive/yunxi/s3/#quality",
    "/archive/quality/": None,
    "/archive/linzi/2017/11/": None,
    "/archive/cited/c-277ba51009/": "/archive/cited/20/#c-277ba51009",
    "/archive/cited/c-2fba510091/2010-2014/": "/archive/cited/20/#c-2fba510091",
    "/archive/cited/28/": "/archive/cited/20/",
    "/archive/cited/c-98ba510091": "/archive/cited/90/#c-98ba510091",
    "/archive/cited/20/": None,
}
"""Addresses of pages that are parts of others now, and where these are."""


def rules_of_nginx(text: str) -> list[tuple[str, str]]:
    """Patterns of addresses and where they lead, with groups as Python writes them."""
    rules = re.findall(r"location ~ (\S+) \{\s+return 301 (\S+);", text)
    return [(pattern, re.sub(r"\$\{?(\d)\}?", r"\\g<\1>", goal)) for pattern, goal in rules]


def rules_of_caddy(text: str) -> list[tuple[str, str]]:
    """The same of the other sample."""
    goals = dict(re.findall(r"^\tredir @(\w+) (\S+) permanent$", text, re.MULTILINE))
    return [
        (pattern, re.sub(r"\{re\.\w+\.(\d)\}", r"\\g<\1>", goals[name]))
        for name, pattern in re.findall(r"@(\w+) path_regexp \1 (\S+)", text)
    ]


@pytest.mark.parametrize("old", MOVED)
def test_both_lead_from_pages_that_are_parts_of_others_now(
    nginx: str, caddy: str, old: str
) -> None:
    for rules in (rules_of_nginx(nginx), rules_of_caddy(caddy)):
        assert len(rules) == 3
        goals = [
            match.expand(goal) for pattern, goal in rules if (match := re.search(pattern, old))
        ]
        assert goals == ([MOVED[old]] if MOVED[old] else [])


def test_the_container_builds_the_site_and_serves_it_by_the_sample(root: Path, caddy: str) -> None:
    text = text_of(root, "deploy/Containerfile")
    images = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert [re.sub(r":\d+\.\d+-[a-z]+$", "", image) for image in images] == ["python", "caddy"]
    assert 'RUN make build SITE_URL="$SITE_URL"' in text.splitlines()
    copied = re.findall(r"^COPY (?:--from=build )?(\S+) (\S+)$", text, re.MULTILINE)
    served = re.search(r"root \* (\S+)", caddy)
    assert served
    assert copied == [
        (".", "."), ("deploy/Caddyfile", "/etc/caddy/Caddyfile"), ("/gongbao/site", served[1]),
    ]  # fmt: skip
    passed = set(re.findall(r"-e (\w+)=", text))
    assert passed == set(re.findall(r"\{\$(\w+):", caddy))
    ignored = text_of(root, "deploy/Containerfile.dockerignore").split()
    assert {".git", ".venv", "site"} <= set(ignored)


@pytest.fixture(scope="module", params=SAMPLES)
def place(
    request: pytest.FixtureRequest, root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    """A server for a copy of the site, which has a file of each type besides."""
    if not (shutil.which(request.param) and shutil.which("openssl")):
        pytest.skip(f"needs {request.param} and openssl")
    with running(
        root / "deploy" / SAMPLES[request.param], site, tmp_path_factory.mktemp(request.param)
    ) as place:
        (place.folder / "secret.txt").write_text("secret", encoding="utf-8")
        (place.folder / "site/types").mkdir()
        for suffix in TYPES:
            (place.folder / f"site/types/file{suffix}").write_bytes(b"/* text */" * 100)
        yield place


def assert_headers(response: HTTPResponse, expected: dict[str, str], kept: str = FRESH) -> None:
    """Every header is there once, with its value, and nothing shows a version."""
    found = {name: response.headers.get_all(name) for name in (*ENCRYPTED, "Cache-Control")}
    values = {**dict.fromkeys(ENCRYPTED), **expected, "Cache-Control": kept}
    assert found == {name: [value] if value else None for name, value in values.items()}
    assert not re.search(r"\d", response.headers.get("Server", ""))


def test_pages_that_are_parts_of_others_now(place: Place) -> None:
    for old, goal in MOVED.items():
        response, _ = place.fetch(old)
        found = (response.status, response.headers["Location"])
        assert found == (301, goal) or (goal is None and response.status != 301), old


def test_every_kind_of_page(place: Place, kinds: dict[str, str]) -> None:
    for address in {"", "about/", "search/", *kinds.values()} - {"404.html"}:
        response, body = place.fetch(f"/{address}", Accept_Encoding="gzip")
        assert (response.status, response.headers["Content-Type"]) == (200, PAGE), address
        assert (response.headers["Content-Encoding"], response.headers["Vary"]) == (
            "gzip",
            "Accept-Encoding",
        )
        assert (
            gzip.decompress(body) == (place.folder / "site" / address / "index.html").read_bytes()
        )
        assert_headers(response, ENCRYPTED)


@pytest.mark.parametrize("suffix", TYPES)
def test_every_kind_of_file(suffix: str, place: Place) -> None:
    response, body = place.fetch(f"/types/file{suffix}", Accept_Encoding="gzip")
    assert (response.status, response.headers["Content-Type"]) == (200, TYPES[suffix])
    packed = TYPES[suffix] in PLAIN_TEXT
    assert response.headers["Content-Encoding"] == ("gzip" if packed else None)
    assert (gzip.decompress(body) if packed else body) == b"/* text */" * 100
    assert_headers(response, ENCRYPTED)


@pytest.mark.parametrize(
    "pattern", ["assets/styles/*.css", "assets/scripts/*.js", "assets/images/*.svg", "**/*.csv", "data/*.json",
                "sitemap.xml", "sitemap.xml.gz", "data/search/manifest.js"]
)  # fmt: skip
def test_files_of_the_site_are_asked_for_anew(pattern: str, place: Place) -> None:
    files = [
        file.relative_to(place.folder / "site").as_posix()
        for file in (place.folder / "site").glob(pattern)
    ]
    assert files
    for file in files:
        response, body = place.fetch(f"/{file}")
        assert (response.status, response.headers["Content-Type"]) == (
            200,
            TYPES[Path(file).suffix],
        )
        assert response.headers["Content-Encoding"] is None
        assert body == (place.folder / "site" / file).read_bytes()
        assert_headers(response, ENCRYPTED)
        again, nothing = place.fetch(f"/{file}", If_None_Match=response.headers["ETag"])
        assert (again.status, nothing) == (304, b"")
        assert_headers(again, ENCRYPTED)


def test_what_has_a_digest_in_its_name_is_kept(place: Place) -> None:
    shards = sorted((place.folder / "site/data/search").rglob("*.js"))
    shards = [shard for shard in shards if shard.name != "manifest.js"]
    for shard in (shards[0], shards[-1]):
        response, _ = place.fetch(f"/{shard.relative_to(place.folder / 'site').as_posix()}")
        assert (response.status, response.headers["Content-Type"]) == (200, TYPES[".js"])
        assert_headers(response, ENCRYPTED, KEPT)


@pytest.mark.parametrize(
    "target",
    ["/nowhere", "/nowhere/", "/nowhere.csv", "/data/search/0123456789abcdef.js", "/assets/styles/", "/assets/",
     "/about/nowhere/", "/%E6%B2%A1%E6%9C%89/", "/.git/config", "/..%5csecret.txt"],
)  # fmt: skip
def test_what_is_not_found(target: str, place: Place) -> None:
    for method in ("GET", "HEAD"):
        response, body = place.fetch(target, method)
        assert (response.status, response.headers["Content-Type"]) == (404, PAGE)
        assert body == ((place.folder / "site/404.html").read_bytes() if method == "GET" else b"")
        assert_headers(response, ENCRYPTED)


@pytest.mark.parametrize(
    "target",
    ["/../secret.txt", "/../../../../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//../secret.txt",
     "/about/../../secret.txt", "/about/%2e%2e%2f%2e%2e%2fsecret.txt", "/%00", "secret.txt"],
)  # fmt: skip
def test_nothing_outside_is_served(target: str, place: Place) -> None:
    answer = place.send(
        f"GET {target} HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode()
    )
    status = answer.split(b" ", 2)[1]
    assert status in {b"400", b"404"}, answer
    assert b"root:" not in answer
    assert b"secret" not in answer.split(b"\r\n\r\n", 1)[1]


def test_a_folder_that_was_meant_is_named(place: Place) -> None:
    for target in ("/about", "/about?q=1"):
        response, _ = place.fetch(target)
        assert response.status in {301, 308}
        path, _, query = response.headers["Location"].partition("?")
        # Older Caddy drops the query.
        assert (path, query) in {("/about/", target.partition("?")[2]), ("/about/", "")}
        assert_headers(response, ENCRYPTED)


def test_a_part_of_a_file(place: Place) -> None:
    response, body = place.fetch("/types/file.css", Range="bytes=3-6")
    assert (response.status, response.headers["Content-Range"], body) == (
        206,
        "bytes 3-6/1000",
        b"text",
    )
    assert_headers(response, ENCRYPTED)
    response, _ = place.fetch("/types/file.css", Range="bytes=5000-")
    assert response.status == 416
    # nginx says them twice here.
    assert {response.headers[name] for name in ENCRYPTED} == set(ENCRYPTED.values())


def test_a_part_of_a_pack_is_not_compressed(place: Place) -> None:
    pack = next((place.folder / "site/data/search/t").iterdir())
    target = f"/{pack.relative_to(place.folder / 'site').as_posix()}"
    response, body = place.fetch(target, Range="bytes=64-191", Accept_Encoding="identity")
    assert (response.status, body) == (206, pack.read_bytes()[64:192])
    assert response.headers["Content-Encoding"] is None
    assert_headers(response, ENCRYPTED, KEPT)


def test_a_short_address_is_answered_by_the_page_that_leads_on(place: Place) -> None:
    prefix = next((place.folder / "site/n").glob("*.json")).stem
    for target in (f"/n/{quote(prefix)}/1901/1/", f"/n/{quote(prefix)}/1901/1"):
        response, body = place.fetch(target)
        assert (response.status, response.headers["Content-Type"]) == (200, PAGE)
        assert body == (place.folder / "site/404.html").read_bytes()
        assert_headers(response, ENCRYPTED)
    response, _ = place.fetch(f"/n/{quote(prefix)}/1901/")
    assert response.status == 404


def test_head_is_get_without_the_body(place: Place) -> None:
    response, body = place.fetch("/about/", "HEAD")
    length = (place.folder / "site/about/index.html").stat().st_size
    assert (response.status, response.headers["Content-Length"], body) == (200, str(length), b"")
    assert_headers(response, ENCRYPTED)


def test_nothing_is_taken(place: Place) -> None:
    response, _ = place.fetch("/about/", "POST")
    assert response.status == 405
    assert_headers(response, ENCRYPTED)


def test_a_plain_connection_leads_to_the_own_name_only(place: Place) -> None:
    own, _ = place.fetch("/about/?q=1", encrypted=False)
    assert (own.status, own.headers["Location"]) == (301, f"https://{NAME}/about/?q=1")
    assert_headers(own, HEADERS)
    for name in ("evil.test", f"{NAME}.evil.test", "127.0.0.1", "localhost"):
        foreign, body = place.fetch("/about/", encrypted=False, Host=name)
        assert (foreign.status, foreign.headers["Location"]) == (421, None)
        assert b"evil" not in body
        assert_headers(foreign, HEADERS)


def test_another_name_gets_nothing(place: Place) -> None:
    foreign, body = place.fetch("/about", Host="evil.test")
    assert (foreign.status, foreign.headers["Location"]) == (421, None)
    assert b"<h1" not in body or b"421" in body
    place.context.check_hostname = False
    place.context.verify_mode = ssl.CERT_NONE
    try:
        with pytest.raises(ssl.SSLError), place.line(name="evil.test"):
            pass
    finally:
        place.context.verify_mode = ssl.CERT_REQUIRED
        place.context.check_hostname = True

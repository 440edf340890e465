"""A finished site as a web archive: a WACZ file, version 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/).

It holds each file as the answer of a server at the permanent address, with an index of the addresses and a list of the
pages, so that programs which replay web archives show the site as it was. Nothing is asked of a network.
"""

import gzip
import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from generator.errors import WrongUse, naming
from generator.publish.bundles.bundle import SOFTWARE, bundle_name
from generator.publish.bundles.warc_records import (
    Capture,
    index_line,
    info_record,
    iso_date,
    response_record,
)
from generator.publish.bundles.zip_file import UNFINISHED, entry, files_below
from generator.publish.identity import read_site
from generator.publish.layout import Layout
from generator.publish.serve import TYPES, UNKNOWN
from generator.publish.site_folder import SITE
from generator.publish.turns import new_folder
from generator.work.program import own_version

WACZ, WARC = ".wacz", "site.warc.gz"
INDEX, INDEX_OF_INDEX = "indexes/index.cdx.gz", "indexes/index.idx"
PAGES, PACKAGE, DIGEST = "pages/pages.jsonl", "datapackage.json", "datapackage-digest.json"
NO_ADDRESS = (
    "a web archive needs the address of the site: site_url in mkdocs.yml, or --site-url (SITE_URL)"
)
NOT_FOUND = "/404.html"
"""The page that a server shows for what is not there."""
LINES = 300
"""Lines of the index that are packed together."""
HEAD = 8_192
"""Bytes of a page in which its title is."""
CHUNK = 1 << 20

_HOME = re.compile(r"(?:^|(?<=/))index\.html$")
_TITLE = re.compile(r"<title>([^<]*)</title>")
_LEADS_ON = re.compile(r'http-equiv="?refresh|name="?robots"?\s+content="?noindex')
"""A page that only leads on, or that no search engine lists, is not among the pages of the archive."""


class Kept(NamedTuple):
    """A site as it is kept."""

    folder: Path
    address: str
    """On the web, with its final slash."""
    name: str
    moment: datetime


def keep_site(layout: Layout, address: str, moment: datetime) -> Path:
    """Make the web archive of the finished site and return its path, ``dist/<site name>-<date>.wacz``.

    :param address: of the site on the web; empty where nobody says it

    Raises :class:`~generator.errors.WrongUse` without an address or a site.
    """
    if not address:
        raise WrongUse(NO_ADDRESS)
    if not all((layout.site / name).is_file() for name in SITE):
        reason = f"{layout.site}: there is no finished site; build it first"
        raise WrongUse(reason)
    named = read_site(layout.config)
    site = Kept(layout.site, address, named.name, moment)
    path = layout.dist / f"{bundle_name(named, moment)}{WACZ}"
    with new_folder(layout.staging, "web-archive") as folder:
        write_parts(site, folder)
        write_wacz(folder, path, moment)
    return path


def write_parts(site: Kept, folder: Path) -> None:
    """Write what a web archive holds into a folder."""
    for name in ("archive", "indexes", "pages"):
        (folder / name).mkdir()
    index: list[str] = []
    pages = [_line({"format": "json-pages-1.0", "id": "pages", "title": site.name})]
    with (folder / "archive" / WARC).open("wb") as file:
        about = {
            "software": f"{SOFTWARE} {own_version()}".strip(),
            "format": "WARC File Format 1.1",
            "description": "made of the files of a finished site, without a network",
        }
        file.write(info_record(WARC, about, site.moment))
        for capture in captures_of(site):
            packed = response_record(capture, site.moment)
            place = (file.tell(), len(packed))
            index.append(index_line(capture, place, WARC, site.moment))
            file.write(packed)
            pages += _page_lines(capture, site.moment)
    write_index(sorted(index), folder)
    (folder / PAGES).write_text("".join(pages), encoding="utf-8", newline="\n")
    write_package(site, folder)


def captures_of(site: Kept) -> Iterator[Capture]:
    """Each file at its address; that of a folder's page is the folder."""
    for path in files_below(site.folder):
        below = path.relative_to(site.folder).as_posix()
        url = site.address + quote(_HOME.sub("", below))
        yield Capture(url, TYPES.get(path.suffix.lower(), UNKNOWN), path.read_bytes())


def _page_lines(capture: Capture, moment: datetime) -> Iterator[str]:
    """The line of a page in the list of the pages; nothing for what is none."""
    if not capture.kind.startswith("text/html") or capture.url.endswith(NOT_FOUND):
        return
    head = capture.data[:HEAD].decode(errors="replace")
    if _LEADS_ON.search(head):
        return
    title = _TITLE.search(head)
    id_ = hashlib.sha256(capture.url.encode()).hexdigest()[:22]
    said = {"id": id_, "url": capture.url, "ts": iso_date(moment)}
    yield _line({**said, "title": unescape(title[1])} if title else said)


def write_index(lines: Sequence[str], folder: Path) -> None:
    """Write the index of the addresses in blocks, and the list of the blocks by their first lines."""
    meta = json.dumps({"format": "cdxj-gzip-1.0", "filename": Path(INDEX).name})
    listed = [f"!meta 0 {meta}\n"]
    with (folder / INDEX).open("wb") as file:
        for place in range(0, len(lines), LINES):
            block = lines[place : place + LINES]
            packed = gzip.compress("".join(block).encode(), mtime=0)
            said = {
                "offset": file.tell(),
                "length": len(packed),
                "digest": f"sha256:{hashlib.sha256(packed).hexdigest()}",
            }
            listed.append(f"{block[0].partition(' {')[0]} {json.dumps(said)}\n")
            file.write(packed)
    (folder / INDEX_OF_INDEX).write_text("".join(listed), encoding="utf-8", newline="\n")


def write_package(site: Kept, folder: Path) -> None:
    """Write the list of the files with their checksums, and the checksum of that list."""
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": site.name,
        "software": f"{SOFTWARE} {own_version()}".strip(),
        "created": iso_date(site.moment),
        "mainPageUrl": site.address,
        "mainPageDate": iso_date(site.moment),
        "resources": [_resource(path, folder) for path in files_below(folder)],
    }
    data = json.dumps(package, ensure_ascii=False, indent=2).encode()
    (folder / PACKAGE).write_bytes(data)
    digest = {"path": PACKAGE, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
    (folder / DIGEST).write_text(json.dumps(digest, indent=2), encoding="utf-8", newline="\n")


def _resource(path: Path, folder: Path) -> dict[str, Any]:
    """A file as the list names it."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": path.name.lower(),
        "path": path.relative_to(folder).as_posix(),
        "hash": f"sha256:{digest}",
        "bytes": path.stat().st_size,
    }


def write_wacz(folder: Path, path: Path, moment: datetime) -> None:
    """Pack the parts; what is packed already is stored as it is, so that a reader can fetch one record of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(UNFINISHED)
    try:
        with naming(path), zipfile.ZipFile(unfinished, "w") as packed:
            for file in files_below(folder):
                info = entry(file.relative_to(folder).as_posix(), moment)
                info.file_size = file.stat().st_size
                if file.suffix == ".gz":
                    info.compress_type = zipfile.ZIP_STORED
                with file.open("rb") as source, packed.open(info, "w") as target:
                    shutil.copyfileobj(source, target, CHUNK)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _line(value: dict[str, str]) -> str:
    """A line of JSON."""
    return f"{json.dumps(value, ensure_ascii=False)}\n"

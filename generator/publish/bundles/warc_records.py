"""Files of a site as records of a WARC file, version 1.1 (ISO 28500), and the lines of their index.

The same file at the same address on the same day is the same record, byte for byte: its name is made of these.
"""

import gzip
import hashlib
import json
import re
import uuid
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

VERSION = "WARC/1.1"
_COMPLETE = re.compile(r"www\d*\.")
"""How a host begins that is known without it."""


class Capture(NamedTuple):
    """A file as a server would have answered with it."""

    url: str
    kind: str
    """Content-Type."""
    data: bytes


def response_record(capture: Capture, moment: datetime) -> bytes:
    """A record of type ``response``, packed by itself."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {capture.kind}\r\nContent-Length: {len(capture.data)}\r\n\r\n"
    block = head.encode() + capture.data
    fields = {
        "WARC-Type": "response",
        "WARC-Record-ID": _record_id(capture.url, block),
        "WARC-Target-URI": capture.url,
        "WARC-Date": iso_date(moment),
        "WARC-Payload-Digest": _digest(capture.data),
        "WARC-Block-Digest": _digest(block),
        "Content-Type": "application/http; msgtype=response",
    }
    return _packed(fields, block)


def info_record(name: str, facts: dict[str, str], moment: datetime) -> bytes:
    """The record of type ``warcinfo`` that a file begins with.

    :param name: of the file
    """
    block = "".join(f"{label}: {value}\r\n" for label, value in facts.items()).encode()
    fields = {
        "WARC-Type": "warcinfo",
        "WARC-Record-ID": _record_id(name, block),
        "WARC-Filename": name,
        "WARC-Date": iso_date(moment),
        "Content-Type": "application/warc-fields",
    }
    return _packed(fields, block)


def index_line(capture: Capture, place: tuple[int, int], name: str, moment: datetime) -> str:
    """The line of CDXJ by which a record is found: a key of its address, a date, and where it is.

    :param place: of the record in its file: where it begins, and how many bytes it has
    :param name: of the file
    """
    offset, length = place
    said = {
        "url": capture.url,
        "mime": capture.kind.partition(";")[0],
        "status": "200",
        "digest": _digest(capture.data),
        "length": str(length),
        "offset": str(offset),
        "filename": name,
    }
    return f"{key_of_url(capture.url)} {stamp(moment)} {json.dumps(said)}\n"


def key_of_url(url: str) -> str:
    """The key of an address in an index (SURT): ``https://www.example.org/A/`` is ``org,example)/a``."""
    parts = urlsplit(url)
    host = _COMPLETE.sub("", parts.hostname or "", count=1)
    if ":" not in host:
        host = ",".join(reversed(host.split(".")))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = parts.path.lower().rstrip("/") or "/"
    return f"{host}{port}){path}"


def iso_date(moment: datetime) -> str:
    """A moment as WARC and WACZ write it: ``2021-10-08T00:00:00Z``."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def stamp(moment: datetime) -> str:
    """A moment as indexes write it: ``20211008000000``."""
    return f"{moment:%Y%m%d%H%M%S}"


def _record_id(name: str, block: bytes) -> str:
    """The name of a record, which is made of what it holds."""
    seed = f"{name} {hashlib.sha256(block).hexdigest()}"
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, seed).urn}>"


def _digest(data: bytes) -> str:
    """A checksum as the fields of a record have it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _packed(fields: dict[str, str], block: bytes) -> bytes:
    """A record, compressed by itself, so that it can be read alone."""
    lines = (f"{label}: {value}\r\n" for label, value in fields.items())
    head = f"{VERSION}\r\n{''.join(lines)}Content-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)

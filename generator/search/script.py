"""Values on their way to a browser: as JSON, in classic scripts that hand themselves over, or deflated.

A classic script is what a browser loads from a server and from a disk alike.
"""

import zlib
from typing import Any

import msgspec

REGISTER = "gongbaoSearch.add"
"""The function of the client that takes them."""
_LEVEL = 9


def script(name: str, json: str) -> bytes:
    """A script that hands over a value, given as JSON, under a name."""
    return f'{REGISTER}("{name}",{json})\n'.encode()


def to_compact_json(value: Any) -> str:
    """JSON without blanks."""
    return msgspec.json.encode(value).decode()


def deflate(json: str) -> bytes:
    """JSON as zlib deflates it (RFC 1951), without a head; another version of zlib may write other bytes."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(json.encode()) + packer.flush()


def inflate(data: bytes) -> str:
    """The JSON that :func:`deflate` was given."""
    return zlib.decompress(data, -zlib.MAX_WBITS).decode()

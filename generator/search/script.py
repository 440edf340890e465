"""Data as classic scripts that hand themselves over.

What a browser loads from a server and from a disk alike.
"""

from typing import Any

import msgspec

REGISTER = "gongbaoSearch.add"
"""The function of the client that takes them."""


def script(name: str, json: str) -> bytes:
    """A script that hands over a value, given as JSON, under a name."""
    return f'{REGISTER}("{name}",{json})\n'.encode()


def to_compact_json(value: Any) -> str:
    """JSON without blanks."""
    return msgspec.json.encode(value).decode()

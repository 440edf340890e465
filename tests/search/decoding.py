"""Reads lists of documents and packs as the scripts do, to check what :mod:`generator.search` writes."""

import json
import re
import zlib
from typing import Any

from generator.search.coding import ALPHABET, BASE, COMMON, ONE, TWO


def decode_postings(text: str) -> list[int]:
    """What :func:`~generator.search.coding.encode_postings` was given."""
    postings, at, document = [], 0, -1
    while at < len(text):
        number, at = decode_number(text, at)
        gap, rank = divmod(number, COMMON + 1)
        if rank == COMMON:
            more, at = decode_number(text, at)
            rank += more
        document += gap + 1
        postings.append(document << 8 | rank)
    return postings


def decode_number(text: str, at: int) -> tuple[int, int]:
    """The number that begins at a place of a text, and where the next begins."""
    digits = [ALPHABET.index(character) for character in text[at : at + 5]]
    if digits[0] < ONE:
        return digits[0], at + 1
    if digits[0] < BASE - 1:
        return ONE + (digits[0] - ONE) * BASE + digits[1], at + 2
    number = 0
    for digit in digits[1:]:
        number = number * BASE + digit
    return TWO + number, at + 5


_SCRIPT = re.compile(r'gongbaoSearch\.add\("([^"]+)",(.*)\)\n')
UNIT = 64
END = b'")\n'
_PLAIN = {b"\\n": b"\n", b"\\r": b"\r", b'\\"': b'"', b"\\\\": b"\\"}


def members_of(pack: bytes) -> dict[str, Any]:
    """What a pack holds, by name, in the order of the file; the first is the directory."""
    found = (read_member(pack[UNIT:end]) for end in range(2 * UNIT, len(pack), UNIT))
    at, (name, lengths) = next(
        (UNIT * units, member) for units, member in enumerate(found, 2) if member
    )
    members, place = {name: lengths}, 0
    while place < len(lengths):
        units, place = decode_number(lengths, place)
        member = read_member(pack[at : at + UNIT * units])
        assert member
        members |= dict([member])
        at += UNIT * units
    assert pack[at:] == END
    return members


def read_member(data: bytes) -> tuple[str, Any] | None:
    """The name and the value of a member; None where it is cut off."""
    name, _, rest = data.partition(b":")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    text = unpacker.decompress(re.sub(rb'\\[nr"\\]', lambda found: _PLAIN[found[0]], rest))
    if not unpacker.eof:
        return None
    assert not unpacker.unused_data.strip(b" ")
    return name.decode(), json.loads(text)


def values_of(script: bytes) -> dict[str, Any]:
    """What a file of the index hands over, by name."""
    if is_pack(script):
        return members_of(script)
    found = _SCRIPT.fullmatch(script.decode())
    assert found
    return {found[1]: json.loads(found[2])}


def is_pack(script: bytes) -> bool:
    """Whether a file of the index is a pack."""
    return bool(re.match(rb'gongbaoSearch\.add\("[tgw]/[\d-]+", +"', script))

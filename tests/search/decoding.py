"""Reads lists of documents as ``search-codes.js`` does, to check what :mod:`generator.search.coding` writes."""

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

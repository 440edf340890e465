"""The marks above and beside the red head of a document, GB/T 9704-2012 clauses 7.2.1 to 7.2.6.

份号 ``000017``, 密级 ``秘密★1年``, 紧急程度 ``特急``, 签发人 ``签发人：王某``, each with a label or without one.
"""

import re
from typing import NamedTuple

from generator.lexicon.characters import squeeze
from generator.lexicon.expressions.site_words import INDEX_LABELS

SIGNATORY = re.compile(r"(?:签发人|会签人)[:：].*")
"""签发人 at the end of a line: that of the number, or its own."""
LONGEST_SIGNATORY = 40
"""Longest line with those who sign a draft and nothing else, in characters."""
LONGEST_HEAD_MARK = 24
"""Longest line with one of the marks above a red head, in characters."""
_COPY = re.compile(r"(?P<label>份号[:：]?)?(?P<value>\d{6})")
_INDEX = re.compile(rf"(?:{INDEX_LABELS})[:：](?P<value>.{{1,60}})")
_MARKS = (
    ("copy", _COPY),
    (
        "security",
        re.compile(
            r"(?:密级(?:和保密期限)?[:：])?"
            r"(?P<value>(?:绝密|机密|秘密|内部)(?:[★☆*]?\d{1,2}年|[★☆][^，。]{1,8})?)"
        ),
    ),
    ("urgency", re.compile(r"(?:紧急程度[:：])?(?P<value>特急|加急|特提|平急|急件)")),
    (
        "signer",
        re.compile(r"(?:签发人[:：])?(?P<value>(?<=签发人[:：]).+|会签人[:：].+)"),
    ),
)
_COUNTERSIGNED = re.compile("(?=会签人[:：])")


class HeadMark(NamedTuple):
    """A mark of a head."""

    name: str
    """The field of a document that holds it."""
    value: str
    """What it says, without its label."""
    print: str
    """Its print."""


def read_head_mark(text: str) -> HeadMark | None:
    """The mark that a line is and nothing else, or None."""
    if len(text) > LONGEST_HEAD_MARK and not is_signatory(text):
        return None
    bare = squeeze(text)
    for name, form in _MARKS:
        if match := form.fullmatch(bare):
            return _mark(name, match["value"], bare)
    return None


def is_head_mark(text: str) -> bool:
    """Whether a line is 份号, 密级, 紧急程度 or 签发人 and nothing else."""
    return len(text) <= LONGEST_HEAD_MARK and read_head_mark(text) is not None


def is_bare_copy(text: str) -> bool:
    """Whether a line is six figures: 份号, or a postal code."""
    match = _COPY.fullmatch(squeeze(text)) if len(text) <= LONGEST_HEAD_MARK else None
    return match is not None and not match["label"]


def read_signatory(text: str) -> HeadMark | None:
    """签发人, printed on the line of the number: ``福政报〔2021〕5号　签发人：王某某``, or None."""
    match = SIGNATORY.search(squeeze(text))
    return read_head_mark(match[0]) if match else None


def is_signatory(text: str) -> bool:
    """Whether a line is 签发人 and nothing else: ``签发人：王某某``."""
    return len(text) <= LONGEST_SIGNATORY and SIGNATORY.fullmatch(squeeze(text)) is not None


def read_index(text: str) -> HeadMark | None:
    """索引号 that a page prints on a line of its own: ``索引号：000014349/2021-00012``, or None."""
    bare = squeeze(text)
    match = _INDEX.fullmatch(bare)
    return HeadMark("index", match["value"], bare) if match else None


def _mark(name: str, value: str, bare: str) -> HeadMark:
    """A mark; who signs with the signatory is behind a blank."""
    if name != "signer":
        return HeadMark(name, value, bare)
    return HeadMark(
        name, *("　".join(_COUNTERSIGNED.split(each)).strip() for each in (value, bare))
    )

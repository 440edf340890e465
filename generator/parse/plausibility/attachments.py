"""Attachments against the notes that announce them: not printed, or printed without their label or with another one."""

import re
from collections.abc import Iterator

from generator.lexicon.characters import fold, squeeze
from generator.lexicon.expressions.labels import (
    ANY_ATTACHMENT,
    ATTACHMENT_SHUT,
    ELSEWHERE,
    LEFT_OUT,
    REMARK,
)
from generator.model import Document, Finding, Part, Text
from generator.parse.draft import Draft
from generator.parse.plausibility.named_attachments import named_attachments
from generator.parse.plausibility.places import line_at, texts_of
from generator.words.say import say

_PRINTED = re.compile(rf"\W*{ANY_ATTACHMENT}")
_NUMBERED = re.compile(r"附件(?P<n>\d{1,3})")
_SEEN = re.compile(rf"[（(](?:具体|详细)?(?:详)?见{ATTACHMENT_SHUT}\d*[)）]")
_LEFT_OUT = re.compile(rf"(?:{LEFT_OUT})[。；;]?$")
"""What a note itself says of an attachment that is not printed: 附件：某某表（略）."""
_ELSEWHERE = re.compile(ELSEWHERE)
_OWN_NOTE = re.compile(rf"{REMARK}|[（(][^（()）]+[)）]$")
"""How a note on a line of its own looks: 注：…, （…）."""
LONGEST_NAMED = 40
"""Longest beginning of a text that names an attachment which its finding shows, in characters."""


def check_attachments(draft: Draft) -> Iterator[Finding]:
    """Attachments that the text names (附件：1.…, 见附件) and the issue prints otherwise, or not at all."""
    texts = {line.number: line.text for line in draft.lines}
    for document in draft.documents:
        yield from _check_printed(document)
        noted = _noted(document)
        for part in document.parts:
            number = noted.get(fold(part.title or ""))
            if part.kind == "attachment" and number is not None:
                yield from _check_label(part, number, texts)


def _check_printed(document: Document) -> Iterator[Finding]:
    """Attachments that the text names (附件：1.…, 见附件) although the document does not print them."""
    if _are_elsewhere(document):
        return
    printed = [part for part in document.parts if part.kind != "body"]
    named = list(named_attachments(document))
    left_out = [_LEFT_OUT.search(title) is not None for _, _, title in named]
    for (block, number, title), is_left_out in zip(named, left_out, strict=True):
        if not is_left_out and not _is_printed(number, title, printed):
            yield _missing(block)
    if any(part.kind == "attachment" for part in printed) or (named and all(left_out)):
        return
    yield from (_missing(block) for block in texts_of(document) if _SEEN.search(block.text))


def _are_elsewhere(document: Document) -> bool:
    """Whether a note of the document says that its attachments are on a site, or left out: 注：本文附件详见某某网站."""
    if _ELSEWHERE.search(document.note or ""):
        return True
    return any(
        _OWN_NOTE.match(block.text) and _ELSEWHERE.search(block.text)
        for block in texts_of(document)
    )


def _is_printed(number: str, title: str, printed: list[Part]) -> bool:
    """Whether one of the printed parts is the attachment that a note names.

    One without a number is also found where any part has a label, since nobody can say which it is.
    """
    labels = {squeeze(part.label or "") for part in printed}
    titles = {fold(part.title or "") for part in printed}
    if fold(title) in titles or f"附件{number}" in labels:
        return True
    return not number and bool(labels - {""})


def _missing(block: Text) -> Finding:
    """What is said of a block that names an attachment which is not printed."""
    return Finding(
        line=line_at(block, 0),
        kind="missing-attachment",
        severity="warning",
        found=block.text[:LONGEST_NAMED],
        message=say("message.missing-attachment"),
    )


def _noted(document: Document) -> dict[str, str]:
    """The number that the notes of a document give each attachment, by its folded title; empty for a single one."""
    return {fold(title): number for _, number, title in named_attachments(document)}


def _check_label(part: Part, number: str, texts: dict[int, str]) -> Iterator[Finding]:
    """What is said of an attachment that a note names; a single one has a label without a number (GB/T 9704, 7.3.7)."""
    label = _NUMBERED.fullmatch(part.label or "")
    if not part.at:
        return
    if not any(_PRINTED.match(texts.get(line, "")) for line in part.at):
        yield Finding(
            line=part.at[0],
            kind="missing-label",
            severity="warning",
            found=squeeze(part.title or ""),
            message=say("message.missing-label", number=number)
            if number
            else say("message.missing-label.single"),
        )
    elif label and number and label["n"] != number:
        yield Finding(
            line=part.at[0],
            kind="label-differs",
            severity="warning",
            found=part.label or "",
            message=say("message.label-differs", number=number, label=part.label or ""),
        )

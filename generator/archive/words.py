"""The length of a document as a Chinese reader counts it: characters."""

from collections.abc import Iterator

from generator.model import Block, Document, Roster, Table


def count_words(document: Document) -> int:
    """Count of the non-blank characters of a document's title and text."""
    texts = (text for part in document.parts for block in part.blocks for text in block_texts(block))
    return sum(len("".join(text.split())) for text in (document.title, *texts))


def block_texts(block: Block) -> Iterator[str]:
    """Every text of a block in reading order: its own, its cells or its names."""
    if isinstance(block, Table):
        yield from (cell for row in (*block.header, *block.rows) for cell in row)
    elif isinstance(block, Roster):
        for group in block.groups:
            yield group.role or ""
            yield from (text for member in group.members for text in (member.name, member.post or ""))
    else:
        yield block.text

"""Prints as small as a limit of reading needs them."""

from typing import Any

from generator.model import Block, Document, Heading, Issue, Text
from tests.reading import read_bytes

PROSE = "各级各部门要高度重视，明确任务分工，确保各项措施落到实处。"
FILLER = "各级有关方面要认真抓好各项具体工作"


def words(size: int) -> str:
    """Words without a mark, of this many characters."""
    return (FILLER * (size // len(FILLER) + 1))[:size]


def issue_of(
    *paragraphs: str,
    title: str = "紫云县人民政府关于价格工作的意见",
    behind: tuple[str, ...] = (),
    closed: bool = True,
) -> Issue:
    """An issue of one document."""
    closing = ("紫云县人民政府", "2021年10月12日") if closed else ()
    lines = (
        "紫云县人民政府公报",
        "2021年第10期",
        title,
        "紫府发〔2021〕10号",
        "各乡镇人民政府：",
        *paragraphs,
        *closing,
        *behind,
    )
    return read_bytes("\n".join(lines).encode())


def document_of(*paragraphs: str, **more: Any) -> Document:
    return issue_of(*paragraphs, **more).documents[0]


def blocks_of(*paragraphs: str) -> tuple[Block, ...]:
    """The blocks of the body of a document."""
    return document_of(*paragraphs).parts[0].blocks


def texts_of(*paragraphs: str) -> list[str]:
    """The texts of the body of a document."""
    return [block.text for block in blocks_of(*paragraphs) if isinstance(block, Text)]


def headings_of(*paragraphs: str) -> list[str]:
    """The headings in the body of a document, on lines of their own."""
    return [block.text for block in blocks_of(*paragraphs) if isinstance(block, Heading)]


def leads_of(*paragraphs: str) -> list[str | None]:
    """The run-in heading of each text in the body of a document."""
    return [
        getattr(block, "lead", None) for block in blocks_of(*paragraphs) if isinstance(block, Text)
    ]

"""``data/federation.json``: which archives an index is over, for programs; by it a folder is known as an index."""

from collections.abc import Iterator

from generator.export import File
from generator.export.form import to_json
from generator.export.schemas import schema_of
from generator.federation.joining import Joined
from generator.federation.joint_pages import FEDERATION, held_archives
from generator.model import Value
from generator.pages.index.indexes import Registers
from generator.pages.lists.gazette_list import document_count

SCHEMA = "data/federation.schema.json"
"""Address of its JSON Schema."""


class JointGazette(Value, frozen=True):
    """A gazette of an archive."""

    id: str
    """In its archive."""
    title: str
    """As in its archive."""
    region: str | None
    issues: int
    documents: int


class JointArchive(Value, frozen=True):
    """An archive that the index is over."""

    key: str
    """A name that it keeps: its address without scheme, ``:`` for each slash."""
    address: str
    """Of its site, from the root of the index or absolute."""
    name: str
    """What readers of the index see: what its site calls itself, with its address where another does so too."""
    gazettes: tuple[JointGazette, ...]


class Federation(Value, frozen=True):
    """All that the index is over."""

    archives: tuple[JointArchive, ...]
    """By place, then by key."""


def export_federation(joined: Joined, registers: Registers) -> Iterator[File]:
    """The data file and its schema."""
    archives = tuple(
        JointArchive(
            held.member.key,
            held.member.address,
            held.name(),
            tuple(
                JointGazette(
                    joined.origins[record.id].gazette,
                    joined.origins[record.id].title,
                    record.region,
                    len(registers.issues_of[record.id]),
                    document_count(registers, record.id),
                )
                for record in held.gazettes
            ),
        )
        for held in held_archives(joined)
    )
    yield FEDERATION, to_json(Federation(archives))
    yield SCHEMA, to_json(schema_of(Federation, "The archives that a joint index is over"))

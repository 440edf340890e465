"""How tests prove an issue: as an archive that holds nothing else, rendered in memory."""

from generator.model import Archive, Issue, IssueRecord
from generator.prove import Difference, Memory, Outlet, Proof, prove_issues
from generator.publish.engine import CONFIG
from generator.source.source_file import Scan, SourceText
from tests.whole_way import archive_of


class BytesAsSource:
    """The bytes of the only source of an archive."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def text(self, record: IssueRecord) -> SourceText:
        """The source, line by line."""
        lines = tuple(self._data.decode().removesuffix("\n").split("\n"))
        return SourceText(record.file, len(self._data), record.issue.sha256, lines)

    def scan(self, record: IssueRecord) -> Scan:  # noqa: ARG002 - nothing lies beside any issue
        """Nothing of its print."""
        return Scan()

    def data(self, record: IssueRecord, file: str = "") -> bytes:  # noqa: ARG002 - there is one file
        """Its bytes."""
        return self._data


def prove(issue: Issue) -> Proof:
    """The proof of an issue by itself."""
    return prove_archive(archive_of(issue))


def prove_archive(archive: Archive, outlet: Outlet | None = None) -> Proof:
    """The proof of the first issue of an archive."""
    (proof,) = prove_issues(outlet or Memory(archive, CONFIG), archive.issues[:1])
    return proof


def wrong_in(archive: Archive) -> list[Difference]:
    """What of an archive is not as it must be on its pages, in the index and in the data."""
    proofs = prove_issues(Memory(archive, CONFIG), archive.issues)
    return [one for proof in proofs for one in proof.differences if one.where != "source"]


def assert_proven(issue: Issue) -> None:
    """Every character of an issue is where it must be."""
    assert prove(issue).differences == ()


def assert_published(issue: Issue) -> None:
    """Every character of an issue is on its pages, in the index and in the data, whatever its source has."""
    proof = prove(issue)
    assert [one for one in proof.differences if one.where != "source"] == []
    assert proof.found == proof.expected

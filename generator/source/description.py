"""The description of a gazette: its ``publication.yml``, else the masthead of an issue."""

from pathlib import Path

import msgspec

from generator.lexicon.subjects.classes import topic_classes
from generator.model import Issue, PublicationRecord
from generator.source.folder import DESCRIPTION, is_there
from generator.source.yaml_file import load_yaml, refusal, require_mapping


def read_publication(folder: Path) -> PublicationRecord | None:
    """The gazette that a folder describes; None when nobody described it, or in remarks only.

    Raises :class:`~generator.errors.NotAGazette` when the description cannot be used.
    """
    path = folder / DESCRIPTION
    if not is_there(path):
        return None
    loaded = load_yaml(path)
    if loaded is None:
        return None
    plain = require_mapping(path, loaded)
    try:
        record = msgspec.convert({**plain, "id": folder.resolve().name}, PublicationRecord)
    except msgspec.ValidationError as error:
        raise refusal(path, str(error)) from error
    known = {one.name for one in topic_classes().values()}
    for column, name in record.topics.items():
        if name not in known:
            said = f"“{name}” of {column} is no class of subjects"
            raise refusal(path, f"{said} - at `$.topics`")
    return record


def publication_of(id_: str, issue: Issue) -> PublicationRecord:
    """The gazette as the masthead of one of its issues names it."""
    return PublicationRecord(id=id_, title=issue.publication.title, region=issue.publication.region)

"""The folder ``issues/``: which file is what, YAML with its lines, descriptions and corrections."""

from generator.source.corrections_file import count_corrections, find_failures, read_corrections
from generator.source.description import read_publication
from generator.source.folder import DESCRIPTION, LEDGER, Source, find_sources, refuse_name

__all__ = [
    "DESCRIPTION",
    "LEDGER",
    "Source",
    "count_corrections",
    "find_failures",
    "find_sources",
    "read_corrections",
    "read_publication",
    "refuse_name",
]

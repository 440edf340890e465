"""What documents say of each other: citations, their relations and the documents that they mean."""

from generator.link.cite import cite_issue
from generator.link.resolve import resolve_archive
from generator.link.status import date_archive

__all__ = ["cite_issue", "date_archive", "resolve_archive"]

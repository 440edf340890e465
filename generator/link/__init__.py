"""What documents say of each other: citations, their relations and, later, their targets."""

from generator.link.cite import cite_issue

__all__ = ["cite_issue"]

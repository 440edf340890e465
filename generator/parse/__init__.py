"""Repaired lines of one source → the structure of an issue."""

from generator.parse.pipeline import parse_issue

__all__ = ["parse_issue"]

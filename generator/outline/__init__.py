"""Levels and lasting anchors of the headings of a document."""

"""Checks of what a single sentence says."""

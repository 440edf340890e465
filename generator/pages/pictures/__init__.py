"""Pictures of the archive as inline SVG, with the same counts as tables."""

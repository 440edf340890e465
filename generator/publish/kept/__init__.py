"""What the last build left, as far as it is still what it was, so that a build makes only what changed."""

"""Where documents begin, and what only looks like a beginning."""

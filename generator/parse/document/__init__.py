"""A document: its elements, its parts, when it is in force, and what its source says wrong."""

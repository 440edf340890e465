"""What carries the text of documents beside pages and index, held against the issues."""

"""Pure vocabularies of official documents: no lines, no issues, no input or output but a table of their own."""

"""The page of a document: its text in the order of the print, its facts and its collation."""

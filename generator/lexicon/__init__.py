"""Pure vocabularies of official documents.

They know no lines and no issues, and have no input or output but a table of their own.
"""

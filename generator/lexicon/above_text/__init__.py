"""The marks around the head of a document, and the traditional forms of heads, numbers and titles."""

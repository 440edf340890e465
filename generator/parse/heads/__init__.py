"""The heads of documents: titles, a title that is printed twice, and the organs that issue."""

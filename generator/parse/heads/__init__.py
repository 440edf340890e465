"""The heads of documents: titles, and numbers that begin a document without one."""

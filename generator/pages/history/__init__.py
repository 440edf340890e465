"""The life of a document on its page, and the pages that compare two versions of an instrument."""

"""What a beginning of a document is not: the middle of a sentence."""

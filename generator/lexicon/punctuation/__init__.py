"""Marks of punctuation that are printed half as wide as Chinese sets them."""

"""Addresses that lead on: those that were published once, and the short ones by number."""

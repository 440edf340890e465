"""Listings and registers by gazette, issuer, year, number, kind and column.

What is missing has a register too.
"""

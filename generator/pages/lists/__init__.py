"""Listings and registers: by gazette, issuer, year, number, kind and column, and of what is missing."""

"""Web pages, and tables that are printed as HTML → numbered lines."""

"""What people said of an issue, its documents and tables: stages of parsing that need these to be read."""

"""What the archive holds, cites and lacks: organs, numbers, tables, documents that are cited and not held."""

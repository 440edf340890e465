"""What the archive holds, cites and lacks.

Organs, numbers, tables, documents that are cited and not held.
"""

"""What an archive sets below ``theme`` and ``extra``, as users of Material for MkDocs know it."""

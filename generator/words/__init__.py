"""Every word that a reader sees, and how dates, counts and shares are written."""

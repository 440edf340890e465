"""Every word that a reader sees, and the forms in which dates, counts and shares are said."""

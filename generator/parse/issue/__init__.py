"""The issue itself: its masthead, its printed contents, and where its documents begin."""

"""Generated pages in the frame of the theme, one by one: made by any process, written, and forgotten.

MkDocs builds the site; for generated pages it would hold all of them at once, and read back the Markdown that was just
written. Here each gets the same frame, from the same templates and settings, and comes out as the same bytes.
"""

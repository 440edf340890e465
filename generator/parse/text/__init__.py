"""Running text: printed lines → paragraphs, headings, items, tables and rosters."""

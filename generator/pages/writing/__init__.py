"""Writers of Markdown: gazette text that never becomes markup, marks, links and addresses."""
